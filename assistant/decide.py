"""Whether the evidence answers the question: answered, partly, or refused and why.

The question's time, its kind of figure, the names in it and its content must each be met by the
best evidence; what is not met decides which refusal is given, so that the nearest thing the text
does say can be told.

What this module does not know: wording (`assistant.compose`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from assistant.confidence import ConfidenceModel, features_of
from assistant.confidence.second import SecondLook
from assistant.question import Asks, Question
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.holders import is_bare_post, is_shown
from assistant.reading.narrowing import Limit, Miss, unmet_narrowing
from assistant.reading.posts import asks_for_holder
from assistant.reading.reader import Reading
from assistant.reading.reasons import lacks_reason
from corpus.normalize import comparable
from corpus.register import TargetKind
from corpus.units import unit_key

_RULED_OUT = 0.2
_NAMED, _WHOLLY = 0.5, 0.99
_ALIKE = 0.4
"""A share met of what an aim is set for, from which a figure of today is of the same thing."""
_IN_TIME = frozenset((TimeFit.MET, TimeFit.NEAR))
ABOUT_AS_GOOD = 0.1
REACHED = 0.7
"""A share met of what was reached, from which it is of the thing that an aim is set for."""
NOT_FAR = 0.4
"""By how much evidence that says the class asked about may stand behind one that does not."""
FAR_BETTER = 0.25
"""By how much merit evidence for another time must lead for the question to be about it."""


class Outcome(StrEnum):
    """What to do with the best evidence."""

    ANSWER = "answer"
    OTHER_TIME = "other_time"
    NO_FIGURE = "no_figure"
    UNKNOWN_NAME = "unknown_name"
    OTHER_SCOPE = "other_scope"
    NOT_STATED = "not_stated"
    NOTHING = "nothing"


_MISSED: Final[Mapping[Limit, Outcome]] = MappingProxyType(
    {
        Limit.NAME: Outcome.UNKNOWN_NAME,
        Limit.SCOPE: Outcome.OTHER_SCOPE,
        Limit.OTHER: Outcome.NOT_STATED,
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, the probability that the text answers, the evidence, and the name not found."""

    outcome: Outcome
    confidence: float
    evidence: Evidence | None = None
    name: str = ""


_TODAY: Final = re.compile(
    r"\b(?:hiện|hiện nay|hiện tại|đang|mới (?:có|đạt|chỉ)|đã (?:có|đạt)|còn"
    r"|chỉ (?:đạt|đáp ứng|có))\b"
)
_FALLS_SHORT: Final = re.compile(r"\b(?:chỉ|mới|mới chỉ) (?:đạt|đáp ứng|có|bằng|chiếm)\b")
NOTHING_MET = 0.12
"""A share of the question's content under which the evidence is about something else."""


def decide(
    reading: Reading,
    annotations: Annotations,
    model: ConfidenceModel,
    second: SecondLook | None = None,
) -> Decision:
    """Judge the best evidence of a reading; ``second`` looks again where ``model`` is in doubt."""
    today = _of_today(reading)
    best = today or _reason(reading) or reading.best
    if best is None or best.coverage.share < NOTHING_MET:
        return Decision(Outcome.NOTHING, 0.0)
    confidence = model.probability(features_of(reading, best, annotations))
    ruled_out = min(confidence, _RULED_OUT)
    if miss := unmet_narrowing(reading, best, annotations):
        other = _of_that_scope(reading, best, miss, annotations)
        likely = model.probability(features_of(reading, other, annotations)) if other else 0.0
        if other and likely >= model.threshold:
            return Decision(Outcome.ANSWER, likely, other)
        return Decision(_MISSED[miss.limit], ruled_out, best, miss.asked)
    if elsewhen := _for_another_time(reading, best):
        same = elsewhen.own.share >= _NAMED  # "tỷ lệ thất nghiệp" is not "tỷ lệ đô thị hóa"
        return Decision(Outcome.OTHER_TIME if same else Outcome.NOT_STATED, ruled_out, elsewhen)
    if not _has_answer_of_kind(reading.question, best):
        return Decision(Outcome.NO_FIGURE, ruled_out, best)
    aim = _is_only_an_aim(reading.question, best)
    enough = today is not None and today.own.share >= _ALIKE and _is_of_today(today)
    if second is not None and not (aim or enough):
        confidence = second.probability(reading, best, confidence, model.threshold)
    shown = _is_shown(reading.question, best)
    answers = (enough or shown or confidence >= model.threshold) and not aim
    return Decision(Outcome.ANSWER if answers else Outcome.NOT_STATED, confidence, best)


