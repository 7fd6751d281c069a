"""Answers that stand in a table: the cell with its unit, its column, and its row, header cited too.

A cell says little alone ("| 420 |"): its unit and year stand in the header, so the header is cited
beside the row, and for the verifier a row is read with its header ("Diện tích sàn: 420 nghìn m2").

What this module does not know: which cell answers (`assistant.reading.cells`).
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import permutations

from assistant.answer import Answer
from assistant.decide import Decision
from assistant.reading.cells import column_of
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import lowered, tidy
from assistant.wording import answer_from, capital, cite
from corpus.columns import Role
from corpus.model import Document
from corpus.read import document_of
from corpus.tables import Row, Table, tables_of
from prompts.load import Templates

_MOST_WORDS = 40
_BARS = ("|", "\t")


def cell_answer(best: Evidence, decision: Decision, templates: Templates) -> Answer | None:
    """Return the answer that a cell gives, None where the evidence is no cell under a header."""
    notes, column = best.notes, column_of(best.notes, best.span)
    if column is None or notes.table is None or notes.row is None or not best.typed:
        return None
    document, key = notes.document, tidy(best.key)
    if not key or len(key.split()) > _MOST_WORDS:
        return None
    unit = notes.table.unit(notes.row, column) if column.role is Role.FIGURES else None
    text = templates.fill(
        "answer_cell",
        span=capital(_with_unit(key, document.quote(unit) if unit else "")),
        column=tidy(document.quote(column.header)),
        quote=tidy(best.quote),
    )
    answer = answer_from(text, best, decision)
    caption = notes.table.caption
    headers = [notes.table.header]
    if unit is not None and unit == caption:
        headers.append(document.paragraph_at(unit.start).span)
    return replace(
        answer, citations=(*answer.citations, *(cite(document, span) for span in headers))
    )


def rows_told(quotes: Sequence[str]) -> list[str]:
    """Return what the rows among some quotes say under the headers that are quoted too."""
    barred = [quote for quote in quotes if any(bar in quote for bar in _BARS)]
    captions = " ".join(quote for quote in quotes if quote not in barred)
    return [line for head, row in permutations(barred, 2) for line in _told(head, row, captions)]


@lru_cache(maxsize=256)
def _told(head: str, row: str, above: str) -> tuple[str, ...]:
    document = document_of("", f"{above}\n\n{head}\n{row}")
    tables = [table for table in tables_of(document) if document.quote(table.header) == head]
    return tuple(
        line for table in tables for one in table.rows for line in _lines(document, table, one)
    )


def _lines(document: Document, table: Table, row: Row) -> list[str]:
    """Return a sentence for each figure of a row: its column, its row, its value and unit."""
    label = table.label(row)
    about = document.quote(label) if label else ""
    times = " ".join(document.quote(cell) for cell in table.cells(row, Role.TIME))
    lines = []
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.role is Role.FIGURES and len(cell):
            unit = table.unit(row, column)
            value = _with_unit(document.quote(cell), document.quote(unit) if unit else "")
            lines.append(f"{about} {document.quote(column.words)} {times}: {value}")
    return lines


def _with_unit(value: str, unit: str) -> str:
    """Return a value with its unit, "420 nghìn m2" or "50%", once."""
    unit = lowered(unit)
    if not unit or value.endswith(unit):
        return value
    return f"{value}{unit}" if unit[:1] in "%‰" else f"{value} {unit}"
