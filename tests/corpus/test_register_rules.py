"""The register of targets: rules that grant are no aims; deadlines; what is to be done."""

from decimal import Decimal

import pytest

from corpus.register import TargetKind, register
from tests.corpus.test_register import read, targets

_TASKS = "III. NHIỆM VỤ, GIẢI PHÁP\n1. Hạ tầng\na) "


@pytest.mark.parametrize(
    "text",
    [
        "Đối với hợp tác xã mới, ngân sách tỉnh hỗ trợ tối đa 50 triệu đồng/hợp tác xã.",
        "Hỗ trợ 50% chi phí xây dựng trạm, nhưng không quá 900 triệu đồng/trạm.",
        "Người nộp hồ sơ trực tuyến được giảm 50% mức thu lệ phí đến hết năm 2030.",
        "Mỗi tổ được hỗ trợ kinh phí hoạt động 6 triệu đồng/năm từ ngân sách xã.",
        "Giữ nguyên mức 7.000 đồng/lượt đối với tuyến dưới 25 km đến hết năm 2030.",
        "Hành vi này bị phạt tiền từ 1 đến 3 triệu đồng.",
    ],
)
def test_what_a_rule_grants_charges_or_fines_is_no_aim(text: str) -> None:
    assert targets(f"Mục tiêu đến năm 2030:\n\n{text}\n") == []


def test_what_a_budget_gives_a_programme_is_an_aim() -> None:
    text = "Kinh phí giai đoạn 2026-2030: ngân sách trung ương hỗ trợ 286 tỷ đồng."
    assert [target.low for target in targets(text)] == [Decimal(286)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Số hóa 100% hồ sơ hộ tịch trước ngày 30/6/2027.", "2027"),
        ("Tỷ lệ hồ sơ số hóa đạt 100%; hoàn thành trong quý III năm 2027.", "2027"),
        ("Tỷ lệ hồ sơ số hóa đạt 100%; mốc hoàn thành là năm học 2027 - 2028.", "2027-2028"),
        ("Tỷ lệ hồ sơ số hóa đạt 100%, hoàn thành trước năm 2029.", "2029"),
    ],
)
def test_a_deadline_tells_the_year(text: str, year: str) -> None:
    found = targets(f"Mục tiêu đến năm 2030:\n\n- {text}\n")
    assert [target.year for target in found] == [year]


def test_items_of_what_is_to_be_done_are_aims() -> None:
    found = targets(f"{_TASKS}Bồi dưỡng 12.000 nhân viên y tế và 26.000 nhân viên cấp dưỡng.\n")
    assert [target.low for target in found] == [Decimal(12000), Decimal(26000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chiều cao của học sinh đến năm 2035 đạt 169,5 cm đối với nam và 158,5 cm đối với nữ.",
         ["Chiều cao của học sinh", "Chiều cao của học sinh đối với nữ"]),
        ("Đến năm 2030, phí không quá 2 triệu đồng đối với nam, 3 triệu đồng đối với nữ.",
         ["phí đối với nam", "phí đối với nữ"]),
        ("Đến năm 2030, thời gian giãn cách giữa hai chuyến không quá 10 phút.",
         ["thời gian giãn cách giữa hai chuyến"]),
        ("Đến năm 2030, nâng cấp hồ chứa lên tối thiểu 60 triệu m3.", ["nâng cấp hồ chứa"]),
    ],
)  # fmt: skip
def test_names_of_what_is_measured(text: str, expected: list[str]) -> None:
    assert [target.indicator for target in targets(text)] == expected


def test_the_parts_of_a_total_are_of_its_years() -> None:
    text = (
        "Tổng kinh phí đề án giai đoạn 2026-2030 dự kiến 2.870 tỷ đồng.\n\n"
        "Đến năm 2028, 100% trạm dừng có mái che.\n\n"
        "Trong tổng kinh phí, ngân sách tỉnh bố trí 1.290 tỷ đồng; vốn vay 450 tỷ đồng.\n"
    )
    found = [(target.low, target.year) for target in targets(text)]
    assert found[2:] == [(Decimal(1290), "2026-2030"), (Decimal(450), "2026-2030")]


