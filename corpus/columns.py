"""The columns of a flattened table: what each is for, told by its name and by what its cells hold.

A running number, what a row is about, a unit, figures, a body, a deadline, a year; and what the
name says of the cells below: their unit ("(tỷ đồng)", "Số căn hộ"), and the year they are for.

What this module does not know: rows (`corpus.tables`), or what a figure states.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.dates import TimeMention, find_times
from corpus.model import Document, Span
from corpus.names import NameKind, find_bodies
from corpus.normalize import comparable
from corpus.numerals import SCALE_WORDS
from corpus.units import read_known_noun, read_measure

HALF = 0.5
ORDER = re.compile(r"(?:tt|stt|số tt|số thứ tự|#|no)\W*")
_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv|đơn vị đo)\W*")
_WHO = re.compile(
    r"(?:cơ quan|đơn vị|người|tổ chức|chủ trì|chủ đầu tư|chịu trách nhiệm|phụ trách|ban|bộ|sở"
    r"|đầu mối|bên)\b(?! (?:tiêu chí|chỉ tiêu|hưởng|dân))"
)
_WITH = re.compile(r"(?:(?:cơ quan|đơn vị|tổ chức|bên) )?(?:cùng )?phối hợp\b")
_WHEN = re.compile(
    r"(?:thời (?:hạn|gian|điểm)|tiến độ|hạn|mốc|hoàn thành|kết thúc|khởi công|ngày"
    r"|năm (?:đạt|hoàn thành|về đích|thực hiện|kết thúc))\b"
)
TIME = re.compile(r"(?:năm|giai đoạn|thời kì|năm học|niên độ|kì|mốc thời gian)\W*")
_NO_FIGURES = re.compile(r"(?:sản phẩm|ghi chú|địa điểm|căn cứ|kết quả đầu ra|đầu ra)\b")
_ABOUT = re.compile(
    r"\b(?:chỉ tiêu|tiêu chí|nội dung|nhiệm vụ|danh mục|tên|lĩnh vực|hạng mục|dự án|công việc"
    r"|nguồn|địa bàn|địa phương|mục tiêu)\b"
)
_FIGURES = re.compile(
    r"\b(?:kết quả|giá trị|mục tiêu|kế hoạch|chỉ tiêu năm|đến năm|năm (?:19|20)\d\d|giai đoạn"
    r"|(?:19|20)\d\d|thực hiện|hiện trạng|ước)\b"
)
_TOTAL = re.compile(
    r"(?:tổng(?: (?:cộng|số|mức|vốn|kinh phí|nhu cầu))?|cộng|(?:toàn|cả) (?:bộ|giai đoạn|thời kì)"
    r"|lũy kế)\W*(?:$|giai đoạn|các năm|\()"
)
_FIGURE = re.compile(
    r"(?:(?:[≥≤<>=~]=?|trên|dưới|từ|khoảng|tối thiểu|tối đa|ít nhất|không quá|hơn|gần|đạt|tăng"
    r"|giảm)\s*)*[-+]?\d[\d.,]*"
)
_BARE = re.compile(r"[≥≤<>=~]*\s*[-+]?\d[\d.,]*")
BRACKET = re.compile(r"\(([^()]+)\)")
_SAYS_UNIT = re.compile(r"\s*(?:đơn vị(?: tính)?|đvt)\s*:?\s*")
_SCALES = re.compile(rf"(?:{SCALE_WORDS}\s*)+")
_COUNTED = re.compile(r"số(?: lượng)? ")
_PLAIN = """
năm giai đoạn đến mục tiêu thực hiện kế hoạch ước kết quả chỉ giá trị hiện trạng dự kiến đạt của
phấn đấu hết cuối kì định hướng trong
"""
_PLAIN_WORDS = frozenset(_PLAIN.split())


class Role(StrEnum):
    """What a column is for."""

    ORDER = "order"
    ABOUT = "about"
    UNIT = "unit"
    FIGURES = "figures"
    WHO = "who"
    WITH = "with"
    WHEN = "when"
    TIME = "time"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its cell in the header row, its role, and what the header says of its cells.

    ``words`` is its name without a unit in brackets; ``unit`` the unit that its header gives, None
    for none; ``time`` the year or period that its header names; ``tells`` whether the name says
    more than a time ("Năm 2030", "Mục tiêu" do not); ``total`` whether it sums up others.
    """

    header: Span
    role: Role
    words: Span
    unit: Span | None
    time: TimeMention | None
    tells: bool
    total: bool


