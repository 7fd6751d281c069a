"""What came back for a case, in one shape for answers and for verdicts.

What this module does not know: whether it is right (`evals.scorers`).
"""

from dataclasses import dataclass

from assistant.answer import Answer, Citation
from evals.model_use import NO_MODEL, ModelUse, model_use
from evals.ports import Verdict


@dataclass(frozen=True, slots=True)
class Response:
    """An answer or a verdict, as scorers read it.

    ``status`` is a `Status` or a `VerdictKind` by its value; ``span`` the characters of the
    shortest exact answer, "" when none was given; ``understood`` the question as understood;
    ``model`` what a language model did for it.
    """

    status: str
    text: str
    span: str = ""
    citations: tuple[Citation, ...] = ()
    understood: str = ""
    model: ModelUse = NO_MODEL


def of_answer(answer: Answer) -> Response:
    """Return an answer as a response."""
    return Response(
        answer.status.value,
        answer.text,
        answer.key,
        answer.citations,
        answer.understood,
        model_use(answer),
    )


def of_verdict(verdict: Verdict) -> Response:
    """Return a verdict as a response."""
    return Response(verdict.kind.value, verdict.explanation, citations=verdict.citations)
