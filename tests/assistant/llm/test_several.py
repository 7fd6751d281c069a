"""Several questions at once: each is reworded and verified by itself, within one deadline."""

import pytest

from assistant.answer import Engine, Status
from assistant.ask import Assistant
from tests.assistant.llm.conftest import CITED, INCOME, SLACK_S, SOON_S, Ask
from tests.assistant.llm.scripted import Exchange, Wire, fails, in_turn, says

CITIES = "Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?"
CITIES_SAID = "Đến năm 2030, tỷ lệ đô thị hóa đạt trên 75% [1]."
BOTH = f"{INCOME} {CITIES}"
PETROL = "Giá xăng năm 2030 là bao nhiêu?"


def _silent(exchange: Exchange) -> None:
    exchange.begin()
    exchange.sleep(30)


def test_each_question_is_reworded(ask: Ask) -> None:
    asked = ask(in_turn(says(CITED), says(CITIES_SAID)), BOTH)
    first, second = asked.answer.text.split("\n")
    assert (asked.answer.engine, asked.answer.status) == (Engine.LLM, Status.ANSWERED)
    assert first == CITED
    marker = second.rpartition(" ")[2]
    assert second == CITIES_SAID.replace("[1].", marker)
    assert "75%" in asked.answer.citations[int(marker.strip("[].")) - 1].quote
    assert (asked.answer.withheld, asked.answer.note) == ((), "")
    assert asked.answer.usage
    assert (asked.answer.usage.calls, asked.answer.usage.prompt_tokens) == (2, 200)
    assert [CITIES in prompt for prompt in asked.server.prompts] == [False, True]


def test_the_first_is_shown_before_the_second_is_answered(ask: Ask) -> None:
    asked = ask(in_turn(says(CITED), says(CITIES_SAID)), BOTH)
    assert asked.drafts[0].text == CITED
    assert all("12.500" in draft.text for draft in asked.drafts)


@pytest.mark.parametrize("place", [0, 1])
def test_a_lie_costs_its_own_part_alone(ask: Ask, assistant: Assistant, place: int) -> None:
    true = (CITED, CITIES_SAID)
    lies = (CITED.replace("12.500", "15.000"), CITIES_SAID.replace("75%", "95%"))
    said = [
        lie if at == place else good for at, (good, lie) in enumerate(zip(true, lies, strict=True))
    ]
    answer = ask(in_turn(*map(says, said)), BOTH).answer
    kept, dropped = ((INCOME, CITIES)[at] for at in (1 - place, place))
    lines = answer.text.split("\n")
    assert answer.engine is Engine.LLM
    assert assistant.ask(dropped).text in answer.text
    assert any(line.startswith("Đến năm 2030") for line in lines), kept
    assert [each.text for each in answer.withheld] == [lies[place]]
    assert "trích nguyên văn" in answer.note
    assert dropped in answer.note
    assert kept not in answer.note


def test_the_figure_of_one_part_is_not_the_others(ask: Ask, assistant: Assistant) -> None:
    swapped = in_turn(
        says(CITED.replace("trên 12.500 USD/người/năm", "trên 75%")),
        says(CITIES_SAID.replace("75%", "12.500 USD/người/năm")),
    )
    answer = ask(swapped, BOTH).answer
    assert answer.engine is Engine.EXTRACTIVE
    assert answer.text == assistant.ask(BOTH).text


@pytest.mark.parametrize(
    "broken", [fails(401), fails(500), _silent], ids=["401", "500", "30 s of silence"]
)
def test_a_broken_server_costs_the_wording_and_one_deadline(
    ask: Ask, assistant: Assistant, broken: Wire
) -> None:
    asked = ask(broken, BOTH, timeout_s=SOON_S)
    assert asked.seconds < SOON_S + SLACK_S
    assert (asked.answer.engine, asked.answer.text) == (
        Engine.EXTRACTIVE,
        assistant.ask(BOTH).text,
    )
    assert asked.answer.note.count("trích nguyên văn") == 1


def test_a_silence_leaves_the_second_its_time(ask: Ask) -> None:
    answer = ask(in_turn(_silent, says(CITIES_SAID)), BOTH, timeout_s=3 * SOON_S).answer
    assert answer.engine is Engine.LLM
    assert CITIES_SAID.rpartition(" ")[0] in answer.text
    assert "12.500" in answer.text


def test_what_is_missing_of_several_is_said_in_fixed_words(ask: Ask) -> None:
    asked = ask(says(CITED), f"{INCOME} {PETROL}")
    assert (asked.answer.status, asked.answer.engine) == (Status.PARTIAL, Engine.LLM)
    assert asked.answer.text.startswith(CITED)
    assert "giá xăng" in asked.answer.text.lower()
    assert len(asked.server.exchanges) == 1


def test_when_none_is_answered_no_model_is_asked(ask: Ask, assistant: Assistant) -> None:
    several = f"{PETROL} Giá vàng năm 2031 là bao nhiêu?"
    asked = ask(says(CITED), several)
    assert asked.answer.status is Status.REFUSED
    assert asked.answer.text == assistant.ask(several).text
    assert asked.server.exchanges == []
