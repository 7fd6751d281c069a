"""One assistant for many users: answers kept, new ones worked out by whichever process is free.

What this module does not know: how an answer is found; the assistant behind it does, here or in
a worker, and both say the same.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from threading import BoundedSemaphore
from typing import Any, Self

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.claims.verdict import Verdict
from assistant.suggest import Suggester, Suggestion
from assistant.workers.answered import Answered
from assistant.workers.pool import Pool
from assistant.workers.worker import Call, WorkerLost
from corpus.model import Document
from corpus.register import Target

HERE_AT_ONCE = 4
"""How many are answered at once in this process, whose threads share one core."""


class SharedAssistant:
    """Answers as the assistant in this process does; safe to share between threads."""

    def __init__(self, assistant: Assistant, pool: Pool, answered: Answered | None = None) -> None:
        """Take the assistant that answers where no worker does, and the workers."""
        self.assistant = assistant
        self.pool = pool
        self._answered = answered or Answered()
        self._here = BoundedSemaphore(HERE_AT_ONCE)

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents of the assistant."""
        return self.assistant.documents

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer a question.

        Raises:
            QuestionError: as `assistant.ask.Assistant.ask` does.
        """
        asked = Call("ask", (question, tuple(history)), (("literal", literal),))
        answer: Answer = self._done(asked)
        return answer

    def check(self, statement: str) -> Verdict:
        """Hold a statement, or a pasted text, against the documents.

        Raises:
            QuestionError: as `assistant.ask.Assistant.check` does.
        """
        verdict: Verdict = self._done(Call("check", (statement,)))
        return verdict

    def suggestions(self) -> Sequence[Suggestion]:
        """Questions to begin with, each of which is answered."""
        return self._suggester.first

    def follow_ups(self, question: str, answer: Answer, asked: Sequence[str] = ()) -> Sequence[str]:
        """Questions near an answer that are answered too, none of them in ``asked``."""
        return tuple(each.question for each in self._suggester.after(question, answer, asked))

    def register_of(self, document: Document) -> tuple[Target, ...]:
        """Return the register of a document."""
        return self.assistant.register_of(document)

    def close(self) -> None:
        """End the workers."""
        self.pool.close()

    def __enter__(self) -> Self:
        """Begin the workers, and return the assistant itself."""
        self.pool.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it."""
        self.close()

    @cached_property
    def _suggester(self) -> Suggester:
        return self.assistant.suggesting(self.ask)

    def _done(self, call: Call) -> Any:  # noqa: ANN401 - what the method returns
        return self._answered.get(call, self._worked(call))

    def _worked(self, call: Call) -> Callable[[], Any]:
        def work() -> Any:  # noqa: ANN401 - the same
            try:
                return self.pool.do(call)
            except WorkerLost:
                method = getattr(self.assistant, call.method)
                with self._here:
                    return method(*call.arguments, **dict(call.named))

        return work
