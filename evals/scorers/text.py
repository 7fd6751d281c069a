"""The form in which expected words are looked for in an answer.

What this module does not know: synonyms, tone placement, or anything else a case does not list.
"""

import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def plain(text: str) -> str:
    """Return ``text`` lowercased, in NFC, its white space collapsed and every dash as ``-``."""
    composed = unicodedata.normalize("NFC", text).lower().translate(_DASHES)
    return " ".join(composed.split())
