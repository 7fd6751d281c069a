"""The claim model at run time: boosted trees in one small file, added up in numpy.

A tree node sends a row left when its feature is at most the threshold; a leaf's value is added to
its class. The sums go through a softmax (gradient boosting, Friedman 2001).

What this module does not know: how the trees were grown (`assistant.claims.learned.train`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.checked import parsing, read_checked

FOLDER = Path(__file__).parent
WEIGHTS, RECORD = "weights.npz", "weights.json"
CLASSES = ("supported", "refuted", "not_found")


@dataclass(frozen=True, slots=True)
class Bearing:
    """How likely evidence bears a statement out, contradicts it, or says nothing of it."""

    supported: float
    refuted: float
    not_found: float


@dataclass(frozen=True)
class ClaimModel:
    """Trees laid end to end.

    ``names`` are the features in order; ``roots`` (trees) the first node of each tree, ``classes``
    (trees) the class it adds to; ``feature`` (nodes; -1 at a leaf), ``threshold``, ``left``,
    ``right`` and ``value`` go by node. ``start`` (classes) is what the sums begin with.
    """

    names: tuple[str, ...]
    start: NDArray[np.float64]
    roots: NDArray[np.int32]
    classes: NDArray[np.int32]
    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]

    def bearing(self, row: Mapping[str, float]) -> Bearing:
        """Return the probabilities of one row of features; all trees are walked at once."""
        numbers = np.array([row[name] for name in self.names], np.float32)
        at = self.roots.copy()
        while (inner := self.feature[at] >= 0).any():
            nodes = at[inner]
            lower = numbers[self.feature[nodes]] <= self.threshold[nodes]
            at[inner] = np.where(lower, self.left[nodes], self.right[nodes])
        sums = self.start + np.bincount(self.classes, self.value[at], minlength=len(self.start))
        shares = np.exp(sums - sums.max())
        shares /= shares.sum()
        return Bearing(*(float(share) for share in shares))


def load_claim_model(folder: Path = FOLDER) -> ClaimModel:
    """Read the model and check it against its recorded sha256.

    Raises:
        ModelError: a file is missing, damaged or malformed.
    """
    found = read_checked(folder / RECORD, WEIGHTS)
    with parsing(folder / WEIGHTS):
        arrays = np.load(BytesIO(found.files[WEIGHTS]))
        fields = ("start", "roots", "classes", "feature", "threshold", "left", "right", "value")
        return ClaimModel(tuple(found.record["features"]), *(arrays[field] for field in fields))
