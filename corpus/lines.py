"""From canonical text to the lines that are paragraphs: printed lines, rejoined where only wrapped.

Text copied from a PDF is broken at the page's edge, and a page number may stand inside a sentence.
A line goes on with the one before when that one ends open and this one begins in lower case; and,
in a text that is wrapped throughout, when its first word would not have fitted on the line before.

What this module does not know: headings, furniture, or what a line says.
"""

import math
import re

from corpus.marks import is_capital, mark_of
from corpus.model import Span
from corpus.normalize import CAPITALS

_LINE = re.compile(r"[^\n]+")
_PAGE = re.compile(
    r"(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:trang|page)\s*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?"
    r"|\d{1,4}(?:\s?/\s?\d{1,4})?)",
    re.IGNORECASE,
)
_SHORTENED = re.compile(rf"(?<!\w)(?:[{CAPITALS}]\w?|ThS|PGS)\.$")  # TP., Th., M.
_DATED = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^|]{0,9} \| |\| [^|]{0,24}\d{1,2}[:h]\d{2}\b")
_STOPS = ".;:!?…|"
_SHORTEST_WRAPPED = 40
_NARROWEST, _WIDEST = 50, 130
_FEWEST_LINES = 6
_FULL = 0.75
_FULL_SHARE = 0.4
_FITS = 0.85


def lines_of(text: str) -> list[Span]:
    """Return the paragraphs' spans, trimmed, in order; every visible character is in one."""
    printed = [Span(match.start(), match.end()) for match in _LINE.finditer(text)]
    lines = [_trimmed(text, span) for span in printed if span.of(text).strip()]
    width = _wrap_width([len(line) for line in lines])
    joined: list[Span] = []
    last = Span(0, 0)  # the printed line that `joined` ends with
    position = 0
    while position < len(lines):
        line = lines[position]
        titled = position == 1 and not is_capital(line.of(text))  # a title ends where it will
        fits = math.inf if titled else _FITS
        if joined and _continues(text, last, line, width, fits):
            joined[-1] = Span(joined[-1].start, line.end)
        elif joined and _page_within(text, last, lines[position : position + 2], width):
            position += 1
            line = lines[position]
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
        last = line
        position += 1
    return joined


def is_row(content: str) -> bool:
    """Tell whether a line is a table's row: cells between `|` or tabs, and no page's date line."""
    bars = content.count(" | ")
    dated = bars == 1 and _DATED.search(content)
    return (bars > 0 and not dated) or content.startswith("|") or content.count("\t") > 1


def _trimmed(text: str, span: Span) -> Span:
    content = span.of(text)
    left = len(content) - len(content.lstrip())
    return Span(span.start + left, span.start + len(content.rstrip()))


def _wrap_width(lengths: list[int]) -> int:
    """Return the width a text is wrapped at, 0 when its lines are whole paragraphs."""
    if len(lengths) < _FEWEST_LINES:
        return 0
    width = sorted(lengths)[int(0.97 * (len(lengths) - 1))]
    full = sum(length >= _FULL * width for length in lengths)
    wrapped = _NARROWEST <= width <= _WIDEST and full >= _FULL_SHARE * len(lengths)
    return width if wrapped else 0


def _continues(text: str, last: Span, line: Span, width: int, fits: float) -> bool:
    """Tell whether a line goes on with the sentence of the one before."""
    before, content = last.of(text), line.of(text)
    if is_row(before) or is_row(content) or before.startswith("#"):
        return False
    broken = text.count("\n", last.end, line.start)
    if _goes_on_after_a_dash(before, content, width) and broken == 1:
        return True
    if mark_of(content).text:
        return False
    if content[0].islower() and before[-1] not in _STOPS:
        return broken == 1 or len(before) >= _SHORTEST_WRAPPED
    return bool(width) and broken == 1 and _would_not_have_fitted(before, content, width, fits)


def _would_not_have_fitted(before: str, content: str, width: int, fits: float) -> bool:
    """Tell whether a full line was broken only because the next word needed more room."""
    if _is_capital(before) != _is_capital(content) and any(map(str.isalpha, content)):
        return False  # a heading next to text
    if before[0] == "(" and before[-1] == ")":
        return False
    if before[-1] in ";:|" and not content[0].islower():
        return False
    if not content[0].isalnum() and content[0] not in '“"(':
        return False
    needed = len(before) + 1 + len(content.split(maxsplit=1)[0])
    strict = before[-1] in ".!?…" and not _SHORTENED.search(before)
    return needed > width * (max(fits, 1) if strict else fits)


def _is_capital(content: str) -> bool:
    return is_capital(content[len(mark_of(content).text) :])


def _goes_on_after_a_dash(before: str, content: str, width: int) -> bool:
    """Tell a wrapped "kinh tế / - xã hội" from an item: lower case after an open, full line."""
    dashed = content[:1] in "-–" and content[1:2] == " " and content[2:3].islower()
    return dashed and bool(width) and len(before) >= _FULL * width and before[-1].isalpha()


def _page_within(text: str, last: Span, ahead: list[Span], width: int) -> bool:
    """Tell whether a page number stands here between two halves of a sentence."""
    if len(ahead) < 2 or not _PAGE.fullmatch(ahead[0].of(text)):  # noqa: PLR2004 - a number, a half
        return False
    before, content = last.of(text), ahead[1].of(text)
    if before[-1] in _STOPS or is_row(before) or is_row(content) or mark_of(content).text:
        return False
    if len(before) < _SHORTEST_WRAPPED or is_capital(before):
        return False
    return content[0].islower() or (bool(width) and len(before) > _FITS * width)
