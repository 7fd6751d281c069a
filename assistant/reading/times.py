"""Whether a clause speaks of the time a question asks about.

What this module does not know: figures; the register knows which year each figure is for.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from assistant.question import Asks, Question
from assistant.reading.annotations import Clause, Notes
from assistant.reading.evidence import TimeFit
from assistant.reading.last_year import asks_last_year, is_of_last_year
from corpus.normalize import comparable
from corpus.quantities import TimeKind, TimeMention
from corpus.register import Target

_BY_NOW: Final = re.compile(
    r"\b(?:năm học|năm|tháng|quý|tuần|học kì|nhiệm kì|niên khóa|vụ|mùa)"
    r" (?:tới|này|nay|ngoái|vừa qua|vừa rồi|kế tiếp|tiếp theo)\b"
)
_NOW: Final = re.compile(
    r"\bhiện (?:nay|tại|giờ|có|đang|cả nước|toàn|đã|còn|là|đạt|trên|ở|ta|nước|mới)\b|\bđang có\b"
)
_AIMED: Final = re.compile(
    r"\b(?:phấn đấu|mục tiêu|dự kiến|sẽ)\b|\b(?:đến|vào)(?: hết| cuối)? năm [0-9]{4}\b"
)
_SO_NOW: Final = re.compile(r"\b(?:hiện|đã|đang|đến nay|tính đến)\b")
_SHORT: Final = (TimeKind.DATE, TimeKind.MONTH, TimeKind.QUARTER)
_DOCUMENT: Final = re.compile(
    r"\b(?:nghị quyết|quyết định|kế hoạch|chỉ thị|công văn|văn bản|thông báo|tờ trình|báo cáo"
    r"|nghị định|thông tư|hội nghị|kì họp|phiên họp|cuộc họp|buổi)\b[^,;?]*$"
)


def fit_of_target(question: Question, target: Target, notes: Notes | None = None) -> TimeFit:
    """Compare the question's time with the year of a register record, or its day with the day.

    The day, month or quarter of a record is what its clause names, or what was named before it. A
    figure of a quarter is only near to the year that is asked about.
    """
    times = notes.sentence.mentions.times if notes is not None else ()
    if notes is not None and asks_last_year(question.text):
        text, start = notes.document.text, notes.passage.span.start
        return TimeFit.MET if is_of_last_year(text, start, target.value_span) else TimeFit.OTHER
    if days := days_asked(question):
        fit = _fit_of_days(days, times, target.span.start, target.span.end)
        if fit is not TimeFit.UNKNOWN:
            return fit
    fit = _fit_of_year(question, target)
    if fit is TimeFit.MET and not days and _is_of_quarter(times, target):
        return TimeFit.NEAR
    if fit is TimeFit.NEAR and notes is not None:
        same = (one for one in notes.targets if one.indicator_spans == target.indicator_spans)
        if any(_fit_of_year(question, one) is TimeFit.MET for one in same):
            return TimeFit.OTHER  # "7%/năm thời kỳ 2021-2030; giai đoạn 2026-2030 8,5%/năm"
    return fit


def _fit_of_year(question: Question, target: Target) -> TimeFit:
    if not question.years and not question.periods:
        return TimeFit.NOT_ASKED
    if target.year is None or not any(char.isdigit() for char in target.year):
        return TimeFit.UNKNOWN
    first, _, last = target.year.partition("-")
    return _fit(question, [(int(first), int(last or first))])


def fit_of_clause(question: Question, clause: Clause, notes: Notes) -> TimeFit:
    """Compare the question's time with the times a clause names, or else its surroundings do."""
    if days := days_asked(question):
        span = clause.span
        fit = _fit_of_days(days, notes.sentence.mentions.times, span.start, span.end)
        if fit is not TimeFit.UNKNOWN:
            return fit
    if not question.years and not question.periods:
        return TimeFit.NOT_ASKED
    for times in (clause.mentions.times, notes.sentence.mentions.times, notes.heading_times):
        if ranges := _ranges(times):
            return _fit(question, ranges)
    return TimeFit.UNKNOWN


def days_asked(question: Question) -> tuple[TimeMention, ...]:
    """Return the days, months and quarters a question is about.

    Not where it asks when, nor the day that a document or a meeting is known by.
    """
    if question.wants(Asks.DATE) or question.yes_no:
        return ()
    form = comparable(question.text)
    return tuple(
        time
        for time in question.mentions.times
        if time.kind in _SHORT and _short(time) and not _DOCUMENT.search(form[: time.span.start])
    )


def _is_of_quarter(times: Iterable[TimeMention], target: Target) -> bool:
    """Tell whether a record's year was named as a part of it: "GDP quý IV/2022 tăng 5,92%"."""
    start, end = target.span.start, target.value_span.start
    within = [time for time in times if start <= time.core.start < end and time.end_year]
    return bool(within) and within[-1].kind is TimeKind.QUARTER


def _short(time: TimeMention) -> str:
    """Return a day, month or quarter whatever the year; lunar days have none."""
    return time.iso[5:] if time.start_year else time.iso.removeprefix("--")


def _fit_of_days(
    days: Iterable[TimeMention], times: Iterable[TimeMention], start: int, end: int
) -> TimeFit:
    kinds = {len(_short(day)) for day in days}
    stated = [
        time
        for time in times
        if time.kind in _SHORT and time.core.start < end and len(_short(time)) in kinds
    ]
    within = [time for time in stated if time.core.end > start] or stated[-1:]
    if not within:
        return TimeFit.UNKNOWN
    same = any(_is_same(day, time) for day in days for time in within)
    return TimeFit.MET if same else TimeFit.OTHER


def _is_same(asked: TimeMention, stated: TimeMention) -> bool:
    """Tell whether two days, months or quarters are one; a year that is not said may be any."""
    years = {one.start_year for one in (asked, stated) if one.start_year}
    return _short(asked) == _short(stated) and len(years) <= 1


def is_elsewhen(question: Question, sentence: str) -> bool:
    """Tell whether a question names a time by now ("năm học tới") that a sentence does not.

    What is so now is not told by what is only aimed at.
    """
    form = comparable(question.text)
    asked = _named_by_now(form)
    if asked and asks_last_year(question.text):
        return "năm trước" not in comparable(sentence) and "năm ngoái" not in comparable(sentence)
    if asked:
        return not any(when in comparable(sentence) for when in asked)
    if not _NOW.search(form) or question.years or question.periods:
        return False
    told = comparable(sentence)
    return bool(_AIMED.search(told)) and not _SO_NOW.search(told)


@lru_cache(maxsize=1 << 10)
def _named_by_now(form: str) -> tuple[str, ...]:
    return tuple(match.group(0) for match in _BY_NOW.finditer(form))


def _ranges(times: Iterable[TimeMention]) -> list[tuple[int, int]]:
    return [(time.start_year, time.end_year) for time in times if time.end_year]


def _fit(question: Question, ranges: list[tuple[int, int]]) -> TimeFit:
    """Compare ranges of years with the question's: the same, ending together, or another."""
    if any(
        (first == last and last in question.years) or (first, last) in question.periods
        for first, last in ranges
    ):
        return TimeFit.MET
    ends = question.years | {last for _, last in question.periods}
    return TimeFit.NEAR if any(last in ends for _, last in ranges) else TimeFit.OTHER
