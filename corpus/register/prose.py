"""Targets in running text: clause by clause, figure by figure.

In each clause the text between two figures is shared out: what completes the figure before, and
what heads the next. A figure without a head of its own takes the indicator before it ("…, đến năm
2030 đạt trên 12.500"); a figure that opens its phrase takes the noun phrase after it ("95% cán bộ
quản lý được …"). A year rules the clauses after it when it opens its own.

What this module does not know: tables (`corpus.register.table`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.clauses import clauses_of
from corpus.dates import TimeMention
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantity import Operator, Quantity
from corpus.register.heads import Head, read_head, read_tail
from corpus.register.record import Target, TargetKind
from corpus.register.sentence import Sentence, read_sentence
from corpus.register.sharing import Figure, figures_of
from corpus.register.words import (
    AIMED,
    BESIDE,
    EACH,
    ENUMERATED,
    GOAL,
    LISTED,
    PAST,
    PER_YEAR,
    PER_YEAR_AT_END,
    RESULT,
)
from corpus.register.years import Year, is_average, year_of
from corpus.units import QuantityKind, read_known_noun, unit_key

_INHERITS = re.compile(r"^[\s,:-]*trong đó\b")
_LONGEST_TAIL = 240
_DIFFERENCES = frozenset({Operator.ABOVE, Operator.BELOW})


@dataclass(slots=True)
class Carry:
    """What later figures inherit: the year in force and the last indicator, document offsets."""

    parent: Year | None = None
    scope: Year | None = None
    local: Year | None = None
    recent: Year | None = None  # the last target's, when nothing else rules
    indicator: tuple[Span, ...] = ()
    unit: str = ""  # of the last record, with what it is counted by ("giáo viên/trường")
    published: int = 0
    first_aim: int = 0  # the earliest year the document aims at
    aimed: bool = False  # a heading or lead-in above speaks of aims
    fresh: bool = False  # the year was set in this sentence
    aiming: bool = False  # the record before was a target

    @property
    def year(self) -> Year | None:
        """The year for a figure that names none."""
        return self.local or self.scope or self.parent or self.recent


def targets_of_sentence(document: Document, span: Span, carry: Carry) -> Iterator[Target]:
    """Yield the records of one sentence; ``carry`` is read and brought up to date."""
    sentence = read_sentence(document, span)
    carry.fresh, before = False, carry.scope
    kinds: set[TargetKind] = set()
    for clause in clauses_of(sentence.text, Span(0, len(span))):
        if not _INHERITS.match(clause.of(sentence.plain)):
            carry.local = None
        figures = figures_of(sentence, clause)
        found = [_record(sentence, figure, carry) for figure in figures]
        records = _with_last_year([record for record in found if record])
        kinds |= {record.kind for record in records}
        yield from records
        if not figures:
            _note_scope(sentence, clause, carry)
    if kinds == {TargetKind.ACHIEVED}:
        carry.scope = before  # the year of a result rules no aim after it


def _with_last_year(records: list[Target]) -> list[Target]:
    """Let a year at the end of a clause rule the figures before it that have none."""
    last = records[-1].year if records else None
    aims = TargetKind.TARGET
    return [
        replace(record, year=last) if record.year is None and record.kind is aims else record
        for record in records
    ]


def _note_scope(sentence: Sentence, clause: Span, carry: Carry) -> None:
    """Let the last time of a clause without figures rule what follows."""
    inside = [time for time in sentence.times_in(clause) if time.end_year]
    if inside and inside[-1].end_year >= carry.published:
        carry.scope, carry.fresh = year_of(inside[-1]), True


def _record(sentence: Sentence, figure: Figure, carry: Carry) -> Target | None:
    """Make the record of one figure, or None where it states nothing about an indicator."""
    quantity = figure.quantity
    head = read_head(sentence.plain, figure.head, sentence.times_in(figure.head))
    tail_start = quantity.span.end
    tail = Span(tail_start, min(figure.tail.end, tail_start + _LONGEST_TAIL))
    phrase, after = read_tail(
        sentence.plain, tail, sentence.times_in(tail), after_noun=_counts(quantity)
    )
    year = _year(sentence.plain, head, after, carry)
    slices = _indicator(sentence, quantity, head, phrase, carry)
    if not slices or head.aside or not _states(quantity, head):
        return None
    kind = _kind(sentence, figure, year, carry)
    unit = _unit(sentence, figure, head, slices, carry)
    if kind is TargetKind.COUNT:
        slices = _counted_name(sentence, quantity, phrase) or slices
        year = year if carry.fresh else None
    if kind is not TargetKind.COUNT:
        carry.unit = unit
        changed = head.change is not None and slices[:-1] == carry.indicator
        carry.indicator = carry.indicator if changed else slices
        carry.aiming = kind is TargetKind.TARGET
        carry.recent = year if carry.aiming and year and year.end else carry.recent
    end = max(quantity.span.end, phrase.end if phrase else 0, after.span.end if after else 0)
    span = Span(min(head.start, quantity.span.start), end).moved(sentence.base)
    return Target(
        document=sentence.document.name,
        indicator=" ".join(sentence.document.quote(piece) for piece in slices),
        indicator_span=slices[0],
        year=year.key if year else None,
        operator=quantity.operator,
        low=quantity.low,
        high=quantity.high,
        unit=unit,
        quote=sentence.document.quote(span),
        span=span,
        value_span=quantity.span.moved(sentence.base),
        kind=kind,
        scale=quantity.scale,
    )


def _year(plain: str, head: Head, after: TimeMention | None, carry: Carry) -> Year | None:
    """Return the year of a figure and bring the carry up to date."""
    if head.scope and head.scope.end_year:
        carry.scope, carry.local, carry.fresh = year_of(head.scope), None, True
    own = [time for time in (head.local, after) if time]
    dated = [time for time in own if time.end_year]
    if dated:
        carry.local, carry.fresh = year_of(dated[0]), True
        return carry.local
    every = [time for time in (head.scope, *own) if time and not time.end_year]
    if every and not any(is_average(plain, time) for time in every):
        return Year("hằng năm", 0)
    return carry.year


def _indicator(
    sentence: Sentence, quantity: Quantity, head: Head, phrase: Span | None, carry: Carry
) -> tuple[Span, ...]:
    """Return the slices, in document offsets, that say what the figure measures."""
    noun = phrase
    if _counts(quantity) and quantity.unit_span:
        noun = Span(quantity.unit_span.start, phrase.end if phrase else quantity.unit_span.end)
    own = head.slices
    if own and (head.linked or noun is None):
        pieces = own
    elif own:
        pieces = (*own[:-1], _with_verb(sentence, own[-1], quantity), noun) if noun else own
    elif phrase is None and carry.indicator and _goes_on(quantity, carry):
        return carry.indicator
    elif (noun and not head.joined) and not (head.linked and carry.indicator and not head.change):
        pieces = (head.change, noun) if head.change else (noun,)
    elif carry.indicator:
        tail = (phrase.moved(sentence.base),) if head.joined and phrase else ()
        base = carry.indicator[:1] if tail else carry.indicator
        change = (head.change.moved(sentence.base),) if head.change and not tail else ()
        again = change and _says_change(sentence.document, base[-1])
        return (*base, *tail, *(() if again else change))
    elif head.change and len(head.whole) > len(head.change):
        pieces = (head.whole,)
    else:
        return ()
    return tuple(piece.moved(sentence.base) for piece in pieces)


def _goes_on(quantity: Quantity, carry: Carry) -> bool:
    """Tell "…, đến năm 2035 có 02 giáo viên" after "mỗi trường có 01 giáo viên"."""
    counted = unit_key(carry.unit).split("/")[0]
    return _counts(quantity) and "/" in carry.unit and quantity.unit_key == counted


def _counted_name(sentence: Sentence, quantity: Quantity, phrase: Span | None) -> tuple[Span, ...]:
    """Return the name of what is merely counted: "chỉ tiêu công nghiệp hóa", without who counts."""
    if quantity.unit_span is None:
        return ()
    whole = quantity.unit_span.end + len(_whole_noun(sentence, quantity)) - len(quantity.unit)
    name = Span(quantity.unit_span.start, max(whole, phrase.end if phrase else 0))
    listed = LISTED.search(sentence.plain, quantity.unit_span.end, name.end)
    end = listed.start() if listed else name.end
    return (Span(name.start, end).moved(sentence.base),)


def _says_change(document: Document, piece: Span) -> bool:
    """Tell whether an indicator already ends in "tăng" or "giảm", or begins so."""
    words = comparable(document.quote(piece)).split()
    return bool({"tăng", "giảm"} & {words[0], words[-1]})


def _counts(quantity: Quantity) -> bool:
    """Tell a figure whose unit is a noun of its indicator ("20 xã", "12 bác sĩ/vạn dân")."""
    rated = quantity.kind is QuantityKind.RATE and quantity.base_unit[:1].isalpha()
    return quantity.kind is QuantityKind.COUNT or (rated and quantity.unit_key[:3] != "lần")


def _with_verb(sentence: Sentence, own: Span, quantity: Quantity) -> Span:
    """Take in a "có" between an indicator and its figure: "mỗi xã có … giáo viên"."""
    between = sentence.plain[own.end : quantity.span.start]
    return Span(own.start, own.end + len(" có")) if between.rstrip() == " có" else own


def _states(quantity: Quantity, head: Head) -> bool:
    """Tell a figure that states something from a bare number and from a difference."""
    if quantity.unit_key.startswith("điểm %") and quantity.operator in _DIFFERENCES:
        return False  # cao hơn 0,5 điểm %
    if quantity.unit or quantity.operator is not Operator.EXACT:
        return True
    return head.linked and bool(head.slices)


def _kind(sentence: Sentence, figure: Figure, year: Year | None, carry: Carry) -> TargetKind:
    """Tell an aim from a result and from a mere count."""
    quantity = figure.quantity
    passed = year is not None and 0 < year.end < carry.published
    if passed or figure.baseline:
        return TargetKind.ACHIEVED
    counted = quantity.kind is QuantityKind.COUNT
    if quantity.spelled or (counted and ENUMERATED.match(comparable(quantity.base_unit))):
        return TargetKind.COUNT
    own = sentence.plain[figure.head.start : figure.tail.end]
    goal = GOAL.search(own) is not None
    if _is_result(sentence, own) or (PAST.search(own) and not goal):
        return TargetKind.ACHIEVED
    bounded = quantity.operator is not Operator.EXACT
    goes_on = carry.aiming and (bounded or (year is not None and not counted))
    set_here = carry.fresh or carry.parent is not None
    dated = year is not None and (set_here or not year.end)
    if year and 0 < year.end < carry.first_aim and not (goal or carry.aimed):
        said = sentence.first_goal < quantity.span.start
        return TargetKind.TARGET if said else TargetKind.ACHIEVED
    if goes_on or goal or carry.aimed or dated or sentence.first_goal < len(sentence.plain):
        return TargetKind.TARGET
    return TargetKind.COUNT if counted else TargetKind.ACHIEVED


def _is_result(sentence: Sentence, own: str) -> bool:
    """Tell whether a figure's own words, or a sentence that aims at nothing, report a result."""
    aims = [match.start() for match in AIMED.finditer(own)]
    results = [match.start() for match in RESULT.finditer(own)]
    if results:
        return not aims or aims[-1] < results[-1]
    return sentence.reports


