"""Measure restoration on held-out news: python -m assistant.restore.measure --data FOLDER.

Three bars, over the sentences of the held-out articles: syllable accuracy with no marks typed
and with half the syllables typed bare, and the share of syllables changed in text that has all
its marks. A syllable is a Vietnamese word of the text, possible by its phonotactics.

What this module does not know: how the model was trained.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Final

from assistant.restore.decode import Restorer
from assistant.restore.model import load_model
from assistant.restore.records import articles
from assistant.restore.text import bare, pieces, spelled
from assistant.understand.syllable import is_syllable

_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+|\n+")
_FEWEST: Final = 4
_MOST: Final = 60

Typing = Callable[[str, Random], str]


@dataclass(frozen=True, slots=True)
class Measured:
    """Syllable accuracy of one way of typing, and the mean time of one sentence."""

    typing: str
    sentences: int
    syllables: int
    accuracy: float
    changed: float
    ms_per_sentence: float


def no_marks(word: str, _: Random) -> str:
    """Type a word without any mark."""
    return bare(word)


def half_marks(word: str, random: Random) -> str:
    """Type a word without its marks half of the time."""
    return bare(word) if random.random() < 0.5 else word  # noqa: PLR2004 - a half


def all_marks(word: str, _: Random) -> str:
    """Type a word as it is written."""
    return word


WAYS: Final[dict[str, Typing]] = {"none": no_marks, "half": half_marks, "all": all_marks}


def held_sentences(folder: Path, most: int) -> list[list[str]]:
    """Return the pieces of ``most`` held-out sentences, spread evenly over all the articles."""
    found: list[list[str]] = []
    for article in articles(folder):
        if not article.held:
            continue
        for sentence in _SENTENCE.split(article.text):
            words = pieces(sentence)
            if _FEWEST <= len(words) <= _MOST:
                found.append(words)
    step = max(1, len(found) // most)
    return found[::step][:most]


def measure(restorer: Restorer, sentences: Sequence[Sequence[str]], way: str) -> Measured:
    """Retype sentences one way, restore them, and count what came back right."""
    random = Random(7)  # noqa: S311 - a sample, not a secret
    right = changed = total = 0
    spent = 0.0
    for words in sentences:
        gold = [spelled(word) if word[0].isalpha() else word for word in words]
        typed = [WAYS[way](word, random) for word in gold]
        started = time.perf_counter()
        restored = restorer.restore(typed)
        spent += time.perf_counter() - started
        for want, was, got in zip(gold, typed, restored, strict=True):
            if is_syllable(want):
                total += 1
                right += got == want
                changed += got != was
    return Measured(
        typing=way,
        sentences=len(sentences),
        syllables=total,
        accuracy=right / max(total, 1),
        changed=changed / max(total, 1),
        ms_per_sentence=1000 * spent / max(len(sentences), 1),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure from the command line; one JSON object a line on stdout."""
    parser = argparse.ArgumentParser(description="Đo mô hình khôi phục dấu trên tin giữ lại.")
    parser.add_argument("--data", type=Path, required=True, help="thư mục có các tệp .jsonl.xz")
    parser.add_argument("--weights", type=Path, help="weights.npz (mặc định: tệp đi kèm)")
    parser.add_argument("--sentences", type=int, default=4000, help="số câu giữ lại")
    options = parser.parse_args(arguments)
    restorer = Restorer(load_model(options.weights))
    sentences = held_sentences(options.data, options.sentences)
    for way in WAYS:
        sys.stdout.write(json.dumps(asdict(measure(restorer, sentences, way))) + "\n")


if __name__ == "__main__":
    main()
