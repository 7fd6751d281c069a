"""The table of neighbours at run time: how likely one syllable is right after another.

``weights.npz`` holds ``syllables`` (UTF-8 bytes, one spelling a line), ``counts`` (natural-log
count of each in steps of 1/16, uint8), ``first`` and ``second`` (uint16, places of syllables) and
``together`` (natural-log count of each pair, same steps). A pair that is not there is rare.

What this module does not know: how the pairs were counted (`assistant.neighbours.train`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from math import exp, log
from pathlib import Path
from typing import Final

import numpy as np

from corpus.checked import parsing, read_checked

FOLDER: Final = Path(__file__).parent
WEIGHTS, RECORD = "weights.npz", "weights.json"
STEPS: Final = 16
_TOGETHER: Final = 0.8
_UNKNOWN: Final = -16.0


@dataclass(frozen=True)
class Neighbours:
    """Counts of syllables and of pairs; ``places`` numbers the spellings.

    ``share`` is the natural-log share of each syllable in the text counted; ``pairs`` maps
    ``first << 16 | second`` to the share of ``second`` right after ``first``.
    """

    places: Mapping[str, int]
    share: tuple[float, ...]
    pairs: Mapping[int, float]

    def commonness(self, spelling: str) -> float:
        """Return the natural-log share of a syllable (unknown: -16)."""
        place = self.places.get(spelling)
        return _UNKNOWN if place is None else self.share[place]

    def known(self, first: str, second: str) -> bool:
        """Tell whether two syllables often stand side by side."""
        return self._pair(first, second) > 0

    def alone(self, spelling: str) -> float:
        """Return the share of a syllable, whatever stands before it."""
        return exp(self.commonness(spelling))

    def after(self, first: str, second: str, alone: float | None = None) -> float:
        """Return the natural-log probability of a syllable right after another.

        ``alone`` is what `alone` returns for the second, where it is known already. Bigram and
        unigram shares are mixed (Jelinek and Mercer 1980), so no pair is impossible.
        """
        if alone is None:
            alone = self.alone(second)
        return self.after_place(self.places.get(first), self.places.get(second), alone)

    def after_place(self, first: int | None, second: int | None, alone: float) -> float:
        """Return the same for two spellings given by their ``places`` (None: unknown)."""
        pair = 0.0
        if first is not None and second is not None:
            pair = self.pairs.get(first << 16 | second, 0.0)
        return log(_TOGETHER * pair + (1 - _TOGETHER) * alone)

    def _pair(self, first: str, second: str) -> float:
        one, two = self.places.get(first), self.places.get(second)
        if one is None or two is None:
            return 0.0
        return self.pairs.get(one << 16 | two, 0.0)


def load_neighbours(folder: Path = FOLDER) -> Neighbours:
    """Read the table and check it against its recorded sha256.

    Raises:
        ModelError: a file is missing, damaged or malformed.
    """
    found = read_checked(folder / RECORD, WEIGHTS)
    with parsing(folder / WEIGHTS):
        arrays = np.load(BytesIO(found.files[WEIGHTS]))
        spellings = bytes(arrays["syllables"]).decode().split("\n")
        counts = arrays["counts"].astype(np.float64) / STEPS
        total = float(np.log(np.exp(counts).sum()))
        first = arrays["first"].astype(np.int64)
        keys = first << 16 | arrays["second"].astype(np.int64)
        shares = np.exp(arrays["together"].astype(np.float64) / STEPS - counts[first])
        return Neighbours(
            places={spelling: place for place, spelling in enumerate(spellings)},
            share=tuple((counts - total).tolist()),
            pairs=dict(zip(keys.tolist(), shares.tolist(), strict=True)),
        )
