"""A figure told of one body does not answer what is asked of another beside it."""

import pytest

from tests.assistant.reading.fakes import Desk

PRICES = (
    "Báo cáo\n\nCông ty Minh Phát xử lý 1.500 tấn mía mỗi ngày với giá 19 USD mỗi tấn, "
    "Công ty Hòa An phơi và đốt 1.300 tấn với giá 20,5 USD mỗi tấn."
)


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Công ty Hòa An xử lý mía với giá bao nhiêu USD?", "20,5 USD"),
        ("Công ty Minh Phát xử lý mía với giá bao nhiêu USD?", "19 USD"),
    ],
)
def test_the_figure_is_of_the_body_asked_about(question: str, span: str) -> None:
    best = Desk.of(PRICES).read(question).best
    assert best is not None
    assert best.key == span


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("GRDP đầu người của tỉnh năm 2030 là bao nhiêu?", "6.100 USD"),
        ("Tốc độ tăng GRDP bình quân đến năm 2030?", "10,5%/năm"),
    ],
)
def test_a_figure_per_head_is_not_one_of_all(question: str, key: str) -> None:
    text = (
        "Mục tiêu đến năm 2030, tốc độ tăng trưởng GRDP bình quân 10,5%/năm; GRDP bình quân đầu "
        "người đạt 6.100 USD; kim ngạch xuất khẩu đạt 4 tỷ USD."
    )
    best = Desk.of(text).read(question).best
    assert best is not None
    assert best.key == key


def test_the_figure_beside_that_counts_what_is_asked_goes_first() -> None:
    text = (
        "Tỷ lệ bác sĩ, giường bệnh/1 vạn dân: 14,3 bác sĩ/1 vạn dân và 48,5 giường bệnh/1 vạn dân."
    )
    best = Desk.of(text).read("Số giường bệnh trên một vạn dân?").best
    assert best is not None
    assert best.key.startswith("48,5")


def test_growth_is_the_economys() -> None:
    text = (
        "Dân số 1,4 triệu người, tốc độ tăng dân số bình quân 1,3%/năm. Tốc độ tăng trưởng tổng "
        "sản phẩm trên địa bàn bình quân đạt 8%/năm."
    )
    best = Desk.of(text).read("Tốc độ tăng trưởng là bao nhiêu?").best
    assert best is not None
    assert best.key == "8%/năm"
