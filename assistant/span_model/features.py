"""Question and passage to the arrays the network reads: word numbers and features of each token.

The reader sees a passage as one window: its sentences that share most with the question, in the
order of the document, up to a number of tokens. The features say where the window repeats the
question (as typed, and without diacritics) and what each token looks like.

What this module does not know: the network, or how windows were chosen for training.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assistant.span_model.tokens import TOKEN, shape
from corpus.normalize import comparable, folded

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

PAD, LOWER, CAPITAL, NUMBER = range(4)
RESERVED = 4
"""Word numbers 0 to 3: padding, an unknown word in small letters, a capitalised one, a number."""
_FLAGS = 6
PASSAGE_FEATURES = _FLAGS + 15
QUESTION_FEATURES = _FLAGS + 3
WINDOW = 128
"""Most tokens of a passage that are read."""
_IDF = 8.0
_CONTENT = 3.0
_SLOPPY = 0.6
_REACH = 8
_SPREAD = np.bartlett(2 * _REACH + 3)
_REMEMBERED = 1 << 16
_YEARS = range(1000, 2101)
_DAYS = range(32)
_ENDS = frozenset(".!?…;")


class Word(NamedTuple):
    """What is known of a token by its characters alone; cheap to make by the thousand."""

    key: str
    bare: str
    number: int
    idf: float
    looks: tuple[float, ...]


@dataclass(frozen=True)
class Vocabulary:
    """The words with vectors (their numbers), and by number how rare each is.

    ``idf`` is the log of paragraphs per paragraph with the word, shape (words,); the reserved
    numbers hold the largest. What was looked up is remembered.
    """

    numbers: Mapping[str, int]
    idf: Floats
    seen: dict[str, Word] = field(default_factory=dict, repr=False, compare=False)

    def look_up(self, token: str) -> Word:
        """Return what is known of a token; a number is known by itself or by its shape."""
        if (word := self.seen.get(token)) is not None:
            return word
        if len(self.seen) > _REMEMBERED:
            self.seen.clear()
        key = comparable(token)
        number = self.numbers.get(key)
        if number is None:
            if key[0].isdigit():
                number = self.numbers.get(shape(key), NUMBER)
            else:
                number = CAPITAL if token[0].isupper() else LOWER
        word = Word(key, folded(key), number, float(self.idf[number]) / _IDF, _looks(token))
        self.seen[token] = word
        return word


@dataclass(frozen=True)
class Text:
    """A text of n tokens: where each stands, their words, and where sentences start.

    ``numbers`` and ``idf`` are (n,), ``flags`` (n, 6); ``sentences`` are token positions, the
    number of tokens last.
    """

    spans: Sequence[tuple[int, int]]
    words: Sequence[Word]
    numbers: Ints
    idf: Floats
    flags: Floats
    sentences: Sequence[int]


@dataclass(frozen=True)
class Window:
    """What the network reads of one passage for one question.

    ``kept`` (n,) are positions of tokens in the passage, increasing; ``passage`` is
    (n, `PASSAGE_FEATURES`), ``question`` (m, `QUESTION_FEATURES`).
    """

    kept: Ints
    passage: Floats
    question: Floats


def _looks(word: str) -> tuple[float, ...]:
    number = int(word) if word.isdecimal() and len(word) <= len("2030") else -1
    return (
        float(word[0].isupper()),
        float(len(word) > 1 and word.isupper()),
        float(word[0].isdigit()),
        float(number in _YEARS),
        float(number in _DAYS),
        float(not word[0].isalnum()),
    )


def read_text(text: str, known: Vocabulary) -> Text:
    """Cut and number a text in NFC."""
    found = list(TOKEN.finditer(text))
    spans = [match.span() for match in found]
    words = [known.look_up(match[0]) for match in found]
    starts = [
        at + 1
        for at, ((_, end), (start, _)) in enumerate(pairwise(spans))
        if start > end and (words[at].key in _ENDS or "\n" in text[end:start])
    ]
    return Text(
        spans=spans,
        words=words,
        numbers=np.array([word.number for word in words], dtype=np.int64),
        idf=np.array([word.idf for word in words], np.float32),
        flags=np.array([word.looks for word in words], np.float32).reshape(-1, _FLAGS),
        sentences=[0, *starts, len(words)] if words else [0],
    )


@dataclass(frozen=True)
class _Matches:
    """Where a passage repeats a question, by token: as typed, or at least without diacritics."""

    exact: npt.NDArray[np.bool_]
    sloppy: npt.NDArray[np.bool_]
    weight: Floats
    shares: Floats
    total: float


def window(
    question: Text, passage: Text, length: int = WINDOW, forced: Sequence[int] = ()
) -> Window:
    """Choose what to read of a passage, at most ``length`` tokens, and describe it.

    ``forced`` are numbers of sentences that must be read (in training, the answer's).
    """
    found = _matches(question, passage)
    kept = _kept(passage, found.shares, length, forced)
    return Window(kept, _described(question, passage, found, kept), _asked(question, passage, kept))


def _matches(question: Text, passage: Text) -> _Matches:
    keys = {word.key for word in question.words}
    bare = {word.bare: word.idf for word in question.words if not word.looks[-1]}
    total = max(sum(bare.values()), 1e-3)
    exact = np.array([word.key in keys for word in passage.words], dtype=bool)
    sloppy = np.array([word.bare in bare for word in passage.words], dtype=bool)
    weight = passage.idf * (passage.flags[:, -1] == 0) * np.where(exact, 1, _SLOPPY * sloppy)
    shares = np.zeros(max(len(passage.sentences) - 1, 1), np.float32)
    held = np.flatnonzero(weight).tolist()
    weights = weight[held].tolist()
    sentence = np.searchsorted(np.asarray(passage.sentences), held, side="right") - 1
    best: dict[tuple[int, str], float] = {}
    for at, of, much in zip(held, sentence.tolist(), weights, strict=True):
        where = of, passage.words[at].bare
        best[where] = max(best.get(where, 0.0), much)
    for (of, _), much in best.items():
        shares[of] += much / total
    return _Matches(exact, sloppy, weight.astype(np.float32), shares, total)


def _kept(passage: Text, shares: Floats, length: int, forced: Sequence[int]) -> Ints:
    spans = list(pairwise(passage.sentences))
    order = [*forced, *(int(at) for at in np.argsort(-shares, kind="stable") if at not in forced)]
    chosen: list[int] = []
    left = length
    for place in order[: len(spans)]:
        size = spans[place][1] - spans[place][0]
        if size <= left or not chosen:
            chosen.append(place)
            left -= size
    parts = [np.arange(*spans[place]) for place in sorted(chosen)]
    return np.concatenate(parts)[:length].astype(np.int64) if parts else np.zeros(0, np.int64)


def _described(question: Text, passage: Text, found: _Matches, kept: Ints) -> Floats:
    exact, sloppy = found.exact[kept], found.sloppy[kept]
    weight = found.weight[kept]
    keys = [passage.words[at].bare for at in kept.tolist()]
    asked = set(pairwise(word.bare for word in question.words))
    pair = np.zeros(len(kept) + 1, bool)
    pair[1:-1] = [two in asked for two in pairwise(keys)]
    triple = pair[:-1] & pair[1:]
    anchors = (weight * _IDF > _CONTENT) & sloppy
    spread = np.convolve(weight, _SPREAD, "same")[: len(kept)]
    bounds = np.asarray(passage.sentences)
    sentence = np.searchsorted(bounds, kept, side="right") - 1
    share = found.shares[sentence]
    size = np.maximum(bounds[sentence + 1] - bounds[sentence], 1)
    columns = (
        passage.idf[kept],
        exact,
        sloppy,
        weight,
        pair[:-1] | pair[1:],
        triple,
        spread / (found.total * 2),
        _near(anchors),
        _near(anchors[::-1])[::-1],
        share,
        share - share.max(initial=0.0),
        share == share.max(initial=0.0),
        (kept - bounds[sentence]) / size,
        _covered(question, keys),
        sentence == 0,
    )
    rest = np.stack([np.asarray(column, np.float32) for column in columns], axis=1)
    return np.concatenate([passage.flags[kept], rest], axis=1)


def _near(anchors: npt.NDArray[np.bool_]) -> Floats:
    """Return how near the last anchor to the left is: 1 on it, falling to 0 far away."""
    places = np.arange(len(anchors))
    last = np.maximum.accumulate(np.where(anchors, places, -1000))
    return np.exp((last - places) / _REACH).astype(np.float32)


def _covered(question: Text, keys: Sequence[str]) -> Floats:
    """Return, for every token alike, the share of the question's weight that the window has."""
    inside = set(keys)
    words = {word.bare: word.idf for word in question.words if not word.looks[-1]}
    held = sum(idf for bare, idf in words.items() if bare in inside)
    share = held / max(sum(words.values()), 1e-3)
    return np.full(len(keys), share, np.float32)


def _asked(question: Text, passage: Text, kept: Ints) -> Floats:
    keys = {passage.words[at].key for at in kept.tolist()}
    bare = {passage.words[at].bare for at in kept.tolist()}
    columns = (
        question.idf,
        [word.key in keys for word in question.words],
        [word.bare in bare for word in question.words],
    )
    rest = np.stack([np.asarray(column, np.float32) for column in columns], axis=1)
    return np.concatenate([question.flags, rest], axis=1)
