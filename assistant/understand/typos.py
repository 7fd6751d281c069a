"""Slips of the fingers put right before anything else: dropped, doubled, swapped, wrong letters.

A noisy channel over the whole question: each word may be what was typed, or what one slip leads
away from, at a cost; the best sequence by the indexed documents' pairs and by general Vietnamese
(`assistant.neighbours`) is found by Viterbi's algorithm. A word that is no Vietnamese syllable, and
that nobody writes, is looked at; one that is a syllable only where it stands beside neither of its
neighbours anywhere. Two halves of a word ("chế m") are tried together.

What this module does not know: marks that were not typed (they are put back later), Telex.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import inf
from operator import add
from typing import Final, Protocol

from assistant.neighbours import Neighbours
from assistant.restore import Bias
from assistant.restore.text import bare
from assistant.understand.edits import edits, marks_off
from assistant.understand.leaning import Leaning
from assistant.understand.readings import Reading, dressed
from assistant.understand.syllable import bare_table, is_syllable
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import Phrase, Word
from corpus.normalize import place_tones

_MARK: Final = 1.5  # for each mark that is not as typed
_REAL: Final = 10.5  # how unlikely a slip is that makes another word
_FAR: Final = 5.0  # a slip that makes another word, and is no usual one
_REAL_AGAIN: Final = 4.5  # the same, where another slip is plain to see
_JOIN: Final = 4.0
_ODD: Final = 18.0  # how unlikely a word is that is none
_FOREIGN: Final = 13.0  # the same, for one that may be of another language
_MOST: Final = 14  # readings kept of one word
_LONGEST, _SHORTEST = 9, 2
_ANY: Final = inf
_REMEMBERED: Final = 1 << 10  # words
_SURE: Final = 12.0
_FEWEST: Final = 3  # letters of an abbreviation that is looked at
_IN_DOCUMENTS: Final = 2.0
_PAIR: Final = 1.0
_Before = tuple[Mapping[str, float], int | None]
"""What is favoured right after a spelling, and its place among the neighbours'."""


class Judge(Protocol):
    """What is needed of `assistant.restore.Restorer`."""

    def knows(self, word: str) -> bool:
        """Tell whether people write this word, Vietnamese or not."""

    def restore(self, words: Sequence[str], bias: Bias | None = None) -> list[str]:
        """Return words with their marks put back."""


