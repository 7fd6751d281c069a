"""The few statistics of the reports.

What this module does not know: what the numbers measure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, comb, sqrt


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with how many values it is of, and its standard error (None for one value)."""

    value: float
    n: int
    error: float | None


def mean(values: Sequence[float]) -> Mean:
    """Return the mean of at least one value; the error is the sample deviation over sqrt(n)."""
    n = len(values)
    average = sum(values) / n
    if n == 1:
        return Mean(average, n, None)
    variance = sum((value - average) ** 2 for value in values) / (n - 1)
    return Mean(average, n, sqrt(variance / n))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile of at least one value; ``share`` from 0 to 1."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def sign_test(won: int, lost: int) -> float:
    """Return the two-sided exact sign test's p: that a fair coin splits this unevenly or more."""
    flips = won + lost
    if flips == 0:
        return 1.0
    tail = sum(comb(flips, k) for k in range(min(won, lost) + 1))
    return min(1.0, tail / float(2 ** (flips - 1)))
