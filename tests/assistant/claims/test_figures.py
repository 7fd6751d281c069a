"""Figures compared: notation, scale words, shares and roundings do not matter; digits do."""

import pytest

from assistant.claims.figures import Figure, as_said, differing, of_quantity
from assistant.claims.verdict import Aspect
from assistant.matching import View
from corpus.quantities import mentions

NOTHING = View(())


def figure(text: str) -> Figure:
    (quantity,) = mentions(text).quantities
    return as_said(of_quantity(quantity), text, quantity.span)


@pytest.mark.parametrize(
    ("claimed", "stated"),
    [
        ("8,3 nghìn USD", "8.300 USD"),
        ("75 phần trăm", "75%"),
        ("1 nghìn tỷ đồng", "1.000 tỷ đồng"),
        ("1.500 triệu USD", "1,5 tỷ USD"),
        ("6,5 triệu người", "6,5 triệu dân"),
        ("ba phần tư", "75%"),
        ("một nửa", "50%"),
        ("khoảng 695.000 ha", "694.645 ha"),
        ("695 nghìn ha", "694.645 ha"),
        ("hơn 694.000 ha", "694.645 ha"),
        ("gần 700.000 ha", "694.645 ha"),
        ("hơn 24 nghìn lượt", "24.365 lượt"),
        ("gần 1.300 tỷ đồng", "1.290 tỷ đồng"),
        ("ngót 1.300 tỷ đồng", "1.290 tỷ đồng"),
        ("cỡ 170 tỷ đồng", "168 tỷ đồng"),
    ],
)
def test_another_way_to_write_a_figure_is_no_difference(claimed: str, stated: str) -> None:
    assert differing(figure(claimed), figure(stated), NOTHING) == ()


@pytest.mark.parametrize(
    ("claimed", "stated", "aspect"),
    [
        ("75%", "trên 75%", Aspect.BOUND),
        ("khoảng 75%", "75%", Aspect.BOUND),
        ("76%", "75%", Aspect.VALUE),
        ("694.646 ha", "694.645 ha", Aspect.VALUE),
        ("694.600 ha", "694.645 ha", Aspect.VALUE),  # nothing says that it rounds
        ("hơn 695.000 ha", "694.645 ha", Aspect.VALUE),
        ("khoảng 650.000 ha", "694.645 ha", Aspect.VALUE),
        ("khoảng 12.000 USD", "trên 12.500 USD", Aspect.VALUE),
        ("khoảng 25 nghìn lượt", "24.365 lượt", Aspect.VALUE),
        ("gần 24 nghìn lượt", "24.365 lượt", Aspect.VALUE),
        ("1.300 tỷ đồng", "1.290 tỷ đồng", Aspect.VALUE),
        ("khoảng 50%", "49,1%", Aspect.VALUE),
        ("75 km", "75%", Aspect.UNIT),
    ],
)
def test_what_differs_is_named(claimed: str, stated: str, aspect: Aspect) -> None:
    assert aspect in differing(figure(claimed), figure(stated), NOTHING)


def test_a_unit_may_stand_by_its_initials() -> None:
    around = View.of("huyện còn thiếu 120 GV tiểu học")
    assert differing(figure("120 giáo viên"), figure("120"), around) == ()
    assert differing(figure("120 công nhân"), figure("120"), around) == (Aspect.UNIT,)
