"""One deadline for a whole answer, however many calls it takes.

What this module does not know: what is being waited for.
"""

import time
from dataclasses import dataclass

MARGIN = 0.05
"""The share of the time given that is kept for verifying and wording what came."""
MOST_MARGIN_S = 0.5


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of the monotonic clock, in seconds; ``begun`` is when the time began to run."""

    at: float
    begun: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """Return the deadline of an answer that may take that long, verifying included."""
        now = time.monotonic()
        return cls(now + seconds - min(MOST_MARGIN_S, seconds * MARGIN), now)

    @property
    def left(self) -> float:
        """Seconds left, never below 0."""
        return max(0.0, self.at - time.monotonic())

    @property
    def spent(self) -> float:
        """Seconds since the time began to run."""
        return time.monotonic() - self.begun

    def share(self, part: float) -> "Deadline":
        """Return the deadline of a step that may take that part of what is left."""
        return Deadline(time.monotonic() + self.left * part, self.begun)

    def turn(self, part: float) -> "Deadline":
        """Return the same for one of several answers, whose own time begins to run now."""
        return Deadline(self.share(part).at, time.monotonic())
