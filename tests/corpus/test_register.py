"""The register of targets: each way official Vietnamese states a figure, and what is no target."""

from decimal import Decimal

import pytest

from corpus.model import Document
from corpus.read import document_of
from corpus.register import Target, TargetKind, register


def read(text: str) -> Document:
    return document_of("van-ban", text)


def targets(text: str) -> list[Target]:
    return [target for target in register(read(text)) if target.kind is TargetKind.TARGET]


def brief(target: Target) -> tuple[str, str | None, str, str]:
    ends = ["" if end is None else str(end) for end in (target.low, target.high)]
    return target.indicator, target.year, f"{target.operator} {'..'.join(ends)}", target.unit


SEED = (
    "Hà Nội phấn đấu đến năm 2025, thu nhập bình quân đầu người đạt từ 8.300-8.500 USD/người/năm, "
    "đến năm 2030 đạt trên 12.500 USD/người/năm. Tỷ lệ đô thị hóa đến năm 2025 đạt từ 60-62%, đến "
    "năm 2030 đạt trên 75%."
)


def test_one_indicator_with_two_years() -> None:
    assert [brief(target) for target in targets(SEED)] == [
        ("thu nhập bình quân đầu người", "2025", "from_to 8300..8500", "USD/người/năm"),
        ("thu nhập bình quân đầu người", "2030", "above 12500..", "USD/người/năm"),
        ("Tỷ lệ đô thị hóa", "2025", "from_to 60..62", "%"),
        ("Tỷ lệ đô thị hóa", "2030", "above 75..", "%"),
    ]


def test_the_bracket_of_a_mark_opens_nothing() -> None:
    text = "Mục tiêu:\nb) Tầm nhìn đến năm 2045: Thành phố có mức sống cao, với GRDP bình quân đầu "
    (target,) = targets(f"{text}người đạt trên 36.000 USD.")
    assert brief(target)[:3] == ("GRDP bình quân đầu người", "2045", "above 36000..")


