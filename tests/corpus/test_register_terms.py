"""The register of targets in reports of congresses: terms, what was reached, years in turn."""

import pytest

from corpus.register import TargetKind, register
from tests.corpus.test_register import brief, read, targets


def test_what_follows_aims_that_were_passed_is_no_aim() -> None:
    text = (
        "Nhiệm kỳ 2015-2020 đảng bộ đã tập trung lãnh đạo, vượt nhiều chỉ tiêu mà đại hội đề ra. "
        "Thu nhập bình quân đạt 42 triệu đồng. Hằng năm số đảng viên hoàn thành tốt nhiệm vụ trở "
        "lên đạt 85%.\n\nNhiệm kỳ 2020-2025, phấn đấu thu nhập bình quân đạt 55 triệu đồng.\n"
    )
    assert [brief(target) for target in targets(text)] == [
        ("thu nhập bình quân", "2020-2025", "exact 55..55", "triệu đồng")
    ]


def test_aims_of_a_congress_are_to_be_reached_and_passed() -> None:
    text = (
        "Đại hội thông qua nghị quyết với một số chỉ tiêu chủ yếu thương mại tăng bình quân 10% "
        "trong nhiệm kỳ 2020-2025; đạt và vượt chỉ tiêu giảm hộ nghèo; hộ văn hóa đạt 85%."
    )
    assert [brief(target) for target in targets(text)] == [
        ("thương mại tăng bình quân", "2020-2025", "exact 10..10", "%"),
        ("hộ văn hóa", "2020-2025", "exact 85..85", "%"),
    ]


def test_a_rate_of_every_year_after_results_is_one_of_them() -> None:
    text = (
        "Đến nay, thị trấn đã có 12 trường. Mỗi năm tỷ lệ học sinh lên lớp đạt 98%. Phấn đấu năm "
        "2030 có 15 trường."
    )
    kinds = [record.kind for record in register(read(text))]
    assert kinds.count(TargetKind.TARGET) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Phấn đấu tăng trưởng GRDP các thời kỳ 2021-2025, 2026-2030 và 2031-2035 đạt bình "
                "quân tương ứng 7%/năm, 8%/năm và 9%/năm."
            ),
            [
                ("tăng trưởng GRDP", "2021-2025", "exact 7..7", "%/năm"),
                ("tăng trưởng GRDP", "2026-2030", "exact 8..8", "%/năm"),
                ("tăng trưởng GRDP", "2031-2035", "exact 9..9", "%/năm"),
            ],
        ),
        (
            "Phấn đấu tỷ lệ hộ nghèo các năm 2026, 2027 và 2028 lần lượt là 3%, 2% và 1%.",
            [
                ("tỷ lệ hộ nghèo", "2026", "exact 3..3", "%"),
                ("tỷ lệ hộ nghèo", "2027", "exact 2..2", "%"),
                ("tỷ lệ hộ nghèo", "2028", "exact 1..1", "%"),
            ],
        ),
        (
            (
                "Phấn đấu cơ cấu kinh tế năm 2025: dịch vụ 57%, nông nghiệp 5%; năm 2030 tương ứng "
                "là 60%, 3%."
            ),
            [
                ("dịch vụ", "2025", "exact 57..57", "%"),
                ("nông nghiệp", "2025", "exact 5..5", "%"),
                ("dịch vụ", "2030", "exact 60..60", "%"),
                ("nông nghiệp", "2030", "exact 3..3", "%"),
            ],
        ),
        (
            (
                "Chiến lược dự kiến sẽ giảm tiêu thụ than 1,5% mỗi năm, trong khi tỷ trọng điện "
                "sạch đạt 30%."
            ),
            [
                ("giảm tiêu thụ than", "hằng năm", "exact 1.5..1.5", "% mỗi năm"),
                ("tỷ trọng điện sạch", None, "exact 30..30", "%"),
            ],
        ),
    ],
)
def test_ways_of_reports(text: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    assert [brief(target) for target in targets(text)] == expected


def test_a_list_of_aims_in_sentences_counts_things_too() -> None:
    text = (
        "Năm 2030, ngành phấn đấu một số chỉ tiêu chủ yếu như sau: Tốc độ tăng trưởng đạt 4,5%. Có "
        "thêm 06 xã được công nhận. Số sản phẩm đạt chuẩn là 16 sản phẩm. Đến nay, tỉnh có 90 xã."
    )
    assert [brief(target)[2:] for target in targets(text)] == [
        ("exact 4.5..4.5", "%"),
        ("exact 6..6", "xã"),
        ("exact 16..16", "sản phẩm"),
    ]


def test_what_is_kept_up_is_named_after_its_figure() -> None:
    text = "Đến năm 2030, tỷ lệ lao động có bảo hiểm đạt 93%; duy trì 100% khu phố văn minh."
    assert [target.indicator for target in targets(text)][1:] == ["khu phố văn minh"]


def test_what_others_set_is_no_aim() -> None:
    text = (
        "Năm 2030, ngành phấn đấu thu hút 5 triệu khách. Về tăng trưởng, ngành phấn đấu cao hơn so "
        "với Chính phủ giao là từ 3 đến 3,2%."
    )
    assert len(targets(text)) == 1


def test_every_year_at_the_beginning_rules_the_whole_item() -> None:
    text = "Phấn đấu đến năm 2030:\n(1) Hằng năm số vụ tại biên giới giảm 3%; số vụ khác giảm 5%.\n"
    assert [target.year for target in targets(text)] == ["hằng năm", "hằng năm"]


def test_all_of_a_kind_goes_on_with_aims() -> None:
    text = "Mục tiêu là trên 90% số vụ án được giải quyết; 100% các vụ việc được làm rõ."
    assert len(targets(text)) == 2


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            (
                "Theo đó, 90% số hộ được cung cấp thông tin, kiến thức, kỹ năng về phòng, chống "
                "tai nạn vào năm 2025 và 95% vào năm 2030; giảm 30% số trẻ bị nạn năm 2025 và 50% "
                "năm 2030."
            ),
            ["2025", "2030", "2025", "2030"],
        ),
        ("Theo kế hoạch đến năm 2025, ngành sẽ giảm mức chi phí còn 16 - 20% GDP.", ["2025"]),
        ("Phấn đấu năm 2030, xếp hạng theo chỉ số logistics đạt thứ 45.", ["2030"]),
    ],
)
def test_years_after_long_names(text: str, years: list[str]) -> None:
    assert [target.year for target in targets(text)] == years


