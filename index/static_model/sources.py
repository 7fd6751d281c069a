"""Reads the training texts into articles of paragraphs and into questions with their contexts.

What this module does not know: how words become features, or how pairs are drawn.
"""

import csv
import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SENTENCE_END = re.compile(r"(?<=[.!?…;])\s+|\n+")
_SHORTEST = 80
"""Paragraphs under this many characters are captions and by-lines, not passages."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (or "") and the paragraphs under it, each a tuple of sentences."""

    heading: str
    paragraphs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A title, a lead (an abstract, or "") and sections, from one source."""

    source: str
    title: str
    lead: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the context that answers it, and the article both belong to."""

    group: str
    question: str
    context: str


def sentences(paragraph: str) -> tuple[str, ...]:
    """Cut a paragraph roughly into sentences (good enough to draw pairs from)."""
    return tuple(piece for piece in _SENTENCE_END.split(paragraph.strip()) if piece)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _section(heading: str, paragraphs: list[str]) -> Section:
    long = (text for text in paragraphs if len(text) >= _SHORTEST)
    return Section(heading, tuple(sentences(text) for text in long))


def _wiki(folder: Path) -> Iterator[Article]:
    for line in _lines(folder / "viwiki.jsonl.xz"):
        sections = tuple(_section(part["h"], part["p"]) for part in line["sections"])
        yield Article("wiki", line["title"], "", sections)


def _news(folder: Path, name: str, lead: str) -> Iterator[Article]:
    for line in _lines(folder / f"{name}.jsonl.xz"):
        yield Article("news", line["title"], line[lead], (_section("", line["body"]),))


def _law(folder: Path) -> Iterator[Article]:
    law, sections = "", list[Section]()
    for line in _lines(folder / "law-articles.jsonl.xz"):
        if line["law"] != law and sections:
            yield Article("law", law, "", tuple(sections))
            sections = []
        law = line["law"]
        sections.append(_section(line["title"], [line["text"]]))
    if sections:
        yield Article("law", law, "", tuple(sections))


def articles(data: Path, every: int = 1) -> Iterator[Article]:
    """Yield the articles of ``data/text``: all of wiki and law, one news article in ``every``."""
    folder = data / "text"
    yield from _wiki(folder)
    yield from _law(folder)
    for name, lead in (("vietnews-train", "abstract"), ("baomoi", "sapo")):
        for position, article in enumerate(_news(folder, name, lead)):
            if position % every == 0:
                yield article


def _squad(path: Path) -> Iterator[Asked]:
    for position, article in enumerate(json.loads(path.read_text("utf-8"))["data"]):
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                if asked.get("answers") and not asked.get("is_impossible"):
                    yield Asked(f"{path.stem}-{position}", asked["question"], paragraph["context"])


def questions(data: Path) -> list[Asked]:
    """Return every answerable training question of ``data/qa`` (no development question)."""
    folder = data / "qa"
    found = [
        Asked(line["title"], line["question"], line["context"])
        for line in _lines(folder / "viquad1-train.jsonl.xz")
    ]
    with (folder / "alqac.csv").open(encoding="utf-8-sig", newline="") as rows:
        found += [Asked("alqac", row["question"], row["context"]) for row in csv.DictReader(rows)]
    for name in ("uit-wiki", "factoid-squad2-train"):
        found += _squad(folder / f"{name}.json")
    return found
