"""What evidence falls short of: a rank, a run of months, the sort of a counted thing."""

import pytest

from assistant.reading.narrowing import unmet_narrowing
from assistant.reading.short_of import unsaid_rank
from tests.assistant.reading.fakes import Desk

NEWS = """Tin huyện Bình Mai

Huyện Bình Mai đạt chuẩn nông thôn mới.

Kim ngạch xuất khẩu tháng 9/2030 ước đạt 79 triệu USD.

Có 4/6 trường THPT đạt chuẩn quốc gia trong huyện.

Các công ty tư nhân thu gom 60% khối lượng rác của huyện.

Xã An Hòa có số hộ trồng cam nhiều nhất huyện.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return some news."""
    return Desk.of(NEWS)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Huyện đầu tiên đạt chuẩn nông thôn mới là huyện nào?", "đầu tiên"),
        ("Huyện nào đạt chuẩn nông thôn mới?", ""),
        ("Xã nào có số hộ trồng cam nhiều nhất huyện?", ""),
        ("Kim ngạch xuất khẩu 9 tháng đầu năm 2030 đạt bao nhiêu?", "9 tháng đầu năm"),
        ("Kim ngạch xuất khẩu tháng 9 năm 2030 đạt bao nhiêu?", ""),
        ("Bao nhiêu trường mầm non đạt chuẩn quốc gia?", "mầm non"),
        ("Bao nhiêu trường THPT đạt chuẩn quốc gia?", ""),
        ("Có bao nhiêu công ty tư nhân thu gom rác của huyện?", "công"),
        ("Các công ty tư nhân thu gom bao nhiêu phần trăm rác?", ""),
    ],
)
def test_what_evidence_falls_short_of_is_named(desk: Desk, question: str, asked: str) -> None:
    reading = desk.read(question)
    assert reading.best is not None
    miss = unmet_narrowing(reading, reading.best, desk.annotations)
    assert (miss.asked if miss else "") == asked


def test_a_rank_of_another_kind_is_no_rank_by_size() -> None:
    desk = Desk.of("Tin\n\nXã An Hòa là xã khó khăn nhất của huyện.\n")
    reading = desk.read("Xã nào đông nhất huyện?")
    assert reading.best is not None
    assert unsaid_rank(reading.question, reading.best) == "đông nhất"
