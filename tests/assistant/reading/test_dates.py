"""Which times of a clause may be when something is: of the number asked about, and of no plan."""

import pytest

from tests.assistant.reading.fakes import Desk

RULES = "Tin\n\nNghị định 19 thay thế Nghị định 107 có hiệu lực thi hành ngày 15/5/2016.\n"
PLANNED = (
    "Tin\n\nQuy hoạch bến xe trên địa bàn Hà Nội đến năm 2030 xác định Yên Sở là bến xe khách.\n\n"
    "Chợ Yên Sở mở cửa năm 2027.\n"
)


@pytest.mark.parametrize(
    "question",
    ["Nghị định 19 có hiệu lực thi hành từ ngày nào?", "Nghị định 19 có hiệu lực khi nào?"],
)
def test_what_is_told_of_the_first_number_has_its_day_after_the_second(question: str) -> None:
    best = Desk.of(RULES).read(question).best
    assert best is not None
    assert best.key == "ngày 15/5/2016"


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Bến xe Yên Sở hoạt động khi nào?", ""),
        ("Quy hoạch bến xe đến năm nào?", "2030"),
        ("Chợ Yên Sở mở cửa khi nào?", "năm 2027"),
    ],
)
def test_the_year_of_a_plan_is_when_nothing_in_it_happens(question: str, key: str) -> None:
    best = Desk.of(PLANNED).read(question).best
    assert best is not None
    assert (best.key if best.typed else "") == key
