"""Texts as bags of rows, laid end to end for summing.

What this module does not know: where the texts come from.
"""

from dataclasses import dataclass

import numpy as np

from index.static_model.encoded import Longs
from index.static_model.network import Floats


@dataclass(frozen=True, slots=True)
class Bags:
    """Distinct rows of each text with their weights, end to end; ``t`` starts at ``start[t]``."""

    rows: Longs
    weights: Floats
    start: Longs

    def times(self, gain: Floats) -> "Bags":
        """Return the same with every weight multiplied by its row's ``gain``."""
        return Bags(self.rows, self.weights * gain[self.rows], self.start)

    def turned(self) -> tuple[Longs, "Bags"]:
        """Return the rows that occur, and for each the texts it occurs in."""
        lengths = np.diff(np.append(self.start, len(self.rows)))
        texts = np.repeat(np.arange(len(lengths)), lengths)
        order = np.argsort(self.rows, kind="stable")
        rows, first = np.unique(self.rows[order], return_index=True)
        return rows, Bags(texts[order], self.weights[order], first)


@dataclass(frozen=True, slots=True)
class Batch:
    """Queries and the passages that answer them, in the same order."""

    queries: Bags
    passages: Bags

    def together(self) -> Bags:
        """Return all the texts, the queries first."""
        first, second = self.queries, self.passages
        return Bags(
            np.concatenate([first.rows, second.rows]),
            np.concatenate([first.weights, second.weights]),
            np.concatenate([first.start, second.start + len(first.rows)]),
        )


def gather(rows: Longs, units: Longs, text: Longs, texts: int, size: int) -> Bags:
    """Return the bags of the rows (-1 for none) that stand in ``text``, each row once a text.

    Its weight there is `words.weight` of the sum of its ``units``.
    """
    there = rows >= 0
    keys, place = np.unique((text * size + rows)[there], return_inverse=True)
    total = np.bincount(place, weights=units[there], minlength=len(keys))
    start = np.searchsorted(keys, np.arange(texts, dtype=np.int64) * size)
    return Bags(keys % size, np.rint(2 * np.log2(1 + total / 2)).astype(np.float32), start)
