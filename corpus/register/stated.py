"""What a figure states beyond its digits: a limit of its indicator, a unit left out, a whole plan.

What this module does not know: how figures and indicators are found.
"""

import re
from dataclasses import replace

from corpus.normalize import comparable
from corpus.quantity import Operator, Quantity
from corpus.register.heads import Head
from corpus.register.words import INDEX, LIMIT, NO_LESS_THAN, NO_MORE_THAN, NUMBER_OF, TOTAL
from corpus.units import QuantityKind, read_known_noun

_PER_MANY = re.compile(
    r" ?/ ?(?:(?:1 |một )?(?:vạn|nghìn|triệu)|1\.?0{3}|10\.?0{3}|100\.?0{3}) ?"
    r"(?:dân|người|trẻ(?: em| đẻ sống)?|phụ nữ|lao động)(?!\w)"
)
_DIFFERENCES = frozenset({Operator.ABOVE, Operator.BELOW})


def is_whole(quantity: Quantity, indicator: str) -> bool:
    """Tell the money of the whole plan, which is of the plan's period."""
    return quantity.kind is QuantityKind.MONEY and TOTAL.match(comparable(indicator)) is not None


def limited(quantity: Quantity, head: Head, indicator: str, before: str) -> Quantity:
    """Bound a figure whose indicator is itself a limit: "tỷ lệ tối đa … là 50%"."""
    if quantity.operator is Operator.ABOVE and NO_MORE_THAN.search(before):
        return replace(quantity, operator=Operator.AT_MOST, low=None, high=quantity.low)
    if quantity.operator is Operator.BELOW and NO_LESS_THAN.search(before):
        return replace(quantity, operator=Operator.AT_LEAST, low=quantity.high, high=None)
    limit = LIMIT.search(comparable(indicator)) if head.linked else None
    if limit is None or quantity.operator is not Operator.EXACT:
        return quantity
    if limit["least"]:
        return replace(quantity, operator=Operator.AT_LEAST, high=None)
    return replace(quantity, operator=Operator.AT_MOST, low=None)


def implied(quantity: Quantity, indicator: str, after: str) -> str:
    """Return the unit left out: "chỉ số … (HDI) trên 0,7", "tổng số câu lạc bộ lên 180".

    ``after`` is what stands after the figure: "tỷ lệ mắc dưới 0,15/1.000 dân" is so many of those.
    """
    if quantity.kind is not QuantityKind.OTHER or quantity.unit:
        return ""
    if per := _PER_MANY.match(after):
        return per.group().strip()
    if INDEX.search(comparable(indicator)):
        return "điểm"
    number = NUMBER_OF.search(comparable(indicator))
    noun = read_known_noun(comparable(indicator), number.end()) if number else None
    if noun is None:
        return ""
    unit = noun.span.of(indicator)
    each = _PER_MANY.search(indicator) if "/" not in unit else None
    return f"{unit}{each.group()}" if each else unit


def states(quantity: Quantity, head: Head) -> bool:
    """Tell a figure that states something from a bare number and from a difference."""
    if quantity.unit_key.startswith("điểm %") and quantity.operator in _DIFFERENCES:
        return False  # cao hơn 0,5 điểm %
    if quantity.unit or quantity.operator is not Operator.EXACT:
        return True
    return head.linked and bool(head.slices)
