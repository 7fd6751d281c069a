"""One sentence as the register reads it: its text, comparable form, quantities and times.

Offsets are those of the sentence; ``base`` moves them into the document.

What this module does not know: clauses and indicators.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from corpus.dates import TimeMention
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantities import figures_of
from corpus.quantity import Quantity
from corpus.register.aim_words import AIMED, AIMS_REACHED, BOUND, GOAL, GOAL_WORD, PLAN_SAYS, RESULT
from corpus.register.words import PLAN_NAME
from corpus.register.years import target_times

_MOST_TIMES = 12


@dataclass(frozen=True)
class Sentence:
    """A sentence with the quantities and the target years it mentions, in order."""

    document: Document
    base: int
    text: str
    plain: str
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]

    def quantities_in(self, span: Span) -> list[Quantity]:
        """Return the quantities that lie wholly inside ``span``."""
        first = bisect_left(self._quantity_starts, span.start)
        last = bisect_left(self._quantity_starts, span.end)
        return [q for q in self.quantities[first:last] if span.covers(q.span)]

    def times_in(self, span: Span) -> list[TimeMention]:
        """Return the last few times that lie wholly inside ``span``."""
        first = bisect_left(self._time_starts, span.start)
        last = bisect_left(self._time_starts, span.end)
        inside = [time for time in self.times[first:last] if span.covers(time.span)]
        return inside[-_MOST_TIMES:]

    @cached_property
    def first_goal(self) -> int:
        """Where the first word of an aim stands, or the end of the sentence."""
        return self._first_goal(self._unnamed)

    @cached_property
    def first_firm_goal(self) -> int:
        """The same, where a bound alone ("không quá", "trở lên") tells of no aim."""
        return self._first_goal(BOUND.sub(_blank, self._unnamed))

    def _first_goal(self, plain: str) -> int:
        match = GOAL.search(plain)
        return 0 if PLAN_SAYS.match(plain) else match.start() if match else len(plain)

    @cached_property
    def _unnamed(self) -> str:
        """The sentence with the names of plans blanked out."""
        return PLAN_NAME.sub(_blank, self.plain)

    @cached_property
    def first_goal_word(self) -> int:
        """Where the first word of an aim stands that is no year, or the end of the sentence."""
        match = GOAL_WORD.search(self.plain)
        return match.start() if match else len(self.plain)

    @cached_property
    def reports(self) -> bool:
        """Whether the sentence reports results and aims at nothing."""
        plain = AIMS_REACHED.sub(_blank, self.plain)
        return RESULT.search(self.plain) is not None and AIMED.search(plain) is None

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [quantity.span.start for quantity in self.quantities]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.span.start for time in self.times]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def read_sentence(document: Document, span: Span) -> Sentence:
    """Read one sentence of a document."""
    text = document.quote(span)
    plain = comparable(text)
    quantities, found = figures_of(plain, text)
    times = tuple(target_times(plain, found))
    return Sentence(document, span.start, text, plain, quantities, times)
