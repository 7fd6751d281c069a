"""What a language model did for an answer, and for many: reworded, fallen back, withheld, cost.

What this module does not know: whether an answer is right.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer import Answer, Engine


@dataclass(frozen=True, slots=True)
class ModelUse:
    """Counts of one answer, or summed over many.

    ``reworded`` answers are in the model's words; for ``fallbacks`` it was asked and what it said
    did not stand. ``withheld`` counts sentences, ``seconds`` is the time its calls took.
    """

    calls: int = 0
    reworded: int = 0
    fallbacks: int = 0
    withheld: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0


NO_MODEL = ModelUse()


def model_use(answer: Answer) -> ModelUse:
    """Return what a language model did for one answer."""
    usage = answer.usage
    if usage is None or not usage.calls:
        return NO_MODEL
    reworded = answer.engine is Engine.LLM
    return ModelUse(
        calls=usage.calls,
        reworded=int(reworded),
        fallbacks=int(bool(answer.note) and not reworded),
        withheld=len(answer.withheld),
        prompt_tokens=usage.prompt_tokens,
        completion_tokens=usage.completion_tokens,
        seconds=round(usage.seconds, 3),
    )


def summed(uses: Iterable[ModelUse]) -> ModelUse:
    """Return the sum over many answers."""
    total = NO_MODEL
    for use in uses:
        total = ModelUse(
            total.calls + use.calls,
            total.reworded + use.reworded,
            total.fallbacks + use.fallbacks,
            total.withheld + use.withheld,
            total.prompt_tokens + use.prompt_tokens,
            total.completion_tokens + use.completion_tokens,
            round(total.seconds + use.seconds, 3),
        )
    return total
