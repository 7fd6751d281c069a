"""Answers of several: what "và" joins, and names that a plural noun leads in, go together."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.together import places_listed
from corpus.model import Span
from corpus.read import read_document

TEXT = """Kế hoạch phòng chống hạn

Ủy ban nhân dân các huyện Sơn Khê, Lộc Thủy và Mường Ao nạo vét kênh mỗi năm hai lần, vào tháng 3 \
và tháng 10.

Sở Nông nghiệp và Sở Tài chính thẩm định dự toán. Cục Thủy lợi, Bộ Nông nghiệp kiểm tra hồ chứa.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The plan, ready to be asked."""
    path = tmp_path_factory.mktemp("han") / "han.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Nạo vét kênh vào tháng mấy?", "tháng 3 và tháng 10"),
        ("Huyện nào nạo vét kênh?", "huyện Sơn Khê, Lộc Thủy và Mường Ao"),
        ("Ai nạo vét kênh?", "Ủy ban nhân dân các huyện Sơn Khê, Lộc Thủy và Mường Ao"),
        ("Sở nào thẩm định dự toán?", "Sở Nông nghiệp và Sở Tài chính"),
        ("Cục nào kiểm tra hồ chứa?", "Cục Thủy lợi"),
    ],
)
def test_the_whole_answer_is_given(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert answer.key == key, answer.text


def test_a_small_letter_with_a_mark_begins_no_name() -> None:
    text = "Các xã Đồng Tâm, ưu tiên thôn xa, và Ốc Đảo được cấp máy bơm."
    listed = places_listed(text, Span(0, len(text)))
    assert [place.of(text) for place in listed] == ["Đồng Tâm"]
