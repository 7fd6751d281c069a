"""The command line as a process: pipes that close, Ctrl-C, bytes that are not text, imports."""

import json
import signal
import subprocess
import sys

from tests.assistant.cli.fakes import HOUSE, TEXT, spawn

HEAVY = ("torch", "sentence_transformers", "chromadb", "llama_index", "gradio", "underthesea")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from assistant.cli import build_app, run; run(build_app(), ['--help']);"
        f"print([m for m in {(*HEAVY, 'numpy', 'bm25s')!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_ends_quietly() -> None:
    with spawn("ask", "--batch", "-") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b'{"id": 1, "question": "a"}\n' * 200)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


def test_ctrl_c_is_quiet() -> None:
    with spawn("ask", "--batch", "-") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"id": 1, "question": "a"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1  # streamed: stdin is still open
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert process.returncode == 130
        assert err == b""


def test_bytes_that_are_not_text_are_answered_or_refused_in_one_line() -> None:
    out, err = spawn("ask", b"\xff\xfe", "--history", b"\x80", "--json").communicate(timeout=30)
    assert json.loads(out)["status"] == "answered"
    assert err == b""
    out, err = spawn("source", b"\xff").communicate(timeout=30)
    assert out == b""
    assert err.decode().count("\n") == 1


def test_source_writes_exact_utf8_whatever_the_locale_is() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SOURCE],
        cwd=HOUSE,
        capture_output=True,
        check=True,
        env={"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1", "PATH": ""},
    )
    assert done.stdout == TEXT.encode()


_SOURCE = (
    "import os, tempfile; from tests.assistant.cli.fakes import FakeEngine, hoidap;"
    "os.environ['XDG_DATA_HOME'] = tempfile.mkdtemp(); hoidap(FakeEngine(), 'source')"
)
