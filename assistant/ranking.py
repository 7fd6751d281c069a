"""Ordering paragraphs by whether they answer: two networks read the best few of the search.

The score of a paragraph is a weighed sum of what the search saw of it (`index.rerank`) and of the
log-odds that it answers by the ranker and by the reader, which compare paragraphs of one question.

What this module does not know: how paragraphs are found (`index.paragraphs`) or read
(`assistant.paragraph_model`, `assistant.span_model`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Protocol

from assistant.span_model.model import Reading
from corpus.model import Document
from index.rerank import RerankWeights
from index.search import Hit

READ = 10
"""How many paragraphs the networks look at."""

Described = tuple[Hit, tuple[float, ...]]
"""A hit with the features of `index.rerank`."""


@dataclass(frozen=True, slots=True)
class RankingWeights:
    """What the search's features and the log-odds of the two networks are worth."""

    search: RerankWeights
    ranker: float
    reader: float


WEIGHTS = RankingWeights(
    search=RerankWeights(
        fused=2.750,
        dense=0.580,
        context=6.305,
        adjacent=3.993,
        sentence=0.426,
        figures=1.557,
        names=1.129,
    ),
    ranker=0.708,
    reader=0.109,
)
"""Found by ``python -m evals.fit_ranking viquad1-dev.jsonl``; figures in evals/LOG.md."""


class DescribesParagraphs(Protocol):
    """What finds paragraphs: `index.paragraphs.ParagraphSearch`."""

    def described(self, query: str, top: int) -> tuple[Described, ...]:
        """Return the best sentence of each of the ``top`` best paragraphs and its features."""
        ...


class RanksParagraphs(Protocol):
    """What orders them: `assistant.paragraph_model.model.ParagraphModel`."""

    def odds(self, question: str, paragraphs: Sequence[str]) -> list[float]:
        """Return the log-odds that each paragraph answers, in order."""
        ...


class ReadsPassages(Protocol):
    """What reads them: `assistant.span_model.model.SpanModel`."""

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """Return one reading for each passage, in order."""
        ...


@dataclass(frozen=True)
class ReadingRanker:
    """Finds paragraphs and lets ranker and reader order the first of them."""

    documents: Mapping[str, Document]
    search: DescribesParagraphs
    ranker: RanksParagraphs
    reader: ReadsPassages
    weights: RankingWeights = WEIGHTS

    def __call__(self, query: str, top: int) -> tuple[Hit, ...]:
        """Return the best sentence of each of the ``top`` best paragraphs, best first.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        found = self.search.described(query, max(top, READ))
        read, rest = found[:READ], found[READ:]
        worth = (*astuple(self.weights.search), self.weights.ranker, self.weights.reader)
        again = [
            replace(hit, score=sum(x * y for x, y in zip(row, worth, strict=True)))
            for (hit, _), row in zip(read, self.rows(query, read), strict=True)
        ]
        again.sort(key=lambda hit: -hit.score)
        return (*again, *(hit for hit, _ in rest))[:top]

    def rows(self, query: str, found: Sequence[Described]) -> list[tuple[float, ...]]:
        """Return the features of each paragraph, then its log-odds by the ranker and the reader."""
        texts = [
            self.documents[hit.passage.document].quote(hit.passage.context) for hit, _ in found
        ]
        ranked, readings = self.ranker.odds(query, texts), self.reader.read(query, texts)
        return [
            (*features, odds, reading.odds)
            for (_, features), odds, reading in zip(found, ranked, readings, strict=True)
        ]
