"""The order of the foremost evidence, learned from questions with known answers.

A linear model over features of a question and one piece of evidence; its weights maximise the
probability, by a softmax over the foremost, of those that answer (the listwise loss of Cao et al.
2007). The trained reader's logit is not among them: it changed nothing (evals/LOG.md).

What this module does not know: whether the foremost evidence is good enough (`assistant.decide`).
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.confidence.features import FEATURES
from assistant.reading.annotations import Annotations
from assistant.reading.reader import Reading
from corpus.errors import ModelError

FILE = Path(__file__).parent / "order.json"
FOREMOST = 8
"""How many of the best are ordered again."""
ASIDE = frozenset(("plain", "open", "terms", "listed", "yes_no", "gap", "likeness_gap"))
"""Features that are the same for all evidence of a question, or say how it stands to the rest."""
SEEN: tuple[str, ...] = ("score", *(name for name in FEATURES if name not in ASIDE))
"""What the model sees, in order."""
Floats = NDArray[np.float64]


def seen(reading: Reading, annotations: Annotations) -> Floats:
    """Return the features of the foremost evidence, (at most `FOREMOST`, len(`SEEN`))."""
    foremost = reading.evidence[:FOREMOST]
    return np.array(
        [
            [
                found.score - foremost[0].score,
                *(FEATURES[name](reading, found, annotations) for name in SEEN[1:]),
            ]
            for found in foremost
        ]
    ).reshape(len(foremost), len(SEEN))


@dataclass(frozen=True)
class Order:
    """The weights, in the order of `SEEN`."""

    weights: Floats

    def worth(self, features: Floats) -> Floats:
        """Return the worth of each row of features."""
        worth: Floats = features @ self.weights
        return worth


def load_order(path: Path = FILE) -> Order:
    """Read the model.

    Raises:
        ModelError: the file is missing or malformed, or lacks a feature.
    """
    try:
        weights = json.loads(path.read_text(encoding="utf-8"))["weights"]
        return Order(np.array([float(weights[name]) for name in SEEN]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"Tệp mô hình {path} đã hỏng ({type(error).__name__}): hãy cài lại hoidap."
        ) from error
