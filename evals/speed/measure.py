"""The measurements themselves, at one size of corpus.

What this module does not know: how they are shown.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.settings import Settings
from corpus.model import Document
from evals.speed.clock import timed, timed_calls, timed_process
from evals.speed.floors import bm25s_alone, exact_dot
from evals.speed.material import documents_of, questions
from evals.stats import percentile
from evals.wiring import embedder, opener

_COLD_RUNS = 5
_QUESTION = "Thu nhập bình quân đầu người của Hà Nội đến năm 2030 là bao nhiêu?"


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement; ``bound`` is what is promised, ``floor`` what nothing can beat, or None.

    ``more_is_better`` for rates; everything else is better when smaller.
    """

    what: str
    value: float
    unit: str
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
    yield from _answers(settings, documents, texts, at)
    with tempfile.TemporaryDirectory(prefix="hoidap-speed-") as folder:
        sources = _written(documents, Path(folder) / "nguồn")
        yield from _building(settings, sources, len(texts), at)
        yield from _processes(sources, Path(folder) / "chỉ-mục", at)


def _answers(
    settings: Settings, documents: list[Document], texts: list[str], at: str
) -> Iterator[Line]:
    asked = questions()
    floors = {
        "bm25s riêng": timed_calls(bm25s_alone(texts), asked),
        "tích vô hướng": timed_calls(exact_dot(texts, embedder(settings)), asked),
    }
    for name, times in floors.items():
        yield Line(f"{name}, {at}, p50", times.p50, "ms")
    floor = floors["bm25s riêng"]
    assistant = opener(settings)(documents)
    assistant.ask(asked[-1])
    first = timed_calls(assistant.ask, asked)
    warm = timed_calls(assistant.ask, asked)
    yield Line(f"trả lời, {at}, lần đầu, p50", first.p50, "ms", None, floor.p50)
    yield Line(f"trả lời, {at}, lần đầu, p99", first.p99, "ms", None, floor.p99)
    yield Line(f"trả lời, {at}, ấm, p50", warm.p50, "ms", 15, floor.p50)
    yield Line(f"trả lời, {at}, ấm, p99", warm.p99, "ms", 40, floor.p99)


def _building(settings: Settings, sources: Path, passages: int, at: str) -> Iterator[Line]:
    from corpus.read import read_documents  # noqa: PLC0415  (heavy)
    from index.build import build_index  # noqa: PLC0415  (heavy)

    chosen = embedder(settings)
    chosen.embed_queries([_QUESTION])
    with tempfile.TemporaryDirectory(prefix="hoidap-speed-") as folder:
        seconds = timed(lambda: build_index(read_documents([sources]), Path(folder), chosen))
    yield Line(f"lập chỉ mục, {at}", passages / seconds, "đoạn/giây", 800, more_is_better=True)


def _processes(sources: Path, index: Path, at: str) -> Iterator[Line]:
    hoidap = [sys.executable, "-m", "evals.main"]
    where = ["--index", str(index)]
    build = timed_process([*hoidap, "index", "build", str(sources), *where])
    asked = [
        timed_process([*hoidap, "ask", _QUESTION, "--json", *where]) for _ in range(_COLD_RUNS)
    ]
    start = timed_process([sys.executable, "-c", "import numpy"])
    cold = percentile([process.seconds for process in asked], 0.5)
    yield Line(f"hoidap ask từ đầu, {at}", cold, "giây", 3, start.seconds)
    yield Line(f"bộ nhớ khi hỏi, {at}", max(p.peak_mib for p in asked), "MiB", 600, start.peak_mib)
    yield Line(f"bộ nhớ khi lập chỉ mục, {at}", build.peak_mib, "MiB", 600, start.peak_mib)


def _written(documents: list[Document], folder: Path) -> Path:
    folder.mkdir()
    for document in documents:
        (folder / f"{document.name}.txt").write_text(document.text, encoding="utf-8")
    return folder
