"""The register of targets in press prose: leads told twice, results after aims, shared years."""

from decimal import Decimal

import pytest

from tests.corpus.test_register import brief, targets


def test_a_target_of_the_lead_is_kept_once_in_its_fuller_statement() -> None:
    text = (
        "Chương trình có tổng kinh phí gần 48.400 tỷ đồng, mục tiêu giảm tỷ lệ hộ nghèo cả nước "
        "1-1,5%/năm.\n\n"
        "Chính phủ đặt mục tiêu giảm tỷ lệ hộ nghèo cả nước 1-1,5%/năm giai đoạn 2026-2030. Tổng "
        "kinh phí chương trình là 48.397 tỷ đồng.\n"
    )
    found = [(t.low, t.high, t.year) for t in targets(text)]
    assert found == [
        (Decimal(1), Decimal("1.5"), "2026-2030"), (Decimal(48397), Decimal(48397), "2026-2030"),
    ]  # fmt: skip


def test_the_same_figure_of_another_year_is_another_target() -> None:
    text = (
        "Đến năm 2025, tỷ lệ hộ dùng nước sạch đạt 100%.\n\n"
        "Đến năm 2030, tỷ lệ hộ dùng nước sạch đạt 100%.\n"
    )
    assert [t.year for t in targets(text)] == ["2025", "2030"]


def test_what_is_told_after_an_aim_is_no_aim() -> None:
    text = (
        "Đến năm 2030, tỷ lệ chôn lấp rác giảm còn 20%. Giám đốc Sở cho hay, mỗi ngày thành phố "
        "thải ra khoảng 8.300 tấn rác và tỷ lệ chôn lấp vẫn chiếm đến 76%. Công ty A xử lý 1.500 "
        "tấn mỗi ngày với giá 19 USD."
    )
    assert [t.low for t in targets(text)] == [Decimal(20)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các chỉ tiêu năm 2030: Nguồn vốn: phấn đấu tăng 11%; Dư nợ: phấn đấu tăng 12%.",
         [("Nguồn vốn: phấn đấu tăng", "2030", "exact 11..11", "%"),
          ("Dư nợ: phấn đấu tăng", "2030", "exact 12..12", "%")]),
        ("Năm 2030, GDP tăng khoảng 6,8% thay vì từ 6,6% đến 6,8%; nợ công dưới 60%.",
         [("GDP tăng", "2030", "about 6.8..6.8", "%"), ("nợ công", "2030", "below ..60", "%")]),
        ("Đến năm 2030, xây dựng thêm 10 cây cầu mới, xóa 49/58 điểm ngập do mưa.",
         [("xây dựng thêm cây cầu mới", "2030", "exact 10..10", "cây cầu"),
          ("xóa ngập do mưa", "2030", "exact 49..49", "điểm")]),
        ("Đến năm 2030, vốn nhà nước trên 2.000 tỷ đồng (gồm phát hành trái phiếu 200 tỷ đồng).",
         [("vốn nhà nước", "2030", "above 2000..", "tỷ đồng"),
          ("phát hành trái phiếu", "2030", "exact 200..200", "tỷ đồng")]),
    ],
)  # fmt: skip
def test_ways_of_the_press(text: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    assert [brief(target) for target in targets(text)] == expected


def test_a_year_of_results_sets_no_target() -> None:
    text = (
        "Năm 2018, ngân hàng đã hoàn thành các chỉ tiêu.\n\nCụ thể, tổng tài sản đạt 1.313 tỷ "
        "đồng; nguồn vốn đạt 1.226 tỷ đồng.\n\nNăm 2019, phấn đấu lợi nhuận đạt 10.300 tỷ đồng.\n"
    )
    assert [(t.year, t.low) for t in targets(text)] == [("2019", Decimal(10300))]


def test_the_year_of_a_count_rules_the_list_after_it() -> None:
    text = (
        "Kế hoạch 2021-2025 đã xong. Nghị quyết giao 12 chỉ tiêu trong năm 2029. Cụ thể, tốc độ "
        "tăng GDP khoảng 6,8%; nợ công dưới 60%."
    )
    assert [(t.year, t.low or t.high) for t in targets(text)] == [
        ("2029", Decimal("6.8")), ("2029", Decimal(60)),
    ]  # fmt: skip


def test_a_year_in_the_headline_rules_no_result_of_the_body() -> None:
    text = (
        "2025: Xuất khẩu tôm phải đạt 10 tỷ USD\n\n"
        "Theo Bộ Công Thương, xuất khẩu tôm sang Trung Quốc tăng tốt nhất với 24,3%.\n"
    )
    assert [t.year for t in targets(text) if t.low == Decimal("24.3")] == []


def test_a_part_in_brackets_has_its_own_figure() -> None:
    text = (
        "Đến năm 2025, có ít nhất 45% học sinh theo học trình độ cao đẳng (với các địa phương đặc "
        "biệt khó khăn đạt ít nhất 35%)."
    )
    assert [(t.low, t.year) for t in targets(text)] == [
        (Decimal(45), "2025"),
        (Decimal(35), "2025"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vốn đăng ký phấn đấu giai đoạn 2031-2035 khoảng 150-200 tỷ USD (30-40 tỷ USD/năm).",
         [("Vốn đăng ký", "2031-2035", "from_to 150..200", "tỷ USD"),
          ("Vốn đăng ký", "2031-2035", "from_to 30..40", "tỷ USD/năm")]),
        ("Mục tiêu đến năm 2031 là tối thiểu bình quân cả nước giảm 10% đơn vị sự nghiệp.",
         [("tối thiểu bình quân cả nước giảm đơn vị sự nghiệp", "2031", "at_least 10..", "%")]),
        ("Đến năm 2031, phấn đấu 10% đơn vị tự chủ chi tiêu, giảm bình quân 7% chi trực tiếp.",
         [("đơn vị tự chủ chi tiêu", "2031", "exact 10..10", "%"),
          ("giảm bình quân chi trực tiếp", "2031", "exact 7..7", "%")]),
        ("Từ nay đến năm 2031 giảm tối thiểu 10% biên chế sự nghiệp.",
         [("giảm biên chế sự nghiệp", "2031", "at_least 10..", "%")]),
        ("Đối với các xã vùng cao, đề án đặt mục tiêu năm 2031 đạt ít nhất 30% học sinh đi học.",
         [("Đối với các xã vùng cao học sinh đi học", "2031", "at_least 30..", "%")]),
    ],
)  # fmt: skip
def test_brackets_and_verbs_of_change(
    text: str, expected: list[tuple[str, str | None, str, str]]
) -> None:
    assert [brief(target) for target in targets(text)] == expected


