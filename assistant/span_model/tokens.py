"""What the trained reader takes for a token: a syllable, a number, or a single sign.

A number keeps its separators ("12.500", "7,5"); letters and digits part ("km2" is "km" and "2").

What this module does not know: which tokens have vectors.
"""

import re

from corpus.normalize import comparable

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
_DIGIT = re.compile(r"\d")


def keys(text: str) -> list[str]:
    """Return the comparable forms of the tokens of ``text``, in order."""
    return [comparable(word) for word in TOKEN.findall(text)]


def shape(key: str) -> str:
    """Return what stands for a number without a vector of its own: its digits all "0"."""
    return _DIGIT.sub("0", key)
