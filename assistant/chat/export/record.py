"""A conversation as it is written down, whatever the format: plain text in named places.

What this module does not know: how any format is written.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.answer import Citation
from assistant.chat import labels
from assistant.chat.cite_html import source_of
from assistant.chat.talk_html import Turn
from corpus.model import Document

_NEVER = 0xFFFE  # the last two code points of every plane are no characters


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote, numbered as in its answer, and where it stands: title, number, date, paragraph."""

    number: int
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer; what does not apply is empty."""

    question: str
    understood: str
    state: str
    lines: tuple[str, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is written down: its title, when, and the exchanges in order."""

    title: str
    made: str
    exchanges: tuple[Exchange, ...]
    foot: str = labels.EXPORT_FOOT


def conversation_of(
    turns: Sequence[Turn], documents: Mapping[str, Document], now: datetime
) -> Conversation:
    """Return the turns that were answered, as plain text."""
    exchanges = tuple(_exchange(turn, documents) for turn in turns if turn.answer is not None)
    return Conversation(labels.EXPORT_TITLE, now.strftime("%d/%m/%Y %H:%M"), exchanges)


def _exchange(turn: Turn, documents: Mapping[str, Document]) -> Exchange:
    answer = turn.answer
    if answer is None:
        raise ValueError(turn.question)
    notes = (
        turn.literal and labels.LITERALLY,
        turn.changed and labels.CHANGED,
        answer.note,
    )
    return Exchange(
        question=clean(turn.question),
        understood=clean(answer.understood),
        state=labels.STATES[answer.status][1],
        lines=tuple(clean(line) for line in answer.text.split("\n") if line.strip()),
        quotes=tuple(
            _quote(number, each, documents) for number, each in enumerate(answer.citations, 1)
        ),
        notes=tuple(clean(note) for note in notes if note),
        when=labels.moment(turn.when),
    )


def _quote(number: int, citation: Citation, documents: Mapping[str, Document]) -> Quote:
    source = source_of(citation, documents.get(citation.document))
    return Quote(number, clean(citation.quote), clean(source))


def clean(content: str) -> str:
    """Return text without what no file format holds: controls, lone surrogates, non-characters."""
    return "".join(char for char in content if char in "\n\t" or _writable(char))


def _writable(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"} and ord(char) & _NEVER != _NEVER
