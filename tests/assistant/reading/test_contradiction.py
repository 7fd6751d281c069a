"""Another body, or another side of a year, than the one a yes/no question says."""

import pytest

from assistant.reading.contradiction import (
    not_the_first,
    other_ordinal,
    other_side,
    other_subject,
)
from assistant.reading.premise import false_premise
from tests.assistant.reading.fakes import Desk

TEXT = """Luật mẫu

Bộ Y tế chịu trách nhiệm quản lý nhà nước về phòng bệnh. Bộ Tài chính hướng dẫn thuế.

Gia đình người cao tuổi có trách nhiệm chủ yếu trong việc phụng dưỡng.

Xe máy dừng hoạt động trên địa bàn các quận vào năm 2030.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return a short law."""
    return Desk.of(TEXT)


def test_another_body_that_does_what_is_asked_is_told(desk: Desk) -> None:
    found = other_subject(
        desk.read("Bộ Tài chính chịu trách nhiệm quản lý nhà nước về phòng bệnh phải không?")
    )
    assert found is not None
    assert not found.agrees
    assert (found.stated, found.asked) == ("Bộ Y tế", "Bộ Tài chính")


@pytest.mark.parametrize(
    "question",
    [
        "Bộ Y tế chịu trách nhiệm quản lý nhà nước về phòng bệnh phải không?",
        "Bộ Tài chính hướng dẫn thuế phải không?",
        "Bộ nào chịu trách nhiệm quản lý nhà nước về phòng bệnh?",
    ],
)
def test_a_body_that_is_right_or_asked_for_is_let_be(desk: Desk, question: str) -> None:
    assert other_subject(desk.read(question)) is None


@pytest.mark.parametrize(
    ("question", "agrees"),
    [
        ("Xe máy có dừng hoạt động trên địa bàn các quận trước năm 2025 không?", False),
        ("Xe máy có dừng hoạt động trên địa bàn các quận trước năm 2035 không?", True),
        ("Xe máy có dừng hoạt động trên địa bàn các quận sau năm 2025 không?", True),
    ],
)
def test_before_and_after_a_year(desk: Desk, question: str, *, agrees: bool) -> None:
    reading = desk.read(question)
    assert reading.best is not None
    found = other_side(reading.question, reading.best)
    assert found is not None
    assert found.agrees is agrees


def test_who_acts_though_nobody_is_named(desk: Desk) -> None:
    best = desk.read("Ai có trách nhiệm chủ yếu trong việc phụng dưỡng?").best
    assert best is not None
    assert best.key == "Gia đình người cao tuổi"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Nghị quyết được thông qua tại kỳ họp thứ 4 phải không?", "họp thứ 3"),
        ("Có kỳ họp thứ 3 không?", ""),
    ],
)
def test_another_ordinal_is_told(question: str, told: str) -> None:
    reading = Desk.of("Tin\n\nNghị quyết được Quốc hội thông qua tại kỳ họp thứ 3.\n").read(
        question
    )
    assert reading.best is not None
    found = other_ordinal(reading.question, reading.best)
    assert (found.stated if found else "") == told


def test_the_beginning_of_a_name_is_the_same_body() -> None:
    desk = Desk.of("Tin\n\nCục Thuế TP công bố tên 40 doanh nghiệp nợ thuế.\n")
    question = "Cục Thuế thành phố Hồ Chí Minh có công bố tên doanh nghiệp nợ thuế không?"
    assert other_subject(desk.read(question)) is None


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Đây là đợt công bố tên doanh nghiệp nợ thuế thứ hai trong năm", True),
        ("Đây là đợt công bố tên doanh nghiệp nợ thuế đầu tiên trong năm", False),
    ],
)
def test_a_later_one_is_not_the_first(text: str, *, denied: bool) -> None:
    question = "Đây có phải là đợt công bố tên doanh nghiệp nợ thuế đầu tiên trong năm không?"
    found = not_the_first(Desk.of(f"Tin\n\n{text}.\n").read(question))
    assert (found is not None) is denied


def test_a_later_one_is_found_behind_the_title() -> None:
    desk = Desk.of(
        "Huyện Bình Mai đạt chuẩn nông thôn mới\n\nBình Mai là huyện thứ ba trong tỉnh đạt chuẩn"
        " nông thôn mới.\n"
    )
    asked = "Bình Mai là huyện đầu tiên trong tỉnh đạt chuẩn nông thôn mới phải không?"
    found = not_the_first(desk.read(asked))
    assert found is not None
    assert found.stated == "thứ ba"


def test_by_the_year_is_no_premise() -> None:
    plan = Desk.of(
        "Kế hoạch\n\n20 | Số công bố khoa học tăng | năm | 10\n\nĐề tài kéo dài 2 năm.\n"
    )
    by_year = plan.read("Số công bố khoa học tăng bao nhiêu % 1 năm?")
    assert false_premise(by_year, plan.annotations) is None
    of_three = plan.read("Đề tài kéo dài 3 năm có kinh phí bao nhiêu?")
    assert false_premise(of_three, plan.annotations) is not None


def test_which_way_it_went_takes_neither_for_granted() -> None:
    plan = Desk.of(
        "Kế hoạch\n\nThu nhập bình quân năm 2025 đạt 80 triệu đồng, năm 2030 đạt 120 triệu đồng.\n"
    )
    asked = plan.read("Thu nhập bình quân năm 2030 tăng hay giảm so với năm 2025?")
    assert false_premise(asked, plan.annotations) is None
