"""What reading finds: a clause that may answer, the exact span in it, and why it may."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.contrasts import Contrast
from assistant.matching import Coverage
from assistant.reading.annotations import Notes
from corpus.model import Span
from corpus.register import Target


class TimeFit(StrEnum):
    """How the time a question names agrees with the time a clause speaks of.

    ``NEAR``: a year asked about and a period that ends with it, or the other way about.
    """

    NOT_ASKED = "not_asked"
    MET = "met"
    NEAR = "near"
    UNKNOWN = "unknown"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One candidate answer.

    ``clause`` is the slice to quote and ``span`` the shortest exact answer in it (None where the
    clause itself is the answer). ``coverage`` is how much of the question its text and context
    meet, ``own`` how much the clause alone does. ``typed`` tells that the span is of the kind
    asked for. ``dense`` is the cosine its sentence was found by, ``likeness`` that of the clause
    alone (0 where it was not looked at), ``contrasts`` what it says in place of the question's
    words (none where it was not looked at), ``precision`` how much of a register record's
    indicator the question says. ``merit`` is its worth whatever the time, ``score`` with it; they
    rank evidence of one question and are no probabilities. ``begins`` tells that the span is what
    a change begins with ("từ 40% lên 80%": từ 40%).
    """

    notes: Notes
    clause: Span
    span: Span | None
    coverage: Coverage
    own: Coverage
    time: TimeFit
    typed: bool
    dense: float = 0.0
    likeness: float = 0.0
    contrasts: tuple[Contrast, ...] = ()
    precision: float = 0.0
    merit: float = 0.0
    score: float = 0.0
    target: Target | None = None
    begins: bool = False

    @property
    def quote(self) -> str:
        """The exact characters of the clause."""
        return self.notes.document.quote(self.clause)

    @property
    def told(self) -> str:
        """The clause and, for a register record, the name of its indicator."""
        return f"{self.quote} ; {self.target.indicator}" if self.target else self.quote

    @property
    def key(self) -> str:
        """The exact characters of the span, or "" without one."""
        return self.notes.document.quote(self.span) if self.span else ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a question takes for granted and what the text states instead, with that evidence."""

    asked: str
    stated: Span
    evidence: Evidence
