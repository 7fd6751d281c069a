"""The features of a reading that tell whether its best evidence answers.

What this module does not know: their weights.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assistant.confidence.measures import agreement
from assistant.question import Asks
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.reader import Reading

_MET = 0.3
_STRONG = 1.0
_OPEN = frozenset((Asks.THING, Asks.MANNER, Asks.REASON, Asks.PLACE, Asks.ANYTHING))


def features_of(reading: Reading, best: Evidence, annotations: Annotations) -> NDArray[np.float64]:
    """Return the features of a reading, in the order of `FEATURES`; shape (len(FEATURES),)."""
    return np.array([feature(reading, best, annotations) for feature in FEATURES.values()])


def _unmet(reading: Reading, best: Evidence) -> list[float]:
    """Return the weights of terms hardly met, as shares of the whole."""
    weights = reading.matcher.weights
    total = sum(weights) or 1.0
    return [
        weight / total
        for weight, share in zip(weights, best.coverage.met, strict=True)
        if share < _MET
    ]


def _unmet_strong(reading: Reading, best: Evidence, _: Annotations) -> float:
    """The share of strong content terms that are hardly met."""
    strong = [
        (weight, share)
        for term, weight, share in zip(
            reading.matcher.terms, reading.matcher.weights, best.coverage.met, strict=True
        )
        if term.weight >= _STRONG
    ]
    total = sum(weight for weight, _ in strong)
    return sum(weight for weight, share in strong if share < _MET) / total if total else 0.0


def _unknown(reading: Reading, best: Evidence, annotations: Annotations) -> float:
    """The share of terms, by weight, that stand nowhere in the document and have no kin in it."""
    weights = reading.matcher.weights
    total = sum(weights) or 1.0
    view = annotations.text_of(best.notes.document.name)
    met = reading.matcher.met(view)
    return sum(w for w, share in zip(weights, met, strict=True) if share < _MET) / total


def _gap(reading: Reading, best: Evidence, _: Annotations) -> float:
    """How far the best evidence stands above the best of another sentence."""
    other = next(
        (e.score for e in reading.evidence if e.notes.passage.id != best.notes.passage.id), 0.0
    )
    return best.score - other


def _likeness_gap(reading: Reading, best: Evidence, _: Annotations) -> float:
    """How much more the best clause is like the question than any of another sentence."""
    others = (e.likeness for e in reading.evidence if e.notes.passage.id != best.notes.passage.id)
    return best.likeness - max(others, default=0.0)


def _unmet_names(reading: Reading, best: Evidence, _: Annotations) -> float:
    """The weight, in the whole, of the words written as names that are hardly met."""
    total = sum(reading.matcher.weights) or 1.0
    terms = zip(reading.matcher.terms, reading.matcher.weights, best.coverage.met, strict=True)
    return sum(weight for term, weight, share in terms if term.name and share < _MET) / total


def _is_open(reading: Reading) -> bool:
    """Tell whether no figure, date, name or yes is asked for: any statement may answer."""
    return reading.question.asks[0] in _OPEN and not reading.question.yes_no


def _asks_figure(reading: Reading) -> bool:
    return reading.question.wants(Asks.QUANTITY) or reading.question.wants(Asks.DATE)


FEATURES: dict[str, Callable[[Reading, Evidence, Annotations], float]] = {
    "coverage": lambda _r, best, _a: best.coverage.share,
    "own": lambda _r, best, _a: best.own.share,
    "hard_coverage": lambda r, best, _a: r.matcher.literal(best.notes.sentence.view),
    "unmet_largest": lambda r, best, _a: max(_unmet(r, best), default=0.0),
    "unmet_strong": _unmet_strong,
    "unknown": _unknown,
    "gap": _gap,
    "dense": lambda _r, best, _a: best.dense,
    "likeness": lambda _r, best, _a: best.likeness,
    "likeness_gap": _likeness_gap,
    "precision": lambda _r, best, _a: best.precision,
    "unmet_names": _unmet_names,
    "measure_met": lambda r, best, _a: float(agreement(r.question, best) > 0),
    "measure_other": lambda r, best, _a: float(agreement(r.question, best) < 0),
    "open": lambda r, _b, _a: float(_is_open(r)),
    "coverage_open": lambda r, best, _a: best.coverage.share * _is_open(r),
    "coverage_figure": lambda r, best, _a: best.coverage.share * _asks_figure(r),
    "terms": lambda r, _b, _a: min(len(r.matcher.terms), 12) / 12,
    "typed": lambda _r, best, _a: float(best.typed),
    "figure_untyped": lambda r, best, _a: float(_asks_figure(r) and not best.typed),
    "target": lambda _r, best, _a: float(best.target is not None),
    "time_met": lambda _r, best, _a: float(best.time is TimeFit.MET),
    "time_other": lambda _r, best, _a: float(best.time is TimeFit.OTHER),
    "time_unknown": lambda _r, best, _a: float(best.time is TimeFit.UNKNOWN),
    "listed": lambda r, _b, _a: float(r.question.listed),
    "yes_no": lambda r, _b, _a: float(r.question.yes_no),
}
