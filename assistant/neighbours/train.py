"""Counting neighbours: python -m assistant.neighbours.train DATA OUT [ARTICLES].

Counts Vietnamese syllables and pairs of them in running text, the articles held out for
measuring left out, and keeps the pairs seen often enough.

What this module does not know: how the table is used.
"""

import hashlib
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Final

import numpy as np

from assistant.neighbours.model import RECORD, STEPS, WEIGHTS
from assistant.restore.records import articles
from assistant.restore.text import pieces, spelled
from assistant.understand.syllable import is_syllable

ARTICLES: Final = 12_000
_FEWEST: Final = 20
_FEWEST_PAIRS: Final = 8
_MOST_PAIRS: Final = 160_000
_BREAK: Final = ""


def count(texts: Iterable[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how often each syllable, and each pair with nothing between, stands in the texts."""
    single: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for text in texts:
        words = [_syllable(piece) for piece in pieces(text)]
        single.update(words)
        together.update(pairwise(words))
    del single[_BREAK]
    return single, together


def save(single: Counter[str], together: Counter[tuple[str, str]], folder: Path) -> Path:
    """Write the table and its record into a folder; return the table's file."""
    spellings = sorted(word for word, seen in single.items() if seen >= _FEWEST)
    places = {spelling: place for place, spelling in enumerate(spellings)}
    often = [
        (places[first], places[second], seen)
        for (first, second), seen in together.most_common(2 * _MOST_PAIRS)
        if seen >= _FEWEST_PAIRS and first in places and second in places
    ][:_MOST_PAIRS]
    often.sort()
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        syllables=np.frombuffer("\n".join(spellings).encode(), dtype=np.uint8),
        counts=_steps([single[one] for one in spellings]),
        first=np.array([one for one, _, _ in often], dtype=np.uint16),
        second=np.array([two for _, two, _ in often], dtype=np.uint16),
        together=_steps([seen for _, _, seen in often]),
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WEIGHTS
    path.write_bytes(buffer.getvalue())
    record = {
        "sha256": hashlib.sha256(buffer.getvalue()).hexdigest(),
        "syllables": len(spellings),
        "pairs": len(often),
    }
    (folder / RECORD).write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    return path


def _syllable(piece: str) -> str:
    word = spelled(piece)
    return word if is_syllable(word) else _BREAK


def _steps(counts: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.array([min(255, round(STEPS * log(seen))) for seen in counts], dtype=np.uint8)


def main(arguments: Sequence[str]) -> None:
    """Count, and write the table."""
    data, out = Path(arguments[0]), Path(arguments[1])
    sample = int(arguments[2]) if len(arguments) > 2 else ARTICLES  # noqa: PLR2004 - the third is optional
    single, together = count(one.text for one in articles(data, sample) if not one.held)
    sys.stdout.write(f"{save(single, together, out)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
