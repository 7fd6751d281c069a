"""Who does a thing is named right before its verb; a body's second sector may be printed small."""

import pytest

from corpus.names import find_bodies
from tests.assistant.reading.fakes import Desk


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Ai sẽ quyết định chọn nhà đầu tư?", "Thủ tướng"),
        ("Ai thẩm định hồ sơ dự án?", "Bộ Kế hoạch và đầu tư"),
    ],
)
def test_who_stands_right_before_the_verb_does_it(question: str, key: str) -> None:
    text = (
        "Sau khi có báo cáo, Bộ Kế hoạch và đầu tư sẽ thẩm định hồ sơ dự án và Thủ tướng sẽ quyết "
        "định chọn nhà đầu tư."
    )
    best = Desk.of(text).read(question).best
    assert best is not None
    assert best.key == key


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bộ Tài nguyên và môi trường trình", ["Bộ Tài nguyên và môi trường"]),
        ("Sở Tài chính và công an huyện họp", ["Sở Tài chính", "công an huyện"]),
    ],
)
def test_two_sectors_of_one_body(text: str, names: list[str]) -> None:
    assert [body.text for body in find_bodies(text)] == names
