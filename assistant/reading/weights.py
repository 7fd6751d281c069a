"""What each sign of an answer is worth to the reader.

Set by hand on the developing questions; `assistant.confidence` learns what comes after.

What this module does not know: the signs.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What the ranking score of evidence is made of."""

    own: float = 0.35
    retrieval: float = 0.25
    typed: float = 0.15
    firm: float = 0.2
    figures: float = 0.3
    precise: float = 0.2
    after: float = 0.15
    when: float = 0.15
    directed: float = 0.4
    happens: float = 0.4
    demanded: float = -0.8
    time_met: float = 0.15
    time_near: float = 0.05
    part: float = -0.12
    named: float = 0.3
    other_class: float = -0.8
    other_base: float = -0.3
    left_out: float = -0.5
    share: float = -0.2
    time_other: float = -0.45
