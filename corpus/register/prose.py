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
from itertools import zip_longest

from corpus.clauses import clauses_of
from corpus.dates import TimeMention
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantity import Quantity
from corpus.register.aim_words import (
    AIMS,
    CONCRETELY,
    DIFFERS,
    GOAL_WORD,
    OPENS_AIM,
    REPORTS,
    TOPIC,
)
from corpus.register.carry import Carry
from corpus.register.closing import (
    closed,
    in_order,
    not_twice,
    of_both,
    of_one_time,
    with_last_year,
)
from corpus.register.coordination import by_part, coordinated, labelled
from corpus.register.heads import Head, named_after, read_head
from corpus.register.kinds import kind_of, stands_alone
from corpus.register.naming import (
    counted_name,
    counts,
    indicator_of,
    unit_of,
)
from corpus.register.parts import as_part
from corpus.register.record import Target, TargetKind
from corpus.register.sentence import Sentence, read_sentence
from corpus.register.sharing import Figure, beside_noun, figures_of
from corpus.register.stated import implied, is_whole, limited, states
from corpus.register.tails import noun_of_next, purpose_of, read_tail
from corpus.register.when import (
    is_yearly,
    is_yearly_rate,
    of_period,
    of_results,
    of_term,
    planned_year,
    shared_out,
    year_at,
)
from corpus.register.words import (
    CHANGES_LAST,
    CONTAINS,
    IN_TERM,
    INDICATOR_START,
    LABEL,
    OF_TOTAL,
    OPENS_YEARLY,
    PLAN_NAME,
    TOTAL,
)
from corpus.register.years import WHOLE_YEARS, Year, year_of
from corpus.units import QuantityKind

_INHERITS = re.compile(r"^[\s,:-]*trong đó\b")
_PARTS = re.compile(r"\btrong đó\s*:")
_WORDS = re.compile(r"[^\W\d_] [^\W\d_]")
_DONE = re.compile(r" (?P<done>được [^,;.:()0-9]{3,80}[^,;.:()0-9\s])")
_COMPARED = re.compile(
    r"\b(?:(?:cao|thấp|nhanh|chậm|nhiều|ít|lớn) (?:hơn|nhất)|so với|cùng kì)\b[^,;]*$"
)
_OF_EARLIER = re.compile(r" của cùng kì\b")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PLANNED = frozenset({TargetKind.TARGET, TargetKind.BUDGET})
_LONGEST_TAIL = 240
_FEWEST_SHARED = 2


def targets_of_sentence(document: Document, span: Span, carry: Carry) -> Iterator[Target]:
    """Yield the records of one sentence; ``carry`` is read and brought up to date."""
    sentence = read_sentence(document, span)
    carry.fresh, carry.named, carry.counted, before = False, False, (), carry.scope
    carry.last = None
    carry.told = carry.reporting and CONCRETELY.match(sentence.plain) is not None
    carry.reporting = carry.told or sentence.reports
    carry.explains = _explains(sentence, carry)
    opens_aim = _announces(sentence) and OPENS_AIM.match(sentence.plain) is not None
    carry.leads = opens_aim or (carry.explains and not sentence.quantities)
    carry.announced = carry.explains or _announces(sentence)
    carry.planning = carry.announced and not REPORTS.search(sentence.plain)
    carry.aimed_here, carry.ruled, carry.respective = False, False, ()
    if carry.total and OF_TOTAL.match(sentence.plain) and not sentence.times:
        carry.scope = carry.total
    found_here: list[Target] = []
    clause_before: list[Target] = []
    before_it = carry.years
    clauses = clauses_of(sentence.text, Span(0, len(span)))
    label, held, before_clause = _label(sentence), False, ""
    for clause, following in zip_longest(clauses, clauses[1:]):
        held = held or _PARTS.search(before_clause) is not None
        every = (
            carry.local is not None and not carry.local.end and OPENS_YEARLY.match(sentence.plain)
        )
        if not (held or every) and not _INHERITS.match(clause.of(sentence.plain)):
            carry.local = None
        before_clause = clause.of(sentence.plain)
        figures = figures_of(sentence, clause)
        found = [_record(sentence, figure, carry) for figure in figures]
        reports = REPORTS.search(clause.of(sentence.plain)) is not None
        from_there = {
            figure.quantity.span.moved(sentence.base) for figure in figures if figure.baseline
        }
        dated = with_last_year([each for each in found if each], from_there, reports=reports)
        records = coordinated(document, closed(sentence, dated, following))
        records = by_part(document, records)
        records = in_order(sentence, clause, labelled(document, records, label), clause_before)
        clause_before = records or clause_before
        found_here += records
        if not figures:
            _note_scope(sentence, clause, carry)
    kinds = {record.kind for record in found_here}
    carry.results = kinds == {TargetKind.ACHIEVED} if kinds else carry.results
    if kinds == {TargetKind.ACHIEVED}:
        # the year of a result rules no aim after it, but results; that of a plan's name does
        carry.reported_year = carry.scope if carry.fresh else carry.reported_year
        carry.scope = planned_year(sentence) or before
    if kinds == {TargetKind.COUNT}:  # "12 chỉ tiêu … năm 2030", listed in the next sentence
        _note_scope(sentence, Span(0, len(sentence.text)), carry)
        carry.aiming = carry.aiming or AIMS.search(sentence.plain) is not None
    found_here = of_both(sentence, not_twice(sentence, found_here, before_it))
    yield from of_one_time(sentence, found_here)


