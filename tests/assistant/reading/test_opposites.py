"""Yes/no questions that the text answers by a part of a whole, an opposite, or a list of such."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from corpus.read import document_of

PLAN = """Kế hoạch phát triển du lịch tỉnh Bắc Hà

Tổng nhu cầu vốn giai đoạn 2026-2030 là 14.350 tỷ đồng, gồm ngân sách nhà nước 3.150 tỷ đồng và
vốn ngoài ngân sách 11.200 tỷ đồng.

Hiện có khoảng 500.000 lao động đang làm việc tại nước ngoài; 50% số đó có tay nghề thấp.

Cán bộ trong giờ không sử dụng thời gian làm việc để làm việc riêng.

Sở Công Thương chủ trì chỉ tiêu về giá trị tiêu thụ lâm sản trong nước.
"""


@pytest.fixture(scope="module")
def planner() -> Assistant:
    """Return an assistant over a small plan."""
    return assistant_over([document_of("ke-hoach", PLAN)])


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Ngân sách nhà nước có chiếm phần lớn tổng nhu cầu vốn không?", "Không"),
        ("Vốn ngoài ngân sách có chiếm phần lớn tổng nhu cầu vốn không?", "Có"),
        ("Lao động làm việc tại nước ngoài có phải đa số tay nghề cao không?", "Không"),
        ("Cán bộ có được làm việc riêng trong giờ không?", "Không"),
        ("Sở Công Thương có chủ trì chỉ tiêu nào không?", "Có"),
    ],
)
def test_yes_or_no(planner: Assistant, question: str, begins: str) -> None:
    assert planner.ask(question).text.startswith(begins)
