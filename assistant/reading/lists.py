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
_LEADS_IN = re.compile(
    r"\b(?:bao gồm|gồm|như|là|cụ thể|sau đây|sau|trong đó|các ngành|lĩnh vực)\s*:|"
    r"\b(?:bao gồm|gồm)\b|:"
)
_KIN_OWN = 0.8
_KIN_SCORE = 0.22
_HEADING_SHARE = 0.55


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
    below = _below_best(reading, best)
    if below:
        return below[:MOST_ITEMS]
    spans = _kin(reading, best)
    return tuple(Item(best.notes.document, span) for span in spans)[:MOST_ITEMS]


def _below_best(reading: Reading, best: Evidence) -> tuple[Item, ...]:
    """Return the lines under the lead-in or heading that the question names, if one is named."""
    document = best.notes.document
    named: list[tuple[float, int]] = []
    for evidence in reading.evidence[:8]:
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
            if paragraph.parents and paragraph.parents[-1] == place
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
    return _merged(spans)


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
