"""The register of targets in flattened tables: rows of years, totals, units in the headers."""

from decimal import Decimal

from corpus.read import document_of
from corpus.register import TargetKind, register
from tests.corpus.test_register import read, targets

YEARS = """Nghị quyết về nhà ở giai đoạn 2031 - 2032

3. Kế hoạch theo năm

Năm | Số căn hộ hoàn thành | Trong đó cho công nhân (căn) | Diện tích sàn (nghìn m2)
2031 | 5.200 | 1.600 | 312
2032 | 6.300 | 2.100 | 378
Tổng cộng | 11.500 | 3.700 | 690
"""
MONEY = """Kinh phí giai đoạn 2031 - 2035

Nguồn vốn | Giai đoạn 2031 - 2032 (tỷ đồng) | Giai đoạn 2033 - 2035 (tỷ đồng) | Tổng cộng (tỷ đồng)
Ngân sách tỉnh | 75,5 | 121,0 | 196,5
"""


def rows(text: str) -> list[tuple[str, str | None, Decimal | None, str]]:
    """Return indicator, year, value and unit of each target of a text."""
    found = [t for t in register(document_of("x", text)) if t.kind is TargetKind.TARGET]
    return [(t.indicator, t.year, t.low, t.unit) for t in found]


def test_rows_may_be_years_and_columns_the_indicators() -> None:
    found = rows(YEARS)
    assert found[:3] == [
        ("Số căn hộ hoàn thành", "2031", Decimal(5200), "căn hộ"),
        ("cho công nhân", "2031", Decimal(1600), "căn"),
        ("Diện tích sàn", "2031", Decimal(312), "nghìn m2"),
    ]


def test_a_total_is_of_all_years_of_its_table() -> None:
    assert rows(YEARS)[-3:] == [
        ("Số căn hộ hoàn thành", "2031-2032", Decimal(11500), "căn hộ"),
        ("cho công nhân", "2031-2032", Decimal(3700), "căn"),
        ("Diện tích sàn", "2031-2032", Decimal(690), "nghìn m2"),
    ]


def test_headers_may_carry_year_and_unit() -> None:
    assert rows(MONEY) == [
        ("Ngân sách tỉnh", "2031-2032", Decimal("75.5"), "tỷ đồng"),
        ("Ngân sách tỉnh", "2033-2035", Decimal(121), "tỷ đồng"),
        ("Ngân sách tỉnh", "2031-2035", Decimal("196.5"), "tỷ đồng"),
    ]


def test_indicators_are_slices_of_the_document() -> None:
    document = document_of("x", YEARS)
    for target in register(document):
        assert " ".join(document.quote(span) for span in target.indicator_spans) == target.indicator
        assert document.quote(target.span) == target.quote


def test_scale_words_of_a_header_multiply_its_figures() -> None:
    found = [t for t in register(document_of("x", YEARS)) if t.unit == "nghìn m2"]
    assert {t.scale for t in found} == {Decimal(1000)}


def test_a_column_that_names_something_is_named_before_its_row() -> None:
    text = "Địa bàn | Số hộ (hộ) | Diện tích (ha)\nXã Yên Lạc | 120 | 34,5\n"
    assert rows(f"Kết quả rà soát\n\n{text}") == [
        ("Số hộ Xã Yên Lạc", None, Decimal(120), "hộ"),
        ("Diện tích Xã Yên Lạc", None, Decimal("34.5"), "ha"),
    ]


def test_a_table_reports_years_before_its_document_and_what_was_carried_out() -> None:
    text = (
        "Phú Lương, ngày 12 tháng 3 năm 2025\n\nBIỂU 1. CHỈ TIÊU\n"
        "STT | Chỉ tiêu | ĐVT | Năm 2023 | TH 2024 | KH 2026\n"
        "1 | Tỷ lệ hộ nghèo | % | 3,9 | 3,1 | 2,2\n2 | Tỷ lệ nước sạch | % | 60 | 61 | 70\n"
    )
    assert [(target.year, str(target.low)) for target in targets(text)] == [
        ("2026", "2.2"), ("2026", "70"),
    ]  # fmt: skip


def test_a_caption_gives_the_unit_and_a_row_its_deadline() -> None:
    text = (
        "BIỂU 2. NHU CẦU VỐN (triệu đồng)\nSTT | Tên xã | Kinh phí | Năm đạt chuẩn\n"
        "1 | Yên Đổ | 500 | 2026\n2 | Ôn Lương | 700 | 2028\nTổng cộng | 1.200 | \n"
    )
    found = [(one.kind, one.year, str(one.low), one.unit) for one in register(read(text))]
    assert found[:2] == [
        (TargetKind.BUDGET, "2026", "500", "triệu đồng"),
        (TargetKind.BUDGET, "2028", "700", "triệu đồng"),
    ]


def test_the_label_of_a_task_counts_what_it_makes_and_its_cost_aims_at_nothing() -> None:
    text = (
        "DANH MỤC NHIỆM VỤ\n"
        "TT | Hoạt động | Đơn vị chủ trì | Thời gian | Kinh phí (tỷ đồng)\n"
        "1 | 40 xe thư viện lưu động | Vụ Thư viện | 2026 - 2028 | 92\n"
        "2 | Cải tạo phòng đọc tại 37 thư viện | UBND tỉnh | 2026 - 2030 | 210\n"
    )
    assert [(one.year, str(one.low), one.unit) for one in targets(text)] == [
        ("2026-2028", "40", "xe"),
        ("2026-2030", "37", "thư viện"),
    ]
