"""Bound words around figures: "trên", "tối thiểu", "không quá", "từ … trở lên".

Input is comparable text. `bound_before` reads the run of bound words that ends where a number
starts; `bound_after` the words that follow its unit.

What this module does not know: numbers and units.
"""

import re
from dataclasses import dataclass
from functools import cache

from corpus.quantity import Operator

_WORDS: dict[str, Operator] = {
    "không dưới": Operator.AT_LEAST, "không thấp hơn": Operator.AT_LEAST,
    "không ít hơn": Operator.AT_LEAST, "không kém": Operator.AT_LEAST,
    "ít nhất": Operator.AT_LEAST, "tối thiểu": Operator.AT_LEAST, "it nhat": Operator.AT_LEAST,
    "toi thieu": Operator.AT_LEAST, "≥": Operator.AT_LEAST, ">=": Operator.AT_LEAST,
    "không vượt quá": Operator.AT_MOST, "không quá": Operator.AT_MOST,
    "không cao hơn": Operator.AT_MOST, "không lớn hơn": Operator.AT_MOST,
    "không hơn": Operator.AT_MOST, "không vượt": Operator.AT_MOST, "không trên": Operator.AT_MOST,
    "tối đa": Operator.AT_MOST, "nhiều nhất": Operator.AT_MOST, "cao nhất": Operator.AT_MOST,
    "khong qua": Operator.AT_MOST, "toi da": Operator.AT_MOST, "≤": Operator.AT_MOST,
    "<=": Operator.AT_MOST,
    "trên dưới": Operator.ABOUT,
    "trên": Operator.ABOVE, "hơn": Operator.ABOVE, "vượt": Operator.ABOVE,
    "vượt mức": Operator.ABOVE, "vượt ngưỡng": Operator.ABOVE, "lớn hơn": Operator.ABOVE,
    "cao hơn": Operator.ABOVE, "nhiều hơn": Operator.ABOVE, "quá": Operator.ABOVE,
    "tren": Operator.ABOVE, "hon": Operator.ABOVE, ">": Operator.ABOVE,
    "dưới": Operator.BELOW, "chưa đến": Operator.BELOW, "chưa tới": Operator.BELOW,
    "chưa đầy": Operator.BELOW, "chưa quá": Operator.AT_MOST, "thấp hơn": Operator.BELOW,
    "nhỏ hơn": Operator.BELOW, "ít hơn": Operator.BELOW, "duoi": Operator.BELOW,
    "<": Operator.BELOW,
    "khoảng": Operator.ABOUT, "gần": Operator.ABOUT, "xấp xỉ": Operator.ABOUT,
    "ước khoảng": Operator.ABOUT,
    "chừng": Operator.ABOUT, "khoang": Operator.ABOUT, "gan": Operator.ABOUT,
    "~": Operator.ABOUT, "≈": Operator.ABOUT,
    "từ": Operator.FROM_TO, "tu": Operator.FROM_TO, "gấp": Operator.EXACT, "gap": Operator.EXACT,
}  # fmt: skip

# Which word of a run decides: "khoảng trên" is above, "tối thiểu từ" is at_least.
_STRENGTH = (
    Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOVE, Operator.BELOW, Operator.ABOUT,
    Operator.FROM_TO, Operator.EXACT,
)  # fmt: skip
_LOOK_BACK = 48
_AFTER = re.compile(r" (?:trở (?P<way>lên|xuống|đi)|(?P<more>hoặc hơn|hoặc cao hơn))\b")


@dataclass(frozen=True, slots=True)
class Bound:
    """The bound words before a number: where they start, what they mean, the words."""

    start: int
    operator: Operator
    since: bool = False


def bound_before(plain: str, start: int) -> Bound:
    """Return the bound words that end at ``start`` (exact, and ``start``, if there are none).

    ``since`` tells that a "từ" is among them, which asks for an upper end.
    """
    match = _run().search(plain, max(0, start - _LOOK_BACK), start)
    if not match:
        return Bound(start, Operator.EXACT)
    operators = {_WORDS[word.strip()] for word in _single().findall(match.group(0))}
    strongest = next(operator for operator in _STRENGTH if operator in operators)
    if "trên dưới" in match.group(0):
        strongest = Operator.ABOUT
    return Bound(match.start(), strongest, since=Operator.FROM_TO in operators)


def bound_after(plain: str, end: int) -> tuple[int, Operator | None]:
    """Return where "trở lên" and the like end after ``end``, and what they mean."""
    match = _AFTER.match(plain, end)
    if not match:
        return end, None
    down = match["way"] == "xuống"
    return match.end(), Operator.AT_MOST if down else Operator.AT_LEAST


def _choices() -> str:
    return "|".join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True))


@cache
def _run() -> re.Pattern[str]:
    """Compile a run of bound words: "khoảng trên ", "tối thiểu là ", "≥"."""
    adverbs = "tối thiểu|ít nhất|tối đa|nhiều nhất|toi thieu|it nhat|toi da"
    verbs = "đạt|có|bằng|chiếm|thêm|phải đạt|là|mức"
    return re.compile(
        rf"(?<![^\W_])(?:(?:{_choices()})(?: là| mức| mức là)? ?|(?:{adverbs}) (?:{verbs}) )+$"
    )


@cache
def _single() -> re.Pattern[str]:
    return re.compile(_choices())
