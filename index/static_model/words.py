"""Text to the features that the static model has vectors for.

A feature is a comparable syllable or number ("thành", "2030"), or two neighbouring syllables
joined by ``_`` ("thành_phố"). A syllable the model never saw falls into two of a fixed number of
buckets ("#417"), so that a rare name is still equal to itself.

What this module does not know: which features have vectors, or what any of them means.
"""

import re
import zlib
from collections import Counter
from collections.abc import Container
from functools import lru_cache
from itertools import pairwise
from math import log2

from corpus.normalize import comparable, nfc, strip_diacritics

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_REMEMBERED = 1 << 18


@lru_cache(maxsize=_REMEMBERED)
def _canonical(word: str) -> str:
    return comparable(word)


@lru_cache(maxsize=_REMEMBERED)
def _bare(word: str) -> str:
    return strip_diacritics(word)


def words(text: str) -> list[str]:
    """Return the comparable syllables and numbers of ``text``, in order.

    The same as `corpus.normalize.syllables` of the text in NFC, some six times faster.
    """
    return [_canonical(word) for word in _WORD.findall(nfc(text))]


def known_as(word: str, known: Container[str], buckets: int) -> tuple[str, ...]:
    """Return the features that stand for one word.

    Itself; or its form without diacritics; or, when neither has a vector, two buckets, which
    together are nearly its own, and the same with or without diacritics.
    """
    if word in known:
        return (word,)
    bare = _bare(word)
    if bare in known or not buckets:
        return (bare,) if bare in known else ()
    number = zlib.crc32(bare.encode())
    return f"#{number % buckets}", f"#{number // buckets % buckets}"


def weight(units: int) -> int:
    """Return how much a feature counts in a text that has ``units`` of it.

    A passage that repeats a word is more about it, but not proportionally so; whole numbers, so
    that a tokenizer that only counts can be given the same (`prepared`).
    """
    return round(2 * log2(1 + units / 2))


def features(text: str, known: Container[str], buckets: int) -> dict[str, int]:
    """Return the features of ``text`` and their weights.

    A pair, and a word outside any known pair, has two units; a word inside one has one, because
    there the pair says what is meant.

    Args:
        text: any text.
        known: the features that have a vector.
        buckets: how many buckets unseen words share; 0 drops them.
    """
    sequence = words(text)
    units: Counter[str] = Counter()
    lone = [True] * len(sequence)
    for place, (first, second) in enumerate(pairwise(sequence)):
        pair = f"{first}_{second}"
        if pair in known:
            units[pair] += 2
            lone[place] = lone[place + 1] = False
    for word, alone in zip(sequence, lone, strict=True):
        for name in (word,) if word in known else known_as(word, known, buckets):
            units[name] += 1 + alone
    return {name: weight(count) for name, count in units.items()}


def prepared(text: str, known: Container[str], buckets: int) -> str:
    """Return the weighted features of ``text`` as a text, for a tokenizer that only counts."""
    weighted = features(text, known, buckets).items()
    return " ".join(name for name, weight in weighted for _ in range(weight))
