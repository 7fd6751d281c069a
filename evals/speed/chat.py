"""The chat page's speed: questions over real HTTP, from one user and from many.

The floor is the engine itself, called in this process by as many threads as there are users. New
questions are such as nobody has asked before, since what was asked before is kept. Processor time
is the server's own, for one answer.

What this module does not know: how the server is built, or how a figure is shown.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
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
# Users, questions of each, the bound of their p95, and which questions.
_ROUNDS = (
    (1, 100, 80.0, "câu mới"),
    (USERS, 5, 300.0, "câu mới"),  # none of them anybody else's
    (USERS, 5, None, "câu đã hỏi"),  # the very same again
)
_SETTLING = 15.0  # seconds until the workers answer
_MS = 1000
_LONGEST = 60.0

Ask = Callable[[str], dict[str, Any]]


def chat_measured(settings: Settings) -> Iterator[Line]:
    """Yield the times of questions to a served page, beside those of the engine alone."""
    assistant = opener(settings)(read_documents(shipped_paths()))
    asked = questions()

    def direct(question: str) -> str:
        return assistant.ask(question).text

    with tempfile.TemporaryDirectory(prefix="hoidap-speed-") as folder, _served(folder) as server:
        ask = _client(server.port)

        def through(question: str) -> str:
            return str(ask(question)["answer"])

        _warmed(ask, asked)
        for number, (users, each, bound, which) in enumerate(_ROUNDS):
            fresh = [_again(question, min(number, 1)) for question in asked]
            wanted = {question: direct(question) for question in fresh}
            floor = _compared(direct, fresh, users, each, {})[0]
            spent = server.spent_ms()
            took, mixed = _compared(through, fresh, users, each, wanted)
            cpu = (server.spent_ms() - spent) / len(took)
            what = f"hỏi qua HTTP, {users} người, {which}"
            yield Line(f"{what}, p50", percentile(took, 0.5), "ms", floor=percentile(floor, 0.5))
            yield Line(
                f"{what}, p95", percentile(took, 0.95), "ms", cpu=cpu, bound=bound,
                floor=percentile(floor, 0.95),
            )  # fmt: skip
            yield Line(f"{what}, câu trả lời lẫn", mixed, "câu", bound=0)


def _again(question: str, number: int) -> str:
    """Return a question as nobody has asked it, which takes the engine as long."""
    return question.rstrip("?") + "?" + "!?" * (number + 1)


def _warmed(ask: Ask, asked: Sequence[str]) -> None:
    """Ask until every worker has begun and has seen every question, as in a page in use."""
    begun, number = perf_counter(), 2
    while perf_counter() - begun < _SETTLING or number < 4:  # noqa: PLR2004 - twice at least
        for question in asked:
            ask(_again(question, number))
        number += 1


def _compared(
    ask: Callable[[str], str], asked: Sequence[str], users: int, each: int, wanted: dict[str, str]
) -> tuple[list[float], int]:
    """Return milliseconds of every question, and how many answers are not the wanted ones.

    All users begin at once; each asks questions of its own, one after another without a pause.
    """
    gate = Barrier(users)

    def user(number: int) -> tuple[list[float], int]:
        took, wrong = [], 0
        gate.wait()
        for turn in range(each):
            question = asked[(number * each + turn) % len(asked)]
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


@dataclass(frozen=True, slots=True)
class _Server:
    """A server under measurement."""

    port: int
    pid: int

    def spent_ms(self) -> float:
        """Return the processor time of its processes so far; 0 where there is no ``/proc``."""
        return sum(_spent_ms(pid) for pid in _family(self.pid))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text(encoding="ascii").split():
            yield from _family(int(child))


def _spent_ms(pid: int) -> float:
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * _MS / os.sysconf("SC_CLK_TCK")
    return 0.0


@contextmanager
def _served(folder: str) -> Iterator["_Server"]:
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
            yield _Server(port, server.pid)
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
