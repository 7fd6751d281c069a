"""Small pieces of wording: citations, joined items, capitals.

What this module does not know: which answer is given.
"""

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Status
from assistant.decide import Decision
from assistant.question import Question
from assistant.reading.about import SelfFact
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import passage_of, tidy
from corpus.model import Document, Span
from prompts.load import Templates


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


def about_answer(facts: Sequence[SelfFact], templates: Templates) -> Answer | None:
    """Return the lines in which a document says of itself what was asked, or None without any."""
    if not facts:
        return None
    lines = [tidy(fact.document.quote(fact.printed.clause)) for fact in facts]
    return Answer(
        status=Status.ANSWERED,
        text=templates.fill("answer_quote", quote="”; “".join(lines)),
        span=facts[0].printed.value,
        key=facts[0].document.quote(facts[0].printed.value),
        citations=tuple(cite(fact.document, fact.printed.clause) for fact in facts),
        confidence=1.0,
        reasons=("about",),
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
