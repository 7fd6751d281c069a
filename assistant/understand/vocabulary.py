"""The indexed documents' own words: what repairs lean towards, and what they never change.

What this module does not know: documents, offsets, or which repair asks.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import log1p
from typing import Final

from assistant.restore.text import bare
from assistant.understand.words import cleaned
from corpus.normalize import folded, nfc, place_tones, tone_of, with_tone

#: A word, an abbreviation with an ampersand, or a sign that parts two clauses.
_TOKEN: Final = re.compile(r"[^\W_]+(?:&[^\W_]+)?|[.!?;:]")
_STOPS: Final = frozenset(".!?;:")
_STOP: Final = " ; "
_Y_OR_I: Final = re.compile("([hklmst])([iìíỉĩịyỳýỷỹỵ])")
_SYLLABLE_WEIGHT: Final = 0.25
_PAIR_SEEN: Final = 1.5
_PAIR_WEIGHT: Final = 0.8
_MOST: Final = 2.5
_NAMED: Final = 0.9
_NOTHING: Final[Mapping[str, float]] = {}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Counts over the indexed documents; keys are lowercase spellings, tones early.

    A syllable that may be written with y or i (tỷ, tỉ) is counted under both. ``followers``
    weighs the pairs (log units); ``bare_pairs`` are the pairs without marks; ``by_bare`` gives
    the spellings that a bare form stands for; ``names`` are the pairs printed with capitals
    ("hà", "nội"); ``abbreviations`` maps a folded abbreviation to its printed letters ("grdp" ->
    "GRDP").
    """

    syllables: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    followers: Mapping[str, Mapping[str, float]]
    bare_pairs: Collection[tuple[str, str]]
    by_bare: Mapping[str, tuple[str, ...]]
    names: Collection[tuple[str, str]]
    abbreviations: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Vocabulary":
        """Count the syllables, neighbours and abbreviations of some texts."""
        printed: Counter[str] = Counter()
        together: Counter[tuple[str, str]] = Counter()
        for text in texts:
            tokens = _TOKEN.findall(nfc(text).replace("\n", _STOP))
            printed.update(tokens)
            together.update(pairwise(tokens))
        syllables = _with_twins(printed)
        pairs = _pairs_with_twins(together)
        followers: dict[str, dict[str, float]] = {}
        for (first, second), count in pairs.items():
            followers.setdefault(first, {})[second] = _favour(count)
        spellings: dict[str, list[str]] = {}
        for spelling in sorted(syllables):
            spellings.setdefault(bare(spelling), []).append(spelling)
        by_bare = {form: tuple(group) for form, group in spellings.items()}
        bare_pairs = frozenset((bare(first), bare(second)) for first, second in pairs)
        return cls(
            syllables=syllables,
            pairs=pairs,
            followers=followers,
            bare_pairs=bare_pairs,
            by_bare=by_bare,
            names=_names(together, pairs),
            abbreviations=_abbreviations(printed),
        )

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
        return self.after(first).get(second, 0.0)

    def after(self, first: str) -> Mapping[str, float]:
        """Return what the documents favour right after a spelling, in log units."""
        return self.followers.get(first, _NOTHING)

    def beside(self, first: str, second: str) -> float:
        """Return how much the documents favour two neighbours, either of them without its marks."""
        if not first or not second:
            return 0.0
        told = self.pair(first, second)
        if told or (bare(first), bare(second)) not in self.bare_pairs:
            return told
        ways = product(self._unmarked(first), self._unmarked(second))
        return max((self.pair(one, other) for one, other in ways), default=0.0)

    def _unmarked(self, word: str) -> Collection[str]:
        return self.forms(word) if word.isascii() else (word,)

    def holds(self, phrase: str) -> int:
        """Return how often a phrase's neighbours stand together, at the least frequent; or 0."""
        forms = [one for one in _TOKEN.findall(cleaned(phrase).lower()) if one not in _STOPS]
        if len(forms) == 1:
            return self.syllables.get(forms[0], 0)
        return min((self.pairs.get(pair, 0) for pair in pairwise(forms)), default=0)


@lru_cache(maxsize=1 << 16)
def _ways(printed: str) -> tuple[str, ...]:
    return twins(place_tones(printed))


def _with_twins(printed: Counter[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for token, count in printed.items():
        if token not in _STOPS:
            for spelling in _ways(token.lower()):
                counts[spelling] += count
    return counts


def _pairs_with_twins(together: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for (first, second), count in together.items():
        if first not in _STOPS and second not in _STOPS:
            for both in product(_ways(first.lower()), _ways(second.lower())):
                counts[both] += count
    return counts


def _names(
    together: Counter[tuple[str, str]], pairs: Mapping[tuple[str, str], int]
) -> frozenset[tuple[str, str]]:
    """Return the neighbours that are printed with two capitals nine times in ten or more."""
    named: Counter[tuple[str, str]] = Counter()
    for (first, second), count in together.items():
        if first.istitle() and second.istitle():
            for both in product(_ways(first.lower()), _ways(second.lower())):
                named[both] += count
    return frozenset(both for both, count in named.items() if count >= _NAMED * pairs[both])


def _abbreviations(printed: Counter[str]) -> dict[str, str]:
    short = [(count, token) for token, count in printed.items() if _is_abbreviation(token)]
    return {folded(token): token for _, token in sorted(short)}


def _favour(count: int) -> float:
    return _PAIR_SEEN + min(_MOST, _PAIR_WEIGHT * log1p(count))


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
