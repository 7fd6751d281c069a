"""Which year a figure is for: its own, its clause's, its list's, its headings'.

What this module does not know: figures and indicators.
"""

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
    CAPTION,
    FUNDS,
    LEADS_IN,
    ORGANISES,
    PLAN_KIND,
    PLAN_TITLE,
    REVIEWS,
    RULES,
    TASKS,
)
from corpus.register.words import (
    AVERAGE,
    COMPARED,
    MULTIPLE,
    OF_PLACE,
    VISION,
    YEARLY_PLAN,
)

_DATED = frozenset({TimeKind.DATE, TimeKind.CLOCK})
WHOLE_YEARS = frozenset({TimeKind.YEAR, TimeKind.PERIOD})
_ENDS = frozenset({TimeBound.UNTIL, TimeBound.BEFORE})
_LEAD_SENTENCES = 4
_LOOK_BACK, _LONGEST_LEAD, LONGEST_HEAD = 16, 100, 20


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
        if (time.kind not in _DATED or time.bound is TimeBound.BEFORE or _begins(plain, time))
        and time.key
        and not _is_compared(plain, time)
        and not (at and VISION.fullmatch(plain, times[at - 1].span.end, time.span.start))
    ]


def _is_compared(plain: str, time: TimeMention) -> bool:
    """Tell "bằng 1,5 lần năm 2020", what is compared with, from "1,5 lần vào năm 2025"."""
    compared = COMPARED.search(plain, max(0, time.span.start - _LOOK_BACK), time.span.start)
    if compared is None:
        return False
    when = time.bound in _ENDS or time.span.of(plain).startswith("vào ")
    return not (when and MULTIPLE.match(compared.group()))


def _begins(plain: str, time: TimeMention) -> bool:
    """Tell the day from which a thing is so, at the end of its clause: "… từ ngày 01/7/2026"."""
    ends = plain[time.span.end : time.span.end + 1] in {"", ";", "."}
    return time.kind is TimeKind.DATE and time.bound is TimeBound.SINCE and ends


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
        self._headline = _year_of_headline(document) or _year_of_named_plan(document)
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

    def rules(self, paragraph: Paragraph) -> bool:
        """Tell whether any heading is of whom a plan is for, or of what its rules grant."""
        return any(RULES.match(text) for text in self._headings(paragraph))

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

        "KẾ HOẠCH / Phát triển văn hóa đọc … năm 2026"; a period dates nothing.
        """
        parents = (self._document.paragraphs[at].marker for at in paragraph.parents)
        marked = bool(paragraph.marker) or any(parents)
        if not marked:
            return self._headline
        if self.reports(paragraph) or self._plan is None:
            return None
        return self._plan if "-" not in self._plan.key else None

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
            plain = comparable(text)
            aims = AIMS.search(plain) is not None
            self._read[position] = _year_set_by(text), aims
            if CAPTION.search(plain):
                self._read[position] = None, False
        return self._read[position]


def _year_of_plan(document: Document) -> Year | None:
    """Return the year or period that ends the title under "KẾ HOẠCH", "NGHỊ QUYẾT".

    A title may be one line: "Nghị quyết về kế hoạch phát triển kinh tế năm 2023".
    """
    texts = [document.quote(p.span) for p in document.paragraphs[:LONGEST_HEAD]]
    titles = [("", text) for text in texts[:1] if PLAN_TITLE.match(comparable(text))]
    for kind, title in (*titles, *pairwise(texts)):
        if not kind or PLAN_KIND.fullmatch(comparable(kind)):
            times = [time for time in find_times(title) if time.kind in WHOLE_YEARS]
            if len(times) != 1 or times[0].bound is not TimeBound.AT:
                return None
            ends = OF_PLACE.fullmatch(comparable(title), times[0].span.end)
            return year_of(times[0]) if ends else None
    return None


def _year_of_headline(document: Document) -> Year | None:
    """Return the one year of a press text that its headline aims at: "Năm 2027: mục tiêu …"."""
    if not document.paragraphs[1:]:
        return None
    headline = document.quote(document.paragraphs[0].span)
    times = [time for time in find_times(headline) if time.kind in WHOLE_YEARS]
    if len(times) != 1 or not AIMED.search(comparable(headline)):
        return None
    body = find_times(document.text[document.paragraphs[0].span.end :])
    return year_of(times[0]) if not any(time.end_year for time in body) else None


def _year_of_named_plan(document: Document) -> Year | None:
    """Return the one year of the plan that a press text begins with the name of.

    "Quốc hội thông qua Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2026".
    """
    texts = [document.quote(sentence.span) for sentence in document.sentences[:_LEAD_SENTENCES]]
    named = {match["year"] for text in texts for match in YEARLY_PLAN.finditer(comparable(text))}
    year = next(iter(named), "")
    return Year(year, int(year)) if len(named) == 1 else None


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
