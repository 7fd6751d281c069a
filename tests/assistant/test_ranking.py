"""Ranker and reader order the first paragraphs of a search; the rest keep their order."""

from collections.abc import Sequence

import numpy as np
import pytest

from assistant.ranking import READ, WEIGHTS, Described, ReadingRanker
from assistant.span_model.model import Reading
from corpus.model import Document, Span
from corpus.read import canonical, document_of
from index.search import Hit

TEXTS = [f"Đoạn {number}." for number in range(READ + 2)]
DOCUMENTS = {str(n): document_of(str(n), canonical(text)) for n, text in enumerate(TEXTS)}


class _Search:
    """Finds the documents in order, each a little worse."""

    def described(self, query: str, top: int) -> tuple[Described, ...]:
        """Return one hit a document, with its features."""
        assert query
        found = [(_hit(one), (1 - number / 100,) * 7) for number, one in enumerate(_all())]
        return tuple(found[:top])


class _Ranker:
    """Finds the answer in one paragraph alone."""

    def __init__(self, answering: str) -> None:
        self.answering = answering
        self.asked: list[str] = []

    def odds(self, question: str, paragraphs: Sequence[str]) -> list[float]:
        """Return high odds for the paragraph that answers."""
        assert question
        self.asked = list(paragraphs)
        return [5.0 if self.answering in text else -5.0 for text in paragraphs]


class _Reader:
    """Finds the answer in one paragraph alone, as a reader does."""

    def __init__(self, answering: str) -> None:
        self.answering = answering

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """Return a high score for the paragraph that answers."""
        assert question
        return tuple(_reading(5.0 if self.answering in text else -5.0) for text in passages)


def _all() -> list[Document]:
    return list(DOCUMENTS.values())


def _hit(document: Document) -> Hit:
    return Hit(document.passages[0], 0.0, 0.0, 0.0, 0.0, 0.0)


def _reading(score: float) -> Reading:
    return Reading(Span(0, 1), score, 0.5, np.full((1, 1), score, np.float32), ((0, 1),))


def _names(ranked: str, read: str, top: int = 10) -> list[str]:
    ranker = ReadingRanker(DOCUMENTS, _Search(), _Ranker(ranked), _Reader(read))
    return [hit.passage.document for hit in ranker("Hỏi gì?", top)]


def test_the_paragraph_that_answers_comes_first() -> None:
    assert _names(TEXTS[3], TEXTS[3])[:4] == ["3", "0", "1", "2"]


def test_the_ranker_counts_for_more_than_the_reader() -> None:
    assert WEIGHTS.ranker > WEIGHTS.reader > 0
    assert _names(TEXTS[3], TEXTS[5])[:2] == ["3", "5"]


def test_what_is_not_read_stays_behind() -> None:
    ranker, reader = _Ranker(TEXTS[READ]), _Reader(TEXTS[READ])
    hits = ReadingRanker(DOCUMENTS, _Search(), ranker, reader)("Hỏi gì?", READ + 2)
    assert [hit.passage.document for hit in hits] == list(DOCUMENTS)
    assert ranker.asked == TEXTS[:READ]


def test_no_more_than_wanted_but_more_are_read() -> None:
    assert _names(TEXTS[4], TEXTS[4], top=1) == ["4"]


def test_a_row_is_the_features_then_the_odds_of_both() -> None:
    ranker = ReadingRanker(DOCUMENTS, _Search(), _Ranker(TEXTS[1]), _Reader(TEXTS[0]))
    first, second = ranker.rows("Hỏi gì?", _Search().described("Hỏi gì?", 2))
    assert first == pytest.approx((*(1.0,) * 7, -5.0, 5.0))
    assert second == pytest.approx((*(0.99,) * 7, 5.0, -5.0))
