"""Draws batches of (query, passage) from the encoded texts, neighbours together.

A batch takes several paragraphs of each article it visits, so that a passage's hardest wrong
neighbours, those about the same thing, are in the same batch. No paragraph comes twice in one.

What this module does not know: the vectors, or the loss.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from index.static_model.bags import Bags, Batch, gather
from index.static_model.encoded import SOURCES, Encoded, Longs
from index.static_model.vocabulary import Vocabulary

Slice = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How pairs are drawn; every rate is a probability.

    ``batch`` pairs; ``asked`` share of batches made of real questions; ``group`` paragraphs at
    most of one article (``asked_group`` contexts); ``longest`` words of a passage; ``whole`` keeps
    the query's sentence in its paragraph; ``drop`` forgets a query's word; ``bare`` and
    ``half_bare`` type a query without (some of) its diacritics; ``lead`` and ``heading`` stand for
    a sentence as the query, ``title`` is added to it.
    """

    batch: int = 768
    asked: float = 0.4
    group: int = 6
    asked_group: int = 16
    longest: int = 250
    whole: float = 0.4
    drop: float = 0.1
    bare: float = 0.08
    half_bare: float = 0.04
    lead: float = 0.5
    heading: float = 0.3
    title: float = 0.25


_SHORTEST = 8
"""Words under which a paragraph, or what is left of it, is no passage."""
_HALF = 0.5
_SHARES = {"wiki": 0.6, "law": 0.15, "news": 0.25}


