"""Whether the evidence answers the question: answered, partly, or refused and why.

The question's time, its kind of figure, the names in it and its content must each be met by the
best evidence; what is not met decides which refusal is given, so that the nearest thing the text
does say can be told.

What this module does not know: wording (`assistant.compose`).
"""

from dataclasses import dataclass
from enum import StrEnum

from assistant.confidence import ConfidenceModel, features_of
from assistant.question import Question
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.reader import Reading
from corpus.normalize import comparable, tokens
from corpus.quantities import NameKind

_RULED_OUT = 0.2


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


NOTHING_MET = 0.12
"""A share of the question's content under which the evidence is about something else."""


def decide(reading: Reading, annotations: Annotations, model: ConfidenceModel) -> Decision:
    """Judge the best evidence of a reading."""
    best = reading.best
    if best is None or best.coverage.share < NOTHING_MET:
        return Decision(Outcome.NOTHING, 0.0)
    confidence = model.probability(features_of(reading, best, annotations))
    if name := _unknown_name(reading.question, annotations):
        return Decision(Outcome.UNKNOWN_NAME, min(confidence, _RULED_OUT), name)
    if best.time is TimeFit.OTHER:
        return Decision(Outcome.OTHER_TIME, min(confidence, _RULED_OUT))
    if reading.question.wants_figure and not _has_figure(best):
        return Decision(Outcome.NO_FIGURE, min(confidence, _RULED_OUT))
    if confidence < model.threshold:
        return Decision(Outcome.NOT_STATED, confidence)
    return Decision(Outcome.ANSWER, confidence)


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
