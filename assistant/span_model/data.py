"""Where training questions come from: the question files, and texts made into questions.

What this module does not know: how they become arrays (`pairs`), or the network.
"""

import csv
import json
import lzma
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.span_model.synthetic import Maker
from assistant.span_model.tokens import keys
from corpus.normalize import nfc, strip_diacritics
from index.static_model.sources import articles

_RUN = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the text that answers it (answer at ``start``; "" where it does not), others.

    ``others`` are texts, mostly of the same article, that should not answer it. ``scores``, where
    there are any, are those that a search gives to the context and to each of the others.
    """

    question: str
    context: str
    start: int
    answer: str
    others: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON Lines file, xz-compressed or not."""
    opened = lzma.open if path.suffix == ".xz" else Path.open
    with opened(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)


def viquad(path: Path, others: int, seed: int, *, nearest: bool = True) -> Iterator[Asked]:
    """Yield ViQuAD's questions, each with ``others`` wrong passages of its article.

    Half of them are those that share most words with the question when ``nearest``.
    """
    draw = random.Random(seed)  # noqa: S311  (nothing secret)
    rows = [row for row in lines(path) if row["answers"]]
    of_title: dict[str, dict[str, frozenset[str]]] = {}
    for row in rows:
        shelf = of_title.setdefault(row["title"], {})
        if row["context"] not in shelf:
            shelf[row["context"]] = frozenset(keys(row["context"]))
    for row in rows:
        words = set(keys(row["question"]))
        rest = [(c, held) for c, held in of_title[row["title"]].items() if c != row["context"]]
        draw.shuffle(rest)
        if nearest:
            rest = rest[: others // 2] + sorted(
                rest[others // 2 :], key=lambda pair: -len(words & pair[1])
            )
        first = row["answers"][0]
        yield Asked(
            row["question"],
            row["context"],
            first["answer_start"],
            first["text"],
            tuple(context for context, _ in rest[:others]),
        )


def small_files(folder: Path) -> Iterator[Asked]:
    """Yield the questions of the three small files."""
    for name in ("uit-wiki", "factoid-squad2-train"):
        for article in json.loads((folder / f"{name}.json").read_text("utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                for one in paragraph["qas"]:
                    yield _squad(one, nfc(paragraph["context"]))
    with (folder / "alqac.csv").open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            context, answer = nfc(row["context"]), nfc(row["answer"]).strip()
            if answer and (at := context.find(answer)) >= 0:
                yield Asked(row["question"], context, at, answer)


def _squad(one: dict[str, Any], context: str) -> Asked:
    for answer in one.get("answers") or ():
        text = nfc(answer["text"]).strip()
        starts = list(_places(context, text)) if text else []
        if starts:
            near = min(starts, key=lambda at: abs(at - answer["answer_start"]))
            return Asked(one["question"], context, near, text)
    return Asked(one["question"], context, 0, "")


def _places(context: str, text: str) -> Iterator[int]:
    at = context.find(text)
    while at >= 0:
        yield at
        at = context.find(text, at + 1)


def sloppy(asked: Iterable[Asked], share: float, seed: int) -> Iterator[Asked]:
    """Yield the questions, some of them typed without diacritics."""
    draw = random.Random(seed)  # noqa: S311  (nothing secret)
    for one in asked:
        bare = draw.random() < share
        yield replace(one, question=strip_diacritics(one.question)) if bare else one


def runs(texts: Iterable[str]) -> frozenset[int]:
    """Return the hashes of all runs of eight words in ``texts``."""
    return frozenset(run for text in texts for run in _runs(text))


def _runs(text: str) -> Iterator[int]:
    words = [word for word in keys(text) if word[0].isalnum()]
    yield from (hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def made(
    data: Path, maker: Maker, barred: frozenset[int], seed: int, part: tuple[int, int] = (0, 1)
) -> Iterator[Asked]:
    """Yield made questions over Wikipedia, laws and news, one or two a paragraph.

    Paragraphs that share a run of words with ``barred`` (the development contexts) are left out.
    ``part`` is which of how many parts of the articles to take.
    """
    draw = random.Random(seed)  # noqa: S311  (nothing secret)
    number, parts = part
    for place, article in enumerate(articles(data, 8)):
        if place % parts != number:
            continue
        paragraphs = [p for section in article.sections for p in section.paragraphs]
        if article.source != "wiki":
            paragraphs = [sum(two, ()) for two in pairwise(paragraphs)]
            paragraphs = draw.sample(paragraphs, min(2, len(paragraphs)))
        for sentences in paragraphs:
            if len(sentences) < 3 or len(sentences) > 16:  # noqa: PLR2004  (a passage)
                continue
            context = " ".join(sentences)
            if article.source == "wiki" and any(run in barred for run in _runs(context)):
                continue
            yield from _made(sentences, context, paragraphs, article.title, maker, draw)


def _made(  # noqa: PLR0913, PLR0917  # one paragraph and all that surrounds it
    sentences: tuple[str, ...],
    context: str,
    paragraphs: list[tuple[str, ...]],
    title: str,
    maker: Maker,
    draw: random.Random,
) -> Iterator[Asked]:
    for place in draw.sample(range(len(sentences)), 2 + (len(sentences) > 5)):  # noqa: PLR2004
        cloze = maker.make(nfc(sentences[place]), title)
        if cloze is None:
            continue
        start = sum(len(one) + 1 for one in sentences[:place]) + cloze.start
        if context[start : start + len(cloze.answer)] != cloze.answer:
            continue
        other = draw.choice(paragraphs)
        others = (" ".join(other),) if other != sentences and draw.random() < 0.5 else ()  # noqa: PLR2004
        yield Asked(cloze.question, context, start, cloze.answer, others)
