"""Putting the marks back: the most likely marked reading of words typed with few marks or none.

A noisy channel. Each syllable that carries marks loses them with one probability, the same
through a question: near 1 for a question typed without marks, near 0 for one typed with care. That
probability is estimated from the question itself, so text that has all its marks is left alone.
Readings are weighed by the trained model and by the indexed documents' own syllables and
bigrams, and the best sequence is found by Viterbi's algorithm.

What this module does not know: which words must not be touched (the caller gives none of them),
spelling slips, abbreviations, or where the documents' counts come from.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Final, Protocol

from assistant.restore.model import RestoreModel
from assistant.restore.text import RESERVED, bare, spelled
from corpus.normalize import tone_of, with_tone

#: Readings this much less likely than the best (natural log) are not weighed further.
_BEAM: Final = 9.0
#: The log score of a reading that only the documents know.
_ONLY_IN_DOCUMENTS: Final = -5.0
_ROUNDS: Final = 3
#: Under this estimated share of lost marks the text counts as fully marked.
_CAREFUL: Final = 0.06
_CAREFUL_LOSS: Final = 2e-4
#: How often a syllable is thought to lose one of its marks, before anything else is known.
_PART: Final = 0.05
_NEVER: Final = -30.0
#: How much more likely a spelling with marks is for having been typed so ("dài", not "đài").
_MEANT: Final = 1.3


class Bias(Protocol):
    """What the indexed documents say about readings; scores are added to log probabilities."""

    def forms(self, bare_form: str) -> Collection[str]:
        """Return the marked spellings the documents use for a bare one."""

    def syllable(self, spelling: str) -> float:
        """Return how much the documents favour one spelling."""

    def after(self, first: str) -> Mapping[str, float]:
        """Return the spellings the documents favour right after one, and how much."""


class NoBias:
    """The bias of no documents at all."""

    def forms(self, bare_form: str) -> Collection[str]:  # noqa: ARG002 - the protocol's shape
        """Return nothing."""
        return ()

    def syllable(self, spelling: str) -> float:  # noqa: ARG002 - the protocol's shape
        """Return 0."""
        return 0.0

    def after(self, first: str) -> Mapping[str, float]:  # noqa: ARG002 - the protocol's shape
        """Return nothing."""
        return {}


@dataclass(frozen=True, slots=True)
class _Reading:
    """One spelling a word may stand for, and its log score before the channel."""

    spelling: str
    score: float


@dataclass(frozen=True, slots=True)
class _Loss:
    """How often, in one question, a syllable loses all its marks, or only some of them."""

    whole: float
    part: float


class Restorer:
    """Restores marks with a model; safe to share between threads."""

    def __init__(self, model: RestoreModel) -> None:
        """Keep the model; nothing is computed yet."""
        self._model = model

    def restore(
        self, words: Sequence[str], bias: Bias | None = None, fixed: Collection[int] = ()
    ) -> list[str]:
        """Return ``words`` with their marks put back, letter case kept, one for one.

        Args:
            words: words, figures and signs of one text in order; only syllables are changed.
            bias: what the indexed documents favour.
            fixed: positions of words that are context only: they stay, and say nothing about
                how carefully the rest was typed.
        """
        if not words:
            return []
        bias = bias or NoBias()
        typed = [spelled(word) for word in words]
        lattice = self._lattice(typed, bias)
        for place in fixed:
            lattice[place] = [_Reading(typed[place], 0.0)]
        free = [place for place in range(len(typed)) if place not in fixed]
        best = list(typed)
        loss = _first_guess([typed[place] for place in free])
        for _ in range(_ROUNDS):
            best = _viterbi(lattice, typed, loss, bias)
            before = loss
            loss = _estimated([typed[place] for place in free], [best[place] for place in free])
            if loss == before:  # the next round would read the same
                break
        return [
            word if found == was else _dressed(word, found)
            for word, was, found in zip(words, typed, best, strict=True)
        ]

    def fit(self, words: Sequence[str], place: int, spelling: str) -> float:
        """Return the log probability of one spelling at a place, by the words around it."""
        bares = [bare(spelled(word)) for word in words]
        bares[place] = bare(spelling)
        group, scores = self._model.scores(bares)[place]
        for number, score in zip(group, scores, strict=True):
            if self._model.syllables[number] == spelling:
                return float(score)
        return _NEVER

    def weight(self, bare_form: str) -> float:
        """Return the natural-log share of a bare syllable in the training text (unknown: -30)."""
        return self._model.bare_weights.get(bare_form, _NEVER)

    def commonness(self, spelling: str) -> float:
        """Return the natural-log share of a marked spelling in the training text (unknown: -30)."""
        return self._model.weights.get(spelling, _NEVER)

    def knows(self, word: str) -> bool:
        """Tell whether the training text often has this word, Vietnamese or foreign."""
        return bare(spelled(word)) in self._model.candidates

    def _lattice(self, typed: Sequence[str], bias: Bias) -> list[list[_Reading]]:
        bares = [bare(spelling) for spelling in typed]
        scored = self._model.scores(bares)
        lattice = []
        for spelling, bare_form, (group, scores) in zip(typed, bares, scored, strict=True):
            readings = {
                self._model.syllables[number]: float(score)
                for number, score in zip(group, scores, strict=True)
            }
            if bare_form not in RESERVED:
                for form in bias.forms(bare_form):
                    readings.setdefault(form, _ONLY_IN_DOCUMENTS)
            lattice.append(_kept(spelling, readings, bias))
        return lattice


@lru_cache(maxsize=1 << 16)
def marks_agree(typed: str, reading: str) -> bool:
    """Tell whether every mark typed is in the reading, which may carry more."""
    tone = _tone(typed)
    if tone and tone != _tone(reading):
        return False
    return all(
        had in (has, bare(has))
        for had, has in zip(map(_toneless, typed), map(_toneless, reading), strict=True)
    )


def _kept(typed: str, readings: dict[str, float], bias: Bias) -> list[_Reading]:
    meant = _MEANT if typed != bare(typed) else 0.0
    kept = [
        _Reading(reading, score + bias.syllable(reading) + meant * (reading == typed))
        for reading, score in readings.items()
        if len(reading) == len(typed) and marks_agree(typed, reading)
    ]
    if all(reading.spelling != typed for reading in kept):
        kept.append(_Reading(typed, _NEVER if kept else 0.0))
    top = max(reading.score for reading in kept)
    return [one for one in kept if one.score > top - _BEAM or one.spelling == typed]


def _viterbi(
    lattice: Sequence[Sequence[_Reading]], typed: Sequence[str], loss: _Loss, bias: Bias
) -> list[str]:
    before = [(0.0, "")]
    back: list[list[int]] = []
    for readings, was in zip(lattice, typed, strict=True):
        number = max(range(len(before)), key=lambda place: before[place][0])
        reached = {reading.spelling: (before[number][0], number) for reading in readings}
        for number, (score, spelling) in enumerate(before):
            for follower, favour in _favoured(bias.after(spelling), reached):
                reached[follower] = max(reached[follower], (score + favour, number))
        before = [
            (reached[one.spelling][0] + one.score + _channel(was, one.spelling, loss), one.spelling)
            for one in readings
        ]
        back.append([reached[one.spelling][1] for one in readings])
    place = max(range(len(before)), key=lambda number: before[number][0])
    path: list[str] = []
    for readings, pointers in zip(reversed(lattice), reversed(back), strict=True):
        path.append(readings[place].spelling)
        place = pointers[place]
    return path[::-1]


def _favoured(
    followers: Mapping[str, float], reached: Mapping[str, object]
) -> list[tuple[str, float]]:
    return [(one, followers[one]) for one in reached if one in followers] if followers else []


def _channel(typed: str, reading: str, loss: _Loss) -> float:
    if typed != reading:
        return log(loss.whole if typed == bare(typed) else loss.part)
    return 0.0 if typed == bare(typed) else log(1 - loss.whole)


def _first_guess(typed: Sequence[str]) -> _Loss:
    """Guess the loss from the share of bare syllables; a fifth are bare by nature."""
    words = [spelling for spelling in typed if spelling not in RESERVED]
    share = sum(word == bare(word) for word in words) / max(1, len(words))
    return _Loss(min(0.98, max(0.05, (share - 0.2) / 0.8)), _PART * min(1.0, max(0.2, share)))


def _estimated(typed: Sequence[str], best: Sequence[str]) -> _Loss:
    """Estimate the loss from a first reading: marks put back against marks that were typed."""
    back = [was for was, found in zip(typed, best, strict=True) if was != found]
    kept = sum(was == found != bare(found) for was, found in zip(typed, best, strict=True))
    part = sum(was != bare(was) for was in back)
    whole = len(back) - part
    if (
        kept + part
        and (whole + 0.5) / (whole + kept + part + 1) < _CAREFUL
        and part <= _CAREFUL * kept
    ):
        return _Loss(_CAREFUL_LOSS, _CAREFUL_LOSS)
    share = (whole + 0.5) / (whole + kept + part + 1) if kept + part else 0.98
    return _Loss(
        min(0.98, max(_CAREFUL_LOSS, share)), (max(0, part - 1) + _PART) / (part + kept + 1)
    )


def _dressed(word: str, spelling: str) -> str:
    """Give a spelling the letter case of the word it replaces (both are of one length)."""
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(word, spelling, strict=True)
    )


def _tone(spelling: str) -> int:
    return max(map(tone_of, spelling), default=0)


def _toneless(letter: str) -> str:
    return letter if letter.isascii() else with_tone(letter, 0)
