"""The indexed documents' own words: what repairs lean towards, and what they never change.

What this module does not know: documents, offsets, or which repair asks.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import log1p
from typing import Final

from assistant.restore.text import bare
from assistant.understand.words import cleaned
from corpus.normalize import folded, tone_of, with_tone

_TOKEN: Final = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
_CLAUSE: Final = re.compile(r"[.!?;:\n]+")
_Y_OR_I: Final = re.compile("([hklmst])([iìíỉĩịyỳýỷỹỵ])")
_SYLLABLE_WEIGHT: Final = 0.25
_PAIR_WEIGHT: Final = 0.8
_MOST: Final = 2.5


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Counts over the indexed documents; keys are lowercase spellings, tones early.

    A syllable that may be written with y or i (tỷ, tỉ) is counted under both. ``by_bare`` gives
    the spellings that a bare form stands for; ``abbreviations`` maps a folded abbreviation to
    its printed letters ("grdp" -> "GRDP").
    """

    syllables: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    by_bare: Mapping[str, tuple[str, ...]]
    abbreviations: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Vocabulary":
        """Count the syllables, neighbours and abbreviations of some texts."""
        syllables: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        spellings: dict[str, Counter[str]] = {}
        short: Counter[str] = Counter()
        for clause in (part for text in texts for part in _CLAUSE.split(cleaned(text))):
            tokens = _TOKEN.findall(clause)
            forms = [twins(token.lower()) for token in tokens]
            for both in forms:
                syllables.update(both)
                for one in both:
                    spellings.setdefault(bare(one), Counter())[one] += 1
            for left, right in pairwise(forms):
                pairs.update(product(left, right))
            short.update(token for token in tokens if _is_abbreviation(token))
        by_bare = {form: tuple(sorted(counts)) for form, counts in spellings.items()}
        abbreviations = {folded(text): text for text, _ in reversed(short.most_common())}
        return cls(syllables, pairs, by_bare, abbreviations)

    def __contains__(self, word: str) -> bool:
        """Tell whether a syllable occurs in the documents, in any case."""
        return word.lower() in self.syllables

    def forms(self, bare_form: str) -> Collection[str]:
        """Return the spellings the documents use for a bare one (see `assistant.restore.Bias`)."""
        return self.by_bare.get(bare_form, ())

    def syllable(self, spelling: str) -> float:
        """Return how much the documents favour a spelling, in log units."""
        count = self.syllables.get(spelling, 0)
        return min(_MOST, _SYLLABLE_WEIGHT * log1p(count)) if count else 0.0

    def pair(self, first: str, second: str) -> float:
        """Return how much the documents favour two neighbours, in log units."""
        count = self.pairs.get((first, second), 0)
        return min(_MOST, _PAIR_WEIGHT * log1p(count)) if count else 0.0

    def holds(self, phrase: str) -> int:
        """Return how often a phrase's neighbours stand together, at the least frequent; or 0."""
        forms = _TOKEN.findall(cleaned(phrase).lower())
        if len(forms) == 1:
            return self.syllables.get(forms[0], 0)
        return min((self.pairs.get(pair, 0) for pair in pairwise(forms)), default=0)


def twins(spelling: str) -> tuple[str, ...]:
    """Return a spelling and, where y and i are one sound (tỷ, tỉ), the other way to write it."""
    match = _Y_OR_I.fullmatch(spelling)
    if not match:
        return (spelling,)
    onset, vowel = match.groups()
    other = with_tone("i" if bare(vowel) == "y" else "y", tone_of(vowel))
    return (spelling, onset + other)


def _is_abbreviation(token: str) -> bool:
    letters = [letter for letter in token if letter.isalpha()]
    return (
        1 < len(letters) <= 6  # noqa: PLR2004 - longer capitals are headings, not abbreviations
        and sum(letter.isupper() for letter in letters) >= 2  # noqa: PLR2004 - CTr, GRDP, VNeID
        and not any(vowel in letters[1:] for vowel in "aeouơưâăêô")
    )
