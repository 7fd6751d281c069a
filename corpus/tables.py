"""Flattened tables (``a | b | c``): the header row, the rows under it, and their cells.

A run of rows is a table when its first row names the columns (`corpus.columns`). A row with another
number of cells than the header ("A | Về kinh tế") belongs to no column; with words alone it is the
section of the rows below.

What this module does not know: what a figure states (`corpus.register.table`), questions, or ruled
tables of other forms than bars and tabs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from corpus.columns import (
    BRACKET,
    HALF,
    ORDER,
    TIME,
    Column,
    Role,
    columns_of,
    is_body,
    is_figure,
    is_time,
    is_total,
    share_of,
    trimmed,
)
from corpus.dates import TimeKind, find_times
from corpus.model import Document, ParagraphKind, Span
from corpus.normalize import comparable
from corpus.quantities import find_quantities

_FEWEST_CELLS = 2
_FEWEST_COLUMNS = 3
_MOST_WORDS = 16
_MOST_SECTION = 2
_BARS = re.compile(r"[^|]+|(?<=\|)(?=\s*\|)")
_TABS = re.compile(r"[^\t]+|(?<=\t)(?=\t)")
_RULE = re.compile(r"[-:=\s]*")
_USUAL = re.compile(
    r"(?:tt|stt|chỉ tiêu|tiêu chí|nội dung|nhiệm vụ|danh mục|tên|lĩnh vực|hạng mục|dự án|đơn vị"
    r"|đvt|cơ quan|chủ trì|phối hợp|thời (?:hạn|gian|điểm)|tiến độ|năm|giai đoạn|nguồn|tổng|cộng"
    r"|số|diện tích|kinh phí|vốn|mức|tỉ lệ|kết quả|giá trị|mục tiêu|kế hoạch|thực hiện|hiện trạng"
    r"|ước|ghi chú|sản phẩm|loại|nhóm|địa bàn|địa phương|quy mô|đối tượng|hoàn thành|dự kiến"
    r"|trong đó)\b"
)
_CAPTION = re.compile(
    r"\(?\s*(?:đơn vị(?: tính)?|đvt)\s*:\s*(?P<unit>[^()\n.;]{1,30}?)\s*[).]?\s*$"
)
_BRACKETED = re.compile(r"\((?P<unit>[^()\d]{1,30})\)\s*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``cells`` has one span for each column (an empty one where nothing is printed).

    ``section`` is the row of words above it that heads it, None where there is none.
    """

    span: Span
    cells: tuple[Span, ...]
    section: Span | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row: its columns, and the rows that have a cell for each of them.

    ``caption`` is the unit that a line above gives for all figures ("Đơn vị tính: tỷ đồng").
    """

    header: Span
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Span | None = None

    def cells(self, row: Row, role: Role) -> tuple[Span, ...]:
        """Return the cells of a row under the columns of a role, those with nothing left out."""
        found = zip(self.columns, row.cells, strict=True)
        return tuple(cell for column, cell in found if column.role is role and len(cell))

    def label(self, row: Row) -> Span | None:
        """Return what a row is about, None where it is about a year or nothing."""
        return next(iter(self.cells(row, Role.ABOUT)), None)

    def unit(self, row: Row, column: Column) -> Span | None:
        """Return the unit of a row's figure under a column, where the table gives one."""
        own = self.cells(row, Role.UNIT)
        return own[0] if own else column.unit or self.caption


def tables_of(document: Document) -> tuple[Table, ...]:
    """Return the tables of a document that have a header row, in order."""
    found: list[Table] = []
    for is_run, group in groupby(
        (p for p in document.paragraphs if p.kind is not ParagraphKind.FURNITURE),
        key=lambda paragraph: paragraph.kind is ParagraphKind.TABLE_ROW,
    ):
        if is_run:
            spans = [paragraph.span for paragraph in group]
            found += _tables_in(document, [span for span in spans if _is_printed(document, span)])
    return tuple(found)


def cells_in(document: Document, row: Span) -> tuple[Span, ...]:
    """Return the cells of a row, empty ones too, without the bars at its ends."""
    text = document.quote(row)
    barred = "|" in text
    stripped = text.strip("| \t" if barred else " ")
    start = row.start + text.find(stripped)
    pieces = (_BARS if barred else _TABS).finditer(stripped)
    return tuple(trimmed(document.text, Span(*piece.span()).moved(start)) for piece in pieces)


