"""A claimed figure, and a stated one with how near it is to that.

What this module does not know: which stated figure is the one that is meant.
"""

from dataclasses import dataclass, field

from assistant.claims.beside import Beside
from assistant.claims.figures import Figure
from assistant.claims.stated import Stated
from assistant.claims.verdict import Aspect
from assistant.matching import Matcher

_OWN, _PRECISE, _WHOLE = 0.4, 0.35, 0.25
_UNIT, _TIME = 0.12, 0.08  # a unit and a time tell indicators apart too; a value never does
_NAME = 0.2  # so do the names beside it
_STRAY = 0.1  # a figure the register does not know is trusted less
_GRAVITY = {Aspect.TIME: 5, Aspect.CONTENT: 5, Aspect.VALUE: 4, Aspect.UNIT: 2, Aspect.BOUND: 1}


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claimed figure: its characters, its year ("" for none), how its time is bounded.

    ``matcher`` holds the words it is about, ``named`` the syllables of the names beside it, and
    ``beside`` what else sets it apart from the figures beside it.
    """

    text: str
    figure: Figure
    year: str
    until: bool
    matcher: Matcher
    named: frozenset[str] = frozenset()
    beside: Beside = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rated:
    """A stated figure, what it differs in from the claimed one, and how near it is, 0 to 1.

    ``own`` is how much of what is said its indicator meets, ``precision`` how much of its
    indicator is said, ``whole`` what its surroundings meet too, ``named`` how near the names are.
    """

    stated: Stated
    differs: tuple[Aspect, ...]
    own: float
    precision: float
    whole: float
    named: float

    @property
    def nearness(self) -> float:
        """How near its indicator is, whatever its value."""
        return (
            _OWN * self.own
            + _PRECISE * self.precision
            + _WHOLE * self.whole
            + _NAME * self.named
            + _UNIT * (Aspect.UNIT not in self.differs)
            + _TIME * (Aspect.TIME not in self.differs)
            - _STRAY * (not self.stated.recorded)
            - _UNIT * (Aspect.CONTENT in self.differs)
        )

    @property
    def gravity(self) -> tuple[int, float]:
        """How grave its differences are; the nearer of two alike comes first."""
        return sum(_GRAVITY[aspect] for aspect in self.differs), -self.nearness


def same_indicator(first: Stated, second: Stated) -> bool:
    """Tell whether two figures are of one indicator in one document."""
    return first.core.forms == second.core.forms and first.notes.document is second.notes.document
