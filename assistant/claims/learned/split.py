"""Which claims train and which only judge: split by context, so that no context does both.

What this module does not know: what is trained.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

_THIRDS = 3


def is_held_out(context: str) -> bool:
    """Tell whether a context belongs to the third that only judges."""
    return int(hashlib.sha256(context.encode()).hexdigest(), 16) % _THIRDS == 0


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the records of a claims file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
