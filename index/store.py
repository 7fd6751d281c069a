"""Generations on disk: an index is written aside, then one pointer file is switched.

    FOLDER/
      current.json            {"generation", "manifest"}: the generation in use, its checksum
      build.lock              locked (flock) while a builder works; a killed one leaves it free
      generation-000003/
        manifest.json         locked shared by every reader, so that no builder deletes it
        documents.jsonl, registers.jsonl, vectors.npy, lexical/, chroma/

A build that dies at any moment leaves ``current.json`` naming the old, whole generation; the next
build removes what was left. Nothing is ever changed in a generation once it is current (Chroma
keeps its own counters inside ``chroma/``).

What this module does not know: what the files of a generation mean.
"""

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.errors import IndexBusy, IndexMissing, PassageIndexError
from index.manifest import Manifest, damaged, sha256_of

MANIFEST = "manifest.json"
_POINTER = "current.json"
_LOCK = "build.lock"
_GENERATION = re.compile(r"generation-(\d{6,})")
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Generation:
    """One whole index on disk, held so that no builder deletes it until `release`."""

    folder: Path
    manifest: Manifest
    held: IO[bytes]

    def release(self) -> None:
        """Let a later build delete this generation."""
        self.held.close()


@contextmanager
def disk_errors(folder: Path, doing: str) -> Iterator[None]:
    """Translate an operating system's refusal (read-only, no permission, full) into one line."""
    try:
        yield
    except OSError as error:
        raise disk_error(folder, doing, error) from error


def disk_error(folder: Path, doing: str, error: OSError) -> PassageIndexError:
    """Return the one line for an operating system's refusal while ``doing`` ("đọc", "ghi")."""
    return PassageIndexError(
        f"Không {doing} được chỉ mục {folder}: {error.strerror or error}; "
        "hãy kiểm tra quyền và chỗ trống của ổ đĩa, hoặc chọn thư mục khác bằng --index"
    )


def current(folder: Path) -> Generation:
    """Open the generation in use and hold it.

    Raises:
        IndexMissing: there is no index in ``folder``.
        IndexDamaged: the pointer, the manifest or a checksummed file is broken.
        IndexMismatch: the index has another format version.
        PassageIndexError: the files may not be read.
    """
    for _ in range(_TRIES):
        name, checksum = _read_pointer(folder)
        try:
            held = (folder / name / MANIFEST).open("rb")
        except FileNotFoundError:
            continue  # a builder has just replaced it: the pointer names the next one now
        except OSError as error:
            raise disk_error(folder, "đọc", error) from error
        fcntl.flock(held, fcntl.LOCK_SH)
        if os.fstat(held.fileno()).st_nlink:
            return _verified(folder, name, checksum, held)
        held.close()
    raise damaged(folder, "thiếu bản kê")


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Hold the right to build in ``folder``, for one process at a time; clean leftovers first.

    Raises:
        IndexBusy: another process is building there.
        PassageIndexError: the folder cannot be made or written.
    """
    with disk_errors(folder, "ghi"):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("ab")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise IndexBusy(
                f"Một tiến trình khác đang lập chỉ mục {folder}; hãy đợi nó xong rồi chạy lại"
            ) from error
        clean(folder)
        yield


def new_generation(folder: Path) -> Path:
    """Make and return the folder of the next generation; call it while `building`."""
    names = (entry.name for entry in folder.iterdir())
    numbers = [int(match[1]) for match in map(_GENERATION.fullmatch, names) if match]
    path = folder / f"generation-{max(numbers, default=0) + 1:06d}"
    path.mkdir()
    return path


def publish(folder: Path, generation: Path, manifest: Manifest) -> None:
    """Write the manifest, put every byte on the disk, then make ``generation`` the current one."""
    path = generation / MANIFEST
    path.write_text(manifest.to_json(), encoding="utf-8")
    for entry in generation.rglob("*"):
        _sync(entry)
    _sync(generation)
    pointer = json.dumps({"generation": generation.name, "manifest": sha256_of(path)})
    draft = folder / (_POINTER + ".new")
    draft.write_text(pointer, encoding="utf-8")
    _sync(draft)
    draft.replace(folder / _POINTER)
    _sync(folder)


def clean(folder: Path) -> None:
    """Delete the generations that are neither current nor held by a reader; never raises."""
    try:
        keep = _read_pointer(folder)[0]
    except IndexMissing:
        keep = ""
    except PassageIndexError:
        return
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _GENERATION.fullmatch(entry.name) and entry.name != keep:
                _delete(Path(entry.path))


def checksums(generation: Path, names: list[str]) -> dict[str, str]:
    """Return the sha256 of the files at ``names``, paths inside ``generation``."""
    return {name: sha256_of(generation / name) for name in names}


def _delete(generation: Path) -> None:
    """Delete one generation, its manifest last, unless a reader holds it."""
    try:
        held = (generation / MANIFEST).open("rb")
    except OSError:
        shutil.rmtree(generation, ignore_errors=True)
        return
    with held, suppress(OSError):
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        (generation / MANIFEST).unlink()
        shutil.rmtree(generation, ignore_errors=True)


def _read_pointer(folder: Path) -> tuple[str, str]:
    try:
        pointer = json.loads((folder / _POINTER).read_text(encoding="utf-8"))
        name, checksum = pointer["generation"], pointer["manifest"]
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissing(
            f"Chưa có chỉ mục ở {folder}; hãy lập: hoidap index build --index {folder}"
        ) from error
    except OSError as error:
        raise disk_error(folder, "đọc", error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(folder, "tệp current.json không đọc được") from error
    if not (isinstance(name, str) and _GENERATION.fullmatch(name)):
        raise damaged(folder, "tệp current.json trỏ ra ngoài chỉ mục")
    return name, checksum


def _verified(folder: Path, name: str, checksum: str, held: IO[bytes]) -> Generation:
    try:
        manifest = _verified_manifest(folder, name, checksum)
    except PassageIndexError:
        held.close()
        raise
    return Generation(folder / name, manifest, held)


def _verified_manifest(folder: Path, name: str, checksum: str) -> Manifest:
    path = folder / name / MANIFEST
    with disk_errors(folder, "đọc"):
        if sha256_of(path) != checksum:
            raise damaged(folder, "bản kê sai mã kiểm")
        manifest = Manifest.from_json(path.read_text(encoding="utf-8"), folder)
        for file, expected in manifest.files.items():
            try:
                actual = sha256_of(folder / name / file)
            except FileNotFoundError as error:
                raise damaged(folder, f"thiếu tệp {file}") from error
            if actual != expected:
                raise damaged(folder, f"tệp {file} sai mã kiểm")
    return manifest


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
