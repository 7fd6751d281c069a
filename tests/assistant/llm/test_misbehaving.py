"""Whatever a model or its server does, the user gets an answer that holds, in time.

Every case is a real HTTP exchange; `conftest` checks each draft and each answer for figures that
are not in its quotes, and the time.
"""

import pytest

from assistant.answer import Engine, Status
from assistant.ask import Assistant
from assistant.llm import RephrasingAssistant
from assistant.llm.client import TRIES, Client
from assistant.llm.server import Server
from tests.assistant.llm.conftest import CITED, INCOME, SOON_S, Ask
from tests.assistant.llm.scripted import (
    Exchange,
    Wire,
    fails,
    in_turn,
    letter_by_letter,
    says,
)

LISTED = "26 chỉ tiêu gồm những nhóm nào?"
TRUE = "Hà Nội có đặt mục tiêu tỷ lệ đô thị hóa trên 75% đến năm 2030 không?"
UNSTATED = "Thu nhập bình quân đầu người năm 2045 là bao nhiêu?"

LIES = {
    "an invented figure": CITED.replace("12.500", "15.000"),
    "a figure in words": CITED.replace("trên 12.500", "hai mươi nghìn"),
    "a figure in other digits": CITED.replace("12.500", "１５.０００"),
    "a swapped year": CITED.replace("2030", "2025"),
    "a year of nowhere": CITED.replace("2030", "2045"),
    "a lost bound": CITED.replace("trên ", ""),
    "a turned bound": CITED.replace("trên", "dưới"),
    "another unit": CITED.replace("USD", "triệu đồng"),
    "a citation to nothing": CITED.replace("[1]", "[99]"),
    "a citation to the wrong passage": CITED.replace("[1]", "[3]"),
    "no citation": CITED.replace(" [1]", ""),
    "another body": CITED.replace("Hà Nội", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    "another number of a document": "Theo Nghị quyết số 99-NQ/TW, mục tiêu là 12.500 USD [1].",
    "a denial": CITED.replace("đạt", "không đạt"),
    "the rules, leaked": (
        "Quy tắc: Chỉ dùng điều có trong các đoạn được đưa, không thêm hiểu biết riêng [1]."
    ),
    "English": "By 2030 the per capita income will exceed USD 12,500 per person per year [1].",
    "an address": "Xem thêm tại https://vi-du.example/12.500 [1].",
    "nothing": "",
    "spaces": "   \n\n  ",
    "markers alone": "[1] [2] [3]",
    "thinking that never ends": f"<think>{CITED}",
    "markup": f"<b>{CITED.replace('12.500', '15.000')}</b><script>alert(1)</script>",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_what_does_not_hold_is_replaced_by_the_quote(ask: Ask, lie: str) -> None:
    answer = ask(says(lie)).answer
    assert answer.engine is Engine.EXTRACTIVE
    assert answer.status is Status.ANSWERED
    assert "trên 12.500 USD/người/năm" in answer.text
    assert "trích nguyên văn" in answer.note


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_beside_the_truth_is_withheld_alone(ask: Ask, lie: str) -> None:
    answer = ask(letter_by_letter(f"{CITED}\n{lie}")).answer
    assert answer.engine is Engine.LLM
    assert answer.text == CITED
    assert all(each.reason for each in answer.withheld)
    shown = {each.text for each in answer.withheld}
    assert not any(CITED in text for text in shown)


def _cut_short(exchange: Exchange) -> None:
    exchange.begin()
    exchange.delta(f"{CITED} Ngoài ra, thành phố còn đặt 99")


def _cut_at_once(exchange: Exchange) -> None:
    exchange.begin()
    exchange.delta("Đến năm 2030, thu nhập")


def _cut_in_an_event(exchange: Exchange) -> None:
    exchange.begin()
    exchange.raw(b'data: {"choices": [{"index": 0, "delta": {"content": "99')


def _silent(exchange: Exchange) -> None:
    exchange.begin()
    exchange.sleep(30)


def _silent_before_the_head(exchange: Exchange) -> None:
    exchange.sleep(30)


def _silent_after_a_sentence(exchange: Exchange) -> None:
    exchange.begin()
    exchange.delta(f"{CITED} Thành")
    exchange.sleep(30)


def _drips(exchange: Exchange) -> None:
    """One byte at a time, never done: each read succeeds, and no timeout of a read helps."""
    exchange.begin()
    for _ in range(600):
        exchange.raw(b":")
        exchange.sleep(0.05)


def _invalid_utf8(exchange: Exchange) -> None:
    exchange.begin()
    exchange.raw(b'data: {"choices": [{"index": 0, "delta": {"content": "99 \xff\xfe\xfa"}}]}\n\n')
    exchange.end()


def _no_stream(exchange: Exchange) -> None:
    exchange.begin(kind="application/json")
    exchange.raw(b'{"choices": [{"message": {"content": "99"}}]}')


def _another_shape(exchange: Exchange) -> None:
    exchange.begin()
    exchange.raw(b'data: {"choices": "99"}\n\ndata: [1, 2]\n\ndata: null\n\n')


def _an_error_in_the_stream(exchange: Exchange) -> None:
    exchange.begin()
    exchange.raw(b'data: {"error": {"message": "sk-khoa-bi-mat-123 out of memory"}}\n\n')


def _packed(exchange: Exchange) -> None:
    exchange.begin(Content_Encoding="gzip")
    exchange.raw(b"\x1f\x8b" + bytes(64))


def _elsewhere(exchange: Exchange) -> None:
    exchange.begin(307, Location="http://127.0.0.1:9/v1/chat/completions")


def _endless_line(exchange: Exchange) -> None:
    exchange.begin()
    for _ in range(6):
        exchange.raw(b"data: " + b"x" * 1_000_000)


BREAKS: dict[str, Wire] = {
    "half a stream, then a drop": _cut_at_once,
    "half an event, then a drop": _cut_in_an_event,
    "429": fails(429),
    "429, come back in an hour": fails(429, Retry_After="3600"),
    "500": fails(500, body="sk-khoa-bi-mat-123"),
    "400": fails(400),
    "401": fails(401, body='{"error": {"message": "Incorrect key sk-khoa-bi-mat-123"}}'),
    "404": fails(404, body="<html>"),
    "silence in the answer": _silent,
    "silence before the answer": _silent_before_the_head,
    "a byte now and then": _drips,
    "invalid UTF-8": _invalid_utf8,
    "1 MB in one piece": says("9" * 1_000_000),
    "1 MB of words": says(*["chín mươi chín " * 1_000] * 80),
    "an endless line": _endless_line,
    "no stream": _no_stream,
    "another shape": _another_shape,
    "an error in the stream": _an_error_in_the_stream,
    "packed data": _packed,
    "sent elsewhere": _elsewhere,
}


@pytest.mark.parametrize("script", BREAKS.values(), ids=BREAKS)
def test_a_broken_server_costs_the_wording_alone(ask: Ask, script: Wire) -> None:
    answer = ask(script, timeout_s=SOON_S).answer
    assert answer.engine is Engine.EXTRACTIVE
    assert "trên 12.500 USD/người/năm" in answer.text
    assert "trích nguyên văn" in answer.note
    assert "99" not in answer.text


def test_what_was_verified_before_a_drop_is_kept(ask: Ask) -> None:
    answer = ask(_cut_short).answer
    assert (answer.engine, answer.text) == (Engine.LLM, CITED)
    assert "ngắt giữa chừng" in answer.note
    assert [each.reason for each in answer.withheld] == ["câu bị ngắt giữa chừng"]


def test_what_was_verified_before_a_silence_is_kept(ask: Ask) -> None:
    asked = ask(_silent_after_a_sentence, timeout_s=3 * SOON_S)
    assert (asked.answer.engine, asked.answer.text) == (Engine.LLM, CITED)
    assert "quá chậm" in asked.answer.note


def test_a_server_that_is_not_there_is_told(assistant: Assistant) -> None:
    for url in ("http://127.0.0.1:9/v1", "http://khong-co.invalid/v1"):
        answer = RephrasingAssistant(assistant, Client(Server(url, "m", "", SOON_S))).ask(INCOME)
        assert answer.engine is Engine.EXTRACTIVE
        assert "không liên lạc được" in answer.note


def test_a_server_that_stumbles_is_asked_again(ask: Ask) -> None:
    asked = ask(in_turn(fails(429), fails(500), says(CITED)))
    assert (asked.answer.engine, asked.answer.text) == (Engine.LLM, CITED)
    assert len(asked.server.exchanges) == 3


def test_nobody_is_asked_for_ever(ask: Ask) -> None:
    assert len(ask(fails(503)).server.exchanges) == TRIES
    assert len(ask(fails(401)).server.exchanges) == 1


def test_a_server_that_knows_no_report_of_tokens_is_asked_without(ask: Ask) -> None:
    asked = ask(in_turn(fails(422), says(CITED)))
    assert asked.answer.engine is Engine.LLM
    assert "stream_options" in asked.server.exchanges[0].body
    assert "stream_options" not in asked.server.exchanges[1].body


@pytest.mark.parametrize("script", [says(CITED), says("Năm 2045 đạt 99.999 USD [1]."), fails(500)])
def test_a_refusal_stays_one_and_asks_no_model(ask: Ask, script: Wire) -> None:
    asked = ask(script, UNSTATED)
    assert (asked.answer.status, asked.answer.engine) == (Status.REFUSED, Engine.EXTRACTIVE)
    assert asked.server.exchanges == []


def test_a_model_that_sees_no_answer_is_told_of_and_not_believed(ask: Ask) -> None:
    answer = ask(says("Văn bản không nêu điều này.")).answer
    assert answer.engine is Engine.EXTRACTIVE
    assert "trên 12.500 USD/người/năm" in answer.text
    assert "không thấy câu trả lời" in answer.note


def test_yes_cannot_become_no(ask: Ask) -> None:
    answer = ask(says("Không. Tỷ lệ đô thị hóa đến năm 2030 đạt trên 75% [1]."), TRUE).answer
    assert answer.engine is Engine.EXTRACTIVE
    assert answer.text.startswith("Có")


def test_yes_in_other_words_may_stand(ask: Ask) -> None:
    said = "Có. Tỷ lệ đô thị hóa đến năm 2030 đạt trên 75% [1]."
    answer = ask(letter_by_letter(said), TRUE).answer
    assert (answer.engine, answer.text) == (Engine.LLM, said)


ITEMS = (
    "8 chỉ tiêu về trình độ phát triển kinh tế",
    "9 chỉ tiêu về trình độ phát triển văn hóa, xã hội",
    "5 chỉ tiêu về trình độ phát triển đô thị",
    "4 chỉ tiêu về trình độ bảo vệ và quản lý môi trường",
)


@pytest.mark.parametrize("missing", range(len(ITEMS)))
def test_a_list_with_an_item_missing_does_not_stand(
    ask: Ask, assistant: Assistant, missing: int
) -> None:
    kept = [item for place, item in enumerate(ITEMS) if place != missing]
    said = "\n".join(["Văn bản nêu các nhóm:", *(f"- {item} [1]" for item in kept)])
    answer = ask(says(said), LISTED).answer
    assert answer.engine is Engine.EXTRACTIVE
    assert answer.text == assistant.ask(LISTED).text
    assert ITEMS[missing] in answer.text


def test_a_whole_list_stands(ask: Ask) -> None:
    said = "\n".join(["Văn bản nêu các nhóm:", *(f"- {item} [1]" for item in ITEMS)])
    answer = ask(letter_by_letter(said), LISTED).answer
    assert (answer.engine, answer.text) == (Engine.LLM, said)
