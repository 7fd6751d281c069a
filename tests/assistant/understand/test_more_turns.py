"""Follow-ups of further forms: more of the same, the same of another, all the time, where."""

import pytest

from assistant.understand import Understander
from assistant.understand.merge import with_verb

TURNS = (
    # A step in time, counted from the time asked of before, in any order.
    (("Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?",), "sau đó 5 năm thì sao?",
     "Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?"),
    (("Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?",), "5 năm nữa thì sao?",
     "Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?"),
    (("Tỷ lệ đô thị hóa đến năm 2025 là bao nhiêu?",), "thế trước đó năm năm?",
     "Tỷ lệ đô thị hóa đến năm 2020 là bao nhiêu?"),
    # A part, another bound, where money comes from, a verb without its subject, which way it went.
    (("Năm 2030 du lịch tạo ra bao nhiêu việc làm?",), "trong đó trực tiếp?",
     "Năm 2030 du lịch tạo ra bao nhiêu việc làm trực tiếp?"),
    (("Năm 2020 có mấy khách sạn từ 1 sao trở lên?",), "từ 3 sao trở lên thì sao?",
     "Năm 2020 có mấy khách sạn từ 3 sao trở lên?"),
    (("Kinh phí là bao nhiêu?",), "lấy từ đâu?", "Kinh phí lấy từ đâu?"),
    (("Ngành du lịch năm 2030 đón mấy khách?",), "thu được bao nhiêu tiền?",
     "Khách năm 2030 thu được bao nhiêu tiền?"),
    (("Tổng thu ngân sách là bao nhiêu?",), "tăng hay giảm so với cùng kỳ?",
     "Tổng thu ngân sách tăng hay giảm so với cùng kỳ?"),
    (("Sở Tài chính làm gì?",), "trong bao lâu?", "Sở Tài chính làm trong bao lâu?"),
    (("Chỉ số giá tăng bao nhiêu so với cùng kỳ?",), "lũy kế 2 tháng thì sao?",
     "Chỉ số giá lũy kế 2 tháng tăng bao nhiêu?"),
    (("Trường mầm non tư chiếm bao nhiêu?",), "số trẻ học ở đó?",
     "Số trẻ học ở Trường mầm non tư là bao nhiêu?"),
    (("Tổng thu ngân sách bằng bao nhiêu phần trăm dự toán?",), "tăng hay giảm so cùng kỳ?",
     "Tổng thu ngân sách tăng hay giảm so cùng kỳ?"),
    # More of the same, the same of another, all the time, another bound, where and from where.
    (("Tổng kinh phí là bao nhiêu?",), "chi tiết hơn được không?", "Tổng kinh phí là bao nhiêu?"),
    (("Có mấy nhóm giải pháp?",), "còn gì nữa không?", "Có mấy nhóm giải pháp?"),
    (("Thu nhập bình quân ở thành thị năm 2025 là bao nhiêu?",), "ở nông thôn có khác không?",
     "Thu nhập bình quân ở nông thôn năm 2025 là bao nhiêu?"),
    (("Thu nhập bình quân ở thành thị là bao nhiêu?",), "ở nông thôn thấp hơn à, bao nhiêu?",
     "Thu nhập bình quân ở nông thôn là bao nhiêu?"),
    (("Tỷ lệ học sinh lớp 5 biết bơi là bao nhiêu?",), "lớp 9 nữa",
     "Tỷ lệ học sinh lớp 9 biết bơi là bao nhiêu?"),
    (("Vốn đầu tư giai đoạn 2021-2025 là bao nhiêu?",), "tính cả hai giai đoạn thì sao?",
     "Vốn đầu tư là bao nhiêu?"),
    (("Giá vé tuyến dưới 25 km là bao nhiêu?",), "từ 25 km trở lên thì sao?",
     "Giá vé tuyến từ 25 km trở lên là bao nhiêu?"),
    (("Tổng kinh phí là bao nhiêu?",), "trung bình mỗi năm bao nhiêu?",
     "Tổng kinh phí trung bình mỗi năm là bao nhiêu?"),
    (("Tổng kinh phí là bao nhiêu?",), "lấy từ nguồn nào?", "Tổng kinh phí lấy từ nguồn nào?"),
    (("Tổng kinh phí là bao nhiêu?",), "ngân sách lo bao nhiêu trong đó?",
     "Ngân sách lo bao nhiêu trong tổng kinh phí?"),
    (("Hà Nội xây bao nhiêu trạm sạc?",), "cụ thể ở đâu?", "Hà Nội xây trạm sạc cụ thể ở đâu?"),
    (("Tỷ lệ đô thị hóa đến năm 2030 là bao nhiêu?",), "trước đây thì sao?",
     "Tỷ lệ đô thị hóa trước đây là bao nhiêu?"),
    (("Những chỉ tiêu về môi trường là gì?",), "về xã hội?", "Những chỉ tiêu về xã hội là gì?"),
    (("Kinh phí cho giáo dục là bao nhiêu?",), "còn cho y tế?", "Kinh phí cho y tế là bao nhiêu?"),
    # Where a thing lies is no question for a source; what stands before the verb goes on.
    (("Khu đô thị Hòa Lạc rộng bao nhiêu?",), "nằm ở đâu?", "Khu đô thị Hòa Lạc nằm ở đâu?"),
    (("Năm nào nhà máy đóng cửa?",), "ở đâu?", "Nhà máy đóng cửa ở đâu?"),
    # An index is no share; the number asked for is no part of what has it.
    (("Tỷ lệ đô thị hóa năm 2050 là bao nhiêu?",), "còn HDI?", "HDI năm 2050 là bao nhiêu?"),
    (("Kế hoạch này số mấy?",), "ban hành ngày nào?", "Kế hoạch này ban hành ngày nào?"),
    (("Ông Bùi Tất Thắng từng giữ chức vụ gì?",), "ông đề nghị gì?",
     "Ông Bùi Tất Thắng đề nghị gì?"),
)  # fmt: skip


@pytest.mark.parametrize(("history", "question", "meant"), TURNS)
def test_a_follow_up_is_completed(
    understander: Understander, history: tuple[str, ...], question: str, meant: str
) -> None:
    understood = understander.understand(question, history)
    assert understood.inherited
    assert understood.text == meant


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        ("Cao tốc Bắc Nam chia thành mấy dự án thành phần?", "Cao tốc Bắc Nam"),
        ("Huyện Đông có mấy trường học?", "trường học"),
    ],
)
def test_what_is_divided_goes_on_as_the_subject(before: str, meant: str) -> None:
    first, *_ = with_verb(before.rstrip("?"), "bao giờ hoàn thành", "")
    assert meant in first
    assert len(with_verb(before.rstrip("?"), "bao giờ hoàn thành", "")) > 1
