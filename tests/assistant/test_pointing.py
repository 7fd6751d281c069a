"""The reader points at the answer where rules have none of the kind asked for."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from assistant.pointing import Glances, Pointer
from assistant.reading.evidence import Evidence
from assistant.span_model.model import Reading
from corpus.model import Span
from tests.assistant.reading.fakes import Desk

TEXT = """Bản tin

Làng nghề gắn với du lịch, phát triển theo hướng xanh; hợp tác xã được vay vốn ưu đãi.
"""


class FakeReader:
    """Points at one phrase wherever it stands, and counts how often it is asked."""

    def __init__(self, phrase: str, score: float = 5.0, answerable: float = 0.9) -> None:
        """Point at ``phrase``."""
        self.asked = 0
        self._phrase, self._score, self._answerable = phrase, score, answerable

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """Return a reading of each passage; ``question`` changes nothing."""
        self.asked += 1 + 0 * len(question)
        return tuple(self._of(passage) for passage in passages)

    def _of(self, passage: str) -> Reading:
        start = max(0, passage.find(self._phrase))
        span = Span(start, start + len(self._phrase))
        scores = np.zeros((0, 0), np.float32)
        return Reading(span, self._score, self._answerable, scores, ())


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return a line of news."""
    return Desk.of(TEXT)


def best_of(desk: Desk, question: str) -> Evidence:
    best = desk.read(question).best
    assert best is not None
    return best


def test_what_the_reader_points_at_is_taken_with_a_clause_that_covers_it(desk: Desk) -> None:
    question = "Làng nghề thế nào?"
    evidence = replace(best_of(desk, question), span=None, typed=False)
    pointer = Pointer(Glances(lambda: FakeReader("vay vốn ưu đãi")))
    found = pointer.pointed(desk.read(question).question, evidence)
    assert found.key == "vay vốn ưu đãi"
    assert found.span is not None
    assert found.clause.covers(found.span)


def test_a_span_of_the_kind_asked_for_and_a_yes_or_no_are_left_alone(desk: Desk) -> None:
    pointer = Pointer(Glances(lambda: FakeReader("xanh")))
    asked = desk.read("Làng nghề gắn với gì?").question
    settled = replace(best_of(desk, "Làng nghề gắn với gì?"), typed=True)
    assert pointer.pointed(asked, settled) is settled
    yes_no = desk.read("Làng nghề có gắn với du lịch không?").question
    loose = replace(settled, span=None, typed=False)
    assert pointer.pointed(yes_no, loose) is loose


def test_a_reader_that_sees_no_answer_points_at_nothing(desk: Desk) -> None:
    asked = desk.read("Làng nghề thế nào?").question
    evidence = replace(best_of(desk, "Làng nghề thế nào?"), span=None, typed=False)
    pointer = Pointer(Glances(lambda: FakeReader("xanh", answerable=0.01)))
    assert pointer.pointed(asked, evidence) is evidence


def test_a_passage_is_read_once_for_a_question() -> None:
    reader = FakeReader("xanh")
    glances = Glances(lambda: reader)
    first = glances.of("Hướng nào?", "hướng xanh")
    assert glances.of("Hướng nào?", "hướng xanh") is first
    assert reader.asked == 1
