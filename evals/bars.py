"""Bars: how good a suite must be, from `bars.toml`.

``[suite.label]`` holds ``metric = bound``; the bound is a least value, or a most for the metrics
where lower is better. The label ``all`` is the whole suite. A bar on nothing measured (a suite
that was skipped, a kind that was left out) is not judged.

What this module does not know: how anything was measured.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import CaseError
from evals.record import Run
from evals.scorers import LOWER_IS_BETTER, METRICS
from evals.summary import rows_of

DEFAULT = Path(__file__).parent / "bars.toml"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bound on one metric of one row of a suite."""

    suite: str
    label: str
    metric: str
    bound: float

    @property
    def at_most(self) -> bool:
        """Whether the bound is a most rather than a least."""
        return self.metric in LOWER_IS_BETTER


@dataclass(frozen=True, slots=True)
class Judged:
    """A bar with what was measured, over ``n`` cases."""

    bar: Bar
    value: float
    n: int

    @property
    def met(self) -> bool:
        """Whether the measured value clears the bar."""
        return self.value <= self.bar.bound if self.bar.at_most else self.value >= self.bar.bound


def read_bars(path: Path = DEFAULT) -> list[Bar]:
    """Read the bars.

    Raises:
        CaseError: the file does not parse, or names an unknown metric.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CaseError(f"Không đọc được ngưỡng “{path}” ({error}); hãy sửa tệp ấy.") from error
    return list(_bars(tables))


def judge(run: Run, bars: Iterable[Bar]) -> list[Judged]:
    """Hold a run against the bars it can be held against."""
    rows = {(suite.name, row.label): row for suite in run.suites for row in rows_of(suite.outcomes)}
    judged = []
    for bar in bars:
        row = rows.get((bar.suite, bar.label))
        if row and bar.metric in row.means:
            found = row.means[bar.metric]
            judged.append(Judged(bar, found.value, found.n))
    return judged


def _bars(tables: dict[str, Any]) -> Iterable[Bar]:
    for suite, labels in tables.items():
        for label, metrics in labels.items():
            for metric, bound in metrics.items():
                if metric not in METRICS:
                    known = ", ".join(METRICS)
                    raise CaseError(
                        f"Ngưỡng {suite}.{label} đặt cho “{metric}”; các số đo có: {known}."
                    )
                yield Bar(suite, label, metric, float(bound))
