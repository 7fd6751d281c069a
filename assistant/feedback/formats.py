"""Opinions as a file for spreadsheets, and as draft evaluation cases.

A draft is a line of a suite with what could be filled in from the answer, and a field ``draft``
with the rest: `hoidap eval` refuses it until a person has read it and taken that field away.

What this module does not know: where either is written.
"""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from assistant.answer import Status
from assistant.feedback.opinion import Row, Vote

COLUMNS = (
    *("id", "time", "vote", "reasons", "note", "question", "history", "understood", "status"),
    *("answer", "citations", "documents", "asked", "version", "restored"),
)
TODO = "Người đọc cần: đối chiếu với văn bản, sửa kind, must, evidence; xong thì bỏ trường draft."
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # also in full width


def rows_to_csv(rows: Sequence[Row]) -> str:
    """Return opinions as CSV, with the mark by which spreadsheets know UTF-8 in front.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in _cells(row)] for row in rows)
    return _BOM + out.getvalue()


def rows_to_cases(rows: Sequence[Row]) -> str:
    """Return opinions as draft cases, one JSON object a line (`evals.cases`)."""
    return "".join(json.dumps(draft_of(row), ensure_ascii=False) + "\n" for row in rows)


def draft_of(row: Row) -> dict[str, Any]:
    """Return the draft case of one opinion: where it was good, the answer given is the known one.

    Where it was bad, nothing is known yet: ``must`` and ``evidence`` are for a person to fill in.
    """
    good = row.vote is Vote.UP
    refused = row.status is Status.REFUSED
    documents = list(dict.fromkeys(citation.document for citation in row.citations))
    return {
        "id": f"feedback-{row.id}",
        "doc": documents[0] if documents else "",
        "kind": "unanswerable" if refused and good else "multi_turn" if row.history else "fact",
        "question": row.question,
        "history": list(row.history),
        "must": [[row.key.lower()]] if good and row.key and not refused else [],
        "must_not": [],
        "evidence": [each.quote for each in row.citations] if good and not refused else [],
        "verdict": None,
        "draft": {
            "todo": TODO,
            "vote": row.vote.value,
            "reasons": list(row.reasons),
            "note": row.note,
            "status": row.status.value,
            "answer": row.answer,
            "quotes": [each.quote for each in row.citations],
            "documents": dict(row.hashes),
            "time": row.time,
            "version": row.version,
        },
    }


def _cells(row: Row) -> tuple[object, ...]:
    citations = (f"“{each.quote}” ({each.document}, {each.paragraph})" for each in row.citations)
    return (
        row.id,
        row.time,
        row.vote.value,
        row.reason_words,
        row.note,
        row.question,
        "\n".join(row.history),
        row.understood,
        row.status.value,
        row.answer,
        "\n".join(citations),
        "\n".join(f"{name} {sha256}" for name, sha256 in row.hashes.items()),
        row.asked,
        row.version,
        int(row.restored),
    )


def _cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula, whatever stands before its sign."""
    if not isinstance(value, str):
        return value
    danger = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    return f"'{value}" if danger else value
