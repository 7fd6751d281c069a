"""Places of a text: the country, provinces, and named smaller places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.places import COUNTRY, keys_of, other_names, places_in


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Tỷ lệ đô thị hóa của cả nước", {COUNTRY}),
        ("Việt Nam và Hà Nội", {COUNTRY, "hà nội"}),
        ("Luật Thủ đô", {"hà nội"}),
        ("thu nhập của bắc giang năm 2030", {"bắc giang"}),
        ("TP Hồ Chí Minh", {"hồ chí minh"}),
        ("huyện Sóc Sơn và xã Phú Minh", {"sóc sơn", "phú minh"}),
        ("Thừa Thiên Huế", {"huế"}),
        ("tại TP. HCM", {"hồ chí minh"}),
        ("xe máy ở tphcm", {"hồ chí minh"}),
        ("Sài Gòn xưa", {"hồ chí minh"}),
        ("Thủ đô của nước Pháp", {"pháp"}),
        ("thủ đô Paris", set()),
        ("thủ đô nước ta", {"hà nội", COUNTRY}),
        ("Nhật Bản và Hoa Kỳ", {"nhật bản", "mĩ"}),
        ("vốn từ Đức, của Mỹ", {"đức", "mĩ"}),
        ("sân Mỹ Đình, ông Đức, Pháp lệnh, theo Pháp lệnh", set()),  # one syllable of another name
        ("thanh bình, Thành phố phát triển", set()),
        ("Người dân an giang vui", set()),  # written small in a text that has capitals
        ("đất nước ngàn năm văn hiến", set()),
    ],
)
def test_places_are_known_by_name(text: str, keys: set[str]) -> None:
    assert keys_of(text) == keys


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Sài Gòn", {"hồ chí minh", "hcm", "tphcm"}),
        ("Hà Nội", {"thủ đô"}),
        ("Bắc Giang", set()),
        ("huyện Sóc Sơn", set()),
    ],
)
def test_a_place_has_other_names(text: str, others: set[str]) -> None:
    assert {name for place in places_in(text) for name in other_names(place)} == others


@given(st.text(max_size=80))
def test_places_lie_in_the_text_in_order(text: str) -> None:
    found = places_in(text)
    assert all(place.span.of(text).strip() for place in found)
    assert [place.span for place in found] == sorted(place.span for place in found)
