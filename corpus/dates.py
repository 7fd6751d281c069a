"""Times a text mentions: years, periods, dates, months, quarters, "every year", clock times.

Offsets are code points of the text given. A bare four-digit number counts as a year only where no
unit follows it (``2030`` yes, ``2030 USD`` no).

What this module does not know: when a document was written, or what "next year" means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.free import Free
from corpus.model import Span
from corpus.normalize import comparable


class TimeKind(StrEnum):
    """What a mention of time names."""

    YEAR = "year"
    PERIOD = "period"
    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    EVERY_YEAR = "every_year"
    CLOCK = "clock"


class TimeBound(StrEnum):
    """How a mention bounds time: in it, until it, before it, since it, after it."""

    AT = "at"
    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One mention: ``span`` holds its bound words too ("đến năm 2030"), ``core`` only the time.

    ``iso`` is ``2030``, ``2021/2025``, ``2023-02-07``, ``2023-02``, ``2024-Q3``, ``--12-07`` (no
    year given) or "" (every year, clock). Years are 0 where none is given.
    """

    span: Span
    core: Span
    kind: TimeKind
    start_year: int
    end_year: int
    iso: str
    bound: TimeBound = TimeBound.AT

    @property
    def key(self) -> str:
        """The year as the register writes it: "2030", "2021-2025", "hằng năm", or ""."""
        if self.kind is TimeKind.EVERY_YEAR:
            return "hằng năm"
        if self.start_year != self.end_year:
            return f"{self.start_year}-{self.end_year}"
        return str(self.end_year) if self.end_year else ""


