"""Content words: what is left of a question when its asking is taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.words import LIGHT_WEIGHT, content_forms, content_terms
from corpus.model import Span
from corpus.normalize import comparable, tokens


def words(question: str) -> list[str]:
    return [term.text for term in content_terms(question)]


@pytest.mark.parametrize(
    ("question", "content"),
    [
        ("Cho mình hỏi làng nghề truyền thống thế nào ạ?", "làng nghề truyền thống"),
        ("làm ơn liệt kê giúp mình giải pháp với", "giải pháp"),
        ("Vì sao sửa Luật Thủ đô?", "sửa luật thủ đô"),
        ("bao nhiêu?", ""),
        ("Thế còn nữa thì sao nhỉ", ""),
        ("Theo văn bản, hệ sinh thái ở đâu?", "hệ sinh thái"),
        ("???", ""),
    ],
)
def test_asking_carries_no_content(question: str, content: str) -> None:
    assert words(question) == comparable(content).split()


def test_words_of_planning_weigh_little() -> None:
    weights = {term.text: term.weight for term in content_terms("mục tiêu tỷ lệ đô thị hóa")}
    assert weights["tiêu"] == weights["tỉ"] == LIGHT_WEIGHT
    assert weights["đô"] == weights["hóa"] == 1.0


def test_spellings_of_one_word_are_one_term() -> None:
    assert words("Tỷ lệ HOÁ học") == words("tỉ lệ hóa học")


def test_neighbours_are_joined_and_others_are_not() -> None:
    joined = {term.text: term.joined for term in content_terms("hộ nghèo là người dân tộc")}
    assert not joined["hộ"]
    assert joined["nghèo"]
    assert joined["tộc"]
    assert not joined["dân"] or joined["người"] is False


def test_names_are_told_by_their_capitals() -> None:
    named = {term.text: term.name for term in content_terms("Sản xuất ở Hòa Lạc dùng ICT")}
    assert not named["sản"]
    assert named["hòa"]
    assert named["ict"]


def test_figures_are_values_and_bare_numbers_are_terms() -> None:
    question = "lớp 9 đạt 75 điểm"
    at = question.index("75")
    found = [term.text for term in content_terms(question, [Span(at, at + 2)])]
    assert "75" not in found
    assert "9" in found


@given(st.text(max_size=200))
def test_terms_are_tokens_in_order(text: str) -> None:
    found = content_terms(text)
    forms = [comparable(token.text) for token in tokens(text)]
    assert [forms[term.place] for term in found] == [term.text for term in found]
    assert [term.place for term in found] == sorted({term.place for term in found})
    assert all(0 < term.weight <= 1 for term in found)
    places = {term.place for term in found}
    assert all(term.joined == (term.place - 1 in places) for term in found)


@given(st.lists(st.sampled_from(["là", "của", "thủ", "đô", "gì", "không"])))
def test_content_forms_keep_order_and_drop_particles(forms: list[str]) -> None:
    assert content_forms(forms) == [form for form in forms if form in {"thủ", "đô"}]
