"""Wording a yes or no: the judgement, and the quote or the two quotes that it rests on.

What this module does not know: how it was judged (`assistant.reading.yes_no`).
"""

from dataclasses import replace

from assistant.answer import Answer
from assistant.decide import Decision
from assistant.reading.excerpt import excerpt, passage_of
from assistant.reading.membership import membership
from assistant.reading.reader import Reading
from assistant.reading.yes_no import Judgement
from assistant.wording import answer_from, cite
from corpus.normalize import comparable
from prompts.load import Templates


def judged_answer(
    reading: Reading, judgement: Judgement, decision: Decision, templates: Templates
) -> Answer:
    """Return "Có" or "Không" with what is quoted for it, and what differs where something does."""
    evidence, other = judgement.evidence, judgement.other
    quote = excerpt(reading.question, evidence)
    if other is not None:
        quote = f"{quote}”; “{excerpt(reading.question, other)}"
    if judgement.agrees:
        text = templates.fill("yes", quote=quote)
    elif judgement.stated and judgement.asked and not _alike(judgement):
        text = templates.fill(
            "no_instead", stated=judgement.stated, asked=judgement.asked, quote=quote
        )
    else:
        text = templates.fill("no", quote=quote)
    answer = answer_from(text, evidence, decision, "yes_no")
    if other is None:
        return answer
    second = cite(other.notes.document, passage_of(other))
    return replace(answer, citations=(*answer.citations, second))


def _alike(judgement: Judgement) -> bool:
    """Tell whether what is asked and what is stated read the same: no difference to show."""
    return comparable(judgement.stated) == comparable(judgement.asked)


def member_answer(reading: Reading, decision: Decision, templates: Templates) -> Answer | None:
    """Return whether a thing is in the list of its kind, None where no list tells."""
    judgement = membership(reading)
    if judgement is None:
        return None
    answer = judged_answer(reading, judgement, decision, templates)
    return replace(answer, reasons=(*answer.reasons, "list"))
