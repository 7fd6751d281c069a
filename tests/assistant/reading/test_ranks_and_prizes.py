"""Ranks, prizes, levels of school, years within a period, and posts before a verb."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.assemble import assistant_over
from corpus.read import read_document

TEXT = """Đại hội hợp tác xã tỉnh Sơn Khê và cuộc thi tiếng hát đồng quê

Tại đại hội, đồng chí Lò Thị Mây, Ủy viên Ban Thường vụ, Phó Bí thư Thường trực, Phó Chủ tịch Hội \
đồng đã trình bày báo cáo tổng kết. Sản lượng chè ước đạt 510 tấn, xếp thứ 12 cả nước và tăng 5 \
bậc; giá trị xuất khẩu đứng thứ 3 khu vực phía Bắc.

Năng suất chè tăng khoảng 7%/năm thời kỳ 2021-2030; trong đó giai đoạn 2026-2030 tăng trên 8,5%/năm.

Tuổi thọ bình quân đạt khoảng 75,5 tuổi. 95% học sinh trung học cơ sở học nghề.

75% xã đạt chuẩn phổ cập tiểu học mức độ 3; 40% xã đạt chuẩn phổ cập trung học cơ sở mức độ 3.

CƠ CẤU GIẢI THƯỞNG:

- Giải A: 01 giải trị giá 8.000.000đ (Tám triệu đồng).

- Giải B: 05 giải trị giá mỗi giải 5.000.000đ (Năm triệu đồng).

- Độ dài của lời giới thiệu không quá 50 câu cho một bài.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The report, ready to be asked."""
    path = tmp_path_factory.mktemp("dai-hoi") / "dai-hoi.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Ai trình bày báo cáo tổng kết?", "Lò Thị Mây"),
        ("Sản lượng chè xếp thứ mấy cả nước?", "thứ 12 cả nước"),
        ("Năng suất chè tăng bao nhiêu mỗi năm giai đoạn 2026-2030?", "trên 8,5%/năm"),
        ("Năng suất chè tăng bao nhiêu mỗi năm thời kỳ 2021-2030?", "khoảng 7%/năm"),
        ("Giải B trị giá bao nhiêu?", "5.000.000đ"),
        ("Có mấy giải B?", "05 giải"),
    ],
)
def test_the_key_of_the_answer(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert answer.key == key, answer.text


@pytest.mark.parametrize(
    ("history", "question", "key"),
    [
        ("Giải A trị giá bao nhiêu?", "giải B?", "5.000.000đ"),
        ("Có mấy giải B?", "mỗi giải bao nhiêu tiền?", "5.000.000đ"),
    ],
)
def test_a_follow_up_of_another_of_the_kind(
    assistant: Assistant, history: str, question: str, key: str
) -> None:
    answer = assistant.ask(question, (history,))
    assert answer.key == key, answer.text


def test_a_figure_said_to_be_rough_is_still_that_figure(assistant: Assistant) -> None:
    assert assistant.ask("Tuổi thọ đạt 75,5 tuổi phải không?").text.startswith("Có.")
    assert assistant.ask("Tuổi thọ đạt 76 tuổi phải không?").text.startswith("Không.")


@pytest.mark.parametrize(
    "question",
    ["Có được gửi bài viết tay không?", "Bao nhiêu phần trăm học sinh cấp 3 học nghề?"],
)
def test_what_is_not_told_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.REFUSED


def test_the_class_that_both_have_stays_where_it_is(assistant: Assistant) -> None:
    before = ("Bao nhiêu xã đạt chuẩn phổ cập tiểu học mức độ 3?",)
    answer = assistant.ask("trung học cơ sở mức độ 3 thì sao?", before)
    assert answer.understood == "Bao nhiêu xã đạt chuẩn phổ cập trung học cơ sở mức độ 3?"
    assert answer.key == "40%"
