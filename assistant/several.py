"""Several questions asked at once: each is answered, and what is not answered is said.

What this module does not know: how the parts were cut, or how one question is answered.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Status
from prompts.load import Templates


def together(parts: Sequence[tuple[str, Answer]], templates: Templates) -> Answer:
    """Return one answer for (question, answer) pairs.

    It is partial when some are refused or partial, refused when all are; ``span`` and ``key`` are
    the first answered part's, citations those of every answered part.
    """
    told = [answer for _, answer in parts if answer.status is not Status.REFUSED]
    if not told:
        return parts[0][1]
    text = "\n".join(answer.text for answer in told)
    for question, answer in parts:
        if answer.status is Status.REFUSED:
            text = templates.fill("partial_question", answer=text, missing=question.strip(" ?."))
    whole = len(told) == len(parts) and all(one.status is Status.ANSWERED for one in told)
    return replace(
        told[0],
        status=Status.ANSWERED if whole else Status.PARTIAL,
        text=text,
        citations=tuple(dict.fromkeys(one for answer in told for one in answer.citations)),
        understood="; ".join(answer.understood or question for question, answer in parts),
        confidence=min(answer.confidence for answer in told),
        reasons=("several", *dict.fromkeys(reason for one in told for reason in one.reasons)),
    )
