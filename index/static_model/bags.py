"""Texts as bags of rows, laid end to end for summing.

What this module does not know: where the texts come from.
"""

from dataclasses import dataclass

import numpy as np

from index.static_model.encoded import Longs


@dataclass(frozen=True, slots=True)
class Bags:
    """Distinct rows of each text, end to end; text ``t`` starts at ``start[t]``."""

    rows: Longs
    start: Longs

    def turned(self) -> tuple[Longs, "Bags"]:
        """Return the rows that occur, and for each the texts it occurs in."""
        lengths = np.diff(np.append(self.start, len(self.rows)))
        texts = np.repeat(np.arange(len(lengths)), lengths)
        order = np.argsort(self.rows, kind="stable")
        rows, first = np.unique(self.rows[order], return_index=True)
        return rows, Bags(texts[order], first)


@dataclass(frozen=True, slots=True)
class Batch:
    """Queries and the passages that answer them, in the same order."""

    queries: Bags
    passages: Bags

    def together(self) -> Bags:
        """Return all the texts, the queries first."""
        return Bags(
            np.concatenate([self.queries.rows, self.passages.rows]),
            np.concatenate([self.queries.start, self.passages.start + len(self.queries.rows)]),
        )


def distinct(rows: Longs, text: Longs, texts: int, size: int) -> Bags:
    """Return the bags of rows (-1 for none) that stand in ``text``, each row once a text."""
    keys = np.unique((text * size + rows)[rows >= 0])
    start = np.searchsorted(keys, np.arange(texts, dtype=np.int64) * size)
    return Bags(keys % size, start)
