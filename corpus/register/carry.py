"""What a figure inherits from the figures before it.

What this module does not know: how it is read or brought up to date (`corpus.register.prose`).
"""

from dataclasses import dataclass
from typing import Final

from corpus.model import Span
from corpus.register.years import Year

_MOST_YEARS: Final = 12


@dataclass(slots=True)
class Carry:
    """What later figures inherit: the year in force and the last indicator, document offsets."""

    parent: Year | None = None
    scope: Year | None = None
    local: Year | None = None
    rate: Year | None = None  # "hằng năm", by the unit or the tail of the figure before alone
    recent: Year | None = None  # the last target's, when nothing else rules
    indicator: tuple[Span, ...] = ()
    inherited: bool = False  # the indicator comes from a paragraph before
    named: bool = False  # the indicator was named in this sentence
    unit: str = ""  # of the last record, with what it is counted by ("giáo viên/trường")
    published: int = 0
    reported: frozenset[str] = frozenset()  # years of which the document reports results
    first_aim: int = 0  # the earliest year the document aims at
    aimed: bool = False  # a heading or lead-in above speaks of aims
    listed: bool = False  # the paragraph stands in a marked list
    fresh: bool = False  # the year was set in this sentence
    aiming: bool = False  # the record before was a target
    aimed_here: bool = False  # a record of this sentence was a target
    tasks: bool = False  # a heading above is of what is to be done
    funds: bool = False  # a heading above is of the money for what is to be done
    rules: bool = False  # a heading above is of what rules grant, or of whom the plan is for
    reviews: bool = False  # the heading above is of what has been done
    reporting: bool = False  # the sentence before reported results
    announced: bool = False  # the sentence before spoke of aims and gave no figure
    planning: bool = False  # and told of nothing that was done
    leads: bool = False  # the sentence before opened with an aim and gave no figure
    explains: bool = False  # this sentence gives them: "Cụ thể: …"
    last: Year | None = None  # of the record before it in this sentence
    reported_year: Year | None = None  # that a sentence of results before it in the paragraph gave
    results: bool = False  # the sentence before it in the paragraph told of nothing but results
    told: bool = False  # a record of this sentence was told as a result
    planned: Year | None = None  # the period in the name of the plan
    plan: Year | None = None  # of the plan's title, for aims that have no other
    period: Year | None = None  # the last one of the paragraph
    total: Year | None = None  # of the last total ("tổng kinh phí …"), whose parts may follow later
    ruled: bool = False  # the figure before is one that a rule sets
    respective: tuple[Year, ...] = ()  # years that "lần lượt" shares out among the figures
    counted: tuple[tuple[Span, ...], ...] = ()  # indicators of things counted in this sentence
    years: tuple[Year, ...] = ()  # of the last targets, each once

    @property
    def year(self) -> Year | None:
        """The year for a figure that names none."""
        return self.local or self.scope or self.parent or self.recent

    def name(self, slices: tuple[Span, ...], unit: str, *, counted: bool, aside: bool) -> None:
        """Take over what a figure measures; one told ``aside`` leaves the indicator as it is."""
        if not aside:
            self.indicator, self.inherited = slices, False
        self.unit, self.named = unit, True
        self.counted = (*self.counted, slices) if counted else self.counted

    def date(self, year: Year | None, *, aims: bool) -> None:
        """Take over the year of a figure, and whether it is an aim."""
        self.aiming, self.last = aims, year
        self.aimed_here = self.aimed_here or aims
        if aims:
            self.recent = year if year and year.end else self.recent
        if aims and year and year.end:
            self.years = (*(each for each in self.years if each != year), year)[-_MOST_YEARS:]
