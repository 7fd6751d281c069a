"""Two ways to write one body's name."""

import pytest

from assistant.reading.same_body import same_body


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công ty CP Du lịch Suối Mơ", "Công ty cổ phần Du lịch Suối Mơ"),
        ("Công ty Du lịch Suối Mơ", "Công ty CP Du lịch Suối Mơ"),
        ("Công ty Suối Mơ", "Công ty TNHH MTV Du lịch Suối Mơ"),
        ("Bộ Kế hoạch Đầu tư", "Bộ Kế hoạch và Đầu tư"),
        ("Cục Thuế TP", "Cục Thuế thành phố Long Hải"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_one_body_written_in_two_ways(one: str, other: str) -> None:
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bộ Tài chính", "Bộ Tài nguyên và Môi trường"),
        ("Công ty Suối Mơ", "Công ty Suối Vàng"),
        ("UBND tỉnh", "HĐND tỉnh"),
        ("Sở Y tế", "Sở Nội vụ"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert not same_body(one, other)
