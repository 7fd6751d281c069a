"""The choice between the foremost evidence, by what reading clause by clause cannot see.

Two looks at the few best: how alike question and sentence are (the embedder's cosine of its most
alike clause), and whether the figure is of the kind asked for (`measures`), with the noun that was
counted. Both are added to the reader's score, so evidence that is better by far stays first. Then
the foremost are put in the order learned (`order`).

What this module does not know: whether the best evidence is good enough (`assistant.decide`).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.confidence.measures import agreement, says_the_noun
from assistant.confidence.order import FOREMOST, Order, seen
from assistant.contrasts import Contrasts
from assistant.question import Asks, Question
from assistant.reading.annotations import Annotations
from assistant.reading.cells import spoken
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from corpus.normalize import syllables

_SHARED = re.compile(
    r"(?i)\b(nông|lâm|ngư|công)(?=,? (?:- )?(?:lâm|ngư|diêm|nông|thương)\b[^.;|]{0,20}\bnghiệp\b)"
)
"""What shares the last syllable of what follows: "nông, lâm nghiệp"."""
LOOKED_AT = 8
"""How many of the best are looked at again."""
LEAD = 0.5
"""By how much another sentence must lead the first to go before it; 0, .1, .25 cost others."""
Likeness = Callable[[str, Sequence[str]], Sequence[float]]
"""The cosines of a question and some texts."""


@dataclass(frozen=True, slots=True)
class ChoiceWeights:
    """What each look adds to the score; found with the questions for fitting (evals/LOG.md)."""

    likeness: float = 1.0
    measure: float = 0.3
    noun: float = 0.3


@dataclass(frozen=True)
class Chooser:
    """Orders the foremost evidence of a reading again."""

    likeness: Likeness
    contrasts: Contrasts
    order: Order
    annotations: Annotations
    weights: ChoiceWeights = ChoiceWeights()

    def chosen(self, reading: Reading) -> Reading:
        """Return the reading with its foremost evidence in a better order, the rest unchanged."""
        if not reading.evidence:
            return reading
        return self._ordered(self.looked(reading))

    def _ordered(self, reading: Reading) -> Reading:
        """Return the reading with its foremost in the order learned.

        Sentences are put in order, each by its best, where one leads the first clearly; what
        stands in one sentence keeps the order it has, so that the whole counted comes before its
        parts.
        """
        foremost, rest = reading.evidence[:FOREMOST], reading.evidence[FOREMOST:]
        worth = self.order.worth(seen(reading, self.annotations)).round(6)
        best: dict[str, float] = {}
        for found, value in zip(foremost, worth, strict=True):
            passage = found.notes.passage.id
            best[passage] = max(float(value), best.get(passage, float(value)))
        if max(best.values()) - best[foremost[0].notes.passage.id] <= LEAD:
            return reading
        ranked = sorted(foremost, key=lambda found: -best[found.notes.passage.id])
        return replace(reading, evidence=(*ranked, *rest))

    def looked(self, reading: Reading) -> Reading:
        """Return a reading, which is not empty, in the order of its scores after both looks."""
        foremost = self._foremost(reading.evidence)
        cosines = self.likeness(
            reading.question.text, [spoken(reading.evidence[i]) for i in foremost]
        )
        named = self.contrasts.named_in(syllables(reading.question.text))
        looked = {
            place: replace(
                found,
                likeness=float(cosine),
                dense=max(found.dense, float(cosine)) if found.notes.row else found.dense,
                contrasts=named.replaced_in(syllables(_without_bodies(reading.question, found))),
            )
            for place, cosine in zip(foremost, cosines, strict=True)
            for found in (reading.evidence[place],)
        }
        most = _most_alike(looked.values())
        worth = {
            place: self._worth(reading.question, found, most[found.notes.passage.id])
            for place, found in looked.items()
        }
        usual = sum(worth.values()) / len(worth)
        evidence = [
            self._raised(looked[place], worth[place] - usual) if place in looked else found
            for place, found in enumerate(reading.evidence)
        ]
        evidence.sort(key=lambda found: -round(found.score, 2))  # equals keep the reader's order
        return replace(reading, evidence=tuple(evidence))

    def _foremost(self, evidence: Sequence[Evidence]) -> list[int]:
        """Return the places of the best by score, and of the best whatever the time."""
        by_score = range(min(LOOKED_AT, len(evidence)))
        by_merit = sorted(range(len(evidence)), key=lambda place: -evidence[place].merit)
        return sorted({*by_score, *by_merit[:LOOKED_AT]})

    def _worth(self, question: Question, found: Evidence, likeness: float) -> float:
        weights = self.weights
        return (
            weights.likeness * likeness
            + weights.measure * agreement(question, found)
            + weights.noun * says_the_noun(question, found)
        )

    def _raised(self, found: Evidence, by: float) -> Evidence:
        return replace(found, merit=found.merit + by, score=found.score + by)


def _without_bodies(question: Question, found: Evidence) -> str:
    """Return what a clause tells; where a body is asked for, without the names of bodies.

    "Sở Nông nghiệp và Môi trường" speaks of no agriculture when it is who does the work.
    """
    told = _SHARED.sub(r"\1 nghiệp", found.told)
    if question.wants(Asks.BODY):
        for body in found.notes.sentence.mentions.bodies:
            told = told.replace(body.text, " ")
    return told


def _most_alike(looked: Iterable[Evidence]) -> Mapping[str, float]:
    """Return, by passage, the likeness of its clause that is most like the question.

    Sentences are told apart by it, not the clauses of one: "26 chỉ tiêu gồm" stands before the
    "5 chỉ tiêu về …" that is a part of it, whichever is more alike.
    """
    most: dict[str, float] = {}
    for found in looked:
        passage = found.notes.passage.id
        most[passage] = max(found.likeness, most.get(passage, found.likeness))
    return most
