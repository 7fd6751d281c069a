"""A question as words and what stands between them, so that a repair keeps all the rest.

What this module does not know: what any word means, or whether it is Vietnamese.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.normalize import nfc, place_tones, unify_signs

# A figure or document number with all its parts (12.500, 60-62%, 21-CTr/TU, 08/02/2023, 5G),
# an abbreviation with an ampersand (R&D), or a run of letters and figures (nam2030, chi3).
_WORD: Final = re.compile(
    r"\d\w*(?:[-/.,:]\w+)*%?"
    r"|(?<!\w)[A-Za-zĐđ]{1,3}&[A-Za-zĐđ]{1,3}(?!\w)"
    r"|[^\W_]+",
)
_SPACES: Final = re.compile(r"\s+")
_CONTROL: Final = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]")
_PUNCTUATION: Final = re.compile(r"[^\w%&/+-]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: what it is now, what was typed, and what stood before it.

    ``fixed`` words are never altered further: figures, document numbers, names, and words that
    an abbreviation was written out as.
    """

    text: str
    before: str = ""
    fixed: bool = False

    def with_text(self, text: str, *, fixed: bool | None = None) -> "Word":
        """Return the same word written otherwise."""
        return Word(text, self.before, self.fixed if fixed is None else fixed)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one question in order, and what stood after the last."""

    words: tuple[Word, ...]
    tail: str = ""

    @property
    def text(self) -> str:
        """The question as it now reads."""
        return "".join(word.before + word.text for word in self.words) + self.tail

    @property
    def texts(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(word.text for word in self.words)

    def with_words(self, words: Iterable[Word]) -> "Phrase":
        """Return the same phrase with other words."""
        return Phrase(tuple(words), self.tail)


def cleaned(question: str) -> str:
    """Return ``question`` in NFC with plain dashes and spaces, no control characters, trimmed."""
    plain = unify_signs(_CONTROL.sub("", nfc(question).replace("\n", " ")))
    return place_tones(_SPACES.sub(" ", plain).strip())


def split(question: str) -> Phrase:
    """Cut a cleaned question into words; joining them again gives the question back."""
    words, end = [], 0
    for match in _WORD.finditer(question):
        words.append(Word(match.group(0), question[end : match.start()]))
        end = match.end()
    return Phrase(tuple(words), question[end:])


def spread(word: Word, texts: Sequence[str], *, fixed: bool = False) -> list[Word]:
    """Return one word as several, the first with what stood before it."""
    return [
        Word(text, word.before if number == 0 else " ", fixed) for number, text in enumerate(texts)
    ]


def same_words(first: str, second: str) -> bool:
    """Tell whether two texts differ in letter case, spaces and punctuation at most."""
    return _bones(first) == _bones(second)


def _bones(text: str) -> str:
    return _PUNCTUATION.sub(" ", cleaned(text).lower()).strip()