def _announces(sentence: Sentence) -> bool:
    """Tell a sentence that speaks of aims and leaves the figures to the next one."""
    return not sentence.quantities and GOAL_WORD.search(sentence.plain) is not None


def _explains(sentence: Sentence, carry: Carry) -> bool:
    """Tell a sentence that gives the figures of the aims just spoken of, and no result."""
    if CONCRETELY.match(sentence.plain) or not carry.planning:
        return carry.announced and CONCRETELY.match(sentence.plain) is not None
    opens = TOPIC.match(sentence.plain) or INDICATOR_START.match(sentence.plain)
    return (carry.leads or opens is not None) and not REPORTS.search(sentence.plain)


def _label(sentence: Sentence) -> Span | None:
    """Return what stands before the colon that a sentence opens with, in document offsets."""
    match = LABEL.match(sentence.plain)
    if match is None:
        return None
    label = Span(*match.span("label"))
    figured = sentence.quantities_in(label) or sentence.times_in(label)
    return None if figured else label.moved(sentence.base)


def _note_scope(sentence: Sentence, clause: Span, carry: Carry) -> None:
    """Let the last time of a clause without figures rule what follows."""
    inside = [time for time in sentence.times_in(clause) if time.kind in WHOLE_YEARS]
    inside = [time for time in inside if not _closes_at(sentence, clause, time)]
    named = [Span(*plan.span()) for plan in PLAN_NAME.finditer(sentence.plain)]
    if carry.scope and carry.scope.end >= carry.published:
        inside = [t for t in inside if not any(name.covers(t.span) for name in named)]
    inside = [
        t for t in inside if not _COMPARED.search(sentence.plain[clause.start : t.span.start])
    ]
    if inside and inside[-1].end_year >= carry.published:
        carry.scope, carry.fresh = year_of(inside[-1]), True


def _of_next(sentence: Sentence, start: int, carry: Carry) -> Span | None:
    return None if carry.named else noun_of_next(sentence.plain, start)


def _done_to(sentence: Sentence, figure: Figure) -> Span | None:
    """Return what is done to so much: "60.000 ha được tưới", "trong đó 70% được dùng …"."""
    head, kind = figure.head.of(sentence.plain), figure.quantity.kind
    opens = kind is QuantityKind.AREA and not _LETTERS.search(head)
    if not opens and not (kind is QuantityKind.PERCENT and CONTAINS.match(head)):
        return None
    done = _DONE.match(sentence.plain, figure.quantity.span.end, figure.tail.end)
    return Span(*done.span("done")) if done else None


