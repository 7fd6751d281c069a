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
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Status
from assistant.ask import HITS, Assistant
from assistant.assemble import assistant_over
from assistant.confidence import FEATURES, ConfidenceModel, features_of
from assistant.decide import Decision, Outcome, decide
from assistant.question import analyse
from assistant.reading.reader import Reading
from corpus.model import Document, Span
from corpus.read import read_document
from corpus.shipped import shipped_paths
from evals.cases import Case, Kind, Split, read_cases
from evals.fitting import fitting_cases
from evals.response import of_answer
from evals.scorers.accuracy import correct

OWN, WITHOUT, ELSEWHERE = "own", "without", "elsewhere"
WEIGHTS: Mapping[str, float] = {OWN: 1.0, WITHOUT: 0.3, ELSEWHERE: 0.3}
STRENGTH = 0.3
THRESHOLD = 0.48
_FOREIGN = 20
_SEED = Path(__file__).parent / "suites" / "seed.jsonl"
_SKIPPED = frozenset((Kind.CLAIM, Kind.FALSE_PREMISE))
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
        return WEIGHTS[self.how]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A document with its questions."""

    document: Document
    cases: tuple[Case, ...]


def samples(data: Path) -> Iterator[Sample]:
    """Yield the samples of every document, one document after another."""
    asked = [*_development(data / "documents"), *_fitting(data)]
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
        left_out = [span for words in case.evidence for span in _places(document.text, words)]
        yield from _sample(assistant, document, case, WITHOUT, left_out)


def _sample(
    assistant: Assistant, document: Document, case: Case, how: str, left_out: Sequence[Span] = ()
) -> Iterator[Sample]:
    reading = _reading(assistant, case, left_out)
    if reading.best is None or reading.about or reading.mentioned:
        return
    annotations = assistant.reader.annotations
    answer = assistant.composer.compose(reading, Decision(Outcome.ANSWER, 1.0, reading.best))
    answers = how != ELSEWHERE and case.answerable and answer.status is not Status.REFUSED
    yield Sample(
        features_of(reading, reading.best, annotations),
        bool(answers and correct(case, of_answer(answer))),
        how,
        case,
        document.name,
        decide(reading, annotations, _always()).outcome is not Outcome.ANSWER,
    )


def _reading(assistant: Assistant, case: Case, left_out: Sequence[Span]) -> Reading:
    understood = assistant.understander.understand(case.question, case.history)
    asked = analyse(understood.text, understood.expansions)
    found = assistant.retriever.search(" ".join((asked.text, *asked.extra)), 2 * HITS)
    kept = [hit for hit in found if not any(hit.passage.span.overlaps(span) for span in left_out)]
    return assistant.evidence_in(kept[:HITS], asked)


def _always() -> ConfidenceModel:
    return ConfidenceModel(np.zeros(len(FEATURES)), 0.0, 0.0)


def _places(text: str, words: str) -> Iterator[Span]:
    sought = unicodedata.normalize("NFC", words)
    at = text.find(sought)
    while at >= 0:
        yield Span(at, at + len(sought))
        at = text.find(sought, at + 1)


def _development(folder: Path) -> Iterator[_Asked]:
    shipped = shipped_paths()[0]
    files = {path.name.removesuffix(".questions.jsonl"): path for path in _questions(folder)}
    for name, path in (files | {shipped.stem: _SEED}).items():
        text = shipped if name == shipped.stem else folder / f"{name}.txt"
        yield _Asked(read_document(text), _used(read_cases(path)))


def _questions(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.questions.jsonl"))


def _fitting(data: Path) -> Iterator[_Asked]:
    for text in fitting_cases(data).texts:
        if used := _used(text.cases):
            yield _Asked(text.document, used)


def _used(cases: Sequence[Case]) -> tuple[Case, ...]:
    return tuple(c for c in cases if c.kind not in _SKIPPED and c.split is not Split.HELD)


def _subject(name: str) -> str:
    return next((words[0] for words in _SUBJECTS if any(word in name for word in words)), name)


def fit(found: Sequence[Sample]) -> Mapping[str, object]:
    """Return the model's record, fitted on the samples that are not held back."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - only fitting needs it

    features = np.array([sample.features for sample in found])
    scale = features.std(axis=0)
    scale[scale == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, max_iter=5_000)
    model.fit(
        features / scale,
        np.array([sample.right for sample in found]),
        sample_weight=np.array([sample.weight for sample in found]),
    )
    weights = zip(FEATURES, model.coef_[0] / scale, strict=True)
    return {
        "threshold": THRESHOLD,
        "bias": round(float(model.intercept_[0]), 4),
        "weights": {name: round(float(weight), 4) for name, weight in weights},
        "samples": len(found),
    }


def main(data: str, out: str) -> None:
    """Fit on DATA and write the record to OUT."""
    record = fit(list(samples(Path(data))))
    Path(out).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
