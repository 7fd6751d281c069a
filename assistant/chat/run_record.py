"""The last evaluation run, read as data from the file that ``hoidap eval`` keeps.

Only what the page shows is read, and a file that is no run is passed over: the web app must not
fail because an evaluation was cut off while it wrote.

What this module does not know: how a run is made or scored.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

_FORMAT = 1
_HELD = "held"


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: its row in the report, what was asked, wanted and answered, and whether right.

    ``held`` marks a case that is kept from whoever improves the assistant: only counted.
    """

    label: str
    question: str
    expected: str
    answer: str
    right: bool
    held: bool


@dataclass(frozen=True, slots=True)
class SuiteResult:
    """The cases of one suite, or why it was skipped."""

    name: str
    cases: tuple[CaseResult, ...]
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class RunResult:
    """A run: when it began, of which commit, how long it took, and its suites."""

    started: datetime
    commit: str
    seconds: float
    suites: tuple[SuiteResult, ...]


def last_run(folder: Path | None) -> RunResult | None:
    """Return the newest readable run of a folder, None where there is none."""
    if folder is None:
        return None
    files = sorted(folder.glob("*.json"), key=_written, reverse=True)
    return next((run for run in map(_read, files) if run is not None), None)


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone in the meantime
        return 0.0


def _read(path: Path) -> RunResult | None:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return _run(record) if record["format"] == _FORMAT else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _run(record: Mapping[str, Any]) -> RunResult:
    return RunResult(
        started=datetime.fromisoformat(record["started"]),
        commit=str(record["commit"]),
        seconds=float(record["seconds"]),
        suites=tuple(
            SuiteResult(str(suite["name"]), _cases(suite["outcomes"]), str(suite["skipped"]))
            for suite in record["suites"]
        ),
    )


def _cases(outcomes: Sequence[Mapping[str, Any]]) -> tuple[CaseResult, ...]:
    return tuple(
        CaseResult(
            label=str(outcome["label"]),
            question=str(outcome["question"]),
            expected=str(outcome["expected"]),
            answer=str(outcome["text"]),
            right=float(outcome["scores"].get("correct", 0.0)) >= 1.0,
            held=outcome["split"] == _HELD,
        )
        for outcome in outcomes
    )
