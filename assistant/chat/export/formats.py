"""The formats in which a conversation is written down, as a table of records.

What this module does not know: how any of them is written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.chat.export.markdown import to_markdown
from assistant.chat.export.page import to_html
from assistant.chat.export.record import Conversation, conversation_of
from assistant.chat.export.word import to_docx
from assistant.chat.talk_html import Turn
from corpus.model import Document

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to keep: its name with the date, its media type, its bytes."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Format:
    """A media type, and what writes it."""

    kind: str
    write: Callable[[Conversation], bytes]


FORMATS: Mapping[str, Format] = {
    "md": Format("text/markdown", to_markdown),
    "docx": Format(_WORD, to_docx),
    "html": Format("text/html", to_html),
}


def exported(
    turns: Sequence[Turn], documents: Mapping[str, Document], suffix: str, now: datetime
) -> Exported | None:
    """Return the conversation in a format of `FORMATS`; None where nothing was answered.

    Raises:
        KeyError: there is no such format.
    """
    chosen = FORMATS[suffix]
    talk = conversation_of(turns, documents, now)
    if not talk.exchanges:
        return None
    name = f"hoidap-{now.strftime('%Y-%m-%d-%H%M')}.{suffix}"
    return Exported(name, chosen.kind, chosen.write(talk))
