"""Amounts set by steps: the step that holds the size a question names."""

import pytest

from assistant.reading.graded import graded
from tests.assistant.reading.fakes import Desk

LIST = """Nghị quyết hỗ trợ chăn nuôi

1. Hỗ trợ làm chuồng nuôi bò:

a) Hộ nuôi dưới 20 con: 10 triệu đồng/hộ;

b) Hộ nuôi từ 20 con đến dưới 50 con: 25 triệu đồng/hộ;

c) Hộ nuôi từ 50 con trở lên: 40 triệu đồng/hộ.
"""
SENTENCE = (
    "Lệ phí thi: dưới 100 thí sinh là 500.000 đồng/thí sinh; từ 100 đến dưới 500 thí sinh là "
    "400.000 đồng/thí sinh; từ 500 thí sinh trở lên là 300.000 đồng/thí sinh."
)


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (LIST, "Hộ nuôi 30 con bò được hỗ trợ bao nhiêu tiền?", "25 triệu đồng/hộ"),
        (LIST, "Hộ nuôi 50 con bò được hỗ trợ bao nhiêu tiền?", "40 triệu đồng/hộ"),
        (LIST, "Hộ nuôi dưới 20 con được hỗ trợ mấy triệu?", "10 triệu đồng/hộ"),
        (SENTENCE, "Lệ phí thi bao nhiêu khi có 200 thí sinh?", "400.000 đồng/thí sinh"),
        (SENTENCE, "Lệ phí thi khi có 99 thí sinh là bao nhiêu?", "500.000 đồng/thí sinh"),
    ],
)
def test_the_step_that_holds_the_size_answers(text: str, question: str, key: str) -> None:
    desk = Desk.of(text)
    found = graded(desk.read(question), desk.annotations)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "question",
    [
        "Lệ phí thi là bao nhiêu?",
        "Lệ phí thi có phải 500.000 đồng khi có 200 thí sinh không?",
        "Lệ phí thi bao nhiêu khi có 3 giám khảo?",
    ],
)
def test_without_a_size_of_the_steps_unit_nothing_is_graded(question: str) -> None:
    desk = Desk.of(SENTENCE)
    assert graded(desk.read(question), desk.annotations) is None
