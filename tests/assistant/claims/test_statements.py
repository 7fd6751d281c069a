"""A pasted text becomes statements, freed of what reports, hedges or asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.claims.statements import statements_of


@pytest.mark.parametrize(
    ("typed", "claimed"),
    [
        ("Theo báo Tuổi Trẻ, Hà Nội có 26 chỉ tiêu.", "Hà Nội có 26 chỉ tiêu."),
        ("Ông Nguyễn Văn A cho biết Hà Nội có 26 chỉ tiêu.", "Hà Nội có 26 chỉ tiêu."),
        ("Nghe nói Hà Nội có 26 chỉ tiêu", "Hà Nội có 26 chỉ tiêu"),
        ("“Hà Nội có 26 chỉ tiêu”, ông A nói.", "Hà Nội có 26 chỉ tiêu"),
        ("Hà Nội có 26 chỉ tiêu, phải không?", "Hà Nội có 26 chỉ tiêu"),
        ("Có phải Hà Nội có 26 chỉ tiêu không?", "Hà Nội có 26 chỉ tiêu"),
        ("Tỷ lệ không quá 75%.", "Tỷ lệ không quá 75%."),
    ],
)
def test_reporting_and_asking_words_are_left_out(typed: str, claimed: str) -> None:
    assert [statement.text for statement in statements_of(typed)] == [claimed]


def test_sentences_and_lines_are_statements() -> None:
    text = "Có 26 chỉ tiêu. Có 9 nhóm.\n- Có 3 lĩnh vực"
    assert [statement.text for statement in statements_of(text)] == [
        "Có 26 chỉ tiêu.",
        "Có 9 nhóm.",
        "Có 3 lĩnh vực",
    ]


@given(st.text(max_size=200))
def test_any_text_is_cut_without_failing(text: str) -> None:
    for statement in statements_of(text):
        assert any(char.isalnum() for char in statement.typed)
        assert statement.text in statement.typed
