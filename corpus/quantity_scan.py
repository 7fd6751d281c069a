"""Joins numbers to quantities: ranges, bound words before and after, ranks.

Each step looks only a short way back or ahead, so the time is linear in the text.

What this module does not know: which numbers are years, dates or document numbers.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.bounds import Bound, bound_after, bound_before
from corpus.model import Span
from corpus.number_scan import Number, is_ranked, numbers_of
from corpus.quantity import Operator, Quantity
from corpus.units import QuantityKind, Unit

_TO = re.compile(r" ?(?:-|÷) ?| (?:đến|tới|den) (?:khoảng |dưới |gần |hết )?")
_AMONG = re.compile(r"\b(?:nhóm|top|tốp|trong|trong số|thuộc|thuộc nhóm|trong nhóm) (?:các )?$")
_TOP = re.compile(r"\b(?:top|tốp) $")
_LEADING = re.compile(
    r"[^.;:|\n]{0,60}?\b(?:dẫn đầu|hàng đầu|đứng đầu|cao nhất|tốt nhất|lớn nhất|mạnh nhất|đi đầu)\b"
)
_CHANGES = re.compile(
    r"[^.;,|\n]{0,40}? (?:lên|xuống|còn|sang|thành|đến|tới) (?:khoảng |trên |dưới |gần |mức )?[0-9]"
)
_RANK = "thứ hạng"


def scan(plain: str, text: str, taken: Sequence[Span]) -> Iterator[Quantity]:
    """Yield the quantities of ``text`` in order; ``plain`` is ``comparable(text)``.

    ``taken`` are spans that cannot hold a quantity (years, dates, document numbers).
    """
    numbers = list(numbers_of(plain, text, taken))
    position, end = 0, 0
    while position < len(numbers):
        first = numbers[position]
        position += 1
        if first.span.start < end:
            continue
        second = numbers[position] if position < len(numbers) else None
        bound = bound_before(plain, first.span.start)
        if second and _is_range(plain, first, second, bound):
            position += 1
        else:
            second = None
        quantity = _quantity(plain, text, first, second, _own(bound, end, first))
        end = quantity.span.end
        yield quantity


def _own(bound: Bound, end: int, first: Number) -> Bound:
    """Drop bound words that belong to the quantity before."""
    return bound if bound.start >= end else Bound(first.span.start, Operator.EXACT)


def _is_range(plain: str, first: Number, second: Number, bound: Bound) -> bool:
    """Tell ``7,5% - 8,0%`` and ``từ 3 đến 5 triệu`` from two amounts."""
    joint = _TO.match(plain, first.end)
    if not joint or joint.end() != second.span.start:
        return False
    if first.unit and second.unit and not _same_unit(plain, first.unit, second.unit):
        return False
    if first.unit and not second.unit:
        return False
    same_scale = first.scale in {Decimal(1), second.scale}
    low = first.value if same_scale else first.value * first.scale / second.scale
    hyphen = "-" in joint.group(0)
    return low < second.value and (hyphen or bound.since or second.unit is not None)


def _same_unit(plain: str, one: Unit, other: Unit) -> bool:
    first, second = one.span.of(plain), other.span.of(plain)
    return first == second or second.startswith((f"{first}/", f"{first} "))


def _quantity(
    plain: str, text: str, first: Number, second: Number | None, bound: Bound
) -> Quantity:
    last = second or first
    end, after = bound_after(plain, last.end)
    operator = _operator(plain, last, bound, after, ranged=second is not None)
    kind = last.kind or (last.unit.kind if last.unit else QuantityKind.OTHER)
    unit, base = _printed(text, last)
    if ranked := _rank(plain, first, last):
        kind, unit, base = QuantityKind.RANK, _RANK, _RANK
        operator = ranked if operator is Operator.EXACT else operator
    low, high = _ends(operator, first, second)
    start = bound.start
    if ranked and plain.endswith("thứ ", 0, first.span.start):
        start = min(start, first.span.start - len("thứ "))
    return Quantity(
        span=Span(start, end),
        number_span=Span(first.span.start, last.span.end),
        unit_span=last.unit.span if last.unit else None,
        operator=operator,
        low=low,
        high=high,
        scale=last.scale,
        unit=unit,
        base_unit=base,
        kind=kind,
        spelled=first.spelled,
    )


def _printed(text: str, number: Number) -> tuple[str, str]:
    """Return the unit as printed, with its scale words and without them."""
    end = number.unit.span.end if number.unit else number.end
    whole = _tidy(text[number.span.end : end])
    base = _tidy(number.unit.span.of(text)) if number.unit else ""
    if number.spelled and number.scale == 1:
        return base, base  # mười hai nghìn năm trăm đô: all of it is the number
    return whole, base


def _tidy(unit: str) -> str:
    spaced = " ".join(unit.split())
    return re.sub(r"(?i)phần trăm", "%", re.sub(r" ?/ ?", "/", spaced))


def _operator(
    plain: str, last: Number, bound: Bound, after: Operator | None, *, ranged: bool
) -> Operator:
    if ranged:
        return Operator.FROM_TO
    if after:
        return after
    if bound.operator is not Operator.FROM_TO:
        return bound.operator
    changes = _CHANGES.match(plain, last.end)
    return Operator.EXACT if changes else Operator.AT_LEAST


def _ends(
    operator: Operator, first: Number, second: Number | None
) -> tuple[Decimal | None, Decimal | None]:
    if second:
        low = first.value
        if first.scale not in {Decimal(1), second.scale}:
            low = first.value * first.scale / second.scale
        return low, second.value
    if operator in {Operator.ABOVE, Operator.AT_LEAST}:
        return first.value, None
    if operator in {Operator.AT_MOST, Operator.BELOW}:
        return None, first.value
    return first.value, first.value


def _rank(plain: str, first: Number, last: Number) -> Operator | None:
    """Return how a number ranks ("nhóm 3 nước dẫn đầu", "xếp thứ 30"), or None."""
    before = max(0, first.span.start - 24)
    if is_ranked(plain, first.span):
        return Operator.EXACT
    if last.unit is None or last.unit.kind is QuantityKind.COUNT:
        if _TOP.search(plain, before, first.span.start):
            return Operator.AT_MOST
        if _AMONG.search(plain, before, first.span.start) and _LEADING.match(plain, last.end):
            return Operator.AT_MOST
    return None