def test_what_passed_a_plan_is_no_aim() -> None:
    text = (
        "Năm 2029, ngành đón 12,6 triệu lượt khách, vượt 57% so với mục tiêu ban đầu. Khách nội "
        "địa đạt 108 triệu lượt, vượt 6% so với kế hoạch năm 2029; ngành hoàn thành 3/3 chỉ tiêu. "
        "Năm 2030, ngành đặt mục tiêu đón 17 triệu lượt khách."
    )
    assert [(target.year, int(target.low or 0)) for target in targets(text)] == [("2030", 17)]


def test_what_a_business_plans_is_an_aim() -> None:
    text = (
        "Đại hội năm 2029 đã nhận được sự đồng thuận về kế hoạch kinh doanh: đạt doanh thu 300.000 "
        "tỷ đồng, tăng 56% so với năm 2028."
    )
    assert [(target.year, int(target.low or 0)) for target in targets(text)] == [
        ("2029", 300000), ("2029", 56),
    ]  # fmt: skip


def test_an_age_in_brackets_is_no_aim() -> None:
    text = "Mục tiêu: Giảm tỷ lệ hút thuốc trong nhóm thanh niên (15 - 24 tuổi): còn 18% năm 2030."
    assert [target.unit for target in targets(text)] == ["%"]


def test_the_year_after_two_figures_rules_both() -> None:
    text = (
        "Đến năm 2020, tỷ lệ hút thuốc còn 45%. Kế hoạch đặt mục tiêu giảm tỷ lệ hút thuốc ở nam "
        "giới xuống dưới 39% và ở nữ giới xuống dưới 1,4% vào năm 2025."
    )
    assert [target.year for target in targets(text)] == ["2020", "2025", "2025"]


def test_what_newly_meets_a_standard_is_no_result() -> None:
    text = (
        "Năm 2030, đưa vào khai thác tối thiểu 2 tuyến cáp; phát triển các trung tâm mới đạt tiêu "
        "chuẩn xanh, chỉ số hiệu quả không quá 1,4."
    )
    assert len(targets(text)) == 2


def test_the_year_of_the_plan_that_a_report_names_first_rules_its_aims() -> None:
    text = (
        "Quốc hội quyết nghị 15 chỉ tiêu\n\n"
        "Với 429 đại biểu tán thành, Quốc hội đã thông qua Nghị quyết về kế hoạch phát triển kinh "
        "tế - xã hội năm 2026.\n\n"
        "Các chỉ tiêu chủ yếu gồm: Tốc độ tăng GDP phấn đấu từ 10% trở lên. Tỷ lệ hộ nghèo giảm 1%."
        "\n\nTỷ lệ số xã đạt chuẩn (theo bộ tiêu chí giai đoạn 2026-2030) đạt tối thiểu 15%. Số "
        "giường bệnh trên 1 vạn dân đạt 34,7 giường bệnh.\n"
    )
    assert [(target.year, str(target.low)) for target in targets(text)] == [
        ("2026", "10"), ("2026", "1"), ("2026", "15"), ("2026", "34.7"),
    ]  # fmt: skip


def test_two_plans_named_first_rule_nothing() -> None:
    text = (
        "Tỉnh ban hành kế hoạch phát triển kinh tế năm 2026 và phê duyệt nhiệm vụ thu năm 2027.\n\n"
        "Mục tiêu là tỷ lệ hộ nghèo giảm 1%.\n"
    )
    assert [target.year for target in targets(text)] != ["2026"]


def test_one_share_may_be_aimed_at_in_two_areas() -> None:
    text = (
        "Đến năm 2025, khu vực đồng bằng có hơn 90% hộ gia đình đạt chuẩn gia đình văn hóa.\n\n"
        "Đối với khu vực miền núi, phấn đấu hơn 90% hộ gia đình đạt chuẩn gia đình văn hóa.\n"
    )
    assert len(targets(text)) == 2


def test_an_aim_set_anew_is_named_after_its_figure() -> None:
    text = (
        "Năm 2030, thu nhập bình quân đạt 8.500 USD. Thành phố còn đặt mục tiêu đạt 95% sự hài "
        "lòng của người dân."
    )
    assert [target.indicator for target in targets(text)] == [
        "thu nhập bình quân", "sự hài lòng của người dân",
    ]  # fmt: skip
