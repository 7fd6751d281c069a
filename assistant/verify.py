"""The one verifier: nothing reaches a user that the cited text does not hold.

An answer's own words may carry a figure, unit, bound, year, date, document number, body or person
only if a cited quote carries it too (`assistant.support` says what counts as the same). A refusal
or correction may also repeat what the question said, since it denies it. Every path that answers
goes through `violations`; the sentences of a language model go through `unsupported` one by one,
each with the quotes it cites.

What this module does not know: whether a quote answers the question, or how text was composed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Status
from assistant.support import CHECKS, read
from assistant.tabular import rows_told
from corpus.model import Document

DENIES = "yes_no"
"""The reason of an answer that may deny, and so repeat, a figure of its question."""


@dataclass(frozen=True, slots=True)
class Violation:
    """Something in an answer that its citations do not hold: what kind, and the characters."""

    kind: str
    text: str


def violations(
    answer: Answer, documents: Mapping[str, Document], asked: str = ""
) -> tuple[Violation, ...]:
    """Return everything in ``answer`` that its citations do not support; () when it may be shown.

    ``asked`` is the question (typed and understood), whose figures and names a refusal, a partial
    answer, a correction or a "Không" may repeat; a plain answer may not.
    """
    found = [bad for citation in answer.citations for bad in _misquoted(citation, documents)]
    if answer.status is not Status.REFUSED and not answer.citations:
        found.append(Violation("citation", answer.text))
    if answer.span is not None and not any(
        citation.span.covers(answer.span)
        and documents[citation.document].quote(answer.span) == answer.key
        for citation in answer.citations
        if citation.document in documents
    ):
        found.append(Violation("span", answer.key))
    sources = [citation.quote for citation in answer.citations]
    sources += rows_told(sources)
    sources += [citation.title for citation in answer.citations]
    if answer.status is Status.REFUSED:
        sources += [document.title for document in documents.values()]
    if answer.status is not Status.ANSWERED or DENIES in answer.reasons:
        sources.append(asked)
    found += unsupported(answer.text, sources)
    return tuple(found)


def unsupported(text: str, sources: Sequence[str]) -> tuple[Violation, ...]:
    """Return what ``text`` (one sentence, or a whole answer) says that no source holds, or ().

    ``sources`` are the quotes it cites (with their titles, where those may be said). The kinds of
    violation are number, unit, bound, time, pairing (a figure said for another year than the
    sources give it for), document_number and name. Never raises; no source supports nothing.
    """
    said, given = read(text), [read(source) for source in sources]
    return tuple(Violation(kind, part) for check in CHECKS for kind, part in check(said, given))


def _misquoted(citation: Citation, documents: Mapping[str, Document]) -> list[Violation]:
    document = documents.get(citation.document)
    if document is None:
        return [Violation("document", citation.document)]
    if document.quote(citation.span) != citation.quote or not citation.quote:
        return [Violation("quote", citation.quote)]
    return []
