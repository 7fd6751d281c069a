"""The commands over a fake engine: what is printed where, and what each mistake says."""

import json
from pathlib import Path

import pytest

from tests.assistant.cli.fakes import TEXT, FakeEngine, document, hoidap

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test a data folder and a working directory of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.chdir(tmp_path)


def fails(capsys: Captured, *argv: str, engine: FakeEngine | None = None) -> str:
    """Run a mistaken command line; return its one line on stderr."""
    assert hoidap(engine or FakeEngine(), *argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Lỗi: ")
    assert err.count("\n") == 1
    return err


def test_ask_prints_answer_state_and_citation(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "ask", "Tỷ lệ đô thị hóa?") == 0
    out = capsys.readouterr().out
    assert "Tỷ lệ đô thị hóa đạt trên 75%." in out
    assert "Có đầy đủ trong văn bản" in out
    assert "[1] Chương trình thử, đoạn 1" in out
    assert "Đã hiểu là" not in out


def test_ask_shows_what_was_understood(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "ask", "năm 2030 thì sao?", "--history", "Tỷ lệ?") == 0
    assert "Đã hiểu là: năm 2030 thì sao?" in capsys.readouterr().out


def test_ask_json_has_the_shape_of_the_contract(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "ask", "Tỷ lệ?", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert list(result) == [
        "id", "status", "answer", "span", "citations", "understood", "confidence", "engine",
        "withheld", "elapsed_ms",
    ]  # fmt: skip
    citation = result["citations"][0]
    assert TEXT[citation["start"] : citation["end"]] == citation["quote"] == result["span"]


def test_ask_hands_every_earlier_question_on() -> None:
    engine = FakeEngine()
    assert hoidap(engine, "ask", "c", "--history", "a", "--history", "b", "--json") == 0
    assert engine.opened.asked == [("c", ("a", "b"))]


def test_a_question_may_begin_with_a_dash(capsys: Captured) -> None:
    engine = FakeEngine()
    assert hoidap(engine, "ask", "-5% là của năm nào?") == 0
    assert hoidap(engine, "ask", "--", "--json là gì?") == 0
    assert [question for question, _ in engine.opened.asked] == [
        "-5% là của năm nào?",
        "--json là gì?",
    ]
    capsys.readouterr()


def test_a_misspelt_option_is_not_taken_for_a_question(capsys: Captured) -> None:
    assert "--jsn" in fails(capsys, "ask", "--jsn")
    assert "--jsn" in fails(capsys, "ask", "Tỷ lệ?", "--jsn")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["ask"], "QUESTION"),
        (["ask", ""], "Câu hỏi trống"),
        (["ask", "a", "--batch", "b"], "một trong hai"),
        (["ask", "a", "b"], "ngoặc kép"),
        (["ask", "--batch", "khong-co.jsonl"], "khong-co.jsonl"),
        (["ask", "--batch", "."], "thư mục"),
        (["ask", "a", "--index", ""], "--index"),
        (["ask", "a", "--index", "khong-co"], "khong-co"),
        (["source", "khac"], "khac"),
        (["chat", "--port", "8o80"], "8o80"),
        (["chat", "--port", "99999"], "99999"),
        (["hoi"], "hoi"),
        (["index"], "Thiếu"),
        (["index", "build", "--nope"], "--nope"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(capsys: Captured, argv: list[str], said: str) -> None:
    assert said in fails(capsys, *argv)


def test_a_setting_nobody_knows_is_one_line(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIDAP_INDX", "a")
    assert "HOIDAP_INDEX" in fails(capsys, "ask", "a")


def test_an_error_stays_one_printable_line_of_bearable_length(capsys: Captured) -> None:
    line = fails(capsys, "source", "a\nb\x1b[31m" + "c" * 5000)
    assert "\x1b" not in line
    assert len(line) < 700


def test_the_first_question_builds_the_shipped_index_once(tmp_path: Path) -> None:
    engine = FakeEngine()
    for _ in range(2):
        assert hoidap(engine, "ask", "a", "--json") == 0
    assert engine.built == [(tmp_path / "share" / "hoidap" / "index", ())]


def test_a_named_folder_is_never_built_by_a_question(capsys: Captured, tmp_path: Path) -> None:
    engine = FakeEngine()
    assert "hoidap index build" in fails(capsys, "ask", "a", "--index", "mine", engine=engine)
    assert not engine.built
    assert not (tmp_path / "mine").exists()


def test_index_build_takes_files_and_a_folder(capsys: Captured, tmp_path: Path) -> None:
    engine = FakeEngine()
    assert hoidap(engine, "index", "build", "a.txt", "b", "--index", str(tmp_path / "i")) == 0
    assert engine.built == [(tmp_path / "i", (Path("a.txt"), Path("b")))]
    assert "1 văn bản" in capsys.readouterr().out


def test_index_build_if_missing_leaves_an_index_alone() -> None:
    engine = FakeEngine()
    for _ in range(2):
        assert hoidap(engine, "index", "build", "--if-missing") == 0
    assert len(engine.built) == 1


def test_source_prints_the_text_exactly(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "source") == 0
    assert capsys.readouterr().out == TEXT
    assert hoidap(FakeEngine(document("a"), document("b", "Không xuống dòng")), "source", "b") == 0
    assert capsys.readouterr().out == "Không xuống dòng"


def test_source_without_a_name_lists_several(capsys: Captured) -> None:
    engine = FakeEngine(document("mot"), document("hai"))
    assert "hai, mot" in fails(capsys, "source", engine=engine)
    assert "có phải ý bạn là mot?" in fails(capsys, "source", "mott", engine=engine)


def test_chat_serves_where_it_is_told(capsys: Captured) -> None:
    engine = FakeEngine()
    assert hoidap(engine, "chat", "--host", "::1", "--port", "8001") == 0
    assert engine.served
    assert (engine.served.host, engine.served.port) == ("::1", 8001)
    assert "http://::1:8001" in capsys.readouterr().out


def test_a_batch_goes_through_one_assistant(capsys: Captured, tmp_path: Path) -> None:
    engine = FakeEngine()
    lines = [{"id": "x", "question": "a"}, {"id": "y"}, {"id": "z", "question": "b"}]
    path = tmp_path / "batch.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    assert hoidap(engine, "ask", "--batch", str(path), "--json") == 0
    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["id"] for each in results] == ["x", "y", "z"]
    assert "question" in results[1]["error"]
    assert results[2]["status"] == "answered"


def test_a_defect_inside_a_batch_is_told_by_the_exit_code(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text('{"id": 1, "question": "vỡ"}\n{"id": 2, "question": "a"}\n', encoding="utf-8")
    assert hoidap(FakeEngine(), "ask", "--batch", str(path)) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == [1, 2]
    assert "1 dòng" in err


def test_help_and_version_need_nothing(capsys: Captured) -> None:
    for argv in ([], ["--help"], ["--version"], ["ask", "--help"], ["index", "build", "--help"]):
        assert hoidap(FakeEngine(), *argv) == 0
    assert "In hướng dẫn này." in capsys.readouterr().out
