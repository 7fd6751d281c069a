"""The register of targets: parts of what was counted, nouns listed beside, rates, plan titles."""

from decimal import Decimal

import pytest

from tests.corpus.test_register import targets


def test_a_part_is_named_with_what_it_is_counted_of() -> None:
    text = (
        "Mục tiêu đến năm 2030:\n\n- Tỉnh tổ chức 24 phiên giao dịch việc làm mỗi năm, "
        "trong đó 04 phiên dành riêng cho bộ đội xuất ngũ."
    )
    found = [(target.indicator, target.year) for target in targets(text)]
    assert found[1][0].endswith("phiên giao dịch việc làm mỗi năm dành riêng cho bộ đội xuất ngũ")
    assert found[1][1] == "hằng năm"


def test_a_noun_listed_beside_the_counted_one_belongs_to_it() -> None:
    text = (
        "Mục tiêu đến năm 2030:\n\n"
        "- Thu hút ít nhất 3 tổ chức, doanh nghiệp công nghệ đặt trụ sở, với 620 kỹ sư.\n"
    )
    found = targets(text)
    assert found[0].indicator.endswith("tổ chức, doanh nghiệp công nghệ đặt trụ sở")
    assert found[1].indicator == "kỹ sư"


def test_two_of_one_kind_joined_are_one_name() -> None:
    text = (
        "Mục tiêu đến năm 2030:\n\n"
        "- 100% học sinh lớp 9 và lớp 12 được tư vấn hướng nghiệp mỗi năm ít nhất 02 lần.\n"
    )
    found = [(target.indicator, target.year) for target in targets(text)]
    name = "học sinh lớp 9 và lớp 12 được tư vấn hướng nghiệp"
    assert found == [(name, "2030"), (name, "hằng năm")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("100% hệ thống được giám sát trước năm 2027; diễn tập tối thiểu 02 lần/năm.", "2030"),
        ("Tỷ lệ che phủ đạt 60%; kết nạp từ 2.500 đảng viên/năm trở lên.", "2030"),
        ("Tỷ lệ che phủ đạt 60%; sản lượng hành khách năm 2028 đạt 21 triệu lượt/năm.", "2028"),
        ("Tỷ lệ che phủ đạt 60%; năng suất lao động tăng trên 8,5%/năm.", "2030"),
    ],
)
def test_so_many_a_year_is_of_the_year_that_rules(text: str, year: str) -> None:
    assert targets(f"Mục tiêu đến năm 2030:\n\n- {text}\n")[-1].year == year


def test_what_is_of_five_years_is_of_the_period() -> None:
    text = (
        "Tốc độ tăng trưởng giai đoạn 2026 - 2030 phấn đấu đạt 10%/năm; thu ngân sách năm 2030 "
        "đạt 28.000 tỷ đồng; tổng vốn đầu tư toàn xã hội 5 năm khoảng 480.000 tỷ đồng."
    )
    assert [target.year for target in targets(text)] == ["2026-2030", "2030", "2026-2030"]


_PLAN = (
    "ỦY BAN NHÂN DÂN\n\nCHUYỂN ĐỔI SỐ TỈNH SƠN LA GIAI ĐOẠN 2026 - 2030\n\n"
    "II. MỤC TIÊU\n\n1. Tỷ lệ hộ có cáp quang đạt 85%.\n\n"
    "III. NHIỆM VỤ, GIẢI PHÁP\n\n1. Chính quyền số\n\n"
    "a) Cắt giảm tối thiểu 30% thời gian giải quyết hồ sơ.\n"
)


def test_the_title_of_a_plan_dates_its_aims_and_no_task() -> None:
    found = {target.low: target.year for target in targets(_PLAN)}
    assert found == {Decimal(85): "2026-2030", Decimal(30): None}


def test_what_the_noun_of_an_aim_has_behind_it_is_no_result() -> None:
    text = "Mục tiêu đến năm 2030:\n\n- 100% trường bố trí giáo viên đã qua bồi dưỡng.\n"
    assert [target.low for target in targets(text)] == [Decimal(100)]


