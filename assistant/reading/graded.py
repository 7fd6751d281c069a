"""Amounts that a text sets by steps: "dưới 50 con: 2 triệu đồng; từ 50 đến dưới 100 con: …".

A question that names a size ("nhà có 70 con thì được bao nhiêu?") is answered by the step that
holds it. The steps stand in one sentence, parted by semicolons, or each in an item of one list.

What this module does not know: whether the rest of the question is met (`assistant.decide`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from assistant.question import Asks
from assistant.reading.annotations import Annotations, Notes
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import Operator, Quantity, QuantityKind, same_unit

_LOOKED_AT: Final = 4
_FEWEST: Final = 2
_OWN: Final = 0.25
_LONGEST_VALUE: Final = 90
_OPEN: Final = frozenset({Operator.EXACT, Operator.ABOUT})
_EDGE: Final = re.compile(r"[\s\-+*•–]+")
_OVER, _UNDER = re.compile(r"^(?:từ )?(?:trên|hơn|quá)\b"), re.compile(r"\bdưới\b")
_ENDS: Final = re.compile(r" (?:đối với|nếu|khi|cho|áp dụng|với điều kiện)\b")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the sizes it is for, the amount, and the words that say both."""

    notes: Notes
    clause: Span
    bound: Quantity
    value: Quantity


def graded(reading: Reading, annotations: Annotations) -> Evidence | None:
    """Return the step that holds the size a question names, as evidence, or None."""
    question = reading.question
    sizes = [q for q in question.mentions.quantities if q.figures and (q.unit or q.scale != 1)]
    asks = question.wants(Asks.QUANTITY) or question.wants(Asks.MANNER)
    if question.yes_no or not asks or len(sizes) != 1 or sizes[0].kind is QuantityKind.PERCENT:
        return None
    for evidence in reading.evidence[:_LOOKED_AT]:
        if evidence.own.share < _OWN or evidence.notes.is_row:
            continue
        steps = list(_steps(evidence.notes, sizes[0]))
        if len(steps) < _FEWEST:
            steps = list(_steps_beside(evidence.notes, sizes[0], annotations))
        held = [step for step in steps if _holds(step, sizes[0])]
        if len(steps) >= _FEWEST and len(held) == 1:
            return _as_evidence(evidence, held[0])
    return None


def _steps(notes: Notes, size: Quantity) -> Iterator[Step]:
    """Yield the steps of one sentence that are for sizes of this unit."""
    text, whole = notes.document.text, notes.passage.span
    start = whole.start
    for end in [m.start() for m in re.finditer(";", whole.of(text))] + [len(whole)]:
        part = Span(start, whole.start + end)
        inside = [q for q in notes.sentence.mentions.quantities if part.covers(q.span)]
        bounds = [q for q in inside if q.operator not in _OPEN and _alike(q, size)]
        values = [q for q in inside if q not in bounds[:1]]
        if bounds and values:
            yield Step(notes, part, bounds[0], values[0])
        start = part.end + 1


def _alike(one: Quantity, size: Quantity) -> bool:
    """Tell whether two figures measure the same: "50 triệu" says no more than "50 triệu đồng"."""
    counted = one.kind is QuantityKind.COUNT is size.kind
    return same_unit(one, size) and (counted or one.kind is size.kind or not size.base_unit)


def _steps_beside(notes: Notes, size: Quantity, annotations: Annotations) -> Iterator[Step]:
    """Yield the steps of the list that the sentence is an item of."""
    document = notes.document
    own = document.paragraphs[notes.passage.paragraph - 1]
    if not own.marker:
        return
    for passage in document.passages:
        paragraph = document.paragraphs[passage.paragraph - 1]
        if paragraph.marker and paragraph.parents == own.parents:
            yield from _steps(annotations.of(passage), size)


def _holds(step: Step, size: Quantity) -> bool:
    """Tell whether a step is for a size, or for the very sizes that the question says."""
    low, high = step.bound.scaled_low, step.bound.scaled_high
    if size.operator not in _OPEN:
        return (low, high) == (size.scaled_low, size.scaled_high)
    value = size.scaled[0]
    over, under = _strict(step)
    if low is not None and (value < low or (over and value == low)):
        return False
    return high is None or value < high or (value == high and not under)


def _strict(step: Step) -> tuple[bool, bool]:
    """Tell whether a step leaves out its least and its greatest: "trên 1 tỷ", "dưới 100 con"."""
    form = comparable(step.bound.span.of(step.notes.document.text))
    return _OVER.search(form) is not None, _UNDER.search(form) is not None


def _as_evidence(evidence: Evidence, step: Step) -> Evidence:
    text = step.notes.document.text
    words = step.clause.of(text).rstrip(" .;,\n")
    begins = _EDGE.match(words)
    clause = Span(
        step.clause.start + (begins.end() if begins else 0), step.clause.start + len(words)
    )
    end = step.value.span.end
    if step.bound.span.end <= step.value.span.start and clause.end - end <= _LONGEST_VALUE:
        tail = _ENDS.search(comparable(text[end : clause.end]))
        end = end + tail.start() if tail else clause.end
    return replace(
        evidence, notes=step.notes, clause=clause, span=Span(step.value.span.start, end),
        target=None, typed=True,
    )  # fmt: skip
