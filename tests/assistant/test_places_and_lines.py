"""Places told beside one another, lines below a colon that bear no mark, what is counted."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from corpus.read import document_of

TEXT = (
    "Đề án đô thị thông minh\n\n"
    "Sở Thông tin đang chuẩn bị quy hoạch các đầu số để phục vụ người dân gồm:\n\n"
    "Đầu số tiếp nhận dịch vụ hành chính công (dự kiến 1024);\n\n"
    "Đầu số thanh toán qua mạng viễn thông (dự kiến 9556);\n\n"
    "Đầu số tích hợp các cuộc gọi khẩn cấp (112).\n\n"
    "Hệ thống du lịch gồm 3 chức năng: bản đồ số du lịch; kho dữ liệu; cổng thông tin.\n\n"
    "Trợ lý ảo được thí điểm tại Sở Nội vụ, Sở Tài chính và Sở Xây dựng trong năm 2026, "
    "tổng kết trước khi nhân rộng.\n\n"
    "Hội nghị tổ chức ở Nhà hát lớn sáng 1-3, nhiều đại biểu băn khoăn.\n\n"
    "Ông Nguyễn Xuân Hoan, Phó Giám đốc Sở Văn hóa và Du lịch tỉnh Vĩnh Long "
    "cho biết du khách tăng.\n\n"
)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    """Return an assistant over one document."""
    return assistant_over([document_of("de-an", TEXT)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Trợ lý ảo được thí điểm ở những đâu?", "Sở Nội vụ, Sở Tài chính và Sở Xây dựng"),
        ("Hệ thống du lịch gồm mấy chức năng?", "3 chức năng"),
        ("Phó Giám đốc Sở Văn hóa và Du lịch Vĩnh Long là ai?", "Nguyễn Xuân Hoan"),
    ],
)
def test_the_shortest_answer(assistant: Assistant, question: str, key: str) -> None:
    assert assistant.ask(question).key == key


def test_a_place_takes_in_nothing_that_is_said_after_it(assistant: Assistant) -> None:
    assert "đại biểu" not in assistant.ask("Hội nghị tổ chức ở đâu?").key


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Sở Thông tin chuẩn bị quy hoạch những đầu số nào?", ("1024", "9556", "112")),
    ],
)
def test_all_items_are_told(assistant: Assistant, question: str, items: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert all(item in answer.text for item in items)
