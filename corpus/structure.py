"""From canonical text to paragraphs: what is a heading, an item, a table row, page furniture.

A paragraph is one printed line, joined with the next where a line was only wrapped. Marks ("I.",
"1.", "a)", "-") give levels, and levels give each paragraph the headings and lead-in lines it
stands under, as Vietnamese administrative documents nest them (Nghị định 30/2020/NĐ-CP, phụ lục
I: phần, chương, mục, điều, khoản, điểm).

What this module does not know: sentences, figures, or what a paragraph says.
"""

import re
from dataclasses import dataclass, replace

from corpus.furniture import Line, is_furniture
from corpus.model import Paragraph, ParagraphKind, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDS_OPEN = re.compile(r"[.;:!?…/|”\"»)\]]\s*$")
_MARKS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern), level)
    for pattern, level in (
        (r"#{1,6}\s+", -1),  # Markdown: the level is the number of signs
        (r"(?:PHẦN|Phần)\s+(?:THỨ\s+)?[\wÀ-ỹ]+[.:]?\s*", 0),
        (r"(?:CHƯƠNG|Chương)\s+[IVXLC\d]+[.:]?\s*", 1),
        (r"(?:PHỤ LỤC|Phụ lục)(?:\s+[IVXLC\d]+)?[.:]?\s*", 1),
        (r"[IVXL]{1,6}\s*[.)\-–/|]\s*(?=\S)", 2),
        (r"(?:Mục|MỤC)\s+[IVXLC\d]+[.:]\s*", 2),
        (r"(?:Điều|ĐIỀU)\s+\d+[.:]?\s*", 2),
        (r"[A-H]\.\s+", 2),
        (r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+", 5),
        (r"\d{1,2}\.\d{1,2}\.?\s+", 4),
        (r"\d{1,2}\s*[.)]\s*(?=\D)", 3),
        (r"\(\d{1,2}\)\s*", 5),
        (r"\(?[a-zđ]{1,2}\)\s*", 5),
        (r"[-–—•●▪*]\s*(?=\S)", 6),
        (r"\+\s*", 7),
    )
)
_HEADING_LEVELS = range(3)
_LEAD_IN_LEVEL = 8  # a plain line that ends with a colon, while it is open
_BODY_LEVEL = 9
_LONGEST_HEADING = 220
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Open:
    """A paragraph that later ones may stand under."""

    position: int
    level: int
    heading: bool
    unfinished: bool


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Cut canonical text into paragraphs, in order; every visible character is in exactly one."""
    lines = _wrapped(text, [Span(m.start(), m.end()) for m in _LINE.finditer(text)])
    spans = [_trimmed(text, span) for span in lines]
    stack: list[_Open] = []
    found: list[Paragraph] = []
    number = 0
    shown = [Line(span.of(text), position, len(spans)) for position, span in enumerate(spans)]
    for position, span in enumerate(spans):
        if is_furniture(shown, position):
            found.append(Paragraph(0, span, ParagraphKind.FURNITURE))
            continue
        number += 1
        paragraph = _classified(text, span, number)
        _close(stack, paragraph)
        found.append(replace(paragraph, parents=tuple(open_.position for open_ in stack)))
        if _may_hold_others(text, paragraph):
            heading = paragraph.kind is ParagraphKind.HEADING
            unfinished = not _ENDS_OPEN.search(paragraph.span.of(text))
            stack.append(_Open(position, _level_as_parent(paragraph), heading, unfinished))
    return tuple(found)


def _wrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join a line to the one before where a long sentence was only wrapped at a page's edge."""
    joined: list[Span] = []
    for span in lines:
        content = span.of(text).strip()
        if joined and _continues(joined[-1].of(text), content, text[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _continues(before: str, content: str, gap: str) -> bool:
    """Tell whether a line goes on with the sentence before it: lower case after an open end."""
    if not content[0].islower() or _mark(content)[0] or " | " in content or " | " in before:
        return False
    shortest_wrapped = 40
    if gap.count("\n") > 1 and len(before.strip()) < shortest_wrapped:
        return False
    return not _ENDS_OPEN.search(before)


def _trimmed(text: str, span: Span) -> Span:
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip())
    return Span(start, span.end - (len(content) - len(content.rstrip())))


def _mark(content: str) -> tuple[str, int]:
    """Return the list or heading mark a line begins with, and its level; ("", 9) without one."""
    for pattern, level in _MARKS:
        if match := pattern.match(content):
            mark = match.group(0).rstrip()
            return mark, len(mark) - 4 if level < 0 else level
    return "", _BODY_LEVEL


def _classified(text: str, span: Span, number: int) -> Paragraph:
    content = span.of(text)
    mark, level = _mark(content)
    if " | " in content:
        row_level = level if mark and level in _HEADING_LEVELS else _BODY_LEVEL
        return Paragraph(number, span, ParagraphKind.TABLE_ROW, mark, row_level)
    if _is_heading(content, mark, level, number):
        return Paragraph(number, span, ParagraphKind.HEADING, mark, _heading_level(content, level))
    if mark and level not in _HEADING_LEVELS:
        return Paragraph(number, span, ParagraphKind.ITEM, mark, level)
    return Paragraph(number, span, ParagraphKind.BODY, mark, level if mark else _BODY_LEVEL)


def _is_heading(content: str, mark: str, level: int, number: int) -> bool:
    if mark.startswith("#"):
        return True
    body = content[len(mark) :].strip()
    if not body or len(content) > _LONGEST_HEADING:
        return bool(mark) and not body
    open_end = not content.rstrip().endswith((".", ";", ":", ",", "…", "./.", "”", "/"))
    if _is_upper(body):
        return open_end or body.endswith(":")
    if number == 1 or (mark and level <= 2):  # noqa: PLR2004 - the levels of _MARKS
        return open_end
    return bool(mark) and level in (3, 4, 5) and open_end


def _is_upper(body: str) -> bool:
    letters = [char for char in body if char.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and all(char.isupper() for char in letters)


def _heading_level(content: str, level: int) -> int:
    """Place headings that carry no mark: outermost."""
    return level if level != _BODY_LEVEL or not content else 0


def _close(stack: list[_Open], paragraph: Paragraph) -> None:
    """Drop from the stack what this paragraph does not stand under."""
    if paragraph.kind is ParagraphKind.BODY and not paragraph.marker:
        _close_for_body(stack)
    elif paragraph.kind is not ParagraphKind.TABLE_ROW or paragraph.level != _BODY_LEVEL:
        floor = _lead_in_floor(stack, paragraph)
        while len(stack) > floor and stack[-1].level >= paragraph.level:
            stack.pop()


def _close_for_body(stack: list[_Open]) -> None:
    """Plain text ends items and lead-ins, but stays under headings.

    An item without a full stop ("- Dạy bơi an toàn") is a heading of the text below it.
    """
    if stack and stack[-1].level < _LEAD_IN_LEVEL and stack[-1].unfinished:
        return
    while stack and not stack[-1].heading:
        stack.pop()


def _lead_in_floor(stack: list[_Open], paragraph: Paragraph) -> int:
    """Return how much of the stack stays whatever the marks: up to the last lead-in line.

    "…bao gồm:" stays open for the items below it, until a heading or an item of a level that was
    already open outside it comes back.
    """
    for position in reversed(range(len(stack))):
        if stack[position].level == _LEAD_IN_LEVEL:
            outside = any(open_.level >= paragraph.level for open_ in stack[:position])
            ends = outside or paragraph.kind is ParagraphKind.HEADING
            return 0 if ends else position + 1
    return 0


def _may_hold_others(text: str, paragraph: Paragraph) -> bool:
    if paragraph.kind is ParagraphKind.TABLE_ROW:
        return paragraph.level != _BODY_LEVEL
    if paragraph.kind is ParagraphKind.HEADING or paragraph.marker:
        return True
    return paragraph.kind is ParagraphKind.BODY and paragraph.span.of(text).rstrip().endswith(":")


def _level_as_parent(paragraph: Paragraph) -> int:
    plain = paragraph.kind is ParagraphKind.BODY and not paragraph.marker
    return _LEAD_IN_LEVEL if plain else paragraph.level
