"""Whether the evidence answers the question: answered, partly, or refused and why.

The question's time, its kind of figure, the names in it and its content must each be met by the
best evidence; what is not met decides which refusal is given, so that the nearest thing the text
does say can be told.

What this module does not know: wording (`assistant.compose`).
"""

from dataclasses import dataclass
from enum import StrEnum

from assistant.question import Question
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.reader import Reading
from corpus.normalize import comparable, tokens
from corpus.quantities import NameKind


class Outcome(StrEnum):
    """What to do with the best evidence."""

    ANSWER = "answer"
    OTHER_TIME = "other_time"
    NO_FIGURE = "no_figure"
    UNKNOWN_NAME = "unknown_name"
    NOT_STATED = "not_stated"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, the calibrated probability that the text answers, and the name not found."""

    outcome: Outcome
    confidence: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where answering begins: shares of the question's content met by the evidence."""

    coverage: float = 0.62
    own: float = 0.25
    nothing: float = 0.2


def decide(
    reading: Reading, annotations: Annotations, thresholds: Thresholds | None = None
) -> Decision:
    """Judge the best evidence of a reading."""
    limits = thresholds or Thresholds()
    best = reading.best
    if best is None or best.coverage.share < limits.nothing:
        return Decision(Outcome.NOTHING, 0.0)
    confidence = _confidence(best, limits)
    if name := _unknown_name(reading.question, annotations):
        return Decision(Outcome.UNKNOWN_NAME, min(confidence, 0.2), name)
    if best.coverage.share < limits.coverage or best.own.share < limits.own:
        return Decision(Outcome.NOT_STATED, confidence)
    if best.time is TimeFit.OTHER:
        return Decision(Outcome.OTHER_TIME, min(confidence, 0.2))
    if reading.question.wants_figure and not _has_figure(best):
        return Decision(Outcome.NO_FIGURE, min(confidence, 0.3))
    return Decision(Outcome.ANSWER, confidence)


def _confidence(best: Evidence, limits: Thresholds) -> float:
    """Return a rough probability: the coverage measured against the threshold."""
    share = best.coverage.share
    if share >= limits.coverage:
        return 0.5 + 0.5 * (share - limits.coverage) / max(1e-6, 1 - limits.coverage)
    return 0.5 * share / limits.coverage


def _has_figure(best: Evidence) -> bool:
    return best.typed or best.target is not None


def _unknown_name(question: Question, annotations: Annotations) -> str:
    """Return a name in the question that no document has, or ""."""
    views = [annotations.text_of(name) for name in annotations.documents]
    for number in question.mentions.numbers:
        if number.figures and not any(number.figures in view.single for view in views):
            return number.text
    for body in question.mentions.bodies:
        if body.kind is NameKind.BODY:
            continue  # heads of bodies are paraphrased freely; their words count as content
        phrase = tuple(comparable(token.text) for token in tokens(body.text))
        if not any(view.has(phrase) for view in views):
            return body.text
    return ""
