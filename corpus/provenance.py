"""Where a document comes from: a `.json` file beside it, and what its own first lines say.

An official text prints its letterhead, number, place and date before its kind and subject (Nghị
định 30/2020/NĐ-CP, phụ lục I); a press report its title, then a date line.

What this module does not know: how a text is cut, or what it says below its head.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from corpus.errors import UnreadableDocument
from corpus.furniture import is_date_line
from corpus.marks import is_capital, mark_of
from corpus.model import Paragraph, ParagraphKind, Provenance
from corpus.normalize import comparable, nfc

_HEAD = 1200
_FOOT = 1500
_FIRST_PARAGRAPHS = 24
_LONGEST_TITLE = 240
_LONGEST_DATE_LINE = 60
_LONGEST_SECTION_NAME = 2  # words
_SHORTEST_HEADLINE = 6
_CODE = r"\d{1,5}[a-z]?\s?(?:/\s?\d{4}\s?)?[/-]\s?[A-ZĐ][\w/-]*"
_NUMBER = re.compile(
    rf"(?:^|[|\t]|\s{{3}})\s*(?:\*\*)?(?:(?:Luật|Bộ luật|Pháp lệnh)\s+)?[Ss]ố\s*:\s*({_CODE})"
    rf"|^\s*(?:\*\*)?[Ss]ố\s+({_CODE})(?=\s*(?:$|[|\t]|\s{{3}}))",
    re.MULTILINE,
)
_NAMED = re.compile(rf"[^\W\d_][^\n]{{0,40}}? số ({_CODE})")
_SIGNED = re.compile(
    r"(?:^|[|\t]|\s{3})[ *_(]*[^\W\d_][^\n|\t,]{1,40}, ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})"
    r"\s+năm\s+(\d{4})[ .*_)|]*$",
    re.MULTILINE,
)
_ISSUED_WITH = re.compile(
    r"^\s*[(*_]*(?:Ban hành )?[Kk]èm theo [^\n]{0,160}?ngày\s+(\d{1,2})(?:\s+tháng\s+|[/-])"
    r"(\d{1,2})(?:\s+năm\s+|[/-])(\d{4})",
    re.MULTILINE,
)
_POSTED = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_STATE = re.compile(r"cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam|độc lập - tự do")
_LETTERHEAD = re.compile(
    r"cộng hòa xã hội chủ nghĩa việt nam|độc lập - tự do|^(?:luật |bộ luật )?số\s*:|^số \d+[/-]"
    r"|đảng cộng sản việt nam$|^[\W\d]*$|, ngày .*tháng|^\(?(?:ban hành )?kèm theo"
)
_OFFICE = re.compile(
    r"^(?:chính phủ|quốc hội|ủy ban thường vụ quốc hội|thủ tướng chính phủ|chủ tịch nước"
    r"|bộ (?!luật)|ủy ban|ubnd|hđnd|hội đồng|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng bộ"
    r"|ban |sở |cục |tổng |văn phòng|tòa án|viện |bộ chính trị|tỉnh |thành phố )"
)
_KINDS = re.compile(
    r"nghị quyết|quyết định|kế hoạch|chương trình(?: hành động)?|chỉ thị|thông tư(?: liên tịch)?"
    r"|nghị định|báo cáo|công văn|thông báo|tờ trình|kết luận|hướng dẫn|đề án|luật|bộ luật"
    r"|pháp lệnh|quy định|quy chế|công điện|phương án|dự án|chiến lược|hợp đồng"
    r"|phụ lục(?: (?:số )?[ivx\d]+)?"
)
_SUBJECT_ENDS = re.compile(r"căn cứ|xét |theo |kính gửi|thực hiện |ngày |điều \d|[(*-]")


def sidecar(path: Path) -> Provenance | None:
    """Return the provenance that a `.json` file of the same stem gives, None without one.

    Keys that `Provenance` does not have, and values that are not text, are left aside.

    Raises:
        UnreadableDocument: the file is not readable JSON.
    """
    beside = path.with_suffix(".json")
    if not beside.is_file():
        return None
    try:
        record = json.loads(beside.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableDocument(
            f"Tệp xuất xứ «{beside}» không phải JSON đọc được; hãy sửa hoặc xóa tệp ấy."
        ) from error
    known = {field.name for field in fields(Provenance)}
    given = record if isinstance(record, dict) else {}
    texts = {key: nfc(value) for key, value in given.items() if key in known and type(value) is str}
    return Provenance(**{"title": "", **texts})


def completed(
    given: Provenance, text: str, paragraphs: Sequence[Paragraph], name: str
) -> Provenance:
    """Fill in from the text what ``given`` leaves empty; the title falls back to ``name``."""
    title = title_of(text, paragraphs)
    number = _NUMBER.search(text[:_HEAD]) or _NAMED.fullmatch(title)
    code = next((group for group in number.groups() if group), "") if number else ""
    return replace(
        given,
        title=given.title or title or name,
        published=given.published or published_on(text),
        number=given.number or "".join(code.split()),
    )


def published_on(text: str) -> str:
    """Return the date a text gives itself, as ISO: signed, posted, or of what it is annexed to."""
    head, foot = text[:_HEAD], text[_HEAD:][-_FOOT:]
    for found in (_signed(head), _posted(head), _annexed(head), _signed(foot)):
        if date := next(found, ""):
            return date
    return ""


def title_of(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Return the title as printed: past the letterhead, the kind of text with its subject."""
    shown = [p for p in paragraphs[:_FIRST_PARAGRAPHS] if p.kind is not ParagraphKind.FURNITURE]
    lines = [_bare(paragraph, text) for paragraph in shown]
    lines = [line for line in lines if not is_date_line(line)]
    forms = [comparable(line) for line in lines]
    official = any(_STATE.search(form) for form in forms)
    for position, form in enumerate(forms):
        if _KINDS.fullmatch(form) and position + 1 < len(lines):
            return _with_subject(lines, forms, position)
        letterhead = _LETTERHEAD.search(form) or (
            is_capital(lines[position]) and _is_office(form, official=official)
        )
        if not letterhead and not (official and _kind_follows(forms, position)):
            return _past_the_menu(lines[position:])[:_LONGEST_TITLE]
    return ""


