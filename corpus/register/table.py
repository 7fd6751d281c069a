"""Targets in tables flattened with bars: every figure under a column of figures, with its row.

The columns are read by `corpus.tables`; a row that fits no header is read by its own shape. What a
figure measures is its row's label, with the column's name where that says more than a time; its
year is the column's, or the row's own, or that of what the table stands under.

What this module does not know: running text (`corpus.register.prose`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.clauses import cells_of, clauses_of
from corpus.columns import Column, Role, is_total
from corpus.dates import find_times
from corpus.model import Document, Paragraph, Span
from corpus.normalize import comparable
from corpus.quantities import find_quantities
from corpus.quantity import Quantity
from corpus.register.aim_words import TO_DO
from corpus.register.record import Target, TargetKind
from corpus.register.words import DONE_AT
from corpus.register.years import Year, year_of
from corpus.tables import Row, Table, cells_in, tables_of
from corpus.units import QuantityKind, read_measure

_PAST = re.compile(r"\b(?:thực hiện|hiện trạng|ước|kết quả năm|đã|uth)\b|(?:^|ước )th\b")
# Columns of what a thing costs or is like, which aim at nothing.
_NO_AIM = re.compile(
    r"\W*(?:(?:tổng|dự toán|nhu cầu|khái toán) )*(?:kinh phí|mức đầu tư|vốn|cự li|khoảng cách)\b"
    r"(?! (?:đầu tư )?(?:toàn )?xã hội)"
)
_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]+|[a-zđ]|-|\+)[.)]?$")
_PART = re.compile(r"(?:trong đó|bao gồm|gồm|riêng)\s*:?\s*(?=\w)")


@dataclass(frozen=True, slots=True)
class _Figured:
    """What all figures of one cell share: what they measure, their year, unit and kind."""

    indicator: tuple[Span, ...]
    year: Year | None
    unit: str
    kind: TargetKind

    @property
    def scale(self) -> Decimal:
        """What the unit multiplies a bare figure by: "nghìn ha" by a thousand."""
        found = find_quantities(f"1 {comparable(self.unit)}") if self.unit else ()
        return found[0].scale if found else Decimal(1)


class Tables:
    """The tables of a document, by the start of their rows; the last header goes on ruling."""

    def __init__(self, document: Document, published: int = 0) -> None:
        """Read the tables of a document; ``published`` is its year, 0 where nothing tells it."""
        self._document, self._published = document, published
        tables = tables_of(document)
        self._heads = {table.header.start: table for table in tables}
        self._rows = {row.span.start: (table, row) for table in tables for row in table.rows}
        self._last: Table | None = None

    def targets(self, paragraph: Paragraph, year: Year | None) -> Iterator[Target]:
        """Yield the records of one row, rows in order; ``year`` is what the section above sets."""
        start = paragraph.span.start
        if start in self._heads:
            self._last = self._heads[start]
            return
        table, row = self._rows.get(start, (None, None))
        if row is None and self._last is not None:
            cells = cells_in(self._document, paragraph.span)
            if len(cells) == len(self._last.columns):  # the table goes on after a page's end
                table, row = self._last, Row(paragraph.span, cells, None)
        if table is not None and row is not None:
            for record in _of_row(self._document, paragraph, table, row, year):
                yield self._dated(record)
        else:
            yield from _guessed(self._document, paragraph, year)

    def _dated(self, record: Target) -> Target:
        """Tell what a table reports of years before its document from what it sets."""
        end = (record.year or "").split("-")[-1]
        past = end.isdigit() and int(end) < self._published
        return replace(record, kind=TargetKind.ACHIEVED) if past else record


def _of_row(
    document: Document, paragraph: Paragraph, table: Table, row: Row, above: Year | None
) -> Iterator[Target]:
    """Yield the records of a row with a cell for each column of its table."""
    label, own = table.label(row), None
    if any(column.role is Role.TIME for column in table.columns):
        own = _year_of_row(document, table, row)
        if own is None and label is None:
            return  # neither a year nor their sum
    elif when := table.cells(row, Role.WHEN):
        own = _year_in(document, when[0])
    yield from _of_task(document, paragraph, table, label, own or above)
    for column, cell in zip(table.columns, row.cells, strict=True):
        indicator = _indicator(document, table, label, column)
        if column.role is not Role.FIGURES or not len(cell) or not indicator:
            continue
        year = year_of(column.time) if column.time else None
        if column.total:
            year = year or _whole([year_of(c.time) for c in table.columns if c.time])
        printed = table.unit(row, column)
        unit = document.quote(printed) if printed else ""
        past = _PAST.search(comparable(document.quote(column.header))) is not None
        kind = TargetKind.ACHIEVED if past else TargetKind.TARGET
        if kind is TargetKind.TARGET and _NO_AIM.match(comparable(document.quote(column.header))):
            kind = TargetKind.BUDGET
        figured = _Figured(indicator, year or own or above, unit, kind)
        yield from _of_cell(document, paragraph, cell, figured)


def _of_task(
    document: Document, paragraph: Paragraph, table: Table, label: Span | None, year: Year | None
) -> Iterator[Target]:
    """Yield how many things a task makes: "40 xe thư viện lưu động | Vụ Thư viện | 2026-2028"."""
    roles = {column.role for column in table.columns}
    if label is None or Role.WHEN not in roles or year is None:
        return
    figured = _Figured((label,), year, "", TargetKind.TARGET)
    words = document.quote(label)
    for quantity in find_quantities(words):
        whole = quantity.kind is QuantityKind.COUNT and not quantity.spelled
        before = comparable(words[: quantity.span.start]).rstrip()
        if whole and (not before or DONE_AT.search(before) or TO_DO.match(comparable(words))):
            yield _target(document, paragraph, label, quantity, figured)


def _year_of_row(document: Document, table: Table, row: Row) -> Year | None:
    """Return the year that a row is of, all of those above it for a total, else None."""
    cell = next(iter(table.cells(row, Role.TIME)), None)
    if cell is None or not is_total(document.quote(cell)):
        return _year_in(document, cell) if cell else None
    before = [each for each in table.rows if each.span.start < row.span.start]
    cells = [cell for each in before for cell in table.cells(each, Role.TIME)]
    years = (_year_in(document, cell) for cell in cells)
    return _whole([year for year in years if year])


def _whole(years: Sequence[Year]) -> Year | None:
    """Return the period from the first to the last of some years."""
    if not years:
        return None
    ends = [int(part) for year in years for part in year.key.split("-")]
    first, last = min(ends), max(ends)
    return Year(f"{first}-{last}" if first < last else str(last), last)


def _indicator(
    document: Document, table: Table, label: Span | None, column: Column
) -> tuple[Span, ...]:
    """Return what a figure measures: the column's name where it tells something, and the row's."""
    dated = any(each.role is Role.TIME for each in table.columns)
    words = column.words
    if part := _PART.match(comparable(document.quote(words))):
        words = Span(words.start + part.end(), words.end)
    if label is None:
        return (words,) if dated else ()
    named = column.total or any(each.role is Role.UNIT for each in table.columns)
    return (words, label) if column.tells and (dated or not named) else (label,)


def _of_cell(
    document: Document, paragraph: Paragraph, cell: Span, figured: _Figured
) -> Iterator[Target]:
    """Yield the records of one cell: "≤ 3 Đông Nam Á; ≤ 50 Thế giới" has two."""
    for part in clauses_of(document.text, cell):
        for quantity in find_quantities(document.quote(part))[:1]:
            yield _target(document, paragraph, part, quantity, figured)


def _guessed(document: Document, paragraph: Paragraph, year: Year | None) -> Iterator[Target]:
    """Yield the record of a row by its shape alone: [number] indicator [unit] figures."""
    cells = _printed_cells(document, paragraph.span)
    texts = [document.quote(cell).strip() for cell in cells]
    start = 1 if texts and _NUMBER.match(comparable(texts[0])) else 0
    if len(texts) < start + 2:
        return
    unit = start + 1 if _is_unit(texts[start + 1]) else None
    values = [at for at in range((unit or start) + 1, len(texts)) if _is_value(texts[at])]
    if values:
        said = texts[unit] if unit is not None else ""
        figured = _Figured((cells[start],), year, said, TargetKind.TARGET)
        yield from _of_cell(document, paragraph, cells[values[0]], figured)


def _printed_cells(document: Document, row: Span) -> tuple[Span, ...]:
    """Return the cells of a row with words or figures, bars at its ends and rules left out."""
    text = document.quote(row)
    start = len(text) - len(text.lstrip("| \t"))
    inner = Span(row.start + start, row.start + max(start, len(text.rstrip("| \t"))))
    cells = cells_of(document.text, inner)
    return tuple(cell for cell in cells if document.quote(cell).strip("-: "))


def _year_in(document: Document, cell: Span) -> Year | None:
    times = [time for time in find_times(document.quote(cell)) if time.end_year]
    return year_of(times[0]) if times else None


def _is_unit(text: str) -> bool:
    plain = comparable(text)
    unit = read_measure(plain, 0)
    return unit is not None and unit.span.end == len(plain)


def _is_value(text: str) -> bool:
    found = find_quantities(text)
    return bool(found) and found[0].span.start == 0 and not found[0].spelled


def _target(
    document: Document, paragraph: Paragraph, part: Span, quantity: Quantity, figured: _Figured
) -> Target:
    value = quantity.span.moved(part.start)
    qualifier = document.quote(Span(value.end, part.end)).strip(" ,.;")
    words = " ".join(document.quote(piece) for piece in figured.indicator)
    qualified = qualifier and figured.unit and not quantity.unit and qualifier[:1].isupper()
    return Target(
        document=document.name,
        indicator=f"{words} {qualifier}" if qualified else words,
        indicator_spans=figured.indicator,
        year=figured.year.key if figured.year else None,
        operator=quantity.operator,
        low=quantity.low,
        high=quantity.high,
        unit=figured.unit or quantity.unit,
        quote=document.quote(paragraph.span),
        span=paragraph.span,
        value_span=value,
        kind=figured.kind,
        scale=quantity.scale if quantity.unit else quantity.scale * figured.scale,
    )
