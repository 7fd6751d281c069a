"""The measurements themselves, at one size of corpus.

What this module does not know: how they are shown.
"""

import gc
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from assistant.settings import Settings
from corpus.model import Document
from corpus.read import read_documents
from evals.ports import Checker
from evals.speed.clock import seconds_until, timed, timed_calls, timed_process
from evals.speed.floors import bm25s_alone, exact_dot
from evals.speed.material import documents_of, questions, statements
from evals.wiring import embedder, opener

_COLD_RUNS = 5
_LARGE = 1000  # passages from which a rate says more than the cost of starting
_CHECKED = 30  # milliseconds a statement
_QUESTION = "Thu nhập bình quân đầu người của Hà Nội đến năm 2030 là bao nhiêu?"


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement; ``bound`` is what is promised of ``value``, ``floor`` its least possible.

    ``cpu`` is the same in processor time. Smaller is better unless ``more_is_better``.
    """

    what: str
    value: float
    unit: str
    cpu: float | None = None
    bound: float | None = None
    floor: float | None = None
    more_is_better: bool = False

    @property
    def kept(self) -> bool:
        """Whether the promise is kept (True without one)."""
        if self.bound is None:
            return True
        return self.value >= self.bound if self.more_is_better else self.value <= self.bound

    @property
    def ratio(self) -> float | None:
        """How many times the floor this is."""
        return self.value / self.floor if self.floor else None


def measured(settings: Settings, sentences: int, data: Path | None) -> Iterator[Line]:
    """Yield every measurement over a corpus of about so many sentences."""
    documents = documents_of(sentences, data)
    texts = [d.quote(passage.span) for d in documents for passage in d.passages]
    at = f"{len(texts)} câu"
    with tempfile.TemporaryDirectory(prefix="hoidap-speed-") as folder:
        sources = _written(documents, Path(folder) / "nguồn")
        yield from _answers(settings, documents, texts, at)
        yield from _building(settings, sources, len(texts), at)
        yield from _processes(sources, Path(folder), at)


def _answers(
    settings: Settings, documents: list[Document], texts: list[str], at: str
) -> Iterator[Line]:
    asked = questions()
    lexical = timed_calls(bm25s_alone(texts), asked)
    dense = timed_calls(exact_dot(texts, embedder(settings)), asked)
    yield Line(f"bm25s riêng, {at}, p50", lexical.p50, "ms", lexical.cpu_p50)
    yield Line(f"tích vô hướng, {at}, p50", dense.p50, "ms", dense.cpu_p50)
    assistant = opener(settings)(documents)
    assistant.ask(asked[-1])
    gc.freeze()  # as `assistant.assemble.open_assistant` does, in a process that only answers
    # Warm is what a page in use is: the documents have been read for other questions, while the
    # question itself was never asked (what a question asked again gains is not counted).
    for state, some, p50, p99 in (
        ("lần đầu", asked[::2], None, None),
        ("ấm", asked[1::2], 15, 40),
    ):
        times = timed_calls(assistant.ask, some)
        what = f"hỏi {state}, {at}"
        yield Line(f"{what}, p50", times.p50, "ms", times.cpu_p50, p50, lexical.p50 + dense.p50)
        yield Line(f"{what}, p99", times.p99, "ms", times.cpu_p99, p99, lexical.p99 + dense.p99)
    if isinstance(assistant, Checker):
        yield from _checks(assistant, at)


def _checks(checker: Checker, at: str) -> Iterator[Line]:
    *said, first = statements()
    checker.check(first)
    times = timed_calls(checker.check, said)
    yield Line(f"kiểm một phát biểu, {at}, p50", times.p50, "ms", times.cpu_p50, _CHECKED)
    yield Line(f"kiểm một phát biểu, {at}, p99", times.p99, "ms", times.cpu_p99, _CHECKED)


def _building(settings: Settings, sources: Path, passages: int, at: str) -> Iterator[Line]:
    from index.build import build_index  # noqa: PLC0415  (heavy)

    chosen = embedder(settings)
    chosen.embed_queries([_QUESTION])
    with tempfile.TemporaryDirectory(prefix="hoidap-speed-") as folder:
        took = timed(lambda: build_index(read_documents([sources]), Path(folder), chosen))
    bound = 800 if passages >= _LARGE else None
    rate, cpu = passages / took.wall, passages / took.cpu
    yield Line(f"lập chỉ mục, {at}", rate, "đoạn/giây", cpu, bound, more_is_better=True)


def _processes(sources: Path, folder: Path, at: str) -> Iterator[Line]:
    where = ["--index", str(folder / "chỉ mục")]
    build = ["index", "build", str(sources), *where]
    ask = ["ask", _QUESTION, "--json", *where]
    building = _peak_mib(build, folder / "đỉnh")
    colds = [timed_process([sys.executable, "-m", "evals.main", *ask]) for _ in range(_COLD_RUNS)]
    start = timed_process([sys.executable, "-c", "import numpy"])
    wall, cpu = median(cold.wall for cold in colds), median(cold.cpu for cold in colds)
    yield Line(f"hoidap ask, {at}", wall, "giây", cpu, 3, start.wall)
    yield Line(f"hoidap chat, {at}", _page_seconds(where), "giây", bound=3)
    yield Line(f"bộ nhớ khi hỏi, {at}", _peak_mib(ask, folder / "đỉnh"), "MiB", bound=600)
    yield Line(f"bộ nhớ lập chỉ mục, {at}", building, "MiB", bound=600)


def _page_seconds(where: list[str]) -> float:
    """Return how long after ``hoidap chat`` its page answers, the median of some starts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    chat = [sys.executable, "-m", "evals.main", "chat", "--port", str(port), *where]
    return median(seconds_until(chat, f"http://127.0.0.1:{port}/") for _ in range(_COLD_RUNS))


def _peak_mib(arguments: list[str], file: Path) -> float:
    timed_process([sys.executable, "-m", "evals.speed.peaked", str(file), *arguments])
    return float(file.read_text(encoding="ascii"))


def _written(documents: list[Document], folder: Path) -> Path:
    folder.mkdir()
    for document in documents:
        (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8")
    return folder