def test_spans_are_slices() -> None:
    document = read(SEED)
    for target in register(document):
        assert target.quote == document.quote(target.span)
        assert target.span.covers(target.value_span)
        assert target.indicator.startswith(document.quote(target.indicator_span))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến năm 2035, tối thiểu 70% học sinh lớp 5, 80% học sinh lớp 9 được học bơi an toàn.",
         [("học sinh lớp 5 được học bơi an toàn", "2035", "at_least 70..", "%"),
          ("học sinh lớp 9 được học bơi an toàn", "2035", "at_least 80..", "%")]),
        ("Đến năm 2030: Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản tại ngân hàng đạt 95%.",
         [("Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản tại ngân hàng", "2030", "exact 95..95",
           "%")]),
        ("Năm 2021, giảm 20% số hộ nghèo; kim ngạch xuất khẩu tăng 5%.",
         [("giảm số hộ nghèo", "2021", "exact 20..20", "%"),
          ("kim ngạch xuất khẩu tăng", "2021", "exact 5..5", "%")]),
        ("Tổng thu giai đoạn 2021-2025 khoảng 1,4 tỷ đồng, trong đó, thu nội địa trên 1,3 tỷ đồng.",
         [("Tổng thu", "2021-2025", "about 1.4..1.4", "tỷ đồng"),
          ("thu nội địa", "2021-2025", "above 1.3..", "tỷ đồng")]),
        ("Tốc độ tăng GRDP bình quân hằng năm giai đoạn 2026-2030 đạt 8,0 - 8,5%.",
         [("Tốc độ tăng GRDP bình quân", "2026-2030", "from_to 8.0..8.5", "%/năm")]),
        ("Đến năm 2030, mỗi xã có ít nhất 02 giáo viên dạy bơi.",
         [("mỗi xã có giáo viên dạy bơi", "2030", "at_least 2..", "giáo viên/xã")]),
        ("Tăng tỷ lệ che phủ rừng từ 42% năm 2020 lên 45% vào năm 2030.",
         [("Tăng tỷ lệ che phủ rừng", "2030", "exact 45..45", "%")]),
        ("Tỷ trọng dịch vụ đạt trên 50%, công nghiệp trên 40% GDP vào năm 2030.",
         [("Tỷ trọng dịch vụ", "2030", "above 50..", "%"),
          ("công nghiệp", "2030", "above 40..", "% GDP")]),
        ("Giảm 10% số vụ cháy vào năm 2025 và 20% vào năm 2030.",
         [("Giảm số vụ cháy", "2025", "exact 10..10", "%"),
          ("Giảm số vụ cháy", "2030", "exact 20..20", "%")]),
        ("Năm 2019, doanh thu phấn đấu đạt 50 nghìn tỷ đồng, tăng 10,6%.",
         [("doanh thu", "2019", "exact 50..50", "nghìn tỷ đồng"),
          ("doanh thu tăng", "2019", "exact 10.6..10.6", "%")]),
        ("Hằng năm, trên 90% trường học tổ chức dạy bơi.",
         [("trường học tổ chức dạy bơi", "hằng năm", "above 90..", "%")]),
        ("Đến năm 2030, 70% hộ dân dùng nước sạch và đạt tỷ lệ 90% vào năm 2035.",
         [("hộ dân dùng nước sạch", "2030", "exact 70..70", "%"),
          ("hộ dân dùng nước sạch", "2035", "exact 90..90", "%")]),
        ("Đến năm 2030, 60% trẻ em được khám; con số này là 80% vào năm 2035.",
         [("trẻ em được khám", "2030", "exact 60..60", "%"),
          ("trẻ em được khám", "2035", "exact 80..80", "%")]),
        ("Đến năm 2030, 70% cán bộ được tập huấn và nâng tỷ lệ lên 95% vào năm 2035.",
         [("cán bộ được tập huấn", "2030", "exact 70..70", "%"),
          ("cán bộ được tập huấn", "2035", "exact 95..95", "%")]),
        ("Đến năm 2030, 80% xã, 50% huyện và 30% tỉnh hoàn thành quy hoạch, 90% hộ có điện.",
         [("xã hoàn thành quy hoạch", "2030", "exact 80..80", "%"),
          ("huyện hoàn thành quy hoạch", "2030", "exact 50..50", "%"),
          ("tỉnh hoàn thành quy hoạch", "2030", "exact 30..30", "%"),
          ("hộ có điện", "2030", "exact 90..90", "%")]),
        ("Đến năm 2030, 40% xã nông thôn mới nâng cao, 20% xã nông thôn mới kiểu mẫu.",
         [("xã nông thôn mới nâng cao", "2030", "exact 40..40", "%"),
          ("xã nông thôn mới kiểu mẫu", "2030", "exact 20..20", "%")]),
        ("Giảm 20% số vụ cháy, 10% số người chết vào năm 2030.",
         [("Giảm số vụ cháy", "2030", "exact 20..20", "%"),
          ("Giảm số người chết", "2030", "exact 10..10", "%")]),
        ("Đến năm 2030, thu nhập đạt 9 tỷ đồng; giai đoạn 2026-2030, GRDP tăng 8%; HDI đạt 0,8.",
         [("thu nhập", "2030", "exact 9..9", "tỷ đồng"),
          ("GRDP tăng", "2026-2030", "exact 8..8", "%"),
          ("HDI", "2030", "exact 0.8..0.8", "")]),
        ("Tăng trưởng bình quân 2021-2025 đạt 7%/năm và 2026-2030 đạt 8%/năm.",
         [("Tăng trưởng bình quân", "2021-2025", "exact 7..7", "%/năm"),
          ("Tăng trưởng bình quân", "2026-2030", "exact 8..8", "%/năm")]),
        ("Giai đoạn 2021-2025 xây 20 trường, giai đoạn 2026-2030 xây 30 trường.",
         [("xây trường", "2021-2025", "exact 20..20", "trường"),
          ("xây trường", "2026-2030", "exact 30..30", "trường")]),
        ("Quy mô GRDP năm 2030 đạt 1,024 triệu tỷ đồng, khoảng 43,5 tỷ USD.",
         [("Quy mô GRDP", "2030", "exact 1.024..1.024", "triệu tỷ đồng"),
          ("Quy mô GRDP", "2030", "about 43.5..43.5", "tỷ USD")]),
        ("Đến hết năm 2027, giảm ít nhất 30% thủ tục, 20% thời gian, 10% chi phí tuân thủ.",
         [("giảm thủ tục", "2027", "at_least 30..", "%"),
          ("giảm thời gian", "2027", "at_least 20..", "%"),
          ("giảm chi phí tuân thủ", "2027", "at_least 10..", "%")]),
        ("Năm 2030, bảo vệ 20.000 ha rừng và khoanh nuôi 3.000 ha.",
         [("bảo vệ rừng", "2030", "exact 20000..20000", "ha"),
          ("khoanh nuôi", "2030", "exact 3000..3000", "ha")]),
        ("Số bác sĩ trên vạn dân đạt 15 vào năm 2030 và con số này tăng lên 19 vào năm 2035.",
         [("Số bác sĩ trên vạn dân", "2030", "exact 15..15", "bác sĩ trên vạn dân"),
          ("Số bác sĩ trên vạn dân", "2035", "exact 19..19", "bác sĩ trên vạn dân")]),
        ("Tỷ lệ hộ nghèo giảm bình quân 1%/năm; đến năm 2030 tỷ lệ còn dưới 2%.",
         [("Tỷ lệ hộ nghèo giảm bình quân", None, "exact 1..1", "%/năm"),
          ("Tỷ lệ hộ nghèo", "2030", "below ..2", "%")]),
        ("Nông nghiệp tăng 3%/năm, công nghiệp 10%/năm, dịch vụ 8%/năm giai đoạn 2026-2030.",
         [("Nông nghiệp tăng", "2026-2030", "exact 3..3", "%/năm"),
          ("công nghiệp", "2026-2030", "exact 10..10", "%/năm"),
          ("dịch vụ", "2026-2030", "exact 8..8", "%/năm")]),
        ("Đến năm 2030, có 3 đô thị loại II được công nhận.",
         [("đô thị loại II được công nhận", "2030", "exact 3..3", "đô thị")]),
        ("Tỷ lệ hộ nghèo đến năm 2025 và năm 2030 lần lượt là 3% và 1%.",
         [("Tỷ lệ hộ nghèo", "2025", "exact 3..3", "%"),
          ("Tỷ lệ hộ nghèo", "2030", "exact 1..1", "%")]),
        ("Năm 2025 GDP tăng 8%, năm 2030 9%. Tốc độ tăng thu các năm này lần lượt là 6% và 7%.",
         [("GDP tăng", "2025", "exact 8..8", "%"),
          ("GDP tăng", "2030", "exact 9..9", "%"),
          ("Tốc độ tăng thu", "2025", "exact 6..6", "%"),
          ("Tốc độ tăng thu", "2030", "exact 7..7", "%")]),
        ("Đến năm 2025, tỷ lệ rác tối đa được chôn lấp là 50%, đến năm 2030 là 20%.",
         [("tỷ lệ rác tối đa được chôn lấp", "2025", "at_most ..50", "%"),
          ("tỷ lệ rác tối đa được chôn lấp", "2030", "at_most ..20", "%")]),
        ("Đến năm 2030, chỉ số hài lòng của người dân duy trì trên 0,85.",
         [("chỉ số hài lòng của người dân", "2030", "above 0.85..", "điểm")]),
        ("Sở được giao chỉ tiêu tỷ lệ che phủ rừng kế hoạch năm 2027 là 41,45%.",
         [("tỷ lệ che phủ rừng", "2027", "exact 41.45..41.45", "%")]),
        ("Tổng vốn đầu tư xã hội trong kế hoạch 5 năm 2026-2030 khoảng 900-950 nghìn tỷ đồng.",
         [("Tổng vốn đầu tư xã hội", "2026-2030", "from_to 900..950", "nghìn tỷ đồng")]),
        ("Đến năm 2030, hơn một nửa số xã đạt chuẩn, ít nhất 2/3 số huyện hoàn thành nhiệm vụ.",
         [("số xã đạt chuẩn", "2030", "above 0.5..", "số xã"),
          ("số huyện hoàn thành nhiệm vụ", "2030",
           "at_least 0.6666666666666666666666666667..", "số huyện")]),
        ("Phấn đấu đến hết nhiệm kỳ, tỷ lệ đô thị hóa tăng từ 40% lên 50%.",
         [("tỷ lệ đô thị hóa tăng", None, "exact 50..50", "%")]),
        ("Đến năm 2030, quy mô GRDP gấp 2 lần năm 2020.",
         [("quy mô GRDP", "2030", "exact 2..2", "lần")]),
        ("Phấn đấu tỷ lệ thất nghiệp không quá 4% vào năm 2030.",
         [("tỷ lệ thất nghiệp", "2030", "at_most ..4", "%")]),
    ],
)  # fmt: skip
def test_ways_of_stating_a_target(
    text: str, expected: list[tuple[str, str | None, str, str]]
) -> None:
    assert [brief(target) for target in targets(text)] == expected


