"""What the chat asks of the rest of hoidap, as protocols; anything that fits will do.

What this module does not know: who implements them.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from assistant.answer import Answer
from assistant.claims.verdict import Verdict
from assistant.suggest.candidates import Suggestion
from corpus.model import Document

if TYPE_CHECKING:
    from corpus.register import Target


class AnswersQuestions(Protocol):
    """The assistant, as far as the chat knows it. Called from several threads at once."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """Every document of the index, by name, in the order they are offered."""

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer a question; ``history`` holds the conversation's earlier questions, in order.

        ``literal`` searches the words as typed, with nothing repaired or completed.

        Raises:
            HoidapError: the question cannot be taken; the message is shown to the user.
        """

    def check(self, statement: str) -> Verdict:
        """Hold a statement, or a pasted text, against the documents.

        Raises:
            HoidapError: it cannot be taken; the message is shown to the user.
        """


@runtime_checkable
class SuggestsQuestions(Protocol):
    """An assistant that also offers questions it can answer; the chat shows them as chips."""

    @property
    def examples(self) -> Sequence[str]:
        """A few questions of different kinds, each of which the documents answer."""


@runtime_checkable
class SuggestsByKind(Protocol):
    """An assistant whose questions to begin with are told apart by what they ask for."""

    def suggestions(self) -> Sequence[Suggestion]:
        """A few questions of different kinds, each of which the documents answer."""


@runtime_checkable
class SuggestsNext(Protocol):
    """An assistant that offers questions to go on with, after an answer."""

    def follow_ups(self, question: str, answer: Answer, asked: Sequence[str] = ()) -> Sequence[str]:
        """A few questions near an answer that are answered too, none of them in ``asked``."""


@runtime_checkable
class StreamsAnswers(Protocol):
    """An assistant whose answers arrive sentence by sentence."""

    def stream(
        self, question: str, history: Sequence[str] = (), *, literal: bool = False
    ) -> Iterator[Answer]:
        """Yield an answer as far as it is verified, again and again; the last one is whole.

        Raises:
            HoidapError: the question cannot be taken.
        """


@runtime_checkable
class KnowsRegisters(Protocol):
    """An assistant that knows the registers of its documents without working them out anew."""

    def register_of(self, document: Document) -> "Sequence[Target]":
        """The targets, achievements and counts of a document, in reading order."""


@runtime_checkable
class NamesItsModel(Protocol):
    """An assistant that may rephrase with a language model."""

    @property
    def language_model(self) -> str:
        """The model's name, "" when none is used."""


class ServerSettings(Protocol):
    """Where the page is served and to whom, how much may be asked, where runs are kept."""

    @property
    def host(self) -> str:
        """Address or name of this machine to listen on."""

    @property
    def port(self) -> int:
        """TCP port to listen on; 0 for any free one."""

    @property
    def max_question_chars(self) -> int:
        """Longest question taken, in code points."""

    @property
    def runs(self) -> Path | None:
        """Folder of evaluation runs, the last of which is shown; None for none."""

    @property
    def feedback_file(self) -> Path | None:
        """File that opinions on answers go to; None where none are asked for."""

    @property
    def users(self) -> Path | None:
        """File of those who may log in; None where nobody need."""

    @property
    def rate_per_minute(self) -> int:
        """How many questions a minute one client may ask; 0 for no limit."""

    @property
    def max_request_bytes(self) -> int:
        """How large one request may be."""
