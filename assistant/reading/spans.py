"""The shortest exact answer in a clause, by rules on the kind of thing asked for.

Candidates of the kind (figures, dates, names, …) are weighed by how near they stand to the
question's words; where the kind has no grammar, the part of the clause that the question did not
already say.

What this module does not know: whether the clause answers at all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import Matcher
from assistant.question import Asks, Question
from assistant.reading.annotations import Clause
from corpus.clauses import phrases_of
from corpus.model import Span
from corpus.normalize import comparable, tokens
from corpus.quantities import NamedBody, NameKind, TimeKind, TimeMention, same_figures

_HALF_DISTANCE = 6
_NEAR_CHARACTERS = 20
_SHORTEST_ANCHOR = 2
_MOST_DROPPED = 3
_CONNECTIVES = frozenset(
    ("bên cạnh đó", "trong đó", "song song", "cùng với đó", "ngoài ra", "đồng thời", "theo đó")
)
_FAR = 0.15


@dataclass(frozen=True, slots=True)
class Choice:
    """A span chosen in a clause, and whether it is of the kind asked for."""

    span: Span
    typed: bool


def choose_span(question: Question, text: str, clause: Clause, matcher: Matcher) -> Choice | None:
    """Return the best span of the asked kind in a clause, or None when there is none."""
    for kind in question.asks:
        if candidates := _candidates(kind, question, clause):
            best = max(
                candidates, key=lambda span: _nearness(question, text, clause, span, matcher)
            )
            return Choice(best, typed=True)
    return None


def remainder_span(question: Question, text: str, clause: Span, matcher: Matcher) -> Span | None:
    """Return the part of a clause that answers "gì" or "nào": what the question did not say.

    Where the words before "gì" stand in the clause ("phù hợp với yêu cầu gì?"), the answer is what
    follows them; else the phrases after the last one that the question names.
    """
    if after := _after_anchor(question, text, clause):
        return after
    phrases = phrases_of(text, clause)
    said = [bool(_hits(text, phrase, matcher)) for phrase in phrases]
    if not any(said) or all(said):
        return _after_copula(text, clause)
    last = max(place for place, value in enumerate(said) if value)
    if last + 1 < len(phrases):
        return Span(phrases[last + 1].start, clause.end)
    first = min(place for place, value in enumerate(said) if value)
    before = Span(clause.start, phrases[first - 1].end) if first else None
    if before is None or comparable(before.of(text)).strip(" ,") in _CONNECTIVES:
        return _after_copula(text, clause)
    return before


def _after_anchor(question: Question, text: str, clause: Span) -> Span | None:
    """Return what follows the words before "gì" in the clause, to the end of its phrase.

    "liên kết chặt chẽ với ngành nào?": the noun before "nào" may be missing from the text, so up
    to three last words may be left out; the longest run of words that the clause has is taken.
    """
    found = tokens(clause.of(text))
    forms = tuple(comparable(token.text) for token in found)
    longest = len(question.anchor)
    for size in range(longest, _SHORTEST_ANCHOR - 1, -1):
        for dropped in range(min(_MOST_DROPPED, longest - size) + 1):
            anchor = question.anchor[longest - dropped - size : longest - dropped]
            for place in range(len(forms) - size):
                if forms[place : place + size] == anchor:
                    return _phrase_from(text, clause, found[place + size].span.start)
    return None


def _phrase_from(text: str, clause: Span, offset: int) -> Span:
    start = clause.start + offset
    ends = (phrase.end for phrase in phrases_of(text, clause) if phrase.end > start)
    return Span(start, _before_end_mark(text, start, next(ends, clause.end)))


def _before_end_mark(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] in ".;,: ":
        end -= 1
    return end


def unit_fits(question: Question, printed: str) -> bool:
    """Tell whether a figure's unit is the one asked for ("bao nhiêu phần trăm", "mấy trường").

    What follows "bao nhiêu" is a unit only where it is a measure; "bao nhiêu GDP" asks for a
    share, and "bao nhiêu học sinh" is often answered in per cent.
    """
    asked = question.unit
    unit = comparable(printed)
    if asked == "%":
        return "%" in unit or "phần trăm" in unit
    if asked in ("usd", "đô la", "đô"):
        return "usd" in unit or "đô la" in unit
    if "%" in unit or "lần" in unit:
        if question.how_many:
            return False
    elif _PERCENT_HEAD.search(comparable(question.text)):
        return False
    first = asked.split(" ")[0]
    return first not in _MEASURES or first in unit


_PERCENT_HEAD = re.compile(r"^\W*(?:đến năm \d+,? |năm \d+,? )?(?:tỉ lệ|tỉ trọng|tốc độ tăng)\b")
_LENGTHS = ("tháng", "năm", "ngày", "tuần", "quý")
_MEASURES = frozenset(
    ("tỉ", "triệu", "nghìn", "đồng", "ha", "hecta", "km", "tấn", "mét", "m2", "lần", "tbps", "mw")
)


def _candidates(kind: Asks, question: Question, clause: Clause) -> list[Span]:
    found = clause.mentions
    by_kind: dict[Asks, list[Span]] = {
        Asks.QUANTITY: [q.span for q in found.quantities if unit_fits(question, q.unit)],
        Asks.DOCUMENT_NUMBER: [number.span for number in found.numbers],
        Asks.PERSON: _persons(question, found.bodies),
        Asks.BODY: [b.span for b in found.bodies if b.kind is not NameKind.PERSON],
    }
    if kind is Asks.DATE:
        return _dates(question, clause)
    if kind is Asks.PERIOD:
        return _periods(clause)
    return by_kind.get(kind, [])


def _persons(question: Question, bodies: Sequence[NamedBody]) -> list[Span]:
    """Return persons, or bodies where none is named: an office issues, only a person signs."""
    persons = [body.span for body in bodies if body.kind is NameKind.PERSON]
    if persons or "kí" in comparable(question.text).split():
        return persons
    return [body.span for body in bodies if body.kind is NameKind.BODY]


def _periods(clause: Clause) -> list[Span]:
    """Return lengths of time ("6 tháng"), or else periods ("2021-2025", "hằng năm")."""
    found = clause.mentions
    lengths = [
        quantity.span
        for quantity in found.quantities
        if any(word in comparable(quantity.unit) for word in _LENGTHS)
    ]
    kinds = (TimeKind.PERIOD, TimeKind.EVERY_YEAR)
    return lengths or [time.core for time in found.times if time.kind in kinds]


def _dates(question: Question, clause: Clause) -> list[Span]:
    times = [time for time in clause.mentions.times if _of_asked_number(question, clause, time)]
    form = comparable(question.text)
    days = [t.core for t in times if t.kind is TimeKind.DATE]
    if "ngày" in form or not any(word in form for word in ("năm nào", "năm mấy", "tháng nào")):
        if days:
            return days
        months = [t.core for t in times if t.kind in (TimeKind.MONTH, TimeKind.QUARTER)]
        if months or "ngày" in form:
            return months
    return [t.core for t in times if t.kind in (TimeKind.YEAR, TimeKind.PERIOD)]


def _of_asked_number(question: Question, clause: Clause, time: TimeMention) -> bool:
    """Tell whether a date may be that of the document number asked about, if one is.

    In "Chương trình 21-CTr/TU thực hiện Nghị quyết 29-NQ/TW ngày 17/11/2022" the date is the
    Nghị quyết's.
    """
    asked = {number.key for number in question.mentions.numbers}
    before = [number for number in clause.mentions.numbers if number.span.end <= time.core.start]
    return not asked or not before or before[-1].key in asked


def _nearness(question: Question, text: str, clause: Clause, span: Span, matcher: Matcher) -> float:
    """Return the question's weight near a candidate, fading with distance in syllables."""
    found = tokens(clause.span.of(text))
    forms = [comparable(token.text) for token in found]
    at = [
        place
        for place, token in enumerate(found)
        if token.span.moved(clause.span.start).overlaps(span)
    ]
    if not at:
        return 0.0
    total = _beside_figures(question, clause, span)
    for term, weight in zip(matcher.terms, matcher.weights, strict=True):
        distances = [
            _distance(place, at)
            for place, form in enumerate(forms)
            if form == term.text and place not in at
        ]
        if distances:
            total += weight * max(_FAR, 1 / (1 + min(distances) / _HALF_DISTANCE))
    return total


