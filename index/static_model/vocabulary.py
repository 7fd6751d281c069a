"""Which features get a vector: frequent words, cohesive pairs, their forms without diacritics.

What this module does not know: the vectors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.normalize import strip_diacritics
from index.static_model.encoded import Encoded, Ints, Longs
from index.static_model.words import known_as


@dataclass(frozen=True)
class Sizes:
    """How many vectors of each sort.

    ``least`` is the count from which a word may have its own vector.
    """

    words: int = 24_000
    pairs: int = 28_000
    buckets: int = 2_048
    least: int = 8


@dataclass(frozen=True)
class Vocabulary:
    """Features and their rows, and the same as arrays over an `Encoded`'s words and positions.

    Pairs have the rows from ``first_pair`` on.

    ``rows`` gives each feature's row; several features may share one (a pair and its form
    without diacritics). ``word`` and ``bare`` (words x 2) are the rows of a word and of its form
    without diacritics, two for unseen words; ``pair`` and ``bare_pair`` (by position in ``ids``)
    the row of the pair that starts there; -1 for none.
    """

    rows: dict[str, int]
    size: int
    first_pair: int
    buckets: int
    word: Ints
    bare: Ints
    pair: Ints
    bare_pair: Ints


def build(texts: Encoded, sizes: Sizes) -> Vocabulary:
    """Choose the features of ``texts``."""
    rows: dict[str, int] = {}
    counts = np.bincount(texts.ids, minlength=len(texts.table))
    _add_words(rows, texts, counts, sizes)
    for number in range(sizes.buckets):
        rows[f"#{number}"] = len(rows)
    bare = [strip_diacritics(word) for word in texts.table]
    keys = _pair_keys(texts)
    chosen, pair_counts = _best_pairs(keys, counts, sizes.pairs)
    width = len(texts.table)
    names = [f"{texts.table[key // width]}_{texts.table[key % width]}" for key in chosen]
    first_pair = len(rows)
    for name in names:
        rows[name] = len(rows)
    size = len(rows)
    alias = _add_bare_pairs(rows, chosen, pair_counts, bare, width)
    word = _word_rows(rows, texts.table, sizes.buckets)
    bare_rows = _word_rows(rows, bare, sizes.buckets)
    pair = _pair_rows(keys, chosen, first_pair)
    bare_pair = np.where(pair >= 0, alias[np.maximum(pair - first_pair, 0)], -1).astype(np.int32)
    return Vocabulary(rows, size, first_pair, sizes.buckets, word, bare_rows, pair, bare_pair)


def _add_words(rows: dict[str, int], texts: Encoded, counts: Longs, sizes: Sizes) -> None:
    for number in np.argsort(-counts, kind="stable")[: sizes.words]:
        if counts[number] < sizes.least:
            break
        rows[texts.table[number]] = len(rows)
    for word in list(rows):
        rows.setdefault(strip_diacritics(word), len(rows))


def _pair_keys(texts: Encoded) -> Longs:
    """Return, for every position, the number of the pair that starts there (-1 at text ends)."""
    width = len(texts.table)
    keys = np.full(len(texts.ids), -1, dtype=np.int64)
    keys[:-1] = texts.ids[:-1].astype(np.int64) * width + texts.ids[1:]
    ends = texts.start[1:] - 1
    keys[ends[ends >= 0]] = -1
    return keys


def _best_pairs(keys: Longs, counts: Longs, wanted: int) -> tuple[Longs, Longs]:
    """Return the pairs with the highest count times pointwise mutual information, key order."""
    found, times = np.unique(keys[keys >= 0], return_counts=True)
    frequent = times >= np.sort(times)[-min(len(times), 8 * wanted)]
    found, times = found[frequent & (times > 1)], times[frequent & (times > 1)]
    width, total = len(counts), counts.sum()
    expected = counts[found // width] * (counts[found % width] / total)
    gain = times * np.log(times / expected)
    best = np.sort(np.argsort(-gain, kind="stable")[:wanted])
    best = best[gain[best] > 0]
    return found[best], times[best]


def _add_bare_pairs(
    rows: dict[str, int], chosen: Longs, times: Longs, bare: list[str], width: int
) -> Ints:
    """Let a pair without diacritics share the row of its commonest reading; return those rows."""
    names = [f"{bare[key // width]}_{bare[key % width]}" for key in chosen]
    base = len(rows) - len(chosen)
    for place in np.argsort(-times, kind="stable"):
        rows.setdefault(names[place], base + int(place))
    return np.array([rows[name] for name in names] or [-1], dtype=np.int32)


def _word_rows(rows: dict[str, int], table: Sequence[str], buckets: int) -> Ints:
    """Return the one or two rows of every word of ``table``, -1 for none (words x 2)."""
    found = np.full((len(table), 2), -1, dtype=np.int32)
    for number, word in enumerate(table):
        names = known_as(word, rows, buckets)
        found[number, : len(names)] = [rows[name] for name in names]
    return found


def _pair_rows(keys: Longs, chosen: Longs, first: int) -> Ints:
    if not len(chosen):
        return np.full(len(keys), -1, dtype=np.int32)
    place = np.minimum(np.searchsorted(chosen, keys), len(chosen) - 1)
    return np.where(chosen[place] == keys, place + first, -1).astype(np.int32)
