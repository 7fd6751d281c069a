"""Which figure of a sentence is meant: each year's, both ends of a change, not a part's."""

import pytest

from tests.assistant.reading.fakes import Desk

TEXT = """Xe buýt và vốn của tỉnh

Vốn đăng ký giai đoạn 2026-2030 khoảng 200-300 tỷ USD (40-50 tỷ USD/năm).

Nghĩa trang Mai Dịch mở rộng từ 5,5 ha lên 5,8 ha.

Giai đoạn hai mở thêm 12 tuyến, trong đó có 5 tuyến buýt gom đi vào các khu dân cư hẻm nhỏ.

Tổng kinh phí giai đoạn 2026-2030 là 900 tỷ đồng.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(TEXT)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Vốn đăng ký giai đoạn 2026-2030 mỗi năm là bao nhiêu?", "40-50 tỷ USD/năm"),
        ("Vốn đăng ký giai đoạn 2026-2030 là bao nhiêu?", "khoảng 200-300 tỷ USD"),
        ("Mai Dịch mở rộng từ mấy ha lên mấy ha?", "từ 5,5 ha lên 5,8 ha"),
        ("Giai đoạn hai mở thêm bao nhiêu tuyến buýt?", "12 tuyến"),
        ("Giai đoạn hai mở thêm bao nhiêu tuyến buýt gom vào khu dân cư?", "5 tuyến"),
    ],
)
def test_the_figure_that_is_meant(desk: Desk, question: str, key: str) -> None:
    best = desk.read(question).best
    assert best is not None
    assert best.key == key
    assert key in best.quote


def test_a_total_of_years_is_no_figure_of_each(desk: Desk) -> None:
    best = desk.read("Tổng kinh phí mỗi năm là bao nhiêu?").best
    assert best is not None
    assert not best.typed
