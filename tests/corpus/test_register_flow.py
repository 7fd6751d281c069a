"""The register of targets in running prose: aims led to, gone on with and told of in parts."""

import pytest

from corpus.register import TargetKind, register
from tests.corpus.test_register import brief, read, targets


def test_a_paragraph_on_one_matter_goes_on_with_the_aims_of_the_one_before() -> None:
    text = (
        "Đến năm 2030, phấn đấu 90% trẻ mẫu giáo đến lớp.\n\n"
        "Với giáo dục phổ thông, tỷ lệ học sinh học đúng tuổi đạt 99%; 60% trường đạt chuẩn.\n\n"
        "Tỷ lệ học sinh tốt nghiệp đạt 95%.\n"
    )
    assert [t.year for t in targets(text)] == ["2030"] * 4


def test_a_paragraph_on_one_matter_that_reports_goes_on_with_nothing() -> None:
    text = (
        "Đến năm 2030, phấn đấu 90% trẻ mẫu giáo đến lớp.\n\n"
        "Với giáo dục phổ thông, tỷ lệ học sinh học đúng tuổi đã đạt 99%.\n"
    )
    assert len(targets(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Đề án nêu mục tiêu đến năm 2030 của từng bậc học. Ở mầm non, tỷ lệ trẻ đến lớp đạt 38%.",
        "Mục tiêu đến năm 2030, đáp ứng nhu cầu của cả vùng. Cảng Đông thông qua 38 triệu tấn.",
        (
            "Bộ sửa đổi mục tiêu của ngành đến năm 2030.\n\n"
            "Cụ thể, đáp ứng nhu cầu của cả vùng. Hệ thống cảng thông qua 38 triệu tấn hàng.\n"
        ),
        "Tỉnh đặt mục tiêu đến năm 2030 là tỉnh khá. Quy mô kinh tế đạt 38 nghìn tỷ đồng.",
    ],
)
def test_what_aims_without_a_figure_lead_to(text: str) -> None:
    assert [(int(t.low or 0), t.year) for t in targets(text)] == [(38, "2030")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh đặt mục tiêu, hướng tới năm 2030 giảm ít nhất 50% số người bị thương do tai nạn.",
         [("giảm số người bị thương do tai nạn", "2030", "at_least 50..", "%")]),
        (("Đề án đặt mục tiêu tăng thu nhập từ rừng lên 1,5 lần vào năm 2025 và 2 lần vào năm 2030 "
         "so với năm 2020."),
         [("tăng thu nhập từ rừng", "2025", "exact 1.5..1.5", "lần"),
          ("tăng thu nhập từ rừng", "2030", "exact 2..2", "lần")]),
        ("Năm 2030, tỉnh dự kiến sẽ đón 5 triệu du khách, doanh thu ước đạt 1.800 tỷ đồng.",
         [("đón du khách", "2030", "exact 5..5", "triệu du khách"),
          ("doanh thu", "2030", "exact 1800..1800", "tỷ đồng")]),
        ("Đến năm 2030, quy mô kinh tế thuộc nhóm 30 nền kinh tế hàng đầu thế giới.",
         [("quy mô kinh tế hàng đầu thế giới", "2030", "at_most ..30", "thứ hạng")]),
        ("Đến năm 2030, tỷ lệ lao động có trình độ sơ cấp 15 – 20%.",
         [("tỷ lệ lao động có trình độ sơ cấp", "2030", "from_to 15..20", "%")]),
        (("Đến năm 2030, GDP đạt 50 tỷ USD. Năng suất tăng 7%/năm thời kỳ 2021-2030; trong đó giai "
         "đoạn 2026-2030 tăng 8%/năm. Tỷ lệ đô thị hóa đạt 55%."),
         [("GDP", "2030", "exact 50..50", "tỷ USD"),
          ("Năng suất tăng", "2021-2030", "exact 7..7", "%/năm"),
          ("Năng suất tăng", "2026-2030", "exact 8..8", "%/năm"),
          ("Tỷ lệ đô thị hóa", "2030", "exact 55..55", "%")]),
        ("Số ca mắc trên 100.000 dân: đến năm 2025 giảm 60%, tỷ lệ đó sẽ giảm 80% vào năm 2030.",
         [("Số ca mắc trên 100.000 dân giảm", "2025", "exact 60..60", "%"),
          ("Số ca mắc trên 100.000 dân giảm", "2030", "exact 80..80", "%")]),
        ("Phấn đấu số ca mắc năm 2025 giảm còn 8% và đến năm 2030 sẽ hết bệnh.",
         [("số ca mắc giảm", "2025", "exact 8..8", "%")]),
        ("Mục tiêu của đề án là đến năm 2045, 90% hộ dân có nước sạch; 50% thôn có thùng rác.",
         [("hộ dân có nước sạch", "2045", "exact 90..90", "%"),
          ("thôn có thùng rác", "2045", "exact 50..50", "%")]),
        ("Đến năm 2030, tỷ lệ mắc lao dưới 0,15/1.000 dân; số bác sĩ/vạn dân đạt ít nhất 12.",
         [("tỷ lệ mắc lao", "2030", "below ..0.15", "/1.000 dân"),
          ("số bác sĩ/vạn dân", "2030", "at_least 12..", "bác sĩ/vạn dân")]),
        ("Phấn đấu đến năm 2030 có 35.000 hợp tác xã với 7,1 triệu thành viên.",
         [("hợp tác xã", "2030", "exact 35000..35000", "hợp tác xã"),
          ("thành viên", "2030", "exact 7.1..7.1", "triệu thành viên")]),
        ("Phấn đấu đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan có nữ lãnh đạo.",
         [("các cơ quan có nữ lãnh đạo", "2025", "exact 60..60", "%"),
          ("các cơ quan có nữ lãnh đạo", "2030", "exact 75..75", "%")]),
        ("Đến năm 2030, tỷ lệ diện tích trồng theo quy trình tốt như VietGAP đạt 30%.",
         [("tỷ lệ diện tích trồng theo quy trình tốt như VietGAP", "2030", "exact 30..30", "%")]),
        (("Phấn đấu đến năm 2030 tỷ lệ xã đạt dưới 10 tiêu chí còn khoảng 25%, giảm số xã đạt "
         "dưới 5 tiêu chí xuống 250 xã."),
         [("tỷ lệ xã đạt dưới 10 tiêu chí", "2030", "about 25..25", "%"),
          ("giảm số xã đạt dưới 5 tiêu chí", "2030", "exact 250..250", "xã")]),
        ("Phấn đấu năm 2030, số tiêu chí bình quân mỗi xã tăng thêm từ 1 - 2 tiêu chí.",
         [("số tiêu chí bình quân mỗi xã tăng thêm", "2030", "from_to 1..2", "tiêu chí/xã")]),
        ("Phấn đấu năm 2030 thêm 7 xã đạt chuẩn (NTM), nâng chất lượng tại các xã đã đạt chuẩn.",
         [("thêm xã đạt chuẩn", "2030", "exact 7..7", "xã")]),
        (("Thành phố ban hành kế hoạch xây dựng thành phố xanh giai đoạn 2026-2030 với chỉ tiêu là "
         "100% tuyến đường có vỉa hè rộng, có quy mô từ 3 m trở lên được trồng cây; trung bình "
         "hàng năm tăng 5 ha/năm mảng xanh."),
         [("tuyến đường có vỉa hè rộng, có quy mô từ 3 m trở lên được trồng cây", "2026-2030",
           "exact 100..100", "%"),
          ("tăng mảng xanh", "2026-2030", "exact 5..5", "ha/năm")]),
        ("Đến năm 2030, đất cây hàng năm là 6 triệu ha.",
         [("đất cây hàng năm", "2030", "exact 6..6", "triệu ha")]),
    ],
)  # fmt: skip
def test_ways_of_running_prose(text: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    assert [brief(target) for target in targets(text)] == expected


def test_what_is_likely_is_no_aim() -> None:
    text = (
        "Tỉnh đặt mục tiêu năm 2030 thu nhập đạt 90 triệu đồng. Tăng trưởng kinh tế nhiều khả năng "
        "trên 8%."
    )
    kinds = [record.kind for record in register(read(text))]
    assert kinds == [TargetKind.TARGET, TargetKind.ACHIEVED]


def test_the_name_of_another_plan_dates_no_aim_after_it() -> None:
    text = (
        "Đến năm 2025, phấn đấu 80% người dân có tài khoản điện tử.\n\n"
        "Bộ sẽ xây dựng và triển khai Đề án phát triển chữ ký số giai đoạn 2021-2030.\n\n"
        "Dự thảo cũng đặt mục tiêu 90% người dân mua hàng qua mạng.\n"
    )
    assert [t.year for t in targets(text)] == ["2025", "2025"]


def test_all_of_one_kind_may_be_aimed_at_in_two_things() -> None:
    text = (
        "Đến năm 2030, 100% đơn vị hành chính cấp tỉnh có đủ ba loại nhà văn hóa.\n\n"
        "Phấn đấu 100% các đơn vị hành chính cấp tỉnh có di sản có dự án bảo tồn nhà cổ, có đủ ba "
        "loại hồ sơ.\n"
    )
    assert len(targets(text)) == 2


def test_lending_told_after_the_aims_of_a_bank_is_aimed_at() -> None:
    text = (
        "Đại hội thông qua mục tiêu năm 2024 với lợi nhuận 5.180 tỷ đồng. Dư nợ tín dụng đạt "
        "161.000 tỷ đồng. Nợ xấu ở mức 1,8%."
    )
    assert [t.year for t in targets(text)] == ["2024"] * 3


def test_the_words_under_a_picture_stand_between_what_goes_together() -> None:
    text = (
        "Đề án đặt ra chỉ tiêu đến năm 2025: diện tích cây ăn quả đạt 1,2 triệu ha.\n\n"
        "Xoài là một trong 14 loại cây được chọn từ nay đến năm 2030 - Ảnh minh họa: T.A\n\n"
        "Tại các vùng trồng tập trung, tỷ lệ sản phẩm có liên kết đạt 30%.\n"
    )
    assert [t.year for t in targets(text)] == ["2025", "2025"]
