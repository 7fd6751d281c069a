"""What nothing of this kind can be faster than: bm25s alone, and an exact dot product.

What this module does not know: what they are compared with.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpus.normalize import syllables

if TYPE_CHECKING:
    from index.embedder import Embedder

TOP = 20


def bm25s_alone(texts: Sequence[str]) -> Callable[[str], object]:
    """Return a search over lowercased syllables by bm25s and nothing else."""
    from bm25s import BM25  # noqa: PLC0415  (heavy)

    ids: dict[str, int] = {}
    corpus = [[ids.setdefault(word, len(ids)) for word in syllables(text)] for text in texts]
    bm25 = BM25(k1=1.5, b=0.75, method="lucene")
    bm25.index((corpus, ids), create_empty_token=False, show_progress=False)

    def search(question: str) -> object:
        known = [ids[word] for word in syllables(question) if word in ids]
        return _top(bm25.get_scores_from_ids(known))

    return search


def exact_dot(texts: Sequence[str], embedder: "Embedder") -> Callable[[str], object]:
    """Return an exhaustive search by cosine; embedding the question is part of it."""
    vectors = embedder.embed_passages(texts)

    def search(question: str) -> object:
        return _top(vectors @ embedder.embed_queries([question])[0])

    return search


def _top(scores: NDArray[np.float32]) -> NDArray[np.intp]:
    most = min(TOP, len(scores))
    places = np.argpartition(-scores, most - 1)[:most]
    return places[np.argsort(-scores[places])]
