"""Places of a text: the country, provinces, and named smaller places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.places import COUNTRY, keys_of, places_in


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
        ("thanh bình, Thành phố phát triển", set()),
        ("Người dân an giang vui", set()),  # written small in a text that has capitals
        ("đất nước ngàn năm văn hiến", set()),
    ],
)
def test_places_are_known_by_name(text: str, keys: set[str]) -> None:
    assert keys_of(text) == keys


@given(st.text(max_size=80))
def test_places_lie_in_the_text_in_order(text: str) -> None:
    found = places_in(text)
    assert all(place.span.of(text).strip() for place in found)
    assert [place.span for place in found] == sorted(place.span for place in found)
