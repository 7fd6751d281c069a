"""Targets in tables flattened with bars: a header row names the columns, or their shape does.

What this module does not know: running text (`corpus.register.prose`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.clauses import cells_of, clauses_of
from corpus.dates import find_times
from corpus.model import Document, Paragraph, Span
from corpus.normalize import comparable
from corpus.quantities import find_quantities
from corpus.quantity import Quantity
from corpus.register.record import Target, TargetKind
from corpus.register.years import Year, year_of
from corpus.units import read_measure

_FEWEST_CELLS = 2
_ORDER = re.compile(r"^(?:tt|stt|số tt|số thứ tự|#)$")
_INDICATOR = re.compile(r"\b(?:chỉ tiêu|tiêu chí|mục tiêu|nội dung|danh mục|tên|lĩnh vực)\b")
_UNIT = re.compile(r"^(?:đơn vị(?: tính)?|đvt|đv|đơn vị đo)$")
_VALUE = re.compile(
    r"\b(?:kết quả|giá trị|mục tiêu|kế hoạch|chỉ tiêu năm|đến năm|năm (?:19|20)\d\d|giai đoạn"
    r"|(?:19|20)\d\d|thực hiện|hiện trạng|ước)\b"
)
_PAST = re.compile(r"\b(?:thực hiện|hiện trạng|ước|kết quả năm|đã)\b")
_NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]+|[a-zđ]|-|\+)[.)]?$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell holds what; ``values`` pairs a column with the year its header gives."""

    indicator: int
    unit: int | None
    values: tuple[tuple[int, Year | None, TargetKind], ...]
    width: int


def columns_of(document: Document, row: Span) -> Columns | None:
    """Read a row as a header, or return None when it is none."""
    cells = [comparable(document.quote(cell)) for cell in table_cells(document, row)]
    if len(cells) < _FEWEST_CELLS or any(find_quantities(cell) for cell in cells):
        return None
    unit = next((at for at, cell in enumerate(cells) if _UNIT.match(cell)), None)
    named = [
        at
        for at, cell in enumerate(cells)
        if _INDICATOR.search(cell) and not _ORDER.match(cell) and at != unit
    ]
    if not named:
        return None
    values = tuple(
        (
            at,
            _year_of_header(cell),
            TargetKind.ACHIEVED if _PAST.search(cell) else TargetKind.TARGET,
        )
        for at, cell in enumerate(cells)
        if at not in {named[0], unit} and _VALUE.search(cell)
    )
    return Columns(named[0], unit, values, len(cells)) if values else None


def targets_of_row(
    document: Document, paragraph: Paragraph, columns: Columns | None, year: Year | None
) -> Iterator[Target]:
    """Yield the records of one row; ``year`` is what the section above it sets."""
    cells = table_cells(document, paragraph.span)
    shape = columns if columns and len(cells) == columns.width else _guess(document, cells)
    if shape is None or shape.indicator >= len(cells):
        return
    indicator = cells[shape.indicator]
    unit = document.quote(cells[shape.unit]) if shape.unit is not None else ""
    for at, own, kind in shape.values:
        if at >= len(cells):
            continue
        for part in clauses_of(document.text, cells[at]):
            for quantity in find_quantities(document.quote(part))[:1]:
                yield _target(
                    document, paragraph, indicator, part, quantity, unit, own or year, kind
                )


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
        (at, None, TargetKind.TARGET)
        for at in range((unit or start) + 1, len(texts))
        if _is_value(texts[at])
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
    indicator: Span,
    part: Span,
    quantity: Quantity,
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