def test_so_many_a_year_is_of_every_year_where_no_year_rules() -> None:
    text = (
        "III. NHIỆM VỤ, GIẢI PHÁP\n\n1. An toàn thông tin\n\n"
        "100% hệ thống được giám sát trước năm 2027; diễn tập tối thiểu 02 lần/năm.\n"
    )
    assert [target.year for target in targets(text)] == ["2027", "hằng năm"]


def test_prices_of_a_year_date_no_aim() -> None:
    text = (
        "Năm 2024, huyện phấn đấu giá trị sản xuất (theo giá so sánh năm 2010) đạt 2.193 tỷ đồng."
    )
    assert [target.year for target in targets(text)] == ["2024"]


def test_a_line_that_names_a_year_leads_in_the_list_below_it() -> None:
    text = (
        "KẾ HOẠCH CỦA HUYỆN\n\nMục tiêu năm 2026\n\n- Ổn định tỷ lệ che phủ rừng: 67%.\n\n"
        "- Tổng đàn trâu: 25.000 con.\n\nMục tiêu đến năm 2030\n\n- Tỷ lệ che phủ rừng: 68%.\n"
    )
    found = [(target.indicator, target.year) for target in targets(text)]
    assert [year for _, year in found] == ["2026", "2026", "2030"]
    assert found[1][0] == "Tổng đàn trâu"


def test_a_list_of_aims_begins_with_its_title() -> None:
    text = (
        "Các chỉ tiêu chủ yếu (nhiệm kỳ 2026-2030)\n\n"
        "(1) Tổng số doanh nghiệp mới được thành lập: 100 doanh nghiệp.\n\n"
        "(2) Tỷ lệ lao động qua đào tạo: trên 20%.\n"
    )
    assert [target.year for target in targets(text)] == ["2026-2030"] * 2


def test_what_a_report_tells_of_concretely_is_a_result() -> None:
    text = (
        "Nhiệm kỳ 2020-2025, xã đã đạt được nhiều kết quả. Cụ thể, tỷ lệ hộ nghèo giảm 6%/năm; "
        "tỷ lệ lao động qua đào tạo đạt 60%.\n\nĐến năm 2030, phấn đấu tỷ lệ lao động qua đào tạo "
        "đạt 75%.\n"
    )
    assert [target.low for target in targets(text)] == [Decimal(75)]


def test_goods_in_a_list_are_named_with_what_is_measured_of_them() -> None:
    text = (
        "Chỉ tiêu năm 2026: Diện tích lúa 22.540 ha; ngô 4.850 ha; sắn 38.247 ha; "
        "sản lượng lương thực 120.857 tấn, mía 111.524 tấn."
    )
    names = [target.indicator for target in targets(text)]
    assert names[1:] == ["Diện tích ngô", "Diện tích sắn", "sản lượng lương thực", "sản lượng mía"]


def test_aims_announced_are_given_concretely() -> None:
    text = (
        "Năm 2026, Bộ xác định phấn đấu cao hơn so với chỉ tiêu được giao. Cụ thể: tỷ lệ che phủ "
        "rừng trên 42%; có trên 240 đơn vị cấp huyện đạt chuẩn; tỷ lệ hộ có nước sạch 91,5%."
    )
    assert [target.low for target in targets(text)] == [Decimal(42), Decimal(240), Decimal("91.5")]


def test_a_national_target_programme_is_no_aim() -> None:
    text = (
        "Để triển khai Chương trình mục tiêu quốc gia xây dựng nông thôn mới, trong năm 2018, "
        "huyện đã huy động trên 46 tỷ đồng."
    )
    assert targets(text) == []


def test_parts_before_a_colon_are_named_each() -> None:
    text = (
        "Các chỉ tiêu chủ yếu (giai đoạn 2026-2030)\n\n"
        "(1) Tổng đàn gia súc: 3.200 con, (trong đó: đàn heo: 1.220 con; đàn bò: 1.200 con).\n"
    )
    names = [target.indicator for target in targets(text)]
    assert names == ["Tổng đàn gia súc", "đàn heo", "đàn bò"]


