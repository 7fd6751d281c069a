"""Where a line runs, who holds an office, which lunar day, by how much something changed."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.routes import routes_in
from corpus.dates import find_times
from corpus.model import Span
from corpus.read import read_document

TEXT = """BÁO CÁO
Tình hình giao thông và văn hóa năm 2025

1. Ba tuyến được quy hoạch gồm: Tuyến số 1 (Bến Thành - Suối Tiên); Tuyến số 2 (Củ Chi - Thủ Thiêm).
2. Đường ven biển dài 32 km, từ cầu Diêm Điền đến ngã ba Đông Minh, làm xong trong năm 2026.
3. Doanh thu vận tải năm 2025 đạt 410 tỷ đồng, tăng 12,5% so với năm 2024.
4. Thay mặt Ban Thường vụ, Phó Bí thư Thường trực đã ký Kế hoạch hội làng.
5. Hội làng mở vào mùng 6 và mùng 7 tháng Giêng hằng năm tại đình Trung.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The report, ready to be asked."""
    path = tmp_path_factory.mktemp("bao-cao") / "bao-cao.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Tuyến số 1 đi từ đâu đến đâu?", "Bến Thành - Suối Tiên"),
        ("tuyen so 2 noi dau voi dau", "Củ Chi - Thủ Thiêm"),
        ("Đường ven biển chạy từ đâu tới đâu?", "từ cầu Diêm Điền đến ngã ba Đông Minh"),
        ("Doanh thu vận tải năm 2025 tăng bao nhiêu so với năm trước?", "12,5%"),
        ("Doanh thu vận tải năm 2025 là bao nhiêu?", "410 tỷ đồng"),
        ("Ai ký kế hoạch hội làng?", "Phó Bí thư Thường trực"),
        ("Hội làng mở vào ngày nào?", "mùng 6 và mùng 7 tháng Giêng"),
    ],
)
def test_the_key_of_the_answer_is(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert answer.key == key, answer.text


@pytest.mark.parametrize(
    ("clause", "routes"),
    [
        ("Tuyến số 2A (Cát Linh - Hà Đông - kéo dài đến Xuân Mai)",
         ["Cát Linh - Hà Đông - kéo dài đến Xuân Mai"]),
        ("nâng cấp đường nối Quốc lộ 37 với cảng Diêm Điền", ["nối Quốc lộ 37 với cảng Diêm Điền"]),
        ("tăng từ 40% lên 60%", []),
        ("giai đoạn 2021 - 2025", []),
    ],
)  # fmt: skip
def test_routes_of_a_clause(clause: str, routes: list[str]) -> None:
    assert [span.of(clause) for span in routes_in(clause, Span(0, len(clause)))] == routes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mở hội rằm tháng Giêng", ["rằm tháng Giêng"]),
        ("từ 30 Tết đến mùng 3 Tết Nguyên đán", ["30 Tết", "mùng 3 Tết Nguyên đán"]),
        ("ngày mùng 10 tháng 3 âm lịch", ["mùng 10 tháng 3"]),
        ("mùng 3 người tới", []),
    ],
)
def test_lunar_days(text: str, found: list[str]) -> None:
    assert [mention.core.of(text).removeprefix("ngày ") for mention in find_times(text)] == found
