"""Targets in tables flattened with bars: a header row names the columns, or their shape does.

    TT | Chỉ tiêu | Đơn vị | Năm 2027 | Năm 2030          a row for each indicator
    Nguồn vốn | 2026-2027 (tỷ đồng) | Tổng cộng           the same without those words
    Năm | Số căn hộ | Diện tích sàn (nghìn m2)            a row for each year

What this module does not know: running text (`corpus.register.prose`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.clauses import cells_of, clauses_of
from corpus.dates import find_times
from corpus.model import Document, Paragraph, Span
from corpus.normalize import comparable
from corpus.quantities import find_quantities
from corpus.quantity import Quantity
from corpus.register.record import Target, TargetKind
from corpus.register.years import Year, year_of
from corpus.units import read_known_noun, read_measure

_FEWEST_CELLS = 2
_ORDER = re.compile(r"^(?:tt|stt|số tt|số thứ tự|#)$")
_INDICATOR = re.compile(r"\b(?:chỉ tiêu|tiêu chí|mục tiêu|nội dung|danh mục|tên|lĩnh vực)\b")
_UNIT = re.compile(r"^(?:đơn vị(?: tính)?|đvt|đv|đơn vị đo)$")
_VALUE = re.compile(
    r"\b(?:kết quả|giá trị|mục tiêu|kế hoạch|chỉ tiêu năm|đến năm|năm (?:19|20)\d\d|giai đoạn"
    r"|(?:19|20)\d\d|thực hiện|hiện trạng|ước)\b"
)
_PAST = re.compile(r"\b(?:thực hiện|hiện trạng|ước|kết quả năm|đã)\b")
_YEARS = re.compile(r"^(?:các )?(?:năm|giai đoạn|thời gian|mốc thời gian|mốc|thời kì|thời điểm)$")
_NO_FIGURES = re.compile(
    r"\b(?:ghi chú|cơ quan|đơn vị|chủ trì|phối hợp|địa điểm|căn cứ|sản phẩm)\b"
)
_TOTAL = re.compile(r"^(?:tổng cộng|tổng số|tổng|cộng|toàn giai đoạn|cả giai đoạn|lũy kế)\b")
_IN_BRACKETS = re.compile(r"\(([^()\d]{1,30}\d?)\)$")
_PART_OF = re.compile(r"^(?:trong đó|tổng cộng)\s*:?\s*(?=[^\W\d_])")
_COUNTED = re.compile(r"^(?:tổng )?số(?= )")
_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]+|[a-zđ]|-|\+)[.)]?$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: the year its header gives, its kind, its unit.

    ``name`` is its header where the rows are years; a ``total`` stands for all years read so far.
    """

    at: int
    year: Year | None = None
    kind: TargetKind = TargetKind.TARGET
    unit: str = ""
    name: Span | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell holds what; ``years`` are those of the rows above, where rows are years."""

    indicator: int
    unit: int | None
    values: tuple[Column, ...]
    width: int
    years: list[Year] = field(default_factory=list)


def columns_of(document: Document, row: Span, *, opens: bool) -> Columns | None:
    """Read a row as a header, or return None when it is none; ``opens``: no row stands above."""
    cells = [comparable(document.quote(cell)) for cell in table_cells(document, row)]
    if len(cells) < _FEWEST_CELLS or any(find_quantities(cell) for cell in cells):
        return None
    unit = next((at for at, cell in enumerate(cells) if _UNIT.match(cell)), None)
    named = [
        at
        for at, cell in enumerate(cells)
        if _INDICATOR.search(cell) and not _ORDER.match(cell) and at != unit
    ]
    spans = table_cells(document, row)
    first = 1 if _ORDER.match(cells[0]) else 0
    if opens and not named and first + 1 < len(cells):
        if _YEARS.match(cells[first]):
            return _by_year(document, spans, first)
        named = [first] if _dated(cells[first + 1 :]) else []
    if not named:
        return None
    values = tuple(
        _column(document, at, spans[at])
        for at, cell in enumerate(cells)
        if at not in {named[0], unit} and (_VALUE.search(cell) or _TOTAL.match(cell))
    )
    return Columns(named[0], unit, _with_totals(values), len(cells)) if values else None


def targets_of_row(
    document: Document, paragraph: Paragraph, columns: Columns | None, year: Year | None
) -> Iterator[Target]:
    """Yield the records of one row; ``year`` is what the section above it sets."""
    cells = table_cells(document, paragraph.span)
    shape = columns if columns and len(cells) == columns.width else _guess(document, cells)
    if shape is None or shape.indicator >= len(cells):
        return
    head = cells[shape.indicator]
    if shape.values and shape.values[0].name:
        year = _year_of_row(document.quote(head), shape)
        if year is None:
            return
    unit = document.quote(cells[shape.unit]) if shape.unit is not None else ""
    for column in shape.values:
        if column.at >= len(cells):
            continue
        for part in clauses_of(document.text, cells[column.at]):
            for quantity in find_quantities(document.quote(part))[:1]:
                yield _target(
                    document, paragraph, part, quantity, column.name or head,
                    unit or column.unit, column.year or year, column.kind,
                )  # fmt: skip


def _by_year(document: Document, cells: Sequence[Span], first: int) -> Columns | None:
    """Read the header of a table with a row for each year: its columns name the indicators."""
    values = tuple(
        Column(
            at, kind=_kind(document.quote(cell)), unit=_unit_of(document.quote(cell)),
            name=_name(document, cell),
        )
        for at, cell in enumerate(cells)
        if at > first and not _NO_FIGURES.search(comparable(document.quote(cell)))
    )  # fmt: skip
    return Columns(first, None, values, len(cells)) if values else None


def _column(document: Document, at: int, cell: Span) -> Column:
    text = document.quote(cell)
    total = _TOTAL.match(comparable(text)) is not None
    return Column(at, _year_of_header(text), _kind(text), _unit_of(text), total=total)


def _with_totals(values: tuple[Column, ...]) -> tuple[Column, ...]:
    """Give a total the years of all columns beside it."""
    whole = _whole([column.year for column in values if column.year])
    return tuple(
        replace(column, year=whole) if column.total and not column.year else column
        for column in values
    )


def _year_of_row(text: str, shape: Columns) -> Year | None:
    """Return the year that a row is of, all of them for a total, None where it is of none."""
    if _TOTAL.match(comparable(text)):
        return _whole(shape.years)
    year = _year_of_header(text)
    if year:
        shape.years.append(year)
    return year


def _whole(years: Sequence[Year]) -> Year | None:
    """Return the period from the first to the last of some years."""
    if not years:
        return None
    ends = [int(part) for year in years for part in year.key.split("-")]
    first, last = min(ends), max(ends)
    return Year(f"{first}-{last}" if first < last else str(last), last)


def _dated(cells: Sequence[str]) -> bool:
    """Tell whether the headers of figures name years."""
    return any(_year_of_header(cell) for cell in cells)


def _kind(header: str) -> TargetKind:
    return TargetKind.ACHIEVED if _PAST.search(comparable(header)) else TargetKind.TARGET


def _unit_of(header: str) -> str:
    """Return the unit that a header gives: "(nghìn m2)", "Số căn hộ hoàn thành"."""
    if bracketed := _IN_BRACKETS.search(header.strip()):
        return bracketed[1].strip()
    plain = comparable(header)
    counted = _COUNTED.match(plain)
    noun = read_known_noun(plain, counted.end()) if counted else None
    return noun.span.of(header) if noun else ""


def _name(document: Document, cell: Span) -> Span:
    """Return a header without its unit and without "trong đó"."""
    text = document.quote(cell)
    bracketed = _IN_BRACKETS.search(text.rstrip())
    end = len(text[: bracketed.start() if bracketed else len(text)].rstrip(" :"))
    part = _PART_OF.match(comparable(text))
    start = part.end() if part else 0
    return Span(cell.start + start, cell.start + max(end, start))


def table_cells(document: Document, row: Span) -> tuple[Span, ...]:
    """Return the cells of a row, without the bars at its ends and without rules."""
    text = document.quote(row)
    start = len(text) - len(text.lstrip("| \t"))
    inner = Span(row.start + start, row.start + max(start, len(text.rstrip("| \t"))))
    cells = cells_of(document.text, inner)
    return tuple(cell for cell in cells if document.quote(cell).strip("-: "))


def _year_of_header(cell: str) -> Year | None:
    times = [time for time in find_times(cell) if time.end_year]
    return year_of(times[0]) if times else None


def _guess(document: Document, cells: tuple[Span, ...]) -> Columns | None:
    """Guess the columns of a row from its shape: [number] indicator [unit] figures."""
    texts = [document.quote(cell).strip() for cell in cells]
    start = 1 if texts and _NUMBER.match(comparable(texts[0])) else 0
    if len(texts) < start + 2:
        return None
    unit = start + 1 if _is_unit(texts[start + 1]) else None
    values = tuple(
        Column(at) for at in range((unit or start) + 1, len(texts)) if _is_value(texts[at])
    )
    return Columns(start, unit, values[:1], len(texts)) if values else None


def _is_unit(text: str) -> bool:
    plain = comparable(text)
    unit = read_measure(plain, 0)
    return unit is not None and unit.span.end == len(plain)


def _is_value(text: str) -> bool:
    found = find_quantities(text)
    return bool(found) and found[0].span.start == 0 and not found[0].spelled


def _target(  # noqa: PLR0913, PLR0917 - one row's parts
    document: Document,
    paragraph: Paragraph,
    part: Span,
    quantity: Quantity,
    indicator: Span,
    unit: str,
    year: Year | None,
    kind: TargetKind,
) -> Target:
    value = quantity.span.moved(part.start)
    rest = Span(value.end, part.end)
    qualifier = document.quote(rest).strip(" ,.;")
    words = document.quote(indicator)
    qualified = qualifier and unit and not quantity.unit and qualifier[:1].isupper()
    return Target(
        document=document.name,
        indicator=f"{words} {qualifier}" if qualified else words,
        indicator_spans=(indicator,),
        year=year.key if year else None,
        operator=quantity.operator,
        low=quantity.low,
        high=quantity.high,
        unit=unit or quantity.unit,
        quote=document.quote(paragraph.span),
        span=paragraph.span,
        value_span=value,
        kind=kind,
        scale=quantity.scale,
    )