def test_shares_joined_have_one_predicate_and_a_norm_has_a_number() -> None:
    text = (
        "Mục tiêu đến năm 2030:\n\n- 100% sản phẩm, hàng hóa xuất khẩu và 50% hàng hóa tiêu dùng "
        "được ghi nhãn theo tiêu chuẩn ISO 14021.\n"
    )
    names = [target.indicator for target in targets(text)]
    rest = "được ghi nhãn theo tiêu chuẩn ISO 14021"
    assert names == [f"sản phẩm, hàng hóa xuất khẩu {rest}", f"hàng hóa tiêu dùng {rest}"]


def test_when_a_rule_is_issued_is_no_year_of_what_it_sets() -> None:
    text = (
        "III. NHIỆM VỤ, GIẢI PHÁP\n\n1. Quy định\n\n"
        "a) Ban hành tiêu chuẩn trong quý II năm 2026: thực hành chiếm ít nhất 40% chương trình.\n"
    )
    assert [(target.low, target.year) for target in targets(text)] == [(Decimal(40), None)]


def test_a_task_at_so_many_places_is_an_aim() -> None:
    text = (
        "III. NHIỆM VỤ, GIẢI PHÁP\n\n1. Hạ tầng\n\n"
        "a) Lắp đặt wifi miễn phí tại 204 nhà văn hóa; hình thành 03 không gian làm việc chung.\n"
    )
    assert [target.low for target in targets(text)] == [Decimal(204), Decimal(3)]


def test_the_year_of_a_plan_dates_what_it_sets() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\n\nKẾ HOẠCH\nPhát triển văn hóa đọc năm 2026\n\n"
        "II. MỤC TIÊU\n\n- Số lượt bạn đọc đạt 16.000 lượt.\n\n"
        "III. NHIỆM VỤ\n\n1. Sửa chữa 12 nhà văn hóa ấp.\n\n"
        "2. Thư viện mở cửa ít nhất 06 ngày/tuần.\n"
    )
    found = [(target.low, target.year) for target in targets(text)]
    assert found == [(Decimal(16000), "2026"), (Decimal(12), "2026")]


def test_headings_of_articles_tell_tasks() -> None:
    text = (
        "Điều 2. Nhiệm vụ\n\n1. Xây dựng mới 12 nhà máy nước với tổng công suất 96.000 m3/ngày "
        "đêm; nâng cấp 35 trạm cấp nước.\n\n2. Hỗ trợ hộ nghèo, hộ cận nghèo 100% chi phí lắp "
        "đồng hồ nước, nhưng không quá 2,5 triệu đồng/hộ.\n"
    )
    assert [target.low for target in targets(text)] == [Decimal(12), Decimal(96000), Decimal(35)]


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("- Không quá 5% số cầu trên đường xã có tải trọng dưới 5 tấn.", [None]),
        ("- Thu hút ít nhất 5 nhà máy chế biến công suất từ 10.000 tấn/năm trở lên.", [Decimal(5)]),
        ("- 100% cầu xây mới có biển báo tải trọng.", [Decimal(100)]),
    ],
)
def test_what_counted_things_are_like_is_no_figure_of_its_own(
    text: str, lows: list[Decimal | None]
) -> None:
    assert [target.low for target in targets(f"Mục tiêu đến năm 2030:\n\n{text}\n")] == lows


def test_what_was_once_aimed_at_is_told() -> None:
    text = (
        "Đến năm 2030, phấn đấu tái canh 38.000 ha cà phê.\n\nGiai đoạn 2016-2025 tỉnh từng đặt "
        "chỉ tiêu tái canh 35.000 ha nhưng chỉ làm được 27.600 ha.\n"
    )
    assert [target.low for target in targets(text)] == [Decimal(38000)]


