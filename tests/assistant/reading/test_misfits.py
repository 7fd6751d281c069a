"""Figures that cannot be what is asked are refused; what is told in other words is not."""

import pytest

from assistant.question import Asks, analyse
from assistant.reading.misfits import misfit
from assistant.reading.narrowing import Limit, Miss, unmet_narrowing
from assistant.reading.unit_fit import unit_fits
from tests.assistant.reading.fakes import Desk
from tests.assistant.reading.test_narrowing import looked

PLAN = """Kế hoạch phát triển huyện

Có 50% hộ gia đình lắp điện mặt trời trên mái nhà.

Hỗ trợ 30% học phí cho lao động học nghề hàn.

Quỹ Hỗ trợ nông dân cho vay tối đa 300 triệu đồng.

Doanh thu của làng nghề mới đạt 21 tỷ đồng.

Có 208 căn hộ diện tích 30 m2 để bán.

Trung tâm được mua sắm xe đưa đón, tổng chi 690 tỷ đồng.
"""
TABLE = """Kế hoạch đọc sách

TT | Nhiệm vụ | Đơn vị | Kinh phí (tỷ đồng)
1 | Cuộc thi Đại sứ đọc sách | Thư viện tỉnh | 15
2 | Tặng sách cho trường học | Sở Giáo dục và Đào tạo | 48
"""


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        (
            "Hộ gia đình lắp điện mặt trời trên mái nhà được hỗ trợ bao nhiêu tiền?",
            "bao nhiêu tiền",
        ),
        ("Lao động học nghề hàn được giảm bao nhiêu tiền học phí?", None),
        ("Lãi suất cho vay của Quỹ Hỗ trợ nông dân là bao nhiêu?", "Lãi suất"),
        ("Quỹ Hỗ trợ nông dân cho vay tối đa bao nhiêu tiền?", None),
        ("Mục tiêu doanh thu của làng nghề là bao nhiêu?", "Mục tiêu"),
        ("Doanh thu của làng nghề là bao nhiêu?", None),
        ("Có bao nhiêu căn hộ diện tích 45 m2 để bán?", "45 m2"),
        ("Có bao nhiêu căn hộ diện tích 30 m2 để bán?", None),
        ("Trung tâm mua mỗi chiếc xe đưa đón giá bao nhiêu tiền?", "mỗi chiếc"),
        ("Trung tâm chi bao nhiêu tiền mua sắm xe đưa đón?", None),
    ],
)
def test_a_figure_of_another_kind_is_missed(question: str, missed: str | None) -> None:
    desk = Desk.of(PLAN)
    reading, best = looked(desk, question)
    expected = missed and Miss(Limit.OTHER, missed)
    assert unmet_narrowing(reading, best, desk.annotations) == expected


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Phiếu bầu có kích thước bao nhiêu?", "kích thước"),
        ("Phiếu bầu dài bao nhiêu?", "dài"),
        ("Phiếu bầu phát trong bao nhiêu ngày?", None),
        ("Tuyến đường dài bao nhiêu?", None),
        ("Chiều dài tuyến đường là bao nhiêu?", None),
    ],
)
def test_a_size_is_no_length_of_time(question: str, missed: str | None) -> None:
    desk = Desk.of("Tin\n\nPhiếu bầu phát trong 10 ngày.\n\nTuyến đường có chiều dài 12 km.\n")
    reading = desk.read(question)
    assert reading.best is not None
    found = misfit(reading.question, reading.best)
    assert found == (missed or "")


def test_what_a_plan_sets_aside_is_no_prize() -> None:
    desk = Desk.of(TABLE)
    reading, best = looked(desk, "Cuộc thi Đại sứ đọc sách được thưởng bao nhiêu tiền?")
    assert unmet_narrowing(reading, best, desk.annotations) == Miss(Limit.OTHER, "thưởng")
    reading, best = looked(desk, "Kinh phí của Cuộc thi Đại sứ đọc sách là bao nhiêu?")
    assert unmet_narrowing(reading, best, desk.annotations) is None


CLASSES = """Kế hoạch hỗ trợ doanh nghiệp

Ngân sách hỗ trợ tư vấn không quá 70 triệu đồng đối với doanh nghiệp siêu nhỏ; không quá 150\
 triệu đồng đối với doanh nghiệp vừa.

Bà Trần Thị Hằng phụ trách chương trình này.
"""


def test_whom_a_figure_is_for_may_follow_it() -> None:
    desk = Desk.of(CLASSES)
    reading, best = looked(desk, "Doanh nghiệp vừa được hỗ trợ tư vấn không quá bao nhiêu?")
    assert best.key == "không quá 150 triệu đồng"
    assert unmet_narrowing(reading, best, desk.annotations) is None


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Bà Hằng phụ trách chương trình nào?", None),
        ("Bà Tuyết phụ trách chương trình nào?", Miss(Limit.NAME, "Bà Tuyết")),
    ],
)
def test_a_person_may_be_named_by_the_given_name(question: str, missed: Miss | None) -> None:
    desk = Desk.of(CLASSES)
    reading, best = looked(desk, question)
    assert unmet_narrowing(reading, best, desk.annotations) == missed


