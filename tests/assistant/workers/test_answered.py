"""Answers that are kept: asked once, worked out once; errors and the oldest are forgotten."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from assistant.workers.answered import Answered


def test_the_same_thing_is_worked_out_once_even_by_many_at_once() -> None:
    answered, began, hold, done = Answered(), Barrier(8), Event(), []

    def work() -> str:
        hold.wait(30)
        done.append(1)
        return "đáp"

    def ask(_user: int) -> str:
        began.wait()
        answer: str = answered.get("câu", work)
        return answer

    with ThreadPoolExecutor(8) as threads:
        answers = threads.map(ask, range(8))
        hold.set()
        assert list(answers) == ["đáp"] * 8
    assert len(done) == 1


def test_an_error_is_not_kept() -> None:
    answered = Answered()

    def broken() -> str:
        raise ValueError

    with pytest.raises(ValueError, match=r".*"):
        answered.get("câu", broken)
    assert answered.get("câu", lambda: "đáp") == "đáp"
    with pytest.raises(ZeroDivisionError):
        answered.get("khác", lambda: 1 // 0)


def test_who_waited_for_what_failed_tries_alone() -> None:
    answered, inside, hold = Answered(), Event(), Event()

    def broken() -> str:
        inside.set()
        hold.wait(30)
        raise ValueError

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(answered.get, "câu", broken)
        inside.wait(30)
        second = threads.submit(answered.get, "câu", lambda: "đáp")
        hold.set()
        assert second.result(30) == "đáp"
        with pytest.raises(ValueError, match=r".*"):
            first.result(30)


def test_the_least_recently_asked_is_forgotten_first() -> None:
    answered = Answered(2)
    for key in ("a", "b", "a", "c"):
        answered.get(key, lambda: "cũ")
    assert answered.get("a", lambda: "mới") == "cũ"
    assert answered.get("b", lambda: "mới") == "mới"
