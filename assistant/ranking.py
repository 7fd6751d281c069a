"""Ordering paragraphs by whether they answer: the reader looks at the best few of the search.

The score of a paragraph is the reranker's plus the reader's logit (against "no answer", comparable
between the passages of a question), each weighed.

What this module does not know: how paragraphs are found (`index.paragraphs`) or read
(`assistant.span_model`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.span_model.model import Reading
from corpus.model import Document
from index.search import Hit

READ = 6
"""How many paragraphs the reader looks at."""

WEIGHT = 0.5
"""What the reader's logit is worth beside the reranker's score.

Found by ``python -m evals.fit_ranking viquad1-dev.jsonl``; figures in evals/LOG.md.
"""


class FindsParagraphs(Protocol):
    """What finds paragraphs: `index.retriever.PassageRetriever`."""

    def paragraphs(self, query: str, top: int) -> tuple[Hit, ...]:
        """Return the best sentence of each of the ``top`` best paragraphs, best first."""
        ...


class ReadsPassages(Protocol):
    """What reads them: `assistant.span_model.model.SpanModel`."""

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """Return one reading for each passage, in order."""
        ...


@dataclass(frozen=True)
class ReadingRanker:
    """Finds paragraphs and lets the reader order the first of them."""

    documents: Mapping[str, Document]
    retriever: FindsParagraphs
    model: ReadsPassages
    weight: float = WEIGHT

    def __call__(self, query: str, top: int) -> tuple[Hit, ...]:
        """Return the best sentence of each of the ``top`` best paragraphs, best first.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        hits = self.retriever.paragraphs(query, max(top, READ))
        read, rest = hits[:READ], hits[READ:]
        again = [
            replace(hit, score=hit.score + self.weight * logit)
            for hit, logit in zip(read, self.logits(query, read), strict=True)
        ]
        again.sort(key=lambda hit: -hit.score)
        return (*again, *rest)[:top]

    def logits(self, query: str, hits: tuple[Hit, ...]) -> list[float]:
        """Return the reader's logit of each hit's paragraph."""
        texts = [self.documents[hit.passage.document].quote(hit.passage.context) for hit in hits]
        return [reading.score for reading in self.model.read(query, texts)]
