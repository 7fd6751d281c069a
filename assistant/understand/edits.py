"""One slip of the fingers away: the forms it leads to, what each costs, and marks typed wrong.

What this module does not know: which form is a word, or which the documents mean.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from assistant.restore.text import bare
from corpus.normalize import tone_of, with_tone

_LETTERS: Final = "abcdeghiklmnopqrstuvxy"
_NEAR: Final = {
    "a": "sqz", "b": "vnh", "c": "xvd", "d": "sfe", "e": "wrd", "g": "fht", "h": "gjn", "i": "uo",
    "k": "jl", "l": "ko", "m": "n", "n": "bmh", "o": "ip", "p": "o", "q": "wa", "r": "et",
    "s": "adz", "t": "ry", "u": "yi", "v": "cb", "x": "zcs", "y": "tu", "f": "dg", "j": "hk",
    "w": "qe", "z": "x",
}  # fmt: skip
_SWAP, _DOUBLE, _DROP, _EXTRA, _NEAR_KEY, _OTHER_KEY = 2.0, 2.0, 3.0, 4.0, 3.0, 5.0


@lru_cache(maxsize=1 << 12)
def edits(form: str) -> Mapping[str, float]:
    """Return the forms one slip away from a bare one, and how much each slip costs."""
    found: dict[str, float] = {form: 0.0}

    def put(new: str, cost: float) -> None:
        found[new] = min(cost, found.get(new, cost))

    for place, letter in enumerate(form):
        left, right = form[:place], form[place + 1 :]
        doubled = letter in (form[place - 1 : place], form[place + 1 : place + 2])
        put(left + right, _DOUBLE if doubled else _EXTRA)
        if right and right[0] != letter:
            put(left + right[0] + letter + right[1:], _SWAP)
        for new in _LETTERS:
            if new != letter:
                put(left + new + right, _NEAR_KEY if new in _NEAR.get(letter, "") else _OTHER_KEY)
    for place in range(len(form) + 1):
        for new in _LETTERS:
            put(form[:place] + new + form[place:], _DROP)
    return found


@lru_cache(maxsize=1 << 14)
def marks_off(typed: str, spelling: str) -> int | None:
    """Return how many marks differ, or None where marks typed are lost along with other slips."""
    (tone, letters), (other, others) = _marks(typed), _marks(spelling)
    off = (tone != other) + len(letters ^ others)
    if bare(typed) == bare(spelling):
        return off if off <= 1 or not (tone or letters) else None
    lost = (tone and tone != other) or not letters <= others
    return None if lost else off


@lru_cache(maxsize=1 << 14)
def _marks(word: str) -> tuple[int, frozenset[str]]:
    """Return the tone of a word and its letters that have other marks."""
    plain = (with_tone(one, 0) for one in word)
    letters = frozenset(one for one in plain if not one.isascii())
    return max(map(tone_of, word), default=0), letters
