"""Which year a figure is for: its own, its clause's, its list's, its headings'.

What this module does not know: figures and indicators.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.dates import TimeBound, TimeKind, TimeMention, find_times
from corpus.model import Document, Paragraph, ParagraphKind, Span
from corpus.normalize import comparable
from corpus.register.aim_words import (
    AIMED,
    AIMS,
    AIMS_HEADLINE,
    FUNDS,
    GOAL_WORD,
    LEADS_IN,
    ORGANISES,
    PAST,
    PLAN_KIND,
    REPORTED,
    RESULT,
    REVIEWS,
    TASKS,
)
from corpus.register.words import AVERAGE, BY_YEAR, COMPARED, OPENS_WITH_YEAR, PLAN_NAME, VISION

_DATED = frozenset({TimeKind.DATE, TimeKind.CLOCK})
WHOLE_YEARS = frozenset({TimeKind.YEAR, TimeKind.PERIOD})
_ENDS = frozenset({TimeBound.UNTIL, TimeBound.BEFORE})
_LOOK_BACK, _LONGEST_LEAD, _LONGEST_HEAD = 16, 100, 20


@dataclass(frozen=True, slots=True)
class Year:
    """A year a figure may be for; ``end`` is its last year, 0 for "hằng năm"."""

    key: str
    end: int


def target_times(plain: str, times: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the times that can say when a figure holds: no dates, nothing compared with.

    Of "đến năm 2025, tầm nhìn 2035" the second is none.
    """
    return [
        time
        for at, time in enumerate(times)
        if (time.kind not in _DATED or time.bound is TimeBound.BEFORE)
        and time.key
        and not COMPARED.search(plain, max(0, time.span.start - _LOOK_BACK), time.span.start)
        and not (at and VISION.fullmatch(plain, times[at - 1].span.end, time.span.start))
    ]


def is_average(plain: str, time: TimeMention) -> bool:
    """Tell "tăng bình quân hằng năm", a rate, from "hằng năm giảm …", a time."""
    return AVERAGE.search(plain, max(0, time.span.start - _LOOK_BACK), time.span.start) is not None


def year_of(time: TimeMention) -> Year:
    """Return the year of a mention."""
    return Year(time.key, time.end_year)


