"""The limit that a question asks for: "tối đa bao nhiêu?" over "100% giá trị, không quá 100 triệu".

A share is granted and a limit set beside it; where the most or the least is asked for, the figure
with that bound is meant, and not the one before it.

What this module does not know: which record is of the thing asked about.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.reading.annotations import Notes
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantity import Operator
from corpus.register import Target

_MOST: Final = re.compile(
    r"\b(?:tối đa|nhiều nhất|cao nhất|không quá|không vượt quá|mức trần)\b.*\b(?:bao nhiêu|mấy)\b"
    r"|\b(?:bao nhiêu|mấy)\b.*\b(?:là tối đa|là nhiều nhất|là cao nhất|tối đa)\b"
)
_LEAST: Final = re.compile(
    r"\b(?:tối thiểu|ít nhất|thấp nhất|mức sàn)\b.*\b(?:bao nhiêu|mấy)\b"
    r"|\b(?:bao nhiêu|mấy)\b.*\b(?:là tối thiểu|là ít nhất|tối thiểu)\b"
)
_REACH: Final = 60  # characters from a figure to its limit
_BREAKS: Final = re.compile(r"[;|\n]|\. |\b(?:trong đó|riêng)\b")


@lru_cache(maxsize=1 << 8)
def limit_asked(question: str) -> Operator | None:
    """Return the bound that a question asks for, None where it asks for none."""
    form = comparable(question)
    if _MOST.search(form):
        return Operator.AT_MOST
    return Operator.AT_LEAST if _LEAST.search(form) else None


def limit_beside(notes: Notes, target: Target, limit: Operator) -> Span | None:
    """Return the limit that stands after a record's figure which is none itself, or None."""
    if target.operator is limit:
        return None
    text, end = notes.document.text, target.value_span.end
    for quantity in notes.sentence.mentions.quantities:
        between = text[end : quantity.span.start]
        if quantity.span.start < end:
            continue
        if len(between) > _REACH or _BREAKS.search(comparable(between)):
            return None
        if quantity.operator is limit:
            return quantity.span
    return None
