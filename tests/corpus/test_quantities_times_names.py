"""Times, document numbers and named bodies: known answers."""

import pytest

from corpus.dates import TimeBound, TimeKind, find_times
from corpus.names import NameKind, find_bodies
from corpus.references import find_document_numbers


@pytest.mark.parametrize(
    ("text", "kind", "key", "iso", "bound"),
    [
        ("đến năm 2030", "year", "2030", "2030", "until"),
        ("trước năm 2030", "year", "2030", "2030", "before"),
        ("từ năm 2021", "year", "2021", "2021", "since"),
        ("năm 2022", "year", "2022", "2022", "at"),
        ("Đến 2030 người dân được gì", "year", "2030", "2030", "until"),
        ("giai đoạn từ nay đến năm 2030", "year", "2030", "2030", "until"),
        ("giai đoạn 2021 - 2025", "period", "2021-2025", "2021/2025", "at"),
        ("giai đoạn 2021-30", "period", "2021-2030", "2021/2030", "at"),
        ("từ năm 2021 đến năm 2025", "period", "2021-2025", "2021/2025", "since"),
        ("ngày 07 tháng 02 năm 2023", "date", "2023", "2023-02-07", "at"),
        ("17/11/2022", "date", "2022", "2022-11-17", "at"),
        ("ngày 15/11 hằng năm"[:10], "date", "", "--11-15", "at"),
        ("tháng 5/2022", "month", "2022", "2022-05", "at"),
        ("quý III năm 2024", "quarter", "2024", "2024-Q3", "at"),
        ("hằng năm", "every_year", "hằng năm", "", "at"),
        ("mỗi năm", "every_year", "hằng năm", "", "at"),
        ("đến năm 30", "year", "2030", "2030", "until"),
        ("16:08", "clock", "", "", "at"),
    ],
)
def test_times(text: str, kind: str, key: str, iso: str, bound: str) -> None:
    (time,) = find_times(text)
    assert (time.kind, time.key, time.iso, time.bound) == (
        TimeKind(kind), key, iso, TimeBound(bound),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Năm 1814, vua cho xây thành", "1814"),
        ("ngày 5 tháng 1 năm 1876", "1876-01-05"),
        ("tháng 5 năm 1788", "1788-05"),
    ],
)
def test_years_of_long_ago(text: str, iso: str) -> None:
    assert [time.iso for time in find_times(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    ["2030 doanh nghiệp", "trong năm 1200 tỷ đồng", "2000 USD", "1.950 ha", "số 12030", "2030%"],
)
def test_what_is_no_year(text: str) -> None:
    assert find_times(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chương trình hành động số 21-CTr/TU, thực hiện", "21-CTr/TU"),
        ("Nghị quyết số 29-NQ/TW ngày", "29-NQ/TW"),
        ("Số: 12/NQ-CP", "12/NQ-CP"),
        ("Kế hoạch 144/KH-UBND ngày 24", "144/KH-UBND"),
        ("Quyết định số 1717/QĐ-TTg", "1717/QĐ-TTg"),
        ("Tờ trình số 133/TTr-SKHCN ngày", "133/TTr-SKHCN"),
        ("Nghị quyết số 57- NQ/TW ngày", "57- NQ/TW"),
        ("Luật số 24/2023/QH15", "24/2023/QH15"),
        ("Nghị quyết số 50 - NQ / TW về", "50 - NQ / TW"),
        ("Pháp lệnh số 23/2000/PL-UBTVQH10 hết", "23/2000/PL-UBTVQH10"),
        ("Chương trình 21-CTr/TU - TP", "21-CTr/TU"),
        ("nghi quyet 29-nq/tw", "29-nq/tw"),
        ("theo Nghị quyết 57, các bộ", "Nghị quyết 57"),
    ],
)
def test_document_numbers(text: str, number: str) -> None:
    assert [found.text for found in find_document_numbers(text)] == [number]


@pytest.mark.parametrize(
    "text", ["khoảng 7%/năm", "tăng 5-7%", "100/km", "kinh tế - xã hội", "12 người/vạn dân", "3-D"]
)
def test_what_is_no_document_number(text: str) -> None:
    assert find_document_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("phối hợp với Bộ Tư pháp và các cơ quan", ["Bộ Tư pháp"]),
        ("của Ban Chấp hành Trung ương về", ["Ban Chấp hành Trung ương"]),
        ("Giám đốc Sở Kế hoạch và Đầu tư Nguyễn Mạnh Quyền trình bày",
         ["Sở Kế hoạch và Đầu tư", "Nguyễn Mạnh Quyền"]),
        ("Sở Văn hoá, Thể thao và Du lịch chủ trì", ["Sở Văn hoá, Thể thao và Du lịch"]),
        ("của Ngân hàng Thế giới (WB) cho", ["Ngân hàng Thế giới (WB)"]),
        ("trình UBND thành phố Hà Nội xem", ["UBND thành phố Hà Nội"]),
        ("do Công an tỉnh chủ trì", ["Công an tỉnh"]),
        ("bà Stefanie Stallmeister nói", ["Stefanie Stallmeister"]),
        ("bộ tư pháp chủ trì", ["bộ tư pháp"]),
        ("Bộ Công an, Bộ Y tế", ["Bộ Công an", "Bộ Y tế"]),
        ("phủ sóng cho toàn bộ dân số, các cơ sở y tế và nội bộ ngành", []),
        ("tuyến Metro Số 1 đói vốn", []),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str]) -> None:
    assert [body.text for body in find_bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trưởng Ban Công tác đại biểu cho hay", ["Ban Công tác đại biểu"]),
        ("Giám đốc Trung tâm Phục hồi chức năng", ["Trung tâm Phục hồi chức năng"]),
        (
            "Chủ tịch Tổng Liên đoàn Lao động Việt Nam Bùi Văn Sơn nói",
            ["Tổng Liên đoàn Lao động Việt Nam", "Bùi Văn Sơn"],
        ),
    ],
)
def test_where_a_body_name_ends(text: str, names: list[str]) -> None:
    assert [body.text for body in find_bodies(text)] == names


def test_a_person_is_told_from_a_body() -> None:
    kinds = [body.kind for body in find_bodies("Bộ trưởng Nguyễn Văn An tại Bộ Y tế ở Hà Nội")]
    assert kinds == [NameKind.PERSON, NameKind.BODY, NameKind.OTHER]


def test_a_dash_that_begins_a_line_is_no_code_of_the_kind_before_it() -> None:
    assert find_document_numbers("đạt 87,7% kế hoạch\n- Trong số vốn") == ()
