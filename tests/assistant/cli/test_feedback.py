"""`hoidap feedback`, `hoidap password`, and the warning of a page that is open to anybody."""

import csv
import io
import json
import os
import pty
import select
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli.exposure import is_loopback
from assistant.feedback import FeedbackFile, Vote
from assistant.login import matches
from tests.assistant.cli.fakes import HOUSE, FakeEngine, hoidap
from tests.assistant.cli.test_commands import Captured, fails, own_folder
from tests.assistant.feedback.test_store import OPINION

SECRET = "một mật khẩu dài"  # noqa: S105 - a test's
EVERYWHERE = "0.0.0.0"  # noqa: S104 - a test's; nothing is served
__all__ = ["own_folder"]


@pytest.fixture
def opinions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with three opinions."""
    path = tmp_path / "feedback.sqlite"
    monkeypatch.setenv("HOIDAP_FEEDBACK", str(path))
    for number, vote in enumerate((Vote.UP, Vote.DOWN, Vote.UP), 1):
        FeedbackFile(path).put(replace(OPINION, turn=str(number), vote=vote, note=f"=lời {number}"))
    return path


def test_the_table_shows_what_people_think(capsys: Captured, opinions: Path) -> None:
    assert opinions.exists()
    assert hoidap(FakeEngine(), "feedback") == 0
    out = capsys.readouterr().out
    assert out.endswith("3 ý kiến\n")
    assert out.index("=lời 3") < out.index("=lời 1")
    assert hoidap(FakeEngine(), "feedback", "--down") == 0
    out = capsys.readouterr().out
    assert "=lời 2" in out
    assert out.endswith("1 ý kiến\n")


def test_csv_goes_to_stdout_or_to_a_file(capsys: Captured, opinions: Path, tmp_path: Path) -> None:
    assert opinions.exists()
    assert hoidap(FakeEngine(), "feedback", "--csv") == 0
    printed = capsys.readouterr().out
    assert hoidap(FakeEngine(), "feedback", "--csv", "out.csv") == 0
    written = (tmp_path / "out.csv").read_bytes().decode("utf-8")
    assert written.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    assert [row["note"] for row in rows] == ["'=lời 3", "'=lời 2", "'=lời 1"]
    assert printed.replace("\r\n", "\n") == written.replace("\r\n", "\n")
    assert "Đã ghi 3 ý kiến" in capsys.readouterr().err


def test_chosen_rows_become_draft_cases(opinions: Path, tmp_path: Path) -> None:
    assert opinions.exists()
    assert hoidap(FakeEngine(), "feedback", "--to-cases", "nhap.jsonl", "--only", "1, 2") == 0
    lines = (tmp_path / "nhap.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["feedback-2", "feedback-1"]
    assert all("draft" in json.loads(line) for line in lines)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--only", "x"], "'x'"),
        (["--only", "9"], "dòng số 9"),
        (["out.csv"], "--csv"),
        (["--csv", "no/such/folder.csv"], "no/such/folder.csv"),
        (["--to-cases", "."], "Không ghi được tệp"),
        (["--last", "0"], "--last"),
        (["--up", "--only", "2"], "Chưa có ý kiến"),
    ],
)
def test_a_mistake_is_one_line(
    capsys: Captured, opinions: Path, argv: list[str], said: str
) -> None:
    assert opinions.exists()
    assert said in fails(capsys, "feedback", *argv)


def test_without_opinions_one_line_says_where_they_would_be(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "index.feedback.sqlite" in fails(capsys, "feedback")
    monkeypatch.setenv("HOIDAP_FEEDBACK", "off")
    assert "HOIDAP_FEEDBACK=off" in fails(capsys, "feedback")


def test_a_password_is_asked_for_twice_and_never_shown() -> None:
    """The child makes the terminal its own, as a login shell does."""
    main, inner = pty.openpty()
    code = (
        f"import os, sys; sys.stdin = os.fdopen(os.open({os.ttyname(inner)!r}, os.O_RDWR), 'r');"
        "from tests.assistant.cli.fakes import FakeEngine, hoidap;"
        "sys.exit(hoidap(FakeEngine(), 'password', 'Hạnh'))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=HOUSE, stdout=subprocess.PIPE, start_new_session=True
    )
    shown = ""
    for prompts in (1, 2):
        while shown.count("khẩu: ") < prompts:
            assert select.select([main], [], [], 60)[0], shown
            shown += os.read(main, 1000).decode()
        os.write(main, f"{SECRET}\n".encode())
    out, _ = process.communicate(timeout=60)
    os.close(main)
    os.close(inner)
    name, _, hash_ = out.decode().strip().partition(":")
    assert name == "Hạnh"
    assert matches(SECRET, hash_)
    assert "Gõ lại mật khẩu" in shown
    assert SECRET not in shown


def test_a_password_may_be_piped_in(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{SECRET}\n"))
    assert hoidap(FakeEngine(), "password", "Lan") == 0
    assert matches(SECRET, capsys.readouterr().out.strip().partition(":")[2])


@pytest.mark.parametrize(
    ("name", "secret", "said"),
    [("a:b", SECRET, "'a:b'"), ("#a", SECRET, "'#a'"), ("Lan", "ngắn", "4 ký tự")],
)
def test_what_cannot_be_a_name_or_a_password_is_one_line(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, name: str, secret: str, said: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{secret}\n"))
    assert said in fails(capsys, "password", name)


def test_a_page_open_to_others_without_a_login_warns(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hoidap(FakeEngine(), "chat", "--host", EVERYWHERE) == 0
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "Cảnh báo" in line]
    assert "HOIDAP_USERS" in line
    for host in ("127.0.0.1", "::1", "localhost"):
        assert hoidap(FakeEngine(), "chat", "--host", host) == 0
        assert "Cảnh báo" not in capsys.readouterr().err
    monkeypatch.setenv("HOIDAP_USERS", "users")
    assert hoidap(FakeEngine(), "chat", "--host", EVERYWHERE) == 0
    assert "Cảnh báo" not in capsys.readouterr().err


def test_what_only_this_machine_reaches() -> None:
    assert is_loopback("127.8.0.1")
    assert is_loopback("[::1]")
    assert not is_loopback("::")
    assert not is_loopback("192.0.2.1")
    assert not is_loopback("")
