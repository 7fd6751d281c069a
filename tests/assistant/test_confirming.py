"""The second look at a "Có": statements put up to be confirmed are held against the documents."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.confirming import statement_asked, statement_put
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


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Thành phố có miễn học phí không?", "Thành phố miễn học phí."),
        ("Người mua có được bán lại nhà không?", "Người mua được bán lại nhà."),
        ("Công dân có phải đăng ký tạm trú không?", "Công dân phải đăng ký tạm trú."),
        ("Có chỉ tiêu nào giao cho Bộ Tài chính không?", ""),
        ("Có sân bay không?", ""),
    ],
)
def test_the_statement_that_a_question_asks_about(question: str, statement: str) -> None:
    assert statement_asked(analyse(question)) == statement


@pytest.mark.parametrize(
    "question",
    [
        "Chương trình có miễn tiền điện cho doanh nghiệp không?",
        "Công nghiệp hỗ trợ có được tặng máy bay không?",
    ],
)
def test_a_predicate_that_the_text_does_not_have_is_no_yes(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.REFUSED or answer.text.startswith("Không")


def test_a_predicate_that_the_text_has_is_a_yes(assistant: Assistant) -> None:
    answer = assistant.ask("Chương trình có quan tâm phát triển công nghiệp quốc phòng không?")
    assert answer.text.startswith("Có")
