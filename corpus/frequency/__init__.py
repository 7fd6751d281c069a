"""How rare a Vietnamese syllable is in general text: ln(sentences / sentences with it).

The table was counted over 327,300 sentences of news and laws by `corpus.frequency.count`; it
holds counts of single syllables and no text. A syllable not in it stood in fewer than 20
sentences and gets the highest rarity.

What this module does not know: words of several syllables, or the indexed documents.
"""

from collections.abc import Mapping
from pathlib import Path

RAREST = 9.7
"""The rarity of a syllable that is not in the table."""


def syllable_rarity() -> Mapping[str, float]:
    """Return the table, read afresh: comparable syllable to rarity, 1.4 to `RAREST`."""
    lines = (Path(__file__).parent / "syllables.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {form: float(rarity) for form, rarity in pairs}
