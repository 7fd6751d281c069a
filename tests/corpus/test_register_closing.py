"""The register of targets: years said after the figures that they rule, and years that go on."""

from decimal import Decimal

from corpus.read import canonical, document_of
from corpus.register import TargetKind, register
from tests.corpus.test_register import targets


def _years(text: str) -> list[tuple[Decimal | None, str | None]]:
    return [(target.low or target.high, target.year) for target in targets(text)]


def test_a_year_said_last_is_of_every_figure_of_its_indicator() -> None:
    text = (
        "Tỷ lệ trạm y tế có bác sĩ đạt 90% đối với xã đồng bằng; 75% đối với xã miền núi vào năm "
        "2027 và phấn đấu đạt 100% đối với xã đồng bằng; 85% đối với xã miền núi vào năm 2030."
    )
    wanted = [(90, "2027"), (75, "2027"), (100, "2030"), (85, "2030")]
    assert _years(text) == [(Decimal(value), year) for value, year in wanted]


def test_a_year_said_first_is_not_overruled() -> None:
    text = "Đến năm 2027, tỷ lệ hộ nghèo còn 5%, đến năm 2030 còn 3% ở xã và 1% ở phường."
    assert [year for _, year in _years(text)] == ["2027", "2030", "2030"]


def test_a_year_after_a_bracket_is_the_figures() -> None:
    text = "Phấn đấu tỷ lệ hộ nghèo dưới 2% (theo chuẩn đa chiều mới) vào năm 2029."
    assert _years(text) == [(Decimal(2), "2029")]


def test_what_an_aim_names_first_rules_the_clauses_after_it() -> None:
    text = (
        "Tỷ lệ đô thị hóa trên 27% là chỉ tiêu đến năm 2027.\n\n"
        "Nghị quyết đưa ra mục tiêu đến năm 2030, đạt 35 giường bệnh trên 1 vạn dân; tỷ lệ giường "
        "bệnh tư nhân đạt 15%; độ che phủ rừng đạt 42%."
    )
    assert [year for _, year in _years(text)[1:]] == ["2030", "2030", "2030"]


def test_the_year_of_a_title_in_one_line() -> None:
    text = (
        "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2027\n\nCác chỉ tiêu chủ yếu:\n\n"
        "1. Về kinh tế:\n\n- Tỷ lệ đô thị hóa đạt từ 19% trở lên.\n"
    )
    assert _years(text) == [(Decimal(19), "2027")]


def test_parts_of_an_aim_are_aims_though_compared_with_the_year_before() -> None:
    text = (
        "Các chỉ tiêu chủ yếu năm 2027 là: tổng giá trị sản xuất đạt 8.900 tỷ đồng. Trong đó, "
        "ngành nông nghiệp là 3.600 tỷ đồng, tăng 8,5% so với năm 2026."
    )
    assert [value for value, _ in _years(text)] == [Decimal(8900), Decimal(3600), Decimal("8.5")]


def test_results_told_on_keep_their_year() -> None:
    text = (
        "Năm 2027, huyện phấn đấu thu nhập bình quân đạt 60 triệu đồng.\n\n"
        "Trong năm 2026, giá trị sản xuất ước đạt 8.100 tỷ đồng. Thu nhập bình quân ước đạt 51 "
        "triệu đồng."
    )
    found = register(document_of("x", canonical(text)))
    told = [(t.low, t.year) for t in found if t.kind is TargetKind.ACHIEVED]
    assert told == [(Decimal(8100), "2026"), (Decimal(51), "2026")]


def test_a_figure_per_so_many_inside_a_name_states_nothing() -> None:
    text = "Mục tiêu đến năm 2030:\n\n- Số giường bệnh/1 vạn dân: 48,5 giường bệnh/1 vạn dân.\n"
    assert [value for value, _ in _years(text)] == [Decimal("48.5")]


def test_what_is_for_two_groups_is_no_rule() -> None:
    text = (
        "Đến năm 2030, chiều cao trung bình của thanh niên tăng 2-2,5cm đối với nam và 1,5-2cm "
        "đối với nữ."
    )
    assert len(targets(text)) == len(("nam", "nữ"))


def test_what_is_estimated_of_this_year_is_a_result() -> None:
    text = "GRDP ước tăng bình quân 7,6%/năm, quy mô kinh tế ước năm 2026 khoảng 560 nghìn tỷ đồng."
    found = register(document_of("x", canonical(text)))
    assert {target.kind for target in found} == {TargetKind.ACHIEVED}
