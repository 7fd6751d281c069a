"""Which year a figure of running text is for, as its clause is read and the carry goes on.

What this module does not know: indicators, and whether a figure is an aim.
"""

import re

from corpus.dates import TimeBound, TimeKind, TimeMention
from corpus.model import Span
from corpus.quantity import Quantity
from corpus.register.carry import Carry
from corpus.register.heads import Head
from corpus.register.sentence import Sentence
from corpus.register.sharing import Figure
from corpus.register.words import (
    EACH_YEAR,
    OF_TERM,
    OPENS_YEARLY,
    PLAN_NAME,
    RESPECTIVELY,
    THESE_YEARS,
    YEARLY_CLOSES,
)
from corpus.register.years import WHOLE_YEARS, Year, is_average, year_of
from corpus.units import QuantityKind

_FEWEST_SHARED, _LOOK_BACK = 2, 16
_OF_WHICH = re.compile(r"\btrong đó:?,? (?:ở |trong )?$")


def planned_year(sentence: Sentence) -> Year | None:
    """Return the year in the name of a plan: "quy hoạch bến xe đến năm 2030, tầm nhìn 2050"."""
    plan = PLAN_NAME.search(sentence.plain)
    inside = sentence.times_in(Span(*plan.span())) if plan else []
    return year_of(inside[0]) if inside and inside[0].kind in WHOLE_YEARS else None


def year_at(plain: str, head: Head, after: TimeMention | None, carry: Carry) -> Year | None:
    """Return the year of a figure and bring the carry up to date."""
    if carry.rate and carry.local is carry.rate and head.slices:
        carry.local = None  # "giảm 1% mỗi năm, trong khi tỷ trọng … đạt 30%"
    if head.relative:
        carry.scope = carry.local = carry.recent = None
    if head.scope and head.scope.end_year:
        ruling = year_of(head.scope)
        since = head.scope.bound is TimeBound.SINCE
        if since or _is_episode(ruling, carry) or _is_part(plain, head.scope):
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
    return _end_of_term(carry) or carry.year


def _end_of_term(carry: Carry) -> Year | None:
    """Return the last year of a period, where an aim before was for it.

    "Nhiệm kỳ 2025-2030 … . Thu nhập đến năm 2030 đạt …. Thu ngân sách đạt …": 2030 goes on.
    """
    period, last = carry.scope, carry.recent
    if carry.local or carry.fresh or period is None or last is None or "-" not in period.key:
        return None
    return last if last.end == period.end and "-" not in last.key else None


def is_yearly(sentence: Sentence, tail: Span) -> bool:
    """Tell "24 phiên giao dịch mỗi năm": every year, after the figure and what it counts."""
    times = sentence.times_in(tail)[:1]
    if not times or times[0].end_year or is_average(sentence.plain, times[0]):
        return False
    between = sentence.plain[tail.start : times[0].span.start]
    ends = YEARLY_CLOSES.match(sentence.plain, times[0].span.end) is not None
    return ends and not set(",;:(") & set(between)


def is_yearly_rate(
    plain: str, quantity: Quantity, head: Head, after: TimeMention | None, carry: Carry
) -> bool:
    """Tell so many things a year that name no time: "kết nạp 2.500 đảng viên/năm".

    Only a year that rules them is theirs, not one that a figure before has for itself; percents
    are rates of a period.
    """
    worded = EACH_YEAR.search(quantity.base_unit) is not None
    since = head.scope is not None and head.scope.bound is TimeBound.SINCE
    if worded and (since or not (carry.fresh or head.local or after)):
        return True
    ruled = carry.scope or carry.parent
    if head.scope or head.local or after or (ruled and not OPENS_YEARLY.match(plain)):
        return False
    counted = quantity.kind is QuantityKind.RATE and quantity.base_unit[:1].isalpha()
    return worded or (counted and quantity.unit_key.endswith("/năm"))


def of_term(indicator: str, year: Year | None, carry: Carry) -> Year | None:
    """Return the period that "tổng vốn … 5 năm" is of, where its last year rules."""
    period = carry.period
    if year is None or period is None or period.end != year.end or not OF_TERM.search(indicator):
        return year
    return period


def of_results(year: Year | None, carry: Carry) -> Year | None:
    """Return the year of results told on: "Năm 2023 … đạt 8.185 tỷ đồng. Thu nhập đạt …"."""
    return year if carry.fresh else carry.reported_year or year


def of_period(quantity: Quantity, head: Head, year: Year | None, carry: Carry) -> Year | None:
    """Return the period of the paragraph for a rate that names no time, where its last year rules.

    "… giai đoạn 2026-2030 đạt 10%/năm; thu ngân sách năm 2030 …; năng suất tăng 8,5%/năm".
    """
    if year is not None and "-" in year.key:
        carry.period = year
    own = head.scope is not None or head.local is not None
    if own or carry.period is None or year is None or not quantity.unit_key.endswith("/năm"):
        return year
    return carry.period if carry.period.end == year.end else year


def shared_out(sentence: Sentence, figure: Figure, head: Head, carry: Carry) -> Year | None:
    """Return the year that "lần lượt" gives a figure: "đến năm 2025 và 2030 lần lượt là 6%, 7%"."""
    if RESPECTIVELY.search(figure.head.of(sentence.plain)):
        times = [time for time in sentence.times_in(figure.head) if time.end_year]
        carry.respective = tuple(year_of(time) for time in times)
        if these := THESE_YEARS.search(figure.head.of(sentence.plain)):
            periods = these["kind"] in {"giai đoạn", "thời kì"}
            said = [year for year in carry.years if ("-" in year.key) == periods]
            following = [
                q for q in sentence.quantities if q.span.start > figure.quantity.span.start
            ]
            carry.respective = tuple(said[-1 - len(following) :])
        if len(carry.respective) < _FEWEST_SHARED:
            carry.respective = ()
    elif head.slices or sentence.times_in(figure.head):
        carry.respective = ()
    if not carry.respective:
        return None
    year, *rest = carry.respective
    carry.respective, carry.local, carry.fresh = tuple(rest), year, True
    return year


def _is_part(plain: str, time: TimeMention) -> bool:
    """Tell "…; trong đó giai đoạn 2026-2030 đạt 8%", a part of the period before it."""
    led = _OF_WHICH.search(plain, max(0, time.span.start - _LOOK_BACK), time.span.start)
    return led is not None and time.kind is TimeKind.PERIOD


def _is_episode(ruling: Year, carry: Carry) -> bool:
    """Tell a period that a clause names aside from the year its sentence aims at.

    "Đến năm 2030, …; giai đoạn 2026-2030, GRDP tăng 8%/năm; …": 2030 goes on ruling.
    """
    aim = carry.scope
    lies_within = aim is not None and "-" not in aim.key and aim.end == ruling.end
    return carry.fresh and "-" in ruling.key and lies_within
