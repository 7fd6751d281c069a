"""Targets in running text: clause by clause, figure by figure.

In each clause the text between two figures is shared out: what completes the figure before, and
what heads the next. A figure without a head of its own takes the indicator before it ("…, đến năm
2030 đạt trên 12.500"); a figure that opens its phrase takes the noun phrase after it ("95% cán bộ
quản lý được …"). A year rules the clauses after it when it opens its own.

What this module does not know: tables (`corpus.register.table`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.clauses import clauses_of
from corpus.dates import TimeMention
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantity import Operator, Quantity
from corpus.register.carry import Carry
from corpus.register.coordination import coordinated
from corpus.register.heads import Head, read_head, read_tail
from corpus.register.naming import counted_name, counts, indicator_of, unit_of
from corpus.register.record import Target, TargetKind
from corpus.register.sentence import Sentence, read_sentence
from corpus.register.sharing import Figure, figures_of
from corpus.register.words import AIMED, ENUMERATED, GOAL, PAST, RESULT
from corpus.register.years import Year, is_average, year_of
from corpus.units import QuantityKind

_INHERITS = re.compile(r"^[\s,:-]*trong đó\b")
_REPORTS = re.compile(f"{RESULT.pattern}|{PAST.pattern}")
_LONGEST_TAIL = 240
_DIFFERENCES = frozenset({Operator.ABOVE, Operator.BELOW})


def targets_of_sentence(document: Document, span: Span, carry: Carry) -> Iterator[Target]:
    """Yield the records of one sentence; ``carry`` is read and brought up to date."""
    sentence = read_sentence(document, span)
    carry.fresh, carry.named, before = False, False, carry.scope
    kinds: set[TargetKind] = set()
    for clause in clauses_of(sentence.text, Span(0, len(span))):
        if not _INHERITS.match(clause.of(sentence.plain)):
            carry.local = None
        figures = figures_of(sentence, clause)
        found = [_record(sentence, figure, carry) for figure in figures]
        reports = _REPORTS.search(clause.of(sentence.plain)) is not None
        dated = _with_last_year([each for each in found if each], reports=reports)
        records = coordinated(document, dated)
        kinds |= {record.kind for record in records}
        yield from records
        if not figures:
            _note_scope(sentence, clause, carry)
    if kinds == {TargetKind.ACHIEVED}:
        carry.scope = before  # the year of a result rules no aim after it


def _with_last_year(records: list[Target], *, reports: bool) -> list[Target]:
    """Let a year at the end of a clause rule the figures before it that have none.

    Where the clause reports no result, they are aims as the last one is.
    """
    aim = TargetKind.TARGET
    if not records or records[-1].kind is not aim:
        return records
    ruled = {aim} if reports else {aim, TargetKind.ACHIEVED}
    last = records[-1].year
    return [
        replace(record, year=last, kind=aim)
        if record.year is None and record.kind in ruled
        else record
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
        sentence.plain, tail, sentence.times_in(tail), after_noun=counts(quantity)
    )
    year = _year(sentence.plain, head, after, carry)
    slices = indicator_of(sentence, quantity, head, phrase, carry)
    if not slices or head.aside or not _states(quantity, head):
        return None
    kind = _kind(sentence, figure, year, carry)
    unit = unit_of(sentence, figure, head, slices, carry)
    if kind is TargetKind.COUNT:
        slices = counted_name(sentence, quantity, phrase) or slices
        year = year if carry.fresh else None
    if kind is not TargetKind.COUNT:
        carry.unit = unit
        changed = head.change is not None and slices[:-1] == carry.indicator != ()
        carry.indicator, carry.named = carry.indicator if changed else slices, True
        carry.aiming = kind is TargetKind.TARGET
        carry.recent = year if carry.aiming and year and year.end else carry.recent
    end = max(quantity.span.end, phrase.end if phrase else 0, after.span.end if after else 0)
    span = Span(min(head.start, quantity.span.start), end).moved(sentence.base)
    return Target(
        document=sentence.document.name,
        indicator=" ".join(sentence.document.quote(piece) for piece in slices),
        indicator_spans=slices,
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
        ruling = year_of(head.scope)
        if _is_episode(ruling, carry):
            carry.local, carry.fresh = ruling, True
        else:
            carry.scope, carry.local, carry.fresh = ruling, None, True
    own = [time for time in (head.local, after) if time]
    dated = [time for time in own if time.end_year]
    if dated:
        carry.local, carry.fresh = year_of(dated[0]), True
        return carry.local
    every = [time for time in (head.scope, *own) if time and not time.end_year]
    if every and not any(is_average(plain, time) for time in every):
        yearly = Year("hằng năm", 0)
        carry.local = yearly if head.scope in every else carry.local
        return yearly
    return carry.year


def _states(quantity: Quantity, head: Head) -> bool:
    """Tell a figure that states something from a bare number and from a difference."""
    if quantity.unit_key.startswith("điểm %") and quantity.operator in _DIFFERENCES:
        return False  # cao hơn 0,5 điểm %
    if quantity.unit or quantity.operator is not Operator.EXACT:
        return True
    return head.linked and bool(head.slices)


def _is_episode(ruling: Year, carry: Carry) -> bool:
    """Tell a period that a clause names aside from the year its sentence aims at.

    "Đến năm 2030, …; giai đoạn 2026-2030, GRDP tăng 8%/năm; …": 2030 goes on ruling.
    """
    aim = carry.scope
    lies_within = aim is not None and "-" not in aim.key and aim.end == ruling.end
    return carry.fresh and "-" in ruling.key and lies_within


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
    past = year is not None and (not carry.published or year.end <= carry.published)
    if year and past and 0 < year.end < carry.first_aim and not (goal or carry.aimed):
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
