"""Two runs compared case by case: what flipped, and whether chance could explain it.

What this module does not know: why a case flipped.
"""

from dataclasses import dataclass

from evals.record import Outcome, Run, SuiteRun
from evals.stats import sign_test


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that was right in one run and wrong in the other."""

    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class Comparison:
    """A suite in two runs, over the cases both hold with the same question.

    ``p`` is the two-sided exact sign test of ``won`` against ``lost``.
    """

    suite: str
    shared: int
    lost: tuple[Flip, ...]
    won: tuple[Flip, ...]
    p: float


def compare(before: Run, after: Run) -> list[Comparison]:
    """Compare every suite that both runs hold."""
    pairs = ((before.suite(suite.name), suite) for suite in after.suites)
    return [_compare(old, new) for old, new in pairs if old and old.outcomes and new.outcomes]


def _compare(before: SuiteRun, after: SuiteRun) -> Comparison:
    old = {_key(outcome): outcome for outcome in before.outcomes}
    pairs = [Flip(old[_key(new)], new) for new in after.outcomes if _key(new) in old]
    lost = tuple(pair for pair in pairs if pair.before.right and not pair.after.right)
    won = tuple(pair for pair in pairs if pair.after.right and not pair.before.right)
    return Comparison(after.name, len(pairs), lost, won, sign_test(len(won), len(lost)))


def _key(outcome: Outcome) -> tuple[str, str, tuple[str, ...]]:
    return outcome.id, outcome.question, outcome.history
