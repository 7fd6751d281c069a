"""An assistant that is still being opened: the page is up at once, questions wait for it.

What this module does not know: what opening an assistant takes.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING

from assistant.answer import Answer
from assistant.chat.ports import (
    AnswersQuestions,
    KnowsRegisters,
    NamesItsModel,
    SuggestsByKind,
    SuggestsNext,
    SuggestsQuestions,
)
from assistant.chat.streaming import drafts_of
from assistant.claims.verdict import Verdict
from assistant.suggest.candidates import Suggestion
from corpus.model import Document

if TYPE_CHECKING:
    from corpus.register import Target


class WarmingAssistant:
    """Stands in for an assistant while ``factory`` opens it in a thread of its own.

    Every call waits until the assistant is there; where opening failed, every call raises what
    the factory raised.
    """

    def __init__(
        self,
        factory: Callable[[], AnswersQuestions],
        rehearse: Callable[[AnswersQuestions], None] = lambda _assistant: None,
    ) -> None:
        """Keep the factory, and what is done once with what it makes; nothing runs before `start`.

        Questions do not wait for the rehearsal: it is done beside them.
        """
        self._factory = factory
        self._rehearse = rehearse
        self._opened: Future[AnswersQuestions] = Future()

    def start(self) -> None:
        """Begin to open the assistant, in the background."""
        Thread(target=self._open, name="hoidap-warming", daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether a call would return without waiting for the assistant to open."""
        return self._opened.done()

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents of the assistant."""
        return self._opened.result().documents

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer as the assistant does."""
        return self._opened.result().ask(question, history, literal=literal)

    def stream(
        self, question: str, history: Sequence[str] = (), *, literal: bool = False
    ) -> Iterator[Answer]:
        """Yield the assistant's drafts and its answer."""
        yield from drafts_of(self._opened.result(), question, history, literal=literal)

    def check(self, statement: str) -> Verdict:
        """Check as the assistant does."""
        return self._opened.result().check(statement)

    @property
    def examples(self) -> Sequence[str]:
        """The assistant's questions to begin with, where it offers any."""
        return examples_of(self._opened.result())

    def suggestions(self) -> Sequence[Suggestion]:
        """The assistant's questions to begin with, told apart by kind."""
        return suggestions_of(self._opened.result())

    def follow_ups(self, question: str, answer: Answer, asked: Sequence[str] = ()) -> Sequence[str]:
        """The assistant's questions to go on with, none before it is open."""
        return follow_ups_of(self._opened.result(), question, answer, asked) if self.ready else ()

    def register_of(self, document: Document) -> "Sequence[Target]":
        """The register of a document, worked out where the assistant does not know it."""
        return register_of(self._opened.result(), document)

    @property
    def language_model(self) -> str:
        """The name of the language model that rephrases, "" for none."""
        return language_model_of(self._opened.result())

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the assistant is open.

        Raises:
            TimeoutError: it is still opening after ``seconds``.
            HoidapError: it could not be opened, or whatever else the factory raised.
        """
        self._opened.result(timeout=seconds)

    def _open(self) -> None:
        try:
            assistant = self._factory()
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits, none is lost
            self._opened.set_exception(error)
            return
        self._opened.set_result(assistant)
        self._rehearse(assistant)


def examples_of(assistant: AnswersQuestions) -> Sequence[str]:
    """Return the questions an assistant offers, none where it offers none."""
    return assistant.examples if isinstance(assistant, SuggestsQuestions) else ()


def suggestions_of(assistant: AnswersQuestions) -> Sequence[Suggestion]:
    """Return the questions an assistant offers by kind, none where it tells no kinds apart."""
    return assistant.suggestions() if isinstance(assistant, SuggestsByKind) else ()


def follow_ups_of(
    assistant: AnswersQuestions, question: str, answer: Answer, asked: Sequence[str]
) -> Sequence[str]:
    """Return what an assistant suggests after an answer, nothing where it suggests nothing."""
    if not isinstance(assistant, SuggestsNext):
        return ()
    return assistant.follow_ups(question, answer, asked)


def language_model_of(assistant: AnswersQuestions) -> str:
    """Return the language model an assistant names, "" where it names none."""
    return assistant.language_model if isinstance(assistant, NamesItsModel) else ""


def register_of(assistant: AnswersQuestions, document: Document) -> "Sequence[Target]":
    """Return the register an assistant knows of a document, or work it out."""
    if isinstance(assistant, KnowsRegisters):
        return assistant.register_of(document)
    from corpus.register import register  # noqa: PLC0415 - its patterns take 200 ms

    return register(document)


def is_ready(assistant: AnswersQuestions) -> bool:
    """Tell whether an assistant answers now, without being opened first."""
    return assistant.ready if isinstance(assistant, WarmingAssistant) else True
