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

#: The files that are read, in order, and whether one article in `HELD_EVERY` is held out.
SOURCES: Final = (
    ("vietnews-train.jsonl.xz", True),
    ("baomoi.jsonl.xz", True),
    ("viwiki.jsonl.xz", False),
    ("law-articles.jsonl.xz", False),
)
HELD_EVERY: Final = 50


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
    present = [(folder / name, news) for name, news in SOURCES if (folder / name).exists()]
    if not present:
        names = ", ".join(name for name, _ in SOURCES)
        raise ModelError(f"Thư mục {folder} không có văn bản huấn luyện; cần một trong: {names}.")
    for path, news in present:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if sample and number >= sample:
                    break
                held = news and number % HELD_EVERY == HELD_EVERY - 1
                yield Article(unicodedata.normalize("NFC", _text(json.loads(line))), held)


def _text(record: dict[str, Any]) -> str:
    parts = [record.get("title", ""), record.get("abstract", ""), record.get("sapo", "")]
    parts += record.get("body", ())
    parts.append(record.get("text", ""))
    for section in record.get("sections", ()):
        parts += [section["h"], *section["p"]]
    return "\n".join(part for part in parts if part)
