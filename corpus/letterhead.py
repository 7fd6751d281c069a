"""What a document says of itself at its head and foot: number, date, issuer, signer, subject.

Vietnamese administrative texts print "Số: 12/NQ-CP" and "Hà Nội, ngày 07 tháng 02 năm 2023" above
the title and the signer's name under the office at the foot (Nghị định 30/2020/NĐ-CP, phụ lục
I); a press page prints the date it was posted.

What this module does not know: what the body says; other documents named in it.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus.dates import TimeKind, find_times
from corpus.model import Document, Paragraph, ParagraphKind, Span
from corpus.normalize import CAPITALS, comparable
from corpus.places import COUNTRY, LEVELS, places_in

_HEAD = 16
_NUMBER = re.compile(r"Số\s*:\s*(\S*\d\S*)")
_ISSUER = re.compile(
    r"(?:BAN CHẤP HÀNH|BỘ CHÍNH TRỊ|BAN BÍ THƯ|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|ỦY BAN|UỶ BAN"
    r"|UBND|HỘI ĐỒNG|HĐND|BỘ|SỞ|TỈNH ỦY|THÀNH ỦY|ĐẢNG BỘ|TỔNG CỤC|CỤC|CHỦ TỊCH NƯỚC)\b[^|]*"
)
_OFFICE = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|T/M|K/T)\.|(?:Q\. ?)?(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|BỘ TRƯỞNG|THỦ TƯỚNG"
    r"|GIÁM ĐỐC|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG BAN|VỤ TRƯỞNG|CHÁNH VĂN PHÒNG|TỔNG BÍ THƯ"
    r"|TỔNG THƯ KÝ|VIỆN TRƯỞNG|HIỆU TRƯỞNG|THỦ TRƯỞNG))"
)
_WORD = rf"[{CAPITALS}][^\W\d_{CAPITALS}]*"
_NAME = re.compile(rf"(?:{_WORD}\.?\s+){{1,4}}{_WORD}")
_SIGNED = re.compile(r"\(?(?:đã ký|đã kí|ký tên|signed)[^\n]{0,30}\)?", re.IGNORECASE)
_OF_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN) [^|]+")
_KIND = re.compile(
    r"(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|CHỈ THỊ|THÔNG TƯ|NGHỊ ĐỊNH"
    r"|THÔNG BÁO|BÁO CÁO|HƯỚNG DẪN|ĐỀ ÁN|TỜ TRÌNH|QUY CHẾ|QUY ĐỊNH|KẾT LUẬN)"
)
_REACH = 4
_PROPOSED = re.compile(
    r"(?:Theo|Xét)(?: lời)? đề nghị của (?P<who>[^;:\n]+?)"
    r"(?=,? (?:tại|theo|về việc|trong) |,? ngày |[.,;:]*\s*$)",
    re.IGNORECASE,
)
_BEFORE_TEXT = 60
_LEVEL = re.compile(rf"\b(?:{LEVELS}) $")


@dataclass(frozen=True, slots=True)
class Printed:
    """One thing a document says of itself: the slice to quote, and the exact value in it."""

    clause: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was found at the head and foot; None where nothing was."""

    number: Printed | None
    date: Printed | None
    issuer: Printed | None
    signer: Printed | None
    subject: Printed | None = None
    proposer: Printed | None = None
    place: Printed | None = None
    period: Printed | None = None


def letterhead_of(document: Document) -> Letterhead:
    """Return what a document says of itself."""
    head = [p for p in document.paragraphs[:_HEAD] if p.kind is not ParagraphKind.TABLE_ROW]
    number, subject = _first_number(document, head), _subject(document, head)
    return Letterhead(
        number=number,
        date=_date(document, head),
        issuer=_issuer(document, head) if number else None,
        signer=_signer(document),
        subject=subject,
        proposer=_proposer(document),
        place=_place_of(document, subject),
        period=_period_of(document, subject),
    )