class Sampler:
    """Draws batches for ever, the same ones for the same seed."""

    def __init__(self, texts: Encoded, vocabulary: Vocabulary, drawing: Drawing, seed: int) -> None:
        """Prepare the lists of articles and of questions by context."""
        self._texts, self._vocabulary, self._drawing = texts, vocabulary, drawing
        self._random = np.random.default_rng(seed)
        self._dice = random.Random(seed)  # noqa: S311  # drawn by the hundred thousand, no secret
        # Lists, because single items of arrays are slow to reach.
        self._start, self._par, self._par_end, self._doc, self._heading = (
            part.tolist()
            for part in (texts.start, texts.par, texts.par_end, texts.doc, texts.heading)
        )
        begun = texts.start[np.minimum(texts.par, len(texts.start) - 1)]
        self._usable = (texts.start[texts.par_end] - begun >= _SHORTEST).tolist()
        self._articles = {
            name: self._with_paragraphs(texts.source == number)
            for number, name in enumerate(SOURCES)
        }
        self._shares = {n: _SHARES[n] for n, found in self._articles.items() if len(found)}
        self._groups = self._with_paragraphs(texts.source < 0)
        self._questions: dict[int, list[int]] = {}
        for question, context in zip(texts.question, texts.context, strict=True):
            self._questions.setdefault(int(context), []).append(int(question))

    def _with_paragraphs(self, wanted: np.ndarray) -> Longs:
        before = np.concatenate([[0], np.cumsum(self._usable)])
        usable = np.diff(before[self._texts.doc])
        return np.flatnonzero(wanted & (usable > 0))

    def batches(self) -> Iterator[Batch]:
        """Yield batches for ever."""
        while True:
            real = bool(self._questions) and self._dice.random() < self._drawing.asked
            pairs = list(self._asked() if real else self._taken())
            yield Batch(
                self._bags([query for query, _ in pairs], query=True),
                self._bags([passage for _, passage in pairs], query=False),
            )

    def _asked(self) -> Iterator[tuple[list[Slice], list[Slice]]]:
        """Draw real questions with their contexts, whole neighbourhoods of an article."""
        left = self._drawing.batch
        for group in self._random.permutation(self._groups):
            contexts = self._paragraphs(group, min(left, self._drawing.asked_group))
            for context in contexts:
                question = self._dice.choice(self._questions[context])
                yield [self._text(question)], self._cropped(self._sentences(context))
            left -= len(contexts)
            if left <= 0:
                return

    def _taken(self) -> Iterator[tuple[list[Slice], list[Slice]]]:
        """Draw paragraphs, and for each a query out of its own sentence, heading or title."""
        [name] = self._dice.choices(list(self._shares), list(self._shares.values()))
        left = self._drawing.batch
        for article in self._random.permutation(self._articles[name]):
            chosen = self._paragraphs(article, min(left, self._drawing.group))
            lead = self._dice.randrange(len(chosen))
            for place, paragraph in enumerate(chosen):
                yield self._cut(int(article), paragraph, first=place == lead)
            left -= len(chosen)
            if left <= 0:
                return

    def _cut(self, article: int, paragraph: int, *, first: bool) -> tuple[list[Slice], list[Slice]]:
        """Make one query: title or lead (once an article), heading, or a piece of a sentence."""
        texts, dice = self._texts, self._dice
        pieces = self._sentences(paragraph)
        heading = self._text(self._heading[paragraph])
        title, lead = self._text(int(texts.title[article])), self._text(int(texts.lead[article]))
        if first and lead[1] > lead[0] and dice.random() < self._drawing.lead:
            return [lead], self._cropped(pieces)
        if heading[1] > heading[0] and dice.random() < self._drawing.heading:
            named = dice.random() < self._drawing.title
            return [title, heading] if named else [heading], self._cropped(pieces)
        lengths = [end - start for start, end in pieces]
        [place] = dice.choices(range(len(pieces)), lengths)
        query = [self._piece(pieces[place])]
        if dice.random() < self._drawing.title:
            query.append(title)
        if sum(lengths) - lengths[place] >= _SHORTEST and dice.random() >= self._drawing.whole:
            pieces = pieces[:place] + pieces[place + 1 :]
        return query, self._cropped(pieces)

    def _piece(self, whole: Slice) -> Slice:
        """Return 4 to 20 neighbouring words of a sentence."""
        wanted = self._dice.randint(4, 20)
        spare = whole[1] - whole[0] - wanted
        if spare <= 0:
            return whole
        start = whole[0] + self._dice.randint(0, spare)
        return start, start + wanted

    def _paragraphs(self, article: int, most: int) -> list[int]:
        usable = self._usable
        found = [p for p in range(self._doc[article], self._doc[article + 1]) if usable[p]]
        return self._dice.sample(found, min(most, len(found)))

    def _text(self, number: int) -> Slice:
        return self._start[number], self._start[number + 1]

    def _sentences(self, paragraph: int) -> list[Slice]:
        texts = range(self._par[paragraph], self._par_end[paragraph])
        return [self._text(text) for text in texts]

    def _cropped(self, pieces: list[Slice]) -> list[Slice]:
        left, kept = self._drawing.longest, list[Slice]()
        for start, end in pieces:
            if left <= 0:
                break
            kept.append((start, min(end, start + left)))
            left -= end - start
        return kept

    def _bags(self, texts: list[list[Slice]], *, query: bool) -> Bags:
        """Look up rows; for queries, forget words and diacritics at random."""
        slices = np.array([piece for text in texts for piece in text], dtype=np.int64)
        counts = np.array([len(text) for text in texts])
        lengths = slices[:, 1] - slices[:, 0]
        ends = np.cumsum(lengths)
        place = np.repeat(slices[:, 0] - (ends - lengths), lengths) + np.arange(ends[-1])
        piece = np.repeat(np.arange(len(slices)), lengths)
        bag = np.repeat(np.arange(len(texts)), counts)[piece]
        adjacent = np.append(piece[1:] == piece[:-1], False)
        rows = self._rows(place, bag, adjacent, sloppy=query)
        paired = rows[2] >= 0
        lone = 2 - (paired | np.append(False, paired[:-1]))
        units = np.concatenate([lone, lone, np.full(len(lone), 2)])
        return gather(rows.ravel(), units, np.tile(bag, 3), len(texts), self._vocabulary.size)

    def _rows(self, place: Longs, bag: Longs, adjacent: np.ndarray, *, sloppy: bool) -> Longs:
        """Return the rows at some positions, -1 for none (3 x positions): words, then pairs."""
        v, rates, dice = self._vocabulary, self._drawing, self._random
        ids = self._texts.ids[place]
        word, pair = v.word[ids].T, np.where(adjacent, v.pair[place], -1)
        if not sloppy:
            return np.vstack([word, pair]).astype(np.int64)
        style = dice.random(int(bag[-1]) + 1)[bag]
        half = style < rates.half_bare + rates.bare
        bare = (style < rates.bare) | (half & (dice.random(len(ids)) < _HALF))
        following = np.append(bare[1:], False)
        both = np.where(bare & following & adjacent, v.bare_pair[place], -1)
        word = np.where(bare, v.bare[ids].T, word)
        pair = np.where(bare | following, both, pair)
        dropped = dice.random(len(ids)) < rates.drop
        pair = np.where(dropped | np.append(dropped[1:], False), -1, pair)
        return np.vstack([np.where(dropped, -1, word), pair]).astype(np.int64)
