"""Running text as the restoration model sees it: pieces that are syllables, figures or signs.

What this module does not know: ids, counts or weights.
"""

import re
from functools import lru_cache
from typing import Final

from corpus.normalize import place_tones, strip_diacritics

#: Pieces that are not syllables, by the reserved name the model knows them under.
BOUNDARY: Final = "<s>"
SIGN: Final = "<,>"
FIGURE: Final = "<0>"
FOREIGN: Final = "<?>"
RESERVED: Final = (BOUNDARY, SIGN, FIGURE, FOREIGN)

_PIECE: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,:/-]\d+)*|[^\w\s]|\n")
_STOPS: Final = frozenset(".!?…\n")


def pieces(text: str) -> list[str]:
    """Return the words, figures and signs of ``text`` in order (line ends are kept)."""
    return _PIECE.findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Return where each of `pieces` stands in ``text``."""
    return [match.span() for match in _PIECE.finditer(text)]


@lru_cache(maxsize=1 << 16)
def spelled(piece: str) -> str:
    """Return the spelling a piece is counted under: lowercase, tone early, or a reserved name."""
    if piece[0].isalpha():
        return place_tones(piece.lower())
    if piece[0].isdigit():
        return FIGURE
    return BOUNDARY if piece in _STOPS else SIGN


@lru_cache(maxsize=1 << 16)
def bare(spelling: str) -> str:
    """Return a spelling without its marks; reserved names stay as they are."""
    return spelling if spelling in RESERVED else strip_diacritics(spelling)