_YEAR = r"(?:19|20)[0-9]{2}"
_ANY_YEAR = r"(?:1[0-9]|20)[0-9]{2}"  # where a word says that it is one
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_MOON = r"(?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp)\b"
_FREE = r"(?<![\w.,/])(?<![0-9]-)"
_END = r"(?![\w/])(?![.,][0-9])"
_DAYPART = r"(?:ngày|ngay|(?:sáng|trưa|chiều|tối|đêm|hôm)(?: nay| qua)?|mùng|mồng)"
#: The end of a stretch of days: "từ ngày 24/6 đến 30/6".
_AFTER_A_DAY = "|".join(
    rf"(?<=/{month} {joint} )"
    for month in ("[0-9]", "[0-9][0-9]")
    for joint in ("đến", "tới", "và")
)
_UNIT_AFTER = (
    r"(?!\s?(?:%|usd|đồng|vnd|ha\b|km|m2|m²|tấn|mw|kw|nghìn|ngàn|triệu|lần\b(?! lượt)|phần trăm"
    r"|người\b|tỉ\b(?! (?:lệ|trọng|suất|số))|doanh nghiệp|hộ\b|trường\b|dự án|xã\b|chỉ tiêu|căn\b"
    r"|giường|cơ sở|học sinh|sinh viên|lao động|công trình|sản phẩm|mô hình|thôn\b|suất|lượt|bộ\b"
    r"|chiếc|cái\b))"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

# Kind, strings of which a text must hold one before it is worth searching, pattern.
_PATTERNS: tuple[tuple[TimeKind, tuple[str, ...], str], ...] = (
    (TimeKind.CLOCK, (":",), r"(?<![\w.,:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![\w:])"),
    (TimeKind.CLOCK, (), r"(?<![\w.,])[0-2]?[0-9] ?(?:giờ|h) ?(?:[0-5][0-9])?(?: phút)?\b(?= ?ngày| sáng| chiều| tối|,? [0-3]?[0-9]/)"),  # noqa: E501 - one pattern
    (TimeKind.DATE, ("-",), rf"{_FREE}(?P<y>{_YEAR})-(?P<m>{_MONTH})-(?P<d>{_DAY})(?![\w-])"),
    (TimeKind.DATE, ("/",), rf"\b{_DAYPART} {_DAY} ?[-–] ?(?P<d>{_DAY})/(?P<m>{_MONTH})(?:/(?P<y>{_YEAR}))?(?![\w/-])"),  # noqa: E501 - one pattern
    (TimeKind.DATE, (), rf"{_FREE}(?:{_DAYPART} )?(?P<d>{_DAY}) ?(?P<sep>[/.-]) ?(?P<m>{_MONTH}) ?(?P=sep) ?(?P<y>{_YEAR})(?![\w/-])"),  # noqa: E501 - one pattern
    (TimeKind.DATE, ("tháng",), rf"(?:\b{_DAYPART} )?(?<![\w.,/-])(?P<d>{_DAY}) tháng (?P<m>{_MONTH})(?:,? năm (?P<y>{_ANY_YEAR})|[/.-](?P<y2>{_YEAR}))?(?![\w/])"),  # noqa: E501 - one pattern
    (TimeKind.DATE, ("/", "-"), rf"(?:\b{_DAYPART} |\()(?P<d>{_DAY})[/-](?P<m>{_MONTH})(?= hằng năm| hàng năm|[^\w/-]|$)"),  # noqa: E501 - one pattern
    (TimeKind.DATE, ("/",), rf"(?:{_AFTER_A_DAY})(?P<d>{_DAY})/(?P<m>{_MONTH})(?![\w/-])"),
    (TimeKind.DATE, ("mùng", "mồng"), rf"\b(?P<lunar>(?:mùng|mồng) {_DAY}(?:(?: và| đến|,|-| -) (?:mùng |mồng )?{_DAY})*(?:,? tết(?: nguyên đán)?|,? tháng (?:{_MONTH}\b|{_MOON}))(?: âm lịch)?)"),  # noqa: E501 - one pattern
    (TimeKind.DATE, ("tết",), r"\b(?P<lunar>(?:29|30) tết)\b"),
    (TimeKind.DATE, ("rằm",), rf"\b(?P<lunar>rằm tháng (?:{_MONTH}\b|{_MOON})(?: âm lịch)?)"),
    (TimeKind.QUARTER, ("quý",), rf"\bquý (?P<q>iv|i{{1,3}}|[1-4])(?:(?:/| năm |, năm )(?P<y>{_YEAR}))?{_END}"),  # noqa: E501 - one pattern
    (TimeKind.MONTH, ("tháng",), rf"\btháng (?P<m>{_MONTH})(?:(?:/|-| năm |, năm )(?P<y>{_ANY_YEAR}))?{_END}"),  # noqa: E501 - one pattern
    (TimeKind.MONTH, ("/",), rf"{_FREE}(?P<m>{_MONTH})/(?P<y>{_YEAR}){_END}"),
    (TimeKind.PERIOD, ("19", "20"), rf"{_FREE}(?:[0-9]{{1,2}} năm )?(?P<y>{_YEAR})(?: ?[-/] ?| đến (?:năm )?| tới (?:năm )?| và đến năm )(?P<z>{_YEAR})(?![\w])"),  # noqa: E501 - one pattern
    (TimeKind.PERIOD, ("đoạn", "kì"), r"(?:(?<=giai đoạn )|(?<=thời kì )|(?<=nhiệm kì ))(?P<y>20[0-9]{2}) ?- ?(?P<short>[2-9][0-9])(?![\w%/-]|[.,][0-9]| %)"),  # noqa: E501 - one pattern
    (TimeKind.YEAR, ("19", "20"), rf"{_FREE}(?P<y>{_YEAR}){_END}"),
    (TimeKind.YEAR, ("năm",), rf"(?<=\bnăm )(?<!mỗi năm )(?<!hằng năm )(?<!hàng năm )(?<!một năm )(?P<y>1[0-8][0-9]{{2}}){_END}{_UNIT_AFTER}"),  # noqa: E501 - one pattern
    (TimeKind.YEAR, ("năm", "nam"), r"\b(?:đến|vào|tới|trước|den|vao) (?:hết |cuối )?(?:năm|nam) '?(?P<short>[2-9][0-9])(?![\w/%-])(?![.,][0-9])(?! \w)"),  # noqa: E501 - one pattern
    (TimeKind.EVERY_YEAR, ("năm", "nam"), r"\b(?:hằng|(?<!ngân )(?<!cây )hàng|mỗi|từng|hang|moi) (?:năm|nam)\b(?! (?:19|20)[0-9]{2})"),  # noqa: E501 - one pattern
)  # fmt: skip
_COMPILED = tuple((kind, needles, re.compile(pattern)) for kind, needles, pattern in _PATTERNS)
_FIGURE = re.compile(r"[0-9]")
_WORDED = frozenset({TimeKind.QUARTER, TimeKind.EVERY_YEAR})  # the rest need a figure
_FULL_MOON = ("rằm",)
_YEAR_TAKEN_BY_UNIT = re.compile(_UNIT_AFTER)
_SAYS_YEAR = re.compile(
    r"(?:năm|nam|giai đoạn|giai doan|thời kì|niên khóa|nhiệm kì)(?: từ)?(?: năm)? ?$"
)
_OPENS_WITH_YEAR = re.compile(r"\W*(?:đến|tới|từ|vào|den|toi) ")
_SAYS_AMOUNT = re.compile(
    r"(?:trên|hơn|gần|khoảng|dưới|tối thiểu|ít nhất|không quá|tối đa|≥|≤|>|<|chỉ|tổng số) ?$"
)
_BEFORE = re.compile(
    r"(?:(?P<bound>từ nay đến|tính đến|cho đến|cho tới|đến hết|đến trước|đến|tới|trước|sau|kể từ|từ"
    r"|vào|trong|den|truoc|tu|vao|tu nay den) )?"
    r"(?:(?:giai đoạn|thời kì|nhiệm kì|niên khóa|giai doan) )?"
    r"(?:(?P<again>từ nay đến|từ|đến|tu nay den) )?(?:(?:hết|cuối|đầu|giữa) )?"
    r"(?:(?:các )?(?:năm|nam|ngày|ngay) )?(?:học )?$"
)
_BOUNDS = {
    "trước": TimeBound.BEFORE, "truoc": TimeBound.BEFORE, "đến trước": TimeBound.BEFORE,
    "sau": TimeBound.AFTER, "từ": TimeBound.SINCE, "tu": TimeBound.SINCE,
    "kể từ": TimeBound.SINCE, "vào": TimeBound.AT, "vao": TimeBound.AT, "trong": TimeBound.AT,
}  # fmt: skip


def find_times(text: str) -> tuple[TimeMention, ...]:
    """Return the times ``text`` mentions, in order, never overlapping. Never raises."""
    return times_of(comparable(text))


def times_of(plain: str) -> tuple[TimeMention, ...]:
    """Return the same for a text already in comparable form."""
    free = Free(plain)
    found: list[TimeMention] = []
    for kind, pattern in _worth_searching(plain):
        for match in pattern.finditer(plain):
            mention = _mention(plain, kind, match)
            if mention and free.is_free(mention.core):
                free.take(mention.core)
                found.append(mention)
    found.sort(key=lambda mention: mention.core.start)
    return tuple(_apart(found))


def _worth_searching(plain: str) -> Iterator[tuple[TimeKind, re.Pattern[str]]]:
    """Yield the patterns that can match at all: most sentences hold no time of most kinds."""
    figures = _FIGURE.search(plain) is not None
    for kind, needles, pattern in _COMPILED:
        if (figures or kind in _WORDED or needles == _FULL_MOON) and (
            not needles or any(needle in plain for needle in needles)
        ):
            yield kind, pattern


def _apart(mentions: list[TimeMention]) -> Iterator[TimeMention]:
    """Yield the mentions with no bound word reaching back into the mention before."""
    end = 0
    for mention in mentions:
        start = mention.span.start if mention.span.start >= end else mention.core.start
        yield _with_start(mention, start)
        end = mention.span.end


def _with_start(mention: TimeMention, start: int) -> TimeMention:
    if start == mention.span.start:
        return mention
    span = Span(start, mention.span.end)
    return TimeMention(
        span, mention.core, mention.kind, mention.start_year, mention.end_year, mention.iso
    )


def _mention(plain: str, kind: TimeKind, match: re.Match[str]) -> TimeMention | None:
    found = match.groupdict()
    year = int(found.get("y") or found.get("y2") or 0)
    start, end = match.span()
    if kind is TimeKind.YEAR and not found.get("short") and not _is_year(plain, start, end):
        return None
    short = 2000 + int(found.get("short") or 0)
    if found.get("short") and kind is TimeKind.YEAR:
        year, start = short, match.start("short")
    last = short if kind is TimeKind.PERIOD and found.get("short") else int(found.get("z") or year)
    if last < year:
        return None
    core = Span(start, end)
    if kind in {TimeKind.CLOCK, TimeKind.EVERY_YEAR} or found.get("lunar"):
        return TimeMention(core, core, kind, 0, 0, "")
    before = _BEFORE.search(plain, max(0, start - 40), start)
    head = (
        before.start()
        if before and not plain[before.start() - 1 : before.start()].isalnum()
        else start
    )
    word = (before["again"] or before["bound"] or "") if before and head < start else ""
    bound = _BOUNDS.get(word, TimeBound.UNTIL if word else TimeBound.AT)
    return TimeMention(
        Span(head, end), core, kind, year, last, _iso(kind, found, year, last), bound
    )


def _is_year(plain: str, start: int, end: int) -> bool:
    """Tell a bare year from an amount that happens to lie between 1900 and 2099."""
    if _SAYS_YEAR.search(plain, max(0, start - 20), start):
        return True
    if _OPENS_WITH_YEAR.fullmatch(plain, 0, start):
        return True  # "Đến 2030 người dân …"; an amount would be written "2.030 người"
    if _SAYS_AMOUNT.search(plain, max(0, start - 12), start):
        return False
    return _YEAR_TAKEN_BY_UNIT.match(plain, end) is not None


def _iso(kind: TimeKind, found: dict[str, str | None], year: int, last: int) -> str:
    if kind is TimeKind.PERIOD:
        return f"{year}/{last}"
    head = f"{year:04d}" if year else "-"
    if kind is TimeKind.QUARTER:
        quarter = found["q"] or ""
        return f"{head}-Q{_ROMAN.get(quarter) or quarter}"
    if kind is TimeKind.YEAR:
        return head
    month = f"{head}-{int(found['m'] or 0):02d}"
    return f"{month}-{int(found['d'] or 0):02d}" if kind is TimeKind.DATE else month
