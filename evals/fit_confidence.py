"""Fitting the confidence model: `python -m evals.fit_confidence DOCUMENTS OUT`.

DOCUMENTS is the folder with the development documents and their questions. Each question is read
over its own document; whether its best evidence, worded as an answer, would be right is what is
learnt. Each question is also asked of one document of another subject, where it has no answer.
Of the seed suite only the "tune" half is used; the "held" half measures.

What this module does not know: the refusals that rules decide (`assistant.decide`).
"""

import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.confidence import FEATURES, features_of
from assistant.decide import Decision, Outcome
from corpus.read import read_document
from corpus.shipped import shipped_paths
from evals.cases import Case, Kind, Split, read_cases
from evals.response import of_answer
from evals.scorers.accuracy import correct

ELSEWHERE_WEIGHT = 0.4
STRENGTH = 3.0
THRESHOLD = 0.5
_SEED = Path(__file__).parent / "suites" / "seed.jsonl"
# Documents that share a subject: a question on one may be answered by another.
_SUBJECTS = (("hanoi", "gdp7", "21-ctr"), ("nq57", "nq03", "kinhteso"), ("duoinuoc",))


@dataclass(frozen=True, slots=True)
class Sample:
    """One question read over one document: features, whether answering is right, its weight."""

    features: NDArray[np.float64]
    right: bool
    weight: float
    kind: str
    held: bool


def samples(folder: Path) -> Iterator[Sample]:
    """Yield a sample for each question over its document, and over one of another subject."""
    cases = _cases(folder)
    assistants = {name: _assistant(name, folder) for name in cases}
    chance = random.Random(1)  # noqa: S311 - a choice of documents, not a secret
    for name, own in cases.items():
        others = [other for other in cases if _subject(other) != _subject(name)]
        for case in own:
            for asked, weight in ((name, 1.0), (chance.choice(others), ELSEWHERE_WEIGHT)):
                found = _sample(assistants[asked], case, weight, own=asked == name)
                if found is not None:
                    yield found


def _sample(assistant: Assistant, case: Case, weight: float, *, own: bool) -> Sample | None:
    understood = assistant.understander.understand(case.question, case.history)
    reading = assistant.read(understood)
    if reading.best is None or reading.about or reading.mentioned:
        return None
    answer = assistant.composer.compose(reading, Decision(Outcome.ANSWER, 1.0, reading.best))
    answers = own and case.answerable and answer.status is not Status.REFUSED
    return Sample(
        features_of(reading, reading.best, assistant.reader.annotations),
        bool(answers and correct(case, of_answer(answer))),
        weight,
        case.kind.value if own else "elsewhere",
        case.split is Split.HELD,
    )


def _cases(folder: Path) -> dict[str, list[Case]]:
    found = {
        path.name.removesuffix(".questions.jsonl"): read_cases(path)
        for path in sorted(folder.glob("*.questions.jsonl"))
    }
    found[shipped_paths()[0].stem] = read_cases(_SEED)
    skipped = {Kind.CLAIM, Kind.FALSE_PREMISE}
    return {n: [case for case in cases if case.kind not in skipped] for n, cases in found.items()}


def _assistant(name: str, folder: Path) -> Assistant:
    shipped = {path.stem: path for path in shipped_paths()}
    return assistant_over([read_document(shipped.get(name, folder / f"{name}.txt"))])


def _subject(name: str) -> int:
    return next(
        place for place, words in enumerate(_SUBJECTS) if any(word in name for word in words)
    )


def fit(found: Sequence[Sample]) -> Mapping[str, object]:
    """Return the model's record, fitted on the samples that are not held back."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - only fitting needs it

    used = [sample for sample in found if not sample.held]
    model = LogisticRegression(C=STRENGTH, max_iter=5_000)
    model.fit(
        np.array([sample.features for sample in used]),
        np.array([sample.right for sample in used]),
        sample_weight=np.array([sample.weight for sample in used]),
    )
    weights = dict(zip(FEATURES, (round(float(w), 4) for w in model.coef_[0]), strict=True))
    return {
        "threshold": THRESHOLD,
        "bias": round(float(model.intercept_[0]), 4),
        "weights": weights,
        "samples": len(used),
    }


def main(documents: str, out: str) -> None:
    """Fit on DOCUMENTS and write the record to OUT."""
    record = fit(list(samples(Path(documents))))
    Path(out).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
