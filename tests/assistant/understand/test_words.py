"""Cleaning a question and cutting it into words."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.words import cleaned, same_words, split


def test_cleaning_unifies_forms() -> None:
    assert cleaned("  chuyển\u00a0 đổi – hoá\u200b ") == "chuyển đổi - hóa"
    assert cleaned("Hoa\u0300 bi\u0300nh") == "Hòa bình"


def test_figures_numbers_and_documents_are_one_word() -> None:
    texts = split("Số 21-CTr/TU, 12.500 USD, 60-62%, 08/02/2023, R&D, 5G?").texts
    assert texts == ("Số", "21-CTr/TU", "12.500", "USD", "60-62%", "08/02/2023", "R&D", "5G")


def test_case_and_punctuation_are_no_change() -> None:
    assert same_words("Kinh tế số?", "kinh tế  SỐ")
    assert not same_words("kinh tế so", "kinh tế số")


@given(st.text())
def test_words_joined_again_give_the_question(text: str) -> None:
    assert split(text).text == text
    assert split(cleaned(text)).text == cleaned(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
