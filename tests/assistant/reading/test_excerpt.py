"""Excerpts: slices of the clause, short enough, and never another year's figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.excerpt import MOST_WORDS, excerpt, lowered, passage_of, tidy
from corpus.normalize import tokens
from tests.assistant.reading.fakes import Desk

LONG = (
    "Đề án\n\nĐến năm 2030, thành phố trồng 40 ha rừng ngập mặn, "
    + ", ".join(f"xây dựng thêm công trình số {n} ở khu vực ven sông" for n in range(12))
    + ", đồng thời di dời 25 cơ sở sản xuất ra khỏi nội đô.\n"
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("- Hỗ trợ vốn.", "Hỗ trợ vốn"),
        ("+ a;  b \n c :", "a; b c"),
        ("• Đạt 75%", "Đạt 75%"),
        ("", ""),
        (" .;,: ", ""),
    ],
)
def test_a_slice_is_made_ready_for_a_sentence(raw: str, clean: str) -> None:
    assert tidy(raw) == clean


@pytest.mark.parametrize(
    ("raw", "inside"),
    [("Tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo"), ("GRDP tăng", "GRDP tăng"), ("", ""), ("75%", "75%")],
)
def test_a_capital_is_lowered_but_not_an_abbreviation(raw: str, inside: str) -> None:
    assert lowered(raw) == inside


@given(st.text(max_size=80))
def test_tidying_adds_nothing(text: str) -> None:
    assert tidy(text) in " ".join(text.split())


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2030 trồng bao nhiêu ha rừng ngập mặn?",
        "Di dời mấy cơ sở sản xuất?",
        "Công trình số 7 ở khu vực nào?",
        "Rừng ngập mặn thì sao?",
    ],
)
def test_an_excerpt_is_short_and_made_of_slices(question: str) -> None:
    desk = Desk.of(LONG)
    reading = desk.read(question)
    assert reading.best is not None
    shown = excerpt(reading.question, reading.best)
    assert 0 < len(tokens(shown)) <= MOST_WORDS + 10
    clean = " ".join(desk.document.text.split())
    assert all(piece in clean for piece in shown.split(" … "))
    assert tidy(reading.best.key) in shown


def test_an_excerpt_leaves_other_years_figures_out(plan: Desk) -> None:
    reading = plan.read("Tỷ lệ hộ nghèo năm 2030 là bao nhiêu?")
    assert reading.best is not None
    shown = excerpt(reading.question, reading.best)
    assert "0,5%" in shown
    assert "1,2%" not in shown


def test_what_is_cited_covers_the_clause_and_its_indicator(plan: Desk) -> None:
    for question in ("Xây mấy trường học?", "Tỷ lệ hộ nghèo năm 2030?", "Ai là trưởng ban?"):
        best = plan.read(question).best
        assert best is not None
        cited = passage_of(best)
        assert cited.covers(best.clause)
        assert best.notes.passage.span.covers(cited)
