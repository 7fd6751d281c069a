"""What a question takes for granted, put as a statement and held against the documents.

"Vì sao tỉnh đặt mục tiêu kinh tế số chiếm 30% GRDP?" takes for granted that "tỉnh đặt mục tiêu
kinh tế số chiếm 30% GRDP": what the claim check refutes by a figure is corrected, with the figure
that the text gives.

What this module does not know: how statements are judged (`assistant.claims`).
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from assistant.answer import Answer, Status, VerdictKind
from assistant.claims.verdict import Aspect, Difference, Verdict
from assistant.confirming import Checks
from assistant.question import Question
from assistant.reading.excerpt import tidy
from assistant.reading.reader import Reading
from corpus.normalize import comparable
from corpus.quantities import Quantity, mentions, same_figures
from prompts.load import Templates

_WHY: Final = re.compile(
    r"^\W*(?:(?:vì|tại) sao(?: mà| lại)?|vì lí do gì(?: mà)?|do đâu(?: mà)?|vì đâu(?: mà)?"
    r"|sao(?: lại)?|(?:lí do|nguyên nhân) (?:gì|nào)(?: mà| khiến)?"
    r"|làm (?:sao|thế nào|cách nào)(?: để| mà)?|bằng cách nào(?: mà)?|nhờ đâu(?: mà)?)\s+"
)
_ASKS: Final = re.compile(
    r"[\s,]*(?:\b(?:để|nhằm|gồm|bao gồm|từ|vào|do|bởi|bằng|ở|tại|là|cho|vì|với|theo|lấy|được"
    r"|chủ yếu)\s+(?:\w+\s+){0,3}?)?(?:\b(?:những|các)\s+)?(?:\w+\s+)?"
    r"\b(?:gì|nào|ai|đâu|bao giờ|bao nhiêu|mấy|sao|ra sao|thế nào)\b.*$"
)
_STRESS: Final = re.compile(r"\b(?:chỉ|tới|những|mới|tận|lên tới|lên đến)\s+(?=\d)")
_SURE: Final = 0.5
"""The confidence above which a correction by the reading itself stands."""
_FEWEST: Final = 4  # words of a statement that can be held against a text


@dataclass(frozen=True, slots=True)
class Presumption:
    """Corrects answers to questions that take a wrong figure for granted."""

    checker: Checks
    templates: Templates

    def corrected(self, reading: Reading, answer: Answer) -> Answer:
        """Return ``answer``, or the correction of a figure that its question takes for granted."""
        question = reading.question
        known = "false_premise" in answer.reasons and answer.confidence > _SURE
        known = known or "graded" in answer.reasons  # the step was chosen by that figure
        if question.yes_no or known or not _figures(question) or _cites(answer, question):
            return answer
        statement = presumed(question.text)
        if len(statement.split()) < _FEWEST or not _figures_of(statement):
            return answer
        verdict = self.checker.check(statement)
        wrong = _wrong_figure(verdict)
        if wrong is None:
            return answer
        text = self.templates.fill(
            "correction",
            stated=wrong.stated,
            asked=wrong.claimed,
            quote=tidy(verdict.citations[0].quote),
        )
        return replace(
            answer,
            status=Status.PARTIAL,
            text=text,
            span=None,
            key="",
            citations=verdict.citations[:1],
            reasons=("false_premise",),
        )


def presumed(text: str) -> str:
    """Return the statement that a question takes for granted, without what it asks."""
    form = comparable(text)
    if why := _WHY.match(form):
        kept = text[why.end() :]
    else:
        asks = _ASKS.search(form)
        kept = text[: asks.start()] if asks else ""
    kept = kept.strip(" ?.,;:!")
    while stress := _STRESS.search(comparable(kept)):
        kept = kept[: stress.start()] + kept[stress.end() :]
    return f"{kept[:1].upper()}{kept[1:]}." if kept else ""


def _figures(question: Question) -> list[Quantity]:
    return [one for one in question.mentions.quantities if one.figures and not one.spelled]


def _figures_of(statement: str) -> list[Quantity]:
    found = mentions(statement).quantities
    return [one for one in found if one.figures and not one.spelled]


def _cites(answer: Answer, question: Question) -> bool:
    """Tell whether what is cited has every figure that the question takes for granted."""
    stated = [one for cited in answer.citations for one in mentions(cited.quote).quantities]
    return all(any(same_figures(one, other) for other in stated) for one in _figures(question))


def _wrong_figure(verdict: Verdict) -> Difference | None:
    if verdict.kind is not VerdictKind.REFUTED or not verdict.citations:
        return None
    return next((one for one in verdict.differences if one.what is Aspect.VALUE), None)
