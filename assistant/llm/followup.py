"""A follow-up written out by a model, taken only where nothing was lost and nothing added.

The rewritten question must keep every figure and name of the follow-up, hold no figure or name
that the conversation does not have, and say it in the conversation's words; otherwise the rules'
own completion stands.

What this module does not know: how rules complete a follow-up (`assistant.understand`).
"""

from collections.abc import Callable, Sequence

from assistant.verify import unsupported

LONGEST = 400
KEPT = 0.8
"""The share of content, weighed by rarity, each way: of the follow-up kept, of the new one said."""

Coverage = Callable[[str, Sequence[str]], float]


def first_line(text: str) -> str:
    """Return the first line of a model's text that says anything, without quotes around it."""
    lines = (line.strip().strip("“”\"'`*- ") for line in text.splitlines())
    return next((line for line in lines if any(char.isalnum() for char in line)), "")


def keeps_everything(
    rewritten: str, question: str, history: Sequence[str], coverage: Coverage
) -> bool:
    """Tell whether a rewritten follow-up may be searched in place of the typed one.

    Args:
        rewritten: what the model wrote.
        question: the follow-up, repaired.
        history: the earlier questions, repaired.
        coverage: how much of a text's content others hold, 0..1.
    """
    if not rewritten or len(rewritten) > LONGEST:
        return False
    talk = [question, *history]
    return (
        not unsupported(question, [rewritten])
        and not unsupported(rewritten, talk)
        and coverage(question, [rewritten]) >= KEPT
        and coverage(rewritten, talk) >= KEPT
    )
