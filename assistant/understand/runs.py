"""Words run together, cut where Vietnamese syllables meet: "tyledothihoa", "nam2030".

The cut with the most likely syllables wins (Viterbi over positions); fewer syllables are
preferred, so a word that is one syllable is never cut.

What this module does not know: which marks the syllables had.
"""

import re
from collections.abc import Callable
from typing import Final

from assistant.restore.text import bare
from assistant.understand.syllable import bare_table, is_syllable

_LONGEST: Final = 7
_SHORTEST_RUN: Final = 5
_PER_CUT: Final = -4.0
_LETTERS_FIGURES: Final = re.compile(r"([^\W\d_]+)(\d{2,4}(?:-\d{4})?%?)")
_FIGURES_LETTERS: Final = re.compile(r"((?:19|20)\d\d)([^\W\d_]{2,})")

Weight = Callable[[str], float]


def cut(word: str, weight: Weight) -> list[str]:
    """Return the syllables and figures of a run, or the word alone when it is none.

    Args:
        word: one word of a question, with or without marks.
        weight: the log frequency of a bare syllable (very low for an unknown one).
    """
    match = _LETTERS_FIGURES.fullmatch(word)
    if match:
        letters, figure = match.groups()
        head = _letters(letters, weight)
        return [*head, figure] if head else [word]
    match = _FIGURES_LETTERS.fullmatch(word)
    if match:
        figure, letters = match.groups()
        tail = _letters(letters, weight)
        return [figure, *tail] if tail else [word]
    if len(word) < _SHORTEST_RUN or not word.isalpha():
        return [word]
    return _letters(word, weight) or [word]


def is_run(word: str) -> bool:
    """Tell whether a word that begins with a figure is a year run into letters ("2030dat")."""
    return bool(_FIGURES_LETTERS.fullmatch(word))


def _letters(word: str, weight: Weight) -> list[str]:
    if _possible(word):
        return [word]
    if len(word) < _SHORTEST_RUN:
        return []
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("-inf"), 0)] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            part = word[start:end]
            if best[start][0] > float("-inf") and _possible(part):
                score = best[start][0] + weight(bare(part.lower())) + _PER_CUT
                best[end] = max(best[end], (score, start))
    if best[-1][0] == float("-inf"):
        return []
    parts, end = [], len(word)
    while end:
        start = best[end][1]
        parts.append(word[start:end])
        end = start
    return parts[::-1] if sum(map(len, parts)) >= 2 * len(parts) else []


def _possible(part: str) -> bool:
    lowered = part.lower()
    return lowered in bare_table() or is_syllable(lowered)
