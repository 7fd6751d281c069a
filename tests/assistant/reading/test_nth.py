"""The item of a list that is asked for by its place."""

import pytest

from assistant.reading.nth import items_of, nth_item
from corpus.model import Span
from tests.assistant.reading.fakes import Desk

TEXT = (
    "Nghị quyết đại hội\n\nNghị quyết xác định ba khâu đột phá gồm: hoàn thiện hạ tầng; nâng cao "
    "nhân lực; cải cách thủ tục.\n\nĐại hội lần thứ hai họp ba ngày.\n"
)


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("Khâu đột phá đầu tiên là gì?", "hoàn thiện hạ tầng"),
        ("Khâu đột phá thứ hai là gì?", "nâng cao nhân lực"),
        ("Khâu đột phá cuối cùng là khâu nào?", "cải cách thủ tục"),
        ("Khâu đột phá thứ năm là gì?", ""),
    ],
)
def test_the_place_names_the_item(question: str, item: str) -> None:
    found = nth_item(Desk.of(TEXT).read(question))
    assert found is not None
    assert found.key == item


@pytest.mark.parametrize(
    "question",
    ["Đại hội lần thứ hai họp mấy ngày?", "Ba khâu đột phá là gì?", "Nhiệm vụ đầu tiên là gì?"],
)
def test_other_questions_ask_for_no_item(question: str) -> None:
    assert nth_item(Desk.of(TEXT).read(question)) is None


def test_pieces_beyond_the_count_join_the_one_before() -> None:
    text = "sản xuất linh kiện, phụ tùng, hỗ trợ ngành dệt may, da giày và hỗ trợ công nghệ cao"
    items = [item.of(text) for item in items_of(text, Span(0, len(text)), 3)]
    assert items == [
        "sản xuất linh kiện, phụ tùng",
        "hỗ trợ ngành dệt may, da giày",
        "hỗ trợ công nghệ cao",
    ]
