"""Counting how common syllables are: `python -m corpus.frequency.count DATA OUT`.

DATA is a folder with the training texts (news, laws), OUT the table to write. Every sentence
counts a syllable once; syllables in fewer than 20 sentences are left out.

What this module does not know: how the table is used.
"""

import json
import lzma
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.normalize import syllables

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n")
_NEWS, _LAWS, _FEWEST = 6_000, 8_000, 20


def texts(data: Path) -> Iterator[str]:
    """Yield the paragraphs that are counted: news of two sources and articles of laws."""
    for name in ("vietnews-train", "baomoi"):
        with lzma.open(data / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in islice(lines, _NEWS):
                yield from json.loads(line)["body"]
    with lzma.open(data / "law-articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, _LAWS):
            yield json.loads(line)["text"]


def rarity_table(paragraphs: Iterator[str]) -> dict[str, float]:
    """Return ln(sentences / sentences with the syllable), most common first, then by spelling."""
    counts: Counter[str] = Counter()
    total = 0
    for paragraph in paragraphs:
        for sentence in _SENTENCE_END.split(paragraph):
            found = set(syllables(sentence))
            if found:
                total += 1
                counts.update(found)
    return {
        form: round(math.log(total / count), 2)
        for form, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if count >= _FEWEST and not any(char.isdigit() for char in form)
    }


def main(data: str, out: str) -> None:
    """Count and write the table: a syllable, a tab, its rarity, a line each."""
    table = rarity_table(texts(Path(data)))
    lines = [f"{form}\t{rarity}\n" for form, rarity in table.items()]
    Path(out).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
