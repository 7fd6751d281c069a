"""What evidence is worth: the signs that a clause answers, weighed into one score.

What this module does not know: how clauses, spans and times are found (`assistant.reading.reader`).
"""

from dataclasses import replace

from assistant.question import Asks
from assistant.reading.bases import is_of_another_base
from assistant.reading.demands import is_demanded
from assistant.reading.directed import is_directed
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.happenings import happens_there
from assistant.reading.moments import how_said
from assistant.reading.owners import is_of_another
from assistant.reading.scene import Scene, met_after
from assistant.reading.weights import Weights
from corpus.normalize import comparable


def scored(found: Evidence, scene: Scene, weights: Weights) -> Evidence:
    """Return evidence with its merit, whatever the time, and its score, which counts the time."""
    merit = (
        found.coverage.share
        + weights.own * found.own.share
        + weights.retrieval * scene.rank
        + weights.typed * found.typed
        + weights.firm * (found.typed and (scene.question.firm or scene.question.asks_doer))
        + weights.figures * scene.figures
        + weights.precise * found.precision
        + weights.part * found.begins
        + weights.directed * is_directed(scene.question.text, found.quote)
        + weights.other_class * is_of_another(scene.question, found)
        + weights.other_base * is_of_another_base(scene.question, found)
        + _at_span(found, scene, weights)
    )
    return replace(
        found, dense=scene.dense, merit=merit, score=merit + _timely(found, scene, weights)
    )


def _timely(found: Evidence, scene: Scene, weights: Weights) -> float:
    times = {
        TimeFit.MET: weights.time_met,
        TimeFit.NEAR: weights.time_near,
        TimeFit.OTHER: weights.time_other,
    }
    return weights.time_other if scene.elsewhen else times.get(found.time, 0.0)


def _at_span(found: Evidence, scene: Scene, weights: Weights) -> float:
    """Return what the words around the answer are worth: before a time or place, after a figure."""
    if found.span is None:
        return 0.0
    question, text = scene.question, scene.notes.document.text
    worth = weights.after * met_after(scene, found.span) if found.target else 0.0
    if found.typed and question.wants(Asks.DATE):
        worth += weights.when * how_said(comparable(question.text), text, found.span)
    if found.typed and happens_there(question.text, text, found.clause.start, found.span):
        worth += weights.happens
    if found.typed and question.wants(Asks.QUANTITY):
        worth += weights.demanded * is_demanded(question.text, text, found.clause.start, found.span)
    return worth
