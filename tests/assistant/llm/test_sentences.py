"""Cutting a stream: the same sentences however it is cut into pieces, and nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.llm.markers import cited, inside, remarked, unmarked
from assistant.llm.sentences import Sentences

TEXT = (
    "Đến năm 2030, TP. Hà Nội đạt trên 12.500 USD/người/năm [1]. Trước đó là 8,5% (2025). [2][3]\n"
    "Các nhóm gồm:\n- **Kinh tế** [1, 2]\n2. Văn hóa [đoạn 3];\n\n<think>nghĩ. Gì?</think>Hết! [4]"
)
SENTENCES = [
    "Đến năm 2030, TP. Hà Nội đạt trên 12.500 USD/người/năm [1].",
    "Trước đó là 8,5% (2025) [2][3].",
    "Các nhóm gồm:",
    "- Kinh tế [1, 2]",
    "- Văn hóa [đoạn 3];",
    "Hết [4]!",
]


def _cut(pieces: list[str]) -> list[str]:
    sentences = Sentences()
    found = [one.text for piece in pieces for one in sentences.feed(piece)]
    return found + [one.text for one in sentences.finish()]


def test_sentences_end_where_they_end() -> None:
    assert _cut([TEXT]) == SENTENCES


@given(st.lists(st.integers(0, len(TEXT)), max_size=30))
def test_how_a_stream_is_cut_changes_nothing(cuts: list[int]) -> None:
    ends = [0, *sorted(cuts), len(TEXT)]
    pieces = [TEXT[begin:end] for begin, end in pairwise(ends)]
    assert _cut(pieces) == SENTENCES


def test_letters_one_by_one() -> None:
    assert _cut(list(TEXT)) == SENTENCES


@given(st.text(max_size=200), st.lists(st.integers(0, 200), max_size=8))
def test_any_text_is_cut_the_same_and_loses_no_letter(text: str, cuts: list[int]) -> None:
    ends = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    pieces = [text[begin:end] for begin, end in pairwise(ends)]
    whole = _cut([text])
    assert _cut(pieces) == whole
    kept = "".join(whole)
    letters = [c for c in text if c.isascii() and c.isalpha()]
    if "<" not in text:
        assert [c for c in kept if c.isascii() and c.isalpha()] == letters


def test_a_sentence_is_handed_out_before_the_next_is_whole() -> None:
    sentences = Sentences()
    assert sentences.feed("Một câu [1]. ") == []
    assert sentences.feed("[2] ") == []
    (first,) = sentences.feed("Câu nữa thì ")
    assert first.text == "Một câu [1] [2]."


@pytest.mark.parametrize(
    ("text", "numbers", "bare"),
    [
        ("A [1].", (1,), "A."),
        ("A [1][3].", (1, 3), "A."),
        ("A [1, 3; 2].", (1, 3, 2), "A."),
        ("A [2-4].", (2, 3, 4), "A."),
        ("A [đoạn 2].", (2,), "A."),
        ("A [999].", (999,), "A."),
        ("A [x] b.", (), "A [x] b."),
        ("Năm [2030].", (), "Năm [2030]."),
    ],
)
def test_markers_are_read(text: str, numbers: tuple[int, ...], bare: str) -> None:
    assert cited(text) == numbers
    assert unmarked(text) == bare


def test_markers_are_put_inside_and_numbered_anew() -> None:
    assert inside("A. [2] B【3】。") == "A [2]. B[3]。"
    assert remarked("A [7] và [3, 7].", lambda number: {7: 1, 3: 2}[number]) == "A [1] và [2][1]."
