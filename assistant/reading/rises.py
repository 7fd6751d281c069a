"""By how much something rose or fell: "tăng bao nhiêu?" over "đạt 280 tỷ đồng, tăng 27% so với …".

What it came to is no answer to by how much it changed; the figure after the verb is, and it often
stands right after what it came to, with no subject of its own.

What this module does not know: which record is of the thing asked about.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.reading.annotations import Notes
from corpus.model import Span
from corpus.normalize import comparable
from corpus.register import Target

_UP: Final = r"(?:tăng|vượt|cao hơn|nhiều hơn|nhỉnh hơn)"
_DOWN: Final = r"(?:giảm|hụt|thấp hơn|ít hơn|kém)"
_BY: Final = (
    r"(?: (?:thêm|khoảng|gần|hơn|trên|tới|đến|được|bình quân|thêm được|mạnh"
    r"|(?:mỗi|hằng|hàng|một) năm))*"
)
_ASKS: Final = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_BY} (?:bao nhiêu|mấy)\b(?! năm)"
)
_CHANGES: Final = re.compile(
    r"\b(?:tăng|giảm|vượt|hụt|hơn|kém|thêm|lên|xuống|nâng|hạ|cắt|bớt|tiết kiệm|còn|gấp|rút ngắn)\b"
)
_AFTER: Final = 24  # characters after a figure that may tell a change: "5% cao hơn"
_EITHER: Final = re.compile(
    rf"\b(?:{_UP} hay(?: là)? {_DOWN}|{_DOWN} hay(?: là)? {_UP})\b|\b(?:tăng|giảm|hơn) không hay\b"
)
_TURN: Final = re.compile(rf"\b(?:{_UP}|{_DOWN}){_BY} ?$")
_NEXT: Final = 160  # characters between what it came to and by how much it changed
_BREAKS: Final = re.compile(r"[;|\n]|\. ")


@lru_cache(maxsize=1 << 8)
def change_asked(question: str) -> str:
    """Return the verb, as a pattern, of the change whose amount is asked for, "" where none is."""
    found = _ASKS.search(comparable(question))
    if found is None:
        return ""
    return _UP if found["up"] else _DOWN


@lru_cache(maxsize=1 << 8)
def direction_asked(question: str) -> bool:
    """Tell whether a question asks which way something went: "tăng hay giảm?"."""
    return _EITHER.search(comparable(question)) is not None


def turn_of(notes: Notes, target: Target) -> Span | None:
    """Return the verb and the figure of a change that a record is, or that stands beside it."""
    text = notes.document.text
    lead = comparable(text[target.span.start : target.value_span.start])
    if found := _TURN.search(lead):
        return Span(target.span.start + found.start(), target.value_span.end)
    changed = change_beside(notes, target, rf"(?:{_UP}|{_DOWN})")
    if changed is None:
        return None
    end = target.value_span.end
    led = _TURN.search(comparable(text[end : changed.start]))
    return Span(end + led.start(), changed.end) if led else None


def tells_no_change(notes: Notes, target: Target) -> bool:
    """Tell whether neither a record nor its clause has a word of change: "có 24 đơn vị"."""
    text = notes.document.text
    clause = text[target.span.start : max(target.span.end, target.value_span.end + _AFTER)]
    return not _CHANGES.search(comparable(f"{target.indicator} {clause}"))


def change_beside(notes: Notes, target: Target, verb: str) -> Span | None:
    """Return the figure of a change that stands right after a record's, or None."""
    text = notes.document.text
    end = target.value_span.end
    led = rf"\b{verb}{_BY} ?$"
    if re.search(led, comparable(text[target.span.start : target.value_span.start])):
        return None  # its own figure is of a change: "tăng 1,6% so với tháng trước và tăng 5,7%"
    for quantity in notes.sentence.mentions.quantities:
        between = comparable(text[end : quantity.span.start])
        if between.endswith("(") and text[quantity.span.end : quantity.span.end + 1] == ")":
            continue  # "2.045 xã (23%) …, tăng 5,9%"
        if not 0 <= quantity.span.start - end <= _NEXT or _BREAKS.search(between):
            continue
        if re.search(led, between):
            return quantity.span
        return None
    return None
