"""The commands of evaluation: what they print, write and refuse, and the exit codes of the bars."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.cli import run
from evals import cli
from evals.main import app_for
from evals.ports import Opener
from tests.evals.fakes import quoting

ALL = ["eval", "bench", "ask", "source", "chat", "index"]


@pytest.fixture(autouse=True)
def fake_assistant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Answer with the fake; keep runs out of the checkout."""

    def opened(_: object) -> Opener:
        return quoting

    monkeypatch.setattr(cli, "opener", opened)
    monkeypatch.setattr(cli, "runs_folder", lambda _: tmp_path / "runs")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def called(arguments: Sequence[str]) -> int:
    return run(app_for(list(arguments)), list(arguments))


def test_help_shows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    called(["--help"])
    out = capsys.readouterr().out
    assert all(f" {name} " in out for name in ALL)


def test_asking_does_not_load_evaluation() -> None:
    names = [command.name for command in app_for(["ask"]).registered_commands]
    assert "eval" not in names
    assert "ask" in names


def test_reports_are_written_and_bars_give_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    low, high = tmp_path / "low.toml", tmp_path / "high.toml"
    low.write_text("[seed.all]\ncorrect = 0.0\n", encoding="utf-8")
    high.write_text("[seed.all]\ncorrect = 1.0\n", encoding="utf-8")
    files = {name: tmp_path / "out" / f"run.{name}" for name in ("json", "junit", "html")}
    options = [word for name, file in files.items() for word in (f"--{name}", str(file))]
    assert called(["eval", "seed", "--bars", str(low), *options]) == 0
    first = json.loads(files["json"].read_text(encoding="utf-8"))
    assert [suite["name"] for suite in first["suites"]] == ["seed"]
    assert "<testsuites" in files["junit"].read_text(encoding="utf-8")
    assert "<svg" in files["html"].read_text(encoding="utf-8")
    assert called(["eval", "seed", "--bars", str(high), "--baseline", "last"]) == 1
    assert "so với lượt trước" in capsys.readouterr().out


def test_absent_data_is_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert called(["eval", "documents", "documents-together"]) == 0
    assert capsys.readouterr().out.count("bỏ qua") == 2


def case(**more: object) -> str:
    """Return a line of a file of cases."""
    known: dict[str, object] = {
        "id": "feedback-1", "kind": "fact", "question": "Tỷ lệ đô thị hóa đến năm 2030?",
        "history": [], "must": [["75%"]], "must_not": [], "verdict": None,
        "evidence": ["đến năm 2030 đạt trên 75%"], "doc": "chuong-trinh-21-ctr-tu",
    }  # fmt: skip
    return json.dumps(known | more, ensure_ascii=False) + "\n"


def test_a_file_of_cases_is_a_suite_over_ones_own_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thêm.txt").write_text("Thu nhập đạt 9 triệu đồng.\n", encoding="utf-8")
    file, index = tmp_path / "câu hỏi.jsonl", str(tmp_path / "chỉ mục")
    file.write_text(case(), encoding="utf-8")
    report = tmp_path / "run.json"
    assert called(["eval", str(file), "--json", str(report)]) == 0
    (suite,) = json.loads(report.read_text(encoding="utf-8"))["suites"]
    assert (suite["name"], len(suite["outcomes"])) == ("câu hỏi.jsonl", 1)
    assert called(["index", "build", str(tmp_path / "thêm.txt"), "--index", index]) == 0
    capsys.readouterr()
    for wrong, said in (
        (case(), "không có văn bản “chuong-trinh-21-ctr-tu”; có: thêm."),
        (case(doc="", evidence=["Thu nhập là 9 triệu"]), "không có nguyên văn"),
        (case(draft={}), "còn là bản nháp"),
        ("", "không có câu nào"),
    ):
        file.write_text(wrong, encoding="utf-8")
        assert called(["eval", str(file), "--index", index]) == 2
        assert said in capsys.readouterr().err
    asked = {"question": "Thu nhập đạt?", "doc": "thêm", "must": [["9 triệu"]]}
    file.write_text(case(**asked, evidence=["9 triệu đồng"]), encoding="utf-8")
    assert called(["eval", str(file), "--index", index, "--json", str(report)]) == 0
    (suite,) = json.loads(report.read_text(encoding="utf-8"))["suites"]
    assert suite["outcomes"][0]["scores"]["correct"] == 1.0


@pytest.mark.parametrize(
    "arguments",
    [
        ["eval", "không-có"],
        ["eval", "không-có.jsonl"],
        ["eval", "không-có.jsonl", "--index", "không-có"],
        ["eval", "--baseline", "không-có"],
        ["eval", "--split", "x"],
        ["bench", "retrieval", "không-có.json"],
        ["bench", "reading", "không-có.json"],
        ["bench"],
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert called(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("Lỗi: ")
    assert err.count("\n") == 1
