"""The chat shows each sentence once it has passed, and what was withheld on request alone."""

import json

import pytest

from assistant.answer import Engine
from assistant.ask import Assistant
from assistant.chat.desk import Desk
from assistant.chat.warm import WarmingAssistant
from assistant.cli.asking import ask_one
from assistant.llm import RephrasingAssistant
from assistant.llm.client import Client
from assistant.llm.server import Server
from tests.assistant.llm.conftest import CITED, INCOME, Ask
from tests.assistant.llm.scripted import Exchange, fails, says, serving

LIE = CITED.replace("12.500", "15.000")


def _slowly(exchange: Exchange) -> None:
    exchange.begin()
    exchange.delta(f"{CITED} {LIE} Hết")
    exchange.sleep(1.5)
    exchange.end()


def test_a_sentence_shows_before_the_answer_is_whole(assistant: Assistant, ask: Ask) -> None:
    del ask  # it opened the client's libraries before any clock runs
    with serving(_slowly) as server:
        client = Client(Server(server.url, "mo-hinh-thu", "", 30.0))
        warm = WarmingAssistant(lambda: RephrasingAssistant(assistant, client))
        warm.start()
        warm.wait()
        desk = Desk(warm)
        *before, (last, turns) = desk.turn(INCOME, ())
        line = desk.corpus_line()
    assert any("đạt trên" in html for html, _ in before)
    assert not any("15.000" in html for html, _ in before)
    assert turns[-1].answer
    assert turns[-1].answer.engine is Engine.LLM
    shown, _, folded = last.partition("<details")
    assert "15.000" not in shown
    assert "15.000" in folded.partition("</details>")[0]
    assert "con số" in folded
    assert "mo-hinh-thu" in line
    assert "ngoại tuyến" not in line


def test_a_fallback_shows_the_quote_and_a_note(assistant: Assistant) -> None:
    with serving(fails(401)) as server:
        client = Client(Server(server.url, "mo-hinh-thu", "", 30.0))
        desk = Desk(RephrasingAssistant(assistant, client))
        *_, (last, _) = desk.turn(INCOME, ())
        made = desk.ask(INCOME, ())
    assert "trên 12.500 USD/người/năm" in last
    assert "trích nguyên văn" in last
    assert (made["engine"], made["withheld"]) == ("extractive", [])


def test_the_terminal_shows_what_was_withheld_in_json(
    assistant: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(says(f"{CITED}\n{LIE}")) as server:
        reworded = RephrasingAssistant(assistant, Client(Server(server.url, "m", "", 30.0)))
        ask_one(reworded, INCOME, (), as_json=False)
        told = " ".join(capsys.readouterr().out.split())
        ask_one(reworded, INCOME, (), as_json=True)
    assert "15.000" not in told
    assert "giữ lại 1 câu" in told
    assert "--json" in told
    (held,) = json.loads(capsys.readouterr().out)["withheld"]
    assert held["text"] == LIE
    assert "15000" in held["reason"]
