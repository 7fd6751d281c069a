"""Whether the best evidence says yes or no to a yes/no question.

The question is read as a statement: its figures, bounds and negation are held against the
evidence's. What conflicts is a "Không" with the difference; what agrees is a "Có".

What this module does not know: templates.
"""

import re
from dataclasses import dataclass

from assistant.question import Question
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import tidy
from assistant.reading.premise import false_premise
from assistant.reading.reader import Reading
from corpus.normalize import comparable


@dataclass(frozen=True, slots=True)
class Judgement:
    """Yes or no, by which evidence; ``stated`` and ``asked`` are the figures that differ."""

    agrees: bool
    evidence: Evidence
    stated: str = ""
    asked: str = ""


def judge(reading: Reading, best: Evidence, annotations: Annotations) -> Judgement:
    """Hold the question, as a statement, against the best evidence."""
    if difference := false_premise(reading, annotations):
        document = difference.evidence.notes.document
        stated = tidy(document.quote(difference.stated))
        return Judgement(
            agrees=False, evidence=difference.evidence, stated=stated, asked=difference.asked
        )
    return Judgement(agrees=_polarity(reading.question) == _says_no(best), evidence=best)


def _polarity(question: Question) -> bool:
    """Tell whether the question itself denies ("không được … phải không?")."""
    form = re.sub(r"(?:có )?(?:phải |đúng |hay )?không\W*$", "", comparable(question.text))
    return bool(re.search(r"\b(?:không|chưa|chẳng)\s+(?:được|có|phải|cần|bị)\b", form))


def _says_no(best: Evidence) -> bool:
    return bool(re.search(r"\bkhông (?:được|cho phép|cần|phải)\b", comparable(best.quote)))
