"""Whether the best evidence says yes or no to a yes/no question.

The question is read as a statement: its figures, bounds and negation are held against the
evidence's. What conflicts is a "Không" with the difference; what agrees is a "Có".

What this module does not know: templates.
"""

import re
from dataclasses import dataclass

from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import tidy
from assistant.reading.reader import Reading
from corpus.normalize import comparable
from corpus.quantities import Quantity, same_figures, same_unit

_NEGATION = re.compile(r"\b(?:không|chưa|chẳng|cấm|trừ|ngoại trừ)\b")
_WHOLE = re.compile(r"\btoàn bộ\b|\btất cả\b|\bmọi\b")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Yes or no, by which evidence; ``stated`` and ``asked`` are the figures that differ."""

    agrees: bool
    evidence: Evidence
    stated: str = ""
    asked: str = ""


def judge(reading: Reading, best: Evidence) -> Judgement:
    """Hold the question, as a statement, against the best evidence."""
    asked = reading.question.mentions.quantities
    for quantity in asked:
        stated = _comparable_quantities(best, quantity)
        if stated and not any(same_figures(quantity, other) for other in stated):
            return Judgement(
                agrees=False,
                evidence=best,
                stated=tidy(best.notes.document.quote(stated[0].span)),
                asked=quantity.span.of(reading.question.text),
            )
    return Judgement(agrees=_polarity(reading.question) == _says_no(best), evidence=best)


def _comparable_quantities(best: Evidence, quantity: Quantity) -> list[Quantity]:
    inside = [
        other
        for clause in best.notes.clauses
        if clause.span.overlaps(best.clause)
        for other in clause.mentions.quantities
        if best.target is None or best.target.value_span.overlaps(other.span)
    ]
    return [other for other in inside if same_unit(quantity, other)]


def _polarity(question: Question) -> bool:
    """Tell whether the question itself denies ("không được … phải không?")."""
    form = re.sub(r"(?:có )?(?:phải |đúng |hay )?không\W*$", "", comparable(question.text))
    return bool(re.search(r"\b(?:không|chưa|chẳng)\s+(?:được|có|phải|cần|bị)\b", form))


def _says_no(best: Evidence) -> bool:
    return bool(re.search(r"\bkhông (?:được|cho phép|cần|phải)\b", comparable(best.quote)))
