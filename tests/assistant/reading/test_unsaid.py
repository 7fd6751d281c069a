"""The word that a question turns on must be said somewhere in the document."""

import pytest

from assistant.reading.unsaid import unsaid
from tests.assistant.reading.fakes import Desk

NEWS = """TIN XÃ AN HÒA

Ông Lê Văn Tám cho phép đấu giá vườn cây ngày 2/3/2019, bài thi viết bằng tiếng Việt.

Ban Quản lý vườn được giao trồng cây ở xã An Hòa.
"""


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Ai trúng đấu giá vườn cây?", "trúng"),
        ("Ai cho phép đấu giá vườn cây?", ""),
        ("Ai là người trồng cây?", ""),
        ("Ai lo việc trồng cây?", ""),
        ("Giao ai tưới cây ở xã An Hòa?", "tưới"),
        ("Giao ai trồng cây ở xã An Hòa?", ""),
        ("Bài thi viết bằng mực gì?", "mực"),
        ("Bài thi viết bằng tiếng gì?", ""),
        ("Vườn cây tên gì?", ""),
        ("Vườn cây cháy ngày nào?", "cháy"),
        ("Vườn cây đấu giá ngày nào?", ""),
        ("Đấu giá vườn cây bao giờ?", ""),
    ],
)
def test_a_word_that_nothing_says(question: str, word: str) -> None:
    reading = Desk.of(NEWS).read(question)
    assert reading.best is not None
    assert unsaid(reading, reading.best) == word
