"""The confidence model: weights in a small JSON file, read when an assistant is assembled.

What this module does not know: where features come from.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.confidence.features import FEATURES
from corpus.errors import ModelError

WEIGHTS = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class ConfidenceModel:
    """Logistic regression: ``weights`` in the order of `FEATURES`, and where answering begins."""

    weights: NDArray[np.float64]
    bias: float
    threshold: float

    def probability(self, features: NDArray[np.float64]) -> float:
        """Return the probability 0..1 that the evidence answers."""
        logit = features @ self.weights + self.bias
        return float((1 + np.tanh(logit / 2)) / 2)  # the logistic function, without overflow


def load_confidence(path: Path = WEIGHTS) -> ConfidenceModel:
    """Read the model.

    Raises:
        ModelError: the file is missing or malformed, or lacks a feature.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        values = np.array([float(record["weights"][name]) for name in FEATURES])
        return ConfidenceModel(values, float(record["bias"]), float(record["threshold"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"Tệp mô hình {path} đã hỏng ({type(error).__name__}): hãy cài lại hoidap."
        ) from error
