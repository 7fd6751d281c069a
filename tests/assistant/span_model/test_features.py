"""What the reader sees: tokens with offsets, windows of whole sentences, matches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.span_model.features import (
    CAPITAL,
    LOWER,
    NUMBER,
    PASSAGE_FEATURES,
    QUESTION_FEATURES,
    Text,
    Vocabulary,
    read_text,
    window,
)
from assistant.span_model.tokens import TOKEN, keys

WORDS = ("hà", "nội", "năm", "có", "dân", "000", ".", "?")
TEXTS = st.text(alphabet="aăâđêôơưàảạbcghknty ĐHKİ\u0301\u0323019.,%?!_-/\n", max_size=120)


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    """Return a vocabulary of a few words, the rest rare."""
    idf = np.array([0, 9, 9, 8, 3, 3, 1, 1, 3, 4, 0, 0], np.float32)
    return Vocabulary({word: number for number, word in enumerate(WORDS, start=4)}, idf)


def matched(text: Text, features: np.ndarray, column: int) -> set[str]:
    return {text.words[at].key for at in np.flatnonzero(features[:, 6 + column]).tolist()}


@given(TEXTS)
def test_tokens_lose_nothing_but_white_space(text: str) -> None:
    assert "".join(TOKEN.findall(text)) == "".join(text.split())


def test_a_number_is_one_token_and_its_unit_another() -> None:
    assert keys("Trên 12.500 USD, 7,5%/năm; 20km2.") == [
        *("trên", "12.500", "usd", ",", "7,5", "%", "/", "năm", ";", "20", "km", "2", "."),
    ]


def test_unknown_words_are_told_by_their_looks(known: Vocabulary) -> None:
    numbers = read_text("Hà Xyz xyz 123 45.678", known).numbers.tolist()
    assert numbers == [4, CAPITAL, LOWER, known.numbers["000"], NUMBER]


def test_sentences_part_at_signs_and_lines(known: Vocabulary) -> None:
    text = read_text("Hà Nội có dân. Năm 2.000 có\nHà Nội", known)
    assert list(text.sentences) == [0, 5, 8, 10]
    assert list(read_text(" \n", known).sentences) == [0]


def test_matches_as_typed_and_without_diacritics(known: Vocabulary) -> None:
    passage = read_text("Hà Nội có dân.", known)
    question = read_text("ha nội năm nào?", known)
    seen = window(question, passage)
    assert matched(passage, seen.passage, 1) == {"nội"}
    assert matched(passage, seen.passage, 2) == {"hà", "nội"}
    assert matched(passage, seen.passage, 4) == {"hà", "nội"}, "the pair is repeated"
    assert seen.question[:, -1].tolist() == [1, 1, 0, 0, 0]


def test_a_window_keeps_the_nearest_sentences_in_their_order(known: Vocabulary) -> None:
    passage = read_text("Một hai ba. Bốn năm sáu. Hà Nội có. Bảy tám.", known)
    seen = window(read_text("Hà Nội? Bảy", known), passage, 8)
    assert [passage.words[at].key for at in seen.kept] == [
        *("hà", "nội", "có", "."),
        *("bảy", "tám", "."),
    ]
    forced = window(read_text("Hà Nội?", known), passage, 8, [0])
    assert [passage.words[at].key for at in forced.kept][:2] == ["một", "hai"]


def test_one_long_sentence_is_cut(known: Vocabulary) -> None:
    passage = read_text("dân " * 50, known)
    assert len(window(read_text("dân?", known), passage, 20).kept) == 20


@given(TEXTS, TEXTS, st.integers(1, 40))
def test_any_texts_give_finite_features(first: str, second: str, length: int) -> None:
    known = Vocabulary({"a": 4, "k": 5}, np.array([0, 9, 9, 8, 1, 2], np.float32))
    question, passage = read_text(first, known), read_text(second, known)
    if not question.words or not passage.words:
        return
    seen = window(question, passage, length)
    assert 1 <= len(seen.kept) <= length
    assert seen.passage.shape == (len(seen.kept), PASSAGE_FEATURES)
    assert seen.question.shape == (len(question.words), QUESTION_FEATURES)
    assert np.isfinite(seen.passage).all()
    assert np.isfinite(seen.question).all()
    assert (np.diff(seen.kept) > 0).all()
