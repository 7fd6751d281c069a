"""A figure of a yes/no question is held against the one that stands among the same words."""

import pytest

from assistant.reading.comparison import compared
from tests.assistant.reading.fakes import Desk

REPORT = """Chương trình sữa

Năm học này, chương trình phục vụ 381.000 trẻ mẫu giáo ở 24 quận huyện và học sinh lớp 1 ở 5 huyện.

Tỷ lệ đất giao thông chỉ đạt 8,8% (đến năm 2020 tỷ lệ đất giao thông tiêu chuẩn phải đạt 22,3%).

Bội chi ngân sách địa phương là 12.500 tỷ đồng. Bội chi ngân sách trung ương là 209.500 tỷ đồng.

Phụ huynh đóng góp 50% kinh phí; ngân sách nhà nước chi 30% kinh phí mua sữa.

Năm 1820, thuyền trưởng Nam và 3 người nhìn thấy bờ đảo Yến.

Người từ đủ 80 tuổi trở lên được ưu tiên khám trước.
"""


@pytest.fixture(scope="module")
def report() -> Desk:
    """Return a report with several figures of a kind in a sentence."""
    return Desk.of(REPORT)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Năm học này học sinh lớp 1 ở 24 quận huyện được phục vụ phải không?", False),
        ("Năm học này chương trình phục vụ trẻ mẫu giáo ở 24 quận huyện phải không?", True),
        ("Tỷ lệ đất giao thông hiện có đạt 22,3% không?", False),
        ("Bội chi của địa phương có lớn hơn của trung ương không?", False),
        ("Bội chi của địa phương có nhỏ hơn của trung ương không?", True),
        ("Ngân sách nhà nước có chi toàn bộ kinh phí mua sữa không?", False),
    ],
)
def test_a_comparison_is_carried_out(report: Desk, question: str, *, holds: bool) -> None:
    found = compared(report.read(question), report.annotations)
    assert found is not None
    assert found.holds is holds


@pytest.mark.parametrize(
    "question",
    [
        "Thuyền trưởng Nam nhìn thấy bờ đảo Yến vào năm 1820 phải không?",  # a year is no count
        "Người 80 tuổi có được ưu tiên khám trước không?",  # a condition, which is met
    ],
)
def test_what_is_no_comparison_is_let_be(report: Desk, question: str) -> None:
    assert compared(report.read(question), report.annotations) is None
