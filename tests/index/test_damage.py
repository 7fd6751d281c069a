"""A missing or damaged index is named as such, with the way out, whatever was broken."""

import shutil
from pathlib import Path

import pytest

from corpus.errors import IndexDamaged, IndexMismatch, IndexMissing, PassageIndexError
from index.build import build_index
from index.open import open_index
from tests.index.fakes import HashingEmbedder, document


def _open(folder: Path) -> None:
    open_index(folder, HashingEmbedder()).close()


@pytest.fixture
def broken(built: Path, tmp_path: Path) -> Path:
    """Return a copy of a good index, to be damaged."""
    return Path(shutil.copytree(built, tmp_path / "hỏng"))


def _file(folder: Path, pattern: str) -> Path:
    return next(folder.glob(f"generation-*/{pattern}"))


def test_the_copy_opens(broken: Path) -> None:
    _open(broken)


@pytest.mark.parametrize("where", ["không có", "không/có"])
def test_no_folder_is_missing(tmp_path: Path, where: str) -> None:
    with pytest.raises(IndexMissing, match="hoidap index build"):
        _open(tmp_path / where)


def test_an_empty_folder_or_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        _open(tmp_path)
    (tmp_path / "tệp").write_text("x")
    with pytest.raises(IndexMissing):
        _open(tmp_path / "tệp")


def test_building_on_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x")
    with pytest.raises(PassageIndexError, match="Không ghi được"):
        build_index([document("a", "Một.")], tmp_path / "tệp", HashingEmbedder())


@pytest.mark.parametrize(
    "pattern",
    [
        "manifest.json",
        "documents.jsonl",
        "registers.jsonl",
        "vectors.npy",
        "lexical/*/data.csc.index.npy",
        "chroma/*/data_level0.bin",
        "chroma/*/header.bin",
    ],
)
@pytest.mark.parametrize("harm", ["cut", "flip", "delete"])
def test_harm_to_any_small_file_is_damage(broken: Path, pattern: str, harm: str) -> None:
    path = _file(broken, pattern)
    content = path.read_bytes()
    if harm == "delete":
        path.unlink()
    elif harm == "cut":
        path.write_bytes(content[: len(content) // 2])
    else:
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(IndexDamaged, match="hoidap index build"):
        _open(broken)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"generation": "../x", "manifest": ""}'])
def test_a_broken_pointer_is_damage(broken: Path, content: str) -> None:
    (broken / "current.json").write_text(content)
    with pytest.raises(IndexDamaged):
        _open(broken)


@pytest.mark.parametrize("harm", ["cut", "garbage", "delete", "empty"])
def test_harm_to_chroma_is_damage(broken: Path, harm: str) -> None:
    path = _file(broken, "chroma/chroma.sqlite3")
    if harm == "delete":
        path.unlink()
    elif harm == "empty":
        path.write_bytes(b"")
    elif harm == "garbage":
        path.write_bytes(b"x" * 8192)
    else:
        path.write_bytes(path.read_bytes()[:8192])
    with pytest.raises(IndexDamaged, match="hoidap index build"):
        _open(broken)


def test_a_damaged_index_can_be_built_again(broken: Path) -> None:
    _file(broken, "vectors.npy").write_bytes(b"")
    build_index([document("a", "Một.")], broken, HashingEmbedder())
    _open(broken)


def test_another_model_is_refused_when_opening(built: Path) -> None:
    with pytest.raises(IndexMismatch, match="hoidap index build"):
        open_index(built, HashingEmbedder(name="khác"))
