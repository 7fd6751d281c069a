"""An hour, a part of a year or a rise that the text tells against a yes/no question."""

import pytest

from assistant.reading.comparison import compared
from assistant.reading.told_against import told_against
from assistant.reading.yes_no import judge
from tests.assistant.reading.fakes import Desk

NEWS = """Tin tháng

Lễ khai mạc hội vườn diễn ra vào lúc 09 giờ 00, ngày 5/1/2030 tại sân đình.

Đây là kỳ họp thường lệ giữa năm 2030 của hội.

Sản lượng mật ong tháng 9 tăng 11,5% so với tháng trước và giảm 6,8% so với cùng kỳ năm 2029.

Toàn xã có 4/6 trường học đạt chuẩn.

Doanh thu bán lẻ tháng 9/2030 đạt 35 tỷ đồng, tăng 2% so với tháng trước.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return some news."""
    return Desk.of(NEWS)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Lễ khai mạc hội vườn diễn ra lúc 14 giờ phải không?", False),
        ("Lễ khai mạc hội vườn diễn ra lúc 9 giờ phải không?", None),
        ("Đây là kỳ họp thường lệ cuối năm 2030 của hội phải không?", False),
        ("Đây là kỳ họp thường lệ giữa năm 2030 của hội phải không?", None),
        ("Sản lượng mật ong tháng 9 tăng so với cùng kỳ phải không?", False),
        ("Sản lượng mật ong tháng 9 giảm so với cùng kỳ phải không?", True),
        ("Sản lượng mật ong tháng 9 tăng so với tháng trước phải không?", True),
        ("Sản lượng mật ong tháng 9 giảm 11,5% so với cùng kỳ phải không?", False),
        ("Sản lượng mật ong tháng 9 có cao không?", None),
    ],
)
def test_what_is_told_against_a_question_makes_a_no(
    desk: Desk, question: str, *, holds: bool | None
) -> None:
    found = told_against(desk.read(question))
    assert (found.holds if found else None) is holds


def test_fewer_than_all_are_not_all(desk: Desk) -> None:
    found = compared(
        desk.read("Tất cả các trường học của xã đạt chuẩn phải không?"), desk.annotations
    )
    assert found is not None
    assert not found.holds
    assert found.stated.of(desk.document.text) == "4/6 trường"


def test_a_month_without_its_year_is_that_month(desk: Desk) -> None:
    reading = desk.read("Doanh thu bán lẻ tháng 9 có tăng so với tháng 8 không?")
    assert reading.best is not None
    assert judge(reading, reading.best, desk.annotations).agrees
