"""The training text: articles read from compressed JSON Lines, some of them held out.

What this module does not know: ids, counts or weights.
"""

import json
import lzma
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.errors import ModelError

HELD_EVERY: Final = 50


@dataclass(frozen=True, slots=True)
class Source:
    """A file beside the training folder's others.

    ``news`` holds out one article in `HELD_EVERY`; ``times`` reads the file again, so that a small
    source of the kind of text that is asked weighs more; ``field`` names one field to read alone.
    """

    name: str
    news: bool = False
    times: int = 1
    field: str = ""


#: The files that are read, in order.
SOURCES: Final = (
    Source("vietnews-train.jsonl.xz", news=True),
    Source("baomoi.jsonl.xz", news=True),
    Source("viwiki.jsonl.xz"),
    Source("law-articles.jsonl.xz", times=2),
    Source("../qa/viquad1-train.jsonl.xz", times=15, field="question"),
)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as NFC text; ``held`` keeps it from training."""

    text: str
    held: bool


def articles(folder: Path, sample: int = 0) -> Iterator[Article]:
    """Yield the articles of every source in ``folder``, the first ``sample`` of each (0: all).

    Raises:
        ModelError: when none of the sources is there.
    """
    present = [source for source in SOURCES if (folder / source.name).exists()]
    if not present:
        names = ", ".join(source.name for source in SOURCES)
        raise ModelError(f"Thư mục {folder} không có văn bản huấn luyện; cần một trong: {names}.")
    for source in present:
        for _ in range(source.times):
            yield from _of(folder / source.name, source, sample)


def _of(path: Path, source: Source, sample: int) -> Iterator[Article]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if sample and number >= sample:
                break
            record = json.loads(line)
            text = record[source.field] if source.field else _text(record)
            held = source.news and number % HELD_EVERY == HELD_EVERY - 1
            yield Article(unicodedata.normalize("NFC", text), held)


def _text(record: dict[str, Any]) -> str:
    parts = [record.get("title", ""), record.get("abstract", ""), record.get("sapo", "")]
    parts += record.get("body", ())
    parts.append(record.get("text", ""))
    for section in record.get("sections", ()):
        parts += [section["h"], *section["p"]]
    return "\n".join(part for part in parts if part)
