"""Clean questions typed badly, by fixed seeds: without diacritics, half of them, raw Telex, slips.

The seed is the case's id and the variant's name, so adding a case changes no other.

What this module does not know: how bad typing is understood.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from random import Random

from corpus.normalize import strip_diacritics, tone_of, with_tone
from evals.cases import Case, Kind

CLEAN = "sạch"
_CLEAN_KINDS = frozenset({Kind.FACT, Kind.LIST, Kind.YESNO, Kind.PARAPHRASE})
_TELEX_TONES = ("", "f", "s", "r", "x", "j")
_TELEX_LETTERS = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
_SYLLABLE = re.compile(r"[^\W\d_]+")
_SLIP_SHARE = 0.25
_SHORTEST_SLIP = 3


def distorted(cases: Iterable[Case]) -> list[Case]:
    """Return each clean case as written and in every variant, with the same known answer."""
    clean = [case for case in cases if case.kind in _CLEAN_KINDS and not case.history]
    return [
        replace(case, id=f"{case.id}~{name}", question=question, variant=name)
        for case in clean
        for name, question in variants_of(case.question, case.id)
    ]


def source_of(identifier: str) -> str:
    """Return the id of the case that a variant was made from."""
    return identifier.rpartition("~")[0] or identifier


def variants_of(question: str, seed: str) -> list[tuple[str, str]]:
    """Return (name, question) for the clean question and each way of distorting it."""
    made = [(name, make(question, _random(seed, name))) for name, make in VARIANTS.items()]
    return [(CLEAN, question), *made]


def without_diacritics(question: str, _: Random) -> str:
    """Drop every mark: ``ty le do thi hoa``."""
    return strip_diacritics(unicodedata.normalize("NFC", question))


def half_typed(question: str, random: Random) -> str:
    """Drop the marks of about half the words."""
    words = unicodedata.normalize("NFC", question).split(" ")
    return " ".join(strip_diacritics(word) if random.random() < 1 / 2 else word for word in words)


def telex(question: str, _: Random) -> str:
    """Write the keys of Telex: ``tyr leej ddoo thij hoas``."""
    composed = unicodedata.normalize("NFC", question)
    return _SYLLABLE.sub(lambda match: _telex_syllable(match.group(0)), composed)


def slipped(question: str, random: Random) -> str:
    """Make a slip in about a quarter of the words, at least one: swap, drop or double a letter."""
    words = unicodedata.normalize("NFC", question).split(" ")
    can_slip = [i for i, word in enumerate(words) if word.isalpha() and len(word) >= _SHORTEST_SLIP]
    count = max(1, round(len(can_slip) * _SLIP_SHARE))
    for position in random.sample(can_slip, min(count, len(can_slip))):
        words[position] = _slip(words[position], random)
    return " ".join(words)


VARIANTS: Mapping[str, Callable[[str, Random], str]] = {
    "không dấu": without_diacritics,
    "nửa dấu": half_typed,
    "telex": telex,
    "gõ nhầm": slipped,
}
"""Every variant by the name reports show."""


def _random(seed: str, name: str) -> Random:
    return Random(f"{seed}:{name}")  # noqa: S311  (repeatable, not secret)


def _telex_syllable(word: str) -> str:
    tone = max(tone_of(char) for char in word)
    return "".join(_telex_letter(with_tone(char, 0)) for char in word) + _TELEX_TONES[tone]


def _telex_letter(char: str) -> str:
    keys = _TELEX_LETTERS.get(char.lower(), char)
    return keys.capitalize() if char.isupper() else keys


def _slip(word: str, random: Random) -> str:
    at = random.randrange(len(word) - 1)
    kinds = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[: at + 1] + word[at + 2 :],
        word[: at + 1] + word[at:],
    )
    return random.choice(kinds)
