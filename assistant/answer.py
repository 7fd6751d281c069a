"""The results the assistant gives, frozen: what every screen and every evaluation reads.

What this module does not know: how an answer is found, or how it is shown.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.model import Span


class Status(StrEnum):
    """How much of what was asked the documents state."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    REFUSED = "refused"


class VerdictKind(StrEnum):
    """What the documents say of a statement."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands: ``quote == document.text[span.start:span.end]``, always."""

    document: str
    title: str
    paragraph: int
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What ``ask`` returns.

    ``text`` is the Vietnamese answer; ``span`` the shortest exact answer inside the first
    citation that holds it, or None, and ``key`` its characters (bold where ``text`` has them).
    ``understood`` is the question as understood, "" where it is what was typed.
    ``confidence`` is the calibrated probability, 0 to 1, that the documents answer the question.
    ``reasons`` are short machine words for why (``year_not_stated``, say), for evaluation.
    """

    status: Status
    text: str
    span: Span | None = None
    key: str = ""
    citations: tuple[Citation, ...] = ()
    understood: str = ""
    confidence: float = 0.0
    reasons: tuple[str, ...] = field(default=())
