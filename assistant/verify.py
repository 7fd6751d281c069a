"""The one verifier: nothing reaches a user that the cited text does not hold.

An answer's own words may carry a figure, unit, year, date, document number or named body only if
a cited quote carries it too, after Vietnamese normalisation (``11,0%`` = ``11%``, ``08`` = ``8``,
``8,3 nghìn`` = ``8.300``). A refusal or correction may also repeat what the question said, since
it denies it. Every path that answers goes through `verified`.

What this module does not know: whether a quote answers the question, or how text was composed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Answer, Citation, Status
from corpus.model import Document
from corpus.normalize import comparable, syllables
from corpus.quantities import mentions, numbers_in, same_figures, same_unit

DENIES = "yes_no"
"""The reason of an answer that may deny, and so repeat, a figure of its question."""


# Titles and quotes come back in answer after answer; a bounded memory of their mentions is kept.
_mentions = lru_cache(maxsize=2_048)(mentions)


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
    sources += [citation.title for citation in answer.citations]
    if answer.status is Status.REFUSED:
        sources += [document.title for document in documents.values()]
    if answer.status is not Status.ANSWERED or DENIES in answer.reasons:
        sources.append(asked)
    found += unsupported(answer.text, sources)
    return tuple(found)


def unsupported(text: str, sources: Sequence[str]) -> tuple[Violation, ...]:
    """Return the figures, units, times, document numbers and names of ``text`` not in ``sources``.

    This is the heart of the verifier; a language model's sentences go through it too.
    """
    said = _mentions(text)
    given = [_mentions(source) for source in sources]
    found: list[Violation] = []
    numbers = {number for source in sources for number in numbers_in(source)}
    found += [
        Violation("number", str(number)) for number in numbers_in(text) if number not in numbers
    ]
    quantities = [quantity for each in given for quantity in each.quantities]
    found += [
        Violation("unit", quantity.span.of(text))
        for quantity in said.quantities
        if not any(
            same_figures(quantity, other) and same_unit(quantity, other) for other in quantities
        )
        and not _printed_in(quantity.span.of(text), sources)
    ]
    isos = {time.iso for each in given for time in each.times}
    found += [
        Violation("time", time.span.of(text))
        for time in said.times
        if time.iso and time.iso not in isos and not _stands_in(time.core.of(text), sources)
    ]
    keys = {number.key for each in given for number in each.numbers}
    found += [
        Violation("document_number", number.text)
        for number in said.numbers
        if number.key not in keys
    ]
    found += [
        Violation("name", body.text) for body in said.bodies if not _stands_in(body.text, sources)
    ]
    return tuple(found)


def _misquoted(citation: Citation, documents: Mapping[str, Document]) -> list[Violation]:
    document = documents.get(citation.document)
    if document is None:
        return [Violation("document", citation.document)]
    if document.quote(citation.span) != citation.quote or not citation.quote:
        return [Violation("quote", citation.quote)]
    return []


def _stands_in(phrase: str, sources: Sequence[str]) -> bool:
    """Tell whether the syllables of a phrase stand side by side in a source, whole."""
    wanted = f" {' '.join(syllables(phrase))} "
    return any(wanted in f" {' '.join(syllables(source))} " for source in sources)


def _printed_in(figure: str, sources: Sequence[str]) -> bool:
    """Tell whether a figure is printed in a source with its signs ("17" in a date is no "17%")."""
    wanted = re.escape(_spaced(figure))
    printed = re.compile(rf"(?<![\w.,/-]){wanted}(?![\w%/-]|[.,]\d)")
    return any(printed.search(_spaced(source)) for source in sources)


def _spaced(text: str) -> str:
    return " ".join(comparable(text).split())
