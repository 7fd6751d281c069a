"""Values of all that a text counts, and questions of another place or of persons it lacks."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "Giá trị của cả 26 chỉ tiêu là bao nhiêu?",
        "Nêu giá trị của từng chỉ tiêu.",
        "Cho biết số liệu của tất cả các chỉ tiêu?",
    ],
)
def test_all_values_are_given_in_part_and_said_to_be_so(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.PARTIAL
    assert "26 chỉ tiêu" in answer.text
    assert "nhưng chỉ nêu giá trị" in answer.text
    assert "trên 75%" in answer.text
    assert "trên 12.500" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Những ai được nhắc tên trong văn bản?",
        "Tỷ lệ đô thị hóa của cả nước đến năm 2030 là bao nhiêu?",
        "Thu nhập bình quân đầu người của TP.HCM năm 2025 là bao nhiêu?",
        "Thu nhập bình quân đầu người khu vực nông thôn năm 2030 là bao nhiêu?",
    ],
)
def test_what_is_asked_of_others_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.REFUSED


def test_the_groups_of_what_is_counted_are_no_values(assistant: Assistant) -> None:
    assert assistant.ask("26 chỉ tiêu gồm những nhóm nào?").status is Status.ANSWERED
