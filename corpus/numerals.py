"""Numbers as Vietnamese writes them: figures with their separators, number words, scale words.

A dot groups thousands (``12.500``), a comma starts the decimals (``7,5``). Typed text is less
careful, so ``7.5`` (one, two or four digits after the dot) is read as a decimal, and ``12,500``
(three digits that end in 0, where nobody would write that decimal) or ``1,234,567`` as thousands.

What this module does not know: units, bounds, and whether a number is a year, a mark or an amount.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.model import Span

FIGURES = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]{1,3},[0-9]{3}\.[0-9]{3}(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]+)?)"
)
_ANY = re.compile(FIGURES)
_GROUPED_DOTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_GROUPED_COMMAS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_COMMA_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{2}0")

UNITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = {**UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_LAST = f"{_DIGIT}|mốt|tư|lăm|nhăm"
_TENS = rf"(?:(?:{_DIGIT}) mươi|mười)(?: (?:{_LAST}))?"
_HUNDREDS = rf"(?:{_DIGIT}) trăm(?: (?:(?:linh|lẻ) (?:{_LAST})|{_TENS}))?"
SPELLED = rf"{_HUNDREDS}|{_TENS}|{_DIGIT}"
SPELLED_FRACTION = rf"(?:{_DIGIT}) phần (?:{_DIGIT}|tư|mười)"

SCALES = {
    "chục": Decimal(10), "trăm": Decimal(100), "nghìn": Decimal(1000), "ngàn": Decimal(1000),
    "vạn": Decimal(10_000), "triệu": Decimal(10**6), "tỉ": Decimal(10**9),
}  # fmt: skip
# "tỉ" opens tỉ lệ, tỉ trọng, tỉ suất, which are no scales.
SCALE_WORDS = (
    r"(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỉ(?! (?:lệ|trọng|suất|số|phú))|chuc|tram|nghin|ngan"
    r"|trieu|ti(?! (?:le|trong|suat|so))|tr|k)"
)
_SCALES_TYPED = {
    "chuc": "chục", "tram": "trăm", "nghin": "nghìn", "ngan": "ngàn", "trieu": "triệu", "ti": "tỉ",
    "tr": "triệu", "k": "nghìn",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands. ``value`` is what is printed, before any scale word."""

    span: Span
    value: Decimal
    spelled: bool = False


def parse_figures(figures: str, *, scaled: bool = False) -> Decimal:
    """Return the value of printed figures; ``scaled``: a scale word or ``%`` follows them.

    ``1,024 triệu tỷ`` is 1.024 because it is scaled; ``12,500 USD`` is twelve thousand five
    hundred because it is not.
    """
    if _GROUPED_DOTS.fullmatch(figures):
        return Decimal(figures.replace(".", "").replace(",", "."))
    if _GROUPED_COMMAS.fullmatch(figures):
        return Decimal(figures.replace(",", ""))
    if not scaled and _COMMA_THOUSANDS.fullmatch(figures):
        return Decimal(figures.replace(",", ""))
    if figures.count(".") + figures.count(",") > 1:  # 0.123.456: no number is written so
        return Decimal(re.sub(r"[.,]", "", figures))
    return Decimal(figures.replace(",", "."))


def parse_words(words: str) -> Decimal:
    """Return the value of number words matched by ``SPELLED`` or ``SPELLED_FRACTION``.

    The words are in comparable form (lowercase, plain spaces).
    """
    if " phần " in words:
        upper, lower = words.split(" phần ")
        below = 10 if lower == "mười" else _AFTER_TEN[lower]
        return Decimal(UNITS[upper]) / Decimal(below)
    return Decimal(_under_thousand(words.split()))


def scale_of(words: str) -> Decimal:
    """Return the product of scale words in comparable form (``triệu tỉ`` is 10**15, "" is 1)."""
    scale = Decimal(1)
    for word in words.split():
        scale *= SCALES[_SCALES_TYPED.get(word, word)]
    return scale


def canonical(value: Decimal) -> Decimal:
    """Return ``value`` without trailing zeros, never in exponent form (11,0 and 11 are one)."""
    plain = f"{value:f}"
    return Decimal(plain.rstrip("0").rstrip(".")) if "." in plain else Decimal(plain)


def _under_thousand(words: list[str]) -> int:
    if "trăm" in words:
        rest = [word for word in words[2:] if word not in {"linh", "lẻ"}]
        return UNITS[words[0]] * 100 + (_under_thousand(rest) if rest else 0)
    if "mươi" in words:
        return UNITS[words[0]] * 10 + sum(_AFTER_TEN[word] for word in words[2:])
    if words[0] == "mười":
        return 10 + sum(_AFTER_TEN[word] for word in words[1:])
    return _AFTER_TEN[words[0]]


def every_number(text: str) -> Iterator[tuple[int, Decimal]]:
    """Yield the offset and value of every run of figures in ``text``, whatever it stands for."""
    for match in _ANY.finditer(text):
        yield match.start(), parse_figures(match.group(0))