def test_a_rank_is_a_target_at_most() -> None:
    (target,) = targets("Đến năm 2030, năng lực cạnh tranh số thuộc nhóm 3 nước dẫn đầu ASEAN.")
    assert (target.year, target.operator, target.high) == ("2030", "at_most", Decimal(3))
    assert target.unit == "thứ hạng"


def test_years_of_headings_and_lead_ins() -> None:
    text = (
        "I. MỤC TIÊU\n\n1. Mục tiêu đến năm 2030\n\n- Kinh tế số chiếm 45% GRDP tỉnh.\n\n"
        "2. Tầm nhìn đến năm 2045:\n\n- Kinh tế số chiếm tối thiểu 50% GRDP tỉnh.\n"
    )
    assert [(t.year, t.low) for t in targets(text)] == [
        ("2030", Decimal(45)),
        ("2045", Decimal(50)),
    ]


def test_a_table_with_a_header_and_sections() -> None:
    text = (
        "TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan\n"
        "I | Đến năm 2030\n"
        "1 | Quy mô kinh tế số | % GDP | ≥ 30 | Bộ A\n"
        "2 | Xếp hạng cạnh tranh | Thứ bậc | ≤ 3 Đông Nam Á; ≤ 50 Thế giới | Bộ B\n"
        "II | Đến năm 2045\n"
        "3 | Hình thành sàn dữ liệu | Sàn dữ liệu | 40 - 50 | Bộ C\n"
    )
    assert [brief(target) for target in targets(text)] == [
        ("Quy mô kinh tế số", "2030", "at_least 30..", "% GDP"),
        ("Xếp hạng cạnh tranh Đông Nam Á", "2030", "at_most ..3", "Thứ bậc"),
        ("Xếp hạng cạnh tranh Thế giới", "2030", "at_most ..50", "Thứ bậc"),
        ("Hình thành sàn dữ liệu", "2045", "from_to 40..50", "Sàn dữ liệu"),
    ]


