"""Figures of the year before, where a text has them beside this year's.

"xuất siêu 21,68 tỷ USD (cùng kỳ năm trước xuất siêu 6,9 tỷ USD)": last year's is the second. What
is said to be so much more "so với cùng kỳ năm trước" is this year's.

What this module does not know: which year that is.
"""

import re
from functools import lru_cache
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable

_LAST: Final = r"(?:cùng kì )?năm (?:trước|ngoái)(?! (?:19|20)[0-9]{2})"
_BASE: Final = (
    r"\b(?:so|so với|hơn|bằng|kém|tăng|giảm|mức)(?: với)?(?: mức)?(?: của)? (?:cùng kì )?$"
)
_ASKED: Final = re.compile(rf"\b(?:{_LAST}|năm (?:vừa rồi|vừa qua)\b)")
_TOLD: Final = re.compile(rf"\b{_LAST}\b[^0-9;]*$")
_AS_BASE: Final = re.compile(_BASE)
_LOOK_BACK: Final = 90


@lru_cache(maxsize=1 << 8)
def asks_last_year(question: str) -> bool:
    """Tell whether a question is about last year, and not about what has changed since."""
    form = comparable(question)
    found = _ASKED.search(form)
    return found is not None and not _AS_BASE.search(form[: found.start()])


def is_of_last_year(text: str, start: int, figure: Span) -> bool:
    """Tell whether a figure is told of the year before.

    Args:
        text: the document's.
        start: where what may say so begins.
        figure: its place in the document.
    """
    before = comparable(text[max(start, figure.start - _LOOK_BACK) : figure.start])
    told = _TOLD.search(before)
    return told is not None and not _AS_BASE.search(before[: told.start()])