def _closes_at(sentence: Sentence, clause: Span, time: TimeMention) -> bool:
    """Tell "đạt xã nông thôn mới vào cuối năm 2020;", a date of its own clause alone."""
    before = sentence.plain[clause.start : time.span.start]
    after = sentence.plain[time.span.end : clause.end]
    said = time.span.of(sentence.plain).startswith("vào ")
    return (
        said and "," not in before and _WORDS.search(before) is not None and not after.strip(" .;,")
    )


def _quoted(
    sentence: Sentence, quantity: Quantity, head: Head, phrase: Span | None,
    after: TimeMention | None,
) -> Span:  # fmt: skip
    """Return what is quoted of a figure, in document offsets; a bracket that it opens is closed."""
    end = max(quantity.span.end, phrase.end if phrase else 0, after.span.end if after else 0)
    closes = sentence.plain[end : end + 1] == ")" and "(" in sentence.plain[quantity.span.end : end]
    return Span(min(head.start, quantity.span.start), end + closes).moved(sentence.base)


def _record(sentence: Sentence, figure: Figure, carry: Carry) -> Target | None:
    """Make the record of one figure, or None where it states nothing about an indicator."""
    quantity = figure.quantity
    head = read_head(sentence.plain, figure.head, sentence.times_in(figure.head))
    tail_start = quantity.span.end + beside_noun(sentence, quantity)
    tail = Span(tail_start, min(figure.tail.end, tail_start + _LONGEST_TAIL))
    phrase, after = read_tail(
        sentence.plain, tail, sentence.times_in(tail), after_noun=counts(quantity)
    )
    phrase = phrase or _done_to(sentence, figure) or _of_next(sentence, tail.start, carry)
    year = shared_out(sentence, figure, head, carry) or year_at(sentence.plain, head, after, carry)
    named = named_after(sentence.plain, head, phrase)
    slices = indicator_of(sentence, quantity, named, phrase, carry)
    yearly = not carry.fresh and year == carry.year and is_yearly(sentence, tail)
    yearly = yearly or is_yearly_rate(sentence.plain, quantity, head, after, carry)
    year = of_period(quantity, head, year, carry)
    if figure.bracketed and carry.last and not (head.scope or head.local or after):
        year = carry.last
    differs = DIFFERS.match(sentence.plain) and CHANGES_LAST.search(figure.head.of(sentence.plain))
    aside = head.aside or _OF_EARLIER.match(sentence.plain, tail.start)
    if not slices or aside or differs or not states(quantity, head):
        carry.indicator = slices if differs and slices else carry.indicator
        return None
    slices = as_part(sentence, figure, (*slices, *purpose_of(sentence, figure, phrase)), carry)
    indicator = " ".join(sentence.document.quote(piece) for piece in slices)
    quantity = limited(
        quantity, head, indicator, sentence.plain[figure.head.start : quantity.number_span.start]
    )
    figure = replace(figure, quantity=quantity)
    kind = kind_of(
        sentence, figure, year, carry, stands=stands_alone(sentence, head, slices, carry)
    )
    year = of_results(year, carry) if kind is TargetKind.ACHIEVED else year
    year = of_term(comparable(indicator), year, carry)
    if is_whole(quantity, indicator) and carry.planned and not (carry.fresh or carry.parent):
        year = carry.local = carry.planned
    unit = unit_of(sentence, figure, head, slices, carry) or implied(
        quantity, indicator, sentence.text[quantity.span.end : figure.tail.end]
    )
    if kind is TargetKind.COUNT:
        slices = counted_name(sentence, quantity, phrase) or slices
        year = year if carry.fresh else None
    if year is None and kind in _PLANNED:
        whole = IN_TERM.search(figure.tail.of(sentence.plain))
        year = carry.planned if whole and carry.planned else carry.plan
    if yearly and kind is TargetKind.TARGET:
        year = carry.local = carry.rate = Year("hằng năm", 0)
    if kind is not TargetKind.COUNT:
        carry.total = year if year and TOTAL.match(comparable(indicator)) else carry.total
        changed = head.change is not None and slices[:-1] == carry.indicator != ()
        carry.name(slices, unit, counted=counts(quantity), aside=changed or figure.bracketed)
        carry.date(year, aims=kind is TargetKind.TARGET)
    span = _quoted(sentence, quantity, head, phrase, after)
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
