"""Words that a clause seems to replace by others of their kind, and yet says in another way.

"150 triệu đồng đối với doanh nghiệp vừa" is of those, whatever stands before the figure; who asks
what is done so that nothing is paid ("khỏi mất phí") is answered by "miễn phí".

What this module does not know: which words exclude one another (`assistant.contrasts`).
"""

import re

from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from corpus.normalize import comparable


def is_told_otherwise(reading: Reading, best: Evidence, phrase: str) -> bool:
    """Tell whether a phrase of the question stands behind the figure, or is denied there."""
    asked = comparable(reading.question.text)
    denied = rf"\b(?:khỏi|đỡ|không|chẳng|tránh)(?: (?:phải|bị))? {re.escape(phrase)}\b"
    return phrase in _told_after(best) or re.search(denied, asked) is not None


def _told_after(best: Evidence) -> str:
    """Return what stands between a figure and the next: "đối với doanh nghiệp vừa"."""
    if best.span is None:
        return ""
    end = best.span.end
    later = (one.span.start for one in best.notes.sentence.mentions.quantities)
    stop = min((start for start in later if start >= end), default=best.notes.passage.span.end)
    told = comparable(best.notes.document.text[end:stop])
    return re.split(r"[;.]", told, maxsplit=1)[0]
