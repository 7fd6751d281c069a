"""A run as it is kept: what was asked, what came back, how it scored, and what produced it.

What this module does not know: how scores are computed, compared or shown.
"""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from corpus.errors import CaseError
from evals.model_use import NO_MODEL, ModelUse

FORMAT = 1
ERROR = "error"
"""The status of a case on which the assistant failed with an error of its own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case with its response and scores; ``label`` is the report's row.

    ``model`` is what a language model did for it; runs of before there was one have none.
    """

    id: str
    kind: str
    label: str
    split: str
    question: str
    history: tuple[str, ...]
    expected: str
    status: str
    text: str
    span: str
    quotes: tuple[str, ...]
    understood: str
    elapsed_ms: float
    scores: dict[str, float]
    model: ModelUse = NO_MODEL

    @property
    def right(self) -> bool:
        """Whether the answer was correct."""
        return self.scores.get("correct", 0.0) >= 1.0

    @property
    def held(self) -> bool:
        """Whether the case is held back: reports do not lay its failures before who tunes."""
        return self.split == "held"


@dataclass(frozen=True, slots=True)
class SuiteRun:
    """The outcomes of one suite, or why it was skipped."""

    name: str
    outcomes: tuple[Outcome, ...] = ()
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One evaluation, with what would be needed to repeat it.

    ``corpus`` maps each document to the sha256 of its text; ``packages`` to versions.
    """

    id: str
    started: str
    commit: str
    dirty: bool
    python: str
    cores: int
    system: str
    packages: dict[str, str]
    settings: dict[str, Any]
    corpus: dict[str, str]
    corpus_sha256: str
    prompts_sha256: str
    cases_sha256: str
    seconds: float
    suites: tuple[SuiteRun, ...] = ()
    format: int = field(default=FORMAT)

    def suite(self, name: str) -> SuiteRun | None:
        """Return the suite of that name, if it was part of the run."""
        return next((suite for suite in self.suites if suite.name == name), None)


def run_to_json(run: Run) -> str:
    """Return a run as JSON text."""
    return json.dumps(asdict(run), ensure_ascii=False, indent=1)


def read_run(path: Path) -> Run:
    """Read what `run_to_json` wrote.

    Raises:
        CaseError: the file is missing, is not a run, or is of another format.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["format"] != FORMAT:
            raise CaseError(
                f"Lượt chạy “{path}” ở định dạng {record['format']}, cần {FORMAT}; "
                "hãy chạy lại hoidap eval để có lượt mới."
            )
        return _run(record)
    except OSError as error:
        raise CaseError(
            f"Không mở được lượt chạy “{path}” ({error.strerror}); hãy chỉ ra tệp JSON của nó."
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise CaseError(
            f"“{path}” không phải lượt chạy của hoidap eval; hãy dùng tệp do --json ghi ra."
        ) from error


def _run(record: dict[str, Any]) -> Run:
    suites = tuple(
        SuiteRun(
            suite["name"],
            tuple(_outcome(outcome) for outcome in suite["outcomes"]),
            suite["skipped"],
        )
        for suite in record.pop("suites")
    )
    known = {f.name for f in fields(Run)}
    return Run(**{key: value for key, value in record.items() if key in known}, suites=suites)


def _outcome(record: dict[str, Any]) -> Outcome:
    return Outcome(
        **record
        | {
            "history": tuple(record["history"]),
            "quotes": tuple(record["quotes"]),
            "model": ModelUse(**record.get("model", {})),
        }
    )
