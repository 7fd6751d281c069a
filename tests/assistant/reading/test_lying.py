"""Which district a place lies in is told by what stands right after its name."""

import pytest

from assistant.reading.lying import is_of_other_level, lying_in
from corpus.model import Span

NEWS = "Dân xã An Hòa (huyện Sông Đà, tỉnh Đồng Hương) nói cây mọc ở thôn Hạ Vũ, xã Mỹ Lộc."


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Xã An Hòa thuộc huyện nào?", "huyện Sông Đà"),
        ("Xã An Hòa ở tỉnh nào?", "tỉnh Đồng Hương"),
        ("Thôn Hạ Vũ nằm ở xã nào?", "xã Mỹ Lộc"),
        ("Thôn Hạ Vũ thuộc huyện nào?", None),
        ("Xã Sơn Hải thuộc huyện nào?", None),
        ("Cây mọc ở xã nào?", None),
    ],
)
def test_what_a_named_place_lies_in(question: str, place: str | None) -> None:
    found = lying_in(question, NEWS, Span(0, len(NEWS)))
    assert (found.of(NEWS) if found else None) == place


def test_a_place_of_another_level_is_not_asked_for() -> None:
    assert is_of_other_level(("huyện",), "xã An Hòa")
    assert not is_of_other_level(("huyện",), "huyện Sông Đà")
    assert not is_of_other_level(("huyện",), "Sông Đà")
    assert not is_of_other_level(("tỉnh",), "thành phố Hà Đông")
    assert not is_of_other_level(("nơi",), "xã An Hòa")
