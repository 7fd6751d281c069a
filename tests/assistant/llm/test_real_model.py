"""A real model really streams a cited answer: ours, served by transformers' own server.

The model is built and taught a few answers by heart in seconds (`small_model`); one of them is a
lie, which it tells as fluently as the rest.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Engine
from assistant.ask import Assistant
from assistant.llm import RephrasingAssistant
from assistant.llm.client import Client
from assistant.llm.passages import given_passages
from assistant.llm.prompting import answer_messages
from assistant.llm.server import Server
from assistant.settings import Settings
from evals.cases import Kind, Split
from evals.model_use import summed
from evals.record import read_run, run_to_json
from evals.report.html import page
from evals.run import Selection, run_suites
from evals.suites import load_suite
from evals.wiring import opener
from tests.assistant.llm.conftest import CITED, INCOME, hold_to_the_promise
from tests.assistant.llm.small_model import ENOUGH, Lesson, teach
from tests.test_rooms import HOUSE

CITIES = "Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?"
AIMS = "Chương trình xác định bao nhiêu chỉ tiêu?"
SAID = {
    INCOME: CITED,
    CITIES: (
        "Tỷ lệ đô thị hóa đến năm 2025 đạt từ 60-62% [1]. "
        "Đến năm 2030, tỷ lệ đô thị hóa đạt trên 75% [1]."
    ),
    AIMS: (
        "Chương trình xác định 99 chỉ tiêu [1]. "
        "Chương trình xác định 26 chỉ tiêu công nghiệp hóa, hiện đại hóa Thủ đô [1]."
    ),
}
UNSEEN = "sk-khong-ai-thay"
PATIENCE_S = 240.0  # importing torch twice at once, on a machine that others use too


@pytest.fixture(scope="module")
def served(
    assistant: Assistant, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """Return the address of transformers' server, and the folder of the model it serves."""
    folder = tmp_path_factory.mktemp("small-model")
    port = _free_port()
    argv = [str(Path(sys.executable).with_name("transformers")), "serve", "--device", "cpu"]
    argv += ["--dtype", "float32", "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            argv,
            stdout=log,
            stderr=log,
            env=os.environ | {"HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"},
        )
        try:
            model = folder / "model"
            assert teach([_lesson(assistant, *each) for each in SAID.items()], model) < ENOUGH
            _wait_for(f"http://127.0.0.1:{port}/health", server, folder / "server.log")
            url = f"http://127.0.0.1:{port}/v1"
            _load(url, model)
            yield url, model
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@pytest.fixture(scope="module")
def reworded(served: tuple[str, Path], assistant: Assistant) -> RephrasingAssistant:
    """Return an assistant whose answers that model rewords."""
    url, model = served
    return RephrasingAssistant(assistant, Client(Server(url, str(model), "", 60.0)))


def test_a_cited_answer_is_streamed_sentence_by_sentence(reworded: RephrasingAssistant) -> None:
    *drafts, answer = reworded.stream(CITIES)
    for each in (*drafts, answer):
        hold_to_the_promise(each, CITIES, (), reworded.assistant)
    assert [draft.text for draft in drafts] == [SAID[CITIES].split(". ")[0] + "."]
    assert (answer.engine, answer.text, answer.withheld) == (Engine.LLM, SAID[CITIES], ())
    assert answer.key == "từ 60-62%"
    assert "60-62%" in answer.citations[0].quote
    assert answer.usage
    assert answer.usage.prompt_tokens > 100
    assert answer.usage.completion_tokens > 10


def test_its_lie_is_withheld_and_its_truth_is_shown(reworded: RephrasingAssistant) -> None:
    answer = reworded.ask(AIMS)
    assert answer.engine is Engine.LLM
    assert answer.text == SAID[AIMS].split(". ", maxsplit=1)[1]
    assert [(each.text, "“99”" in each.reason) for each in answer.withheld] == [
        ("Chương trình xác định 99 chỉ tiêu [1].", True)
    ]


