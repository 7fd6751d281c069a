"""The features of a reading that tell whether its best evidence answers.

What this module does not know: their weights.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assistant.confidence.measures import agreement, counts_another
from assistant.question import Asks
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.narrowing import replaced
from assistant.reading.reader import Reading
from assistant.words import content_forms
from corpus.normalize import comparable, syllables

_MET = 0.3
_STRONG = 1.0
_HALF = 0.5
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


def _plain(reading: Reading, best: Evidence, *, most: float) -> float:
    """The share, by weight, of everyday words among the terms met no more than ``most``.

    People ask with words that documents do not use; that they stand nowhere says little, while
    a document's kind of word that is not there says that something else is spoken of.
    """
    weights = reading.matcher.weights
    terms = zip(weights, reading.matcher.plain, best.coverage.met, strict=True)
    return sum(w * plain for w, plain, met in terms if met <= most) / (sum(weights) or 1.0)


def _unknown(reading: Reading, best: Evidence, annotations: Annotations) -> float:
    """The share of terms, by weight, that stand nowhere in the document and have no kin in it."""
    weights = reading.matcher.weights
    total = sum(weights) or 1.0
    view = annotations.text_of(best.notes.document.name)
    met = reading.matcher.met(view)
    return sum(w for w, share in zip(weights, met, strict=True) if share < _MET) / total


def _gap(reading: Reading, best: Evidence, _: Annotations) -> float:
    """How far the best evidence stands above the best of another sentence that says otherwise."""
    key = comparable(best.key)
    others = (
        e.score
        for e in reading.evidence
        if e.notes.passage.id != best.notes.passage.id and not (key and comparable(e.key) == key)
    )
    return best.score - max(others, default=0.0)


def _likeness_gap(reading: Reading, best: Evidence, _: Annotations) -> float:
    """How much more the best clause is like the question than any of another sentence."""
    others = (e.likeness for e in reading.evidence if e.notes.passage.id != best.notes.passage.id)
    return best.likeness - max(others, default=0.0)


def _unmet_names(reading: Reading, best: Evidence, _: Annotations) -> float:
    """The weight, in the whole, of the words written as names that are hardly met."""
    total = sum(reading.matcher.weights) or 1.0
    terms = zip(reading.matcher.terms, reading.matcher.weights, best.coverage.met, strict=True)
    return sum(weight for term, weight, share in terms if term.name and share < _MET) / total


def _asked_share(reading: Reading, phrase: str) -> float:
    """Return the weight, in the whole, of the question's words in a phrase."""
    words = phrase.split()
    weights = zip(reading.matcher.terms, reading.matcher.weights, strict=True)
    return sum(weight for term, weight in weights if term.text in words) / (
        sum(reading.matcher.weights) or 1.0
    )


def _opposed(reading: Reading, best: Evidence, _: Annotations) -> float:
    """The weight of the heaviest phrase that the evidence replaces by another of its kind."""
    found = (_asked_share(reading, one.asked) for one in replaced(reading, best, _HALF))
    return max(found, default=0.0)


def _opposed_in_place(reading: Reading, best: Evidence, _: Annotations) -> float:
    """The same, of what stands beside the same word."""
    found = (one for one in replaced(reading, best, _HALF) if one.in_place)
    return max((_asked_share(reading, one.asked) for one in found), default=0.0)


def _clash(reading: Reading, best: Evidence, _: Annotations) -> float:
    """The largest weight, in the whole, of a word that the clause replaces beside its neighbour.

    "Nước thải công nghiệp" is asked about, and the clause says "nước thải đô thị": the word after
    "thải" is another, and the clause has "công nghiệp" nowhere.
    """
    terms, weights, met = reading.matcher.terms, reading.matcher.weights, best.own.met
    apart = {  # what is met beside what is not
        place
        for place, term in enumerate(terms)
        if term.joined and place and met[place] < _MET <= met[place - 1]
    }
    if not apart:
        return 0.0
    said = {term.text for term in terms}
    told = syllables(best.told)
    instead = {
        first
        for first, second in pairwise(told)
        if second not in said and content_forms((second,)) and not second.isdigit()
    }
    clashing = (weights[place] for place in apart if terms[place - 1].text in instead)
    return max(clashing, default=0.0) / (sum(weights) or 1.0)


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
    "unmet_plain": lambda r, best, _a: _plain(r, best, most=_MET),
    "plain": lambda r, best, _a: _plain(r, best, most=1.0),
    "unknown": _unknown,
    "gap": _gap,
    "dense": lambda _r, best, _a: best.dense,
    "likeness": lambda _r, best, _a: best.likeness,
    "likeness_gap": _likeness_gap,
    "precision": lambda _r, best, _a: best.precision,
    "unmet_names": _unmet_names,
    "measure_met": lambda r, best, _a: float(agreement(r.question, best) > 0),
    "measure_other": lambda r, best, _a: float(agreement(r.question, best) < 0),
    "opposed": _opposed,
    "opposed_in_place": _opposed_in_place,
    "clash": _clash,
    "noun_other": lambda r, best, _a: float(counts_another(r, best)),
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

HELPING: frozenset[str] = frozenset(
    (
        "coverage",
        "own",
        "hard_coverage",
        "gap",
        "dense",
        "likeness",
        "likeness_gap",
        "precision",
        "measure_met",
        "coverage_open",
        "coverage_figure",
        "typed",
        "time_met",
    )
)
"""Features of which more never makes an answer less likely."""
HURTING: frozenset[str] = frozenset(
    (
        "unmet_largest",
        "unmet_strong",
        "unknown",
        "unmet_names",
        "measure_other",
        "opposed",
        "opposed_in_place",
        "clash",
        "noun_other",
        "figure_untyped",
        "time_other",
        "time_unknown",
    )
)
"""Features of which more never makes an answer more likely."""
