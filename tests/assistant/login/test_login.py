"""Passwords and the file of those who may log in."""

import time
import unicodedata
from pathlib import Path

import pytest

from assistant.login import Sessions, Users, hashed, line_for, matches
from assistant.login.hashing import parsed
from corpus.errors import SettingsError

SECRET = "mật khẩu dài"  # noqa: S105 - a test's


def test_a_hash_says_how_it_was_made_and_never_the_same_twice() -> None:
    first, second = hashed(SECRET), hashed(SECRET)
    assert first.startswith("$scrypt$ln=14,r=8,p=5$")
    assert first != second
    assert matches(SECRET, first)
    assert matches(unicodedata.normalize("NFD", SECRET), second)
    assert not matches(SECRET + " ", first)
    assert SECRET not in first


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "mật khẩu trần",
        "$scrypt$ln=0,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
        "$scrypt$ln=40,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
        "$scrypt$ln=14,r=8,p=1$AAAA$" + "A" * 44,
        "$scrypt$ln=14,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA==$====",
        "$bcrypt$x",
    ],
)
def test_what_is_no_hash_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parsed(broken)


def test_those_in_the_file_may_come_in_and_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "users"
    path.write_text(f"# ai được vào\n\n{line_for('Hạnh', SECRET)}\n", encoding="utf-8")
    users = Users(path)
    assert users.accepts("Hạnh", SECRET)
    assert users.accepts(unicodedata.normalize("NFD", "Hạnh"), SECRET)
    assert not users.accepts("Hạnh", "khác")
    assert not users.accepts("ai đó", SECRET)
    assert not users.accepts("", "")
    assert not users.accepts("Hạnh", "x" * 5000)
    path.write_text(f"{line_for('Lan', SECRET)}\n", encoding="utf-8")
    assert not users.accepts("Hạnh", SECRET)
    assert users.accepts("Lan", SECRET)
    path.unlink()
    assert not users.accepts("Lan", SECRET)


def test_a_name_nobody_has_takes_as_long_as_one_somebody_has(tmp_path: Path) -> None:
    path = tmp_path / "users"
    path.write_text(line_for("Lan", SECRET), encoding="utf-8")
    users = Users(path)

    def took(name: str) -> float:
        begun = time.process_time()
        users.accepts(name, "sai mật khẩu")
        return time.process_time() - begun

    assert min(took("ai đó") for _ in range(3)) > 0.3 * min(took("Lan") for _ in range(3))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("", "không có ai"),
        ("# chỉ có lời ghi\n", "không có ai"),
        ("Lan\n", "dòng 1"),
        ("Lan:123456\n", "dòng 1: cần dạng"),
        ("\n:{hash}\n", "dòng 2: tên không hợp lệ"),
        ("Lan:{hash}\nLan:{hash}\n", "dòng 2: tên 'Lan' có hai lần"),
    ],
)
def test_a_bad_file_is_one_line_that_shows_no_hash(tmp_path: Path, lines: str, said: str) -> None:
    path = tmp_path / "users"
    hash_ = hashed(SECRET)
    path.write_text(lines.replace("{hash}", hash_), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^[^\n]+$") as caught:
        Users(path)
    assert said in str(caught.value)
    assert hash_ not in str(caught.value)
    assert "123456" not in str(caught.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="HOIDAP_USERS"):
        Users(tmp_path / "none")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="UTF-8"):
        Users(tmp_path / "binary")


def test_who_is_taken_out_or_given_another_password_is_in_no_more(tmp_path: Path) -> None:
    path = tmp_path / "users"
    lan, hanh = line_for("Lan", SECRET), line_for("Hạnh", SECRET)
    path.write_text(f"{lan}\n{hanh}\n", encoding="utf-8")
    sessions = Sessions(Users(path))
    sessions["một"], sessions["hai"] = "Lan", unicodedata.normalize("NFD", "Hạnh")
    assert (sessions.get("một"), sessions.get("ba"), sessions.get(None)) == ("Lan", None, None)
    path.write_text("hỏng\n", encoding="utf-8")
    assert sessions.get("một") == "Lan"
    path.write_text(f"{hanh}\n# bớt một người\n", encoding="utf-8")
    assert sessions.get("một") is None
    assert "một" not in sessions
    assert sessions.get("hai")
    path.write_text(f"{line_for('Hạnh', 'khác')}\n{lan}\n", encoding="utf-8")
    assert sessions.get("hai") is None
    assert sessions.get("một") is None  # one who comes back logs in again
    sessions["bốn"] = "Lan"
    del sessions["bốn"]
    assert sessions.get("bốn") is None
