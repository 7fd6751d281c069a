"""Yes or no by what the text denies, sets apart, frees of, or says of another kind or place."""

from dataclasses import replace

import pytest

from assistant.contrasts import Contrast
from assistant.reading.yes_no import judge
from tests.assistant.reading.fakes import Desk

RULES = """Quy chế thư viện

1. Quỹ sách là quỹ xã hội, từ thiện, do bạn đọc đóng góp.

2. Bạn đọc được mượn sách về nhà, trừ trường hợp sách quý hiếm hoặc báo đóng tập.

3. Vì không có phòng máy lạnh nên thư viện có tất cả 6 phòng đọc.

4. Nhân viên không sử dụng thời gian trực để làm việc riêng.

5. Việc mở cửa ban đêm là cần thiết, nhưng không thấy đề cập trong quy chế.

6. Thẻ trùng được phát hiện từ lâu nhưng vẫn chưa khắc phục.

7. Bạn đọc không được từ chối xuất trình thẻ khi vào phòng đọc.

8. Trẻ mồ côi được miễn đóng tiền thế chân.

9. Thư viện lớn thứ 3 miền Trung, phục vụ bạn đọc cả tuần.

10. Nếu không mang thẻ, bạn đọc ghi tên vào sổ.

11. Cấm bạn đọc:

a) Viết lên sách;

b) Mang đồ ăn vào phòng.

12. Miễn lệ phí làm thẻ đối với những người sau đây:

a) Con của thương binh;

b) Học sinh lớp một.

13. Quy chế không áp dụng đối với phòng tranh và kho lưu trữ.

14. Độc giả được vào xem kho sách không báo trước, mỗi tháng một lần.

15. Có 2/9 chỉ tiêu của năm trước không đạt, trong đó có chỉ tiêu số hóa tài liệu.

16. Quán cà phê được mở trong sân thư viện, nhưng không dùng kinh phí nhà nước cho quán này.

18. Nhà kho mới (vốn 2 tỷ đồng, hiện còn dang dở) được xây từ quỹ sách.

19. Bạn đọc nhiều lần hỏi tiền thế chân, đều nhận được câu trả lời chưa có.

17. Thư viện giữ giờ mở cửa; 100% giáo viên vùng sâu được cấp thẻ; 40% phụ huynh được cấp thẻ.
"""


@pytest.fixture(scope="module")
def rules() -> Desk:
    """Return the rules of a library, ready to be read."""
    return Desk.of(RULES)


@pytest.mark.parametrize(
    ("question", "agrees"),
    [
        ("Quỹ sách có phải là quỹ kinh doanh không?", False),
        ("Nhà kho mới đã hoàn thành chưa?", False),
        ("Bạn đọc đã nhận được tiền thế chân chưa?", False),
        ("Quy chế có áp dụng cho phòng tranh không?", False),
        ("Độc giả có được xem kho sách mà không cần báo trước không?", True),
        ("Năm trước có đạt chỉ tiêu số hóa tài liệu không?", False),
        ("Quán cà phê có được dùng kinh phí nhà nước không?", False),
        ("Thư viện có cấp thẻ cho toàn bộ giáo viên vùng sâu không?", True),
        ("Thư viện có cấp thẻ cho toàn bộ phụ huynh không?", False),
        ("Quỹ sách có phải là quỹ xã hội không?", True),
        ("Bạn đọc có được mượn sách về nhà không?", True),
        ("Bạn đọc có được mượn sách quý hiếm về nhà không?", False),
        ("Thư viện có phòng máy lạnh không?", False),
        ("Thư viện có phòng đọc không?", True),
        ("Nhân viên có được làm việc riêng trong giờ trực không?", False),
        ("Quy chế có nói đến việc mở cửa ban đêm không?", False),
        ("Thẻ trùng đã được khắc phục chưa?", False),
        ("Bạn đọc có được từ chối xuất trình thẻ không?", False),
        ("Bạn đọc có phải xuất trình thẻ khi vào phòng đọc không?", True),
        ("Trẻ mồ côi có phải đóng tiền thế chân không?", False),
        ("Trẻ mồ côi có được miễn đóng tiền thế chân không?", True),
        ("Thư viện có phải lớn nhất miền Trung không?", False),
        ("Bạn đọc không mang thẻ có phải ghi tên vào sổ không?", True),
        ("Bạn đọc có được viết lên sách không?", False),
        ("Có được viết lên sách khi chưa được thủ thư cho phép không?", False),
        ("Con của thương binh có phải nộp lệ phí làm thẻ không?", False),
    ],
)
def test_yes_or_no(rules: Desk, question: str, *, agrees: bool) -> None:
    reading = rules.read(question)
    assert reading.best is not None
    judgement = judge(reading, reading.best, rules.annotations)
    assert judgement.agrees is agrees, judgement.evidence.quote


@pytest.mark.parametrize(
    ("text", "contrast", "agrees"),
    [
        (
            "Hiện tượng mượn quá hạn có xu hướng tăng",
            Contrast("giảm", "tăng", in_place=False),
            False,
        ),
        ("Hiện tượng mượn quá hạn không tăng", Contrast("giảm", "tăng", in_place=False), True),
        (
            "Hiện tượng mượn quá hạn giảm ở nông thôn",
            Contrast("thành thị", "nông thôn", in_place=False),
            True,
        ),
    ],
)
def test_the_opposite_of_what_is_asked(text: str, contrast: Contrast, *, agrees: bool) -> None:
    desk = Desk.of(f"Báo cáo\n\n{text}.\n")
    reading = desk.read("Hiện tượng mượn quá hạn có giảm không?")
    assert reading.best is not None
    best = replace(reading.best, contrasts=(contrast,))
    assert judge(reading, best, desk.annotations).agrees is agrees


def test_one_word_asked_about_is_denied_before_a_comma() -> None:
    desk = Desk.of("Báo cáo\n\nHiệu quả của mô hình không cao, chi phí vận hành lớn.\n")
    reading = desk.read("Hiệu quả của mô hình có cao không?")
    assert reading.best is not None
    assert not judge(reading, reading.best, desk.annotations).agrees


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Tăng phí cũng khó bảo đảm bù đắp nguồn thu của quỹ",
            "Tăng phí có bảo đảm bù đắp nguồn thu của quỹ không?",
        ),
        (
            "Sở ngừng cấp phép cho xe tải vào nội thị",
            "Sở có cấp phép cho xe tải vào nội thị không?",
        ),
    ],
)
def test_what_is_hard_or_stopped_is_denied(text: str, question: str) -> None:
    desk = Desk.of(f"Báo cáo\n\n{text}.\n")
    reading = desk.read(question)
    assert reading.best is not None
    assert not judge(reading, reading.best, desk.annotations).agrees