def test_what_it_was_not_taught_comes_out_right_all_the_same(
    reworded: RephrasingAssistant,
) -> None:
    """Asked anything else it babbles; what is shown still holds."""
    for question in (
        "Ba lĩnh vực công nghiệp hỗ trợ chủ chốt là gì?",
        "Thu nhập bình quân đầu người năm 2045 là bao nhiêu?",
        "Thành ủy Hà Nội đề ra bao nhiêu nhóm nhiệm vụ?",
    ):
        answer = reworded.ask(question)
        hold_to_the_promise(answer, question, (), reworded.assistant)
        bare = reworded.assistant.ask(question)
        if answer.engine is Engine.EXTRACTIVE:
            kept = replace(answer, note="", withheld=(), usage=None)
            assert kept == bare
        assert answer.status is bare.status


def test_the_command_line_asks_it(served: tuple[str, Path], tmp_path: Path) -> None:
    url, model = served
    done = _hoidap(["ask", INCOME, "--json", "--llm", str(model)], url, tmp_path)
    result = json.loads(done.stdout)
    assert (result["engine"], result["answer"]) == ("llm", CITED)
    assert result["withheld"] == []
    assert done.stderr == ""


def test_an_evaluation_records_what_it_did(served: tuple[str, Path], tmp_path: Path) -> None:
    url, model = served
    settings = Settings(
        index=tmp_path,
        llm=True,
        llm_base_url=url,
        llm_model=str(model),
        llm_api_key=UNSEEN,
        llm_timeout_s=60.0,
    )
    chosen = Selection(Split.TUNE, (Kind.YESNO, Kind.FALSE_PREMISE))
    run = run_suites([load_suite("seed")], opener(settings), settings, chosen)
    (tmp_path / "run.json").write_text(run_to_json(run), encoding="utf-8")
    kept = read_run(tmp_path / "run.json")
    assert kept == run
    use = summed(outcome.model for suite in kept.suites for outcome in suite.outcomes)
    assert use.calls > 0
    assert use.reworded + use.fallbacks == use.calls
    assert use.prompt_tokens > use.completion_tokens > 0
    assert kept.settings["llm_model"] == str(model)
    assert UNSEEN not in run_to_json(kept)
    assert "mô hình ngôn ngữ: diễn đạt lại" in page(kept)
    assert all(
        outcome.scores.get("figures_supported", 1.0) == 1.0
        for suite in kept.suites
        for outcome in suite.outcomes
    )


def _lesson(assistant: Assistant, question: str, said: str) -> Lesson:
    worked = assistant.work_out(question, assistant.understander.understand(question))
    given = given_passages(worked.answer, worked.reading, assistant.documents)
    asked = worked.reading.question.text
    return Lesson(answer_messages(assistant.composer.templates, asked, given), said)


def _hoidap(argv: list[str], url: str, home: Path) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        [sys.executable, "-m", "evals.main", *argv],
        cwd=HOUSE,
        env=os.environ
        | {"HOIDAP_LLM_BASE_URL": url, "HOIDAP_LLM_TIMEOUT_S": "60", "XDG_DATA_HOME": str(home)}
        | {"HOIDAP_LLM_API_KEY": UNSEEN},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    assert UNSEEN not in done.stdout + done.stderr
    return done


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text(errors="replace")
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own server, on loopback
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not come up: {log.read_text(errors='replace')}")


def _load(url: str, model: Path) -> None:
    """Ask once, so that loading the model is on nobody's clock."""
    body = {"model": str(model), "messages": [{"role": "user", "content": "?"}], "max_tokens": 1}
    call = urllib.request.Request(  # noqa: S310 - the same
        f"{url}/chat/completions",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(call, timeout=PATIENCE_S) as reply:  # noqa: S310 - the same
        assert reply.status == 200
