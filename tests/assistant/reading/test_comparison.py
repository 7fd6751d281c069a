"""Comparisons: with a figure the question names, or of two stated things."""

import pytest

from assistant.reading.comparison import compared
from assistant.reading.yes_no import judge
from tests.assistant.reading.fakes import Desk

FIGURES = """Kế hoạch phát triển

Đến năm 2025, tỷ lệ che phủ rừng đạt 40%; đến năm 2030, tỷ lệ che phủ rừng đạt trên 45%.

Tỷ lệ hộ nghèo năm 2025 không quá 3%. Tỷ lệ hộ cận nghèo năm 2025 là 5%.

Vốn ngân sách chiếm 48,5% tổng vốn đầu tư.

Nhà máy vẫn chưa có dây chuyền đóng gói. Người dân được thuê đất trong 20 năm.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return a plan full of figures."""
    return Desk.of(FIGURES)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Tỷ lệ che phủ rừng năm 2030 có trên 40% không?", True),
        ("Tỷ lệ che phủ rừng năm 2030 có trên 45% không?", True),
        ("Tỷ lệ che phủ rừng năm 2030 có vượt 50% không?", False),
        ("Tỷ lệ che phủ rừng năm 2025 có ít nhất 40% không?", True),
        ("Tỷ lệ che phủ rừng năm 2025 có cao hơn 40% không?", False),
        ("Tỷ lệ che phủ rừng năm 2025 có thấp hơn 42% không?", True),
        ("Tỷ lệ che phủ rừng năm 2025 có đạt 35% không?", True),
        ("Tỷ lệ che phủ rừng năm 2025 là 45% phải không?", False),
        ("Tỷ lệ hộ nghèo năm 2025 có tối đa 3% không?", True),
        ("Tỷ lệ hộ nghèo năm 2025 có dưới 2% không?", False),
        ("Vốn ngân sách có chiếm hơn một nửa tổng vốn đầu tư không?", False),
        ("Tỷ lệ che phủ rừng năm 2030 có cao hơn năm 2025 không?", True),
        ("Tỷ lệ che phủ rừng năm 2030 có thấp hơn năm 2025 không?", False),
        ("Tỷ lệ hộ cận nghèo có cao hơn tỷ lệ hộ nghèo không?", True),
    ],
)
def test_what_is_compared_holds_or_not(desk: Desk, question: str, *, holds: bool) -> None:
    found = compared(desk.read(question), desk.annotations)
    assert found is not None
    assert found.holds is holds
    assert found.asked in question


@pytest.mark.parametrize(
    "question",
    ["Tỷ lệ che phủ rừng năm 2030 là bao nhiêu?", "Người dân có được thuê đất không?"],
)
def test_nothing_is_compared_where_no_comparison_is_asked(desk: Desk, question: str) -> None:
    assert compared(desk.read(question), desk.annotations) is None


@pytest.mark.parametrize(
    ("question", "agrees"),
    [
        ("Nhà máy đã có dây chuyền đóng gói chưa?", False),
        ("Người dân có được thuê đất không?", True),
    ],
)
def test_a_word_of_denial_near_what_is_asked_is_heard(
    desk: Desk, question: str, *, agrees: bool
) -> None:
    reading = desk.read(question)
    assert reading.best is not None
    assert judge(reading, reading.best, desk.annotations).agrees is agrees


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Chất thải y tế có được xử lý hết không?", True),
        ("Rác đô thị đều được thu gom phải không?", False),
        ("Toàn bộ rác đô thị có được thu gom không?", False),
    ],
)
def test_what_is_done_to_all_is_told_by_its_share(question: str, *, holds: bool) -> None:
    desk = Desk.of("Tỷ lệ rác đô thị được thu gom đạt 95%; 100% chất thải y tế được xử lý.")
    found = compared(desk.read(question), desk.annotations)
    assert found is not None
    assert found.holds is holds
