"""Clauses, phrases, cells and enumerations: slices in order, never cut inside brackets."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clauses import cells_of, clauses_of, enumeration_of, phrases_of
from corpus.model import Span

Cut = Callable[[str, Span], tuple[Span, ...]]


def cut(how: Cut, text: str) -> list[str]:
    return [span.of(text) for span in how(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("how", "text", "pieces"),
    [
        (clauses_of, "A đạt 5%; B đạt 6%; C.", ["A đạt 5%", "B đạt 6%", "C."]),
        (clauses_of, "A (gồm x; y) đạt 5%; B", ["A (gồm x; y) đạt 5%", "B"]),
        (clauses_of, "về “a; b”; và c", ["về “a; b”", "và c"]),
        (clauses_of, ";; A ;", ["A"]),
        (clauses_of, "", []),
        (phrases_of, "A, B; C, (d, e)", ["A", "B", "C", "(d, e)"]),
        (phrases_of, "đạt 1,5 triệu, tăng 2,0%", ["đạt 1,5 triệu", "tăng 2,0%"]),
        (phrases_of, "lệch (ngoặc, mở", ["lệch (ngoặc", "mở"]),
        (cells_of, "1 | Số hộ | 30", ["1", "Số hộ", "30"]),
        (cells_of, "không có cột", ["không có cột"]),
        (enumeration_of, "bao gồm: a; b, c; d", ["a", "b, c", "d"]),
        (enumeration_of, "gồm: a, b và c", ["a", "b và c"]),
        (enumeration_of, "mục 1: hai việc: x; y", ["x", "y"]),
        (enumeration_of, "lúc 16:30, ở đây", []),
        (enumeration_of, "không liệt kê gì", []),
        (enumeration_of, "kết thúc:", []),
    ],
)
def test_text_is_cut_at_its_marks(how: Cut, text: str, pieces: list[str]) -> None:
    assert cut(how, text) == pieces


@given(st.text(alphabet="ab ,;:|()“”[]«»\n5", max_size=60), st.integers(0, 20))
def test_pieces_are_trimmed_slices_in_order_inside_the_span(text: str, start: int) -> None:
    whole = Span(min(start, len(text)), len(text))
    for how in (clauses_of, phrases_of, cells_of, enumeration_of):
        pieces = how(text, whole)
        assert all(whole.covers(piece) for piece in pieces)
        assert all(one.end <= other.start for one, other in pairwise(pieces))
        assert all(piece.of(text) == piece.of(text).strip() != "" for piece in pieces)


@given(st.text(alphabet="ab ,;()5", max_size=60))
def test_cutting_loses_nothing_but_marks_and_space(text: str) -> None:
    for how, marks in ((clauses_of, ";"), (phrases_of, ";,")):
        kept = "".join(cut(how, text))
        assert [char for char in kept if char not in f" {marks}"] == [
            char for char in text if char not in f" {marks}"
        ]