def _reason(reading: Reading) -> Evidence | None:
    """Return the evidence that gives the reason asked for, where the best gives none."""
    best = reading.best
    if best is None or not lacks_reason(reading.question, best):
        return None
    least = best.coverage.share - FAR_BETTER
    return next(
        (
            one
            for one in reading.evidence[1:]
            if one.typed and one.coverage.share >= least and not lacks_reason(reading.question, one)
        ),
        None,
    )


def _of_that_scope(
    reading: Reading, best: Evidence, miss: Miss, annotations: Annotations
) -> Evidence | None:
    """Return evidence nearly as good that says what the best does not: "cao đẳng là 104.000"."""
    if miss.limit is not Limit.SCOPE:
        return None
    asked = comparable(miss.asked)
    return next(
        (
            other
            for other in reading.evidence[1:]
            if other.score >= best.score - NOT_FAR
            and other.coverage.share >= best.coverage.share - ABOUT_AS_GOOD
            and other.typed
            and other.time is not TimeFit.OTHER
            and asked in comparable(other.told)
            and not _is_only_an_aim(reading.question, other)
            and not unmet_narrowing(reading, other, annotations)
        ),
        None,
    )


def _of_today(reading: Reading) -> Evidence | None:
    """Return the state of things, where today is asked about and the best evidence is an aim.

    "Hiện toàn tỉnh mới có 26.400 ha" is it; so is a figure of a year gone by.
    """
    best = reading.best
    if best is None or not _is_only_an_aim(reading.question, best):
        return None
    stated = [
        evidence
        for evidence in reading.evidence
        if evidence.typed
        and not _is_only_an_aim(reading.question, evidence)
        and _unit(evidence) == _unit(best)
        and (_is_of_today(evidence) or _reached(evidence, best))
    ]
    return max(stated, key=lambda evidence: evidence.merit, default=None)


def _is_of_today(evidence: Evidence) -> bool:
    return _TODAY.search(comparable(evidence.quote)) is not None


def _reached(evidence: Evidence, aim: Evidence) -> bool:
    """Tell whether a figure was reached of the very thing that an aim is set for."""
    reached = evidence.target is not None and evidence.target.kind is TargetKind.ACHIEVED
    return reached and evidence.own.share >= max(REACHED, aim.own.share - ABOUT_AS_GOOD)


def _is_shown(question: Question, best: Evidence) -> bool:
    """Tell whether an office stands at the name asked about, or the name at the office."""
    if not best.typed or best.span is None:
        return False
    if question.wants(Asks.POST):
        return is_bare_post(question.text)
    text = best.notes.document.text
    asked = question.wants(Asks.PERSON) and asks_for_holder(comparable(question.text))
    return asked and is_shown(question.text, text, best.clause, best.span)


def _unit(evidence: Evidence) -> str:
    return unit_key(evidence.target.unit) if evidence.target else ""


def _is_only_an_aim(question: Question, best: Evidence) -> bool:
    """Tell whether the state of things today is asked for and the evidence is an aim."""
    aim = best.target is not None and best.target.kind is TargetKind.TARGET
    return aim and question.asks_present and not _FALLS_SHORT.search(comparable(best.quote))


def _for_another_time(reading: Reading, best: Evidence) -> Evidence | None:
    """Return evidence that would be the best but for its time, where the best is worse by far.

    Where the best names no time, evidence about as good that names another one is enough.
    """
    elsewhen = [evidence for evidence in reading.evidence if evidence.time is TimeFit.OTHER]
    if not elsewhen:
        return None
    foremost = max(elsewhen, key=lambda evidence: evidence.merit)
    if best.time is TimeFit.OTHER:
        return foremost
    if best.time is TimeFit.MET and _is_cell_named(best):
        return None
    if best.time in _IN_TIME and best.typed and best.own.share >= _ALIKE:
        return None  # "đến năm 2028 ít nhất 50% xe buýt" beside "năm 2030, 100% xe buýt"
    lead = -ABOUT_AS_GOOD if best.time is TimeFit.UNKNOWN else FAR_BETTER
    return foremost if foremost.merit - best.merit > lead else None


def _is_cell_named(best: Evidence) -> bool:
    """Tell whether a cell of the year asked for is largely named by the question: "Tổng đàn".

    So is a record whose indicator, carried on from a sentence before, the question says wholly. A
    table's columns are named shortly, so that what a sentence names in full meets more.
    """
    row, own = best.notes.row is not None, best.own.share >= _NAMED
    named = own or best.precision >= _WHOLLY
    same = best.target is not None and own and best.precision >= _WHOLLY
    return best.typed and ((row and named) or same)


def _has_answer_of_kind(question: Question, best: Evidence) -> bool:
    """Tell whether the evidence has the kind of thing that alone answers: a figure, a date."""
    return not question.firm or best.typed or best.target is not None
