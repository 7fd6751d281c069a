"""Fitting the confidence model: `python -m evals.fit_confidence DATA OUT`.

DATA is the folder with the development documents, their questions and the texts of
`evals.fitting`. Each question is read over its own document; whether its best evidence, worded as
an answer, would be right is what is learnt. Each answerable one is also read with the passages
that answer it left out, and questions are asked of a document of another subject: there nothing
is right. Of the seed suite only the "tune" half is used, of the other questions those for fitting.

What this module does not know: the refusals that rules decide (`assistant.decide`).
"""

import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.confidence import FEATURES, HELPING, HURTING, ConfidenceModel, features_of
from assistant.decide import Outcome, decide
from corpus.model import Document, Span
from evals.cases import Case, Kind
from evals.known import answers, asked_of, found_for, places_of

OWN, WITHOUT, ELSEWHERE = "own", "without", "elsewhere"
WEIGHTS: Mapping[str, float] = {OWN: 1.0, WITHOUT: 0.3, ELSEWHERE: 0.3}
FAR = 0.5
"""What a paraphrase counts for that shares no word with its text: few ask like that."""
PENALTY = 1.7
THRESHOLD = 0.32
_FOREIGN = 20
_FAR_IDS = re.compile(r"-p\d+$")  # as evals.fitting names them
# Documents that share a subject: a question on one may be answered by another.
_SUBJECTS = (("hanoi", "gdp7", "21-ctr"), ("nq57", "nq03", "kinhteso"), ("duoinuoc",))


@dataclass(frozen=True, slots=True)
class Sample:
    """One question read over one document: features, whether answering is right, and from where.

    ``ruled_out`` tells that the rules refuse it whatever the model says.
    """

    features: NDArray[np.float64]
    right: bool
    how: str
    case: Case
    document: str
    ruled_out: bool

    @property
    def weight(self) -> float:
        """How much the sample counts."""
        far = self.how == OWN and _FAR_IDS.search(self.case.id)
        return FAR if far else WEIGHTS[self.how]


def samples(data: Path) -> Iterator[Sample]:
    """Yield the samples of every document, one document after another."""
    asked = asked_of(data)
    chance = random.Random(1)  # noqa: S311 - a choice of questions, not a secret
    for one in asked:
        assistant = assistant_over([one.document])
        for case in one.cases:
            yield from _of_case(assistant, one.document, case)
        foreign = [
            case
            for other in asked
            if _subject(other.document.name) != _subject(one.document.name)
            for case in other.cases
        ]
        for case in chance.sample(foreign, min(_FOREIGN, len(foreign))):
            yield from _sample(assistant, one.document, case, ELSEWHERE)


def _of_case(assistant: Assistant, document: Document, case: Case) -> Iterator[Sample]:
    yield from _sample(assistant, document, case, OWN)
    if case.answerable and case.kind is not Kind.YESNO and case.evidence:
        yield from _sample(assistant, document, case, WITHOUT, places_of(case, document))


def _sample(
    assistant: Assistant, document: Document, case: Case, how: str, left_out: Sequence[Span] = ()
) -> Iterator[Sample]:
    asked, hits = found_for(assistant, case, left_out)
    reading = assistant.evidence_in(hits, asked)
    if reading.best is None or reading.about or reading.mentioned:
        return
    annotations = assistant.reader.annotations
    yield Sample(
        features_of(reading, reading.best, annotations),
        how != ELSEWHERE and answers(assistant, case, reading, reading.best),
        how,
        case,
        document.name,
        decide(reading, annotations, _always()).outcome is not Outcome.ANSWER,
    )


def _always() -> ConfidenceModel:
    return ConfidenceModel(np.zeros(len(FEATURES)), 0.0, 0.0)


def _subject(name: str) -> str:
    return next((words[0] for words in _SUBJECTS if any(word in name for word in words)), name)


def fit(found: Sequence[Sample]) -> Mapping[str, object]:
    """Return the model's record: a logistic regression whose weights have the signs they should.

    Minimised is the weighted loss with `PENALTY` on the squares of the weights of features over
    their deviations; what helps (`HELPING`) may not count against an answer, nor what hurts for it.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - only fitting needs it

    features = np.array([sample.features for sample in found])
    scale = features.std(axis=0)
    scale[scale == 0] = 1.0
    seen = features / scale
    counts = np.array([sample.weight for sample in found])
    side = np.where([sample.right for sample in found], 1.0, -1.0)

    def loss(model: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights, bias = model[:-1], model[-1]
        margin = side * (seen @ weights + bias)
        total = float((counts * np.logaddexp(0, -margin)).sum() + PENALTY * weights @ weights)
        slope = -counts * side / (1 + np.exp(margin))
        return total, np.append(seen.T @ slope + 2 * PENALTY * weights, slope.sum())

    signs = [(0 if f in HELPING else None, 0 if f in HURTING else None) for f in FEATURES]
    bounds = [*signs, (None, None)]
    start = np.zeros(len(bounds))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    weights = zip(FEATURES, best[:-1] / scale, strict=True)
    return {
        "threshold": THRESHOLD,
        "bias": round(float(best[-1]), 4),
        "weights": {name: round(float(weight), 4) for name, weight in weights},
        "samples": len(found),
    }


def main(data: str, out: str) -> None:
    """Fit on DATA and write the record to OUT."""
    record = fit(list(samples(Path(data))))
    Path(out).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
