"""What happens on an event of the page or a call of the endpoint; no Gradio, only HTML and JSON.

What this module does not know: which component shows what it returns.
"""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from secrets import token_hex
from typing import Any

from assistant.answer import Answer
from assistant.chat import labels
from assistant.chat.background import PATIENCE_S, begun, done_within
from assistant.chat.document_html import document_html, library_html
from assistant.chat.limits import MAX_QUESTION_CHARS, checked_history, checked_question
from assistant.chat.markup import EMPTY, Html, tag, text
from assistant.chat.ports import AnswersQuestions
from assistant.chat.streaming import LOOK_AGAIN_S, answer_of
from assistant.chat.suggest_desk import SuggestDesk
from assistant.chat.talk_html import Turn, asked, talk_html
from assistant.chat.warm import is_ready, language_model_of
from assistant.serialize import answer_to_json
from corpus.errors import HoidapError
from corpus.normalize import folded

_LOG = logging.getLogger(__name__)
Turns = tuple[Turn, ...]
MAX_TURNS = 100
_SHORTEST_SOUGHT, _LONGEST_SOUGHT = 2, 200
_FOLDED = 4  # documents whose text is kept without its marks


class Desk:
    """Serves every session of the page; it keeps nothing of any of them, so nothing can mix."""

    def __init__(self, assistant: AnswersQuestions, limit: int = MAX_QUESTION_CHARS) -> None:
        """Take an assistant, and the longest question it is given, in code points."""
        self._assistant = assistant
        self.limit = limit
        self.suggests = SuggestDesk(assistant)
        self._folded = lru_cache(_FOLDED)(folded)

    def turn(
        self, question: str | None, turns: Turns, *, literal: bool = False
    ) -> Iterator[tuple[Html, Turns]]:
        """Yield the conversation with its answer, after one that waits where that takes long.

        ``literal`` searches the words as typed, with nothing repaired or completed.
        """
        try:
            wanted = checked_question(question, self.limit)
        except HoidapError as error:
            yield self._shown((*turns, Turn(_excerpt(question), notice=str(error))))
            return
        drafts: list[Answer] = []
        answering = begun(
            lambda: self._answered(wanted, asked(turns), drafts.append, literal=literal)
        )
        ready = is_ready(self._assistant)
        if not done_within(answering, PATIENCE_S if ready else 0):
            said = labels.THINKING if ready else labels.STILL_LOADING
            documents = self._assistant.documents if ready else {}
            yield talk_html(turns, documents, Turn(wanted, notice=said)), turns
            shown = 0
            while not done_within(answering, LOOK_AGAIN_S):
                if len(drafts) > shown:
                    shown = len(drafts)
                    draft = Turn(wanted, drafts[-1], labels.WRITING, literal=literal)
                    yield talk_html(turns, self._assistant.documents, draft), turns
        answered = answering.result()
        self.suggests.remember(answered, turns)
        yield self._shown((*turns, answered))

    def ask(self, question: str, history: Sequence[str]) -> dict[str, Any]:
        """Answer one question as JSON (`assistant.serialize`).

        Raises:
            HoidapError: the question cannot be taken.
        """
        wanted = checked_question(question, self.limit)
        begun = time.perf_counter()
        answer = self._assistant.ask(wanted, checked_history(history, self.limit))
        return answer_to_json(answer, elapsed_ms=(time.perf_counter() - begun) * 1000)

    def document(self, name: str = "", offset: int = 0) -> Html:
        """Return a document's page, at the part that holds ``offset``; the first, unnamed."""
        try:
            return document_html(self._assistant.documents, name, offset)
        except HoidapError as error:
            return notice(str(error))

    def source(self, name: str) -> str:
        """Return a document's canonical text, "" where there is no such document."""
        document = self._assistant.documents.get(name)
        return document.text if document else ""

    def seek(self, name: str, words: str, offset: int, *, back: bool = False) -> int:
        """Return where words next stand in a document, marked or not; -1 for nowhere.

        Looked for from ``offset`` on, or ``back`` from it, and then from the other end.
        """
        wanted = folded(words[:_LONGEST_SOUGHT].strip())
        document = self._assistant.documents.get(name)
        if document is None or len(wanted) < _SHORTEST_SOUGHT:
            return -1
        held = self._folded(document.text)
        if back:
            before = held.rfind(wanted, 0, max(0, offset))
            return before if before >= 0 else held.rfind(wanted)
        after = held.find(wanted, max(0, offset))
        return after if after >= 0 else held.find(wanted)

    def library(self) -> Html:
        """Return the list of documents."""
        try:
            return library_html(self._assistant.documents)
        except HoidapError as error:
            return notice(str(error))

    def examples(self) -> Html:
        """Return the questions to begin with, as chips."""
        return self.suggests.examples()

    def corpus_line(self) -> Html:
        """Return the line that says what the answers rest on."""
        try:
            documents = self._assistant.documents
            line = labels.corpus_line(len(documents), language_model_of(self._assistant))
        except HoidapError:
            return EMPTY
        return tag("p", text(line))

    def _answered(
        self,
        question: str,
        history: tuple[str, ...],
        on_draft: Callable[[Answer], None],
        *,
        literal: bool,
    ) -> Turn:
        try:
            before = checked_history(history)
            answer = answer_of(self._assistant, question, before, on_draft, literal=literal)
            return Turn(question, answer, literal=literal, key=token_hex(8), when=_now())
        except HoidapError as error:
            return Turn(question, notice=str(error))
        except Exception:  # noqa: BLE001 - logged; a visitor gets a sentence, never a traceback
            _LOG.exception("the assistant failed on a question")
            return Turn(question, notice=labels.BROKEN)

    def _shown(self, turns: Turns) -> tuple[Html, Turns]:
        kept = turns[-MAX_TURNS:]
        documents = self._assistant.documents if is_ready(self._assistant) else {}
        return talk_html(kept, documents), kept


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _excerpt(question: str | None) -> str:
    """Return the head of what was sent, for a question that is not taken."""
    head = " ".join((question or "")[:200].split())
    printable = "".join(char for char in head if char.isprintable())
    return printable if len(question or "") <= 200 else f"{printable[:80]}…"  # noqa: PLR2004 - the head


def notice(message: str) -> Html:
    """Return a sentence in the place of what cannot be shown."""
    return tag("p", text(message), class_="hd-empty")
