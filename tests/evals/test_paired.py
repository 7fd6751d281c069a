"""Questions in everyday words, and the texts of the data folder that they are asked over."""

import json
import lzma
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.errors import CaseError
from corpus.read import canonical
from evals.paired import paired

NEWS = {"id": "7", "title": "Chợ mới", "sapo": "Chợ mở năm 2027.", "body": ["Chợ có 30 quầy."]}
TEXT = "Chợ mới\n\nChợ mở năm 2027.\n\nChợ có 30 quầy."


def _folder(tmp_path: Path, *questions: dict[str, object]) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    with lzma.open(data / "news.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(NEWS, ensure_ascii=False) + "\n")
    source = {"form": "news", "file": "news.jsonl.xz", "key": "7"}
    source["sha256"] = sha256(canonical(TEXT).encode()).hexdigest()
    (tmp_path / "sources.json").write_text(json.dumps({"n-7": source}), encoding="utf-8")
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in questions)
    (tmp_path / "questions.jsonl").write_text(lines, encoding="utf-8")
    return data


def _asked(question: str, **more: object) -> dict[str, object]:
    return {"text": "n-7", "kind": "paraphrase", "question": question, **more}


def test_a_question_is_asked_over_its_text_with_its_answer(tmp_path: Path) -> None:
    at = canonical(TEXT).index("30 quầy")
    data = _folder(
        tmp_path,
        _asked("Có mấy chỗ bán?", answer=[at, at + 7]),
        _asked("Ai xây chợ?") | {"kind": "unanswerable"},
    )
    (one,) = paired(data, tmp_path)
    assert [case.evidence for case in one.cases] == [("30 quầy",), ()]
    assert [case.answerable for case in one.cases] == [True, False]


def test_a_text_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    _folder(tmp_path, _asked("Ai xây chợ?"))
    assert paired(tmp_path / "nowhere", tmp_path) == []


@pytest.mark.parametrize("answer", [[900, 910], [1], "x"])
def test_an_answer_outside_its_text_is_told(tmp_path: Path, answer: object) -> None:
    data = _folder(tmp_path, _asked("Ai xây chợ?", answer=answer))
    with pytest.raises(CaseError, match="dòng 1"):
        paired(data, tmp_path)


def test_what_is_kept_parses() -> None:
    assert paired(Path("nowhere")) == []
