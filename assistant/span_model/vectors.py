"""First word vectors, and how rare words are, learnt from the training texts.

CBOW (Mikolov et al. 2013) over tokens; a number without a vector of its own has that of its shape.

What this module does not know: the reader they are for.
"""

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from assistant.span_model.features import RESERVED, Floats, Vocabulary
from assistant.span_model.tokens import keys, shape
from index.static_model.sources import Article

NAMES = ("<pad>", "<lower>", "<capital>", "<number>")
_NUMBER_KEPT = re.compile(r"\d{1,2}|1\d{3}|20\d\d|\d0{1,6}")
_SPREAD = 0.5
_TYPICAL = 2000
_SHAPE_IDF = 3.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How many words and shapes of numbers are kept, and how their vectors are trained."""

    words: int = 19_600
    shapes: int = 300
    most: int = 24_000
    dimension: int = 128
    window: int = 5
    negative: int = 8
    least: int = 12
    epochs: int = 4
    seed: int = 0


@dataclass(frozen=True)
class Words:
    """Words by number with their vectors (words, dimension) and idf (words,); reserved first."""

    names: tuple[str, ...]
    vectors: Floats
    idf: Floats

    def vocabulary(self) -> Vocabulary:
        """Return what texts are numbered with."""
        rows = enumerate(self.names)
        return Vocabulary({name: row for row, name in rows if row >= RESERVED}, self.idf)

    def save(self, path: Path) -> None:
        """Write to a ``.npz`` file."""
        np.savez(path, names="\n".join(self.names), vectors=self.vectors, idf=self.idf)

    @classmethod
    def load(cls, path: Path) -> "Words":
        """Read what `save` wrote."""
        with np.load(path) as kept:
            return cls(tuple(str(kept["names"]).split("\n")), kept["vectors"], kept["idf"])


def learn(
    articles: Iterable[Article],
    barred: Callable[[str], bool],
    recipe: Recipe,
    seen: Callable[[], None],
) -> Words:
    """Learn words from ``articles`` but the paragraphs that are ``barred``."""
    from gensim.models import Word2Vec  # noqa: PLC0415  # heavy, and only for training

    held, paragraphs = Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.txt"
        with path.open("w", encoding="utf-8") as out:
            for line in _lines(articles, barred, seen):
                held.update(set(line))
                paragraphs += 1
                out.write(" ".join(line) + "\n")
        trained = Word2Vec(
            corpus_file=str(path),
            vector_size=recipe.dimension,
            window=recipe.window,
            negative=recipe.negative,
            min_count=recipe.least,
            max_final_vocab=recipe.most,
            sample=1e-4,
            epochs=recipe.epochs,
            workers=1,
            seed=recipe.seed,
        )
    return _words(trained.wv, held, paragraphs, recipe)


def _lines(
    articles: Iterable[Article], barred: Callable[[str], bool], seen: Callable[[], None]
) -> Iterator[list[str]]:
    for article in articles:
        for section in article.sections:
            for sentences in section.paragraphs:
                text = " ".join(sentences)
                if not barred(text):
                    yield keys(text)
        seen()


def _words(trained: Any, held: Counter[str], paragraphs: int, recipe: Recipe) -> Words:  # noqa: ANN401
    shapes: dict[str, list[str]] = {}
    weight = Counter[str]()
    for name in trained.index_to_key:
        if name[0].isdigit():
            shapes.setdefault(shape(name), []).append(name)
    for name, count in held.items():
        if name[0].isdigit():
            weight[shape(name)] += count
    names = [
        name
        for name in trained.index_to_key
        if not name[0].isdigit() or _NUMBER_KEPT.fullmatch(name)
    ][: recipe.words]
    common = [form for form, _ in weight.most_common(recipe.shapes)]
    extra = [form for form in common if form in shapes and form not in set(names)]
    last = trained.index_to_key[-_TYPICAL:]
    unknown = np.mean([trained[name] for name in names[-_TYPICAL:] if name[0].isalpha()], axis=0)
    numbers = [trained[name] for name in last if name[0].isdigit()]
    number = np.mean(numbers, axis=0) if numbers else unknown
    rows = [trained[name] for name in names]
    rows += [np.mean([trained[name] for name in shapes[form]], axis=0) for form in extra]
    vectors = np.array([unknown * 0, unknown, unknown, number, *rows], np.float32)
    idf = [log(paragraphs / (1 + held[name])) for name in names]
    idf += [_SHAPE_IDF + max(log(paragraphs / (1 + weight[form])), 0.0) for form in extra]
    most = max(idf)
    return Words(
        names=(*NAMES, *names, *extra),
        vectors=vectors / max(float(vectors[RESERVED:].std()), 1e-9) * _SPREAD,
        idf=np.array([0.0, most, most, most - 1, *idf], np.float32),
    )
