"""The second look at a "Có": statements put up to be confirmed are held against the documents."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.confirming import statement_put
from assistant.question import analyse
from assistant.verify import violations


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Tỷ lệ là 40%, phải không?", "Tỷ lệ là 40%."),
        ("Tỷ lệ là 40% có đúng không ạ?", "Tỷ lệ là 40%."),
        ("Có phải tỷ lệ là 40% không?", "Tỷ lệ là 40%."),
        ("Có đúng là tỷ lệ đạt 40% hay không?", "Tỷ lệ đạt 40%."),
        ("Quỹ có phải là tổ chức kinh doanh không?", "Quỹ là tổ chức kinh doanh."),
        ("Công dân có phải đăng ký tạm trú không?", ""),
        ("Thành phố có miễn học phí không?", ""),
    ],
)
def test_the_statement_that_a_question_puts_up_whole(question: str, statement: str) -> None:
    assert statement_put(analyse(question)) == statement


def test_another_figure_is_a_no_with_the_difference(assistant: Assistant) -> None:
    typed = "Tỷ lệ đô thị hóa đến năm 2030 là trên 85%, phải không?"
    answer = assistant.ask(typed)
    assert answer.text.startswith("Không")
    assert "75%" in answer.text
    assert violations(answer, assistant.documents, typed) == ()


def test_what_the_text_states_is_a_yes(assistant: Assistant) -> None:
    answer = assistant.ask("Tỷ lệ đô thị hóa đến năm 2030 là trên 75%, phải không?")
    assert answer.text.startswith("Có")


def test_what_the_text_neither_affirms_nor_denies_is_refused(assistant: Assistant) -> None:
    answer = assistant.ask("Đến năm 2030 Hà Nội hoàn thành 10 tuyến đường sắt đô thị, phải không?")
    assert answer.status is Status.REFUSED
