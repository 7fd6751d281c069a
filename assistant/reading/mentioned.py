"""Questions for everything of a kind that a document mentions: its bodies, its document numbers.

"Những cơ quan nào được nhắc tên trong chương trình này?" is answered by the mentions themselves,
wherever they stand.

What this module does not know: questions about what those bodies do.
"""

import re

from assistant.question import Asks, Question
from corpus.model import Document, ParagraphKind, Span
from corpus.normalize import comparable
from corpus.quantities import NameKind, mentions

_MENTIONED = re.compile(
    r"(?:được|có) (?:nhắc|nêu|đề cập|kể|nói|dẫn|viện dẫn|trích dẫn)"
    r"(?: (?:đến|tới|tên|ra|đích danh))*"
    r"|xuất hiện|có tên"
)
_MOST = 12


def mentioned_items(question: Question, document: Document) -> tuple[Span, ...]:
    """Return the first mention of each thing of the kind asked for, in text order, or ()."""
    if not question.listed or not _MENTIONED.search(comparable(question.text)):
        return ()
    found: dict[str, Span] = {}
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        for key, span in _of_kind(question, document.quote(paragraph.span)):
            found.setdefault(key, span.moved(paragraph.span.start))
    return tuple(found.values())[:_MOST]


def _of_kind(question: Question, text: str) -> list[tuple[str, Span]]:
    mentioned = mentions(text)
    if question.wants(Asks.DOCUMENT_NUMBER) or "số hiệu" in comparable(question.text):
        return [(number.key, number.span) for number in mentioned.numbers]
    if question.wants(Asks.BODY):
        return [(b.key, b.span) for b in mentioned.bodies if b.kind is NameKind.BODY]
    if question.wants(Asks.PERSON):
        return [(b.key, b.span) for b in mentioned.bodies if b.kind is NameKind.PERSON]
    return []