def _past_the_menu(lines: Sequence[str]) -> str:
    """Return the title below a page's section name ("Thời sự"): a longer line that is no text."""
    if len(lines[0].split()) <= _LONGEST_SECTION_NAME:
        for line in lines[1:4]:
            ends = line.endswith((".", ":", ";", ",", "!"))
            if len(line.split()) >= _SHORTEST_HEADLINE and not ends and not mark_of(line).text:
                return line
    return lines[0]


def _bare(paragraph: Paragraph, text: str) -> str:
    content = paragraph.span.of(text)[: 2 * _LONGEST_TITLE]
    return " ".join(content.lstrip("#").strip("*_ \t").split())


def _is_office(form: str, *, official: bool) -> bool:
    alone = {"chính phủ", "quốc hội", "thủ tướng chính phủ", "chủ tịch nước"}
    return form in alone or (official and bool(_OFFICE.match(form)))


def _kind_follows(forms: Sequence[str], position: int) -> bool:
    """Tell whether the line naming the kind of text is still to come, as in a letterhead."""
    return any(_KINDS.fullmatch(form) for form in forms[position + 1 : position + 8])


def _with_subject(lines: Sequence[str], forms: Sequence[str], position: int) -> str:
    """Return the kind and its subject, which may be printed on several lines."""
    title = [lines[position], lines[position + 1]]
    capital = is_capital(lines[position + 1])
    for line, form in zip(lines[position + 2 : position + 5], forms[position + 2 :], strict=False):
        ends = _SUBJECT_ENDS.match(form) or _LETTERHEAD.search(form) or mark_of(line).text
        if (
            ends
            or _is_office(form, official=False)
            or is_capital(line) is not capital
            or line.endswith((".", ":", ";", ","))
        ):
            break
        title.append(line)
    return " ".join(title)[:_LONGEST_TITLE]


def _signed(part: str) -> Iterator[str]:
    return (date for m in _SIGNED.finditer(part) if (date := _iso(m[3], m[2], m[1])))


def _annexed(part: str) -> Iterator[str]:
    return (date for m in _ISSUED_WITH.finditer(part) if (date := _iso(m[3], m[2], m[1])))


def _posted(head: str) -> Iterator[str]:
    """Yield the dates that stand in a line of their own, as page dates do."""
    for line in head.split("\n"):
        if len(line.strip()) <= _LONGEST_DATE_LINE and not line.strip().endswith((";", ",")):
            for match in _ISO.finditer(line):
                yield _iso(match[1], match[2], match[3])
            for match in _POSTED.finditer(line):
                yield _iso(match[3], match[2], match[1])


def _iso(year: str, month: str, day: str) -> str:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
