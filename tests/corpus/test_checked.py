"""The files of a model: what is not what was recorded is refused in one line that names it."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.checked import parsing, read_checked
from corpus.errors import ModelError


@pytest.fixture
def record(tmp_path: Path) -> Path:
    files = {"một.bin": b"one", "hai.bin": b"two"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"files": sums, "name": "thử"}), encoding="utf-8")
    return path


def test_what_was_recorded_is_read(record: Path) -> None:
    found = read_checked(record, "một.bin", "hai.bin")
    assert dict(found.files) == {"một.bin": b"one", "hai.bin": b"two"}
    assert found.record["name"] == "thử"


def test_one_file_needs_no_list(tmp_path: Path) -> None:
    (tmp_path / "một.bin").write_bytes(b"one")
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"sha256": hashlib.sha256(b"one").hexdigest()}), encoding="utf-8")
    assert read_checked(path, "một.bin").files["một.bin"] == b"one"


@pytest.mark.parametrize("content", [b"on", b"one ", b"", b"\xff"])
def test_another_file_is_refused(record: Path, content: bytes) -> None:
    record.with_name("một.bin").write_bytes(content)
    with pytest.raises(ModelError, match=r"một\.bin đã hỏng \(sha256") as refused:
        read_checked(record, "một.bin")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["một.bin", "weights.json"])
def test_a_missing_file_is_named(record: Path, name: str) -> None:
    record.with_name(name).unlink()
    with pytest.raises(ModelError, match=f"Không đọc được tệp mô hình .*{name}"):
        read_checked(record, "một.bin")


@given(content=st.one_of(st.binary(max_size=40), st.text(max_size=40).map(str.encode)))
def test_no_record_is_trusted_or_trips(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("mô-hình")
    (folder / "một.bin").write_bytes(b"one")
    (folder / "weights.json").write_bytes(content)
    with pytest.raises(ModelError, match=r"weights\.json đã hỏng"):
        read_checked(folder / "weights.json", "một.bin")


@pytest.mark.parametrize("harm", [KeyError("x"), ValueError("x"), TypeError("x"), EOFError()])
def test_what_cannot_be_parsed_is_damaged(harm: Exception) -> None:
    with pytest.raises(ModelError, match=r"một\.bin đã hỏng") as refused, parsing(Path("một.bin")):
        raise harm
    assert refused.value.__cause__ is harm
