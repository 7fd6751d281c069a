"""What bad typing costs: each variant paired with the same questions typed well.

What this module does not know: how questions are distorted (`evals.variants`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from evals.record import Outcome
from evals.stats import sign_test
from evals.variants import CLEAN, source_of


@dataclass(frozen=True, slots=True)
class Drop:
    """One variant beside the clean form of the same ``n`` questions.

    ``lost`` were right when typed well, ``won`` only when typed badly; ``p`` is the sign test.
    """

    variant: str
    n: int
    lost: int
    won: int
    p: float

    @property
    def share(self) -> float:
        """The net share of questions lost, from -1 to 1."""
        return (self.lost - self.won) / self.n


def drops_of(outcomes: Iterable[Outcome]) -> list[Drop]:
    """Return the drop of every variant, in order; none for outcomes that are not variants."""
    pairs: dict[str, list[tuple[bool, bool]]] = {}
    clean: dict[str, bool] = {}
    for outcome in outcomes:
        source = source_of(outcome.id)
        if outcome.label == CLEAN:
            clean[source] = outcome.right
        elif source != outcome.id and source in clean:
            pairs.setdefault(outcome.label, []).append((clean[source], outcome.right))
    return [_drop(variant, pair) for variant, pair in pairs.items()]


def _drop(variant: str, pairs: list[tuple[bool, bool]]) -> Drop:
    lost = sum(before and not after for before, after in pairs)
    won = sum(after and not before for before, after in pairs)
    return Drop(variant, len(pairs), lost, won, sign_test(won, lost))