def _first_number(document: Document, head: list[Paragraph]) -> Printed | None:
    for paragraph in head:
        match = _NUMBER.match(document.quote(paragraph.span))
        if match:
            value = Span(*match.span(1)).moved(paragraph.span.start)
            return Printed(paragraph.span, value)
    return None


def _date(document: Document, head: list[Paragraph]) -> Printed | None:
    longest = 70
    for paragraph in head:
        if len(paragraph.span) > longest:
            continue
        for time in find_times(document.quote(paragraph.span)):
            if time.kind is TimeKind.DATE and time.start_year:
                return Printed(paragraph.span, time.core.moved(paragraph.span.start))
    return None


def _issuer(document: Document, head: list[Paragraph]) -> Printed | None:
    for paragraph, below in zip(head, [*head[1:], None], strict=True):
        text = document.quote(paragraph.span)
        if _ISSUER.fullmatch(text.strip()) and text.isupper():
            place = document.quote(below.span) if below else ""
            more = _OF_PLACE.fullmatch(place) is not None and place.isupper()
            end = below.span.end if below and more else paragraph.span.end
            whole = Span(paragraph.span.start, end)
            return Printed(whole, whole)
    return None


def _subject(document: Document, head: list[Paragraph]) -> Printed | None:
    """Return what stands under the kind of document: "Về việc …"; a press text's headline."""
    for paragraph, below in pairwise(head):
        if _KIND.fullmatch(document.quote(paragraph.span).strip()):
            return Printed(below.span, below.span)
    if _first_number(document, head) is None and head:
        return Printed(head[0].span, head[0].span)
    return None


def _place_of(document: Document, subject: Printed | None) -> Printed | None:
    """Return the last place that the title names: "… trên địa bàn tỉnh Nghệ An"."""
    title = document.quote(subject.value) if subject else ""
    found = [place for place in places_in(title) if place.key != COUNTRY]
    if subject is None or not found:
        return None
    span = found[-1].span
    level = _LEVEL.search(comparable(title[: span.start]))
    start = level.start() if level else span.start
    return Printed(subject.clause, Span(start, span.end).moved(subject.value.start))


def _period_of(document: Document, subject: Printed | None) -> Printed | None:
    """Return the one period that the title names: "… giai đoạn 2021-2025"."""
    title = document.quote(subject.value) if subject else ""
    found = [time for time in find_times(title) if time.kind is TimeKind.PERIOD]
    if subject is None or len(found) != 1:
        return None
    return Printed(subject.clause, found[0].core.moved(subject.value.start))


def _signer(document: Document) -> Printed | None:
    """Return the first name printed under an office: not every text has its signature last."""
    paragraphs = document.paragraphs
    for position, paragraph in enumerate(paragraphs):
        if not _OFFICE.match(document.quote(paragraph.span).strip()):
            continue
        if name := _name_at_end(document.quote(paragraph.span)):
            return Printed(paragraph.span, Span(paragraph.span.end - len(name), paragraph.span.end))
        for below in paragraphs[position + 1 : position + 1 + _REACH]:
            text = document.quote(below.span).strip()
            if _OFFICE.match(text) or _SIGNED.fullmatch(text) or text.isupper():
                continue
            if _NAME.fullmatch(text) and not comparable(text).startswith("nơi nhận"):
                return Printed(below.span, below.span)
            break
    return None


def _proposer(document: Document) -> Printed | None:
    """Return who proposed a text: "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …"."""
    for paragraph in document.paragraphs[:_BEFORE_TEXT]:
        line = document.quote(paragraph.span)
        if match := _PROPOSED.match(line):
            return Printed(paragraph.span, Span(*match.span("who")).moved(paragraph.span.start))
    return None


def _name_at_end(line: str) -> str:
    """Return the name that ends an all-capitals line ("KT. CHỦ TỊCH Mai Sơn": Mai Sơn), or ""."""
    words = line.split()
    small = [word for word in words if not word.isupper()]
    name = " ".join(small)
    few = 2 <= len(small) <= 5 and len(small) < len(words)  # noqa: PLR2004 - a name's words
    return name if few and line.endswith(name) and _NAME.fullmatch(name) else ""
