"""Questions with their passages as arrays: one window of each passage, and where the answer is.

What this module does not know: where questions come from (`data`), or the network.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.span_model.data import Asked
from assistant.span_model.features import (
    PASSAGE_FEATURES,
    QUESTION_FEATURES,
    WINDOW,
    Text,
    Vocabulary,
    Window,
    read_text,
    window,
)
from corpus.normalize import nfc

_LONGEST_QUESTION = 40
_REMEMBERED = 2000


@dataclass(frozen=True)
class Pairs:
    """Pairs of a question and a window; pair ``i`` has the tokens ``at[i]:at[i + 1]``.

    ``start`` and ``end`` are the answer's first and last token in the window, -1 where the window
    does not answer. Pairs of one question stand together and share ``asked``. ``scores`` are those
    of the search, 0 where there was none.
    """

    asked: npt.NDArray[np.int32]
    start: npt.NDArray[np.int16]
    end: npt.NDArray[np.int16]
    at: npt.NDArray[np.int64]
    words: npt.NDArray[np.uint16]
    features: npt.NDArray[np.float16]
    question_at: npt.NDArray[np.int64]
    question_words: npt.NDArray[np.uint16]
    question_features: npt.NDArray[np.float16]
    scores: npt.NDArray[np.float32]

    def save(self, path: Path) -> None:
        """Write to a ``.npz`` file."""
        np.savez(path, **{one.name: getattr(self, one.name) for one in fields(self)})

    @classmethod
    def load(cls, path: Path) -> "Pairs":
        """Read what `save` wrote; files made before there were scores are read as having none."""
        with np.load(path) as kept:
            found = {one.name: kept[one.name] for one in fields(cls) if one.name in kept}
        return cls(**{"scores": np.zeros(len(found["asked"]), np.float32)} | found)


@dataclass
class _Builder:
    """Grows the arrays of `Pairs`."""

    known: Vocabulary
    asked: "array[int]" = field(default_factory=lambda: array("i"))
    start: "array[int]" = field(default_factory=lambda: array("h"))
    end: "array[int]" = field(default_factory=lambda: array("h"))
    words: list[npt.NDArray[np.uint16]] = field(default_factory=list)
    features: list[npt.NDArray[np.float16]] = field(default_factory=list)
    question_words: list[npt.NDArray[np.uint16]] = field(default_factory=list)
    question_features: list[npt.NDArray[np.float16]] = field(default_factory=list)
    scores: "array[float]" = field(default_factory=lambda: array("f"))
    questions: int = 0
    texts: dict[str, Text] = field(default_factory=dict)

    def add(self, one: Asked) -> None:
        """Add a question with its window and those of the other texts, if it can be used."""
        question = read_text(nfc(one.question), self.known)
        if not 0 < len(question.words) <= _LONGEST_QUESTION:
            return
        context = self._read(one.context)
        if not context.words:
            return
        if one.answer:
            found = _located(question, context, one)
            if found is None:
                return
            self._pair(question, context, *found)
        else:
            self._pair(question, context, window(question, context), -1, -1)
        first, *rest = one.scores or (0.0,) * (1 + len(one.others))
        self.scores.append(first)
        for other, score in zip(one.others, rest, strict=True):
            text = self._read(other)
            if text.words:
                self._pair(question, text, window(question, text), -1, -1)
                self.scores.append(score)
        self.questions += 1

    def add_pair(
        self, question: Text, text: Text, length: int, score: float, *, right: bool
    ) -> None:
        """Add a question with one text; where in it the answer stands is not said."""
        self._pair(question, text, window(question, text, length), 0 if right else -1, 0)
        self.scores.append(score)
        self.questions += 1

    def _read(self, text: str) -> Text:
        if text not in self.texts:
            if len(self.texts) > _REMEMBERED:
                self.texts.clear()
            self.texts[text] = read_text(text, self.known)
        return self.texts[text]

    def _pair(self, question: Text, text: Text, seen: Window, start: int, end: int) -> None:
        self.asked.append(self.questions)
        self.start.append(start)
        self.end.append(end)
        self.words.append(text.numbers[seen.kept].astype(np.uint16))
        self.features.append(seen.passage.astype(np.float16))
        self.question_words.append(question.numbers.astype(np.uint16))
        self.question_features.append(seen.question.astype(np.float16))

    def pairs(self) -> Pairs:
        """Return all that was added."""
        return Pairs(
            asked=np.array(self.asked, np.int32),
            start=np.array(self.start, np.int16),
            end=np.array(self.end, np.int16),
            at=_bounds(self.words),
            words=np.concatenate([np.zeros(0, np.uint16), *self.words]),
            features=np.concatenate([np.zeros((0, PASSAGE_FEATURES), "f2"), *self.features]),
            question_at=_bounds(self.question_words),
            question_words=np.concatenate([np.zeros(0, np.uint16), *self.question_words]),
            question_features=np.concatenate(
                [np.zeros((0, QUESTION_FEATURES), "f2"), *self.question_features]
            ),
            scores=np.array(self.scores, np.float32),
        )


def _bounds(parts: Sequence[npt.NDArray[np.uint16]]) -> npt.NDArray[np.int64]:
    return np.cumsum([0, *(len(part) for part in parts)]).astype(np.int64)


def _located(question: Text, context: Text, one: Asked) -> tuple[Window, int, int] | None:
    """Return the window that holds the answer, and the answer's first and last token in it."""
    stop = one.start + len(one.answer)
    inside = [
        at for at, (first, last) in enumerate(context.spans) if first < stop and last > one.start
    ]
    if not inside:
        return None
    bounds = np.asarray(context.sentences)
    held = {int(np.searchsorted(bounds, at, side="right")) - 1 for at in inside}
    seen = window(question, context, WINDOW, sorted(held))
    start, end = np.searchsorted(seen.kept, [inside[0], inside[-1]])
    if end >= len(seen.kept) or seen.kept[end] != inside[-1] or end - start != len(inside) - 1:
        return None
    return seen, int(start), int(end)


def encode(asked: Iterable[Asked], known: Vocabulary, seen: Callable[[], None]) -> Pairs:
    """Turn questions into arrays; ``seen`` is called after each."""
    build = _Builder(known)
    for one in asked:
        build.add(one)
        seen()
    return build.pairs()


def pairs_of(rows: Iterable[tuple[str, str, bool, float]], known: Vocabulary, length: int) -> Pairs:
    """Turn questions with a text each into arrays, one question a row.

    Args:
        rows: a question, a text, whether it answers, and a number that becomes its score.
        known: the words that are read.
        length: most tokens of a text that are read.
    """
    build = _Builder(known)
    for asked, told, right, score in rows:
        question, text = read_text(nfc(asked), known), read_text(nfc(told), known)
        if text.words and 0 < len(question.words) <= _LONGEST_QUESTION:
            build.add_pair(question, text, length, score, right=right)
    return build.pairs()
