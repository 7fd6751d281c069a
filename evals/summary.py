"""Scores by kind: means with their n and standard error, and latency.

What this module does not know: which score is good enough (`evals.bars`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.record import Outcome
from evals.scorers import METRICS
from evals.stats import Mean, mean, percentile

ALL = "all"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a report: the outcomes of one label, summed up; times in milliseconds."""

    label: str
    n: int
    means: Mapping[str, Mean]
    p50_ms: float
    p99_ms: float


def rows_of(
    outcomes: Sequence[Outcome], key: Callable[[Outcome], str] = lambda outcome: outcome.label
) -> list[Row]:
    """Return a row for each label, in order of first appearance, and then one for all."""
    if not outcomes:
        return []
    labels = dict.fromkeys(key(outcome) for outcome in outcomes)
    grouped = [[o for o in outcomes if key(o) == label] for label in labels]
    return [
        *(_row(label, group) for label, group in zip(labels, grouped, strict=True)),
        _row(ALL, outcomes),
    ]


def _row(label: str, outcomes: Sequence[Outcome]) -> Row:
    times = [outcome.elapsed_ms for outcome in outcomes]
    return Row(
        label, len(outcomes), _means(outcomes), percentile(times, 0.50), percentile(times, 0.99)
    )


def _means(outcomes: Iterable[Outcome]) -> dict[str, Mean]:
    scores = [outcome.scores for outcome in outcomes]
    values = {name: [s[name] for s in scores if name in s] for name in METRICS}
    return {name: mean(found) for name, found in values.items() if found}
