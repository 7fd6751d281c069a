"""Years said after the figures that they rule.

    đạt 90% ở thành thị, 80% ở nông thôn vào năm 2030; …; hoàn thành trong năm 2027

What this module does not know: how figures and their indicators were found.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from corpus.dates import find_times
from corpus.model import Span
from corpus.normalize import comparable
from corpus.register.record import Target, TargetKind
from corpus.register.sentence import Sentence
from corpus.register.words import CLOSES_WITH, CONTAINED
from corpus.register.years import Year, year_of

_FEWEST_IN_ORDER = 2
_AND = re.compile(r"\bvà\b")
_IN_ORDER = re.compile(
    r"^\W*(?:và )?(?:(?:đến|vào|tới) )?(?:năm|giai đoạn|thời kì) 20[0-9]{2}(?: ?- ?20[0-9]{2})?,?"
    r" (?:(?:các )?(?:tỉ lệ|con số|chỉ tiêu|số liệu)(?: này)? )?(?:tương ứng|lần lượt)\b"
)


def with_last_year(
    records: list[Target], baselines: AbstractSet[Span], *, reports: bool
) -> list[Target]:
    """Let a year at the end of a clause rule the figures before it that have none.

    Where the clause reports no result, they are aims as the last one is.
    """
    aim = TargetKind.TARGET
    if not records or records[-1].kind is not aim:
        return records
    if CONTAINED.match(comparable(records[-1].quote)):
        return records  # "11 trạm, trong đó 4 trạm phải xong trước ngày …"
    ruled = {aim} if reports else {aim, TargetKind.ACHIEVED}
    last = records[-1].year
    if last is None or not _said_last(records[-1]):
        return records
    return [
        replace(record, year=last, kind=aim)
        if record.year is None and record.kind in ruled and record.value_span not in baselines
        else record
        for record in records
    ]


def _said_last(record: Target) -> bool:
    """Tell whether the year of a record stands after its figure."""
    after = record.quote[record.value_span.end - record.span.start :]
    return any(time.key == record.year for time in find_times(after))


def of_both(sentence: Sentence, records: Sequence[Target]) -> list[Target]:
    """Let the one year of a sentence, said after the second of two, rule the first as well.

    "giảm xuống dưới 39% ở nam giới và dưới 1,4% ở nữ giới vào năm 2025".
    """
    found = list(records)
    dated = [time for time in sentence.times if time.end_year]
    if len(dated) != 1:
        return found
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        start, end = first.value_span.end - sentence.base, second.value_span.start - sentence.base
        between = sentence.plain[start : max(start, end)]
        beside = _AND.search(between) is not None and not set(",;:") & set(between)
        alike = first.unit == second.unit and second.kind is TargetKind.TARGET
        if alike and beside and dated[0].span.start > end and second.year == dated[0].key:
            kind = TargetKind.TARGET
            found[at] = replace(first, year=second.year, kind=kind)
    return found


def of_one_time(sentence: Sentence, records: Sequence[Target]) -> list[Target]:
    """Let a year said after the last of one indicator's figures rule those before it.

    "… đạt 90% đối với tuyến tỉnh; 75% đối với tuyến huyện vào năm 2025 và 100% đối với …": both
    are for 2025, where no other time stands before or between them.
    """
    found = list(records)
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        aims = first.kind is second.kind is TargetKind.TARGET
        if not aims or first.indicator_span != second.indicator_span:
            continue
        if CONTAINED.match(comparable(second.quote)):
            continue
        if _closes(sentence, second) and not _is_dated(sentence, first, second):
            found[at] = replace(first, year=second.year)
    return found


def not_twice(sentence: Sentence, records: list[Target], years: Sequence[Year]) -> list[Target]:
    """Date what stands before the first year of a sentence, where that year is said of it anew.

    After aims for 2025 and 2030: "Tạo ra 6 triệu việc làm; đến năm 2030 tạo ra 10 triệu việc làm":
    the first is for 2025.
    """
    first = next((time for time in sentence.times if time.end_year), None)
    if first is None:
        return records
    start = sentence.base + first.span.start
    led = [record for record in records if record.value_span.end <= start]
    after = [record for record in records if record.value_span.start >= start]
    again = any(
        one.indicator == other.indicator and one.year == other.year == first.key
        for one in led
        for other in after
        if (one.low, one.high) != (other.low, other.high)
    )
    earlier = [year for year in years if 0 < year.end < first.end_year]
    if not again or not earlier:
        return records
    return [
        replace(one, year=earlier[-1].key) if one in led and one.year == first.key else one
        for one in records
    ]


def in_order(
    sentence: Sentence, clause: Span, records: list[Target], before: Sequence[Target]
) -> list[Target]:
    """Name figures without a name of their own by those of the clause before, one by one.

    "năm 2025: dịch vụ 57%, công nghiệp 32%; năm 2030 tương ứng là 60%, 30%".
    """
    many = len(records) == len(before) >= _FEWEST_IN_ORDER
    if not many or not _IN_ORDER.match(clause.of(sentence.plain)):
        return records
    last = before[-1].indicator_spans
    names = {each.indicator_spans for each in before}
    alone = all(each.indicator_spans == last for each in records)
    if not alone or len(names) < len(before):
        return records
    return [
        replace(record, indicator=named.indicator, indicator_spans=named.indicator_spans)
        for record, named in zip(records, before, strict=True)
    ]


def _closes(sentence: Sentence, record: Target) -> bool:
    """Tell whether the next time after a figure is the one that it is for."""
    end = record.value_span.end - sentence.base
    after = [time for time in sentence.times if time.end_year and time.span.start >= end]
    return bool(after) and after[0].key == record.year


def _is_dated(sentence: Sentence, first: Target, second: Target) -> bool:
    """Tell whether a time stands between two figures, or before the first and for it."""
    start, end = (at - sentence.base for at in (first.value_span.start, second.value_span.start))
    dated = [time for time in sentence.times if time.end_year and time.span.end <= end]
    if not dated or dated[-1].span.start > start:
        return bool(dated)
    before = [q for q in sentence.quantities if q.span.end <= dated[-1].span.start]
    between = sentence.plain[before[-1].span.end : dated[-1].span.start] if before else ","
    return bool(set(",;:") & set(between))  # else it closes what stands before it


def closed(sentence: Sentence, records: list[Target], following: Span | None) -> list[Target]:
    """Let the clause after them say when aims are to be reached: "…; hoàn thành trong năm 2027"."""
    if following is None or not CLOSES_WITH.match(following.of(sentence.plain)):
        return records
    times = [time for time in sentence.times_in(following) if time.end_year]
    if not times or sentence.quantities_in(following):
        return records
    said = {time.key for time in sentence.times if time not in times}
    return [
        record if record.year in said else replace(record, year=year_of(times[-1]).key)
        for record in records
    ]
