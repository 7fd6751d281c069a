"""What the documents answer to the earlier questions of a conversation, for its follow-ups.

A conversation is given as questions only, so an earlier answer that a follow-up means ("bà ấy") is
worked out again, and of several readings of a follow-up the one is taken that the documents answer.

What this module does not know: how a follow-up is told, or how a question is answered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from assistant.answer import Answer, Status
from assistant.matching import Synonym, View
from corpus.normalize import syllables

_ENOUGH: Final = 0.7
_SURE: Final = 0.95
_CLEARLY: Final = 0.2
"""By how much surer the answer to a later reading must be than that to an earlier one."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Answers full questions again; see `assistant.understand.followup.Recall`."""

    answer: Callable[[str], Answer]
    synonyms_of: Callable[[str], Sequence[Synonym]]

    def answer_to(self, question: str) -> str:
        """Return the shortest exact words that answer a full question, or ""."""
        found = self.answer(question)
        return "" if found.status is Status.REFUSED else found.key

    def best(self, questions: Sequence[str], named: str) -> str:
        """Return the reading whose answer speaks most of what the follow-up names.

        Its own words count before words of like meaning. When no answer has either, a reading
        that is refused is better than one answered about something else.
        """
        alike = refused = most = whole = ""
        best = sure = 0.0
        for question in questions:
            found = self.answer(question)
            if found.status is Status.REFUSED:
                refused = refused or question
                continue
            words = syllables(named)
            view = View.of(" ".join(citation.quote for citation in found.citations))
            share = _share(words, view)
            if share == 1.0 and found.confidence > sure + _CLEARLY * bool(whole):
                whole, sure = question, found.confidence
            if share >= _ENOUGH and share > best:
                best, most = share, question
            if not alike and self._alike(named, words, view):
                alike = question
        return whole or most or alike or refused or questions[0]

    def part_of(self, whole: str, questions: Sequence[str], named: str) -> str:
        """Return the question that is answered nearest to what answers ``whole``.

        A part stands in the paragraph of its whole, and is another figure; without such an answer
        the question is taken that `best` takes.
        """
        told = self.answer(whole)
        words = syllables(named)
        near: list[tuple[int, int]] = []
        for number, question in enumerate(questions):
            found = self.answer(question)
            if found.status is Status.REFUSED or found.key == told.key:
                continue
            view = View.of(" ".join(citation.quote for citation in found.citations))
            far = _distance(told, found)
            if far is not None and _share(words, view) >= _ENOUGH:
                near.append((far, number))
        return questions[min(near)[1]] if near else self.best(questions, named)

    def beside(self, whole: str, alone: str, questions: Sequence[str], named: str) -> str:
        """Return the reading answered in the paragraph that answers ``whole``, or "".

        The question stands ``alone`` when it is surely answered so, or in that paragraph itself.

        Args:
            whole: the last full question.
            alone: the short question as it was asked.
            questions: what it may mean after ``whole``, likeliest first.
            named: the words that the answer must speak of.
        """
        told = self.answer(whole)
        if told.status is Status.REFUSED:
            return ""
        own = self.answer(alone)
        answered = own.status is not Status.REFUSED
        if answered and (own.confidence >= _SURE or _distance(told, own) is not None):
            return ""
        words = syllables(named)
        for question in questions:
            found = self.answer(question)
            if found.status is Status.REFUSED or found.key == told.key:
                continue
            view = View.of(" ".join((found.key, *(one.quote for one in found.citations))))
            if _distance(told, found) is not None and _share(words, view) >= _ENOUGH:
                return question
        return ""

    def _alike(self, named: str, words: Sequence[str], view: View) -> bool:
        met = [view.has((word,)) for word in words]
        for other in self.synonyms_of(named):
            if view.has(other.meant):
                for at in _places_of(other.said, words):
                    met[at] = True
        return sum(met) >= _ENOUGH * len(words)


def _distance(one: Answer, other: Answer) -> int | None:
    """Return how many characters lie between two answers of one paragraph; None in others."""
    places = [(cited.document, cited.paragraph) for cited in one.citations[:1]]
    near = [cited for cited in other.citations if (cited.document, cited.paragraph) in places]
    if not near:
        return None
    here, there = one.span or one.citations[0].span, other.span or near[0].span
    return max(0, here.start - there.end, there.start - here.end)


def _share(words: Sequence[str], view: View) -> float:
    """Return the share of words, and of their neighbours side by side, that a text has."""
    phrases = [*((word,) for word in words), *pairwise(words)]
    return sum(map(view.has, phrases)) / len(phrases) if phrases else 1.0


def _places_of(phrase: tuple[str, ...], words: Sequence[str]) -> list[int]:
    size = len(phrase)
    starts = (at for at in range(len(words)) if tuple(words[at : at + size]) == phrase)
    return [place for start in starts for place in range(start, start + size)]
