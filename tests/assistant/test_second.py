"""The second look: only where in doubt, by what the judge of sentences says of what it is shown."""

import math

import pytest

from assistant.confidence.second import BAND, SecondLook, shown
from assistant.decide import Outcome, decide
from tests.assistant.reading.conftest import PLAN
from tests.assistant.reading.fakes import Desk
from tests.assistant.test_decide import SURE, UNSURE

QUESTION = "Sở nào chủ trì kế hoạch?"


class FakeJudge:
    """Gives every sentence the same odds, and keeps what it was shown."""

    def __init__(self, odds: float) -> None:
        """Give ``odds``."""
        self.seen: list[str] = []
        self._odds = odds

    def odds(self, question: str, sentence: str) -> float:
        """Return the odds given; ``question`` changes nothing."""
        self.seen.append(sentence[: len(question) + len(sentence)])
        return self._odds


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(PLAN)


def looked(desk: Desk, odds: float, probability: float, threshold: float = 0.5) -> float:
    reading = desk.read(QUESTION)
    assert reading.best is not None
    second = SecondLook(lambda: FakeJudge(odds))
    return second.probability(reading, reading.best, probability, threshold)


def test_the_judge_tips_the_balance_both_ways(desk: Desk) -> None:
    assert looked(desk, 6.0, 0.4) > 0.5
    assert looked(desk, -6.0, 0.4) < 0.3


@pytest.mark.parametrize("odds", [1e9, -1e9])
def test_no_odds_are_certainty(desk: Desk, odds: float) -> None:
    assert 0 < looked(desk, odds, 0.5) < 1


def test_what_could_not_be_read_changes_nothing(desk: Desk) -> None:
    assert looked(desk, -math.inf, 0.4) == 0.4


@pytest.mark.parametrize("probability", [0.0, 1.0, 1 / (1 + math.exp(BAND + 0.1))])
def test_what_is_far_from_the_threshold_is_not_looked_at(desk: Desk, probability: float) -> None:
    assert looked(desk, 9.0, probability) == probability


def test_the_sentence_is_shown_with_what_stands_over_it(desk: Desk) -> None:
    reading = desk.read(QUESTION)
    assert reading.best is not None
    notes = reading.best.notes
    text = shown(reading.best)
    assert text.endswith(notes.sentence.span.of(notes.document.text))
    assert text.startswith(" ".join(notes.headings[-1].forms[:3]))


def test_a_decision_in_doubt_is_looked_at_again(desk: Desk) -> None:
    reading = desk.read(QUESTION)
    sure = FakeJudge(9.0)
    for model in (SURE, UNSURE):  # both are far from their threshold
        decide(reading, desk.annotations, model, SecondLook(lambda: sure))
        assert not sure.seen
    doubtful = type(SURE)(SURE.weights, -1.0, 0.5)
    assert decide(reading, desk.annotations, doubtful).outcome is Outcome.NOT_STATED
    judge = FakeJudge(9.0)
    decision = decide(reading, desk.annotations, doubtful, SecondLook(lambda: judge))
    assert decision.outcome is Outcome.ANSWER
    assert len(judge.seen) == 1
