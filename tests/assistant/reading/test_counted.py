"""Counts told apart by the words of their own part of a sentence, by day, by base and by noun."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.matching import View
from assistant.question import analyse
from assistant.reading.counted import unsaid
from assistant.reading.times import days_asked
from corpus.read import read_document

TEXT = """Tuyển sinh và thanh tra ở tỉnh năm nay
Năm học này tỉnh dự kiến tuyển 15.200 học sinh vào lớp 1 và 12.300 học sinh vào lớp 6.
Thanh tra kiến nghị xử lý 3 trường hợp và minh oan cho 14 trường hợp do bị tố cáo sai.
Đến tối 24/7, trong tổng số gần 4.000 tàu có 127 chiếc còn hoạt động trên biển.
Tỉnh hiện có 5,2 triệu xe máy; 10.686 xe máy điện và 30 xe ba bánh.
Sáng 25-3 có 184 phụ huynh đến trường, ngày 26-3 có 120 phụ huynh đến trường.
Còn 177.000 khách hàng chưa được cấp điện, trong đó Hà Tĩnh là 74.000, Quảng Bình 102.000.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The report, ready to be asked."""
    path = tmp_path_factory.mktemp("tin") / "tin.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Tỉnh dự kiến tuyển bao nhiêu học sinh vào lớp 1?", "15.200"),
        ("Bao nhiêu học sinh vào lớp 6?", "12.300"),
        ("Bao nhiêu trường hợp được minh oan?", "14 trường hợp"),
        ("Tỉnh có bao nhiêu xe máy điện?", "10.686"),
        ("Ngày 26-3 có bao nhiêu phụ huynh đến trường?", "120"),
        ("Ngày 25-3 có bao nhiêu phụ huynh đến trường?", "184"),
        ("Có bao nhiêu khách hàng chưa được cấp điện?", "177.000"),
    ],
)
def test_the_count_of_its_own_part(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert key in answer.key, answer.text


def test_a_day_of_another_figure_is_no_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Ngày 29-3 có bao nhiêu phụ huynh đến trường?")
    assert not answer.key, answer.text


def test_words_of_a_noun_that_a_question_does_not_say() -> None:
    assert unsaid(View.of("xe máy điện"), "bao nhiêu xe máy?") == pytest.approx(1 / 3)
    assert unsaid(View.of("chiếc"), "bao nhiêu tàu?") == 0.0
    assert unsaid(View.of(""), "bao nhiêu?") == 0.0


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("Ngày 26-3 có bao nhiêu em?", {"--03-26"}),
        ("Ngày 26/3/2019 có bao nhiêu em?", {"2019-03-26"}),
        ("Quý I/2017 đạt bao nhiêu?", {"2017-Q1"}),
        ("Năm 2017 đạt bao nhiêu?", set()),
        ("Nghị quyết ngày 5/3 giao bao nhiêu?", set()),
        ("Ngày nào thì xong, có phải 5/3?", set()),
    ],
)
def test_days_a_question_is_about(question: str, days: set[str]) -> None:
    asked = {day.iso for day in days_asked(analyse(question))}
    assert asked == days