def test_a_table_with_a_column_for_each_year() -> None:
    text = (
        "STT | Chỉ tiêu | Đơn vị | Thực hiện 2020 | Năm 2025 | Năm 2030\n"
        "1 | Tỷ lệ che phủ rừng | % | 42 | 43 | 45\n"
    )
    records = register(read(text))
    assert [(t.year, t.kind) for t in records] == [
        ("2020", TargetKind.ACHIEVED), ("2025", TargetKind.TARGET), ("2030", TargetKind.TARGET),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chương trình xác định 26 chỉ tiêu công nghiệp hóa.", TargetKind.COUNT),
        ("Hà Nội sẽ phát triển 3 lĩnh vực chủ chốt.", TargetKind.COUNT),
        ("Thành ủy đề ra 9 nhóm nhiệm vụ, giải pháp chủ yếu.", TargetKind.COUNT),
        ("Tỷ lệ đô thị hóa năm 2022 đã đạt 49,2%.", TargetKind.ACHIEVED),
        ("Quy mô GRDP năm 2020 ước đạt 1,024 triệu tỷ đồng.", TargetKind.ACHIEVED),
    ],
)
def test_what_is_no_target(text: str, kind: TargetKind) -> None:
    assert [target.kind for target in register(read(text))] == [kind]


