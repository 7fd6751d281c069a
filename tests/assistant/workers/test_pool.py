"""Real processes: who is free answers, the order of asking is kept, the dead are replaced."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from assistant.workers.pool import Pool
from assistant.workers.worker import Call, Texts, WorkerLost, texts_of
from corpus.errors import QuestionError
from tests.assistant.workers.echo import Echo, documents, never

PATIENCE_S = 60.0


def texts() -> Texts:
    """Return what a worker of these tests has to have opened."""
    return texts_of(documents())


def until(true: Any) -> None:  # noqa: ANN401 - any function without arguments
    """Wait until something is true."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < PATIENCE_S
        time.sleep(0.01)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Two workers."""
    with Pool(Echo, 2, texts()) as running:
        running.start()
        until(lambda: len(running.pids) == 2)
        yield running


def test_each_caller_gets_its_own_answer_from_both_processes(pool: Pool) -> None:
    until(lambda: len(pool.pids) == 2)
    questions = [f"câu {number}" for number in range(64)]
    with ThreadPoolExecutor(32) as threads:
        calls = [Call("ask", (question, 0.001)) for question in questions]
        answers = list(threads.map(pool.do, calls))
    assert [text for text, _ in answers] == [f"đáp: {question}" for question in questions]
    assert {pid for _, pid in answers} == set(pool.pids)
    assert os.getpid() not in pool.pids


def test_what_cannot_be_taken_is_said_and_the_worker_stays(pool: Pool) -> None:
    until(lambda: len(pool.pids) == 2)
    before = pool.pids
    for _ in range(4):
        with pytest.raises(QuestionError, match="không nhận"):
            pool.do(Call("refuse"))
    assert pool.pids == before


def test_a_defect_or_a_death_is_the_callers_to_answer_and_another_worker_comes(pool: Pool) -> None:
    for what in ("fail", "die"):
        until(lambda: len(pool.pids) == 2)
        before = set(pool.pids)
        with pytest.raises(WorkerLost):
            pool.do(Call(what))
        assert pool.do(Call("ask", ("vẫn đáp",)))[0] == "đáp: vẫn đáp"
        until(lambda before=before: len(pool.pids) == 2 and set(pool.pids) != before)


def test_a_worker_that_hangs_is_given_up() -> None:
    with Pool(Echo, 1, texts(), answering_s=0.2) as pool:
        pool.start()
        until(lambda: pool.pids)
        hung = pool.pids
        with ThreadPoolExecutor(2) as threads:
            slow = threads.submit(pool.do, Call("ask", ("lâu", PATIENCE_S)))
            until(lambda: not pool._free)
            behind = threads.submit(pool.do, Call("ask", ("sau",)))
            for each in (slow, behind):  # nobody is left for the second one either
                with pytest.raises(WorkerLost):
                    each.result(PATIENCE_S)
        with pytest.raises(ProcessLookupError):
            os.kill(hung[0], 0)


def test_without_workers_and_after_closing_nothing_waits() -> None:
    with Pool(Echo, 0, texts()) as none:
        none.start()
        with pytest.raises(WorkerLost):
            none.do(Call("ask", ("ai đó",)))
    with Pool(Echo, 1, texts()) as pool:
        pool.start()
        until(lambda: pool.pids)
        process = pool.pids[0]
    with pytest.raises(WorkerLost):
        pool.do(Call("ask", ("ai đó",)))
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_worker_over_other_documents_is_not_used(caplog: pytest.LogCaptureFixture) -> None:
    with Pool(Echo, 1, (("b", "khác"),)) as pool:
        pool.start()
        until(lambda: "other documents" in caplog.text)
        assert pool.pids == ()


def test_a_worker_that_cannot_open_is_tried_again_but_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("assistant.workers.pool._PAUSE_S", 0.0)
    monkeypatch.setattr("assistant.workers.pool._ATTEMPTS", 2)
    with Pool(partial(never, tmp_path / "tried"), 1, texts()) as pool:
        pool.start()
        until(lambda: "could not be started" in caplog.text)
        assert pool.pids == ()
    assert (tmp_path / "tried").read_text(encoding="utf-8") == "xx"


def test_ctrl_c_does_not_reach_a_worker(pool: Pool) -> None:
    until(lambda: len(pool.pids) == 2)
    before = set(pool.pids)
    for process in before:
        os.kill(process, signal.SIGINT)
    assert pool.do(Call("ask", ("còn",)))[0] == "đáp: còn"
    assert set(pool.pids) == before
