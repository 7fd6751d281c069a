"""The second look at a "Có": statements put up to be confirmed are held against the documents."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.confirming import statement_asked, statement_put
from assistant.question import analyse
from assistant.verify import violations
from corpus.read import document_of


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


def test_a_bound_is_met_by_more_than_it_asks(school: Assistant) -> None:
    answer = school.ask("Trường Hoa Sen có trên 300 trẻ không?")
    assert answer.text.startswith("Có")
    assert "353" in answer.text
    assert school.ask("Trường Hoa Sen có trên 400 trẻ không?").text.startswith("Không")
    assert school.ask("Kinh phí xây trường có vượt 34 tỷ đồng không?").text.startswith("Có")


def test_an_unsure_yes_needs_a_statement_borne_out(school: Assistant) -> None:
    question = "Phòng Giáo dục có đề xuất bán nhà trả góp cho giáo viên mầm non không?"
    assert not school.ask(question).text.startswith("Có")


@pytest.fixture(scope="module")
def school() -> Assistant:
    """Return an assistant over a short report."""
    from assistant.assemble import assistant_over

    text = (
        "Báo cáo về trường mầm non\n\n"
        "Trường Hoa Sen hiện có 353 trẻ với 10 nhóm lớp, nhưng chỉ có 18 giáo viên mầm non.\n\n"
        "Tổng kinh phí xây trường hơn 34,5 tỷ đồng, do huyện cấp.\n\n"
        "Phòng Giáo dục phê bình trường Hoa Sen vì chậm gửi báo cáo. Phòng Giáo dục vừa đề xuất "
        "chính sách thu hút và giữ chân giáo viên mầm non.\n"
    )
    return assistant_over([document_of("truong", text)])


@pytest.mark.parametrize(
    "question",
    [
        "Nghị quyết 9 ban hành ngày 17/11/2021 đúng không?",
        "Nghị quyết 9 ban hành năm 2021 à?",
        "Có phải Nghị quyết 9 được ban hành năm 2021 không?",
    ],
)
def test_another_day_of_a_document_is_a_no(question: str) -> None:
    text = (
        "Tin\n\nTỉnh ban hành kế hoạch thực hiện Nghị quyết số 9-NQ/TW ngày 17/11/2022 về “Trồng "
        "cây đến năm 2030, tầm nhìn đến năm 2045”.\n\nMỗi xã trồng 2 ha cây.\n"
    )
    found = assistant_over([document_of("d", text)]).ask(question)
    assert found.status is Status.ANSWERED
    assert found.text.startswith("Không. Văn bản nêu ngày 17/11/2022")
