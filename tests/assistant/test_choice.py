"""Kinds of figure, and the second look at the foremost evidence."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.ask import Assistant
from assistant.confidence.choice import Chooser, Likeness
from assistant.confidence.measures import (
    Measure,
    agreement,
    counts_another,
    measures_asked,
    says_the_noun,
)
from assistant.confidence.order import SEEN, Order, load_order, seen
from assistant.contrasts import Contrast, Contrasts
from assistant.question import analyse
from assistant.reading.reader import Reading
from assistant.understand import Understanding
from corpus.errors import ModelError


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
        ("Tết này được nghỉ mấy bữa?", {Measure.TIME}),
        (
            "Nhà trẻ cho ăn mấy bữa chính?",
            {Measure.COUNT, Measure.SHARE, Measure.SIZE, Measure.AGE},
        ),
        ("Xã còn nợ lương bao nhiêu thầy cô?", {Measure.COUNT, Measure.SHARE}),
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


def chooser_by(assistant: Assistant, likeness: Likeness) -> Chooser:
    """A chooser that orders by its looks alone: the order learned counts the score and no more."""
    only_score = Order(np.array([1.0] + [0.0] * (len(SEEN) - 1)))
    return Chooser(likeness, Contrasts.load(), only_score, assistant.reader.annotations)


def test_the_order_learned_puts_what_is_replaced_by_its_like_last(assistant: Assistant) -> None:
    reading = read(assistant, "Tỷ lệ đô thị hóa đến năm 2030 đạt bao nhiêu?")
    first, second = reading.evidence[:2]
    other = Contrast("đô thị", "nông thôn", in_place=True)
    opposed = replace(first, contrasts=(other,), coverage=second.coverage)
    features = seen(replace(reading, evidence=(opposed, second)), assistant.reader.annotations)
    assert features.shape == (2, len(SEEN))
    assert features[0, 0] == 0.0
    told = replace(first, clause=second.clause, target=None, contrasts=(other,))
    replaced = replace(reading, evidence=(told,))
    at = SEEN.index("opposed_in_place")
    assert seen(replaced, assistant.reader.annotations)[0, at] >= 0
    weights = dict(zip(SEEN, load_order().weights, strict=True))
    assert weights["opposed"] < 0 < weights["coverage"]


def test_things_counted_are_those_asked_for(assistant: Assistant) -> None:
    reading = read(assistant, "Có mấy chỉ tiêu?")
    stated = next(one for one in reading.evidence if one.key == "26 chỉ tiêu")
    assert not counts_another(reading, stated)
    assert counts_another(read(assistant, "Có mấy trường học?"), stated)
    assert not counts_another(read(assistant, "Có mấy nhóm việc?"), stated)
    assert not counts_another(read(assistant, "Ai ký?"), stated)


@pytest.mark.parametrize("content", ["", "{}", '{"weights": {}}', '{"weights": {"score": "x"}}'])
def test_a_damaged_order_is_a_model_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "order.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"order\.json"):
        load_order(path)
    with pytest.raises(ModelError, match=r"absent\.json"):
        load_order(tmp_path / "absent.json")


def test_a_clause_that_is_more_like_the_question_goes_up_and_nothing_is_lost(
    assistant: Assistant,
) -> None:
    reading = read(assistant, "Hà Nội phát triển những ngành nào?")
    plain = replace(reading, evidence=tuple(sorted(reading.evidence, key=lambda e: -e.score)))
    second = plain.evidence[1]

    def likeness(_question: str, texts: Sequence[str]) -> list[float]:
        return [float(text == second.quote) for text in texts]

    chosen = chooser_by(assistant, likeness).chosen(plain)
    assert chosen.best is not None
    assert chosen.best.clause == second.clause
    assert len(chosen.evidence) == len(plain.evidence)
    before = {(e.notes.passage.id, e.clause, e.span) for e in plain.evidence}
    assert {(e.notes.passage.id, e.clause, e.span) for e in chosen.evidence} == before


def test_nothing_found_stays_nothing(assistant: Assistant) -> None:
    reading = replace(read(assistant, "Có mấy chỉ tiêu?"), evidence=())
    assert chooser_by(assistant, lambda _question, _texts: ()).chosen(reading) is reading
