"""The items of a list question: from one enumeration, from lines under a lead-in, or from many.

Administrative texts enumerate in three ways: inside a sentence ("bao gồm: 8 chỉ tiêu về …; 9
chỉ tiêu về …"), as lines under a lead-in or heading, and as separate sentences or table rows that
each meet the question. They are tried in that order of closeness to the question.

What this module does not know: templates, or how many items the question expects.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import View
from assistant.reading.annotations import Notes
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.reader import Reading
from corpus.model import Document, ParagraphKind, Span
from corpus.normalize import comparable

MOST_ITEMS = 12
_LEADS_IN = re.compile(r"\b(?:bao gồm|gồm|trong đó|cụ thể)\b|:")
_KIN_OWN = 0.8
_KIN_SCORE = 0.22
_HEADING_SHARE = 0.55
_ITSELF = 0.6
_LOOKED_AT = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the slice to show and the evidence it came from."""

    document: Document
    span: Span


def items_of(reading: Reading) -> tuple[Item, ...]:
    """Return the items that answer a list question, in text order; () when nothing was found."""
    best = reading.best
    if best is None:
        return ()
    if not _enumerates(best):
        for found in (_parallel(reading), _below_best(reading, best)):
            if found:
                return found[:MOST_ITEMS]
    spans = _kin(reading, best)
    return tuple(Item(best.notes.document, span) for span in _merged(spans))[:MOST_ITEMS]


def _parallel(reading: Reading) -> tuple[Item, ...]:
    """Return the longest run of lines that open with the same two words of the question.

    "Căn cứ Luật …;", "Căn cứ Nghị quyết …;" are lines of one list though nothing leads in.
    """
    asked = {term.text for term in reading.question.terms}
    runs = [
        _run(evidence.notes.document, evidence.clause.start)
        for evidence in reading.evidence[:_LOOKED_AT]
        if asked.issuperset(_opening_at(evidence))
    ]
    longest = max(runs, key=len, default=())
    return longest if len(longest) > 1 else ()


def _run(document: Document, start: int) -> tuple[Item, ...]:
    here = document.position_at(start)
    opening = _opening(document, here)
    spans = [document.paragraphs[here].span]
    for step in (-1, 1):
        position = here + step
        while 0 <= position < len(document.paragraphs) and (
            _opening(document, position) == opening
        ):
            spans.append(document.paragraphs[position].span)
            position += step
    return tuple(Item(document, span) for span in sorted(spans))


def _opening_at(evidence: Evidence) -> tuple[str, ...]:
    document = evidence.notes.document
    return _opening(document, document.position_at(evidence.clause.start)) or ("",)


def _opening(document: Document, position: int) -> tuple[str, ...]:
    paragraph = document.paragraphs[position]
    text = document.quote(paragraph.span)[len(paragraph.marker) :]
    return View.of(text[:60]).forms[:2]


def _below_best(reading: Reading, best: Evidence) -> tuple[Item, ...]:
    """Return the lines under the lead-in or heading that the question names, if one is named."""
    document = best.notes.document
    named: list[tuple[float, int]] = []
    for evidence in reading.evidence[:_LOOKED_AT]:
        if evidence.notes.document is not document:
            continue
        position = _position(document, evidence.notes)
        for place in (*document.paragraphs[position].parents, position):
            share = reading.matcher.weighed(
                reading.matcher.met(View.of(document.quote(document.paragraphs[place].span)))
            ).share
            if share >= _HEADING_SHARE and share >= best.own.share - 0.05:
                named.append((share, place))
    for _, place in sorted(named, key=lambda pair: (-pair[0], pair[1])):
        children = [
            paragraph
            for paragraph in document.paragraphs
            if paragraph.parents
            and paragraph.parents[-1] == place
            and paragraph.kind is not ParagraphKind.BODY
        ]
        leads = document.quote(document.paragraphs[place].span).rstrip().endswith(":")
        heading = document.paragraphs[place].kind is ParagraphKind.HEADING and place > 0
        if len(children) > 1 and (leads or heading):
            return tuple(Item(document, child.span) for child in children)
    return ()


def _position(document: Document, notes: Notes) -> int:
    return next(
        position
        for position, paragraph in enumerate(document.paragraphs)
        if paragraph.span == notes.passage.context
    )


def _kin(reading: Reading, best: Evidence) -> list[Span]:
    """Return the best clause, the rest of its enumeration, and clauses that answer as well."""
    spans = _whole_enumeration(best)
    kin = [
        evidence
        for evidence in reading.evidence
        if evidence.notes.document is best.notes.document
        and evidence.target is None
        and evidence.time is not TimeFit.OTHER
        and evidence.own.share >= _KIN_OWN * best.own.share
        and evidence.score >= best.score - _KIN_SCORE
    ]
    for evidence in kin:
        spans += _whole_enumeration(evidence)
    return spans


def _enumerates(evidence: Evidence) -> bool:
    """Tell whether the best clause meets the question and lists things itself."""
    if evidence.own.share < _ITSELF:
        return False
    text = comparable(evidence.notes.document.quote(_whole_enumeration(evidence)[0]))
    opens = _LEADS_IN.search(text)
    few = 2
    return opens is not None and len(re.findall(r"[,;]| và ", text[opens.end() :])) >= few


def _whole_enumeration(evidence: Evidence) -> list[Span]:
    """Return the clause, with the later clauses of its sentence where it opens a list."""
    notes = evidence.notes
    text = comparable(evidence.quote)
    opens = _LEADS_IN.search(text)
    spans = [clause.span for clause in notes.clauses]
    inside = [place for place, span in enumerate(spans) if span.covers(evidence.clause)]
    if opens and inside and inside[0] + 1 < len(spans):
        return [Span(spans[inside[0]].start, spans[-1].end)]
    return [spans[inside[0]] if inside else evidence.clause]


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that overlap joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
