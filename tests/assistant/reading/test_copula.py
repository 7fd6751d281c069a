"""Who is said to be what a question asks of."""

import pytest

from tests.assistant.reading.fakes import Desk

TEXT = (
    "Phân công thực hiện\n\n1. Vụ Học sinh, sinh viên là đơn vị thường trực, tham mưu thành lập "
    "Ban Điều hành Chương trình.\n\nBệnh viện Đa khoa tỉnh là đầu mối chuyên môn, còn Sở Khoa học "
    "và Công nghệ chịu trách nhiệm về đường truyền.\n"
)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Đơn vị nào là đơn vị thường trực?", "Vụ Học sinh, sinh viên"),
        ("Đơn vị thường trực là đơn vị nào?", "Vụ Học sinh, sinh viên"),
        ("Đơn vị nào là đầu mối chuyên môn?", "Bệnh viện Đa khoa tỉnh"),
        ("Cơ quan nào chịu trách nhiệm về đường truyền?", "Sở Khoa học và Công nghệ"),
    ],
)
def test_the_subject_answers(question: str, key: str) -> None:
    best = Desk.of(TEXT).read(question).best
    assert best is not None
    assert best.key == key
