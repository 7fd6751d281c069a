"""A small assistant that obeys `evals.ports.Assistant`: quotes the sentence most like a question.

Simple enough to be right about, real enough to be scored: it refuses below a share of words met.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Status, VerdictKind
from corpus.errors import QuestionError
from corpus.model import Document, Passage, Span
from corpus.normalize import syllables

ENOUGH = 0.6


@dataclass(frozen=True)
class QuotingAssistant:
    """Answers with the sentence that holds most of the question's syllables."""

    documents: Mapping[str, Document]

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Quote the best sentence, or refuse."""
        if "lỗi" in question:
            raise QuestionError("câu hỏi xin một lỗi; hãy hỏi câu khác.")
        words = set(syllables(" ".join((question, *history))))
        share, document, passage = max(
            (
                (self._share(words, document, passage), document, passage)
                for document in self.documents.values()
                for passage in document.passages
            ),
            key=lambda found: found[0],
        )
        quote = document.quote(passage.span)
        if share < ENOUGH:
            return Answer(Status.REFUSED, "Văn bản không nêu điều này.")
        cited = Citation(document.name, document.title, passage.paragraph, passage.span, quote)
        return Answer(Status.ANSWERED, quote, passage.span, quote, (cited,), confidence=share)

    @staticmethod
    def _share(words: set[str], document: Document, passage: Passage) -> float:
        held = set(syllables(document.quote(passage.span)))
        return len(words & held) / max(1, len(words))


@dataclass(frozen=True)
class Verdict:
    """What the fake's ``check`` returns."""

    kind: VerdictKind
    explanation: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class CheckingAssistant(QuotingAssistant):
    """The same, and finds every statement supported."""

    def check(self, statement: str) -> Verdict:
        """Support anything."""
        return Verdict(VerdictKind.SUPPORTED, f"Văn bản nêu: {statement}")


def quoting(documents: Sequence[Document]) -> QuotingAssistant:
    """Open the fake over documents: an `evals.ports.Opener`."""
    return QuotingAssistant({document.name: document for document in documents})


def checking(documents: Sequence[Document]) -> CheckingAssistant:
    """Open the fake that checks: an `evals.ports.Opener`."""
    return CheckingAssistant({document.name: document for document in documents})


def citation(document: Document, start: int, end: int) -> Citation:
    """Return an exact citation of a document."""
    span = Span(start, end)
    return Citation(document.name, document.title, 1, span, document.quote(span))
