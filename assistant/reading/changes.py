"""Changes from one figure to another: "từ 40% lên 80%" begins with 40% and ends with 80%.

What a thing is to become answers for the years to come, and where nothing else is asked; what it
begins with answers only where that is asked ("từ bao nhiêu", "hiện nay"), or for its own year.

What this module does not know: indicators, or which other years a text gives.
"""

import re
from typing import Final

from assistant.question import Question
from corpus.model import Span
from corpus.normalize import comparable

_LONGEST: Final = 80
_FROM: Final = re.compile(r"\btừ (?:mức |khoảng |gần |trên |dưới |hơn )?$")
_BEGINS: Final = re.compile(r"từ\b")
_TO: Final = re.compile(
    r"(?P<between>[^.;:|\n]{0,60}?)[ ,](?:lên|xuống|còn|thành|sang)"
    r"(?: (?:mức|khoảng|trên|dưới|gần|hơn|còn|tới|đến|tối thiểu|ít nhất|là))* ?[0-9]"
)
_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ASKS_START: Final = re.compile(
    r"\btừ (?:bao nhiêu|mấy|mức nào|con số nào)|\bhiện (?:nay|tại|giờ|đang|có|là)\b"
    r"|\btrước (?:đây|đó|kia|khi|lúc)\b|\b(?:ban đầu|lúc đầu|xuất phát)\b"
)


def begins_change(text: str, value: Span) -> bool:
    """Tell whether a figure is what a change begins with; ``value`` may hold its "từ"."""
    return _to(text, value) is not None


def is_of_own_year(text: str, value: Span) -> bool:
    """Tell whether the beginning of a change names its own year: "từ 56% năm 2017 lên 70%"."""
    match = _to(text, value)
    return match is not None and _YEAR.search(match["between"]) is not None


def asks_for_start(question: Question) -> bool:
    """Tell whether what a change begins with is asked for."""
    return _ASKS_START.search(comparable(question.text)) is not None


def _to(text: str, value: Span) -> re.Match[str] | None:
    before = comparable(text[max(0, value.start - 16) : value.start])
    if not _BEGINS.match(comparable(value.of(text))) and not _FROM.search(before):
        return None
    return _TO.match(comparable(text[value.end : value.end + _LONGEST]))
