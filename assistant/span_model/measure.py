"""How well and how fast the shipped reader reads: ``python -m assistant.span_model.measure FILE``.

``FILE`` is JSON Lines ``{title, context, question, answers}``. Printed: exact match and F1 of the
best span in the right context; precision, recall and F1 of deciding that a passage answers, when
half of the questions get a wrong passage of the same article; milliseconds for five passages.

What this module does not know: how the model was trained.
"""

import argparse
import random
import string
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from assistant.span_model.data import lines
from assistant.span_model.features import WINDOW
from assistant.span_model.model import SpanModel, default_span_model, load
from corpus.normalize import nfc

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_PASSAGES = 5
_TIMED = 60
_EVEN = 0.5


class Spans(NamedTuple):
    """Fractions of 1, over questions with their right context."""

    em: float
    f1: float


class Decisions(NamedTuple):
    """Fractions of 1: of deciding that a passage answers."""

    precision: float
    recall: float
    f1: float


def spans(model: SpanModel, rows: Sequence[dict[str, Any]], length: int) -> Spans:
    """Return exact match and F1 of the best span, as SQuAD's script computes them."""
    exact, overlap = 0.0, 0.0
    for row in rows:
        found = model.read(row["question"], [row["context"]], length)[0].span.of(row["context"])
        truths = [_plain(answer["text"]) for answer in row["answers"]]
        exact += max(float(_plain(found) == truth) for truth in truths)
        overlap += max(_f1(_plain(found), truth) for truth in truths)
    return Spans(exact / len(rows), overlap / len(rows))


def decisions(
    model: SpanModel, rows: Sequence[dict[str, Any]], length: int, *, nearest: bool, seed: int = 0
) -> Decisions:
    """Return how well ``answerable`` tells right contexts from wrong ones of the same article.

    Half of the questions, drawn by ``seed``, get a wrong one: any, or the one that shares most
    words with the question (``nearest``).
    """
    draw = random.Random(seed)  # noqa: S311  (nothing secret)
    shelves: dict[str, dict[str, frozenset[str]]] = {}
    for row in rows:
        words = frozenset(_plain(row["context"]))
        shelves.setdefault(row["title"], {}).setdefault(row["context"], words)
    hits, taken, right = 0, 0, 0
    for row in rows:
        others = {c: words for c, words in shelves[row["title"]].items() if c != row["context"]}
        wrong = bool(others) and draw.random() < _EVEN
        context = row["context"]
        if wrong:
            asked = set(_plain(row["question"]))
            context = (
                max(others, key=lambda c: len(asked & others[c]))
                if nearest
                else draw.choice(list(others))
            )
        answers = model.read(row["question"], [context], length)[0].answerable > _EVEN
        right += not wrong
        taken += answers
        hits += answers and not wrong
    precision, recall = hits / max(taken, 1), hits / max(right, 1)
    return Decisions(precision, recall, 2 * hits / max(taken + right, 1))


def milliseconds(model: SpanModel, rows: Sequence[dict[str, Any]], length: int) -> float:
    """Return the median time to read five contexts, each for the first time."""
    contexts = list(dict.fromkeys(row["context"] for row in rows))
    model.read(rows[0]["question"], contexts[:1], length)
    taken = []
    for place in range(max(1, min(_TIMED, len(contexts) - _PASSAGES))):
        passages = [
            context + " " * (place + 1) for context in contexts[place : place + _PASSAGES]
        ]  # unseen
        clock = time.perf_counter()
        model.read(rows[place]["question"], passages, length)
        taken.append(time.perf_counter() - clock)
    return 1000 * median(taken)


def _plain(text: str) -> list[str]:
    return nfc(text).lower().translate(_PUNCTUATION).split()


def _f1(found: list[str], truth: list[str]) -> float:
    if not found or not truth:
        return float(found == truth)
    return 2 * sum((Counter(found) & Counter(truth)).values()) / (len(found) + len(truth))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of a model on a question file."""
    parser = argparse.ArgumentParser(prog="python -m assistant.span_model.measure")
    parser.add_argument("file", type=Path, help="JSON Lines of questions")
    parser.add_argument("--model", type=Path, help="a model folder (default: the shipped one)")
    parser.add_argument("--length", type=int, default=WINDOW, help="most tokens of a passage")
    given = parser.parse_args(arguments)
    model = load(given.model) if given.model else default_span_model()
    rows = [row for row in lines(given.file) if row["answers"]]
    read = spans(model, rows, given.length)
    any_wrong = decisions(model, rows, given.length, nearest=False)
    nearest = decisions(model, rows, given.length, nearest=True)
    sys.stdout.write(
        f"questions {len(rows)}\n"
        f"em {read.em:.4f} f1 {read.f1:.4f}\n"
        f"answers or not, wrong passage of the article: precision {any_wrong.precision:.4f} "
        f"recall {any_wrong.recall:.4f} f1 {any_wrong.f1:.4f}\n"
        f"answers or not, the nearest wrong passage: precision {nearest.precision:.4f} "
        f"recall {nearest.recall:.4f} f1 {nearest.f1:.4f}\n"
        f"ms for five passages {milliseconds(model, rows, given.length):.1f}\n"
    )


if __name__ == "__main__":
    main()