def header_of(document: Document, position: int) -> Span | None:
    """Return the span of the header row above the row at ``position``, or None.

    The header is the first row of the unbroken run of rows, when none of its cells is a figure.
    """
    first = position
    while first > 0 and document.paragraphs[first - 1].kind is ParagraphKind.TABLE_ROW:
        first -= 1
    span = document.paragraphs[first].span
    cells = [document.quote(cell) for cell in cells_in(document, span)]
    if len(cells) < _FEWEST_COLUMNS or any(is_figure(cell) for cell in cells):
        return None
    return span


def _tables_in(document: Document, rows: Sequence[Span]) -> Iterator[Table]:
    """Yield the tables of one run of rows: a new one begins wherever a row names columns."""
    split = [cells_in(document, row) for row in rows]
    heads = [at for at in range(len(rows)) if _is_header(document, split, at)]
    for at, end in pairwise([*heads, len(rows)]):
        width = len(split[at])
        kept: list[Row] = []
        section: Span | None = None
        for row, printed in zip(rows[at + 1 : end], split[at + 1 : end], strict=True):
            cells = _with_number(document, split[at], printed)
            if len(cells) == width:
                kept.append(Row(row, cells, section))
            elif len(cells) <= _MOST_SECTION:
                section = row
        if kept:
            below = [[row.cells[place] for row in kept] for place in range(width)]
            columns = columns_of(document, split[at], below)
            yield Table(rows[at], columns, tuple(kept), _caption(document, rows[at]))


def _with_number(
    document: Document, header: Sequence[Span], cells: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Give a total that begins its row ("Tổng cộng | 9 | 35") the number that it lacks."""
    lacks = len(cells) == len(header) - 1 and ORDER.fullmatch(comparable(document.quote(header[0])))
    if not lacks or not is_total(document.quote(cells[0])):
        return cells
    return (Span(cells[0].start, cells[0].start), *cells)


def _is_header(document: Document, rows: Sequence[tuple[Span, ...]], at: int) -> bool:
    """Tell whether a row names columns: words over what is none, or the usual ones."""
    cells = [document.quote(cell) for cell in rows[at]]
    plain = [comparable(cell) for cell in cells]
    if len(cells) < _FEWEST_CELLS or not all(_may_name(cell) for cell in cells if cell):
        return False
    usual = sum(_USUAL.match(cell) is not None for cell in plain)
    if at:
        ordered = ORDER.fullmatch(plain[0]) or TIME.fullmatch(plain[0])
        return ordered is not None and usual >= _FEWEST_CELLS
    if is_figure(cells[0]) or not any(cells):
        return False
    below = [row for row in rows[1:] if len(row) == len(cells)]
    return usual >= _FEWEST_CELLS or any(
        not test(cells[place]) and share_of(document, [row[place] for row in below], test) > HALF
        for place in range(len(cells))
        for test in (is_figure, is_time, is_body)
    )


def _may_name(cell: str) -> bool:
    """Tell whether a cell may name a column: a few words, or a year, and neither figure nor day."""
    bare = BRACKET.sub(" ", cell).strip()
    if len(cell.split()) > _MOST_WORDS or any(find_quantities(bare)):
        return False
    kinds = {time.kind for time in find_times(cell)}
    return kinds <= {TimeKind.YEAR, TimeKind.PERIOD} and (not is_figure(bare) or bool(kinds))


def _caption(document: Document, header: Span) -> Span | None:
    """Return the unit that the line above a table gives ("Đơn vị tính: tỷ đồng")."""
    position = document.position_at(header.start)
    if not position:
        return None
    above = document.paragraphs[position - 1].span
    plain = comparable(document.quote(above))
    found = _CAPTION.search(plain) or _in_brackets(plain)
    return Span(*found.span("unit")).moved(above.start) if found else None


def _in_brackets(plain: str) -> re.Match[str] | None:
    """Return the unit alone in brackets at a line's end: "NHU CẦU VỐN (triệu đồng)"."""
    found = _BRACKETED.search(plain)
    unit = find_quantities(f"1 {found['unit']}") if found else ()
    whole = found and unit and unit[0].unit and unit[0].span.end == len(f"1 {found['unit']}")
    return found if whole else None


def _is_printed(document: Document, row: Span) -> bool:
    """Tell a row from a rule ("|---|---|")."""
    return any(not _RULE.fullmatch(document.quote(cell)) for cell in cells_in(document, row))
