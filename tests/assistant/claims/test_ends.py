"""Changes, bounds said apart and years in brackets, as a statement puts them."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import canonical, document_of

TEXT = """Nâng gói vay trồng rừng lên 90 tỷ đồng

Thống đốc giao ngân hàng nâng gói vay trồng rừng từ 40 tỷ đồng lên 90 tỷ đồng trong quý tới.

Chi trồng rừng năm 2021 tăng 2,5% so với dự toán, vượt 300 triệu đồng.

Hộ nhận khoán phải giữ rừng đủ 6 năm (nếu ký năm 2021), đủ 7 năm (nếu ký năm 2022).

Hộ nhận khoán phải nộp báo cáo trước ngày 15/4/2022.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over((document_of("tin", canonical(TEXT)),))


@pytest.mark.parametrize(
    "statement",
    [
        "Gói vay trồng rừng được nâng từ 40 tỷ đồng lên 90 tỷ đồng.",
        "Chi trồng rừng năm 2021 vượt dự toán 300 triệu đồng.",
        "Hộ nhận khoán ký năm 2022 phải giữ rừng đủ 7 năm.",
    ],
)
def test_each_end_is_held_against_its_like(assistant: Assistant, statement: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is not VerdictKind.REFUTED, verdict.explanation


@pytest.mark.parametrize(
    "statement",
    [
        "Gói vay trồng rừng được nâng từ 50 tỷ đồng lên 90 tỷ đồng.",
        "Gói vay trồng rừng được nâng từ 40 tỷ đồng lên 80 tỷ đồng.",
        "Chi trồng rừng năm 2021 vượt dự toán 500 triệu đồng.",
        "Hộ nhận khoán ký năm 2022 phải giữ rừng đủ 6 năm.",
    ],
)
def test_another_end_is_another(assistant: Assistant, statement: str) -> None:
    assert assistant.check(statement).kind is not VerdictKind.SUPPORTED


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Hộ nhận khoán phải nộp báo cáo trước ngày 15/4/2022 phải không?", "Có"),
        ("Hộ nhận khoán phải nộp báo cáo trước ngày 30/6/2022 phải không?", "Không"),
    ],
)
def test_a_limit_put_up_whole_is_the_very_one(
    assistant: Assistant, question: str, begins: str
) -> None:
    assert assistant.ask(question).text.startswith(begins)
