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
