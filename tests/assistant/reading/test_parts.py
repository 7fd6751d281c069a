"""Figures side by side: the one of the thing that a question names, whichever stands first."""

import pytest

from tests.assistant.reading.fakes import Desk

CLASSES = (
    "Báo cáo\n\nNăm 2030 có 90% ao hồ loại 1, trên 55% ao hồ loại 2 và 30% ao hồ loại 3 "
    "được nạo vét."
)
PRICES = (
    "Báo cáo\n\nGiá thu mua bình quân hạng A 15.200 đồng/kg, hạng B 13.900 đồng/kg "
    "và hạng C 12.000 đồng/kg."
)
WHOLE = (
    "Báo cáo\n\nĐến năm 2030, lượng nước cấp bình quân đạt 150 lít/người, "
    "khu vực miền núi đạt 90 lít/người, khu vực ven biển đạt 170 lít/người."
)
BRACKETS = (
    "Báo cáo\n\nBa bến cảng được mở rộng: Cồn Vàng (từ 12 lên 20 ha), Mũi Bạc (từ 6 lên 9,5 ha) "
    "và Hòn Son (từ 3 lên 8 ha)."
)

STAGES = (
    "Báo cáo\n\nGiai đoạn 1 sắp xếp lại 17 tuyến, mở mới 9 tuyến phà. "
    "Giai đoạn 2 mở thêm 12 tuyến phà."
)


@pytest.mark.parametrize(
    ("text", "question", "span"),
    [
        (CLASSES, "Bao nhiêu phần trăm ao hồ loại 1 được nạo vét?", "90%"),
        (CLASSES, "Bao nhiêu phần trăm ao hồ loại 2 được nạo vét?", "trên 55%"),
        (CLASSES, "Bao nhiêu phần trăm ao hồ loại 3 được nạo vét?", "30%"),
        (PRICES, "Giá thu mua bình quân hạng A là bao nhiêu?", "15.200 đồng/kg"),
        (PRICES, "Giá thu mua bình quân hạng B là bao nhiêu?", "13.900 đồng/kg"),
        (WHOLE, "Lượng nước cấp bình quân đến năm 2030 là bao nhiêu?", "150 lít/người"),
        (WHOLE, "Lượng nước cấp bình quân khu vực miền núi là bao nhiêu?", "90 lít/người"),
        (WHOLE, "Lượng nước cấp bình quân ở ven biển là bao nhiêu?", "170 lít/người"),
        (STAGES, "Giai đoạn 1 mở mới bao nhiêu tuyến phà?", "9 tuyến"),
        (STAGES, "Giai đoạn 2 mở mới bao nhiêu tuyến phà?", "12 tuyến"),
        (BRACKETS, "Bến cảng Mũi Bạc được mở rộng lên bao nhiêu ha?", "9,5 ha"),
        (BRACKETS, "Bến cảng Hòn Son được mở rộng lên bao nhiêu ha?", "8 ha"),
    ],
)
def test_the_figure_of_the_item_that_is_named(text: str, question: str, span: str) -> None:
    best = Desk.of(text).read(question).best
    assert best is not None
    assert best.key == span


def test_the_first_words_of_a_part_name_it() -> None:
    text = (
        "Tỷ trọng trong GRDP của khu vực nông, lâm, thủy sản chiếm 12%, công nghiệp, xây dựng "
        "chiếm 45% và dịch vụ chiếm 37%."
    )
    best = Desk.of(text).read("Công nghiệp chiếm bao nhiêu GRDP?").best
    assert best is not None
    assert best.key == "45%"
