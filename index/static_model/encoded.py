"""The training texts as arrays of word numbers, built once and kept in a file.

What this module does not know: which words deserve a vector, or how pairs are drawn.
"""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.static_model.sources import Article, Asked, sentences
from index.static_model.words import words

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
SOURCES = ("wiki", "law", "news")


@dataclass(frozen=True)
class Encoded:
    """Texts as word numbers; a text is any string: a title, a heading, a sentence, a question.

    ``ids`` holds all texts end to end, text ``t`` at ``start[t]:start[t + 1]``. Paragraph ``p`` is
    the texts ``par[p]:par_end[p]``, its heading the text ``heading[p]``; article ``a`` is the
    paragraphs ``doc[a]:doc[a + 1]``, with texts ``title[a]`` and ``lead[a]`` and a ``source[a]``.
    Question ``q`` is the text ``question[q]``, its context the paragraph ``context[q]``; contexts
    are the paragraphs of articles of their own, with source -1, after all the others.
    """

    table: tuple[str, ...]
    ids: Ints
    start: Longs
    par: Longs
    par_end: Longs
    heading: Longs
    doc: Longs
    title: Longs
    lead: Longs
    source: Longs
    question: Longs
    context: Longs

    def save(self, path: Path) -> None:
        """Write everything to one ``.npz`` file."""
        arrays = {part.name: getattr(self, part.name) for part in fields(self)}
        arrays["table"] = np.frombuffer("\n".join(self.table).encode(), dtype=np.uint8)
        np.savez(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> "Encoded":
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            parts = {name: arrays[name] for name in arrays.files}
        parts["table"] = tuple(parts["table"].tobytes().decode().split("\n"))
        return cls(**parts)


@dataclass
class _Builder:
    """Grows the arrays of `Encoded`."""

    table: dict[str, int] = field(default_factory=dict)
    ids: "array[int]" = field(default_factory=lambda: array("i"))
    start: "array[int]" = field(default_factory=lambda: array("q", [0]))
    par: "array[int]" = field(default_factory=lambda: array("q"))
    par_end: "array[int]" = field(default_factory=lambda: array("q"))
    heading: "array[int]" = field(default_factory=lambda: array("q"))
    doc: "array[int]" = field(default_factory=lambda: array("q"))
    title: "array[int]" = field(default_factory=lambda: array("q"))
    lead: "array[int]" = field(default_factory=lambda: array("q"))
    source: "array[int]" = field(default_factory=lambda: array("q"))

    def text(self, text: str) -> int:
        table = self.table
        self.ids.extend(table.setdefault(word, len(table)) for word in words(text))
        self.start.append(len(self.ids))
        return len(self.start) - 2

    def open_article(self, title: str, lead: str, source: int) -> None:
        self.title.append(self.text(title))
        self.lead.append(self.text(lead))
        self.source.append(source)
        self.doc.append(len(self.par))

    def paragraph(self, heading: int, pieces: Iterable[str]) -> int:
        """Add the texts of a paragraph right after one another; return its number."""
        self.heading.append(heading)
        self.par.append(len(self.start) - 1)
        for piece in pieces:
            self.text(piece)
        self.par_end.append(len(self.start) - 1)
        return len(self.par) - 1


def encode(articles: Iterable[Article], asked: list[Asked], seen: Callable[[], None]) -> Encoded:
    """Number the words of every text; ``seen`` is called after each article."""
    build = _Builder()
    for article in articles:
        _add_article(build, article)
        seen()
    question, context = _add_questions(build, asked)
    build.doc.append(len(build.par))
    as_longs = {
        name: np.array(getattr(build, name), dtype=np.int64)
        for name in ("start", "par", "par_end", "heading", "doc", "title", "lead", "source")
    }
    return Encoded(
        table=tuple(build.table),
        ids=np.array(build.ids, dtype=np.int32),
        question=np.array(question, dtype=np.int64),
        context=np.array(context, dtype=np.int64),
        **as_longs,
    )


def _add_article(build: _Builder, article: Article) -> None:
    """Add the headings first, so that paragraphs lie end to end."""
    build.open_article(article.title, article.lead, SOURCES.index(article.source))
    headings = [build.text(section.heading) for section in article.sections]
    for heading, section in zip(headings, article.sections, strict=True):
        for pieces in section.paragraphs:
            build.paragraph(heading, pieces)


def _add_questions(build: _Builder, asked: list[Asked]) -> tuple[list[int], list[int]]:
    """Add each context once, under its group; return the questions and their contexts."""
    groups: dict[str, dict[str, list[str]]] = {}
    for item in asked:
        groups.setdefault(item.group, {}).setdefault(item.context, []).append(item.question)
    question, context = list[int](), list[int]()
    for group, contexts in groups.items():
        build.open_article(group, "", -1)
        for text, its_questions in contexts.items():
            texts = [build.text(line) for line in its_questions]
            number = build.paragraph(build.title[-1], sentences(text))
            question += texts
            context += [number] * len(texts)
    return question, context
