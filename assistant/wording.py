"""Small pieces of wording: citations, joined items, capitals.

What this module does not know: templates, or which answer is given.
"""

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Status
from assistant.decide import Decision
from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import passage_of
from corpus.model import Document, Span


def cite(document: Document, span: Span) -> Citation:
    """Return the citation of a span: its exact characters and where they stand."""
    return Citation(
        document=document.name,
        title=document.title,
        paragraph=document.paragraph_at(span.start).number,
        span=span,
        quote=document.quote(span),
    )


def answer_from(
    text: str,
    evidence: Evidence,
    decision: Decision,
    *reasons: str,
    status: Status = Status.ANSWERED,
) -> Answer:
    """Return an answer that rests on one piece of evidence."""
    return Answer(
        status=status,
        text=text,
        span=evidence.span,
        key=evidence.key,
        citations=(cite(evidence.notes.document, passage_of(evidence)),),
        confidence=decision.confidence,
        reasons=reasons,
    )


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def inside(question: Question, words: str) -> str:
    """Return words of a question as they stand inside a sentence: its first is no capital there."""
    named = any(body.span.start == 0 for body in question.mentions.bodies)
    opening = (
        question.text.startswith(words) and words.split(" ", maxsplit=1)[0].istitle() and not named
    )
    return words[:1].lower() + words[1:] if opening else words


def joined(items: Sequence[str]) -> str:
    """Join Vietnamese items: "a", "a và b", "a, b và c"."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} và {items[-1]}"
