"""Judged sentences: what the assistant finds, as the judge is shown it, right where it answers."""

import json
from pathlib import Path

import pytest

from evals.known import asked_in
from evals.sentences import FOREMOST, OTHERS, sentences_of

TEXT = """Kế hoạch phát triển nông thôn

I. Mục tiêu

Đến năm 2025 tỷ lệ hộ nghèo còn 1,2%. Trồng 30 ha rừng phòng hộ ở ba xã ven biển.

Sở Nông nghiệp chủ trì kế hoạch. Ngân sách bố trí 40 tỷ đồng mỗi năm cho hộ nghèo.
"""
CASES = (
    {"id": "a", "kind": "fact", "question": "Tỷ lệ hộ nghèo năm 2025 là bao nhiêu?"}
    | {"must": [["1,2%"]], "evidence": ["tỷ lệ hộ nghèo còn 1,2%"]},
    {"id": "b", "kind": "unanswerable", "question": "Tỷ lệ hộ nghèo của Lào là bao nhiêu?"},
    {"id": "c", "kind": "claim", "question": "Hộ nghèo còn 1,2%.", "verdict": "supported"},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one text and its questions."""
    (tmp_path / "ke-hoach.txt").write_text(TEXT, "utf-8")
    usual: dict[str, object] = {key: [] for key in ("history", "must", "must_not", "evidence")}
    usual["verdict"] = None
    rows = "".join(json.dumps(usual | case, ensure_ascii=False) + "\n" for case in CASES)
    (tmp_path / "ke-hoach.questions.jsonl").write_text(rows, "utf-8")
    return tmp_path


def test_each_question_has_its_sentences_the_foremost_first(folder: Path) -> None:
    (one,) = asked_in(folder)
    assert [case.id for case in one.cases] == ["a", "b"]  # a claim asks nothing
    found = list(sentences_of(one))
    first, *rest = [record for record in found if record["case"] == "a"]
    assert first["right"] is True
    assert first["weight"] == FOREMOST
    assert str(first["sentence"]).endswith("tỷ lệ hộ nghèo còn 1,2%.")
    assert {record["weight"] for record in rest} <= {OTHERS}
    assert not any(record["right"] for record in found if record["case"] == "b")
