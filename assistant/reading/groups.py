"""Groups of a table's rows: "D | Về quản trị, chuyển đổi số" over the rows of that group.

What this module does not know: questions.
"""

import re

from corpus.clauses import cells_of
from corpus.model import Document, Paragraph, ParagraphKind

_GROUP_CELLS = 2
_GROUP_MARK = re.compile(r"[A-ZĐ]|[IVX]{1,5}|\d{1,2}")


def rows_of_group(document: Document, place: int) -> list[Paragraph]:
    """Return the rows of a table under a row that only names a group: "D | Về quản trị"."""
    if not _names_group(document, document.paragraphs[place]):
        return []
    rows: list[Paragraph] = []
    for row in document.paragraphs[place + 1 :]:
        if row.kind is not ParagraphKind.TABLE_ROW or _names_group(document, row):
            break
        rows.append(row)
    return rows


def _names_group(document: Document, row: Paragraph) -> bool:
    cells = [document.quote(cell).strip() for cell in cells_of(document.text, row.span)]
    named = [cell for cell in cells if cell]
    return len(named) == _GROUP_CELLS and _GROUP_MARK.fullmatch(named[0]) is not None
