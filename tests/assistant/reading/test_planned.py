"""Whether a plan was met is told by the share of it that the text gives."""

from pathlib import Path

import pytest

from assistant.assemble import assistant_over
from corpus.read import read_document

TEXT = """BÁO CÁO
Kết quả năm 2025

1. Sản lượng cà phê đạt 304.200 tấn, vượt 2,4% kế hoạch.
2. Diện tích tái canh là 2.860 ha, đạt 95,3% kế hoạch (3.000 ha).
3. Nhà tài trợ được ghi tên trên bảng lưu niệm, không được đặt tên cầu theo tên doanh nghiệp.
4. Số vườn mẫu hiện có 38 vườn, sẽ không tăng thêm vườn nào.
"""


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Sản lượng cà phê có vượt kế hoạch không?", "Có"),
        ("Diện tích tái canh có đạt kế hoạch không?", "Không"),
        ("Diện tích tái canh đã hoàn thành kế hoạch chưa?", "Không"),
        ("Nhà tài trợ có được ghi tên ở bảng lưu niệm không?", "Có"),
        ("Nhà tài trợ có được đặt tên cầu không?", "Không"),
    ],
)
def test_the_answer_begins_with(question: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert assistant_over([read_document(path)]).ask(question).text.startswith(says)