def test_a_table_of_funds_aims_at_nothing() -> None:
    text = (
        "KẾ HOẠCH CỦA HUYỆN\n\nIV. KINH PHÍ THỰC HIỆN\n\nNguồn vốn | 2026-2028 | 2029-2030\n"
        "Ngân sách tỉnh | 620 | 380\nVốn lồng ghép | 160 | 90\n"
    )
    assert targets(text) == []


@pytest.mark.parametrize(
    ("text", "indicator", "unit"),
    [
        ("- Ổn định diện tích cà phê khoảng 107.000 ha.", "diện tích cà phê", "ha"),
        ("- Năng suất bình quân 3,3 tấn nhân/ha.", "Năng suất bình quân", "tấn nhân/ha"),
        ("- Thời gian chờ trung bình dưới 30 phút.", "Thời gian chờ trung bình", "phút"),
    ],
)
def test_levels_kept_yields_and_waiting_times(text: str, indicator: str, unit: str) -> None:
    found = targets(f"Mục tiêu đến năm 2030:\n\n{text}\n")
    assert [(target.indicator, target.unit) for target in found] == [(indicator, unit)]


def test_a_year_by_which_is_aimed_at_though_a_later_period_is_named() -> None:
    text = (
        "Nghị quyết đặt mục tiêu hàng qua cảng đạt 175 triệu tấn vào năm 2025, 300 triệu tấn vào "
        "năm 2030.\n\nThành phố sẽ khởi công 4 bến trong giai đoạn 2027-2030.\n"
    )
    assert [target.year for target in targets(text)][:2] == ["2025", "2030"]


def test_the_money_of_a_plan_is_of_its_period() -> None:
    text = (
        "UBND tỉnh vừa phê duyệt Đề án phát triển cà phê giai đoạn 2026-2030.\n\n"
        "Đến năm 2028, tỷ lệ chế biến sâu đạt 25%.\n\n"
        "Tổng vốn thực hiện đề án khoảng 6.700 tỷ đồng, trong đó vốn nhà nước 1.340 tỷ đồng.\n"
    )
    assert [target.year for target in targets(text)] == ["2028", "2026-2030", "2026-2030"]


@pytest.mark.parametrize(
    ("text", "operator", "year", "unit"),
    [
        ("- Không để xảy ra quá 5 vụ vi phạm mỗi năm.", "at_most", "hằng năm", "vụ"),
        ("- Nâng tổng số câu lạc bộ lên 180.", "exact", "2030", "câu lạc bộ"),
        ("- Giảm 30% túi ni lông tại chợ, siêu thị vào năm 2027.", "exact", "2027", "%"),
    ],
)
def test_bounds_years_and_units_told_around_a_figure(
    text: str, operator: str, year: str, unit: str
) -> None:
    found = targets(f"Mục tiêu đến năm 2030:\n\n{text}\n")
    assert [(each.operator.value, each.year, each.unit) for each in found] == [
        (operator, year, unit)
    ]


def test_since_a_year_rules_its_own_sentence() -> None:
    text = (
        "Từ năm 2026, mỗi người dân được khám sức khỏe ít nhất một lần mỗi năm. Tuổi thọ tăng lên "
        "75,5 tuổi, tỷ suất tử vong trẻ em giảm còn dưới 14‰ vào năm 2030."
    )
    assert [target.year for target in targets(text)] == ["hằng năm", "2030", "2030"]


def test_a_bracket_gives_the_figure_of_a_part() -> None:
    text = "Đến năm 2030, tỷ lệ hộ thiếu nước giảm dưới 5% (khu vực ven biển dưới 20%)."
    found = [(target.indicator, target.high) for target in targets(text)]
    assert found == [
        ("tỷ lệ hộ thiếu nước giảm", Decimal(5)),
        ("tỷ lệ hộ thiếu nước giảm khu vực ven biển", Decimal(20)),
    ]


def test_a_figure_in_a_bracket_that_says_another_thing_is_left_out() -> None:
    found = targets("Đến năm 2030, thu nhập đạt 5.000 USD (khoảng 120 triệu đồng).")
    assert [target.low for target in found] == [Decimal(5000)]
