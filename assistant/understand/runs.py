"""Words run together, cut where Vietnamese syllables meet: "tyledothihoa", "nam2030".

The cut with the most likely syllables wins (Viterbi over positions); fewer syllables are
preferred, so a word that is one syllable is never cut.

What this module does not know: which marks the syllables had.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from assistant.restore.text import bare
from assistant.understand.syllable import bare_table, is_syllable

_LONGEST: Final = 7
_SHORTEST_RUN: Final = 5
_PER_CUT: Final = -4.0
_JOINED: Final = 3.0
_COMMON: Final = -8.0
_LETTERS_FIGURES: Final = re.compile(r"([^\W\d_]+)(\d{1,4}(?:-\d{4}|[A-Za-z])?%?)")
_FIGURES_LETTERS: Final = re.compile(r"((?:19|20)\d\d)([^\W\d_]{2,})")

Weight = Callable[[str], float]
Joined = Callable[[str, str], bool]


def cut(word: str, weight: Weight, joined: Joined, *, loose: bool = False) -> list[str]:
    """Return the syllables and figures of a run, or the word alone when it is none.

    A run of several syllables is believed when two neighbours are known to stand together, so
    that foreign words that could be cut ("camera") stay whole.

    Args:
        word: one word of a question, with or without marks.
        weight: the log frequency of a bare syllable (very low for an unknown one).
        joined: tells whether two bare syllables are known to stand together.
        loose: believe a run of common syllables too (in a question typed without marks).
    """
    match = _LETTERS_FIGURES.fullmatch(word)
    if match:
        letters, figure = match.groups()
        head = _letters(letters, weight, joined, loose=loose)
        if len(figure) == 1 and not (head and joined(bare(head[-1].lower()), figure)):
            return [word]
        return [*head, figure] if head else [word]
    match = _FIGURES_LETTERS.fullmatch(word)
    if match:
        figure, letters = match.groups()
        tail = _letters(letters, weight, joined, loose=loose)
        return [figure, *tail] if tail else [word]
    if len(word) < _SHORTEST_RUN or not word.isalpha():
        return [word]
    return _letters(word, weight, joined, loose=loose) or [word]


def is_run(word: str) -> bool:
    """Tell whether a word that begins with a figure is a year run into letters ("2030dat")."""
    return bool(_FIGURES_LETTERS.fullmatch(word))


def _letters(word: str, weight: Weight, joined: Joined, *, loose: bool) -> list[str]:
    if _possible(word):
        return [word]
    if len(word) < _SHORTEST_RUN:
        return []
    #: For each end, each last part: its best score, and the part before it.
    ends: list[dict[str, tuple[float, str]]] = [{"": (0.0, "")}] + [{} for _ in word]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            part = word[start:end]
            if ends[start] and _possible(part):
                ends[end][part] = _best_before(part, ends[start], weight, joined)
    parts = _traced(ends)
    forms = [bare(part.lower()) for part in parts]
    known = any(joined(*both) for both in pairwise(forms))
    known |= loose and all(weight(form) > _COMMON for form in forms)
    return parts if known and len(word) >= 2 * len(parts) else []


def _best_before(
    part: str, before: dict[str, tuple[float, str]], weight: Weight, joined: Joined
) -> tuple[float, str]:
    own = weight(bare(part.lower())) + _PER_CUT
    return max(
        (score + own + _JOINED * joined(bare(last.lower()), bare(part.lower())), last)
        for last, (score, _) in before.items()
    )


def _traced(ends: list[dict[str, tuple[float, str]]]) -> list[str]:
    parts: list[str] = []
    end = len(ends) - 1
    last = max(ends[end], key=lambda part: ends[end][part], default="")
    while last:
        parts.append(last)
        last, end = ends[end][last][1], end - len(last)
    return parts[::-1]


def _possible(part: str) -> bool:
    lowered = part.lower()
    return lowered in bare_table() or is_syllable(lowered)
