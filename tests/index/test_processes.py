"""Real processes: killed builders, readers side by side, read-only disks, no network."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.build import build_index
from index.open import open_index
from tests.index.fakes import HashingEmbedder, document

ROOT = Path(__file__).parents[2]
READ = """
import sys
from pathlib import Path
from index.open import open_index
from tests.index.fakes import HashingEmbedder
with open_index(Path(sys.argv[1]), HashingEmbedder()) as index:
    for _ in range(20):
        hit = index.retriever.search("tỷ lệ đô thị hóa")[0]
    print(index.documents[hit.passage.document].quote(hit.passage.span))
"""
GUARD = """
import sys
def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        raise SystemExit(f"network: {event} {arguments}")
sys.addaudithook(refuse)
"""
BUILD_AND_READ = """
from index.build import build_index
from tests.index.fakes import document
build_index([document("a", "Tỷ lệ đô thị hóa đạt 75%.")], Path(sys.argv[1]), HashingEmbedder())
"""


def _python(code: str, *arguments: object, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*before, sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _said(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.strip()


def test_a_killed_build_leaves_the_old_index(tmp_path: Path) -> None:
    old = document("a", "Tỷ lệ đô thị hóa đạt 75%.")
    build_index([old], tmp_path, HashingEmbedder())
    waits = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5)
    builder = subprocess.Popen(
        [sys.executable, "-m", "tests.index.slow_build", str(tmp_path), str(len(waits))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    said = builder.stdout
    assert said is not None
    for wait in waits:
        child = int(said.readline())
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        while not (line := said.readline()).startswith("ended"):
            assert int(line) == child
        assert line == f"ended {-signal.SIGKILL}\n"
        with open_index(tmp_path, HashingEmbedder()) as index:
            assert tuple(index.documents.values()) == (old,)
            assert len(index.retriever.search("đô thị hóa")) == 1
    builder.communicate()
    assert len(list(tmp_path.glob("generation-*"))) == 2
    build_index([old, document("b", "Cây xanh.")], tmp_path, HashingEmbedder())
    assert len(list(tmp_path.glob("generation-*"))) == 1


def test_readers_work_side_by_side(built: Path) -> None:
    with open_index(built, HashingEmbedder()) as index:
        readers = [_python(READ, built) for _ in range(2)]
        assert index.retriever.search("tỷ lệ đô thị hóa")
        assert {_said(reader) for reader in readers} == {"Tỷ lệ đô thị hóa đạt 75%."}


@pytest.fixture
def without_powers() -> tuple[str, ...]:
    """Return a prefix under which even root obeys file permissions."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root obeys no permissions, and setpriv is absent")
    return ("setpriv", "--inh-caps=-all", "--bounding-set=-all")


def _lock_down(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def _free(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)


def test_a_read_only_index_answers(
    built: Path, tmp_path: Path, without_powers: tuple[str, ...]
) -> None:
    folder = tmp_path / "chỉ đọc"
    shutil.copytree(built, folder)
    _lock_down(folder)
    try:
        said = _said(_python(READ, folder, before=without_powers))
        assert said == "Tỷ lệ đô thị hóa đạt 75%."
    finally:
        _free(folder)


def test_building_without_permission_is_one_line(
    tmp_path: Path, without_powers: tuple[str, ...]
) -> None:
    _lock_down(tmp_path)
    code = READ.partition("with")[0] + BUILD_AND_READ
    process = _python(code, tmp_path / "mới", before=without_powers)
    _, err = process.communicate(timeout=60)
    _free(tmp_path)
    assert process.returncode == 1
    assert "PassageIndexError: Không ghi được chỉ mục" in err.splitlines()[-1]


def test_building_and_searching_opens_no_connection(tmp_path: Path) -> None:
    code = GUARD + READ.replace("with open", BUILD_AND_READ + "with open")
    assert _said(_python(code, tmp_path)) == "Tỷ lệ đô thị hóa đạt 75%."
