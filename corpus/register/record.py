"""The record of one target, count or achievement that a document states.

What this module does not know: how records are found (`corpus.register.prose`, `.table`).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantity import Operator


class TargetKind(StrEnum):
    """What a record states: an aim, a result, how many things are listed, what a plan costs."""

    TARGET = "target"
    ACHIEVED = "achieved"
    COUNT = "count"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Target:
    """One figure that a document sets, reports or counts.

    ``indicator`` is sliced from the document (slices of one indicator are joined by a space);
    ``indicator_spans`` are those slices, ``indicator_span`` the first. ``year`` is "2030",
    "2021-2025", "hằng năm" or None.
    ``low`` and ``high`` are as printed: above and at_least have no high, at_most and below no low.
    ``unit`` is as printed, scale words included. ``span`` is the clause quoted in ``quote``,
    ``value_span`` the bound, figures and unit; offsets are those of the document's text.
    """

    document: str
    indicator: str
    indicator_spans: tuple[Span, ...]
    year: str | None
    operator: Operator
    low: Decimal | None
    high: Decimal | None
    unit: str
    quote: str
    span: Span
    value_span: Span
    kind: TargetKind = TargetKind.TARGET
    scale: Decimal = Decimal(1)

    @property
    def indicator_span(self) -> Span:
        """The first slice of the indicator."""
        return self.indicator_spans[0]

    @property
    def key(self) -> tuple[str, str | None, Operator, Decimal | None, Decimal | None, str]:
        """What makes two records say the same."""
        words = " ".join(comparable(self.indicator).split())
        return words, self.year, self.operator, self.low, self.high, comparable(self.unit)
