"""An engine that answers at once, and a process that runs the command line over it."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Status, VerdictKind
from assistant.claims import Verdict
from assistant.cli import build_app, run
from assistant.cli.engine import Progress
from assistant.settings import Settings
from corpus.errors import IndexMissing, QuestionError
from corpus.model import Document, Provenance, Span
from corpus.read import document_of
from corpus.register import register
from index.build import BuildReport

if TYPE_CHECKING:
    from assistant.cli.engine import RegisterOf

TEXT = "Đến năm 2030, tỷ lệ đô thị hóa đạt trên 75%.\n"
HOUSE = Path(__file__).parents[3]


def document(name: str = "thu", text: str = TEXT) -> Document:
    """Make a document of one sentence."""
    return document_of(name, text, Provenance(title="Chương trình thử"))


class FakeAssistant:
    """Answers every question with the same quote; refuses "", and breaks on "vỡ"."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Answer from ``documents``."""
        self.documents: Mapping[str, Document] = {each.name: each for each in documents}
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer with the first document's figure."""
        del literal
        self.asked.append((question, tuple(history)))
        if not question.strip():
            raise QuestionError("Câu hỏi trống; hãy gõ một câu hỏi.")
        if question == "vỡ":
            raise RuntimeError(question)
        source = next(iter(self.documents.values()))
        start = source.text.index("trên 75%")
        span = Span(start, start + len("trên 75%"))
        citation = Citation(source.name, source.title, 1, span, source.quote(span))
        return Answer(
            status=Status.ANSWERED,
            text=f"Tỷ lệ đô thị hóa đạt {citation.quote}.",
            span=span,
            key=citation.quote,
            citations=(citation,),
            understood=question if history else "",
            confidence=0.9,
        )

    def check(self, statement: str) -> Verdict:
        """Support every statement that has the first document's figure."""
        answer = self.ask(statement)
        if "75%" in statement:
            return Verdict(VerdictKind.SUPPORTED, f"Khớp: {answer.key}.", (), answer.citations)
        return Verdict(VerdictKind.NOT_FOUND, "Không có trong văn bản.")


class FakeEngine:
    """An `assistant.cli.engine.Engine` in memory; an index is a file in its folder."""

    def __init__(self, *documents: Document) -> None:
        """Hold ``documents``, one of ours when none are given."""
        self.held: Sequence[Document] = documents or (document(),)
        self.opened = FakeAssistant(self.held)
        self.built: list[tuple[Path, tuple[Path, ...]]] = []
        self.served: Settings | None = None
        self.tools = False

    def build(self, settings: Settings, paths: Sequence[Path], progress: Progress) -> BuildReport:
        """Write the file that stands for an index."""
        settings.index.mkdir(parents=True, exist_ok=True)
        (settings.index / "index").touch()
        self.built.append((settings.index, tuple(paths)))
        progress(1, 1)
        return BuildReport(len(self.held), 1, 1, 0, 0.5)

    def has_index(self, settings: Settings) -> bool:
        """Look for the file."""
        return (settings.index / "index").exists()

    def documents(self, settings: Settings) -> Sequence[Document]:
        """Return the documents held."""
        self._require(settings)
        return self.held

    def registered(self, settings: Settings) -> "tuple[Sequence[Document], RegisterOf]":
        """Return the documents held; their registers are worked out."""
        return self.documents(settings), register

    def assistant(self, settings: Settings) -> FakeAssistant:
        """Return the one assistant."""
        self._require(settings)
        return self.opened

    def chat(
        self, settings: Settings, on_ready: Callable[[str], None], *, mcp: bool = False
    ) -> None:
        """Remember what would be served."""
        self.served, self.tools = settings, mcp
        on_ready(f"http://{settings.host}:{settings.port}")

    def _require(self, settings: Settings) -> None:
        if not self.has_index(settings):
            raise IndexMissing(f"Chưa có chỉ mục ở {settings.index}; hãy lập: hoidap index build")


def hoidap(engine: FakeEngine, *argv: str) -> int:
    """Run one command line over ``engine`` in this process."""
    return run(build_app(engine), argv)


def spawn(*argv: str | bytes, stdin: int | None = None) -> "subprocess.Popen[bytes]":
    """Start a process that runs the command line over a `FakeEngine`.

    A shell that runs tests in the background has its children ignore Ctrl-C; this one does not.
    """
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from tests.assistant.cli.fakes import FakeEngine, hoidap;"
        "sys.exit(hoidap(FakeEngine(), *sys.argv[1:]))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, *argv],
        cwd=HOUSE,
        stdin=subprocess.PIPE if stdin is None else stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
