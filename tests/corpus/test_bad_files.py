"""Paths that cannot become documents: each gives one Vietnamese line and nothing else."""

import os
from pathlib import Path

import pytest

from corpus.errors import UnreadableDocument
from corpus.read import MOST_BYTES, read_document, read_documents


def refused(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as error:
        read_documents([path])
    message = str(error.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", "\u00a0\u3000\n".encode(), b"\xef\xbb\xbf", b"---\n***"]
)
def test_a_file_without_words_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "trống.txt"
    path.write_bytes(data)
    assert "không có chữ" in refused(path)


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "lớn.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    message = refused(path)
    assert "50 MB" in message
    assert f"{MOST_BYTES // 10**6} MB" in message


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    for name in ("không-có.txt", "không-có", "không-có.pdf"):
        assert name in refused(tmp_path / name)


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "a\0b.txt", "x" * 300])
def test_a_path_no_file_system_takes_is_refused(tmp_path: Path, name: str) -> None:
    assert "Không" in refused(tmp_path / name)


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kín.txt"
    path.write_text("Nội dung.", encoding="utf-8")
    path.chmod(0)
    if os.geteuid() == 0:  # root reads everything: let the system call say no

        def denied(_path: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", denied)
    assert "quyền đọc" in refused(path)


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ảnh.png").write_bytes(b"\x89PNG")
    assert ".txt hay .md" in refused(tmp_path)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bản.docx"
    path.write_bytes(b"PK\x03\x04")
    assert "bản.docx" in refused(path)


def test_a_pipe_named_as_a_text_does_not_hang(tmp_path: Path) -> None:
    path = tmp_path / "ống.txt"
    os.mkfifo(path)
    assert "không phải một tệp" in refused(path)


def test_a_folder_named_as_a_text_is_read_as_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "nhóm.txt"
    folder.mkdir()
    (folder / "một.txt").write_text("Một dòng.", encoding="utf-8")
    assert [document.name for document in read_documents([folder])] == ["một"]


def test_a_damaged_provenance_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Một dòng.", encoding="utf-8")
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=r"a\.json"):
        read_document(path)


def test_documents_of_one_stem_get_names_of_their_own(tmp_path: Path) -> None:
    for folder in ("x", "y", "z/y"):
        (tmp_path / folder).mkdir(parents=True)
        for suffix in ("txt", "md"):
            (tmp_path / folder / f"bản.{suffix}").write_text("Một nội dung.", encoding="utf-8")
    (tmp_path / "x-bản.txt.txt").write_text("Khác.", encoding="utf-8")
    documents = read_documents([tmp_path, tmp_path / "x" / ".." / "x" / "bản.txt"])
    names = {document.name for document in documents}
    assert len(names) == len(documents) == 7
    assert {"x-bản.md", "x-bản.txt", "x-bản.txt-2"} < names


def test_hidden_files_below_a_folder_are_left_out(tmp_path: Path) -> None:
    for name in ("một.txt", "._một.txt", ".venv/LICENSE.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Một dòng.", encoding="utf-8")
    assert [document.name for document in read_documents([tmp_path])] == ["một"]
