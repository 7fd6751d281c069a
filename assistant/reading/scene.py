"""One passage under one question: what its surroundings meet, and what its sentence speaks of.

What this module does not know: clauses, spans, or how evidence is ranked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import Coverage, Matcher, View
from assistant.question import Asks, Question
from assistant.reading.about import says_itself
from assistant.reading.annotations import Clause, Notes
from assistant.reading.slots import slot_of
from assistant.reading.times import is_elsewhen
from corpus.model import Span
from corpus.quantities import NameKind, find_bodies, same_figures, same_unit
from index.search import Hit

# How much a word met only there counts, against one met in the clause itself.
SENTENCE, HEADING, PARAGRAPH, TITLE = 0.85, 0.75, 0.5, 0.45
AROUND = 0.85
BEFORE = 0.9  # the sentence that one points back to
LEAD = 0.9  # what leads in an enumeration, for its items
COLUMN = 0.9  # the header row of a table, for its rows
_TAIL = re.compile(r"[^.,;:()\n]{1,80}")
_PART = re.compile(r"[,;](?=\s)|\s(?:và|còn)(?=\s)")
_WHO = frozenset((Asks.BODY, Asks.PERSON))
_NEAR_ABOVE = 1_000  # characters between a heading and the clause that is quoted with it


@dataclass(frozen=True, slots=True)
class Scene:
    """One passage under one question.

    ``around`` is what its surroundings meet, ``rank`` its retrieval score from 0 to 1 among the
    hits, ``figures`` the share of the question's own figures that it has; ``itself`` whether the
    sentence speaks of its document, whose title tells which that is; ``elsewhen`` whether it lacks
    the time that the question names by now.
    """

    question: Question
    matcher: Matcher
    notes: Notes
    around: Sequence[float]
    rank: float
    dense: float
    figures: float
    itself: bool
    elsewhen: bool

    def covered(self, met: Sequence[float]) -> Coverage:
        """Return the coverage by shares met in the clause and by its surroundings."""
        return self.matcher.weighed(either(met, self.around))


def scene_of(question: Question, matcher: Matcher, notes: Notes, hit: Hit, rank: float) -> Scene:
    """Return the scene of a passage found; ``rank`` is its place among the hits, 0 to 1."""
    sentence = notes.document.quote(notes.passage.span)
    return Scene(
        question=question,
        matcher=matcher,
        notes=notes,
        around=_met_around(matcher, notes),
        rank=rank,
        dense=hit.dense,
        figures=_figures_met(question, notes),
        itself=says_itself(sentence),
        elsewhen=is_elsewhen(question, sentence),
    )


def met_in(scene: Scene, clause: Clause) -> Sequence[float]:
    """Return, per term, the share met by a clause and by what it speaks of without saying it.

    That is its document's title, the sentence that it points back to, and what leads it in.
    """
    notes, met = scene.notes, scene.matcher.met
    shares: Sequence[float] = met(clause.view)
    if scene.itself:
        shares = either(shares, [SENTENCE * share for share in met(notes.title)])
    if notes.before is not None and clause.span.start == notes.passage.span.start:
        shares = either(shares, [BEFORE * share for share in met(notes.before)])
    if notes.lead is not None and clause.span.start >= notes.lead.end:
        shares = either(shares, [LEAD * share for share in met(notes.lead.view)])
    return shares


def met_after(scene: Scene, value: Span) -> float:
    """Return how much of what the question says after "bao nhiêu" stands just after a figure.

    "gấp bao nhiêu lần Hải Phòng?": "gấp 1,5 lần so với Hà Nội, gấp 6,2 lần so với Hải Phòng".
    """
    slot = slot_of(scene.question.text)
    tail = _tail(scene, value)
    if slot is None or not tail:
        return 0.0
    met = scene.matcher.met(View.of(tail))
    after = [
        (weight, share)
        for term, weight, share in zip(scene.matcher.terms, scene.matcher.weights, met, strict=True)
        if term.place > slot.last and term.text not in scene.question.unit.split()
    ]
    total = sum(weight for weight, _ in after)
    return sum(weight * share for weight, share in after) / total if total else 0.0


def _tail(scene: Scene, value: Span) -> str:
    """Return what completes a figure: to the next one, without what leads that in.

    "1.500 lao động là điều dưỡng; kỹ sư sang Nhật Bản; đưa 1.800 …": up to "Nhật Bản".
    """
    text = scene.notes.document.text
    near = _TAIL.match(text, value.end)
    others = [
        quantity.span.start
        for quantity in scene.notes.sentence.mentions.quantities
        if quantity.span.start >= value.end
    ]
    end = min(others, default=scene.notes.passage.span.end)
    parts = _PART.split(text[value.end : end])[: -1 if others else None]
    whole = " ; ".join(parts)
    return max(whole, near.group(0) if near else "", key=len)


def _met_around(matcher: Matcher, notes: Notes) -> list[float]:
    """Return, per term, the best discounted share met by what stands around a clause."""
    layers = [(SENTENCE, notes.sentence.view), (PARAGRAPH, notes.around), (TITLE, notes.title)]
    layers += [(HEADING, view) for view in notes.headings]
    if notes.header is not None:
        layers.append((COLUMN, notes.header))
    return matcher.best(layers)


def body_above(scene: Scene, clause: Clause) -> Span | None:
    """Return the body that the nearest heading is, where who does a thing is asked for."""
    if scene.question.asks[0] not in _WHO or not scene.notes.passage.headings:
        return None
    heading = scene.notes.passage.headings[-1]
    text = scene.notes.document.text
    if clause.span.start - heading.end > _NEAR_ABOVE or heading.end > clause.span.start:
        return None
    for body in find_bodies(heading.of(text)):
        span = body.span.moved(heading.start)
        if body.kind is NameKind.BODY and not text[span.end : heading.end].strip(" .:\n"):
            return span
    return None


def _figures_met(question: Question, notes: Notes) -> float:
    """Return the share of the question's own figures ("26 chỉ tiêu") that the sentence has."""
    asked = [quantity for quantity in question.mentions.quantities if quantity.figures]
    if not asked:
        return 0.0
    stated = notes.sentence.mentions.quantities
    met = sum(
        any(same_figures(one, other) and same_unit(one, other) for other in stated) for one in asked
    )
    return met / len(asked)


def either(first: Sequence[float], second: Sequence[float]) -> list[float]:
    """Return the greater share, term by term."""
    return list(map(max, first, second))  # of the same length
