"""Kinds of figure, and the second look at the foremost evidence."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.ask import Assistant
from assistant.confidence.choice import Chooser
from assistant.confidence.measures import Measure, agreement, measures_asked, says_the_noun
from assistant.question import analyse
from assistant.reading.reader import Reading
from assistant.understand import Understanding


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("Tỷ lệ đô thị hóa là bao nhiêu phần trăm?", {Measure.SHARE}),
        ("Chi bao nhiêu tiền mỗi năm?", {Measure.MONEY}),
        ("Làm trong bao nhiêu ngày thì xong?", {Measure.TIME}),
        ("Giấy có giá trị bao lâu?", {Measure.TIME}),
        ("Bao nhiêu tuổi thì phải đi?", {Measure.AGE}),
        ("Khu ấy rộng bao nhiêu?", {Measure.SIZE}),
        ("Kinh phí là bao nhiêu?", {Measure.MONEY, Measure.SHARE}),
        ("Ai ký văn bản?", set()),
        ("Đạt bao nhiêu?", set()),
    ],
)
def test_the_kinds_of_figure_a_question_asks_for(question: str, measures: set[Measure]) -> None:
    assert measures_asked(analyse(question)) == measures


def read(assistant: Assistant, question: str) -> Reading:
    return assistant.read(Understanding(question, question, changed=False))


def test_a_share_is_no_answer_where_money_is_asked(assistant: Assistant) -> None:
    reading = read(assistant, "Tỷ lệ đô thị hóa đến năm 2030 đạt bao nhiêu?")
    assert reading.best is not None
    assert reading.best.key == "trên 75%"
    assert agreement(reading.question, reading.best) == 1
    assert agreement(analyse("Chi bao nhiêu tiền?"), reading.best) == -1
    assert agreement(analyse("Bao nhiêu người dân sống ở đô thị?"), reading.best) == 1
    assert agreement(analyse("Ai ký?"), reading.best) == 0


def test_the_noun_that_was_counted(assistant: Assistant) -> None:
    reading = read(assistant, "Có mấy chỉ tiêu?")
    stated = next(evidence for evidence in reading.evidence if evidence.key == "26 chỉ tiêu")
    assert says_the_noun(analyse("Có mấy chỉ tiêu?"), stated)
    assert not says_the_noun(analyse("Có mấy trường?"), stated)


def test_a_clause_that_is_more_like_the_question_goes_up_and_nothing_is_lost(
    assistant: Assistant,
) -> None:
    reading = read(assistant, "Hà Nội phát triển những ngành nào?")
    plain = replace(reading, evidence=tuple(sorted(reading.evidence, key=lambda e: -e.score)))
    second = plain.evidence[1]

    def likeness(_question: str, texts: Sequence[str]) -> list[float]:
        return [float(text == second.quote) for text in texts]

    chosen = Chooser(likeness).chosen(plain)
    assert chosen.best is not None
    assert chosen.best.clause == second.clause
    assert len(chosen.evidence) == len(plain.evidence)
    before = {(e.notes.passage.id, e.clause, e.span) for e in plain.evidence}
    assert {(e.notes.passage.id, e.clause, e.span) for e in chosen.evidence} == before


def test_nothing_found_stays_nothing(assistant: Assistant) -> None:
    reading = replace(read(assistant, "Có mấy chỉ tiêu?"), evidence=())
    assert Chooser(lambda _question, _texts: ()).chosen(reading) is reading
