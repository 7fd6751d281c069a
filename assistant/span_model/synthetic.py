"""Questions made from statements: a span is taken out and a question word put in its place.

"Ông sinh năm 1911 tại Nghệ An" gives "Hồ Chí Minh sinh năm nào tại Nghệ An?" with the answer
"1911". Words are dropped, replaced by words of like use, and clauses left out, so that reading
needs more than finding the same words again. A cloze task in the manner of Lewis et al. (2019).

What this module does not know: the network, or real questions.
"""

import random
import re
from dataclasses import dataclass

from assistant.span_model.holes import PRONOUN, Finder, Hole
from assistant.thesaurus import Thesaurus
from corpus.normalize import syllables

_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_PIECES = re.compile(r"([,;:])")
_MARK = "\u0001"
_HALF = 15
"""Most words of a question on either side of its question word."""
_FEWEST = 4
_NAMED, _SHUFFLED, _REPLACED, _DROPPED = 0.7, 0.15, 0.15, 0.08
_KEEP_NEAR, _KEEP_FAR, _NEAR = 0.6, 0.25, 2
_KIN, _ALIKE = 6, 140


@dataclass(frozen=True, slots=True)
class Cloze:
    """A made question; the answer stands at ``start`` of the sentence it was made from."""

    question: str
    start: int
    answer: str


class Maker:
    """Makes questions from sentences; the same seed and sentences give the same questions."""

    def __init__(self, thesaurus: Thesaurus, seed: int) -> None:
        """Draw by ``seed``; replace words by those of ``thesaurus``."""
        self._draw = random.Random(seed)  # noqa: S311  (nothing secret)
        self._finder = Finder(self._draw)
        self._thesaurus = thesaurus

    def make(self, sentence: str, title: str) -> Cloze | None:
        """Return one question about ``sentence`` of the article ``title``; None: no good one."""
        kinds = self._finder.kinds(sentence)
        if not kinds:
            return None
        hole = self._draw.choice(self._draw.choice(kinds))
        question = self._asked(sentence, hole, title)
        if not question:
            return None
        return Cloze(question, hole.start, sentence[hole.start : hole.end])

    def _asked(self, text: str, hole: Hole, title: str) -> str:
        """Return the question, "" where too little is left to find the answer by."""
        before, after = text[: hole.cut_from], text[hole.end :].rstrip(" .!?…;")
        if PRONOUN.match(before) and self._draw.random() < _NAMED:
            before = PRONOUN.sub(title[:1].upper() + title[1:], before)
        words = self._clauses(f"{before} {_MARK} {after}")
        if _MARK not in words:
            return ""
        place = words.index(_MARK)
        words = self._varied(words[max(0, place - _HALF) : place + _HALF])
        if len(words) < _FEWEST or _MARK not in words:
            return ""
        place = words.index(_MARK)
        rest = [*words[:place], *words[place + 1 :]]
        rest[0 if hole.lead else place : 0 if hole.lead else place] = hole.words.split()
        return " ".join(rest) + "?"

    def _clauses(self, text: str) -> list[str]:
        """Return the words of the clause with the mark, and of some of the others."""
        pieces = _PIECES.split(_PARENTHESES.sub("", text))
        at = next((place for place, piece in enumerate(pieces) if _MARK in piece), -1)
        kept = [
            piece
            for place, piece in enumerate(pieces)
            if place == at
            or (
                piece not in ",;:"
                and self._draw.random() < (_KEEP_NEAR if abs(place - at) <= _NEAR else _KEEP_FAR)
            )
        ]
        if self._draw.random() < _SHUFFLED:
            self._draw.shuffle(kept)
        return " ".join(kept).split()

    def _varied(self, words: list[str]) -> list[str]:
        """Drop some words and replace some; the mark stays."""
        kept, at = [], 0
        while at < len(words):
            pair = words[at : at + 2]
            swap = _MARK not in pair and len(pair) > 1 and self._draw.random() < _REPLACED
            if swap and (other := self._like(pair)):
                kept.append(other)
                at += 2
                continue
            if words[at] == _MARK or self._draw.random() > _DROPPED:
                kept.append(words[at])
            at += 1
        return kept

    def _like(self, pair: list[str]) -> str:
        """Return a word of like use for a compound, "" when there is none."""
        place = self._thesaurus.places.get(tuple(syllables(" ".join(pair))))
        if place is None or any(word[0].isupper() or word[-1] in ".,;:" for word in pair):
            return ""
        kin, alike = self._thesaurus.kin[place][:_KIN], self._thesaurus.likeness[place][:_KIN]
        near = [int(one) for one, like in zip(kin, alike, strict=True) if like > _ALIKE]
        return " ".join(self._thesaurus.words[self._draw.choice(near)]) if near else ""
