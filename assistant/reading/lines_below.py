"""The lines below a heading or a lead-in ("… gồm:"), marked or not; the rows of a group.

What this module does not know: which heading answers (`assistant.reading.outline`).
"""

from typing import Final

from assistant.reading.groups import rows_of_group
from corpus.model import Document, Paragraph, ParagraphKind

_FEW_PARAGRAPHS: Final = 3
_MOST_UNMARKED: Final = 20


def lines_below(document: Document, place: int) -> list[Paragraph]:
    """Return the paragraphs that a heading, a lead-in or a row of a group has below it."""
    paragraph = document.paragraphs[place]
    leads = document.quote(paragraph.span).rstrip().endswith(":")
    heading = paragraph.kind is ParagraphKind.HEADING and place > 0
    if paragraph.kind is ParagraphKind.TABLE_ROW:
        return rows_of_group(document, place)
    if not (leads or heading):
        return []
    below = {
        position: child
        for position in document.children.get(place, ())
        if (child := document.paragraphs[position]).kind
        not in (ParagraphKind.BODY, ParagraphKind.FURNITURE)
    }
    if len(below) == 1:
        return lines_below(document, *below)
    if below:
        return [*below.values()]
    return _text_under(document, place) if paragraph.marker else _lines_under(document, place)


def _text_under(document: Document, place: int) -> list[Paragraph]:
    """Return the few paragraphs that a marked heading ("Điều 14. …") has in place of items."""
    children = [
        child
        for child in document.paragraphs[place + 1 : place + 1 + _FEW_PARAGRAPHS + 1]
        if child.parents[-1:] == (place,) and child.kind is ParagraphKind.BODY
    ]
    return children if len(children) <= _FEW_PARAGRAPHS else []


def _lines_under(document: Document, place: int) -> list[Paragraph]:
    """Return the lines that a colon leads in without marks of their own, parted by semicolons."""
    if not document.quote(document.paragraphs[place].span).rstrip().endswith(":"):
        return []
    lines: list[Paragraph] = []
    for child in document.paragraphs[place + 1 : place + 1 + _MOST_UNMARKED]:
        if child.kind is not ParagraphKind.BODY:
            break
        lines.append(child)
        if not document.quote(child.span).rstrip().endswith((";", ",")):
            break
    return lines if len(lines) > 1 else []
