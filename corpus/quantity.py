"""The record of one quantity: figures, bound, scale and unit, with the spans they come from.

What this module does not know: how quantities are found (`corpus.quantity_scan`).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.model import Span
from corpus.numerals import canonical
from corpus.units import QuantityKind, bare_unit_key, unit_key


class Operator(StrEnum):
    """How the figures bound the value."""

    FROM_TO = "from_to"
    ABOVE = "above"
    ABOUT = "about"
    AT_LEAST = "at_least"
    EXACT = "exact"
    AT_MOST = "at_most"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text; offsets are code points of the text it was found in.

    ``span`` is the whole phrase with bound word and unit, ``number_span`` the figures (or number
    words) alone, ``unit_span`` the printed unit without scale words, None where there is none.
    ``low`` and ``high`` are as printed, before ``scale`` (``1,5 triệu``: 1.5 with scale 10**6);
    like the register's: above and at_least have no high, at_most and below no low. ``unit`` is
    the printed unit with its scale words, spaces and "phần trăm" normalised ("triệu tỷ đồng",
    "%/năm"); ``spelled`` marks number words ("ba lĩnh vực"), which deserve less trust.
    """

    span: Span
    number_span: Span
    unit_span: Span | None
    operator: Operator
    low: Decimal | None
    high: Decimal | None
    scale: Decimal
    unit: str
    base_unit: str
    kind: QuantityKind
    spelled: bool = False

    @property
    def figures(self) -> tuple[Decimal, ...]:
        """The printed values, one or two, without the bound, canonical."""
        ends = (self.low, self.high)
        values = [canonical(end) for end in ends if end is not None]
        return tuple(dict.fromkeys(values))

    @property
    def scaled(self) -> tuple[Decimal, ...]:
        """The values with scale words applied (``8,3 nghìn``: 8300), canonical."""
        return tuple(canonical(value * self.scale) for value in self.figures)

    @property
    def scaled_low(self) -> Decimal | None:
        """The lower end with the scale applied, or None."""
        return None if self.low is None else canonical(self.low * self.scale)

    @property
    def scaled_high(self) -> Decimal | None:
        """The upper end with the scale applied, or None."""
        return None if self.high is None else canonical(self.high * self.scale)

    @property
    def unit_key(self) -> str:
        """The unit without scale words, in the form that compares."""
        return unit_key(self.base_unit)


def same_figures(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities have the same values, whatever notation and unit."""
    return first.scaled == second.scaled


def same_unit(first: Quantity, second: Quantity) -> bool:
    """Tell whether two units agree; a missing unit, or a missing "% of what", agrees with any.

    A tail that only one gives ("/người/năm") agrees too: texts drop it freely.
    """
    if not first.base_unit or not second.base_unit:
        return True
    one, *tails = bare_unit_key(first.base_unit).split("/")
    other, *others = bare_unit_key(second.base_unit).split("/")
    return one == other and ({*tails} <= {*others} or {*others} <= {*tails})


def same_value(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities say the same amount, bounds aside.

    ``11,0%`` = ``11%``; ``08`` = ``8``; ``8,3 nghìn`` = ``8.300``; ``12.500`` = ``12500``.
    """
    return same_figures(first, second) and same_unit(first, second)


def same_bound(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities are bounded alike (``đạt 75%`` and ``trên 75%`` are not)."""
    return first.operator is second.operator
