"""``hoidap targets`` over a fake engine."""

import json
from pathlib import Path

import pytest

from tests.assistant.cli.fakes import TEXT, FakeEngine, document, hoidap
from tests.assistant.cli.test_commands import Captured, fails


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test a data folder and a working directory of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.chdir(tmp_path)


def test_a_table_for_people(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "targets") == 0
    out = capsys.readouterr().out
    for words in ("Chỉ tiêu", "tỷ lệ đô thị hóa", "2030", "trên 75%", "1 chỉ tiêu"):
        assert words in out


def test_json_for_programs(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "targets", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["low"] == 75
    assert row["quote"] == TEXT[row["start"] : row["end"]]


def test_several_documents_are_told_apart(capsys: Captured) -> None:
    engine = FakeEngine(document("mot"), document("hai"))
    assert hoidap(engine, "targets") == 0
    out = capsys.readouterr().out
    assert "mot" in out
    assert "hai" in out


def test_csv_for_spreadsheets(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "targets", "--csv") == 0
    out = capsys.readouterr().out
    assert out.startswith("\ufeffdocument,indicator,year,")
    assert out.count("\n") == 2


def test_a_plot_and_json_together(capsys: Captured) -> None:
    assert hoidap(FakeEngine(), "targets", "--json", "--plot", "a.svg") == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 1
    assert err == "Đã vẽ 1 chỉ tiêu: a.svg\n"
    assert Path("a.svg").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("--plot", "a.pdf"), ".svg hoặc .png"),
        (("--plot", "none/a.svg"), "không có thư mục này"),
        (("--plot", ""), ".svg hoặc .png"),
        (("--json", "--csv"), "một trong"),
    ],
)
def test_mistakes(capsys: Captured, argv: tuple[str, ...], says: str) -> None:
    assert says in fails(capsys, "targets", *argv)


@pytest.mark.parametrize("argv", [(), ("--plot", "a.png")])
def test_no_target_at_all(capsys: Captured, argv: tuple[str, ...]) -> None:
    engine = FakeEngine(document("khong", "Văn bản này không đặt ra điều gì.\n"))
    assert "Không thấy chỉ tiêu nào" in fails(capsys, "targets", *argv, engine=engine)


def test_a_program_is_given_an_empty_list(capsys: Captured) -> None:
    engine = FakeEngine(document("khong", "Văn bản này không đặt ra điều gì.\n"))
    assert hoidap(engine, "targets", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