def test_a_paragraph_on_another_matter_takes_no_year_named_late() -> None:
    text = (
        "Đến năm 2030, tỷ lệ xe buýt điện đạt 100%. Đến năm 2028, 100% trạm dừng có mái che.\n\n"
        "Về hạ tầng, thành phố sẽ xây 11 trạm sạc, trong đó 4 trạm phải xong trước ngày "
        "30/6/2026.\n"
    )
    found = [(target.low, target.year) for target in targets(text)]
    assert found[2:] == [(Decimal(11), None), (Decimal(4), "2026")]


def test_what_exists_is_no_result_after_its_noun() -> None:
    text = "Giai đoạn 2026-2027, sắp xếp lại 17 tuyến hiện có, mở mới 9 tuyến."
    assert [target.low for target in targets(text)] == [Decimal(17), Decimal(9)]


def test_the_money_of_a_plan_is_no_aim_under_its_heading() -> None:
    text = (
        "III. NHIỆM VỤ\n1. Phát triển hạ tầng: nâng cấp 32 km đường liên xã, xây mới 5 cầu.\n"
        "IV. KINH PHÍ\nTổng nguồn vốn khoảng 1.250 tỷ đồng. Trong đó: ngân sách tỉnh 410 tỷ đồng.\n"
    )
    assert [int(target.low or 0) for target in targets(text)] == [32, 5]
    money = [record for record in register(read(text)) if "đồng" in record.unit]
    assert [(one.kind, one.indicator) for one in money] == [
        (TargetKind.BUDGET, "Tổng nguồn vốn"),
        (TargetKind.BUDGET, "ngân sách tỉnh"),
    ]


