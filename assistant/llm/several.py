"""Several questions asked at once, each reworded and verified by itself, told as one answer.

What this module does not know: how one question is answered, or how its words were verified.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Engine, Status, Usage
from assistant.llm.markers import remarked
from assistant.several import together
from prompts.load import Templates


def as_one(parts: Sequence[tuple[str, Answer]], templates: Templates) -> Answer:
    """Return one answer for (question, answer) pairs, some of them in a model's words.

    The markers of each part point into the citations of the whole; what was withheld of every part
    is kept, and what they cost is summed.
    """
    answers = [answer for _, answer in parts]
    told = [answer for answer in answers if answer.status is not Status.REFUSED]
    cited = list(dict.fromkeys(one for answer in told for one in answer.citations))
    whole = together(
        [(question, _numbered(answer, cited)) for question, answer in parts], templates
    )
    worded = any(answer.engine is Engine.LLM for answer in told)
    return replace(
        whole,
        engine=Engine.LLM if worded else Engine.EXTRACTIVE,
        withheld=tuple(each for answer in answers for each in answer.withheld),
        note=_note(parts, templates),
        usage=sum((answer.usage or Usage() for answer in answers), Usage()),
    )


def _numbered(answer: Answer, cited: Sequence[Citation]) -> Answer:
    if answer.engine is not Engine.LLM:
        return answer
    numbers = [cited.index(one) + 1 for one in answer.citations]
    return replace(answer, text=remarked(answer.text, lambda number: numbers[number - 1]))


def _note(parts: Sequence[tuple[str, Answer]], templates: Templates) -> str:
    """Return the notes of the parts: once where all have the same, else each with its question."""
    notes = {answer.note for _, answer in parts}
    if len(notes) == 1:
        return notes.pop()
    return " ".join(
        templates.fill("llm_part", question=question.strip(), note=answer.note)
        for question, answer in parts
        if answer.note
    )
