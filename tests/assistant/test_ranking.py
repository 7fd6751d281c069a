"""The reader orders the first paragraphs of a search; the rest keep their order."""

from collections.abc import Sequence

import numpy as np

from assistant.ranking import READ, ReadingRanker
from assistant.span_model.model import Reading
from corpus.model import Document, Span
from corpus.read import canonical, document_of
from index.search import Hit

TEXTS = [f"Đoạn {number}." for number in range(READ + 2)]
DOCUMENTS = {str(n): document_of(str(n), canonical(text)) for n, text in enumerate(TEXTS)}


class _Retriever:
    """Finds the documents in order, each a little worse."""

    def paragraphs(self, query: str, top: int) -> tuple[Hit, ...]:
        """Return one hit a document."""
        assert query
        found = [_hit(document, 1 - number / 100) for number, document in enumerate(_all())]
        return tuple(found[:top])


class _Model:
    """Finds the answer in one paragraph alone."""

    def __init__(self, answering: str) -> None:
        self.answering = answering
        self.asked: list[str] = []

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """Return a high score for the paragraph that answers."""
        assert question
        self.asked = list(passages)
        return tuple(_reading(5.0 if self.answering in text else -5.0) for text in passages)


def _all() -> list[Document]:
    return list(DOCUMENTS.values())


def _hit(document: Document, score: float) -> Hit:
    return Hit(document.passages[0], score, 0.0, 0.0, 0.0, 0.0)


def _reading(score: float) -> Reading:
    return Reading(Span(0, 1), score, 0.5, np.zeros((0, 0), np.float32), ())


def _names(answering: str, top: int = 10) -> list[str]:
    ranker = ReadingRanker(DOCUMENTS, _Retriever(), _Model(answering))
    return [hit.passage.document for hit in ranker("Hỏi gì?", top)]


def test_the_paragraph_that_answers_comes_first() -> None:
    assert _names(TEXTS[3])[:4] == ["3", "0", "1", "2"]


def test_what_is_not_read_stays_behind() -> None:
    model = _Model(TEXTS[READ])
    hits = ReadingRanker(DOCUMENTS, _Retriever(), model)("Hỏi gì?", 10)
    assert [hit.passage.document for hit in hits] == list(DOCUMENTS)
    assert model.asked == TEXTS[:READ]


def test_no_more_than_wanted_but_more_are_read() -> None:
    assert _names(TEXTS[4], top=1) == ["4"]
