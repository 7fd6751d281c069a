"""One score from four: a weighted sum of normalised scores.

The lexical scores come normalised by the best a question could get (`index.lexical`), the dense one
is a cosine; both mean the same for every question, so a weighted sum compares passages *and*
questions ("convex combination with theoretical normalisation" in Bruch, Gai and Ingber, 2023).
Ranks are never fused: reciprocal rank fusion lets a weak model outvote a strong one (measured on
XQuAD-vi: nDCG@10 .907 by rank, .967 by score).

What this module does not know: where the scores come from, or what a passage is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each normalised score is worth."""

    lexical: float
    folded: float
    context: float
    dense: float


WEIGHTS = Weights(lexical=0.1, folded=0.5, context=1.0, dense=0.6)
"""Found by ``python -m index.tune_fusion viquad1-dev.jsonl`` (2,285 questions, 2,933 sentences).

nDCG@10 of the sentence .760 as typed and .754 without diacritics, of the paragraph .878 and .874
(BM25 of the paragraph alone: .854 and .850); the best of 200 combinations, and many more lie
within .002 of it. Z-scores over all passages, tuned alike, reach the same and mean something else
in every index.
"""


@dataclass(frozen=True, slots=True)
class Signals:
    """The normalised scores of some passages for one question, each of shape (passages,)."""

    lexical: Scores
    folded: Scores
    context: Scores
    dense: Scores


def fuse(signals: Signals, weights: Weights = WEIGHTS) -> Scores:
    """Return the fused score of each passage, shape (passages,)."""
    fused: Scores = (
        np.float32(weights.lexical) * signals.lexical
        + np.float32(weights.folded) * signals.folded
        + np.float32(weights.context) * signals.context
        + np.float32(weights.dense) * signals.dense
    )
    return fused


def best(scores: Scores, top: int) -> NDArray[np.intp]:
    """Return the positions of the ``top`` highest scores, best first; ties keep their order."""
    if 0 < top < len(scores):
        bar = np.partition(scores, len(scores) - top)[len(scores) - top]
        places = np.flatnonzero(scores >= bar)
    else:
        places = np.arange(len(scores))
    return places[np.argsort(-scores[places], kind="stable")][:top]
