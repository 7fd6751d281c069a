"""What the years of a whole document tell: its own, the first it aims at, those it reports of.

What this module does not know: figures, indicators and headings.
"""

from collections import Counter
from collections.abc import Sequence

from corpus.dates import TimeBound, TimeKind, TimeMention, find_times
from corpus.model import Document, ParagraphKind
from corpus.normalize import comparable
from corpus.register.aim_words import AIMED, COMPARED_WITH, GOAL, GOAL_WORD, PAST, REPORTED, RESULT
from corpus.register.words import BY_YEAR, OPENS_WITH_YEAR, PLAN_NAME, YEARLY_PLAN
from corpus.register.years import LONGEST_HEAD, WHOLE_YEARS, Year, year_of

_ENDS = frozenset({TimeBound.UNTIL, TimeBound.BEFORE})


def published_year(document: Document, aimed: Sequence[TimeMention]) -> int:
    """Return the year the document was published or signed, 0 when nothing tells it.

    Where the provenance gives no date, a full date in the title does, or else the first year of
    the earliest period that a sentence sets aims for (a plan is not older than its period).
    ``aimed`` is what `aimed_times` returns.
    """
    head = document.provenance.published[:4]
    if head.isdigit() and len(head) == len("2023"):
        return int(head)
    dated = [t.end_year for t in find_times(document.title) if t.kind is TimeKind.DATE]
    starts = [
        time.start_year
        for time in aimed
        if time.kind is TimeKind.PERIOD and time.bound not in _ENDS
    ]
    earliest = min(starts, default=0)
    late = any(0 < time.end_year < earliest for time in aimed if time.bound in _ENDS)
    late = late or 0 < _first_by_year(document) < earliest
    return next((year for year in dated if year), 0 if late else earliest)


def only_tells(document: Document, aimed: Sequence[TimeMention]) -> bool:
    """Tell a document that compares with years before and says no word of aims: statistics."""
    plain = comparable(document.text)
    return not aimed and GOAL.search(plain) is None and COMPARED_WITH.search(plain) is not None


def planned_period(document: Document) -> Year | None:
    """Return the period in the first name of a plan: "Đề án … giai đoạn 2026-2030"."""
    for sentence in document.sentences[:LONGEST_HEAD]:
        text = document.quote(sentence.span)
        named = PLAN_NAME.search(comparable(text))
        times = find_times(named.group()) if named else ()
        periods = [time for time in times if time.kind is TimeKind.PERIOD]
        if periods:
            return year_of(periods[0])
    return None


def first_aimed_year(document: Document, aimed: Sequence[TimeMention]) -> int:
    """Return the earliest year that a sentence sets an aim for, 0 when there is none.

    Where nothing is to be reached by a year, it is the one that most aims are set for.
    """
    until = [time.end_year for time in aimed if time.bound in _ENDS]
    if until:
        return min(until)
    named = Counter(
        time.start_year
        for sentence in document.sentences
        if GOAL_WORD.search(comparable(document.quote(sentence.span)))
        for time in find_times(document.quote(sentence.span))
        if time.kind is TimeKind.YEAR
    )
    return max(named, key=lambda year: (named[year], year), default=0)


def reported_years(document: Document) -> frozenset[str]:
    """Return the years of which a heading or a sentence without aims reports results."""
    headings = [p.span for p in document.paragraphs if p.kind is ParagraphKind.HEADING]
    texts = [document.quote(span) for span in headings]
    found = [text for text in texts if REPORTED.search(comparable(text))]
    for sentence in document.sentences:
        plain = comparable(document.quote(sentence.span))
        if AIMED.search(plain) or YEARLY_PLAN.search(plain):
            continue
        if RESULT.search(plain) or (OPENS_WITH_YEAR.match(plain) and PAST.search(plain)):
            found.append(document.quote(sentence.span))
    years = [{t.key for t in find_times(text) if t.kind is TimeKind.YEAR} for text in found]
    return frozenset(year for said in years if len(said) == 1 for year in said)


def _first_by_year(document: Document) -> int:
    """Return the earliest year in "mục tiêu … đạt 175 triệu tấn vào năm 2025", 0 for none."""
    found: list[int] = []
    for sentence in document.sentences:
        plain = comparable(document.quote(sentence.span))
        goal = GOAL_WORD.search(plain)
        if goal and not RESULT.search(plain):
            found += [int(match["year"]) for match in BY_YEAR.finditer(plain, goal.end())]
    return min(found, default=0)


def aimed_times(document: Document) -> list[TimeMention]:
    """Return the years and periods of the sentences that speak of aims."""
    found: list[TimeMention] = []
    for sentence in document.sentences:
        text = document.quote(sentence.span)
        if AIMED.search(comparable(text)):
            found += [time for time in find_times(text) if time.kind in WHOLE_YEARS]
    return found
