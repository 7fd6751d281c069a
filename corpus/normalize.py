"""Comparison forms of Vietnamese text; every function here keeps the number of code points.

Because nothing is inserted or dropped (given NFC input), a match found in a folded text has the
same offsets in the canonical one. The forms are for comparing and indexing only: what users see
is always sliced from the canonical text.

What this module does not know: which syllables are Vietnamese, or what a word means.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.model import Span

CAPITALS = (
    "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"  # for [{CAPITALS}]
)
SYLLABLE = re.compile(r"[^\W_]+", re.UNICODE)
# Tone on the second vowel of an open oa, oe, uy (hoà) is written on the first here (hòa), as
# underthesea does. "quý" is left alone: there the u belongs to the consonant.
# Each pattern begins with a plain set of letters, which the search skips to.
_LATE_TONE = re.compile(
    r"[oOuU](?<![qQ].)(?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])"
)
_EARLY_TONE_AFTER_Q = re.compile(r"[ùúủũụÙÚỦŨỤ](?<=[qQ].)[yY](?![^\W\d_])")
# tỷ lệ = tỉ lệ, kỹ thuật = kĩ thuật: a bare y after these consonants is an i.
_Y_FOR_I = re.compile(r"[yỳýỷỹỵYỲÝỶỸỴ](?<=[hklmstHKLMST].)(?<![^\W\d_]..)(?![^\W\d_])")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000\t"), " ")
_SIGNS = _DASHES | _SPACES
# A break of a printed line, not of a paragraph or before an item ("- …", "a) …", "1. …").
_ONE_BREAK = re.compile(r"(?<!\n)\n(?!\n|[-+*•–] |[^\W_]{1,3}[.)] )")
_ODD_SIGN = re.compile(f"[{''.join(map(chr, _SIGNS))}]")
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")

_LONGEST_KEPT = 24  # a word
_LONGEST_TEXT_KEPT = 600  # a clause, a sentence or a heading


@dataclass(frozen=True, slots=True)
class Token:
    """A syllable, number or Latin word as it stands: its span and its characters."""

    span: Span
    text: str


def nfc(text: str) -> str:
    """Return ``text`` in Unicode NFC (the only function here that may change the length)."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 12)
def tone_of(char: str) -> int:
    """Return which of the six tones a letter carries: 0 level, 1 `, 2 ´, 3 hook, 4 ~, 5 dot."""
    decomposed = unicodedata.normalize("NFD", char)
    return next((tone for tone in range(1, 6) if _TONES[tone] in decomposed), 0)


@lru_cache(maxsize=1 << 12)
def with_tone(char: str, tone: int) -> str:
    """Return a letter with its tone replaced; its quality marks (â, ơ) are kept."""
    decomposed = unicodedata.normalize("NFD", char)
    bare = "".join(mark for mark in decomposed if mark not in _TONES[1:])
    return unicodedata.normalize("NFC", bare + _TONES[tone])


def place_tones(text: str) -> str:
    """Write the tone of an open oa, oe, uy on its first vowel: hoà and hòa become hòa."""

    def early(match: re.Match[str]) -> str:
        first, second = tuple(match.group(0))
        return with_tone(first, tone_of(second)) + with_tone(second, 0)

    def late(match: re.Match[str]) -> str:
        first, second = tuple(match.group(0))
        return with_tone(first, 0) + with_tone(second, tone_of(first))

    return _EARLY_TONE_AFTER_Q.sub(late, _LATE_TONE.sub(early, text))


def unify_signs(text: str) -> str:
    """Replace every dash by ``-`` and every odd space by a plain one, one for one."""
    return text.translate(_SIGNS) if _ODD_SIGN.search(text) else text


def comparable(text: str) -> str:
    """Return the form in which two spellings of the same word are equal, diacritics kept.

    Lowercase, tones placed early, dashes and spaces unified (a line break within a paragraph is a
    space), ``tỷ`` written ``tỉ``. Same length as ``text`` (letters whose lowercase is longer are
    left as they are).
    """
    if len(text) <= _LONGEST_KEPT:
        return _comparable_word(text)
    return _comparable_text(text) if len(text) <= _LONGEST_TEXT_KEPT else _comparable(text)


def _comparable(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter such as İ, whose lowercase is longer, is left alone
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if "\n" in lowered:
        lowered = _ONE_BREAK.sub(" ", lowered)
    return _i_for_y(place_tones(unify_signs(lowered)))


# The same few thousand words are compared over and over; a bounded memory of them is kept.
_comparable_word = lru_cache(maxsize=1 << 16)(_comparable)
_comparable_text = lru_cache(maxsize=1 << 12)(_comparable)  # some 5 MB at the most


def strip_diacritics(text: str) -> str:
    """Return ``text`` with every Vietnamese mark removed (``đ`` becomes ``d``), case kept."""
    return text if text.isascii() else "".join(map(_bare, text))


def folded(text: str) -> str:
    """Return the form in which sloppy and careful typing are equal: comparable, no diacritics."""
    return _folded_word(text) if len(text) <= _LONGEST_KEPT else _folded(text)


def _folded(text: str) -> str:
    return _i_for_y(strip_diacritics(comparable(text)))


_folded_word = lru_cache(maxsize=1 << 16)(_folded)


@lru_cache(maxsize=1 << 12)  # a clause is cut for question after question
def tokens(text: str) -> tuple[Token, ...]:
    """Return the syllables and numbers of ``text``, in order, with their spans."""
    return tuple(Token(Span(m.start(), m.end()), m.group(0)) for m in SYLLABLE.finditer(text))


@lru_cache(maxsize=1 << 12)  # phrases of the clauses above
def forms_of(text: str) -> tuple[str, ...]:
    """Return the comparable forms of `tokens`, in order."""
    return tuple(syllables(text))


def syllables(text: str) -> list[str]:
    """Return the comparable syllables and numbers of ``text``, in order."""
    return [_comparable_word(word) for word in SYLLABLE.findall(text)]


def _i_for_y(text: str) -> str:
    return _Y_FOR_I.sub(lambda m: with_tone("i", tone_of(m.group())), text)


@lru_cache(maxsize=1 << 12)
def _bare(char: str) -> str:
    if char.isascii():
        return char
    if char in "đĐ":
        return "d" if char == "đ" else "D"
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isalpha() else char
