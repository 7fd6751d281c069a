"""Is the answer right? One number a case: 1.0 or 0.0.

What this module does not know: whether the answer is well cited (`evals.scorers.citations`).
"""

import re
from collections.abc import Iterable

from assistant.answer import Status
from evals.cases import Case, Kind
from evals.response import Response
from evals.scorers.text import plain

_CORRECTION = re.compile(r"(?<!\w)(?:không phải|không nêu|không có|không đúng|chưa đúng|chứ không)")


def says(text: str, must: Iterable[Iterable[str]], must_not: Iterable[str] = ()) -> bool:
    """Tell whether ``text`` holds one alternative of every group, and nothing forbidden."""
    form = plain(text)
    complete = all(any(plain(alternative) in form for alternative in group) for group in must)
    return complete and not any(plain(word) in form for word in must_not)


def begins(text: str, word: str) -> bool:
    """Tell whether ``text`` begins with ``word``, as a word ("Có, …" but not "Công nghiệp …")."""
    return re.match(rf"\W*{re.escape(plain(word))}(?!\w)", plain(text)) is not None


def corrects(text: str) -> bool:
    """Tell whether ``text`` contradicts what was asked rather than going along with it."""
    return begins(text, "không") or _CORRECTION.search(plain(text)) is not None


def correct(case: Case, response: Response) -> float:
    """Score a case by its kind.

    A claim needs its verdict; an unanswerable question must be refused; a false premise must be
    corrected: the true figure or name, in an answer that contradicts or is not a plain
    "answered"; any other question needs what it must say, unrefused, and, where the case says so,
    one of its statuses and its first word.
    """
    if case.kind is Kind.CLAIM:
        return float(case.verdict is not None and response.status == case.verdict.value)
    if case.kind is Kind.UNANSWERABLE:
        return float(response.status == Status.REFUSED)
    right = says(response.text, case.must, case.must_not)
    if case.kind is Kind.FALSE_PREMISE:
        went_along = response.status == Status.ANSWERED and not corrects(response.text)
        return float(right and not went_along)
    accepted = case.status or (Status.ANSWERED, Status.PARTIAL)
    first = not case.starts or begins(response.text, case.starts)
    return float(right and first and response.status in accepted)
