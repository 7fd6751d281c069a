"""Offline is the normal state: building, asking and serving speak to this machine alone.

Every process here runs under an audit hook that writes down each name looked up and each address
connected to beyond loopback, whether or not the library that did it swallows the failure.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from tests.test_rooms import HOUSE

QUESTION = "Thu nhập bình quân đầu người của Hà Nội đến năm 2030 là bao nhiêu?"
HOOKED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background shell has it ignored
NEAR = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None, b"127.0.0.1", b"localhost"}
WATCHED = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0,
           "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}
log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def watch(event, arguments):
    if event in WATCHED:
        where = arguments[WATCHED[event]]
        host = where[0] if isinstance(where, tuple) else where
        unix = isinstance(where, (str, bytes)) and WATCHED[event] == 1
        if not unix and host not in NEAR:
            os.write(log, f"{event} {where}\\n".encode())
sys.addaudithook(watch)
import socket
from evals.main import main
if sys.argv[1] == "--probe":
    try:
        socket.create_connection(("192.0.2.1", 9), timeout=0.01)
    except OSError:
        pass
    sys.exit()
main()
"""


def _start(log: Path, *argv: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", HOOKED, str(log), *argv],
        cwd=HOUSE,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _run(log: Path, *argv: str) -> str:
    with _start(log, *argv) as process:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err.decode()
    return out.decode()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped index once, under the hook."""
    folder = tmp_path_factory.mktemp("offline")
    _run(folder / "log", "index", "build", "--index", str(folder / "index"))
    assert (folder / "log").read_text(encoding="utf-8") == ""
    return folder / "index"


def test_the_hook_sees_a_connection(tmp_path: Path) -> None:
    _run(tmp_path / "log", "--probe")
    assert "192.0.2.1" in (tmp_path / "log").read_text(encoding="utf-8")


def test_asking_opens_no_connection(index: Path, tmp_path: Path) -> None:
    out = _run(tmp_path / "log", "ask", QUESTION, "--json", "--index", str(index))
    assert "12.500" in json.loads(out)["answer"]
    assert (tmp_path / "log").read_text(encoding="utf-8") == ""


def test_serving_opens_no_connection_beyond_loopback(index: Path, tmp_path: Path) -> None:
    with _start(tmp_path / "log", "chat", "--port", "0", "--index", str(index)) as process:
        assert process.stdout
        try:
            address = next(
                word
                for line in iter(process.stdout.readline, b"")
                for word in line.decode().split()
                if word.startswith("http://")
            )
            assert "12.500" in _asked(address.rstrip("/"))
        finally:
            process.send_signal(signal.SIGINT)
            killer = threading.Timer(
                60, process.kill
            )  # a server that will not stop fails, not hangs
            killer.start()
            _, err = process.communicate()
            killer.cancel()
        assert process.returncode in {0, 130}, err.decode()
    assert (tmp_path / "log").read_text(encoding="utf-8") == ""


def _asked(address: str) -> str:
    """Ask through the web app's public endpoint; return what its event stream says."""
    call = urllib.request.Request(  # noqa: S310 - our own server, on loopback
        f"{address}/gradio_api/call/ask",
        data=json.dumps({"data": [QUESTION, []]}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(call, timeout=60) as reply:  # noqa: S310 - the same
        event = json.load(reply)["event_id"]
    with urllib.request.urlopen(  # noqa: S310 - the same
        f"{address}/gradio_api/call/ask/{event}", timeout=60
    ) as stream:
        return str(stream.read().decode())
