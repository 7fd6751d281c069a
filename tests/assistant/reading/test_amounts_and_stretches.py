"""Amounts of money, names joined by a dash, holders of offices named after places."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.amounts import money_asked
from assistant.reading.stretches import stretches_asked, tells_of
from corpus.names import find_bodies
from corpus.normalize import comparable
from corpus.places import keys_of
from corpus.quantities import find_quantities
from corpus.read import read_document

TEXT = """Đường ven biển: khởi công hai đoạn
Chủ tịch UBND tỉnh Hà Giang Nguyễn Minh Tiến cho biết dự án có tổng mức đầu tư 1.240 tỷ đồng.
Đoạn Nga Sơn - Hoằng Hóa dài 29,7 km, đoạn Hoằng Hóa - Sầm Sơn dài 12,3 km và Tĩnh Gia dài 8 km.
Trong năm 2024, cơ quan chức năng đã cấp gần 18.000 giấy phép điện tử cho xe chở đá.
Giám đốc Trung tâm Điều hành thuộc Thành phố Hồ Chí Minh nói công trình sẽ xong sớm.
Vốn ngân sách tỉnh 620 tỷ đồng, chiếm 50% tổng mức đầu tư; 6 tháng/1 lần, chủ đầu tư phải báo cáo.
Theo ông Trương Hòa Bình, Phó Ban quản lý, Việt Nam có nhiều tuyến như vậy.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The report, ready to be asked."""
    path = tmp_path_factory.mktemp("ven-bien") / "ven-bien.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Đoạn Hoằng Hóa - Sầm Sơn dài bao nhiêu km?", "12,3 km"),
        ("Vốn ngân sách tỉnh là bao nhiêu?", "620 tỷ đồng"),
        ("Ai là Chủ tịch UBND tỉnh Hà Giang?", "Nguyễn Minh Tiến"),
        ("Bao lâu chủ đầu tư phải báo cáo một lần?", "6 tháng/1 lần"),
    ],
)
def test_the_key_of_the_answer(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert answer.key == key, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Đoạn Sầm Sơn - Tĩnh Gia dài bao nhiêu km?",
        "Lệ phí giấy phép điện tử là bao nhiêu?",
        "Ai là Giám đốc Trung tâm Điều hành?",
    ],
)
def test_what_comes_near_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.REFUSED, answer.text


@pytest.mark.parametrize(
    ("question", "money"),
    [
        ("Kinh phí thực hiện là bao nhiêu?", True),
        ("Năm 2025, thu ngân sách đạt bao nhiêu?", True),
        ("Dự án cần bao nhiêu vốn?", True),
        ("Quỹ đất là bao nhiêu?", False),
        ("Doanh thu tăng bao nhiêu?", False),
        ("Vốn FDI chiếm bao nhiêu?", False),
    ],
)
def test_money_is_asked_for(question: str, money: bool) -> None:  # noqa: FBT001 - a table of cases
    assert money_asked(question) is money


def test_a_stretch_is_one_name_either_way() -> None:
    assert stretches_asked("Đoạn Vinh-Cam Lộ năm 2016-2020, khối lớp 6 - 9") == ("Vinh-Cam",)
    told = comparable("từ Vinh đến Cam Lộ; đoạn Pháp Vân - Cầu Giẽ; Vinh, Huế - Cam Lộ")
    assert tells_of("Vinh-Cam", told)
    assert tells_of("Giẽ - Pháp", comparable("Pháp Vân và Cầu Giẽ")) is False
    assert not tells_of("Huế - Vinh", told)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND tỉnh Hà Giang Nguyễn Minh Tiến nói", ["UBND tỉnh Hà Giang", "Nguyễn Minh Tiến"]),
        ("Chủ tịch HĐND TP Nguyễn Thị Tâm", ["HĐND TP", "Nguyễn Thị Tâm"]),
        ("Thủ tướng Chính phủ Phạm Văn Đồng", ["Chính phủ", "Phạm Văn Đồng"]),
        ("UBND quận Hoàn Kiếm Phạm Tuấn Long", ["UBND quận Hoàn Kiếm", "Phạm Tuấn Long"]),
        ("Sở Y tế Hải Dương Phạm Mạnh Cường", ["Sở Y tế Hải Dương", "Phạm Mạnh Cường"]),
        ("UBND xã Nguyễn Văn Linh họp", ["UBND xã Nguyễn Văn Linh"]),
    ],
)
def test_who_is_named_right_after_a_body_or_place(text: str, names: list[str]) -> None:
    assert [body.text for body in find_bodies(text)] == names


def test_a_province_in_a_persons_name_is_no_place() -> None:
    assert keys_of("Phó Thủ tướng Trương Hòa Bình") == frozenset()
    assert keys_of("tỉnh Hòa Bình") == frozenset({"hòa bình"})


def test_so_many_months_once() -> None:
    (found,) = find_quantities("cứ 6 tháng/1 lần phải báo cáo")
    assert found.unit == "tháng/1 lần"