def _unit(
    sentence: Sentence, figure: Figure, head: Head, slices: tuple[Span, ...], carry: Carry
) -> str:
    """Return the unit, with "/năm" where the figure is one of every year."""
    quantity = figure.quantity
    plain, unit = sentence.plain, quantity.unit
    if not unit or "/" in unit:
        return unit
    if _counts(quantity):
        if slices == carry.indicator and _goes_on(quantity, carry):
            return carry.unit
        unit = _whole_noun(sentence, quantity)
        if each := EACH.search(plain, figure.head.start, figure.head.end):
            noun = read_known_noun(plain, each.end())
            if noun and head.slices:
                return f"{unit}/{noun.span.of(sentence.text)}"
    inside = PER_YEAR.search(plain, figure.head.start, figure.head.end)
    named = head.slices and inside and not (head.scope and not head.scope.end_year)
    closing = head.change and PER_YEAR_AT_END.search(figure.tail.of(plain))
    return f"{unit}/năm" if named or closing else unit


def _whole_noun(sentence: Sentence, quantity: Quantity) -> str:
    """Return a counted noun with the one listed beside it ("3 tổ chức, doanh nghiệp …")."""
    end = quantity.unit_span.end if quantity.unit_span else quantity.span.end
    beside = BESIDE.match(sentence.plain, end)
    noun = read_known_noun(sentence.plain, beside.end()) if beside else None
    return quantity.unit + sentence.text[end : noun.span.end] if noun else quantity.unit