def test_what_rules_grant_and_whom_they_are_for_is_no_aim() -> None:
    text = (
        "I. PHẠM VI, ĐỐI TƯỢNG\nXã chia thành 3 nhóm: nhóm 1 gồm 21 xã ven đô; nhóm 2 gồm 30 xã.\n"
        "II. MỤC TIÊU ĐẾN NĂM 2030\n- 80% xã đạt chuẩn.\n"
        "III. CƠ CHẾ HỖ TRỢ\n- Xã về đích được hỗ trợ 8 tỷ đồng/xã.\n- Phòng đọc tối thiểu 60 m2.\n"
    )
    assert [int(target.low or 0) for target in targets(text)] == [80]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu nhập bình quân đầu người: năm 2027 đạt 70 triệu đồng, năm 2030 đạt 90 triệu đồng.",
         [("Thu nhập bình quân đầu người", "2027"), ("Thu nhập bình quân đầu người", "2030")]),
        ("Nước sạch: 75% hộ dân (2027), 95% hộ dân (2030).",
         [("Nước sạch hộ dân", "2027"), ("Nước sạch hộ dân", "2030")]),
        ("Cơ cấu kinh tế: nông nghiệp 28%, dịch vụ 30%.",
         [("Cơ cấu kinh tế nông nghiệp", "2030"), ("Cơ cấu kinh tế dịch vụ", "2030")]),
        ("Văn hóa: 96% gia đình, 92% thôn, 98% cơ quan đạt chuẩn văn hóa.",
         [("Văn hóa gia đình đạt chuẩn văn hóa", "2030"),
          ("Văn hóa thôn đạt chuẩn văn hóa", "2030"),
          ("Văn hóa cơ quan đạt chuẩn văn hóa", "2030")]),
    ],
)  # fmt: skip
def test_what_stands_before_a_colon_names_the_figures_after_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = targets(f"1. Mục tiêu đến năm 2030\na) {text}\n")
    assert [(target.indicator, target.year) for target in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến năm 2030, tỷ lệ thất nghiệp khu vực thành thị dưới 5%, khu vực nông thôn dưới 4%.",
         [("tỷ lệ thất nghiệp khu vực thành thị", "2030"),
          ("tỷ lệ thất nghiệp khu vực nông thôn", "2030")]),
        ("Giai đoạn 2026 - 2030, GRDP tăng 10%/năm; nợ xấu năm 2030 còn 2%; vốn tăng 8%/năm.",
         [("GRDP tăng", "2026-2030"), ("nợ xấu", "2030"),
          ("vốn tăng", "2026-2030")]),
        ("Dự kiến tổ chức 24 phiên giao dịch việc làm mỗi năm.",
         [("tổ chức phiên giao dịch việc làm mỗi năm", "hằng năm")]),
        ("Hằng năm có trên 90% chi bộ hoàn thành nhiệm vụ trở lên; kết nạp đảng viên.",
         [("chi bộ hoàn thành nhiệm vụ trở lên", "hằng năm")]),
        ("100% đại biểu có mặt biểu quyết thông qua Nghị quyết nhiệm kỳ 2026 - 2030.", []),
    ],
)  # fmt: skip
def test_what_figures_of_one_sentence_share(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(target.indicator, target.year) for target in targets(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến năm 2030, lao động có bằng cấp, chứng chỉ đạt 38%.",
         "lao động có bằng cấp, chứng chỉ"),
        ("Về kinh tế, tỉnh phấn đấu tốc độ tăng trưởng đến năm 2030 đạt 10%.",
         "tốc độ tăng trưởng"),
    ],
)  # fmt: skip
def test_where_a_name_begins_and_ends(text: str, expected: str) -> None:
    assert [target.indicator for target in targets(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Sau ngày 30/9, dự án giải ngân dưới 50% kế hoạch thì bị điều chuyển vốn.",
        "Doanh nghiệp đặt hàng từ 50 người trở lên được hỗ trợ.",
        "Các trường không đạt 70% chỉ tiêu sẽ bị dừng cấp kinh phí.",
        "Được vay tối đa 5 triệu đồng/tháng, lãi suất 4,8%/năm, thời gian trả nợ không quá 10 năm.",
    ],
)
def test_what_a_rule_follows_from_and_its_terms_are_no_aims(text: str) -> None:
    assert targets(f"Mục tiêu đến năm 2030:\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Không còn xã đạt dưới 13 tiêu chí.", [(13, None, "tiêu chí")]),
        ("Không còn xe buýt quá 10 năm tuổi.", [(None, 10, "năm tuổi")]),
        ("60% doanh nghiệp nhỏ và vừa sử dụng ít nhất một nền tảng số.", [(60, 60, "%")]),
        ("Có 850 sản phẩm OCOP đạt từ 3 sao trở lên.", [(850, 850, "sản phẩm")]),
        ("Đào tạo 45.000 người, nhóm đường sắt tốc độ cao 20.000 người.",
         [(45000, 45000, "người"), (20000, 20000, "người")]),
        ("Hỗ trợ 500 lượt doanh nghiệp dự hội chợ trong cả giai đoạn.", [(500, 500, "lượt")]),
    ],
)  # fmt: skip
def test_limits_that_nothing_passes_and_figures_of_others(
    text: str, expected: list[tuple[int | None, int | None, str]]
) -> None:
    found = targets(f"Mục tiêu đến năm 2030:\n\n- {text}\n")
    assert [(one.low, one.high, one.unit) for one in found] == expected


def test_a_part_that_names_only_what_is_done_is_of_the_same_subject() -> None:
    text = "- 98% hộ dân được dùng nước hợp vệ sinh, trong đó 70% được dùng nước sạch từ nhà máy.\n"
    found = targets(f"Mục tiêu đến năm 2030:\n\n{text}")
    assert found[1].indicator == "hộ dân được dùng nước sạch từ nhà máy"


def test_the_day_from_which_a_thing_is_so_gives_its_year() -> None:
    text = (
        "III. NHIỆM VỤ\n1. Rút ngắn thời gian cấp giấy còn 01 ngày làm việc, từ ngày 01/7/2026.\n"
    )
    assert [(one.low, one.year, one.unit) for one in targets(text)] == [
        (Decimal(1), "2026", "ngày làm việc")
    ]
