"""Which district or province a place lies in: "xã An Hòa (huyện Sông Đà)", "thôn Hạ, xã An Hòa".

What this module does not know: which places there are (`corpus.places`).
"""

import re
from functools import lru_cache
from typing import Final

from corpus.model import Span
from corpus.normalize import CAPITALS, comparable, syllables
from corpus.places import LEVELS

_WHOLE: Final = re.compile(rf"(?:{LEVELS}|thôn|ấp|khu phố)\b")
_ASKED: Final = re.compile(
    r"^\W*(?P<what>[^?]+?) (?:thuộc|nằm ở|nằm tại|nằm trong|ở|tại|đóng ở|của)(?: địa bàn)? "
    rf"(?P<noun>{LEVELS}) nào\b"
)
_CAPITAL: Final = rf"[{CAPITALS}]\w*"
_NAME: Final = re.compile(rf"{_CAPITAL}(?: {_CAPITAL})+")


def lying_in(question: str, text: str, clause: Span) -> Span | None:
    """Return what a clause says a named place lies in, where that is asked for, or None."""
    pattern = _pattern(question)
    match = pattern.search(clause.of(text)) if pattern else None
    return Span(*match.span("place")).moved(clause.start) if match else None


@lru_cache(maxsize=256)
def _pattern(question: str) -> re.Pattern[str] | None:
    """Return what finds the place asked for right after the name that a question says."""
    asked = _ASKED.match(comparable(question))
    if asked is None:
        return None
    what = question[asked.start("what") : asked.end("what")]
    level = _WHOLE.match(comparable(what))
    names = _NAME.findall(what[level.end() :] if level else what)
    if not names:
        return None
    noun = asked["noun"]
    return re.compile(
        rf"{re.escape(names[-1])}(?:,| ?\(| ?[-–]| thuộc| ở) ?(?:[^();.\n]{{0,30}}?, ?)?"
        rf"(?P<place>(?:{noun}|{noun.capitalize()}) (?:\d+|{_CAPITAL}(?: {_CAPITAL}){{0,3}}))"
    )


def is_of_other_level(noun: tuple[str, ...], place: str) -> bool:
    """Tell whether a place is called by another level than is asked for: "xã", not "huyện"."""
    level = " ".join(noun)
    if not re.fullmatch(LEVELS, level):
        return False
    own = _WHOLE.match(" ".join(syllables(place)))
    return own is not None and own.group(0) != level and "thành phố" not in (level, own.group(0))
