"""How much of a question's content a piece of text meets: weighted, soft coverage.

A term counts fully where it stands beside the neighbour it had in the question ("hộ nghèo"),
half where only the syllable does ("hộ"); a synonym of a phrase counts nearly as much as the
phrase; a word of like meaning counts for a part. Rare terms weigh more (inverse document
frequency, Robertson and Spärck Jones 1976).

What this module does not know: answer types, years, or which passage is best.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import mul
from types import MappingProxyType
from typing import NamedTuple

from assistant.words import Term, content_forms
from corpus.frequency import RAREST
from corpus.normalize import syllables

ALONE = 0.5
SYNONYM = 0.9
TEMPER = 0.5
_START = 2  # syllables


@dataclass(frozen=True)
class View:
    """A text's comparable syllables, as matching sees them."""

    forms: tuple[str, ...]

    @staticmethod
    def of(text: str) -> "View":
        """Return the view of a text; the views of those seen last are kept."""
        return _view_of(text)

    @cached_property
    def single(self) -> frozenset[str]:
        """The distinct syllables."""
        return frozenset(self.forms)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The distinct neighbouring pairs."""
        return frozenset(zip(self.forms, self.forms[1:], strict=False))

    @cached_property
    def _line(self) -> str:
        """The syllables in a row, each between spaces: a whole document is searched at once."""
        return f" {' '.join(self.forms)} "

    def has(self, phrase: tuple[str, ...]) -> bool:
        """Tell whether the syllables of ``phrase`` stand side by side."""
        size = len(phrase)
        if size == 1:
            return phrase[0] in self.single
        if size == 2:  # noqa: PLR2004 - a pair
            return phrase in self.pairs
        if not phrase or not all(pair in self.pairs for pair in pairwise(phrase)):
            return False
        return f" {' '.join(phrase)} " in self._line


@lru_cache(maxsize=1 << 12)
def _view_of(text: str) -> View:
    return View(tuple(syllables(text)))


class Rarity:
    """How much a syllable tells: rare in general Vietnamese, and not in every indexed sentence.

    The product of two inverse document frequencies, one over general text (`corpus.frequency`),
    one over the indexed sentences; the second only tempers, since a small corpus knows little.
    """

    def __init__(
        self, sentences_with: Callable[[str], int], total: int, general: Mapping[str, float]
    ) -> None:
        """Take how many of ``total`` sentences hold a syllable; ``general`` is the table."""
        self._sentences_with = lru_cache(maxsize=1 << 14)(sentences_with)
        self._total = max(total, 1)
        self._general = general

    @classmethod
    def over(cls, views: Iterable[View], general: Mapping[str, float]) -> "Rarity":
        """Count in how many of ``views`` each syllable stands."""
        counts: Counter[str] = Counter()
        total = 0
        for view in views:
            counts.update(view.single)
            total += 1
        return cls(lambda form: counts[form], total, general)

    def of(self, form: str) -> float:
        """Return a weight, about 0.2 (a function word) to 1.0 (rare everywhere)."""
        general = self._general.get(form, RAREST) / RAREST
        found = self._sentences_with(form)
        here = math.log(1 + self._total / (1 + found)) / math.log(1 + self._total)
        return general * (TEMPER + (1 - TEMPER) * here)

    def known(self, form: str) -> bool:
        """Tell whether any indexed sentence has the syllable."""
        return self._sentences_with(form) > 0

    def all_known(self, forms: Iterable[str]) -> bool:
        """Tell whether each of the syllables is in some indexed sentence."""
        return all(map(self._sentences_with, forms))


class Synonym(NamedTuple):  # a named tuple: hundreds are compared for every question
    """A phrase of the question and another way to say it, both as comparable syllables.

    ``weight`` is how much of the phrase the other way meets, 0..1.
    """

    said: tuple[str, ...]
    meant: tuple[str, ...]
    weight: float = SYNONYM


class _Told(NamedTuple):
    """Another way to say some terms, its weight, and the places of the terms."""

    meant: tuple[str, ...]
    weight: float
    places: tuple[int, ...]

    @property
    def start(self) -> str | tuple[str, ...]:
        """What it is looked for by: its first pair, or its only syllable."""
        return self.meant[:_START] if len(self.meant) > 1 else self.meant[0]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was met: the weighted share 0..1, and the share met of each term, in order."""

    share: float
    met: tuple[float, ...]


