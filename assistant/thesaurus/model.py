"""The thesaurus at run time: for each word its nearest words, read from one small file.

``weights.npz`` holds ``words`` (UTF-8 bytes, one word a line, comparable form), ``kin`` (words x
neighbours, places of words) and ``likeness`` (the same shape, cosine times 255). Likeness is of
use, not of meaning: opposites are alike too, so it only ever counts for a part.

What this module does not know: how the vectors were learnt (`assistant.thesaurus.train`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.matching import Synonym
from corpus.checked import parsing, read_checked
from corpus.normalize import syllables

FOLDER = Path(__file__).parent
WEIGHTS, RECORD = "weights.npz", "weights.json"
_LONGEST = 3
_LEAST, _SLOPE, _MOST = 0.3, 1.3, 0.7


@dataclass(frozen=True)
class Thesaurus:
    """Words of like use; ``places`` numbers the words, ``kin`` and ``likeness`` go by number."""

    places: Mapping[tuple[str, ...], int]
    words: tuple[tuple[str, ...], ...]
    kin: NDArray[np.uint16]
    likeness: NDArray[np.uint8]

    def synonyms_of(self, text: str) -> tuple[Synonym, ...]:
        """Return, for every known word of ``text``, its kin, weighed by likeness."""
        forms = tuple(syllables(text))
        found: list[Synonym] = []
        for size in range(_LONGEST, 0, -1):
            for start in range(len(forms) - size + 1):
                word = forms[start : start + size]
                place = self.places.get(word)
                if place is not None:
                    found += self._kin_of(word, place)
        return tuple(found)

    @cached_property
    def _kin_of(self) -> Callable[[tuple[str, ...], int], tuple[Synonym, ...]]:
        return lru_cache(maxsize=1 << 10)(self._found_kin)

    def _found_kin(self, word: tuple[str, ...], place: int) -> tuple[Synonym, ...]:
        pairs = zip(self.kin[place].tolist(), self.likeness[place].tolist(), strict=True)
        return tuple(
            Synonym(word, self.words[other], weight)
            for other, like in pairs
            if (weight := min(_MOST, _SLOPE * (like / 255 - _LEAST))) > 0
        )


def load_thesaurus(folder: Path = FOLDER) -> Thesaurus:
    """Read the thesaurus and check it against its recorded sha256.

    Raises:
        ModelError: a file is missing, damaged or malformed.
    """
    found = read_checked(folder / RECORD, WEIGHTS)
    with parsing(folder / WEIGHTS):
        arrays = np.load(BytesIO(found.files[WEIGHTS]))
        lines = bytes(arrays["words"]).decode().split("\n")
        words = tuple(tuple(line.split(" ")) for line in lines)
        return Thesaurus(
            places={word: place for place, word in enumerate(words)},
            words=words,
            kin=arrays["kin"],
            likeness=arrays["likeness"],
        )
