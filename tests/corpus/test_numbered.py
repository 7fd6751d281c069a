"""Things told apart by a number beside their name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numbered import find_numbered


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("học sinh lớp 9 biết bơi", [("lớp", "9")]),
        ("tại quận 1, 3 và 5 của thành phố", [("quận", "1"), ("quận", "3"), ("quận", "5")]),
        ("40% chợ hạng 2 và 20% chợ hạng 3", [("hạng", "2"), ("hạng", "3")]),
        ("Đại hội lần thứ XIII, khóa XII", [("lần", "13"), ("khóa", "12")]),
        ("nhóm thứ ba; tháng thứ 2 liên tiếp", [("nhóm", "3"), ("tháng", "2")]),
        ("Điều 5, khoản 2", [("điều", "5"), ("khoản", "2")]),
        ("khu A và khu B", [("khu", "a"), ("khu", "b")]),
        ("giai đoạn 2021-2025, lớp 40 học sinh, tháng 7", []),
        ("đứng thứ 10 thế giới, xếp hạng 5", []),
        ("nhóm 5,5% và cấp 20 giấy phép", []),
    ],
)
def test_what_is_numbered(text: str, found: list[tuple[str, str]]) -> None:
    """The noun and the number, however written; counts, years and ranks are none."""
    assert [(each.noun, each.number) for each in find_numbered(text)] == found


@given(st.text(alphabet="quận lớp thứ ba1 3,xvi.-%A", max_size=60))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    """Spans are slices, in order, and never overlap."""
    spans = [each.span for each in find_numbered(text)]
    assert all(span.of(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
