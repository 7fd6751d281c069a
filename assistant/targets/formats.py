"""Rows of targets as the JSON of the contract, and as a file that a spreadsheet opens right.

What this module does not know: where either is written.
"""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from assistant.targets.rows import Row

COLUMNS = (
    "document", "indicator", "year", "operator", "low", "high", "unit", "quote", "start", "end",
)  # fmt: skip
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row_to_json(row: Row) -> dict[str, Any]:
    """Return a row of ``hoidap targets --json``; ``start`` and ``end`` count code points."""
    return {
        "document": row.document,
        "indicator": row.indicator,
        "year": row.year,
        "operator": row.operator.value,
        "low": _number(row.low),
        "high": _number(row.high),
        "unit": row.unit,
        "quote": row.quote,
        "start": row.span.start,
        "end": row.span.end,
    }


def rows_to_csv(rows: Sequence[Row]) -> str:
    """Return the same columns as CSV, with the mark by which spreadsheets know UTF-8 in front.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row_to_json(row).values()] for row in rows)
    return _BOM + out.getvalue()


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
