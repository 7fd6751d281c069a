"""Quantities of a text, and everything else in it that carries a figure or a name.

    find_quantities("đạt từ 60-62%")   amounts with bound, value, unit
    find_times, find_document_numbers, find_bodies
    mentions(text)                     all four, never overlapping

Offsets are code points of the text given (NFC). None of these functions raises on any string.

What this module does not know: which indicator a quantity belongs to (`corpus.register`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from corpus.dates import TimeBound, TimeKind, TimeMention, find_times, times_of
from corpus.free import Free
from corpus.model import Span
from corpus.names import NamedBody, NameKind, find_bodies
from corpus.normalize import comparable
from corpus.numerals import canonical, every_number
from corpus.quantity import (
    Operator,
    Quantity,
    same_bound,
    same_figures,
    same_unit,
    same_value,
)
from corpus.quantity_scan import scan
from corpus.references import DocumentNumber, find_document_numbers, numbers_of_documents
from corpus.units import QuantityKind, unit_key

__all__ = [
    "DocumentNumber",
    "Mentions",
    "NameKind",
    "NamedBody",
    "Operator",
    "Quantity",
    "QuantityKind",
    "TimeBound",
    "TimeKind",
    "TimeMention",
    "figures_of",
    "find_bodies",
    "find_document_numbers",
    "find_quantities",
    "find_times",
    "mentions",
    "numbers_beside",
    "numbers_in",
    "same_bound",
    "same_figures",
    "same_unit",
    "same_value",
    "unit_key",
]


@dataclass(frozen=True)
class Mentions:
    """What a text mentions; the spans of quantities, cores of times and numbers never overlap.

    ``start`` is where the text begins in what the spans are offsets into.
    """

    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]
    numbers: tuple[DocumentNumber, ...]
    text: str
    start: int = 0

    @cached_property
    def bodies(self) -> tuple[NamedBody, ...]:
        """The names outside document numbers; looked for when first asked for."""
        taken = [number.span for number in self.numbers]
        placed = (
            replace(body, span=body.span.moved(self.start)) for body in find_bodies(self.text)
        )
        return tuple(body for body in placed if not any(map(body.span.overlaps, taken)))

    def moved(self, by: int) -> "Mentions":
        """Return the same mentions ``by`` code points further on."""
        return Mentions(
            tuple(
                replace(
                    quantity,
                    span=quantity.span.moved(by),
                    number_span=quantity.number_span.moved(by),
                    unit_span=quantity.unit_span.moved(by) if quantity.unit_span else None,
                )
                for quantity in self.quantities
            ),
            tuple(replace(t, span=t.span.moved(by), core=t.core.moved(by)) for t in self.times),
            tuple(replace(number, span=number.span.moved(by)) for number in self.numbers),
            self.text,
            self.start + by,
        )


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of ``text``, in order. Years, dates and marks are not quantities."""
    return _figures(comparable(text), text)[0]


def mentions(text: str) -> Mentions:
    """Return the quantities, times, document numbers and named bodies of ``text``."""
    return Mentions(*_figures(comparable(text), text), text)


def figures_of(plain: str, text: str) -> tuple[tuple[Quantity, ...], tuple[TimeMention, ...]]:
    """Return the quantities and times alone; ``plain`` is ``comparable(text)``."""
    quantities, times, _ = _figures(plain, text)
    return quantities, times


def numbers_in(text: str) -> tuple[Decimal, ...]:
    """Return every number of ``text`` as a canonical value, in order of appearance.

    Amounts come with their scale words applied ("8,3 nghìn" gives 8300), ranges as two values;
    years, days, months, the figures of document numbers and of marks as they are.
    """
    return numbers_beside(find_quantities(text), text)


def numbers_beside(quantities: Sequence[Quantity], text: str) -> tuple[Decimal, ...]:
    """Return the same, given the quantities of ``text``."""
    free = Free(text, (quantity.number_span for quantity in quantities))
    placed = [(q.number_span.start, value) for q in quantities for value in q.scaled]
    placed += [
        (start, canonical(value))
        for start, value in every_number(text)
        if free.is_free(Span(start, start + 1))
    ]
    return tuple(value for _, value in sorted(placed, key=lambda item: item[0]))


def _figures(
    plain: str, text: str
) -> tuple[tuple[Quantity, ...], tuple[TimeMention, ...], tuple[DocumentNumber, ...]]:
    """Find document numbers first, then times, then quantities in what is left."""
    numbers = numbers_of_documents(plain, text)
    free = Free(text, (number.span for number in numbers))
    times = tuple(time for time in times_of(plain) if free.is_free(time.core))
    taken = [*(number.span for number in numbers), *(time.core for time in times)]
    return tuple(scan(plain, text, taken)), times, numbers
