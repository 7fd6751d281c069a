"""Finding the passages of a question: the one search that every caller shares.

Lexical scores are exact for every passage; the nearest neighbours are nominated by Chroma's graph,
or exactly where the passages are so few that this is quicker; the cosine of every candidate of
either kind is then computed exactly, so that no candidate lacks a score.

What this module does not know: how scores are weighed (`index.fusion`), files, or llama-index.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexDamaged
from corpus.model import Document, Passage
from index.fusion import WEIGHTS, Scores, Signals, Weights, best, fuse
from index.lexical import LexicalIndex, terms_of

if TYPE_CHECKING:
    from index.chroma import VectorStore
    from index.embedder import Embedder

CANDIDATES = 64
"""How many passages each of the two searches nominates, at least."""

COMPARED = 15_000
"""Up to how many passages a question's vector is compared with all of them.

At 10,000 that takes half the processor time of Chroma's graph and misses none, of which the graph
misses 9 %; at 30,000 it takes about as long (`python -m evals.speed.nearest`).
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, its fused score, and the single normalised scores behind it.

    ``lexical``, ``folded`` and ``context`` are about 0..1 (see `index.lexical`): the sentence with
    diacritics, without them, and its paragraph with its headings; ``dense`` is the raw cosine.
    """

    passage: Passage
    score: float
    lexical: float
    folded: float
    context: float
    dense: float


@dataclass(frozen=True)
class Search:
    """Everything that one search reads; nothing in it changes, so any thread may use it.

    ``vectors`` has shape (passages, dimension), its rows in the order of ``passages``; with at most
    ``compared`` passages all of them are compared with a question's.
    """

    documents: Mapping[str, Document]
    passages: Sequence[Passage]
    rows: Mapping[str, int]
    lexical: LexicalIndex
    vectors: Scores
    store: "VectorStore"
    embedder: "Embedder"
    weights: Weights = WEIGHTS
    compared: int = COMPARED

    def __call__(self, query: str, top: int = 20) -> tuple[Hit, ...]:
        """Return the ``top`` best passages, best first; none for a query without a syllable.

        Raises:
            IndexDamaged: the vector store cannot be read.
        """
        terms = terms_of(query)
        if not terms.singles or top < 1:
            return ()
        vector = self.embedder.embed_queries([query])[0]
        scores = self.lexical.scores(terms)
        nominated = min(len(self.passages), max(CANDIDATES, top))
        unfused = Signals(
            scores.lexical, scores.folded, scores.context, np.zeros_like(scores.lexical)
        )
        rows = np.union1d(
            best(fuse(unfused, self.weights), nominated), self._nearest(vector, nominated)
        )
        signals = Signals(
            scores.lexical[rows],
            scores.folded[rows],
            scores.context[rows],
            self.vectors[rows] @ vector,
        )
        return self._hits(rows, signals, top)

    def _nearest(self, vector: Scores, count: int) -> NDArray[np.intp]:
        if len(self.passages) <= self.compared:
            # Not by BLAS, whose second thread would go on waiting in a loop between questions.
            return best(np.einsum("ij,j->i", self.vectors, vector), count)
        ids = self.store.nearest(vector, count)
        try:
            return np.array([self.rows[passage] for passage in ids], dtype=np.intp)
        except KeyError as error:
            raise IndexDamaged(
                f"Kho véc-tơ có đoạn lạ {error}; hãy lập lại chỉ mục: hoidap index build"
            ) from error

    def _hits(self, rows: NDArray[np.intp], signals: Signals, top: int) -> tuple[Hit, ...]:
        fused = fuse(signals, self.weights)
        return tuple(
            Hit(
                passage=self.passages[rows[place]],
                score=float(fused[place]),
                lexical=float(signals.lexical[place]),
                folded=float(signals.folded[place]),
                context=float(signals.context[place]),
                dense=float(signals.dense[place]),
            )
            for place in best(fused, top)
        )
