"""Short forms that no glossary has, written out by the documents' own words: "tttm", "dtích".

People shorten words by their first letters ("gtsxcn": giá trị sản xuất công nghiệp) or all but
the last of them ("kthác": khai thác). Such a form is no syllable; where the documents have words
side by side that begin so, those are meant. Two letters fit many words, so their neighbours in
the question, or how much more frequent one reading is, must tell.

What this module does not know: the glossary, which is asked first, or slips of the fingers.
"""

import re
from collections.abc import Iterator, Mapping
from math import log1p
from typing import Final

from assistant.restore.text import bare
from assistant.understand.glossary import Glossary
from assistant.understand.syllable import bare_table, is_syllable
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words import Phrase, Word, spread

_ONSETS: Final = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr")
_CONSONANTS: Final = re.compile(r"[bcdghklmnpqrstvxđ]{2,7}")
#: A syllable that lost its vowel, as fingers drop it: "knh tế", "hnh".
_SKELETON: Final = re.compile(
    r"(?:ngh|[ckpt]h|[gn]h|ng|gi|tr|qu|[bcdghklmnpqrstvx])(?:ng|nh|ch)|"
    r"(?:ngh|[ckpt]h|[gn]h|ng|gi|tr|qu)[nmptc]"
)
_PARTLY: Final = re.compile(
    r"(?:ngh|[ckpt]h|[gn]h|ng|gi|tr|qu|[bcdghklmnpqrstvxđ])(?=[^\W\d_]{2,6}$)"
)
#: Small words, of which no short form is made.
_SMALL: Final = frozenset(
    ("của", "và", "các", "những", "là", "có", "trong", "được", "cho", "với", "về", "theo", "tại",
     "từ", "đến", "ở", "do", "này", "đó", "trên", "như", "để", "khi", "không", "còn", "đã", "sẽ")
)  # fmt: skip
_MOST: Final = 400  # readings looked at of one form
_BESIDE: Final = 2.0
_DOMINANT: Final = 1.1  # log units
_FREQUENT: Final = 1.6  # log units: four times or more
_FEW: Final = 2

Words = tuple[str, ...]


class Initials:
    """Writes short forms out over one set of documents; safe to share between threads."""

    def __init__(self, vocabulary: Vocabulary, glossary: Glossary) -> None:
        """Keep the documents' words, by their first letters, and what the glossary has."""
        self._vocabulary = vocabulary
        self._glossary = glossary
        found: dict[str, list[str]] = {}
        for spelling in vocabulary.syllables:
            if spelling.isalpha() and is_syllable(spelling):
                found.setdefault(bare(spelling)[0], []).append(spelling)
        self._beginning: Mapping[str, Words] = {key: tuple(all_) for key, all_ in found.items()}

    def written_out(self, phrase: Phrase) -> Phrase:
        """Return a phrase with the short forms written out that the documents tell."""
        words: list[Word] = []
        for place, word in enumerate(phrase.words):
            meant = self._meant(phrase, place) if self._may_be_short(word) else ()
            words += spread(word, list(meant), fixed=True) if meant else [word]
        return phrase.with_words(words)

    def _may_be_short(self, word: Word) -> bool:
        text = word.text.lower()
        if not text.isalpha() or text in self._vocabulary or is_syllable(text):
            return False
        if text in self._vocabulary.abbreviations or bare(text) in bare_table():
            return False
        shouted = word.text.isupper()
        if _SKELETON.fullmatch(bare(text)) or text in _ONSETS or self._glossary.is_short(word.text):
            return False
        if word.fixed and not (shouted and len(text) > _FEW):
            return False
        return bool(_CONSONANTS.fullmatch(text)) or (not shouted and bool(_PARTLY.match(text)))

    def _meant(self, phrase: Phrase, place: int) -> Words:
        """Return the documents' words that a form stands for, or nothing."""
        text = phrase.words[place].text.lower()
        before = phrase.words[place - 1].text.lower() if place else ""
        after = phrase.words[place + 1].text.lower() if place + 1 < len(phrase.words) else ""
        weighed: dict[Words, float] = {}
        beside: dict[Words, float] = {}
        for count, words in enumerate(self._readings(text)):
            if count > _MOST:
                break
            near = self._vocabulary.beside(before, words[0])
            near += self._vocabulary.beside(words[-1], after)
            beside[words] = near
            weighed[words] = log1p(self._vocabulary.holds(" ".join(words))) + _BESIDE * near
        if not weighed:
            return ()
        ranked = sorted(weighed, key=lambda words: weighed[words], reverse=True)
        best, second = ranked[0], weighed[ranked[1]] if len(ranked) > 1 else 0.0
        if len(text) > _FEW or beside[best] > 0:
            return best
        clear = weighed[best] - second > _DOMINANT and weighed[best] > _FREQUENT
        return best if clear else ()

    def _readings(self, text: str) -> Iterator[Words]:
        """Yield the neighbouring words of the documents that a form may stand for."""
        if _CONSONANTS.fullmatch(text):
            units = [tuple(bare(text))]
            units += [cut for cut in _cuts(bare(text)) if cut not in units and len(cut) >= _FEW]
            for cut in units:
                for first in self._matching(self._beginning.get(cut[0][0], ()), cut[0]):
                    yield from self._chains((first,), cut[1:])
            return
        match = _PARTLY.match(text)
        if match is None:
            return
        onset, rest = bare(match.group(0)), text[match.end() :]
        if not (is_syllable(rest) or rest in bare_table()) or bare(rest)[0] == onset[0]:
            return
        for last in self._vocabulary.forms(bare(rest)):
            if last == rest or rest == bare(last):
                for first in self._matching(self._beginning.get(onset[0], ()), onset):
                    if self._vocabulary.pair(first, last):
                        yield (first, last)

    def _chains(self, words: Words, units: Words) -> Iterator[Words]:
        if not units:
            yield words
            return
        for following in self._matching(self._vocabulary.after(words[-1]), units[0]):
            yield from self._chains((*words, following), units[1:])

    @staticmethod
    def _matching(spellings: Mapping[str, float] | Words, unit: str) -> Iterator[str]:
        for spelling in spellings:
            form = bare(spelling)
            if form.startswith(unit) and is_syllable(spelling) and spelling not in _SMALL:
                yield spelling


def _cuts(form: str) -> Iterator[Words]:
    """Yield a run of consonants as onsets, each a letter or two ("khcn": kh, c, n)."""
    if not form:
        yield ()
        return
    for size in (2, 1, 3):
        part = form[:size]
        if len(part) == size and (size == 1 or part in _ONSETS):
            for rest in _cuts(form[size:]):
                yield (part, *rest)
