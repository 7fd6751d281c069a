"""What a question takes for granted is held against the documents, and corrected."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.presuming import presumed
from assistant.verify import violations


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Vì sao tỉnh đặt mục tiêu 30% GRDP?", "Tỉnh đặt mục tiêu 30% GRDP."),
        ("Tại sao xã phải góp tới 500 tỷ đồng?", "Xã phải góp 500 tỷ đồng."),
        ("Tỉnh chi 90 tỷ đồng để làm những việc gì?", "Tỉnh chi 90 tỷ đồng."),
        ("Khoản 90 tỷ đồng do cơ quan nào quản lý?", "Khoản 90 tỷ đồng."),
        ("Tỷ lệ là 40%, phải không?", ""),
    ],
)
def test_the_statement_that_a_question_takes_for_granted(question: str, statement: str) -> None:
    assert presumed(question) == statement


def test_a_wrong_figure_taken_for_granted_is_corrected(assistant: Assistant) -> None:
    typed = "Vì sao tỷ lệ đô thị hóa đến năm 2030 chỉ đạt trên 55%?"
    answer = assistant.ask(typed)
    assert answer.status is Status.PARTIAL
    assert "trên 75%" in answer.text
    assert violations(answer, assistant.documents, typed) == ()


def test_a_right_figure_is_not_corrected(assistant: Assistant) -> None:
    answer = assistant.ask("Vì sao tỷ lệ đô thị hóa đến năm 2030 đạt trên 75%?")
    assert "không phải" not in answer.text
