"""A statement taken apart by a model, taken only where its parts say what it says.

The parts must together keep every figure and name of the statement and its words, and add none;
each figure must stay with the words and the year it stood by. Each part is then judged by the
rules as any statement is; the model judges nothing.

What this module does not know: how a statement is judged (`assistant.claims`).
"""

import re
from collections.abc import Callable, Sequence

from assistant.llm.association import Coverage, misplaced, stated_by
from assistant.verify import unsupported

MOST_PARTS = 12
KEPT = 0.9
"""The share of content, weighed by rarity, each way."""

_ITEM = re.compile(r"^\s*(?:[-–•*+]|\d{1,2}[.)])\s+")


def parts_in(text: str) -> tuple[str, ...]:
    """Return the lines of a model's list, without their marks."""
    lines = (_ITEM.sub("", line).strip() for line in text.splitlines() if _ITEM.match(line))
    return tuple(line for line in lines if any(char.isalnum() for char in line))


def says_the_same(
    parts: Sequence[str],
    statement: str,
    coverage: Callable[[str, Sequence[str]], float],
    share: Coverage,
) -> bool:
    """Tell whether parts may be judged in a statement's place.

    Args:
        parts: what the model wrote, one claim each.
        statement: what was pasted.
        coverage: how much of a text's content others hold, 0..1.
        share: the same, None for a text without content.
    """
    whole = "\n".join(parts)
    if not 1 < len(parts) <= MOST_PARTS or len(whole) > 2 * len(statement) + 200:
        return False
    if unsupported(statement, parts) or any(unsupported(part, [statement]) for part in parts):
        return False
    if coverage(statement, parts) < KEPT or coverage(whole, [statement]) < KEPT:
        return False
    stated = stated_by(statement)
    return not any(misplaced(part, stated, (), share) for part in parts)
