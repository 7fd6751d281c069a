"""What the commands need of the rest of hoidap, as an interface and as the installed thing.

Everything heavy is imported inside the method that uses it, so that ``hoidap --help`` costs
nothing. Tests hand the commands another engine.

What this module does not know: how anything is typed or printed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.answer import Answer
from assistant.claims.verdict import Verdict
from assistant.settings import Settings
from corpus.model import Document

if TYPE_CHECKING:
    from corpus.register import Target
    from index.build import BuildReport

    RegisterOf = Callable[[Document], Iterable[Target]]

Progress = Callable[[int, int], None]
"""Called with how many passages are done and how many there are."""


class Answering(Protocol):
    """An opened assistant."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """Every document of the index, by name."""
        ...

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer one question, given the earlier ones; ``literal``, word for word as typed.

        Raises:
            QuestionError: the question is empty, too long, or not text.
        """
        ...

    def check(self, statement: str) -> Verdict:
        """Hold a statement, or a pasted text, against the documents.

        Raises:
            QuestionError: it is empty, too long, HTML, or not text.
        """
        ...


class Engine(Protocol):
    """What the commands call; every method may raise any `HoidapError`."""

    def build(self, settings: Settings, paths: Sequence[Path], progress: Progress) -> "BuildReport":
        """Index the files and folders at ``paths``; the shipped documents when there are none."""
        ...

    def has_index(self, settings: Settings) -> bool:
        """Tell whether there is an index in the settings' folder, sound or not."""
        ...

    def documents(self, settings: Settings) -> Sequence[Document]:
        """Return the documents of the index."""
        ...

    def registered(self, settings: Settings) -> "tuple[Sequence[Document], RegisterOf]":
        """Return the documents of the index, and what knows their registers."""
        ...

    def assistant(self, settings: Settings) -> Answering:
        """Open the index and everything that answers."""
        ...

    def chat(
        self, settings: Settings, on_ready: Callable[[str], None], *, mcp: bool = False
    ) -> None:
        """Serve the web app until it is stopped; ``on_ready`` is told its address.

        ``mcp`` serves the endpoints as tools over the Model Context Protocol too.
        """
        ...
