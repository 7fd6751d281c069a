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


class Engine(StrEnum):
    """Who worded an answer: the extractive engine, or a language model that was verified."""

    EXTRACTIVE = "extractive"
    LLM = "llm"


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
class Withheld:
    """A sentence of a language model that was not shown, and why, in Vietnamese."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a language model cost: calls, tokens as its server counted them, seconds."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Usage") -> "Usage":
        """Return the two together."""
        return Usage(
            self.calls + other.calls,
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.seconds + other.seconds,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What ``ask`` returns.

    ``text`` is the Vietnamese answer; ``span`` the shortest exact answer inside the first
    citation that holds it, or None, and ``key`` its characters (bold where ``text`` has them).
    ``understood`` is the question as understood, "" where it is what was typed.
    ``confidence`` is the calibrated probability, 0 to 1, that the documents answer the question.
    ``reasons`` are short machine words for why (``year_not_stated``, say), for evaluation.
    ``engine`` worded it; where a language model was asked, ``withheld`` are its sentences that did
    not pass, ``usage`` is what it cost, and ``note`` says, in Vietnamese, what became of it.
    """

    status: Status
    text: str
    span: Span | None = None
    key: str = ""
    citations: tuple[Citation, ...] = ()
    understood: str = ""
    confidence: float = 0.0
    reasons: tuple[str, ...] = field(default=())
    engine: Engine = Engine.EXTRACTIVE
    withheld: tuple[Withheld, ...] = ()
    note: str = ""
    usage: Usage | None = None
