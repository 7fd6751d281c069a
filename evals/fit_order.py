"""Fitting the order of evidence: `python -m evals.fit_order DATA OUT`.

Each question is read over its own document; each of the foremost pieces of evidence, worded as an
answer, is right or not. The weights maximise the probability of the right ones by a softmax over
the foremost (Cao et al. 2007), with a penalty on the square of each weight times its feature's
deviation.

What this module does not know: where answering begins (`evals.fit_confidence`).
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.assemble import assistant_over
from assistant.confidence.order import FOREMOST, SEEN, seen
from evals.cases import Case
from evals.known import answers, asked_of, found_for

PENALTY = 0.005
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The foremost evidence of one question: its features (n, `SEEN`), and which is right."""

    features: Floats
    right: NDArray[np.bool_]
    case: Case
    document: str


def choices(data: Path) -> Iterator[Choice]:
    """Yield the choices of every answerable question, one document after another."""
    for one in asked_of(data):
        assistant = assistant_over([one.document])
        for case in one.cases:
            asked, hits = found_for(assistant, case)
            reading = assistant.reader.read(asked, hits, assistant.synonyms_of(asked.text))
            if not case.answerable or not reading.evidence or reading.about or reading.mentioned:
                continue
            looked = assistant.chooser.looked(reading)
            foremost = looked.evidence[:FOREMOST]
            yield Choice(
                seen(looked, assistant.reader.annotations),
                np.array([answers(assistant, case, looked, best) for best in foremost]),
                case,
                one.document.name,
            )


def fit(found: Sequence[Choice]) -> Floats:
    """Return the weights, in the order of `SEEN`; a choice all right or all wrong is no help."""
    from scipy.optimize import minimize  # noqa: PLC0415 - only fitting needs it

    told = [one for one in found if one.right.any() and not one.right.all()]
    deviation = np.concatenate([one.features for one in told]).std(axis=0) + 1e-6
    parts = [(one.features / deviation, one.right) for one in told]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros(len(SEEN))
        for features, right in parts:
            worth = features @ weights
            shares = np.exp(worth - worth.max())
            shares /= shares.sum()
            won = shares * right
            total -= float(np.log(won.sum() + 1e-12))
            slope -= features.T @ (won / (won.sum() + 1e-12) - shares)
        size = len(parts)
        penalty = PENALTY * float(weights @ weights)
        return total / size + penalty, slope / size + 2 * PENALTY * weights

    best = minimize(loss, np.zeros(len(SEEN)), jac=True, method="L-BFGS-B")
    weights: Floats = np.asarray(best.x, dtype=np.float64) / deviation
    return weights


def record_of(found: Sequence[Choice]) -> Mapping[str, object]:
    """Return the model's record."""
    weights = zip(SEEN, fit(found), strict=True)
    return {
        "weights": {name: round(float(weight), 4) for name, weight in weights},
        "questions": len(found),
    }


def main(data: str, out: str) -> None:
    """Fit on DATA and write the record to OUT."""
    record = record_of(list(choices(Path(data))))
    Path(out).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
