"""Lists of targets: those measured in a unit that is asked for, or of several things at once.

"Những chỉ tiêu nào tính theo GDP?" asks by unit; "chỉ tiêu thu nhập và đô thị hóa" names two
indicators, each met by a part of the question only.

What this module does not know: tables, or lists of other things (`assistant.reading.lists`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.annotations import Notes
from assistant.reading.evidence import TimeFit
from assistant.reading.outline import ASKING, Item, Listing
from assistant.reading.reader import Reading
from assistant.reading.times import fit_of_target
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.register import Target, TargetKind

_AIMS = re.compile(r"\b(?:chỉ tiêu|mục tiêu)\b")
_BY_UNIT = re.compile(r"\b(?:theo|tính bằng|đo bằng|bằng)\b")
_PART = 0.3
_TOGETHER = 0.8
_STRONG = 0.5
_FEW = 2


@dataclass(frozen=True, slots=True)
class _Aim:
    """A register record beside the question: the notes it is in and what it meets, term by term."""

    notes: Notes
    target: Target
    met: tuple[float, ...]

    @property
    def span(self) -> Span:
        """The record as it is quoted: from its indicator or clause to the end of the clause."""
        quote, indicator = self.target.span, self.target.indicator_span
        sentence = self.notes.passage.span
        start = indicator.start if sentence.covers(indicator) else quote.start
        return Span(min(start, quote.start), max(quote.end, self.target.value_span.end))


def targets_asked(reading: Reading) -> Listing:
    """Return the targets that a list question asks for by unit or by several indicators."""
    form = comparable(reading.question.text)
    if not _AIMS.search(form) or not reading.question.listed or reading.best is None:
        return Listing()
    document = reading.best.notes.document
    aims = _aims(reading, document)
    if _BY_UNIT.search(form) and len(by_unit := _in_unit(reading, aims)) >= _FEW:
        return Listing(_items(document, by_unit), 1.0)
    return _of_parts(reading, document, aims) if " và " in form else Listing()


def _aims(reading: Reading, document: Document) -> list[_Aim]:
    notes = {evidence.notes.passage.id: evidence.notes for evidence in reading.evidence}
    return [
        _Aim(one, target, reading.matcher.met(views[0]))
        for one in notes.values()
        if one.document is document
        for target, views in zip(one.targets, one.target_views, strict=True)
        if target.kind is not TargetKind.COUNT
        and fit_of_target(reading.question, target) is not TimeFit.OTHER
    ]


def _in_unit(reading: Reading, aims: Sequence[_Aim]) -> list[_Aim]:
    asked = {term.text for term in reading.question.terms if term.weight > _STRONG}
    return [aim for aim in aims if asked & set(re.findall(r"\w+", comparable(aim.target.unit)))]


def _of_parts(reading: Reading, document: Document, aims: Sequence[_Aim]) -> Listing:
    """Return the targets that together meet the question, where none does alone."""
    weights = [
        weight if term.weight > _STRONG and term.text not in ASKING else 0.0
        for term, weight in zip(reading.matcher.terms, reading.matcher.weights, strict=True)
    ]
    total = sum(weights) or 1.0
    shares = [sum(w * m for w, m in zip(weights, aim.met, strict=True)) / total for aim in aims]
    parts = [aim for aim, share in zip(aims, shares, strict=True) if share >= _PART]
    met = [max(column) for column in zip(*(aim.met for aim in parts), strict=True)]
    together = sum(w * m for w, m in zip(weights, met, strict=True)) / total if met else 0.0
    if together < _TOGETHER or max(shares, default=1.0) >= _TOGETHER:
        return Listing()
    return Listing(_items(document, parts), together)


def _items(document: Document, aims: Sequence[_Aim]) -> tuple[Item, ...]:
    """Return the clauses of the targets in text order, those that overlap joined."""
    merged: list[Span] = []
    for span in sorted(aim.span for aim in aims):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(Item(document, span) for span in merged)
