"""Years typed short, written out where the documents have them: "21-25", "năm 30", "2k25".

What this module does not know: what happens in those years.
"""

import re
from itertools import zip_longest
from typing import Final

from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import Phrase, Word
from corpus.normalize import folded

_RANGE: Final = re.compile(r"([0-6]\d)([-/])([0-6]\d)")
_SHORT: Final = re.compile(r"(?:2k)?([0-6]\d)")
_COUNTED: Final = re.compile(
    r"(?:%|phan|ty|ti|trieu|nghin|ngan|usd|dong|nguoi|ha|km|tuoi|ngay|thang|gio|lan|do|m2|tan|ho|xa)"
)
_LONGEST: Final = 20  # years


def with_years(phrase: Phrase, vocabulary: Vocabulary) -> Phrase:
    """Return a phrase with its short years written out; figures that count stay as they are."""
    words: list[Word] = []
    before = ""
    for word, after in zip_longest(phrase.words, phrase.words[1:]):
        counts = after is not None and bool(_COUNTED.match(folded(after.text)))
        meant = "" if counts or "%" in word.text else _year(word.text, before, vocabulary)
        words.append(word.with_text(meant, fixed=True) if meant else word)
        before = folded(word.text)
    return phrase.with_words(words)


def _year(text: str, before: str, vocabulary: Vocabulary) -> str:
    span = _RANGE.fullmatch(text)
    if span and 0 < int(span.group(3)) - int(span.group(1)) <= _LONGEST:
        first, last = f"20{span.group(1)}", f"20{span.group(3)}"
        return f"{first}-{last}" if first in vocabulary and last in vocabulary else ""
    short = _SHORT.fullmatch(text)
    if short and (before == "nam" or text.startswith("2k")):
        year = f"20{short.group(1)}"
        return year if year in vocabulary else ""
    return ""
