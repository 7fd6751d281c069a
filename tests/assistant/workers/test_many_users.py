"""Thirty-two people ask the real server at once: each gets the answer to what that one asked.

Not timed. A worker is killed in the midst of it, and nobody notices.
"""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import httpx
import pytest

from assistant.assemble import for_many, open_assistant
from assistant.chat import Served, build_app, serve
from assistant.serialize import answer_to_json
from assistant.settings import Settings, prepare_environment
from assistant.workers.shared import SharedAssistant
from corpus.read import read_documents
from corpus.shipped import shipped_paths
from index.build import build_index
from index.embedder import default_embedder
from tests.assistant.workers.test_pool import until

USERS, EACH = 32, 3
WORDS = (
    "Tỷ lệ đô thị hóa", "Thu nhập bình quân đầu người", "Kinh tế số", "Công nghiệp hỗ trợ",
    "Mục tiêu tổng quát", "Các nhóm chỉ tiêu", "Chương trình hành động", "Tỷ trọng công nghiệp",
)  # fmt: skip
ASKED = ("năm 2025 là bao nhiêu?", "năm 2030 là gì?", "do ai thực hiện?", "gồm những gì?")
WAYS = ("", "Cho hỏi: ", "hà nội, ")
Said = dict[str, Any]


def question(user: int, turn: int) -> str:
    """Return what nobody else asks at any time."""
    return f"{WAYS[turn]}{WORDS[user % 8]} {ASKED[user // 8]}"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedAssistant]:
    """The real assistant with two workers."""
    settings = Settings(index=tmp_path_factory.mktemp("many") / "index", workers=2)
    prepare_environment(settings)
    build_index(read_documents(shipped_paths()), settings.index, default_embedder())
    with for_many(open_assistant(settings), settings) as running:
        until(lambda: len(running.pool.pids) == 2)
        yield running


@pytest.fixture(scope="module")
def many(shared: SharedAssistant) -> Iterator[Served]:
    """A server of it."""
    running = serve(build_app(shared), port=0)
    yield running
    running.close()


def plain(answer: Said) -> Said:
    """Return an answer without how long it took."""
    return {key: value for key, value in answer.items() if key != "elapsed_ms"}


def asks(served: Served) -> list[Callable[[str], Said]]:
    """Return how each user asks: some by Gradio's own client, the others by plain HTTP."""
    from gradio_client import Client  # type: ignore[import-untyped] # published without types

    client = Client(served.url, verbose=False)

    def by_client(asked: str) -> Said:
        answer: Said = client.predict(asked, [], api_name="/ask")
        return answer

    def by_http(asked: str) -> Said:
        url = f"{served.url}gradio_api/run/ask"
        answer: Said = httpx.post(url, json={"data": [asked, []]}, timeout=60).json()["data"][0]
        return answer

    return [by_client if user % 4 == 0 else by_http for user in range(USERS)]


def test_nothing_is_mixed_and_a_killed_worker_loses_nothing(
    shared: SharedAssistant, many: Served
) -> None:
    ways, gate, killed = asks(many), Barrier(USERS), shared.pool.pids[0]

    def user(number: int) -> list[Said]:
        gate.wait()
        answers = []
        for turn in range(EACH):
            if (number, turn) == (5, 1):
                os.kill(killed, signal.SIGKILL)
            answers.append(ways[number](question(number, turn)))
        return answers

    with ThreadPoolExecutor(USERS) as threads:
        got = list(threads.map(user, range(USERS)))
    for number, answers in enumerate(got):
        for turn, answer in enumerate(answers):
            wanted = shared.assistant.ask(question(number, turn))
            assert plain(answer) == plain(answer_to_json(wanted, elapsed_ms=0)), (number, turn)
    assert len({answer["answer"] for answers in got for answer in answers}) > EACH * 4
    until(lambda: len(shared.pool.pids) == 2 and killed not in shared.pool.pids)


def test_what_was_asked_before_is_answered_by_nobody_again(shared: SharedAssistant) -> None:
    first = shared.ask("Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?", ("Thu nhập năm 2025?",))
    assert shared.ask("Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?", ["Thu nhập năm 2025?"]) is first
    assert shared.ask("Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?") is not first
    verdict = shared.check("Tỷ lệ đô thị hóa năm 2030 đạt 70%.")
    assert verdict == shared.assistant.check("Tỷ lệ đô thị hóa năm 2030 đạt 70%.")


def test_suggestions_are_those_of_the_assistant_behind(shared: SharedAssistant) -> None:
    assert shared.suggestions() == shared.assistant.suggestions()
    asked = "Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?"
    answer = shared.ask(asked)
    assert shared.follow_ups(asked, answer) == shared.assistant.follow_ups(asked, answer)
