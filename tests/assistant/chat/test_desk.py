"""What happens on an event: checks, warming, failures; and the shared JSON."""

import threading

import pytest

from assistant.answer import Answer, Status
from assistant.chat import labels
from assistant.chat.desk import MAX_TURNS, Desk, Turns
from assistant.chat.limits import checked_history, checked_question
from assistant.chat.talk_html import Turn
from assistant.chat.warm import WarmingAssistant
from assistant.serialize import answer_to_json
from corpus.errors import IndexMissing, QuestionError
from tests.assistant.fakes import FakeAssistant


def last(desk: Desk, question: str | None, turns: Turns = ()) -> Turn:
    *_, (_, after) = desk.turn(question, turns)
    return after[-1]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (None, "gõ một câu hỏi"),
        (" \n\t ", "gõ một câu hỏi"),
        ("x" * 1001, "1.001 ký tự"),
        ("x" * 100_000, "100.000 ký tự"),
        ("\x00abc\x00", "không phải văn bản"),
        ("\ufffd\x02PNG\x1a", "không phải văn bản"),
    ],
)
def test_what_is_no_question_gets_one_sentence(question: str | None, said: str) -> None:
    turn = last(Desk(FakeAssistant()), question)
    assert said in turn.notice
    assert "\n" not in turn.notice
    assert len(turn.question) <= 200


def test_foreign_scripts_and_long_history_are_taken() -> None:
    assert checked_question("  東京の人口は? 👩‍👩‍👧 ") == "東京の人口は? 👩‍👩‍👧"
    assert len(checked_history([*"abc"] * 40)) == 20
    assert checked_history(["", "  ", "x" * 2000, "câu"]) == ("câu",)


def test_failures_are_one_sentence_and_the_conversation_goes_on() -> None:
    desk = Desk(FakeAssistant())
    assert last(desk, "không nhận").notice == "Câu hỏi này không nhận được; bạn hãy hỏi câu khác."
    assert last(desk, "hỏng hóc").notice == labels.BROKEN
    before = (Turn("thu nhập", Answer(Status.ANSWERED, "x")),)
    assert last(desk, "nhóm nào?", before).answer is not None


def test_a_conversation_is_kept_short_enough_to_send() -> None:
    turns = tuple(Turn(str(number)) for number in range(MAX_TURNS + 20))
    *_, (_, after) = Desk(FakeAssistant()).turn("nhóm", turns)
    assert len(after) == MAX_TURNS


def test_a_question_waits_for_the_assistant_and_says_so() -> None:
    opened = threading.Event()

    def slow() -> FakeAssistant:
        opened.wait(10)
        return FakeAssistant()

    warming = WarmingAssistant(slow)
    warming.start()
    steps = Desk(warming).turn("thu nhập", ())
    assert labels.STILL_LOADING in next(steps)[0]
    opened.set()
    assert "hd-answered" in next(steps)[0]
    warming.wait()


def test_an_assistant_that_cannot_be_opened_is_explained_everywhere() -> None:
    def missing() -> FakeAssistant:
        raise IndexMissing("Không có chỉ mục ở /x; hãy chạy “hoidap index build”.")

    warming = WarmingAssistant(missing)
    warming.start()
    with pytest.raises(IndexMissing):
        warming.wait()
    desk = Desk(warming)
    assert "hoidap index build" in desk.document()
    assert "hoidap index build" in desk.library()
    assert desk.examples() == desk.corpus_line() == ""


def test_the_line_above_says_what_answers_rest_on() -> None:
    line = Desk(FakeAssistant()).corpus_line()
    assert "1 văn bản · chạy ngoại tuyến · không dùng mô hình ngôn ngữ" in line


def test_the_json_is_the_contract() -> None:
    fake = FakeAssistant()
    made = answer_to_json(fake.ask("thu nhập"), identifier="q1", elapsed_ms=1.2345)
    assert list(made) == [
        *("id", "status", "answer", "span", "citations", "understood", "confidence"),
        *("engine", "withheld", "elapsed_ms"),
    ]
    assert made["span"] == "trên 12.500 USD/người/năm"
    cited = made["citations"][0]
    assert list(cited) == ["document", "title", "paragraph", "start", "end", "quote"]
    source = fake.documents[cited["document"]].text
    assert source[cited["start"] : cited["end"]] == cited["quote"]
    refused = answer_to_json(fake.ask("không rõ"), elapsed_ms=0)
    assert (refused["status"], refused["span"], refused["citations"]) == ("refused", None, [])


def test_the_endpoint_refuses_what_is_no_question() -> None:
    with pytest.raises(QuestionError):
        Desk(FakeAssistant()).ask("", [])
