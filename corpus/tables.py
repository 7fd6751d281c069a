"""Flattened table rows (``a | b | c``): which row heads a row's table.

What this module does not know: Markdown's ruled tables beyond their bars.
"""

from corpus.clauses import cells_of
from corpus.model import Document, ParagraphKind, Span

_FEWEST_COLUMNS = 3


def header_of(document: Document, position: int) -> Span | None:
    """Return the span of the header row above the row at ``position``, or None.

    The header is the first row of the unbroken run of rows, when none of its cells is a figure.
    """
    first = position
    while first > 0 and document.paragraphs[first - 1].kind is ParagraphKind.TABLE_ROW:
        first -= 1
    span = document.paragraphs[first].span
    cells = [document.quote(cell) for cell in cells_of(document.text, span)]
    if len(cells) < _FEWEST_COLUMNS or any(char.isdigit() for cell in cells for char in cell):
        return None
    return span
