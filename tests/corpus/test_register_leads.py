"""The register: what leads up to an aim, what was done by a year, brackets and ends of terms."""

from decimal import Decimal

import pytest

from corpus.read import canonical, document_of
from corpus.register import register
from tests.corpus.test_register import targets


def test_a_rate_before_the_first_aim_of_its_paragraph_is_aimed_at() -> None:
    text = (
        "Tốc độ tăng trưởng bình quân đạt 11-12%/năm (giá so sánh 2010). Tỷ trọng dịch vụ đến năm "
        "2027 khoảng 31%. Phấn đấu thu hút 5 dự án."
    )
    assert [t.low for t in targets(text)][:2] == [Decimal(11), Decimal(31)]
    told = text.replace(
        "Tỷ trọng dịch vụ", "Tỷ trọng công nghiệp đã tăng lên 20%. Tỷ trọng dịch vụ"
    )
    assert Decimal(11) not in [t.low for t in targets(told)]


@pytest.mark.parametrize(
    "text",
    [
        "Qua hai năm triển khai, tỷ lệ hộ có xe tăng từ 64% năm 2020 lên 70% năm 2025.",
        "Dự ước đến hết năm 2025, tổng sản phẩm đạt 8.820 tỷ đồng.",
    ],
)
def test_what_has_been_done_by_a_year_is_no_aim(text: str) -> None:
    assert not targets(text)


def test_an_aim_without_a_figure_names_no_figure_after_it() -> None:
    found = targets("Phấn đấu đến năm 2027 không còn hộ nghèo, 97% người dân có bảo hiểm y tế.")
    assert [t.indicator for t in found] == ["người dân có bảo hiểm y tế"]


def test_a_bracket_may_give_a_figure_of_its_own_name() -> None:
    found = targets("Đến năm 2027, tỷ lệ hộ dùng nước máy trên 90% (nước hợp vệ sinh đạt 100%).")
    assert [(t.indicator, t.low) for t in found][1] == ("nước hợp vệ sinh", Decimal(100))
    base = "Đến năm 2027, tỷ lệ hộ dùng nước máy trên 90% ({} 80%)."
    for inside in ("kế hoạch là", "năm 2020 đạt", "cả nước là"):
        assert len(targets(base.format(inside))) == 1


def test_one_of_the_aims_of_a_plan_is_named_by_what_it_is() -> None:
    text = "Một trong những chỉ tiêu mà Nghị quyết đã đề ra là tỷ lệ đô thị hóa đạt 45%."
    assert [t.indicator for t in targets(text)] == ["tỷ lệ đô thị hóa"]


def test_the_last_year_of_a_term_goes_on_once_an_aim_was_for_it() -> None:
    text = (
        "Đại hội thông qua mục tiêu nhiệm kỳ 2025-2030. Thu nhập đến năm 2030 đạt 95 triệu "
        "đồng/người. Phấn đấu thu ngân sách đạt 12.000 tỷ đồng."
    )
    assert [t.year for t in targets(text)] == ["2030", "2030"]


def test_what_was_planned_beside_what_came_is_no_unit() -> None:
    text = "Tỷ lệ xã đạt chuẩn 83,2%/50% tổng số xã."
    found = register(document_of("d", canonical(text)))
    assert found[0].unit == "%"


def test_what_will_be_reached_is_aimed_at() -> None:
    found = targets(
        "Phấn đấu đến năm 2025, ngành sẽ đạt được một số chỉ tiêu: đón 5.250 lượt khách; thu "
        "hút 7.500 lao động, trong đó có 60% lao động đã qua đào tạo; có 50 khách sạn xếp hạng "
        "với tổng số phòng là 7.500 phòng; công nhận 1 khu và 2 điểm du lịch."
    )
    assert [t.low for t in found] == [Decimal(n) for n in (5250, 7500, 60, 50, 7500, 1, 2)]
    assert {t.year for t in found} == {"2025"}
    assert [t.unit for t in found][-1] == "điểm du lịch"


def test_a_year_after_a_year_begins_the_next_figure() -> None:
    found = targets("Ngành sẽ tạo việc làm cho 38 lao động vào năm 2025 và năm 2030 là 45 người.")
    assert [(t.low, t.year) for t in found] == [(Decimal(38), "2025"), (Decimal(45), "2030")]


def test_a_year_said_of_a_thing_anew_leaves_the_first_to_the_year_before() -> None:
    text = (
        "Đến năm 2025, đón 25 triệu lượt khách; đến năm 2030 đón 35 triệu. Đồng thời, tạo "
        "ra khoảng 6 triệu việc làm; đến năm 2030 tạo ra khoảng 10 triệu việc làm."
    )
    assert [t.year for t in targets(text)] == ["2025", "2030", "2025", "2030"]


def test_a_part_in_brackets_ends_with_them() -> None:
    text = "Năm 2030 phấn đấu đón 17 triệu lượt khách (trong đó có 4 triệu lượt khách quốc tế)."
    assert not targets(text)[1].indicator.endswith(")")


def test_a_year_in_brackets_with_its_own_figure_dates_nothing_before_it() -> None:
    text = "Đến năm 2030, kim ngạch xuất khẩu đạt 14 - 16 tỷ USD (năm 2020 là 8,6 tỷ USD)."
    assert [(t.year, t.high) for t in targets(text)] == [("2030", Decimal(16))]


def test_what_an_aim_is_set_against_is_no_aim() -> None:
    text = (
        "Quyết định đặt mục tiêu đến năm 2030 kim ngạch đạt 14-16 tỷ USD, tức tăng hơn 7 tỷ USD so "
        "với kim ngạch được ghi nhận trong năm 2020 là 8,6 tỷ USD. Phấn đấu sản lượng đạt 9,8 tấn."
    )
    assert [(t.year, t.high) for t in targets(text)] == [
        ("2030", Decimal(16)), ("2030", Decimal("9.8")),
    ]  # fmt: skip


def test_results_are_told_on_from_year_to_year() -> None:
    text = (
        "Chương trình cơ bản đã đạt được các mục tiêu đề ra. Cụ thể, tốc độ tăng bình quân đạt 6%. "
        "Năm 2019, tổng sản lượng đạt 8,15 triệu tấn, trong đó khai thác đạt 3,77 triệu tấn."
    )
    assert not targets(text)


def test_two_counts_side_by_side_are_per_as_many() -> None:
    found = targets("Đến năm 2030, đạt 35 giường bệnh và 19 bác sĩ trên 1 vạn dân.")
    assert [t.unit for t in found] == ["giường bệnh trên 1 vạn dân", "bác sĩ trên 1 vạn dân"]


def test_a_paragraph_of_deeds_goes_on_with_aims() -> None:
    text = (
        "Đến năm 2025, sản lượng đạt 5,6 triệu tấn.\n\n"
        "Chủ động cung ứng trên 50% nhu cầu tôm giống, trên 70% nhu cầu cá giống."
    )
    assert [t.low for t in targets(text)] == [Decimal("5.6"), Decimal(50), Decimal(70)]