class Typos:
    """Puts slips right over one set of documents; safe to share between threads."""

    def __init__(
        self, vocabulary: Vocabulary, leaning: Leaning, neighbours: Neighbours, judge: Judge
    ) -> None:
        """Keep what readings are weighed by."""
        self._vocabulary = vocabulary
        self._leaning = leaning
        self._neighbours = neighbours
        self._judge = judge
        self._spellings = _by_bare(vocabulary, neighbours)
        self._meant = lru_cache(maxsize=_REMEMBERED)(self._slips)

    def corrected(self, phrase: Phrase, *, marked: bool) -> Phrase:
        """Return a phrase with its slips put right; all of it as typed when there are none.

        ``marked`` tells that the question is typed with its marks, so that wrong ones and slips
        that make another word count too; else what is put right is left without marks again.
        """
        phrase = phrase.with_words(map(self._short_form, phrase.words))
        words = phrase.words
        doubtful = [self._doubtful(words, place, marked=marked) for place in range(len(words))]
        if not any(doubtful):
            return phrase
        texts = phrase.texts if marked else self._judge.restore(phrase.texts, self._leaning)
        meant = [word.with_text(text) for word, text in zip(words, texts, strict=True)]
        path = self._path(meant, doubtful, _REAL, marked=marked)
        if marked and self._slipped(meant, path):
            doubtful = [self._looked_at(word) for word in words]
            path = self._path(meant, doubtful, _REAL_AGAIN, marked=marked)
        return phrase.with_words(dressed(words, meant, path, marked=marked))

    def _path(
        self, words: Sequence[Word], doubtful: Sequence[bool], real: float, *, marked: bool
    ) -> list[Reading]:
        """Return the best reading of words; ``real`` is the cost of a slip that makes a word."""
        readings = [
            self._readings(words, place, doubtful, real, marked=marked)
            for place in range(len(words))
        ]
        return self._believed(words, self._best(readings))

    def _slipped(self, words: Sequence[Word], path: Sequence[Reading]) -> bool:
        """Tell whether a path puts a word right that is none: such a typist makes more slips."""
        place = 0
        for one in path:
            text = place_tones(words[place].text.lower())
            if one.taken == 1 and one.spelling != text and not self._plain(text):
                return True
            place += one.taken
        return False

    def _short_form(self, word: Word) -> Word:
        """Return an abbreviation with its one slip put right: "GDRP" is the documents' GRDP."""
        text = word.text
        known = self._vocabulary.abbreviations
        capitals = sum(map(str.isupper, text))
        if not (capitals > 1 and text.isascii() and _FEWEST <= len(text) <= _LONGEST):
            return word
        if text.lower() in known or self._judge.knows(text):
            return word
        near = {known[form] for form in edits(text.lower()) if form in known}
        return word.with_text(near.pop(), fixed=True) if len(near) == 1 else word

    @staticmethod
    def _looked_at(word: Word) -> bool:
        return not word.fixed and word.text.isalpha() and _SHORTEST <= len(word.text) <= _LONGEST

    def _doubtful(self, words: Sequence[Word], place: int, *, marked: bool) -> bool:
        word = words[place]
        text = place_tones(word.text.lower())
        if not self._looked_at(word):
            return False
        if self._plain(text):
            shouted = word.text.isupper()
            return marked and not shouted and not self._joined(words, place, text)
        known = text in self._vocabulary or text in self._vocabulary.abbreviations
        named = word.text[0].isupper() and place > 0 and text.isascii()
        return not known and not named and not (text.isascii() and self._judge.knows(text))

    def _plain(self, text: str) -> bool:
        return is_syllable(text) or (text.isascii() and text in bare_table())

    def _joined(self, words: Sequence[Word], place: int, text: str) -> bool:
        """Tell whether a word is known beside the words before and after it, or stands alone."""
        sides = []
        if place and not words[place].before.strip():
            sides.append((place_tones(words[place - 1].text.lower()), text))
        if place + 1 < len(words) and not words[place + 1].before.strip():
            sides.append((text, place_tones(words[place + 1].text.lower())))
        sides = [both for both in sides if all(part.isalpha() for part in both)]
        return all(self._known(*both) for both in sides)

    def _known(self, first: str, second: str) -> bool:
        return self._leaning.after(first).get(second, 0.0) > 0 or self._neighbours.known(
            first, second
        )

    def _readings(
        self,
        words: Sequence[Word],
        place: int,
        doubtful: Sequence[bool],
        real: float,
        *,
        marked: bool,
    ) -> list[Reading]:
        text = place_tones(words[place].text.lower())
        own = Reading(text, 0.0)
        found = [own]
        if doubtful[place]:
            plain = self._plain(text)
            base = real if plain else 0.0
            odd = _FOREIGN if text.isascii() and marked else _ODD
            found = [own if plain else Reading(text, odd)]
            rare = plain and real >= _REAL  # then only usual slips count
            meant = self._meant(text, _FAR if rare else _ANY, marked=marked)
            if words[place].text[0].isupper() and place:  # a name, if a slip, is the documents'
                meant = [pair for pair in meant if self._may_be_named(words, place, pair[0])]
            unmarked = bare(text) == text
            slips = [
                Reading(one, cost + (0.0 if unmarked and bare(one) == text else base))
                for one, cost in meant
                if not rare or cost < _FAR or bare(one) == text
            ]
            slips.sort(key=lambda one: one.cost - self._weight(one.spelling))
            found += slips[:_MOST]
        nearby = doubtful[place] or (place + 1 < len(words) and doubtful[place + 1])
        if nearby and place + 1 < len(words) and words[place + 1].before == " ":
            found += self._halves(text, words[place + 1])
        return found

    def _may_be_named(self, words: Sequence[Word], place: int, spelling: str) -> bool:
        """Tell whether the documents have a word, in a name where it stands beside a capital."""
        sides = []
        for step in (-1, 1):
            beside = words[place + step].text if 0 < place + step < len(words) else ""
            if beside[:1].isupper() and self._plain(place_tones(beside.lower())):
                both = (beside.lower(), spelling)
                sides.append(both if step < 0 else both[::-1])
        if not sides:
            return spelling in self._vocabulary
        return any(self._vocabulary.pair(*both) for both in sides)

    def _halves(self, text: str, after: Word) -> Iterator[Reading]:
        whole = place_tones(text + after.text.lower())
        halves = not after.fixed and text.isalpha() and after.text.isalpha()
        if halves and is_syllable(whole) and self._weight(whole) > -_SURE:
            yield Reading(whole, _JOIN, taken=2)

    def _slips(self, text: str, most: float, *, marked: bool) -> list[tuple[str, float]]:
        """Return what a typed word may stand for by a slip that costs less than ``most``."""
        costs = edits(bare(text))
        return [
            (spelling, costs[form] + _MARK * marks)
            for form in filter(self._spellings.__contains__, costs)  # a few of some hundred
            if costs[form] < most
            for spelling in self._spellings[form]
            for marks in (marks_off(text, spelling) if marked else 0,)
            if spelling != text and marks is not None
        ]

    def _believed(self, words: Sequence[Word], path: Sequence[Reading]) -> list[Reading]:
        """Return a path without the changes that join neither neighbour anywhere."""
        kept, place = [], 0
        for number, one in enumerate(path):
            text = place_tones(words[place].text.lower())
            before = path[number - 1].spelling if number else ""
            after = path[number + 1].spelling if number + 1 < len(path) else ""
            joined = self._known(before, one.spelling) or self._known(one.spelling, after)
            alone = not before.isalpha() and not after.isalpha() and not self._plain(text)
            joined = joined or (alone and one.spelling in self._vocabulary)
            joined = joined or not (text.isascii() or self._plain(text))
            if one.taken == 1 and one.spelling != text and not joined:
                kept.append(Reading(text, 0.0))
            else:
                kept.append(one)
            place += one.taken
        return kept

    def _weight(self, spelling: str) -> float:
        return self._neighbours.commonness(spelling) + self._extra(spelling)

    def _steps(self, before: Sequence[_Before], second: str) -> Iterator[float]:
        """Yield how likely a spelling is right after each of some others, in order."""
        alone, extra = self._neighbours.alone(second), self._extra(second)
        place = self._neighbours.places.get(second)
        for favours, first in before:
            likely = self._neighbours.after_place(first, place, alone)
            yield likely + _PAIR * favours.get(second, 0.0) + extra

    def _extra(self, spelling: str) -> float:
        return _IN_DOCUMENTS * min(1.0, self._vocabulary.syllable(spelling))

    def _best(self, readings: Sequence[Sequence[Reading]]) -> list[Reading]:
        """Return the best sequence of readings that takes every word once."""
        ends: list[list[tuple[float, Reading, int, int]]] = [[] for _ in range(len(readings) + 1)]
        for place, here in enumerate(readings):
            before = ends[place]
            if place and not before:
                continue
            reached = [one[0] for one in before]
            told = [
                (self._leaning.after(spelling), self._neighbours.places.get(spelling))
                for spelling in (one[1].spelling for one in before)
            ]
            for reading in here:
                score, number = 0.0, -1
                if before:
                    scores = list(map(add, reached, self._steps(told, reading.spelling)))
                    score = max(scores)
                    number = len(scores) - 1 - scores[::-1].index(score)
                ends[place + reading.taken].append((score - reading.cost, reading, place, number))
        path: list[Reading] = []
        end = len(readings)
        number = max(range(len(ends[end])), key=lambda position: ends[end][position][0])
        while end:
            _, reading, start, back = ends[end][number]
            path.append(reading)
            end, number = start, back
        return path[::-1]


def _by_bare(vocabulary: Vocabulary, neighbours: Neighbours) -> Mapping[str, tuple[str, ...]]:
    """Return the spellings, of the documents and of general text, for each bare form."""
    found: dict[str, dict[str, None]] = {}
    for spelling in (*neighbours.places, *vocabulary.syllables):
        if spelling.isalpha():
            found.setdefault(bare(spelling), {})[spelling] = None
    return {form: tuple(group) for form, group in found.items()}
