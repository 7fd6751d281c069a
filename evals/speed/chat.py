"""The chat page's speed: questions over real HTTP, from one user and from many.

The floor is the engine itself, called in this process by as many threads as there are users.

What this module does not know: how the server is built, or how a figure is shown.
"""

import json
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from threading import Barrier, local
from time import perf_counter, sleep
from typing import Any

from assistant.settings import Settings
from corpus.read import read_documents
from corpus.shipped import shipped_paths
from evals.speed.material import questions
from evals.speed.measure import Line
from evals.stats import percentile
from evals.wiring import opener

USERS = 32
_EACH = 8  # questions of each user
_MS = 1000
_LONGEST = 60.0

Ask = Callable[[str], dict[str, Any]]


def chat_measured(settings: Settings) -> Iterator[Line]:
    """Yield the times of questions to a served page, beside those of the engine alone."""
    assistant = opener(settings)(read_documents(shipped_paths()))
    asked = questions()

    def direct(question: str) -> str:
        return assistant.ask(question).text

    wanted = {question: direct(question) for question in asked}
    with tempfile.TemporaryDirectory(prefix="hoidap-speed-") as folder, _served(folder) as port:
        ask = _client(port)
        for question in asked:
            ask(question)  # both warm, as a page in use is
        for users, bound in ((1, 80), (USERS, 300)):
            floor = _times(direct, asked, users)
            mixed = 0

            def through(question: str) -> str:
                return str(ask(question)["answer"])

            took, mixed = _compared(through, asked, users, wanted)
            what = f"hỏi qua HTTP, {users} người"
            yield Line(f"{what}, p50", percentile(took, 0.5), "ms", floor=percentile(floor, 0.5))
            yield Line(
                f"{what}, p95", percentile(took, 0.95), "ms", bound=bound,
                floor=percentile(floor, 0.95),
            )  # fmt: skip
            yield Line(f"{what}, câu trả lời lẫn", mixed, "câu", bound=0)


def _times(ask: Callable[[str], str], asked: Sequence[str], users: int) -> list[float]:
    return _compared(ask, asked, users, {})[0]


def _compared(
    ask: Callable[[str], str], asked: Sequence[str], users: int, wanted: dict[str, str]
) -> tuple[list[float], int]:
    """Return milliseconds of every question, and how many answers are not the wanted ones.

    All users begin at once; each asks questions of its own, one after another without a pause.
    """
    gate = Barrier(users)

    def user(number: int) -> tuple[list[float], int]:
        took, wrong = [], 0
        gate.wait()
        for turn in range(_EACH):
            question = asked[(number * _EACH + turn) % len(asked)]
            clock = perf_counter()
            got = ask(question)
            took.append((perf_counter() - clock) * _MS)
            wrong += got != wanted.get(question, got)
        return took, wrong

    with ThreadPoolExecutor(users) as pool:
        results = list(pool.map(user, range(users)))
    return [ms for took, _ in results for ms in took], sum(wrong for _, wrong in results)


def _client(port: int) -> Ask:
    """Return what asks ``/ask`` over a connection that each thread keeps."""
    kept = local()

    def ask(question: str) -> dict[str, Any]:
        if not hasattr(kept, "connection"):
            kept.connection = HTTPConnection("127.0.0.1", port, timeout=_LONGEST)
        body = json.dumps({"data": [question, []]})
        headers = {"content-type": "application/json"}
        kept.connection.request("POST", "/gradio_api/run/ask", body, headers)
        answer: dict[str, Any] = json.loads(kept.connection.getresponse().read())["data"][0]
        return answer

    return ask


@contextmanager
def _served(folder: str) -> Iterator[int]:
    """Serve the shipped documents by ``hoidap chat``, with no limit to how often one may ask.

    Raises:
        RuntimeError: it ended, or did not answer within a minute.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    hoidap = [sys.executable, "-m", "evals.main"]
    where = ["--index", str(Path(folder) / "chỉ mục")]
    subprocess.run([*hoidap, "index", "build", *where], stdout=subprocess.DEVNULL, check=True)  # noqa: S603  (our own)
    (Path(folder) / "hoidap.toml").write_text("rate_per_minute = 0\n", encoding="utf-8")
    command = [*hoidap, "chat", "--port", str(port), *where]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder) as server:  # noqa: S603  (our own)
        try:
            _wait(port, server)
            yield port
        finally:
            server.terminate()


def _wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    begun = perf_counter()
    while server.poll() is None and perf_counter() - begun < _LONGEST:
        with suppress(OSError):
            _client(port)("Văn bản đề ra những chỉ tiêu nào?")
            return
        sleep(0.1)
    raise RuntimeError(f"cổng {port} không trả lời")
