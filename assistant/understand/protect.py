"""What a repair must never change: figures, document numbers, names that are not Vietnamese.

What this module does not know: abbreviations (they are written out or kept elsewhere).
"""

from itertools import pairwise
from typing import Final

from assistant.understand.runs import is_run
from assistant.understand.syllable import bare_table, is_syllable
from assistant.understand.words import Phrase

_MARKED: Final = 3
#: Units that would be taken for a syllable without its marks, after what counts them.
_UNITS: Final = frozenset(("ha",))
_COUNTING: Final = frozenset(
    ("mấy", "may", "nhiêu", "nhieu", "bn", "bnhieu", "bnhiu", "nghìn", "nghin", "ngàn", "ngan",
     "triệu", "trieu", "vạn", "van")
)  # fmt: skip
#: Small words inside foreign names ("de Gaulle").
_PARTICLES: Final = frozenset(("de", "del", "der", "du", "von"))


def protected(phrase: Phrase) -> Phrase:
    """Return a phrase with the words fixed that no repair may touch."""
    shouted = is_shouted(phrase)
    fixed = [
        _is_protected(word.text, first=place == 0, shouted=shouted)
        for place, word in enumerate(phrase.words)
    ]
    for place, (before, word) in enumerate(pairwise(phrase.words), start=1):
        fixed[place] |= word.text in _UNITS and _counts(before.text)
    if not shouted and is_marked(phrase):
        names = [one and word.text.istitle() for one, word in zip(fixed, phrase.words, strict=True)]
        for place, word in enumerate(phrase.words):
            beside = any(names[max(0, place - 1) : place + 2])
            fixed[place] |= beside and _is_name_part(word.text)
    return phrase.with_words(
        word.with_text(word.text, fixed=one) for one, word in zip(fixed, phrase.words, strict=True)
    )


def _counts(text: str) -> bool:
    return text.lower() in _COUNTING or text[-1].isdigit()


def _is_name_part(text: str) -> bool:
    return text.isascii() and (text.istitle() or text in _PARTICLES)


def is_marked(phrase: Phrase) -> bool:
    """Tell whether a question is typed with marks: a third of its words carry one."""
    words = [word.text for word in phrase.words if word.text.isalpha()]
    return _MARKED * sum(not text.isascii() for text in words) >= len(words)


def is_shouted(phrase: Phrase) -> bool:
    """Tell whether a question is typed in capitals throughout."""
    letters = [word.text for word in phrase.words if word.text.isalpha()]
    return len(letters) > 1 and all(text.isupper() for text in letters)


def _is_protected(text: str, *, first: bool, shouted: bool) -> bool:
    if text[0].isdigit() and not is_run(text):
        return True
    if "&" in text:
        return True
    if not text.isalpha() or shouted:
        return False
    if text.isupper() and len(text) > 1:
        return True
    lowered = text.lower()
    foreign = text.isascii() and not is_syllable(lowered) and lowered not in bare_table()
    return foreign and text[0].isupper() and not first
