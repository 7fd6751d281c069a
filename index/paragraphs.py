"""Finding whole paragraphs: sentences nominate theirs, which are then ordered again.

What this module does not know: how sentences are found (`index.search`), or what the features of a
paragraph mean (`index.rerank`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from corpus.frequency import syllable_rarity
from corpus.model import Passage, Span
from corpus.normalize import syllables
from index.fusion import Scores
from index.rerank import WEIGHTS, Place, RerankWeights, Wanted, features, score_of
from index.search import Hit, Search

NOMINATED = 30
"""How many paragraphs are ordered again, at least."""

_SENTENCES = 4  # sentences found for one paragraph that is wanted


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of a paragraph once it has been looked at."""

    sentences: tuple[frozenset[str], ...]
    vector: Scores


@dataclass(frozen=True)
class ParagraphSearch:
    """Finds paragraphs; what it remembers of them is the same for every thread."""

    search: Search
    weights: RerankWeights = WEIGHTS
    _known: dict[tuple[str, Span], _Known] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, query: str, top: int = 10) -> tuple[Hit, ...]:
        """Return the best sentence of each of the ``top`` best paragraphs, best first.

        A hit's score is the paragraph's: it compares paragraphs of one question, no more.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        return tuple(hit for hit, _ in self.described(query, top))

    def described(self, query: str, top: int) -> tuple[tuple[Hit, tuple[float, ...]], ...]:
        """Return what a call returns, each with the features of `index.rerank`.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        hits, places = self.nominated(query, max(NOMINATED, top))
        asked = Wanted.of(query, self.search.lexical.rarity, self._general)
        told = [features(asked, place) for place in places]
        found = [
            (replace(hit, score=score_of(one, self.weights)), one)
            for hit, one in zip(hits, told, strict=True)
        ]
        found.sort(key=lambda pair: -pair[0].score)
        return tuple(found[:top])

    def nominated(self, query: str, count: int) -> tuple[tuple[Hit, ...], tuple[Place, ...]]:
        """Return the best sentence of up to ``count`` paragraphs, and what they look like."""
        best: dict[tuple[str, Span], Hit] = {}
        for hit in self.search(query, count * _SENTENCES):
            best.setdefault((hit.passage.document, hit.passage.context), hit)
        hits = tuple(best.values())[:count]
        if not hits:
            return (), ()
        vector = self.search.embedder.embed_queries([query])[0]
        return hits, tuple(self._place(hit, vector) for hit in hits)

    @cached_property
    def _general(self) -> Mapping[str, float]:
        return syllable_rarity()

    @cached_property
    def _rows(self) -> Mapping[tuple[str, Span], Sequence[int]]:
        rows: dict[tuple[str, Span], list[int]] = {}
        for row, passage in enumerate(self.search.passages):
            rows.setdefault((passage.document, passage.context), []).append(row)
        return rows

    def _place(self, hit: Hit, vector: Scores) -> Place:
        known = self._look(hit.passage)
        rows = self._rows[hit.passage.document, hit.passage.context]
        return Place(
            sentences=known.sentences,
            fused=hit.score,
            dense=float((self.search.vectors[rows] @ vector).max()),
            context=float(known.vector @ vector),
        )

    def _look(self, passage: Passage) -> _Known:
        key = (passage.document, passage.context)
        if key not in self._known:
            document = self.search.documents[passage.document]
            rows = self._rows[key]
            texts = [document.quote(self.search.passages[row].span) for row in rows]
            (vector,) = self.search.embedder.embed_passages([document.quote(passage.context)])
            sentences = tuple(frozenset(syllables(text)) for text in texts)
            self._known[key] = _Known(sentences, np.asarray(vector, dtype=np.float32))
        return self._known[key]
