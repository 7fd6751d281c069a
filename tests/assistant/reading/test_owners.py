"""A figure told of one body does not answer what is asked of another beside it."""

import pytest

from tests.assistant.reading.fakes import Desk

PRICES = (
    "Báo cáo\n\nCông ty Minh Phát xử lý 1.500 tấn mía mỗi ngày với giá 19 USD mỗi tấn, "
    "Công ty Hòa An phơi và đốt 1.300 tấn với giá 20,5 USD mỗi tấn."
)


@pytest.mark.parametrize(
    ("question", "span"),
    [
        ("Công ty Hòa An xử lý mía với giá bao nhiêu USD?", "20,5 USD"),
        ("Công ty Minh Phát xử lý mía với giá bao nhiêu USD?", "19 USD"),
    ],
)
def test_the_figure_is_of_the_body_asked_about(question: str, span: str) -> None:
    best = Desk.of(PRICES).read(question).best
    assert best is not None
    assert best.key == span
