"""What a yes/no question says of a body or a time, and the text says of another.

"Bộ Tài chính chịu trách nhiệm … phải không?" where the text has "Bộ Y tế chịu trách nhiệm …";
"trước năm 2025" where it has "đến năm 2030".

What this module does not know: figures (`assistant.reading.comparison`), or wording.
"""

import re
from dataclasses import replace

from assistant.matching import View
from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import tidy
from assistant.reading.phrases import bodies_in, verb_after
from assistant.reading.reader import Reading
from assistant.reading.same_body import same_body
from assistant.reading.yes_no import Judgement
from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.quantities import NamedBody, NameKind, TimeBound, TimeKind, TimeMention

_LOOKED_AT = 12
_NEAREST = 6
_MET = 0.6
_REACH = 4
_ORDINAL = re.compile(
    r"\b(?P<what>[^\W\d_]+ (?:lần thứ|thứ|khóa)) (?P<which>[0-9]+|[ivx]+|nhất|hai|ba|tư|năm|sáu)\b"
)
_FIRST = re.compile(r"\b(?:đầu tiên|thứ nhất)\b")
_LATER = re.compile(r"(?<!ngày )(?<!sáng )(?<!chiều )\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-9])\b")
_DAYS = frozenset((TimeKind.DATE, TimeKind.MONTH))
_SIDES = (TimeBound.BEFORE, TimeBound.AFTER)


def contradiction(reading: Reading, best: Evidence) -> Judgement | None:
    """Return what the text says of another body, time or number than a yes/no question, or None."""
    question = reading.question
    return (
        other_subject(reading)
        or other_side(question, best)
        or other_ordinal(question, best)
        or not_the_first(reading)
    )


def other_subject(reading: Reading) -> Judgement | None:
    """Return a "Không" where another body of the same kind does what is asked, or None."""
    question = reading.question
    if not question.yes_no:
        return None
    for body in question.mentions.bodies:
        verb = verb_after(question.text[body.span.end :])
        if body.kind is not NameKind.BODY or len(verb) < 2:  # noqa: PLR2004 - a pair tells a verb
            continue
        for evidence in reading.evidence[:_LOOKED_AT]:
            other = _doer(evidence, verb, body)
            if other and _met_without(reading, evidence, body) >= _MET:
                text = evidence.notes.document.text
                return Judgement(
                    agrees=False,
                    evidence=replace(evidence, span=other, target=None),
                    stated=tidy(other.of(text)),
                    asked=body.text,
                )
    return None


def _doer(evidence: Evidence, verb: tuple[str, ...], asked: NamedBody) -> Span | None:
    """Return the body just before ``verb`` in a clause, of the asked one's kind and not it."""
    text = evidence.notes.document.text
    clause = next(
        (one for one in evidence.notes.clauses if one.span.overlaps(evidence.clause)), None
    )
    if clause is None or View.of(clause.span.of(text)).has(tuple(asked.key.split())):
        return None
    for span in bodies_in(text, clause):
        after = syllables(text[span.end : clause.span.end])[: _REACH + len(verb)]
        starts = (tuple(after[at : at + len(verb)]) == verb for at in range(_REACH))
        own = comparable(span.of(text)).split()
        if (
            any(starts)
            and own[0] == asked.key.split()[0]
            and not same_body(comparable(span.of(text)), asked.key)
        ):
            return span
    return None


def _met_without(reading: Reading, evidence: Evidence, body: NamedBody) -> float:
    """Return how much of the question a clause meets, the words of ``body`` left out."""
    apart = set(body.key.split())
    pairs = [
        (weight, met)
        for term, weight, met in zip(
            reading.matcher.terms, reading.matcher.weights, evidence.own.met, strict=True
        )
        if term.text not in apart
    ]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * met for weight, met in pairs) / total if total else 0.0


def other_side(question: Question, best: Evidence) -> Judgement | None:
    """Judge "trước năm 2025" by the year that the evidence has, or None where there is none."""
    asked = next((time for time in question.mentions.times if time.bound in _SIDES), None)
    times = [time for time in best.notes.sentence.mentions.times if time.end_year]
    near = [time for time in times if best.clause.covers(time.core)] or times
    if asked is None or not asked.end_year or not near or best.own.share < _MET:
        return None
    stated = near[-1]
    if asked.bound is stated.bound and asked.iso and asked.iso == stated.iso:
        return None  # the very limit: what is said of it decides
    text = best.notes.document.text
    return Judgement(
        agrees=_holds(asked, stated, whole=question.asks_confirmation),
        evidence=replace(best, span=stated.core, clause=best.notes.passage.span, target=None),
        stated=tidy(stated.span.of(text)),
        asked=asked.span.of(question.text),
    )


def other_ordinal(question: Question, best: Evidence) -> Judgement | None:
    """Return a "Không" where the evidence counts another: "kỳ họp thứ 4", "kỳ họp thứ 3"."""
    text = best.notes.document.text
    for asked in _ORDINAL.finditer(comparable(question.text)):
        stated = [
            one for one in _ORDINAL.finditer(comparable(best.quote)) if one["what"] == asked["what"]
        ]
        if not stated or any(one["which"] == asked["which"] for one in stated):
            continue
        if best.own.share < _MET or not question.asks_confirmation:
            continue  # "Tại kỳ họp thứ 5 có chất vấn không?" only says where
        start = best.clause.start
        span = Span(start + stated[0].start(), start + stated[0].end())
        return Judgement(
            agrees=False,
            evidence=replace(best, span=span, target=None),
            stated=tidy(span.of(text)),
            asked=question.text[asked.start() : asked.end()],
        )
    return None


def not_the_first(reading: Reading) -> Judgement | None:
    """Return a "Không" where what is asked to be the first is told to be a later one, or None."""
    question = reading.question
    first = _FIRST.search(comparable(question.text))
    if first is None:
        return None
    for evidence in reading.evidence[:_NEAREST]:
        form = comparable(evidence.quote)
        if evidence.coverage.share < _MET or _FIRST.search(form):
            return None
        if (later := _LATER.search(form)) and evidence.own.share >= _MET:
            span = Span(*later.span()).moved(evidence.clause.start)
            return Judgement(
                agrees=False,
                evidence=replace(evidence, span=span, target=None),
                stated=tidy(span.of(evidence.notes.document.text)),
                asked=question.text[first.start() : first.end()],
            )
    return None


def _holds(asked: TimeMention, stated: TimeMention, *, whole: bool) -> bool:
    """Tell whether a stated time lies on the asked side of another.

    ``whole``: a statement is put up whole ("trước ngày 5/3, phải không?"), so that a limit stated
    on the same side must be the very one.
    """
    known = {asked.kind, stated.kind} <= _DAYS
    limit, told = (asked.iso, stated.iso) if known else (asked.end_year, stated.end_year)
    if asked.bound is stated.bound and whole:
        return told == limit
    if isinstance(limit, str) and isinstance(told, str):
        told = told[: len(limit)]
        return told < limit if asked.bound is TimeBound.BEFORE else told > limit
    before = stated.end_year < asked.end_year
    return before if asked.bound is TimeBound.BEFORE else stated.end_year > asked.end_year
