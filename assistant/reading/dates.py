"""Times that answer "khi nào?": days, months, years, weekdays, and the day a text is signed.

What this module does not know: which of them answers (`assistant.reading.spans`).
"""

import re
from collections.abc import Sequence

from assistant.question import Question
from assistant.reading.annotations import Clause
from assistant.reading.moments import since_when, stretches_of, with_opening
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import DocumentNumber, TimeKind, TimeMention
from corpus.register.words import PLAN_NAME

_ASKS_WEEKDAY = re.compile(r"\bthứ mấy\b|\bnào trong tuần\b")
_WEEKDAY = re.compile(r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b(?! tỉ)")
_DAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
# "từ thứ 2 đến thứ 6 và sáng thứ 7 hằng tuần"
_WEEK = re.compile(
    rf"(?:các ngày |(?:sáng|chiều|tối) )?(?:từ )?{_DAY}"
    rf"(?:(?:,| và|,? đến| -| –)(?: (?:sáng|chiều|tối))? {_DAY})*"
    r"(?: (?:hằng|hàng|mỗi) tuần)?(?! tỉ)"
)
_NTH = re.compile(  # "trước kỳ họp thứ ba": no day of the week
    r"\b(?:kì họp|hội nghị|phiên|phiên họp|khóa|đại hội|người|điều|nhóm|hạng|xếp|đứng|vị trí"
    r"|con|cái|năm|nước|đợt|giải|bậc|quý|tháng|tuần|bước|giai đoạn|cấp|đứa|vụ|ca|bàn|hiệp|trận"
    r"|vòng) $"
)
# When a text comes into force: a day, or the day it is signed.
_FORCE_ASKED = re.compile(r"\b(?:hiệu lực|thi hành|áp dụng từ)\b")
_IN_FORCE = re.compile(
    r"\b(?:hiệu lực|thi hành|áp dụng)\b[^.;:]{0,30}?"
    r"(?P<when>(?:kể )?từ (?:ngày|khi) (?:được )?(?:kí|ban hành|thông qua|công bố|đăng)"
    r"(?: ban hành)?|sau \d+ ngày[^.;]{0,40}?(?:kí|ban hành|thông qua|công bố))\b"
)
_TOLD_OF = re.compile(r" (?:có|hết|được|bị|sẽ|đã|phải) (?:hiệu lực|thi hành|áp dụng|bãi bỏ)\b")
_OWN_MONTH = re.compile(
    r"(?:đầu|giữa|cuối) tháng .*|tháng \d{1,2} ?[-/] ?\d{4}|\d{1,2} ?[-/] ?\d{4}"
)
_WHEN = ("vào năm ", "trong năm ")
# When a plan was approved is not the period in its name: "quy hoạch … thời kỳ 2021-2030".
_ISSUED = re.compile(
    r"\b(?:phê duyệt|ban hành|kí|thông qua|công bố|có hiệu lực|được duyệt|trình)\b.*"
    r"\b(?:khi nào|bao giờ|lúc nào|hôm nào|thời điểm nào|ngày nào)\b"
    r"|\b(?:khi nào|bao giờ|lúc nào|ngày nào)\b.*\b(?:phê duyệt|ban hành|thông qua|công bố)\b"
)
_OF_PLAN = re.compile(r"(?:thời kì|giai đoạn|nhiệm kì|tầm nhìn|định hướng|đến)(?: đến)?(?: năm)? $")
_PLAN = re.compile(
    r"\b(?:quy hoạch|đề án|chiến lược|chương trình|kế hoạch|nghị quyết|tầm nhìn|giai đoạn"
    r"|thời kì)\b"
)
_OF_A_YEAR = ("năm nào", "năm mấy", "năm học nào", "niên khóa nào", "tháng nào")


def dates_of(question: Question, text: str, clause: Clause) -> list[Span]:
    """Return the times in a clause that may be when something is, was or will be."""
    form, told = comparable(question.text), comparable(clause.span.of(text))
    if _ASKS_WEEKDAY.search(form):
        return [Span(*match.span()).moved(clause.span.start) for match in _WEEKDAY.finditer(told)]
    times = [
        time for time in clause.mentions.times if _of_asked_number(question, text, clause, time)
    ]
    force = _IN_FORCE.search(told) if _FORCE_ASKED.search(form) else None
    week = None if times else _week_in(told)
    if force or week:
        found = Span(*force.span("when")) if force else Span(*week.span()) if week else Span(0, 0)
        return [found.moved(clause.span.start)]
    if "ngày" in form or not any(word in form for word in _OF_A_YEAR):
        if (short := _days_or_months(form, text, times)) or "ngày" in form:
            return short
    elif "tháng" in form:
        return [t.core for t in times if t.kind is TimeKind.MONTH]
    years = [t for t in times if t.kind in (TimeKind.YEAR, TimeKind.PERIOD)]
    if not _PLAN.search(form):  # "Quy hoạch bến xe đến năm 2030 xác định …" is when nothing is done
        plans = [Span(*match.span()) for match in PLAN_NAME.finditer(told)]
        core = {t: t.core.moved(-clause.span.start) for t in years}
        years = [t for t in years if not any(plan.covers(core[t]) for plan in plans)]
    if _ISSUED.search(form):
        years = [t for t in years if not _OF_PLAN.search(comparable(text[: t.core.start]))]
    return [t.core if "năm nào" in form else with_opening(text, in_full(text, t)) for t in years]


def _week_in(told: str) -> re.Match[str] | None:
    """Return the days of the week that a clause names: "từ thứ 2 đến thứ 6"."""
    found = (m for m in _WEEK.finditer(told) if not _NTH.search(told[: m.start()]))
    return next(found, None)


def _days_or_months(form: str, text: str, times: Sequence[TimeMention]) -> list[Span]:
    """Return the days, or else the months, with the years said beside them."""
    days = [t.core for t in times if t.kind is TimeKind.DATE]
    if days:
        said = [one for one in days if since_when(form, text, one)]
        days = said or days
        own = [] if "ngày" in form else _own_months(text, times, days)
        return stretches_of(form, text, days) + own
    months = [t.core for t in times if t.kind in (TimeKind.MONTH, TimeKind.QUARTER)]
    months = [with_opening(text, one) for one in stretches_of(form, text, months)]
    if not months or "ngày" in form:
        return months
    return months + [in_full(text, t) for t in times if _is_when(text, t)]


def _own_months(text: str, times: Sequence[TimeMention], days: Sequence[Span]) -> list[Span]:
    """Return months said with their year or part beside days: "cuối tháng 2-2019"."""
    months = (t.core for t in times if t.kind is TimeKind.MONTH)
    apart = (one for one in months if not any(one.overlaps(day) for day in days))
    whole = (with_opening(text, one) for one in apart)
    return [one for one in whole if _OWN_MONTH.fullmatch(comparable(one.of(text)))]


def _is_when(text: str, time: TimeMention) -> bool:
    """Tell whether a year is said as the time of something: "tổng kết vào năm 2030"."""
    return time.kind is TimeKind.YEAR and text[: time.core.start].endswith(_WHEN)


def in_full(text: str, time: TimeMention) -> Span:
    """Return a year or period as it is said: "năm 2006", "từ năm 2017 đến năm 2021"."""
    start = time.core.start
    if time.kind is TimeKind.PERIOD and time.core.of(text).isascii():
        return time.core
    before = re.search(r"(?:từ )?năm $", text[max(0, start - 7) : start])
    years = time.kind is TimeKind.PERIOD
    said = before.group(0) if before else ""
    return Span(start - len(said if years else said.removeprefix("từ ")), time.core.end)


def _of_asked_number(question: Question, text: str, clause: Clause, time: TimeMention) -> bool:
    """Tell whether a date may be that of the document number asked about, if one is.

    In "Chương trình 21-CTr/TU thực hiện Nghị quyết 29-NQ/TW ngày 17/11/2022" the date is the
    Nghị quyết's; in "Nghị định 19 thay thế Nghị định 107 có hiệu lực từ 15/5" it is the first's.
    """
    before = [number for number in clause.mentions.numbers if number.span.end <= time.core.start]
    if not before:
        return True
    if _TOLD_OF.search(comparable(text[before[-1].span.end : time.core.start])):
        return any(_asked_about(question, number) for number in before)
    return _asked_about(question, before[-1])


def of_number(question: Question, clause: Clause, span: Span) -> bool:
    """Tell whether a candidate stands with the document number asked about, if one is.

    What follows a number belongs to it ("Nghị quyết 29-NQ/TW của Ban Chấp hành Trung ương"), what
    comes before all of them to the first.
    """
    numbers = clause.mentions.numbers
    before = [number for number in numbers if number.span.end <= span.start]
    return not numbers or _asked_about(question, (before or numbers[:1])[-1])


def _asked_about(question: Question, number: DocumentNumber) -> bool:
    asked = question.mentions.numbers
    return not asked or any(
        other.key == number.key or ("-" not in other.key and other.figures == number.figures)
        for other in asked
    )
