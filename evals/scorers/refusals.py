"""The two ways to be wrong about refusing.

What this module does not know: what the answer says.
"""

from assistant.answer import Status
from evals.cases import Case, Kind
from evals.response import Response


def false_answer(case: Case, response: Response) -> float | None:
    """Score 1.0 for answering what the documents do not say (unanswerable cases only)."""
    if case.kind is not Kind.UNANSWERABLE:
        return None
    return float(response.status != Status.REFUSED)


def false_refusal(case: Case, response: Response) -> float | None:
    """Score 1.0 for refusing what the documents do say (answerable cases only)."""
    return float(response.status == Status.REFUSED) if case.answerable else None
