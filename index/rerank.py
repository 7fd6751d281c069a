"""Ordering paragraphs again: a linear model over seven features of a question and a paragraph.

The fused search (`index.search`) nominates; each nominated paragraph is then looked at as a whole:

    fused       the best fused score of its sentences
    dense       the best cosine of its sentences
    context     the cosine of the paragraph itself
    adjacent    the part of the question's syllables, by rarity here, in two sentences side by side
    sentence    the part of them, by rarity in general text, in its best sentence
    figures     the part of the question's figures that it holds (1 when there are none)
    names       the part of the question's capitalised syllables that it holds (1 when none)

A linear listwise model was as good as a small network in cross-validation (evals/LOG.md).

What this module does not know: how paragraphs are nominated, or where its weights come from
(`index.tune_rerank`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.frequency import RAREST
from corpus.normalize import comparable, nfc, syllables

Scores = NDArray[np.float32]
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class RerankWeights:
    """What each feature is worth; see the module's docstring."""

    fused: float
    dense: float
    context: float
    adjacent: float
    sentence: float
    figures: float
    names: float


WEIGHTS = RerankWeights(
    fused=4.776,
    dense=2.489,
    context=7.383,
    adjacent=5.402,
    sentence=2.180,
    figures=2.428,
    names=1.957,
)
"""Found by ``python -m index.tune_rerank viquad1-dev.jsonl``; figures in evals/LOG.md."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as the features see it: syllables with two weights, its figures and names.

    ``here`` and ``general`` are the weights of ``syllables`` and sum to 1 each.
    """

    syllables: tuple[str, ...]
    here: tuple[float, ...]
    general: tuple[float, ...]
    figures: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(
        cls, question: str, rarity_here: Callable[[str], float], general: Mapping[str, float]
    ) -> "Wanted":
        """Read a question; ``rarity_here`` is the idf of a syllable among the paragraphs."""
        words = tuple(dict.fromkeys(syllables(question)))
        return cls(
            syllables=words,
            here=_shares([rarity_here(word) for word in words]),
            general=_shares([general.get(word, RAREST) for word in words]),
            figures=frozenset(word for word in words if _FIGURE.search(word)),
            names=_names(question),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph as the features see it: its sentences' syllables, and three scores."""

    sentences: Sequence[frozenset[str]]
    fused: float
    dense: float
    context: float


def features(wanted: Wanted, place: Place) -> tuple[float, ...]:
    """Return the features in the order of `RerankWeights`."""
    held = frozenset[str]().union(*place.sentences)
    windows = [first | second for first, second in pairwise(place.sentences)] or place.sentences
    return (
        place.fused,
        place.dense,
        place.context,
        max((_part(wanted.syllables, wanted.here, window) for window in windows), default=0.0),
        max((_part(wanted.syllables, wanted.general, one) for one in place.sentences), default=0.0),
        _share_held(wanted.figures, held),
        _share_held(wanted.names, held),
    )


def rescored(
    wanted: Wanted, places: Sequence[Place], weights: RerankWeights = WEIGHTS
) -> list[float]:
    """Return the score of each paragraph; they compare paragraphs of one question alone."""
    return [score_of(features(wanted, place), weights) for place in places]


def score_of(found: Sequence[float], weights: RerankWeights = WEIGHTS) -> float:
    """Return the score of a paragraph with these features."""
    return float(sum(x * y for x, y in zip(found, astuple(weights), strict=True)))


def _names(question: str) -> frozenset[str]:
    """Return the capitalised syllables after the first word, comparable."""
    words = _WORD.findall(nfc(question))[1:]
    return frozenset(comparable(word) for word in words if word[0].isupper())


def _part(words: Sequence[str], weights: Sequence[float], held: frozenset[str]) -> float:
    return sum(weight for word, weight in zip(words, weights, strict=True) if word in held)


def _share_held(wanted: frozenset[str], held: frozenset[str]) -> float:
    return len(wanted & held) / len(wanted) if wanted else 1.0


def _shares(weights: Sequence[float]) -> tuple[float, ...]:
    total = sum(weights) or 1.0
    return tuple(weight / total for weight in weights)
