"""Times as they are said in full, and stretches from one to another."""

import pytest

from assistant.reading.moments import with_opening
from corpus.model import Span
from tests.assistant.reading.fakes import Desk

TEXT = (
    "Thông báo nhận hồ sơ\n\nĐợt một nhận hồ sơ từ ngày 16/3/2026 đến hết ngày 15/4/2026.\n\n"
    "Bến cảng đón tàu vào cuối năm 2027.\n\n"
    "Tuần lễ đọc sách tổ chức vào tuần thứ hai của tháng 10.\n\n"
    "Văn phòng tham mưu sơ kết vào quý II năm 2028, tổng kết vào năm 2030.\n"
)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Đợt một nhận hồ sơ khi nào?", "từ ngày 16/3/2026 đến hết ngày 15/4/2026"),
        (
            "Đợt một nhận hồ sơ từ ngày nào đến ngày nào?",
            "từ ngày 16/3/2026 đến hết ngày 15/4/2026",
        ),
        ("Đợt một nhận hồ sơ đến ngày nào?", "ngày 15/4/2026"),
        ("Đợt một bắt đầu nhận hồ sơ ngày nào?", "ngày 16/3/2026"),
        ("Bến cảng đón tàu khi nào?", "cuối năm 2027"),
        ("Bến cảng đón tàu năm nào?", "2027"),
        ("Tuần lễ đọc sách tổ chức khi nào?", "tuần thứ hai của tháng 10"),
        ("Sơ kết khi nào?", "quý II năm 2028"),
        ("Tổng kết chương trình khi nào?", "năm 2030"),
    ],
)
def test_a_time_is_answered_in_full(question: str, key: str) -> None:
    best = Desk.of(TEXT).read(question).best
    assert best is not None
    assert best.key == key


def test_since_when_is_told_by_what_is_said_from() -> None:
    told = "Ngày 28/1 hố sâu lại có ở xã.\n\nHố sâu đã có ở xã từ tháng 1/2016 và còn sâu thêm."
    for question in ("từ khi nào", "từ bao giờ"):
        best = Desk.of(told).read(f"Hố sâu có ở xã {question}?").best
        assert best is not None
        assert best.key == "tháng 1/2016"


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Vườn được khởi công khi nào?", "cuối tháng 2-2019"),
        ("Vườn tạm dừng khi nào?", "ngày 28-3"),
        ("Vườn tạm dừng ngày nào?", "ngày 28-3"),
    ],
)
def test_a_month_beside_a_day_is_told_by_its_own_verb(question: str, key: str) -> None:
    told = "Vườn được khởi công vào cuối tháng 2-2019 nhưng đã tạm dừng từ ngày 28-3 vì mưa."
    best = Desk.of(told).read(question).best
    assert best is not None
    assert best.key == key


def test_a_month_does_not_tell_on_which_day() -> None:
    told = "Tháng 4/2016 huyện chuẩn bị bầu cử.\n\nHuyện bầu cử ngày 22/5/2016, có đông cử tri."
    best = Desk.of(told).read("Huyện bầu cử ngày nào?").best
    assert best is not None
    assert best.key == "ngày 22/5/2016"


def test_a_time_with_nothing_before_it_stays() -> None:
    text = "hoàn thành trong năm 2027"
    time = Span(text.index("năm"), len(text))
    assert with_opening(text, time) == time


def test_when_a_plan_was_approved_is_not_the_period_in_its_name() -> None:
    text = (
        "Phê duyệt quy hoạch vùng thời kỳ 2021-2030\n\nNgày 04/5/2024, Thủ tướng ban hành "
        "Quyết định phê duyệt quy hoạch vùng thời kỳ 2021-2030, tầm nhìn đến năm 2050."
    )
    best = Desk.of(text).read("Quy hoạch được phê duyệt khi nào?").best
    assert best is not None
    assert best.key == "Ngày 04/5/2024"


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Quyết định có hiệu lực kể từ ngày ký, thay thế Quyết định 12/QĐ-UBND ngày 02/12/2016.",
            "Quyết định có hiệu lực khi nào?",
            "kể từ ngày ký",
        ),
        (
            "Thời gian tiếp nhận: từ thứ 2 đến thứ 6 và sáng thứ 7 hằng tuần.",
            "Thời gian tiếp nhận hồ sơ là khi nào?",
            "từ thứ 2 đến thứ 6 và sáng thứ 7 hằng tuần",
        ),
    ],
)
def test_the_day_of_signing_and_weekdays_are_times(text: str, question: str, key: str) -> None:
    best = Desk.of(text).read(question).best
    assert best is not None
    assert best.key == key


def test_the_third_meeting_is_no_day_of_the_week() -> None:
    text = "Ban kiểm tra xin lùi việc này sang kỳ họp thứ ba."
    best = Desk.of(text).read("Ban kiểm tra xin lùi việc này sang khi nào?").best
    assert best is None or best.key.lower() != "thứ ba"
