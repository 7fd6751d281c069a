"""Fits the two numbers that turn log-odds into a probability (Platt 1999).

What this module does not know: where the odds come from.
"""

import numpy as np
import numpy.typing as npt

from assistant.span_model.model import Calibration

_STEPS = 50
_LEAST = 1e-3
_CLIP = 30.0


def calibrated(odds: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> Calibration:
    """Return the calibration of ``odds`` by what was ``right``, both kinds weighing the same."""
    share = max(float(right.mean()), _LEAST)
    weight = np.where(right, 0.5 / share, 0.5 / max(1 - share, _LEAST))
    rows = np.stack([odds, np.ones_like(odds)], axis=1)
    found = np.array([1.0, 0.0])
    for _ in range(_STEPS):
        guess = 1 / (1 + np.exp(-np.clip(rows @ found, -_CLIP, _CLIP)))
        slope = rows.T @ (weight * (guess - right)) + _LEAST * found
        curve = (rows * (weight * guess * (1 - guess))[:, None]).T @ rows + _LEAST * np.eye(2)
        found -= np.linalg.solve(curve, slope)
    return Calibration(round(float(found[0]), 4), round(float(found[1]), 4))
