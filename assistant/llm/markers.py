"""Citation markers in a model's text: "[1]", "[1, 3]", "[đoạn 2]".

What this module does not know: which passages were given.
"""

import re
from collections.abc import Callable, Sequence

_ONE = r"(?:đoạn\s*)?\d{1,3}"
_LIST = rf"\[\s*({_ONE}(?:\s*[,;–-]\s*{_ONE})*)\s*\]"
_MARKER = re.compile(rf"\s*{_LIST}", re.IGNORECASE)
_AFTER_END = re.compile(rf"([.!?…]+)((?:\s*{_LIST})+)", re.IGNORECASE)
MOST_IN_A_RANGE = 20
_RANGE = re.compile(r"(\d+)\s*[–-]\s*(?:đoạn\s*)?(\d+)")
_OTHER_BRACKETS = str.maketrans("【】［］", "[][]")


def cited(text: str) -> tuple[int, ...]:
    """Return the numbers that the markers of a text point to, in order, each once."""
    found: dict[int, None] = {}
    for match in _MARKER.finditer(text):
        for piece in re.split(r"[,;]", match.group(1)):
            found.update(dict.fromkeys(_numbers(piece)))
    return tuple(found)


def unmarked(text: str) -> str:
    """Return a text without its markers."""
    return _MARKER.sub("", text).strip()


def remarked(text: str, number_of: Callable[[int], int]) -> str:
    """Return a text with each marker written anew, one number in each: "[2][1]"."""

    def written(match: re.Match[str]) -> str:
        pieces = re.split(r"[,;]", match.group(1))
        numbers = [number_of(number) for piece in pieces for number in _numbers(piece)]
        return " " + "".join(f"[{number}]" for number in dict.fromkeys(numbers))

    return _MARKER.sub(written, text).strip()


def inside(text: str) -> str:
    """Return a text with the markers after a full stop put before it: "… 75%. [1]"."""
    return _AFTER_END.sub(r"\2\1", text.translate(_OTHER_BRACKETS))


def _numbers(piece: str) -> Sequence[int]:
    if ends := _RANGE.search(piece):
        low, high = int(ends.group(1)), int(ends.group(2))
        return range(low, high + 1) if low <= high <= low + MOST_IN_A_RANGE else (low, high)
    return [int(number) for number in re.findall(r"\d+", piece)]