class Matcher:
    """Scores texts against one question's terms."""

    def __init__(
        self,
        terms: Sequence[Term],
        rarity: Rarity,
        synonyms: Sequence[Synonym] = (),
        plainness: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        """Prepare for ``terms``; ``plainness`` tells everyday syllables from documents' own."""
        self.terms = tuple(terms)
        self.plain = tuple(plainness.get(term.text, 0.0) for term in self.terms)
        self._weights = tuple(term.weight * rarity.of(term.text) for term in terms)
        self._total = sum(self._weights) or 1.0
        self._at: dict[str, list[int]] = {}
        for place, term in enumerate(self.terms):
            self._at.setdefault(term.text, []).append(place)
        self._beside = tuple(map(self._neighbours, range(len(self.terms))))
        self._nothing = (0.0,) * len(self.terms)
        self._synonyms: dict[str | tuple[str, ...], list[_Told]] = {}
        for told in self._possible(synonyms, rarity):
            self._synonyms.setdefault(told.start, []).append(told)
        self._starts = frozenset(self._synonyms)
        self._seen: dict[int, tuple[View, tuple[float, ...]]] = {}

    @property
    def weights(self) -> tuple[float, ...]:
        """The weight of each term, in order."""
        return self._weights

    def met(self, view: View) -> tuple[float, ...]:
        """Return the share 0..1 of each term that ``view`` meets; each view is judged once."""
        seen = self._seen.get(id(view))
        if seen is None:
            seen = self._seen[id(view)] = (view, self._met(view))
        return seen[1]

    def _met(self, view: View) -> tuple[float, ...]:
        shares = self._lexical(view)
        for start in (*(self._starts & view.single), *(self._starts & view.pairs)):
            for meant, weight, places in self._synonyms[start]:
                if len(meant) <= _START or view.has(meant):
                    for place in places:
                        if shares[place] < weight:  # noqa: PLR1730 - no call: it is done so often
                            shares[place] = weight
        return tuple(shares)

    def precision(self, view: View) -> float:
        """Return the share of a text's content syllables that the question or a synonym says."""
        content = content_forms(view.forms)
        return sum(map(self._said.__contains__, content)) / len(content) if content else 0.0

    @cached_property
    def _said(self) -> frozenset[str]:
        """The syllables of the question and of every other way to say its phrases."""
        others = (
            form for group in self._synonyms.values() for told in group for form in told.meant
        )
        return frozenset((*self._at, *others))

    def other_words_of(self, form: str) -> frozenset[str]:
        """Return the syllables of every other way to say a phrase with ``form``."""
        places = set(self._at.get(form, ()))
        groups = self._synonyms.values()
        return frozenset(
            word for group in groups for meant, _, at in group if places & set(at) for word in meant
        )

    def literal(self, view: View) -> float:
        """Return the weighted share that ``view`` meets word for word, synonyms aside."""
        return self.weighed(self._lexical(view)).share

    def coverage(self, layers: Sequence[tuple[float, View]]) -> Coverage:
        """Return the coverage by several texts, each with a discount: its best, term by term."""
        return self.weighed(self.best(layers))

    def best(self, layers: Sequence[tuple[float, View]]) -> list[float]:
        """Return, per term, the best discounted share that several texts meet."""
        met = [[discount * share for share in self.met(view)] for discount, view in layers]
        return list(map(max, self._nothing, *met))

    def weighed(self, met: Sequence[float]) -> Coverage:
        """Return the weighted share of shares given term by term."""
        total = sum(map(mul, self._weights, met))  # one share for each term
        return Coverage(total / self._total, tuple(met))

    def _lexical(self, view: View) -> list[float]:
        """Return the share of each term that stands in a view word for word."""
        single, pairs = view.single, view.pairs
        return [
            0.0
            if term.text not in single
            else 1.0
            if not beside or not pairs.isdisjoint(beside)
            else ALONE
            for term, beside in zip(self.terms, self._beside, strict=True)
        ]

    def _neighbours(self, place: int) -> frozenset[tuple[str, str]]:
        """Return the pairs that a term makes in the question with what it is joined to."""
        here, found = self.terms[place], []
        if here.joined and place > 0:
            found.append((self.terms[place - 1].text, here.text))
        if place + 1 < len(self.terms) and self.terms[place + 1].joined:
            found.append((here.text, self.terms[place + 1].text))
        return frozenset(found)

    def _possible(self, synonyms: Sequence[Synonym], rarity: Rarity) -> Iterator[_Told]:
        """Yield the synonyms that may meet a term.

        What no indexed sentence can say is left out, so that a small corpus is quick to match.
        """
        places_of = {said: self._places(said) for said in {synonym.said for synonym in synonyms}}
        # A merely like word for "chương trình" would be met by half the text.
        least_of = {
            said: SYNONYM if all(self.terms[place].weight < 1 for place in places) else 0.0
            for said, places in places_of.items()
            if places
        }
        for said, meant, weight in synonyms:
            if weight >= least_of.get(said, math.inf) and meant and rarity.all_known(meant):
                yield _Told(meant, weight, places_of[said])

    def _places(self, said: tuple[str, ...]) -> tuple[int, ...]:
        places = [place for form in said for place in self._at.get(form, ())]
        return tuple(dict.fromkeys(places))
