"""Opinions as a file for spreadsheets and as draft cases."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Status
from assistant.feedback import Row, Vote
from assistant.feedback.formats import rows_to_cases, rows_to_csv
from assistant.feedback.opinion import COLUMNS, row_of, values_of
from corpus.errors import CaseError
from evals.cases import Kind, parse_cases
from tests.assistant.feedback.test_store import OPINION

ROW = row_of(dict(zip(COLUMNS, values_of(OPINION, "2026-11-22"), strict=True)) | {"id": 3})


def cells(row: Row) -> dict[str, str]:
    """Return the cells of a row as a spreadsheet reads them."""
    written = rows_to_csv([row])
    assert written.startswith("\ufeff")
    return next(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    "note", ["=1+1", "+84", "-5%", "@SUM(A1)", "\t=1", " =HYPERLINK(1)", "\r=1", "＝1", "\n=1"]
)
def test_no_cell_is_a_formula(note: str) -> None:
    assert cells(replace(ROW, note=note))["note"] == f"'{note}"


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_every_cell_holds_its_text_and_begins_with_no_sign(text: str) -> None:
    got = cells(replace(ROW, note=text, question=text))
    assert got["note"].removeprefix("'") == text.removeprefix("'")
    assert not got["note"].lstrip().startswith(("=", "+", "-", "@"))


def test_a_good_answer_drafts_a_whole_case_once_a_person_takes_the_mark_away() -> None:
    line = rows_to_cases([replace(ROW, vote=Vote.UP, history=())])
    record = json.loads(line)
    assert record["draft"]["answer"] == "Đạt trên 75%. [1]"
    with pytest.raises(CaseError, match=r"bản nháp.*người"):
        parse_cases([line], "nhap.jsonl")
    del record["draft"]
    (case,) = parse_cases([json.dumps(record)], "nhap.jsonl")
    assert case.kind is Kind.FACT
    assert case.must == (("trên 75%",),)
    assert case.evidence == ("trên 75%",)
    assert case.doc == "van-ban"


def test_a_bad_answer_drafts_a_case_that_knows_nothing_yet() -> None:
    record = json.loads(rows_to_cases([ROW]))
    assert record["kind"] == "multi_turn"
    assert record["history"] == ["câu trước"]
    assert record["must"] == record["evidence"] == []
    assert record["draft"]["reasons"] == ["wrong_figure"]


def test_a_good_refusal_drafts_an_unanswerable_question() -> None:
    row = replace(ROW, vote=Vote.UP, status=Status.REFUSED)
    record = json.loads(rows_to_cases([row]))
    assert (record["kind"], record["must"], record["evidence"]) == ("unanswerable", [], [])
