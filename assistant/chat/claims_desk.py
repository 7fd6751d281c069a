"""Checking what was pasted, for the page: progress, then the verdict or a sentence.

What this module does not know: how a statement is judged.
"""

import logging
from collections.abc import Iterator

from assistant.chat import labels
from assistant.chat.background import PATIENCE_S, begun, done_within
from assistant.chat.claims_html import verdict_html
from assistant.chat.markup import Html, tag, text
from assistant.chat.ports import AnswersQuestions
from assistant.chat.warm import is_ready
from corpus.errors import HoidapError

_LOG = logging.getLogger(__name__)


class ClaimsDesk:
    """Serves every session; it keeps nothing of any of them."""

    def __init__(self, assistant: AnswersQuestions) -> None:
        """Take an assistant."""
        self._assistant = assistant

    def check(self, statement: str | None) -> Iterator[Html]:
        """Yield the verdict on what was pasted, after a sign of progress where that takes long."""
        checking = begun(lambda: self._checked(statement or ""))
        ready = is_ready(self._assistant)
        if not done_within(checking, PATIENCE_S if ready else 0):
            said = labels.CHECKING if ready else labels.STILL_LOADING_CHECK
            dots = tag("span", class_="hd-dots", aria_hidden="true")
            yield tag("p", dots, text(said), class_="hd-wait", aria_busy="true")
        yield checking.result()

    def _checked(self, statement: str) -> Html:
        try:
            return verdict_html(self._assistant.check(statement), self._assistant.documents)
        except HoidapError as error:
            return _said(str(error))
        except Exception:  # noqa: BLE001 - logged; a visitor gets a sentence, never a traceback
            _LOG.exception("the assistant failed on a statement")
            return _said(labels.CHECK_BROKEN)


def _said(message: str) -> Html:
    return tag("p", text(message), class_="hd-notice")
