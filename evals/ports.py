"""What evaluation asks of the things it measures, as protocols: any object of this shape will do.

The real ones are bound in `evals.wiring`; the tests use fakes that obey the same protocols.

What this module does not know: how an answer, a verdict, a ranking or a span is found.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from assistant.answer import Answer, Citation, VerdictKind
from corpus.model import Document


class Assistant(Protocol):
    """Answers questions over the documents it holds."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by name, as indexed: what citations point into."""
        ...

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer ``question``; ``history`` holds the earlier questions, oldest first."""
        ...


class Verdict(Protocol):
    """What checking a statement returns, as far as evaluation reads it."""

    @property
    def kind(self) -> VerdictKind:
        """Supported, refuted or not found."""
        ...

    @property
    def explanation(self) -> str:
        """Why, in Vietnamese."""
        ...

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages the verdict rests on."""
        ...


@runtime_checkable
class Checker(Protocol):
    """Checks statements; an assistant that can also do this is measured on claims."""

    def check(self, statement: str) -> Verdict:
        """Say whether the documents support ``statement``."""
        ...


Opener = Callable[[Sequence[Document]], Assistant]
"""Opens an assistant over some documents, in an index of their own."""


class PassageSearch(Protocol):
    """Ranks a fixed collection of texts for a question."""

    def search(self, question: str, top: int) -> Sequence[int]:
        """Return the positions of the ``top`` best texts, best first."""
        ...


SearchBuilder = Callable[[Sequence[str]], PassageSearch]
"""Indexes texts, each as one passage, and returns their search."""


class SpanReader(Protocol):
    """Finds the answer to a question in a text."""

    def read(self, question: str, context: str) -> str:
        """Return the shortest answer, a substring of ``context``."""
        ...
