"""Evidence must speak of the place, area, class or grade that a question is limited to."""

import pytest

from assistant.reading.scope import home_of, unmet_scope
from corpus.read import document_of
from tests.assistant.reading.fakes import Desk

CITY = """Hải Phòng: kế hoạch giáo dục và nước sạch

Đến năm 2030, tỷ lệ đô thị hóa đạt trên 80%, gấp 1,5 lần bình quân cả nước. Tỷ lệ hộ dân khu vực \
nông thôn được cung cấp nước sạch đạt 95%.

Đến năm 2030, 60% học sinh lớp 5 và 70% học sinh lớp 9 biết bơi. Tối thiểu 30% trường tiểu học có \
bể bơi. Huyện Tiên Lãng xây 2 bể bơi.
"""


@pytest.fixture(scope="module")
def city() -> Desk:
    """Return a plan of one city."""
    return Desk.of(CITY)


@pytest.mark.parametrize(
    ("question", "unmet"),
    [
        ("Tỷ lệ đô thị hóa của cả nước năm 2030 là bao nhiêu?", "cả nước"),
        ("Tỷ lệ đô thị hóa của Đà Nẵng năm 2030 là bao nhiêu?", "Đà Nẵng"),
        ("Tỷ lệ hộ dân khu vực đô thị được cung cấp nước sạch là bao nhiêu?", "đô thị"),
        ("Bao nhiêu phần trăm học sinh lớp 7 biết bơi?", "lớp 7"),
        ("Bao nhiêu trường trung học cơ sở có bể bơi?", "trung học cơ sở"),
        ("Bao nhiêu phần trăm học sinh mầm non biết bơi?", "mầm non"),
        ("Bao nhiêu phần trăm học sinh trung học cơ sở lớp 9 biết bơi?", ""),
        ("Tỷ lệ đô thị hóa của Hải Phòng năm 2030 là bao nhiêu?", ""),
        ("Tỷ lệ đô thị hóa gấp mấy lần cả nước?", ""),
        ("Tỷ lệ hộ dân nông thôn được cung cấp nước sạch là bao nhiêu?", ""),
        ("Bao nhiêu phần trăm học sinh lớp 9 biết bơi?", ""),
        ("Huyện Tiên Lãng xây mấy bể bơi?", ""),
    ],
)
def test_a_limit_must_be_met(city: Desk, question: str, unmet: str) -> None:
    reading = city.read(question)
    assert reading.best is not None
    assert unmet_scope(reading.question, reading.best) == unmet


def test_a_document_is_about_the_place_its_title_names_or_the_text_names_most() -> None:
    assert home_of(document_of("a", CITY)) == {"hải phòng"}
    often = document_of("b", "Kế hoạch\n\nTỉnh Lào Cai và Lào Cai, ở Lào Cai. Cả nước.\n")
    assert home_of(often) == {"lào cai"}
    assert (
        home_of(document_of("c", "Kế hoạch chung\n\nNăm nay cả nước và Lào Cai đổi mới.\n"))
        == frozenset()
    )


def test_a_country_of_one_syllable_is_not_met_by_a_part_of_a_word() -> None:
    asked = "Hà Nội phối hợp với nước Pháp về việc gì?"
    for text, unmet in (
        ("Hà Nội phối hợp với Bộ Tư pháp về Luật Thủ đô.", "Pháp"),
        ("Hà Nội phối hợp với Pháp về bảo tồn.", ""),
    ):
        reading = Desk.of(f"Hà Nội: hợp tác\n\n{text}\n").read(asked)
        assert reading.best is not None
        assert unmet_scope(reading.question, reading.best) == unmet


MARKETS = """Kế hoạch phát triển chợ

Đến năm 2030 có 100% chợ hạng 1, trên 40% chợ hạng 2 và trên 20% chợ hạng 3 được công nhận chợ văn
minh thương mại.

Đến năm 2030, diện tích nhà ở bình quân đạt 33 m2, trong đó khu vực đô thị đạt 35 m2 và khu vực
nông thôn đạt 30 m2.
"""


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Bao nhiêu phần trăm chợ hạng 1 được công nhận chợ văn minh thương mại?", "100%"),
        ("Bao nhiêu phần trăm chợ hạng 2 được công nhận chợ văn minh thương mại?", "trên 40%"),
        ("Diện tích nhà ở bình quân khu vực nông thôn năm 2030 là bao nhiêu?", "30 m2"),
    ],
)
def test_the_part_of_a_sentence_that_speaks_of_the_class(question: str, key: str) -> None:
    best = Desk.of(MARKETS).read(question).best
    assert best is not None
    assert best.key == key


def test_guests_from_the_country_are_told_apart_by_either_name() -> None:
    desk = Desk.of(
        "Huế: kế hoạch du lịch\n\nNăm 2030 đón 3 triệu lượt khách quốc tế, đón 9 triệu lượt khách "
        "nội địa.\n"
    )
    for asked, figure in (("trong nước", "9 triệu"), ("nước ngoài", "3 triệu")):
        reading = desk.read(f"Năm 2030 đón bao nhiêu khách {asked}?")
        assert reading.best is not None
        assert figure in reading.best.quote
        assert not unmet_scope(reading.question, reading.best)


def test_a_country_that_ends_a_name_limits_nothing() -> None:
    text = (
        "Tin Hà Nội\n\nHội Vận tải ôtô Việt Nam kiến nghị đổi bến.\n\n"
        "Ông Lê Văn Tám, Chủ tịch Hội Vận tải ôtô, nêu lý do.\n"
    )
    reading = Desk.of(text).read("Chủ tịch Hội Vận tải ôtô Việt Nam là ai?")
    assert reading.best is not None
    assert not unmet_scope(reading.question, reading.best)
    reading = Desk.of(text).read("Chủ tịch Hội Vận tải ôtô của Việt Nam là ai?")
    assert reading.best is not None
    assert unmet_scope(reading.question, reading.best) == "Việt Nam"


def test_a_stage_that_the_text_names_elsewhere_must_be_named() -> None:
    text = (
        "Dự án cầu Đen\n\nTổng mức đầu tư dự án là 300 tỷ đồng, chia hai giai đoạn.\n\n"
        "Giai đoạn hai mở rộng mặt cầu.\n"
    )
    for question, unmet in (
        ("Tổng mức đầu tư của giai đoạn hai là bao nhiêu?", "giai đoạn hai"),
        ("Tổng mức đầu tư của giai đoạn 2 là bao nhiêu?", "giai đoạn 2"),
        ("Tổng mức đầu tư của dự án là bao nhiêu?", ""),
    ):
        reading = Desk.of(text).read(question)
        assert reading.best is not None
        assert unmet_scope(reading.question, reading.best) == unmet