APART = """Công nhân gặp Thủ tướng

Tại Hà Nam, Thủ tướng đối thoại với 2.000 công nhân, lao động của các tỉnh.

Theo đề nghị của Vụ trưởng Vụ Thư viện; Bộ trưởng Bộ Văn hóa ban hành quyết định này.

Khu nhà ở có 768 căn, mỗi căn rộng 45 m2.

Trường có 30 giáo viên thường xuyên, thu nhập đạt 9 triệu đồng.
"""


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Riêng Hà Nam có bao nhiêu công nhân đối thoại với Thủ tướng?", "hà nam"),
        ("Hà Nam có bao nhiêu công nhân đối thoại với Thủ tướng?", None),
        ("Ai là Vụ trưởng Vụ Thư viện?", "Ai là Vụ trưởng"),
    ],
)
def test_a_part_or_a_holder_that_is_not_told(question: str, missed: str | None) -> None:
    desk = Desk.of(APART)
    reading, best = looked(desk, question)
    found = unmet_narrowing(reading, best, desk.annotations)
    assert (found and found.asked.lower()) == (missed and missed.lower())


EACH = """Chương trình đọc sách

Phấn đấu mỗi người dân được phục vụ bình quân 3 bản sách của thư viện tỉnh.

Điều 4. Chánh Văn phòng, Vụ trưởng Vụ Thư viện, Giám đốc các Sở Văn hóa chịu trách nhiệm thi hành.

Mưa lũ ngày 14/11/2025 gây thiệt hại 46 tỷ đồng cho hộ trồng rừng.
"""


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Thư viện tỉnh có bao nhiêu bản sách?", "bản sách"),
        ("Mỗi người dân có bao nhiêu bản sách của thư viện tỉnh?", None),
        ("Ai là Vụ trưởng Vụ Thư viện?", "ai là vụ trưởng"),
        ("Mỗi hộ trồng rừng bị thiệt hại bao nhiêu tiền?", "mỗi hộ"),
        ("Hộ trồng rừng bị thiệt hại bao nhiêu tiền?", None),
    ],
)
def test_what_each_has_is_not_what_all_have(question: str, missed: str | None) -> None:
    desk = Desk.of(EACH)
    reading, best = looked(desk, question)
    found = unmet_narrowing(reading, best, desk.annotations)
    assert (found and found.asked.lower()) == missed


@pytest.mark.parametrize(
    ("question", "present"),
    [
        ("Hiện tỉnh có bao nhiêu di tích?", True),
        ("Tỷ lệ hỏa táng hiện là bao nhiêu?", True),
        ("Hiện đại hóa nông nghiệp cần bao nhiêu vốn?", False),
        ("Mục tiêu hiện nay là bao nhiêu?", False),
    ],
)
def test_the_state_of_things_today_is_asked_for(question: str, *, present: bool) -> None:
    assert analyse(question).asks_present is present


def test_a_village_is_no_commune() -> None:
    asked = analyse("Huyện có bao nhiêu thôn?")
    assert unit_fits(asked, "thôn")
    assert not unit_fits(asked, "xã")


def test_hectares_are_no_square_metres() -> None:
    question = analyse("Khu nhà ở rộng bao nhiêu héc-ta?")
    assert question.unit == "héc-ta"
    assert unit_fits(question, "ha")
    assert unit_fits(question, "nghìn ha")
    assert not unit_fits(question, "m2")


def test_a_month_and_its_year_are_a_date() -> None:
    assert analyse("Bệnh viện mở cửa tháng mấy năm nào?").asks[0] is Asks.DATE


def test_so_many_each_time_is_a_count() -> None:
    assert analyse("Mỗi lần được mượn mấy cuốn?").asks[0] is Asks.QUANTITY
    assert analyse("Được mượn mỗi lần mấy cuốn?").asks[0] is Asks.QUANTITY
    assert analyse("Đại hội lần mấy thông qua?").asks[0] is Asks.ORDINAL


LINES = """Thay xe buýt

TT | Tuyến | Số xe điện thay thế | Thời hạn
1 | Phan Rang - Vĩnh Hy | 10 | Quý IV/2027
2 | Phan Rang - Cà Ná | 12 | Quý I/2028
"""


def test_a_column_of_cars_counts_no_trips() -> None:
    desk = Desk.of(LINES)
    reading, best = looked(desk, "Tuyến Phan Rang - Vĩnh Hy mỗi ngày chạy mấy chuyến?")
    if best.key == "10":
        assert unmet_narrowing(reading, best, desk.annotations) == Miss(Limit.OTHER, "chuyến")
    reading, best = looked(desk, "Tuyến Phan Rang - Vĩnh Hy được thay mấy xe?")
    assert best.key == "10"
    assert unmet_narrowing(reading, best, desk.annotations) is None