def test_a_count_is_named_by_what_is_counted() -> None:
    text = (
        "Ngày 01/02/2023, Thành ủy ban hành Chương trình đến năm 2030.\n\n"
        "Chương trình xác định 26 chỉ tiêu công nghiệp hóa bao gồm: 8 chỉ tiêu về kinh tế; "
        "3 lĩnh vực chủ chốt là dệt may, da giày và điện tử."
    )
    counts = [(record.indicator, record.year, record.low) for record in register(read(text))]
    assert counts == [
        ("chỉ tiêu công nghiệp hóa", None, Decimal(26)),
        ("chỉ tiêu về kinh tế", None, Decimal(8)),
        ("lĩnh vực chủ chốt", None, Decimal(3)),
    ]


def test_a_purpose_is_no_target_but_its_clause_goes_on() -> None:
    text = (
        "Để GRDP giai đoạn 2026-2030 tăng 8%, Hà Nội dự kiến tổng vốn khoảng 3 triệu tỷ đồng.\n\n"
        "Để hoàn thành các chỉ tiêu trên, Thành ủy đề ra 9 nhóm nhiệm vụ."
    )
    records = register(read(text))
    assert [(record.low, record.kind) for record in records] == [
        (Decimal(3), TargetKind.TARGET), (Decimal(9), TargetKind.COUNT),
    ]  # fmt: skip


def test_a_figure_stated_twice_is_recorded_once() -> None:
    text = (
        "Đến năm 2030, tỷ lệ đô thị hóa đạt 75%.\n\n"
        "Theo đó, đến năm 2030 phấn đấu tỷ lệ đô thị hóa của thành phố đạt 75%."
    )
    assert len(register(read(text))) == 1


def test_the_year_of_a_result_does_not_rule_the_aim_after_it() -> None:
    text = "Năm 2022, tỷ lệ đô thị hóa đã đạt 49,2%. Phấn đấu thu nhập bình quân đạt 9 tỷ đồng."
    result, aim = register(read(text))
    assert (result.kind, result.year) == (TargetKind.ACHIEVED, "2022")
    assert (aim.kind, aim.year) == (TargetKind.TARGET, None)


def test_a_year_before_publication_is_an_achievement() -> None:
    text = (
        "Hà Nội, ngày 07 tháng 02 năm 2023\n\nTăng trưởng GRDP năm 2022 đạt 8,89%, năm 2025 đạt 9%."
    )
    records = register(read(text))
    assert [target.kind for target in records] == [TargetKind.ACHIEVED, TargetKind.TARGET]


@pytest.mark.parametrize(
    "text", ["Điều 3. Hiệu lực từ ngày 01/01/2025.", "Nghị quyết số 29-NQ/TW.", "Không có số.", "5"]
)
def test_nothing_to_record(text: str) -> None:
    assert register(read(text)) == ()


def test_a_year_after_publication_is_no_result_though_a_later_one_is_aimed_at() -> None:
    text = (
        "Hà Nội, ngày 07 tháng 02 năm 2023\n\nNăm 2025, thu ngân sách đạt 500 tỷ đồng, đến năm "
        "2030 đạt 800 tỷ đồng."
    )
    assert [record.kind for record in register(read(text))] == [TargetKind.TARGET] * 2