class Above:
    """What the headings, lead-ins and items above a paragraph set; each is read once."""

    def __init__(self, document: Document) -> None:
        """Begin with nothing read."""
        self._document = document
        self._positions = {p.span.start: at for at, p in enumerate(document.paragraphs)}
        self._plan = _year_of_plan(document)
        self._read: dict[int, tuple[Year | None, bool]] = {}
        self._above: dict[tuple[int, ...], list[str]] = {}

    def year(self, paragraph: Paragraph) -> Year | None:
        """Return the year that the nearest one sets, if it sets just one."""
        parents = self._parents(paragraph)
        if self._is_task(paragraph):
            parents = [at for at in parents if self._document.paragraphs[at].marker]
        years = (self._said(parent)[0] for parent in reversed(parents))
        return next((year for year in years if year), None)

    def _is_task(self, paragraph: Paragraph) -> bool:
        """Tell an item of what is to be done, which the years of the plan's title do not date."""
        organised = any(ORGANISES.match(text) for text in self._headings(paragraph))
        return organised or self.tasks(paragraph)

    def reports(self, paragraph: Paragraph) -> bool:
        """Tell whether the nearest heading is of what has been done ("1. Đánh giá tình hình")."""
        return any(REVIEWS.match(text) for text in self._headings(paragraph)[-1:])

    def aims(self, paragraph: Paragraph) -> bool:
        """Tell whether any of them speaks of aims ("II. MỤC TIÊU")."""
        return any(self._said(parent)[1] for parent in self._parents(paragraph))

    def tasks(self, paragraph: Paragraph) -> bool:
        """Tell whether any heading above is of what is to be done ("NHIỆM VỤ")."""
        return any(TASKS.match(text) for text in self._headings(paragraph))

    def funds(self, paragraph: Paragraph) -> bool:
        """Tell whether any heading above is of the money for it ("IV. KINH PHÍ THỰC HIỆN")."""
        label, colon, _ = comparable(self._document.quote(paragraph.span)).partition(": ")
        own = bool(paragraph.marker and colon) and FUNDS.fullmatch(label.rstrip()) is not None
        return own or any(FUNDS.match(text) for text in self._headings(paragraph))

    def _parents(self, paragraph: Paragraph) -> list[int]:
        """Return where what rules a paragraph stands, the nearest last."""
        parents = [at for at in paragraph.parents if not self._is_headline(at)]
        lead = self._lead(paragraph) if paragraph.marker else None
        return parents if lead is None else [*parents, lead]

    def _lead(self, paragraph: Paragraph) -> int | None:
        """Return the unmarked line that leads in a list: "Mục tiêu đến năm 2025", no colon."""
        at = self._positions[paragraph.span.start] - 1
        while at >= 0 and self._document.paragraphs[at].marker == paragraph.marker:
            at -= 1
        lead = self._document.paragraphs[at] if at >= 0 else paragraph
        if lead.marker or lead.parents != paragraph.parents or len(lead.span) > _LONGEST_LEAD:
            return None
        text = self._document.quote(lead.span)
        return at if LEADS_IN.match(comparable(text)) and text[-1:].isalnum() else None

    def _headings(self, paragraph: Paragraph) -> list[str]:
        found = self._above.get(paragraph.parents)
        if found is None:
            parents = [at for at in paragraph.parents if not self._is_headline(at)]
            spans = (_heading_part(self._document, at) for at in parents)
            found = [comparable(self._document.quote(span)) for span in spans]
            self._above[paragraph.parents] = found
        return found

    def goal_year(self, position: int) -> Year | None:
        """Return the year that the general goal of an aims section opens with.

        "1. Mục tiêu chung / Đến năm 2030, …" rules the items under "2. Mục tiêu cụ thể".
        """
        paragraphs = self._document.paragraphs
        parents = paragraphs[position].parents
        top = next((parent for parent in parents if self._said(parent)[1]), position)
        for at in range(top + 1, position):
            goal = paragraphs[at]
            if goal.kind is ParagraphKind.BODY and goal.parents != parents and top in goal.parents:
                times = find_times(self._document.quote(goal.span))[:1]
                if times and times[0].span.start == 0 and times[0].bound is TimeBound.UNTIL:
                    return year_of(times[0])
        return None

    def plan_year(self, paragraph: Paragraph) -> Year | None:
        """Return the year that a plan is of by its title, for what its marked sections set.

        "KẾ HOẠCH / Phát triển văn hóa đọc … năm 2026"; a period dates the aims alone.
        """
        parents = (self._document.paragraphs[at].marker for at in paragraph.parents)
        marked = bool(paragraph.marker) or any(parents)
        if not marked or self.reports(paragraph) or self._plan is None:
            return None
        dates = self.aims(paragraph) or self.funds(paragraph)
        return self._plan if "-" not in self._plan.key or dates else None

    def _is_headline(self, position: int) -> bool:
        """Tell the headline of a press text, which rules no body: "2025: Xuất khẩu phải đạt …"."""
        if position:
            return False
        first = self._document.paragraphs[0]
        leads_in = self._document.quote(first.span).rstrip().endswith(":")
        aims = AIMS_HEADLINE.match(comparable(self._document.quote(first.span))) is not None
        return not first.marker and not leads_in and not aims

    def _said(self, position: int) -> tuple[Year | None, bool]:
        if position not in self._read:
            text = self._document.quote(_heading_part(self._document, position))
            self._read[position] = _year_set_by(text), AIMS.search(comparable(text)) is not None
        return self._read[position]


def _year_of_plan(document: Document) -> Year | None:
    """Return the year or period that ends the title under "KẾ HOẠCH", "NGHỊ QUYẾT"."""
    texts = [document.quote(p.span) for p in document.paragraphs[:_LONGEST_HEAD]]
    for kind, title in pairwise(texts):
        if PLAN_KIND.fullmatch(comparable(kind)):
            times = [time for time in find_times(title) if time.kind in WHOLE_YEARS]
            last = times[-1] if times and times[-1].span.end == len(title.rstrip()) else None
            said = last is not None and len(times) == 1 and last.bound is TimeBound.AT
            return year_of(last) if last and said else None
    return None


def _heading_part(document: Document, position: int) -> Span:
    """Return a parent's own text: a whole heading, an item only up to its colon."""
    parent = document.paragraphs[position]
    if parent.kind in {ParagraphKind.HEADING, ParagraphKind.TABLE_ROW}:
        return parent.span
    colon = document.text.find(":", parent.span.start, parent.span.end)
    return Span(parent.span.start, colon) if colon >= 0 else parent.span


def _year_set_by(text: str) -> Year | None:
    times = [time for time in find_times(text) if time.kind not in _DATED and time.end_year]
    years = {time.key: year_of(time) for time in times}
    return next(iter(years.values())) if len(years) == 1 else None


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


def planned_period(document: Document) -> Year | None:
    """Return the period in the first name of a plan: "Đề án … giai đoạn 2026-2030"."""
    for sentence in document.sentences[:_LONGEST_HEAD]:
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
        if AIMED.search(plain):
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
