"""Cases: every field read, every mistake named with its line and the next thing to do."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Status, VerdictKind
from corpus.errors import CaseError
from evals.cases import Kind, Split, parse_cases, read_cases

BASE: dict[str, Any] = {
    "id": "a",
    "kind": "fact",
    "question": "Bao nhiêu?",
    "history": [],
    "must": [["26"]],
    "must_not": [],
    "evidence": ["26 chỉ tiêu"],
    "verdict": None,
}


def line(**changes: object) -> str:
    return json.dumps(BASE | changes, ensure_ascii=False)


def test_every_field_is_read() -> None:
    text = line(
        doc="d", span="26", starts="Có", status=["partial"], split="held", history=["Trước?"]
    )
    (case,) = parse_cases([text, "", "  "], "f.jsonl")
    assert case.kind is Kind.FACT
    assert case.history == ("Trước?",)
    assert case.must == (("26",),)
    assert (case.doc, case.span, case.starts) == ("d", ("26",), "Có")
    assert (case.status, case.split) == ((Status.PARTIAL,), Split.HELD)
    assert case.label == "fact"


def test_a_claim_has_a_verdict() -> None:
    (case,) = parse_cases([line(kind="claim", must=[], verdict="refuted")], "f")
    assert case.verdict is VerdictKind.REFUTED
    assert not case.answerable


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "không phải JSON"),
        ("[1]", "không phải một đối tượng"),
        (json.dumps({"id": "a"}), "thiếu trường kind"),
        (line(extra=1), "trường lạ extra"),
        (line(kind="riddle"), "riddle"),
        (line(kind=None), "None"),
        (line(question=" "), "question"),
        (line(history="Trước?"), "history"),
        (line(must=["26"]), "must"),
        (line(must=[[]]), "nhóm rỗng"),
        (line(must="26"), "must"),
        (line(must=[]), "cần “must”"),
        (line(must_not=["26"]), "vừa ở must vừa ở must_not"),
        (line(verdict="supported"), "verdict"),
        (line(kind="claim", must=[]), "verdict"),
        (line(status=["sure"]), "sure"),
        (line(split="train"), "train"),
        (line(span=3), "span"),
    ],
)
def test_a_mistake_names_its_line(text: str, says: str) -> None:
    with pytest.raises(CaseError) as caught:
        parse_cases([line(id="first"), text], "tệp.jsonl")
    message = str(caught.value)
    assert "tệp.jsonl, dòng 2" in message
    assert says in message
    assert "hãy" in message
    assert "\n" not in message


def test_an_id_comes_once() -> None:
    with pytest.raises(CaseError, match="đã dùng"):
        parse_cases([line(), line()], "f")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="không-có"):
        read_cases(tmp_path / "không-có.jsonl")
