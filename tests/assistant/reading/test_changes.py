"""What a change begins with is no answer for what it comes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import analyse
from assistant.reading.changes import asks_for_start, begins_change, is_of_own_year
from corpus.model import Span
from corpus.quantities import find_quantities
from tests.assistant.reading.fakes import Desk

CHANGES = """Kế hoạch phát triển công nghiệp

Tỷ lệ nội địa hoá tăng từ 20-25% hiện nay, lên mức 30% vào năm 2025 và 40% vào năm 2030.

Mức lương cơ sở được điều chỉnh từ 1,39 triệu đồng/tháng lên 1,49 triệu đồng/tháng.

Dân số 64.433 người.

Số hộ nghèo giảm từ 401 hộ năm 2017 xuống còn 208 hộ năm 2020.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(CHANGES)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Tỷ lệ nội địa hoá năm 2030 là bao nhiêu?", "40%"),
        ("Tỷ lệ nội địa hoá năm 2025 là bao nhiêu?", "30%"),
        ("Tỷ lệ nội địa hoá hiện nay là bao nhiêu?", "từ 20-25%"),
        ("Lương cơ sở tăng lên bao nhiêu?", "1,49 triệu đồng/tháng"),
        ("Lương cơ sở được điều chỉnh từ bao nhiêu?", "từ 1,39 triệu đồng/tháng"),
        ("Số hộ nghèo năm 2017 là bao nhiêu?", "từ 401 hộ"),
        ("Số hộ nghèo năm 2020 là bao nhiêu?", "208 hộ"),
        ("Dân số là bao nhiêu?", "64.433 người"),
    ],
)
def test_the_figure_of_a_change_that_is_asked_for(desk: Desk, question: str, key: str) -> None:
    best = desk.read(question).best
    assert best is not None
    assert best.key == key


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("tăng từ 30% lên 50%", True),
        ("nâng từ mức 40% hiện nay lên khoảng 80%", True),
        ("giảm từ 401 xuống còn 208 đơn vị", True),
        ("đủ 30% lên 50%", False),
        ("từ 15 tuổi trở lên", False),
        ("từ 60-62% vào năm 2025", False),
        ("từ 30 ha; lên 50 ha", False),
    ],
)
def test_what_a_change_begins_with(text: str, begins: bool) -> None:  # noqa: FBT001 - a table
    first = find_quantities(text)[0]
    assert begins_change(text, first.span) is begins
    assert begins_change(text, first.number_span) is begins


def test_the_beginning_may_name_its_year() -> None:
    text = "từ 56% năm 2017 lên 70% vào năm 2025"
    assert is_of_own_year(text, find_quantities(text)[0].span)
    assert not is_of_own_year("từ 56% lên 70% vào năm 2025", Span(0, 6))


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Công suất tăng từ bao nhiêu?", True),
        ("Công suất hiện đạt bao nhiêu?", False),
        ("Công suất hiện nay là bao nhiêu?", True),
        ("Công suất tăng lên bao nhiêu?", False),
    ],
)
def test_asking_for_the_beginning(question: str, start: bool) -> None:  # noqa: FBT001 - a table
    assert asks_for_start(analyse(question)) is start


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_may_be_looked_at(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    if start < end:
        assert begins_change(text, Span(start, end)) in (True, False)
