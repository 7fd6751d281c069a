"""A conversation as HTML: its turns in order, the last one perhaps still being answered.

What this module does not know: how one answer looks (`answer_html`), or who asks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.chat import labels
from assistant.chat.answer_html import answer_html
from assistant.chat.markup import EMPTY, Html, joined, tag, text
from corpus.model import Document


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with what came of it: an answer, or a sentence why there is none (``notice``).

    ``literal`` tells that the question was searched word for word. ``key`` names the turn where
    it has an answer (a random word), ``when`` is its time (ISO 8601, UTC). ``restored`` tells that
    the browser kept it from before, ``changed`` that a document it cites is not the same any more.
    """

    question: str
    answer: Answer | None = None
    notice: str = ""
    literal: bool = False
    key: str = ""
    when: str = ""
    restored: bool = False
    changed: bool = False


def talk_html(
    turns: Sequence[Turn], documents: Mapping[str, Document], pending: Turn | None = None
) -> Html:
    """Return the conversation; ``pending`` is the turn being answered, its notice the progress."""
    if not turns and pending is None:
        return _welcome()
    done = [_turn(turn, number, documents) for number, turn in enumerate(turns, 1)]
    last = EMPTY if pending is None else _pending(pending, len(turns) + 1, documents)
    return tag("div", *done, last, class_="hd-turns")


def asked(turns: Sequence[Turn]) -> tuple[str, ...]:
    """Return the questions that were answered, in order: the history of the next one."""
    return tuple(turn.question for turn in turns if turn.answer is not None)


def _welcome() -> Html:
    return tag(
        "div",
        tag("p", text(labels.WELCOME), class_="hd-hello"),
        tag("p", text(labels.WELCOME_MORE)),
        class_="hd-welcome",
    )


def _turn(turn: Turn, number: int, documents: Mapping[str, Document]) -> Html:
    said = (
        answer_html(turn.answer, documents, turn.question, literal=turn.literal)
        if turn.answer is not None
        else tag("div", tag("p", text(turn.notice)), class_="hd-a hd-notice")
    )
    return tag(
        "div",
        _question(turn.question),
        _changed(turn),
        said,
        class_="hd-turn",
        data_turn=number,
        data_key=turn.key or None,
        data_restored=turn.restored,
    )


def _changed(turn: Turn) -> Html:
    """Return the warning that a kept answer is older than its document, with a way to ask again."""
    if not turn.changed:
        return EMPTY
    again = tag("button", text(labels.ASK_AGAIN), type="button", data_q=turn.question)
    return tag("p", text(f"{labels.CHANGED} "), again, class_="hd-heard hd-changed")


def _pending(turn: Turn, number: int, documents: Mapping[str, Document]) -> Html:
    draft = EMPTY if turn.answer is None else answer_html(turn.answer, documents)
    waiting = tag(
        "div",
        tag("p", tag("span", class_="hd-dots", aria_hidden="true"), text(turn.notice)),
        class_="hd-a hd-wait",
    )
    return tag(
        "div",
        _question(turn.question),
        draft,
        waiting,
        class_="hd-turn",
        data_turn=number,
        aria_busy="true",
    )


def _question(question: str) -> Html:
    if not question:
        return EMPTY
    return joined(
        [tag("h2", tag("span", text("Câu hỏi: "), class_="hd-sr"), text(question), class_="hd-q")]
    )