def _beside_figures(question: Question, clause: Clause, span: Span) -> float:
    """Return a weight for standing near a figure of the question ("Đến năm nào đạt trên 75%?")."""
    gaps = [
        max(0, other.number_span.start - span.end, span.start - other.number_span.end)
        for asked in question.mentions.quantities
        for other in clause.mentions.quantities
        if asked.figures and same_figures(asked, other) and not other.span.overlaps(span)
    ]
    return 2 / (1 + min(gaps) / _NEAR_CHARACTERS) if gaps else 0.0


def _distance(place: int, at: Sequence[int]) -> float:
    """Return syllables between a word and a candidate; the words before it count as nearer."""
    if place < at[0]:
        return float(at[0] - place)
    return 1.3 * (place - at[-1])


def _hits(text: str, phrase: Span, matcher: Matcher) -> list[str]:
    forms = {comparable(token.text) for token in tokens(phrase.of(text))}
    strong = 0.5
    return [term.text for term in matcher.terms if term.text in forms and term.weight >= strong]


def _after_copula(text: str, clause: Span) -> Span | None:
    form = comparable(clause.of(text))
    for word in (" bao gồm ", " gồm ", " là ", " nhằm ", ": "):
        at = form.rfind(word) if word == " là " else form.find(word)
        if at >= 0:
            start = clause.start + at + len(word)
            end = clause.end
            while end > start and text[end - 1] in ".;, ":
                end -= 1
            return Span(start, end) if end > start else None
    return None