def test_an_indicator_goes_on_into_the_next_paragraph() -> None:
    text = (
        "Đến năm 2031, phấn đấu 30% học sinh lớp 9 học nghề (với xã vùng cao đạt ít nhất 25%).\n\n"
        "Đến năm 2035, tỷ lệ này nâng lên thành 40%.\n"
    )
    found = [(t.indicator, t.year, t.low) for t in targets(text)]
    assert found[-1] == ("học sinh lớp 9 học nghề", "2035", Decimal(40))


def test_the_periods_named_in_the_paragraph_before_are_shared_out() -> None:
    text = (
        "Sản xuất giai đoạn 2031-2035 phấn đấu tăng 8%/năm; giai đoạn 2036-2040 tăng 6%/năm.\n\n"
        "Tốc độ tăng kim ngạch xuất khẩu trong các giai đoạn này lần lượt là 9%/năm và 5%/năm.\n"
    )
    assert [(t.year, t.low) for t in targets(text)][-2:] == [
        ("2031-2035", Decimal(9)),
        ("2036-2040", Decimal(5)),
    ]


def test_what_can_only_be_reached_is_no_aim() -> None:
    text = "Mục tiêu năm 2030 là giảm 90% ô nhiễm. Đến năm 2030 chỉ tiêu này chỉ có thể đạt 70%."
    assert [t.low for t in targets(text)] == [Decimal(90)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ nay đến năm 2031, tỉnh sẽ dành 20 tỷ USD để hiện đại hóa đường sắt.",
         [("2031", "exact 20..20", "tỷ USD")]),
        ("Theo quy hoạch đến năm 2031, định hướng đến năm 2045, tỉnh đầu tư khoảng 90 tỷ đồng.",
         [("2031", "about 90..90", "tỷ đồng")]),
        ("Đến năm 2031, phấn đấu 100% chợ hạng 1 và trên 40% chợ hạng 2 được công nhận.",
         [("2031", "exact 100..100", "%"), ("2031", "above 40..", "%")]),
        ("Đến năm 2031, có 25 khách sạn từ 3 sao trở lên.",
         [("2031", "exact 25..25", "khách sạn")]),
    ],
)  # fmt: skip
def test_plans_and_classes(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert [brief(target)[1:] for target in targets(text)] == expected


def test_money_is_named_by_what_it_is_for() -> None:
    text = "Từ nay đến năm 2031, tỉnh sẽ dành 20 tỷ USD để hiện đại hóa đường sắt."
    assert [t.indicator for t in targets(text)] == ["dành hiện đại hóa đường sắt"]


def test_a_target_named_by_its_figure_alone_is_told_once() -> None:
    text = (
        "Đến năm 2031, xuất khẩu tôm phấn đấu đạt 10 tỷ USD.\n\n"
        "Cả ngành phải đạt mục tiêu 10 tỷ USD sớm hơn.\n"
    )
    assert [(t.low, t.year) for t in targets(text)] == [(Decimal(10), "2031")]


def test_a_place_where_something_is_done_is_no_aim() -> None:
    text = "Đến năm 2031, phấn đấu 90% hộ dùng nước sạch; thí điểm tại 40 xã."
    assert [t.low for t in targets(text)] == [Decimal(90)]


def test_the_general_goal_gives_its_year_to_the_items_below() -> None:
    text = (
        "KẾ HOẠCH\n\nII. MỤC TIÊU\n\n1. Mục tiêu chung\n\nĐến năm 2031, tỉnh là nơi đáng sống.\n"
        "\n2. Mục tiêu cụ thể\n\n- Tỷ lệ lao động qua đào tạo đạt 70%.\n\n"
        "- Tạo việc làm cho 42.000 lao động.\n"
    )
    assert [(t.low, t.year) for t in targets(text)] == [
        (Decimal(70), "2031"),
        (Decimal(42000), "2031"),
    ]


def test_a_headline_that_speaks_of_aims_makes_no_aim_of_the_body() -> None:
    text = (
        "Thành phố đặt mục tiêu tăng trưởng 8,5%\n\n"
        "Tại kỳ họp, đại biểu nhận xét mỗi nhóm trẻ được hỗ trợ bình quân 34,7 triệu đồng.\n"
    )
    assert targets(text) == []


def test_what_stands_today_is_no_aim_though_a_plan_is_named() -> None:
    text = (
        "Trong quy hoạch bến xe, bãi đỗ trên địa bàn đến năm 2031, tầm nhìn 2050, thành phố cho "
        "biết hiện chỉ có 590 điểm đỗ với diện tích khoảng 37,8 ha.\n\n"
        "Thành phố đặt mục tiêu xây dựng 1.480 vị trí đỗ xe công cộng.\n\n"
        "Trong đó, có 74 vị trí đỗ xe ngầm.\n"
    )
    assert [(t.low, t.year) for t in targets(text)] == [
        (Decimal(1480), "2031"),
        (Decimal(74), "2031"),
    ]


def test_a_list_of_aims_goes_on_in_the_next_paragraph() -> None:
    text = (
        "Nghị quyết xác định các chỉ tiêu năm 2031: GDP tăng 6,8%.\n\n"
        "Tỷ lệ hộ nghèo giảm 1%; tỷ lệ lao động có văn bằng, chứng chỉ đạt 24%.\n"
    )
    assert [(t.low, t.year) for t in targets(text)] == [
        (Decimal("6.8"), "2031"),
        (Decimal(1), "2031"),
        (Decimal(24), "2031"),
    ]


def test_years_before_the_one_aimed_at_are_results() -> None:
    text = (
        "Hội đồng thông qua các chỉ tiêu trong năm 2031: GRDP tăng 8,5%.\n\n"
        "Năm 2028 thu nội địa tăng 20%.\n"
    )
    assert [(t.low, t.year) for t in targets(text)] == [(Decimal("8.5"), "2031")]


@pytest.mark.parametrize(
    "text",
    [
        "Đến năm 2031, thành phố sẽ cắt giảm 704 hợp đồng.",
        "Giai đoạn 2030-2031, 704 nghĩa trang sẽ đóng cửa vĩnh viễn.",
    ],
)
def test_what_will_be_done_to_so_many_is_an_aim(text: str) -> None:
    assert [t.low for t in targets(text)] == [Decimal(704)]


@pytest.mark.parametrize(
    "text",
    [
        "Mức hỗ trợ cải tạo nhà ở không quá 120 triệu đồng.",
        "Đến năm 2031, nhà đầu tư được hỗ trợ nếu cơ sở có quy mô từ 100 giường trở lên.",
        "So với quy hoạch cũ, quy hoạch mới đặt mục tiêu giai đoạn 2031-2035 tăng khoảng 2,8%.",
        "Đến năm 2031, tuyến đường được xây dựng theo hình thức BT, nền đường rộng 17 m.",
        "Bảo đảm an toàn thực phẩm là chỉ đạo nổi bật từ ngày 2 – 6/1.",
    ],
)
def test_rules_conditions_and_differences_are_no_aims(text: str) -> None:
    assert targets(text) == []


def test_what_a_section_reviews_is_no_aim() -> None:
    text = (
        "Điều 1. Thông qua Chương trình phát triển nhà ở giai đoạn 2031 - 2035 như sau:\n\n"
        "1. Đánh giá tình hình\n\nDiện tích nhà ở bình quân đầu người đạt 29,1 m2.\n\n"
        "2. Chỉ tiêu cụ thể\n\nDiện tích nhà ở bình quân đầu người đạt 33 m2.\n"
    )
    assert [t.low for t in targets(text)] == [Decimal(33)]
