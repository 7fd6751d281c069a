"""Whether the best evidence says yes or no to a yes/no question.

The question is read as a statement: what it compares is compared, its figures, names and times
are held against the evidence's, and a word of denial in the text is heard. What conflicts is a
"Không" with the difference; what agrees is a "Có".

What this module does not know: templates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.matching import View
from assistant.question import Question
from assistant.reading.annotations import Annotations, Clause
from assistant.reading.comparison import Compared, compared
from assistant.reading.evidence import Evidence
from assistant.reading.exceptions import excepted
from assistant.reading.excerpt import tidy
from assistant.reading.identity import other_kind, other_rank
from assistant.reading.phrases import places_in
from assistant.reading.polarity import question_denies, text_denies
from assistant.reading.premise import false_premise
from assistant.reading.reader import Reading
from assistant.reading.statement import statement_of
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import TimeKind, TimeMention

_EXACT_TIMES = (TimeKind.DATE, TimeKind.MONTH, TimeKind.QUARTER)
_AGAINST = re.compile(r"\bso(?: với| sánh với)? $")
_ELSEWHERE = 0.5
_OPPOSED_MET = 0.5
_BESIDE_MET = 0.25  # in the sentence of the best evidence
_LOOKED_AT = 8
# Verbs of change exclude one another whatever they are said of.
_DIRECTIONS = frozenset(
    comparable(word)
    for word in (
        "tăng",
        "giảm",
        "tăng lên",
        "giảm xuống",
        "mở rộng",
        "thu hẹp",
        "cao hơn",
        "thấp hơn",
        "lớn hơn",
        "nhỏ hơn",
        "nhiều hơn",
        "ít hơn",
        "vượt",
        "bắt buộc",
        "tự nguyện",
        "miễn phí",
        "thu phí",
    )
)
# Degrees exclude one another only of the same thing: "tay nghề cao", "tay nghề thấp".
_DEGREES = frozenset(("cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "nhanh", "chậm", "dễ", "khó"))


@dataclass(frozen=True, slots=True)
class Judgement:
    """Yes or no, by which evidence; ``stated`` and ``asked`` are what differs.

    ``other`` is the second piece of evidence where two stated things are compared.
    """

    agrees: bool
    evidence: Evidence
    stated: str = ""
    asked: str = ""
    other: Evidence | None = None


def judge(reading: Reading, best: Evidence, annotations: Annotations) -> Judgement:
    """Hold the question, as a statement, against the best evidence."""
    if comparison := compared(reading, annotations):
        return judged(comparison)
    if difference := false_premise(reading, annotations):
        document = difference.evidence.notes.document
        stated = tidy(document.quote(difference.stated))
        return Judgement(
            agrees=False, evidence=difference.evidence, stated=stated, asked=difference.asked
        )
    question = reading.question
    if wrong := next(_other_times(question, best), None):
        return wrong
    if other := other_kind(reading) or other_rank(reading):
        return Judgement(agrees=question_denies(question), evidence=other[0])
    if against := _opposing(reading, best):
        return Judgement(
            agrees=question_denies(question), evidence=_whole(question, replace(against, span=None))
        )
    denies = text_denies(question, best) != excepted(reading, best)
    agrees = question_denies(question) == denies
    return Judgement(agrees=agrees, evidence=_whole(question, replace(best, span=None)))


def _opposing(reading: Reading, best: Evidence) -> Evidence | None:
    """Return what says the opposite: the best evidence, or as near a clause, or its neighbour."""
    if opposed(reading.question, best):
        return best
    for evidence in reading.evidence[1:_LOOKED_AT]:
        beside = evidence.notes.passage.id == best.notes.passage.id
        near = beside or evidence.own.share >= best.own.share
        if near and opposed(reading.question, evidence, _BESIDE_MET if beside else _OPPOSED_MET):
            return evidence
    return None


def opposed(question: Question, best: Evidence, met: float = _OPPOSED_MET) -> bool:
    """Tell whether the text says the opposite of what is asked, of the same thing.

    "Giá có giảm không?" where it says "giá tăng": the opposite stands in what the question says,
    the rest of the question is met, and neither is denied.
    """
    predicate = f" {comparable(statement_of(question.text).predicate)} "
    if best.own.share < met or question_denies(question) or text_denies(question, best):
        return False
    return any(
        f" {one.asked} " in predicate and f"không {one.told}" not in comparable(best.quote)
        for one in best.contrasts
        if one.asked in _DIRECTIONS or (one.in_place and one.asked in _DEGREES)
    )


def _whole(question: Question, evidence: Evidence) -> Evidence:
    """Return evidence that quotes the whole sentence where only that has a word asked about."""
    sentence = evidence.notes.sentence
    indicator = evidence.target.indicator if evidence.target else ""
    clause = View.of(f"{indicator} {evidence.quote}").single
    asked = [term.text for term in question.terms if term.weight >= 1]
    if any(word not in clause and word in sentence.view.single for word in asked):
        return replace(evidence, clause=sentence.span, target=None)
    return evidence


def judged(comparison: Compared) -> Judgement:
    """Return a comparison as a judgement."""
    evidence = comparison.evidence
    document = evidence.notes.document
    return Judgement(
        agrees=comparison.holds,
        evidence=replace(evidence, span=comparison.stated),
        stated=tidy(document.quote(comparison.stated)) if comparison.asked else "",
        asked=comparison.asked,
        other=comparison.other,
    )


def elsewhere(reading: Reading, best: Evidence, name: str) -> Judgement | None:
    """Say no where a place that no document has is asked about and the evidence has another.

    "Lễ ký diễn ra tại Huế phải không?" where the text says "tại Hà Nội".
    """
    question = reading.question
    form, named = comparable(question.text), comparable(name)
    at = form.find(named)
    if not question.asks_confirmation or not _is_place(form[:at]):
        return None
    for evidence in reading.evidence:
        same = evidence.notes.document is best.notes.document
        if not same or _met_without(reading, evidence, named) < _ELSEWHERE:
            continue
        text = evidence.notes.document.text
        for place in places_in(text, evidence.clause):
            if place.of(text)[0].isupper() and comparable(place.of(text)) != "việt nam":
                found = replace(evidence, span=place, target=None)
                return Judgement(
                    agrees=False, evidence=found, stated=tidy(place.of(text)), asked=name
                )
    return None


def _met_without(reading: Reading, evidence: Evidence, named: str) -> float:
    """Return how much of the question evidence meets, a name and its kind left out."""
    apart = {*named.split(), "thành", "phố", "tỉnh", "diễn"}
    pairs = [
        (weight, met)
        for term, weight, met in zip(
            reading.matcher.terms, reading.matcher.weights, evidence.own.met, strict=True
        )
        if term.text not in apart
    ]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * met for weight, met in pairs) / total if total else 0.0


def _is_place(before: str) -> bool:
    return before.removesuffix("thành phố ").removesuffix("tỉnh ").endswith(("tại ", "ở "))


def _other_times(question: Question, best: Evidence) -> Iterator[Judgement]:
    """Yield the day, month or quarter of the question that the clause has otherwise."""
    clause = best.notes.sentence
    for asked in question.mentions.times:
        stated = [time for time in _times_in(clause, best.clause) if time.kind is asked.kind]
        against = _AGAINST.search(comparable(question.text[: asked.core.start]))
        if asked.kind not in _EXACT_TIMES or not stated or against:
            continue
        if any(_same_day(asked, time) for time in stated):
            continue
        core = stated[0].core
        yield Judgement(
            agrees=False,
            evidence=replace(best, span=core, target=None),
            stated=tidy(best.notes.document.quote(core)),
            asked=asked.core.of(question.text),
        )


def _times_in(sentence: Clause, clause: Span) -> list[TimeMention]:
    return [time for time in sentence.mentions.times if clause.covers(time.core)]


def _same_day(asked: TimeMention, stated: TimeMention) -> bool:
    """Tell whether two times may be one; a day told without its year may be in any."""
    if "" in (asked.iso, stated.iso) or asked.iso == stated.iso:
        return True
    if asked.end_year and stated.end_year:
        return False
    return _undated(asked) == _undated(stated)


def _undated(time: TimeMention) -> str:
    """Return a day or month without its year: "01-05" of "2023-01-05", "09" of "2021-09"."""
    return time.iso[5:] if time.start_year else time.iso.removeprefix("--")
