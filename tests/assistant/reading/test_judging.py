"""False premises, yes or no, and what is stated for other times."""

import pytest

from assistant.reading.premise import false_premise
from assistant.reading.same import stated_elsewhen
from assistant.reading.yes_no import judge
from tests.assistant.reading.fakes import Desk


@pytest.mark.parametrize(
    ("question", "asked", "stated"),
    [
        ("Xây 15 trường học ở đâu?", "15 trường học", "12 trường học"),
        ("Vì sao trồng 50 ha rừng?", "50 ha", "30 ha"),
        ("Sở Y tế chủ trì kế hoạch từ khi nào?", "Sở Y tế", "Sở Nông nghiệp"),
    ],
)
def test_what_a_question_takes_for_granted_is_held_against_the_text(
    plan: Desk, question: str, asked: str, stated: str
) -> None:
    found = false_premise(plan.read(question), plan.annotations)
    assert found is not None
    assert found.asked.strip().endswith(asked)
    assert stated in plan.document.quote(found.stated)


@pytest.mark.parametrize(
    "question",
    [
        "Xây 12 trường học ở đâu?",
        "Vì sao trồng 30 ha rừng?",
        "Sở Nông nghiệp chủ trì kế hoạch từ khi nào?",
        "Sở Tài chính làm gì?",  # in the text, though it is not the best clause's first body
        "Làng nghề nào có 15 người?",  # nothing counted in people
        "Ba giải pháp là gì?",  # number words are not held against figures
    ],
)
def test_true_or_untold_premises_are_let_be(plan: Desk, question: str) -> None:
    assert false_premise(plan.read(question), plan.annotations) is None


@pytest.mark.parametrize(
    ("question", "agrees"),
    [
        ("Xây 12 trường học phải không?", True),
        ("Xây 15 trường học đúng không?", False),
        ("Tỷ lệ hộ nghèo năm 2030 có còn dưới 0,5% không?", True),
        ("Tỷ lệ hộ nghèo năm 2030 là 0,9% phải không?", False),
        ("Sở Nông nghiệp có chủ trì kế hoạch không?", True),
        ("Sở Y tế chủ trì kế hoạch phải không?", False),
        ("Có được dùng đất lúa để xây nhà xưởng không?", False),
        ("Không được dùng đất lúa để xây nhà xưởng phải không?", True),
        ("Làng nghề có phát triển theo hướng xanh không?", True),
    ],
)
def test_yes_or_no(plan: Desk, question: str, *, agrees: bool) -> None:
    reading = plan.read(question)
    assert reading.best is not None
    judgement = judge(reading, reading.best, plan.annotations)
    assert judgement.agrees is agrees
    assert bool(judgement.stated) == bool(judgement.asked)
    assert judgement.stated in plan.document.text
    assert judgement.asked in question


def test_a_figure_that_differs_is_told(plan: Desk) -> None:
    reading = plan.read("Xây 15 trường học đúng không?")
    assert reading.best is not None
    judgement = judge(reading, reading.best, plan.annotations)
    assert (judgement.stated, judgement.asked) == ("12 trường học", "15 trường học")


def test_the_values_of_other_times_are_told_in_order(plan: Desk) -> None:
    reading = plan.read("Tỷ lệ hộ nghèo năm 2045 là bao nhiêu?")
    assert reading.best is not None
    found = stated_elsewhen(reading, reading.best)
    assert found is not None
    assert found.asked == "năm 2045"
    assert found.what == "tỷ lệ hộ nghèo"
    said = [(item.time, item.value) for item in found.items]
    assert said == [("năm 2025", "1,2%"), ("năm 2030", "dưới 0,5%")]
    assert all("hộ nghèo" in plan.document.quote(span) for span in found.spans)


def test_a_period_asked_about_is_named_as_one(plan: Desk) -> None:
    reading = plan.read("Tỷ lệ hộ nghèo giai đoạn 2031-2035 là bao nhiêu?")
    assert reading.best is not None
    found = stated_elsewhen(reading, reading.best)
    assert found is not None
    assert found.asked == "giai đoạn 2031-2035"


def test_what_the_register_does_not_know_has_no_other_times(plan: Desk) -> None:
    reading = plan.read("Làng nghề năm 2045 phát triển theo hướng nào?")
    assert reading.best is not None
    assert reading.best.target is not None or stated_elsewhen(reading, reading.best) is None
