"""Targets in running text: clause by clause, figure by figure.

In each clause the text between two figures is shared out: what completes the figure before, and
what heads the next. A figure without a head of its own takes the indicator before it ("…, đến năm
2030 đạt trên 12.500"); a figure that opens its phrase takes the noun phrase after it ("95% cán bộ
quản lý được …"). A year rules the clauses after it when it opens its own.

What this module does not know: tables (`corpus.register.table`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.clauses import clauses_of
from corpus.dates import TimeKind, TimeMention
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantities import mentions
from corpus.quantity import Operator, Quantity
from corpus.register.heads import Head, read_head, read_tail
from corpus.register.record import Target, TargetKind
from corpus.register.sharing import Figure, Sentence, figures_of
from corpus.register.words import AIMED, ENUMERATED, GOAL, PAST, PER_YEAR, RESULT
from corpus.register.years import Year, target_times, year_of
from corpus.units import QuantityKind

_INHERITS = re.compile(r"^[\s,:-]*trong đó\b")
_LONGEST_TAIL = 240


@dataclass(slots=True)
class Carry:
    """What later figures inherit: the year in force and the last indicator, document offsets."""

    parent: Year | None = None
    scope: Year | None = None
    local: Year | None = None
    indicator: tuple[Span, ...] = ()
    published: int = 0

    @property
    def year(self) -> Year | None:
        """The year for a figure that names none."""
        return self.local or self.scope or self.parent


def targets_of_sentence(document: Document, span: Span, carry: Carry) -> Iterator[Target]:
    """Yield the records of one sentence; ``carry`` is read and brought up to date."""
    text = document.quote(span)
    plain = comparable(text)
    found = mentions(text)
    times = tuple(target_times(plain, found.times))
    sentence = Sentence(document, span.start, text, plain, found, times)
    for clause in clauses_of(text, Span(0, len(text))):
        if not _INHERITS.match(clause.of(plain)):
            carry.local = None
        figures = figures_of(sentence, clause)
        for figure in figures:
            if record := _record(sentence, figure, carry):
                yield record
        if not figures:
            _note_scope(sentence, clause, carry)


def _note_scope(sentence: Sentence, clause: Span, carry: Carry) -> None:
    """Let the last time of a clause without figures rule what follows."""
    inside = [time for time in sentence.times if clause.covers(time.span) and time.end_year]
    if inside and inside[-1].end_year >= carry.published:
        carry.scope = year_of(inside[-1])


def _record(sentence: Sentence, figure: Figure, carry: Carry) -> Target | None:
    """Make the record of one figure, or None where it states nothing about an indicator."""
    quantity = figure.quantity
    head = read_head(sentence.plain, figure.head, sentence.times)
    tail_start = quantity.span.end
    phrase, after = read_tail(
        sentence.plain,
        Span(tail_start, min(figure.tail.end, tail_start + _LONGEST_TAIL)),
        sentence.times,
    )
    year = _year(head, after, carry)
    slices = _indicator(sentence, quantity, head, phrase, carry)
    if not slices or head.purpose or not _states(quantity, head):
        return None
    kind = _kind(sentence, figure, year, carry)
    if kind is not TargetKind.COUNT:
        carry.indicator = slices
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
        unit=_unit(sentence, quantity, figure, head),
        quote=sentence.document.quote(span),
        span=span,
        value_span=quantity.span.moved(sentence.base),
        kind=kind,
        scale=quantity.scale,
    )


def _year(head: Head, after: TimeMention | None, carry: Carry) -> Year | None:
    """Return the year of a figure and bring the carry up to date."""
    if head.scope and head.scope.end_year:
        carry.scope, carry.local = year_of(head.scope), None
    own = [time for time in (head.local, after) if time]
    dated = [time for time in own if time.end_year]
    if dated:
        carry.local = year_of(dated[0])
        return carry.local
    every = head.scope if head.scope and not head.scope.end_year else None
    if own or every:
        return Year("hằng năm", 0)
    return carry.year


def _indicator(
    sentence: Sentence, quantity: Quantity, head: Head, phrase: Span | None, carry: Carry
) -> tuple[Span, ...]:
    """Return the slices, in document offsets, that say what the figure measures."""
    counted = quantity.kind is QuantityKind.COUNT and quantity.unit_span is not None
    noun = phrase
    if counted and quantity.unit_span:
        noun = Span(quantity.unit_span.start, phrase.end if phrase else quantity.unit_span.end)
    own = head.slices
    if own and (head.linked or noun is None):
        pieces = own
    elif own:
        part = quantity.kind in {QuantityKind.PERCENT, QuantityKind.COUNT, QuantityKind.RATIO}
        pieces = (
            (*own[:-1], _with_verb(sentence, own[-1], quantity), noun) if part and noun else own
        )
    elif (noun and not head.joined) and not (head.linked and carry.indicator and not head.change):
        pieces = (head.change, noun) if head.change else (noun,)
    elif carry.indicator:
        tail = (phrase.moved(sentence.base),) if head.joined and phrase else ()
        base = carry.indicator[:1] if tail else carry.indicator
        return (*base, *tail)
    else:
        return ()
    return tuple(piece.moved(sentence.base) for piece in pieces)


def _with_verb(sentence: Sentence, own: Span, quantity: Quantity) -> Span:
    """Take in a "có" between an indicator and its figure: "mỗi xã có … giáo viên"."""
    between = sentence.plain[own.end : quantity.span.start]
    return Span(own.start, own.end + len(" có")) if between.rstrip() == " có" else own


def _states(quantity: Quantity, head: Head) -> bool:
    """Tell a figure that states something from a bare number."""
    if quantity.unit or quantity.operator is not Operator.EXACT:
        return True
    return head.linked and bool(head.slices)


def _kind(sentence: Sentence, figure: Figure, year: Year | None, carry: Carry) -> TargetKind:
    """Tell an aim from a result and from a mere count."""
    quantity = figure.quantity
    if year and year.end and carry.published and year.end < carry.published:
        return TargetKind.ACHIEVED
    counted = quantity.kind is QuantityKind.COUNT
    if quantity.spelled or (counted and ENUMERATED.match(comparable(quantity.base_unit))):
        return TargetKind.COUNT
    own = sentence.plain[figure.head.start : figure.tail.end]
    goal = GOAL.search(own) is not None
    if RESULT.search(own) or (RESULT.search(sentence.plain) and not AIMED.search(own)):
        return TargetKind.ACHIEVED
    aimed = goal or GOAL.search(sentence.plain) is not None or year is not None
    if PAST.search(own) and not goal:
        return TargetKind.ACHIEVED
    if counted and quantity.operator is Operator.EXACT and not aimed:
        return TargetKind.COUNT
    return TargetKind.TARGET


def _unit(sentence: Sentence, quantity: Quantity, figure: Figure, head: Head) -> str:
    """Return the unit, with "/năm" where the indicator says "hằng năm" inside it."""
    every = head.local if head.local and head.local.kind is TimeKind.EVERY_YEAR else None
    inside = PER_YEAR.search(sentence.plain, figure.head.start, figure.head.end)
    if (
        quantity.unit
        and "/" not in quantity.unit
        and (every or (inside and head.slices))
        and head.scope is None
    ):
        return f"{quantity.unit}/năm"
    return quantity.unit
