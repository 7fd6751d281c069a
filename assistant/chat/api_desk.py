"""What the public endpoints return: the same JSON as the command line's, for programs.

What this module does not know: over which protocol it is asked for.
"""

import logging
import time
from collections.abc import Callable
from functools import cached_property, partial
from threading import Lock
from typing import Any, TypeVar

from assistant.chat import labels
from assistant.chat.desk import Desk
from assistant.chat.limits import is_text
from assistant.chat.ports import AnswersQuestions
from assistant.chat.warm import register_of
from assistant.serialize import verdict_to_json
from corpus.errors import HoidapError, QuestionError, ServerError

_LOG = logging.getLogger(__name__)
T = TypeVar("T")


class ApiDesk:
    """Serves every program that asks; whatever is sent, it answers or says one sentence."""

    def __init__(self, assistant: AnswersQuestions, desk: Desk) -> None:
        """Take an assistant, and the desk that answers questions."""
        self._assistant = assistant
        self._desk = desk
        self._reading = Lock()

    def ask(self, question: object, history: object) -> dict[str, Any]:
        """Answer one question; ``history`` holds the earlier ones, oldest first, or is None.

        Raises:
            QuestionError: the question or the history cannot be taken.
            ServerError: answering it failed.
        """
        asked = _text(question, labels.NO_QUESTION)
        before = _history(history)
        return _said(lambda: self._desk.ask(asked, before), labels.BROKEN)

    def check(self, statement: object) -> dict[str, Any]:
        """Check one statement, or a pasted text.

        Raises:
            QuestionError: the statement cannot be taken.
            ServerError: checking it failed.
        """
        stated = _text(statement, labels.NO_STATEMENT)
        return _said(lambda: self._checked(stated), labels.CHECK_BROKEN)

    def targets(self) -> list[dict[str, Any]]:
        """Return every target of the documents, in reading order.

        Raises:
            ServerError: the documents cannot be read.
        """
        return _said(self._rows_once, labels.BROKEN)

    def _checked(self, statement: str) -> dict[str, Any]:
        begun = time.perf_counter()
        verdict = self._assistant.check(statement)
        return verdict_to_json(verdict, elapsed_ms=(time.perf_counter() - begun) * 1000)

    def _rows_once(self) -> list[dict[str, Any]]:
        with self._reading:
            return self._rows

    @cached_property
    def _rows(self) -> list[dict[str, Any]]:
        from assistant.targets.formats import row_to_json  # noqa: PLC0415 - the page opens first
        from assistant.targets.rows import rows_of  # noqa: PLC0415 - the same

        rows = rows_of(self._assistant.documents.values(), partial(register_of, self._assistant))
        return [row_to_json(row) for row in rows]


def _text(sent: object, missing: str) -> str:
    if sent is None or sent == "":
        raise QuestionError(missing)
    if not isinstance(sent, str):
        raise QuestionError(labels.NOT_A_STRING)
    if sent.strip() and not is_text(sent):
        raise QuestionError(labels.NOT_TEXT)
    return sent


def _history(sent: object) -> list[str]:
    if sent is None:
        return []
    if not isinstance(sent, list) or not all(isinstance(each, str) for each in sent):
        raise QuestionError(labels.BAD_HISTORY)
    return sent


def _said(work: Callable[[], T], broken: str) -> T:
    """Return what the work returns; where that fails for no fault of the sender, say so.

    Raises:
        HoidapError: what was sent cannot be taken.
        ServerError: the work failed (it is logged).
    """
    try:
        return work()
    except HoidapError:
        raise
    except Exception as error:
        _LOG.exception("the assistant failed on a request")
        raise ServerError(broken) from error
