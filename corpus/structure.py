"""From canonical text to paragraphs: what is a heading, an item, a table row, page furniture.

A paragraph is one printed line, joined with the next where a line was only wrapped
(`corpus.lines`). Marks ("I.", "1.", "a)", "-") give levels (`corpus.marks`), and levels give each
paragraph the headings and lead-in lines it stands under.

What this module does not know: sentences, figures, or what a paragraph says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.furniture import furniture_of
from corpus.lines import is_row, lines_of
from corpus.marks import (
    BODY_LEVEL,
    BULLET_LEVEL,
    LEAD_IN_LEVEL,
    NUMBER_LEVEL,
    ROMAN_LEVEL,
    TITLE_LEVEL,
    is_bold,
    is_capital,
    mark_of,
)
from corpus.model import Paragraph, ParagraphKind, Span

_LONGEST_HEADING = 220
_LONGEST_SUBHEADING = 90
_LONGEST_QUESTION = 60
_SHORTEST_BODY = 60
_FEWEST_WORDS = 3
_ENDS = '.;:!?…/|”"»)]'
_NOT_A_SUBHEADING = re.compile(
    r"[(“\"*]|(?:Ảnh|Nguồn|Theo|Nơi nhận|Kính gửi|Căn cứ|Số|Video|Đồ họa)\b"
)
_RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN)\b")


@dataclass(frozen=True, slots=True)
class _Block:
    """A line block with what is next to it: enough to say what kind of paragraph it is."""

    content: str
    before: str  # the block before, "" when it does not stand apart by a blank line
    after: str  # the next block that is not furniture
    apart: bool  # blank lines on both sides
    first: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A paragraph that later ones may stand under."""

    position: int
    level: int
    heading: bool
    unfinished: bool


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Cut canonical text into paragraphs, in order; every visible character is in exactly one."""
    spans = lines_of(text)
    contents = [span.of(text) for span in spans]
    furniture = furniture_of(contents)
    nesting = _Nesting()
    found: list[Paragraph] = []
    number = 0
    for position, block in enumerate(_blocks(text, spans, contents, furniture)):
        if furniture[position]:
            found.append(Paragraph(0, spans[position], ParagraphKind.FURNITURE))
            continue
        number += 1
        paragraph = _classified(block, spans[position], number)
        found.append(nesting.placed(position, paragraph, block.content))
    return tuple(found)


def _blocks(
    text: str, spans: Sequence[Span], contents: Sequence[str], furniture: Sequence[bool]
) -> list[_Block]:
    blocks: list[_Block] = []
    after, below = "", len(text)
    first = next((position for position, junk in enumerate(furniture) if not junk), 0)
    for position in reversed(range(len(spans))):
        span = spans[position]
        above = spans[position - 1].end if position else 0
        apart = text.count("\n", above, span.start) > 1 and text.count("\n", span.end, below) > 1
        before = contents[position - 1] if position and not furniture[position - 1] else ""
        blocks.append(_Block(contents[position], before, after, apart, position == first))
        below = span.start
        if not furniture[position]:
            after = contents[position]
    return blocks[::-1]


def _classified(block: _Block, span: Span, number: int) -> Paragraph:
    content = block.content
    mark = mark_of(content)
    if is_row(content):
        section = mark.text and mark.level <= ROMAN_LEVEL
        level = mark.level if section else BODY_LEVEL
        return Paragraph(number, span, ParagraphKind.TABLE_ROW, mark.text, level)
    if _is_heading(block, mark.text, mark.level):
        level = mark.level if mark.text else _unmarked_level(block)
        return Paragraph(number, span, ParagraphKind.HEADING, mark.text, level)
    kind = ParagraphKind.ITEM if mark.text and mark.level > ROMAN_LEVEL else ParagraphKind.BODY
    return Paragraph(number, span, kind, mark.text, mark.level)


def _is_heading(block: _Block, mark: str, level: int) -> bool:
    content, body = block.content, block.content[len(mark) :].strip("*_ \t")
    if mark.startswith("#") or not body:
        return True
    if len(content) > _LONGEST_HEADING or (mark and level >= BULLET_LEVEL) or is_bold(content):
        return is_bold(content)
    ends_open = not body.endswith((".", ";", ":", ",", "…", "”", "/"))
    if is_capital(body):
        return ends_open or body.endswith(":")
    if block.first:
        return not body.endswith((".", ";", ":", ",")) or body.endswith("...")
    if not mark:
        return _is_subheading(block)
    return ends_open and (level <= ROMAN_LEVEL or _holds(block.after, level))


def _holds(after: str, level: int) -> bool:
    """Tell whether the next block can stand under a marked line of this level."""
    following = mark_of(after)
    return bool(after) and following.level > level and not is_capital(after[len(following.text) :])


def _is_subheading(block: _Block) -> bool:
    """Tell whether a plain short line, apart from the text around it, heads the text below it."""
    content, below = block.content, block.after
    if not block.apart or len(content) > _LONGEST_SUBHEADING or _NOT_A_SUBHEADING.match(content):
        return False
    if content[-1] in '.;:!,…/|”"»)]' or not content[0].isupper() or "Ảnh:" in content:
        return False
    if content[-1] == "?" and len(content) > _LONGEST_QUESTION:
        return False
    if len(content.split()) < _FEWEST_WORDS or not block.before.endswith((".", "…", "”", '"', "?")):
        return False
    whole = len(below) >= _SHORTEST_BODY and below[-1] in '.:;…”"?!)'
    return whole and not mark_of(below).text and not is_row(below)


def _unmarked_level(block: _Block) -> int:
    """Place headings that carry no mark: outermost, sub-headings as lead-ins are."""
    outermost = block.first or is_capital(block.content)
    return TITLE_LEVEL if outermost else LEAD_IN_LEVEL


@dataclass(slots=True)
class _Nesting:
    """The paragraphs that are open while a text is read from top to bottom."""

    stack: list[_Open] = field(default_factory=list)
    suspended: list[_Open] = field(default_factory=list)  # what plain text between items closed
    last: Paragraph | None = None

    def placed(self, position: int, paragraph: Paragraph, content: str) -> Paragraph:
        """Return the paragraph with its parents, and keep it open if it may hold others."""
        if self._goes_on_with_a_title(paragraph, position):
            paragraph = replace(paragraph, level=self.stack[-1].level)
        else:
            self._close(paragraph, content)
        parents = tuple(open_.position for open_ in self.stack)
        if _may_hold_others(paragraph, content):
            plain = paragraph.kind is ParagraphKind.BODY and not paragraph.marker
            level = LEAD_IN_LEVEL if plain else paragraph.level
            # "Điều 6. Giáo dục vệ sinh." is a sentence and a heading: the text below is its own.
            article = paragraph.kind is ParagraphKind.BODY and not plain
            heading = paragraph.kind is ParagraphKind.HEADING or article
            unfinished = content[-1] not in _ENDS
            self.stack.append(_Open(position, level, heading, unfinished))
        self.last = paragraph
        return replace(paragraph, parents=parents)

    def _goes_on_with_a_title(self, paragraph: Paragraph, position: int) -> bool:
        """Tell "Chương II / QUYỀN VÀ NGHĨA VỤ": the title printed on the line below its mark."""
        if self.last is None or not self.stack or self.stack[-1].position != position - 1:
            return False
        both = paragraph.kind is self.last.kind is ParagraphKind.HEADING
        return (
            both
            and not paragraph.marker
            and paragraph.level == TITLE_LEVEL
            and TITLE_LEVEL < self.last.level < NUMBER_LEVEL
        )

    def _close(self, paragraph: Paragraph, content: str) -> None:
        """Drop from the stack what this paragraph does not stand under."""
        if _RECIPIENTS.match(content):
            self.stack = [open_ for open_ in self.stack if open_.level == TITLE_LEVEL]
        elif paragraph.kind is ParagraphKind.BODY and not paragraph.marker:
            self._close_for_body()
        elif paragraph.kind is ParagraphKind.HEADING and paragraph.level == LEAD_IN_LEVEL:
            while self.stack and not self._is_outer_heading(self.stack[-1]):
                self.stack.pop()
        elif paragraph.kind is not ParagraphKind.TABLE_ROW or paragraph.level != BODY_LEVEL:
            self._resume(paragraph)
            floor = self._lead_in_floor(paragraph)
            while len(self.stack) > floor and self.stack[-1].level >= paragraph.level:
                self.stack.pop()

    @staticmethod
    def _is_outer_heading(open_: _Open) -> bool:
        return open_.heading and open_.level < LEAD_IN_LEVEL

    def _close_for_body(self) -> None:
        """Plain text ends items and lead-ins, but stays under headings.

        An item without a full stop ("- Dạy bơi an toàn") is a heading of the text below it.
        """
        if self.stack and self.stack[-1].level < LEAD_IN_LEVEL and self.stack[-1].unfinished:
            return
        whole = list(self.stack)
        while self.stack and not self.stack[-1].heading:
            self.stack.pop()
        if len(whole) > len(self.stack):
            self.suspended = whole

    def _resume(self, paragraph: Paragraph) -> None:
        """Open again what plain text between "a)" and "b)" had closed."""
        suspended, self.suspended = self.suspended, []
        numbered = NUMBER_LEVEL <= paragraph.level < BULLET_LEVEL
        same = any(open_.level == paragraph.level for open_ in suspended)
        if numbered and same and suspended[: len(self.stack)] == self.stack:
            self.stack = suspended

    def _lead_in_floor(self, paragraph: Paragraph) -> int:
        """Return how much of the stack stays whatever the marks: up to the last lead-in line.

        "…bao gồm:" stays open for the items below it, until an outer heading or an item of a
        level that was already open outside it comes back.
        """
        for position in reversed(range(len(self.stack))):
            if self.stack[position].level == LEAD_IN_LEVEL:
                outside = any(
                    paragraph.level <= o.level < LEAD_IN_LEVEL for o in self.stack[:position]
                )
                heading = paragraph.kind is ParagraphKind.HEADING
                outer = heading and not NUMBER_LEVEL <= paragraph.level < LEAD_IN_LEVEL
                return 0 if outside or outer else position + 1
        return 0


def _may_hold_others(paragraph: Paragraph, content: str) -> bool:
    if paragraph.kind is ParagraphKind.TABLE_ROW:
        return paragraph.level != BODY_LEVEL
    if paragraph.kind is ParagraphKind.HEADING or paragraph.marker:
        return True
    return paragraph.kind is ParagraphKind.BODY and content.endswith(":")