def columns_of(
    document: Document, header: Sequence[Span], below: Sequence[Sequence[Span]]
) -> tuple[Column, ...]:
    """Return the columns that a header row names; ``below`` holds the cells under each."""
    roles = [_role(document, cell, column) for cell, column in zip(header, below, strict=True)]
    free = [place for place, role in enumerate(roles) if role is Role.TEXT]
    named = [at for at in free if _ABOUT.search(comparable(document.quote(header[at])))]
    if free:
        roles[(named or free)[0]] = Role.ABOUT
    return tuple(_column(document, cell, role) for cell, role in zip(header, roles, strict=True))


def _role(document: Document, header: Span, below: Sequence[Span]) -> Role:  # noqa: PLR0911 - a table of cases
    plain = comparable(document.quote(header))
    if ORDER.fullmatch(plain):
        return Role.ORDER
    if _UNIT.fullmatch(plain) and not share_of(document, below, is_body) > HALF:
        return Role.UNIT
    if _WITH.match(plain):
        return Role.WITH
    if TIME.fullmatch(plain) and share_of(document, below, is_time) > HALF:
        return Role.TIME
    if _NO_FIGURES.match(plain) and share_of(document, below, _is_bare) <= HALF:
        return Role.TEXT
    figures = share_of(document, below, is_figure)
    if _WHEN.match(plain) and figures <= HALF:
        return Role.WHEN
    if _WHO.match(plain) and figures <= HALF:
        return Role.WHO
    if figures > HALF or _FIGURES.search(plain):
        return Role.FIGURES
    return Role.TEXT


def _column(document: Document, header: Span, role: Role) -> Column:
    text = document.quote(header)
    unit = _unit_of_header(text)
    bracket = BRACKET.search(text) if unit and "(" in text[: unit.start] else None
    words = Span(header.start, header.start + bracket.start()) if bracket else header
    words = trimmed(document.text, words) if len(words) else header
    times = [time for time in find_times(text) if time.end_year]
    said = comparable(words.of(document.text))
    for time in times:
        said = said.replace(comparable(time.span.of(text)), " ")
    tells = any(word not in _PLAIN_WORDS for word in re.findall(r"[^\W\d_]+", said))
    return Column(
        header=header,
        role=role,
        words=words,
        unit=unit.moved(header.start) if unit else None,
        time=times[0] if len(times) == 1 else None,
        tells=tells,
        total=is_total(said),
    )


def _unit_of_header(text: str) -> Span | None:
    """Return the unit in brackets ("(tỷ đồng)"), or the noun that "số …" counts, in a header."""
    plain = comparable(text)
    for bracket in BRACKET.finditer(plain):
        said = _SAYS_UNIT.match(bracket[1])
        inside = bracket[1][said.end() :] if said else bracket[1]
        scaled = f" {_SCALES.sub('', inside)}".rstrip()
        unit = read_measure(scaled, 0) or read_known_noun(scaled, 0)
        if said or (unit and unit.span.end == len(scaled)):
            return Span(bracket.end(1) - len(inside), bracket.end(1))
    counted = _COUNTED.match(plain)
    noun = read_known_noun(plain, counted.end() - 1) if counted else None
    return noun.span if noun else None


def share_of(document: Document, cells: Sequence[Span], test: Callable[[str], bool]) -> float:
    """Return the share of the cells with something in them that pass a test."""
    texts = [document.quote(cell) for cell in cells if len(cell)]
    return sum(test(text) for text in texts) / len(texts) if texts else 0.0


def is_figure(text: str) -> bool:
    """Tell whether a cell begins with a figure, its bound before it or not, and is no time."""
    return _FIGURE.match(comparable(text)) is not None and not is_time(text)


def _is_bare(text: str) -> bool:
    """Tell whether a cell is a figure and nothing else."""
    return _BARE.fullmatch(text.strip()) is not None


def is_time(text: str) -> bool:
    """Tell whether a cell is a time and nothing else: "2026", "2026 - 2030", "Quý III/2026"."""
    times = find_times(text)
    return len(times) == 1 and len(times[0].span.of(text)) >= len(text.strip()) - 1


def is_total(text: str) -> bool:
    """Tell whether a cell names a sum: "Tổng cộng", "Toàn giai đoạn"."""
    return _TOTAL.match(comparable(text).strip()) is not None


def is_body(text: str) -> bool:
    """Tell whether a cell begins with a body: "Sở Y tế; Sở Nội vụ"."""
    bodies = find_bodies(text)
    return bool(bodies) and bodies[0].span.start == 0 and bodies[0].kind is NameKind.BODY


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the spaces at its ends."""
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip())
    return Span(start, max(start, span.end - (len(content) - len(content.rstrip()))))
