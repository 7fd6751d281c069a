"""Windows as the network's inputs: what is read at once, padded, and which spans there can be.

What this module does not know: the network, or what becomes of its scores.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.span_model.features import PASSAGE_FEATURES, WINDOW, Ints, Text, Window

LONGEST = 60
"""Most tokens of an answer."""
INPUTS = (
    "passage",
    "passage_features",
    "passage_lengths",
    "question",
    "question_features",
    "question_lengths",
)
_ALONE = 64
"""So few tokens are read in one part: handing over to another thread would cost more."""
_MADE = 0.2
"""What it takes to make a text ready, beside what the network takes to read it."""


def parts(sizes: Mapping[int, int]) -> list[list[int]]:
    """Return places of texts by their ``sizes`` in tokens, in one part or in two to read at once.

    The longest are together, so that little is padded, and go first: they are read elsewhere while
    the second part is still being made. Parts are such that both are read at the same time, nearly.
    """
    order = sorted(sizes, key=lambda place: -sizes[place])
    if sum(sizes.values()) <= _ALONE or len(order) == 1:
        return [order]
    made = _MADE * sum(sizes.values())
    work = [
        max(cut * sizes[order[0]] * (1 + _MADE), made + (len(order) - cut) * sizes[order[cut]])
        for cut in range(1, len(order))
    ]
    cut = len(work) - work[::-1].index(min(work))
    return [order[:cut], order[cut:]]


def given(
    asked: Text, texts: Sequence[Text], windows: Sequence[Window]
) -> dict[str, npt.NDArray[Any]]:
    """Return the inputs of the network, padded to the longest window."""
    most, size = max(len(one.kept) for one in windows), len(asked.words)
    numbers = np.zeros((len(texts), most), np.int64)
    features = np.zeros((len(texts), most, PASSAGE_FEATURES), np.float32)
    for row, (text, seen) in enumerate(zip(texts, windows, strict=True)):
        numbers[row, : len(seen.kept)] = text.numbers[seen.kept]
        features[row, : len(seen.kept)] = seen.passage
    lengths = np.array([len(one.kept) for one in windows], np.int64)
    questions = np.stack([one.question for one in windows])
    repeated = np.tile(asked.numbers, (len(texts), 1))
    sizes = np.full(len(texts), size, np.int64)
    given = (numbers, features, lengths, repeated, questions, sizes)
    return dict(zip(INPUTS, given, strict=True))


@lru_cache(maxsize=2 * WINDOW)
def band(size: int) -> npt.NDArray[np.bool_]:
    """Return which (start, end) pairs are spans, and no longer than any answer."""
    shape = np.ones((size, size), bool)
    within: npt.NDArray[np.bool_] = np.triu(shape) & ~np.triu(shape, LONGEST)
    return within


def broken(kept: Ints) -> npt.NDArray[np.bool_]:
    """Return which (start, end) pairs would reach over sentences that were not read."""
    run = np.cumsum(np.diff(kept, prepend=kept[0]) > 1)
    apart: npt.NDArray[np.bool_] = run[:, None] != run[None, :]
    return apart
