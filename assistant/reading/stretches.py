"""Names joined by a dash: what is told of "Pháp Vân - Vinh" is not told of "Vinh - Cam Lộ".

A stretch of road, a line or a pair of towns is one name, though each end is a name of its own.

What this module does not know: stretches told by one end ("đoạn qua Vinh"), or typed in small
letters.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.reading.evidence import Evidence
from corpus.normalize import comparable

_ENDS: Final = re.compile(r"([^\W\d_]+) ?[-–—] ?([^\W\d_]+)")
_JOINED: Final = r"(?: ?[-–—] ?| | và )"
_ON_THE_WAY: Final = r"(?:[^;.]{0,60}? (?:đến|tới|đi|về|với) (?:[^\W\d_]+ ){0,3}?)"


@lru_cache(maxsize=1 << 8)
def stretches_asked(question: str) -> tuple[str, ...]:
    """Return the dashed names of a question, as they stand: the word on each side of the dash."""
    found = (match for match in _ENDS.finditer(question))
    return tuple(one.group(0) for one in found if one[1][:1].isupper() and one[2][:1].isupper())


def tells_of(stretch: str, text: str) -> bool:
    """Tell whether a text, in comparable form, has both ends of a stretch as one, either way."""
    first, second = (re.escape(end) for end in _ends(stretch))
    return any(
        re.search(rf"(?<!\w){one}(?:{_JOINED}|{_ON_THE_WAY}){other}(?!\w)", text)
        for one, other in ((first, second), (second, first))
    )


def other_stretch(question: str, evidence: Evidence) -> str:
    """Return the dashed name of a question that a sentence and what stands over it lack, or ""."""
    asked = stretches_asked(question)
    if not asked:
        return ""
    passage, document = evidence.notes.passage, evidence.notes.document
    spans = (*passage.headings, passage.span)
    around = comparable(" ; ".join(document.quote(span) for span in spans))
    return next((one for one in asked if not tells_of(one, around)), "")


def is_of_another_stretch(question: str, evidence: Evidence) -> bool:
    """Tell whether a sentence, or a clause of it that has one of its own, has another such name."""
    asked = stretches_asked(question)
    if not asked:
        return False
    whole = comparable(evidence.notes.document.quote(evidence.notes.passage.span))
    parts = [whole, comparable(evidence.told)] if stretches_asked(evidence.quote) else [whole]
    return any(not tells_of(one, part) for one in asked for part in parts)


@lru_cache(maxsize=1 << 8)
def _ends(stretch: str) -> tuple[str, str]:
    match = _ENDS.search(stretch)
    return (comparable(match[1]), comparable(match[2])) if match else ("", "")
