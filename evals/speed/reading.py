"""Reading five passages by the trained reader, beside the matrix products that it cannot avoid.

What this module does not know: how the reader works; only the widths of its products.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

import numpy as np

from assistant.span_model.features import WINDOW
from assistant.span_model.model import default_span_model
from assistant.span_model.tokens import TOKEN
from corpus.read import read_documents
from corpus.shipped import shipped_paths
from evals.speed.clock import timed_calls
from evals.speed.material import questions
from evals.speed.measure import Line

PASSAGES = 5
BOUND_MS = 10
_RUNS = 60
_PRODUCTS = ((128, 128), (213, 576), (192, 576), (192, 576), (192, 384), (384, 192), (192, 96))
"""Inputs and outputs of what every token goes through: alignment, the two recurrent layers' inputs
and (as one product each way) their steps, attention's join, the state, and the ends."""


def measured_reading() -> Iterator[Line]:
    """Yield how long five passages of `WINDOW` tokens take, each read for the first time."""
    asked = questions()[:_RUNS]
    floor = timed_calls(products(PASSAGES * WINDOW), asked)
    read = five_passages()
    read(asked[0])
    times = timed_calls(read, asked)
    what = f"đọc {PASSAGES} đoạn {WINDOW} tiếng, p50"
    yield Line(what, times.p50, "ms", times.cpu_p50, BOUND_MS, floor.p50)


def products(tokens: int) -> Callable[[str], object]:
    """Return the products of the reader's weights with so many tokens, and nothing else."""
    draw = np.random.default_rng(0)
    pairs = [
        (draw.random((tokens, rows), np.float32), draw.random((rows, columns), np.float32))
        for rows, columns in _PRODUCTS
    ]

    def multiply(_: str) -> object:
        return [left @ right for left, right in pairs]

    return multiply


def five_passages() -> Callable[[str], object]:
    """Return what reads the next five passages of the shipped documents for a question."""
    model = default_span_model()
    texts = [one.text for one in read_documents(shipped_paths())]
    fresh = cycle(long_passages(texts))

    def read(question: str) -> object:
        return model.read(question, [next(fresh) for _ in range(PASSAGES)])

    return read


def long_passages(texts: Sequence[str]) -> list[str]:
    """Return stretches of ``texts``, each beginning where no other does, of `WINDOW` tokens."""
    found = []
    for text in texts:
        spans = [match.span() for match in TOKEN.finditer(text)]
        starts = range(max(len(spans) - WINDOW, 1))
        found += [text[spans[at][0] : spans[at : at + WINDOW][-1][1]] for at in starts]
    return found[: (_RUNS + 1) * PASSAGES]
