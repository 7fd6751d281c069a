"""Short questions that only the place of their answer joins to the last one."""

from assistant.understand.forms import taken_apart
from assistant.understand.nearby import beside, counted_noun, may_lean

BASE = "Hiện thành phố có bao nhiêu tuyến xe buýt"


def test_short_questions_without_a_time_or_document_may_lean() -> None:
    for question, leans in (
        ("Chạy bằng mấy xe?", True),
        ("Năm 2030 chạy bằng mấy xe?", False),
        ("Kế hoạch có mấy điều?", False),
        ("con gái?", False),
        ("Bao nhiêu phần trăm người dân nội đô đi bộ được tới trạm dừng?", False),
    ):
        assert may_lean(question, taken_apart(question, BASE)) is leans


def test_readings_join_the_question_to_what_was_asked_about() -> None:
    question = "Chạy bằng mấy xe?"
    found = beside(question, taken_apart(question, BASE), BASE, {})
    assert "tuyến xe buýt Chạy bằng mấy xe" in found


def test_what_is_counted() -> None:
    assert counted_noun("tổng cộng bao nhiêu trường vậy?") == "trường"
    assert counted_noun("do ai?") == ""
