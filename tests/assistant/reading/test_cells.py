"""Answers that stand in a table's cell: the row that is named, the column that is asked for."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from corpus.read import document_of

PLAN = """Kế hoạch phát triển chăn nuôi bò sữa

I. Kế hoạch từng năm

Năm | Tổng đàn (con) | Số trang trại mới | Kinh phí (tỷ đồng)
2027 | 34.000 | 15 | 22
2028 | 38.500 | 18 | 25,4

II. Nguồn vốn

Đơn vị tính: tỷ đồng

TT | Nguồn vốn | 2026 - 2028 | 2029 - 2030 | Cộng
1 | Ngân sách tỉnh | 21,4 | 18,1 | 39,5
2 | Vốn vay ngân hàng | 30 | 26 | 56

III. Phân công

TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Hoàn thành
1 | Xây dựng trạm thu mua sữa | Sở Công Thương | Hội Phụ nữ tỉnh | 08 trạm | Quý II/2027
2 | Lập cơ sở dữ liệu đàn bò | Chi cục Thú y | Sở Khoa học và Công nghệ | Phần mềm | Tháng 11/2026
"""


@pytest.fixture(scope="module")
def plan() -> Assistant:
    """Return an assistant over a plan of three tables."""
    return assistant_over([document_of("ke-hoach", PLAN)])


@pytest.mark.parametrize(
    ("question", "span", "said"),
    [
        ("Tổng đàn năm 2027 là bao nhiêu con?", "34.000", "34.000 con"),
        ("Năm 2028 có thêm bao nhiêu trang trại mới?", "18", "18 trang trại"),
        ("Kinh phí năm 2028 là bao nhiêu?", "25,4", "25,4 tỷ đồng"),
        ("Ngân sách tỉnh bố trí bao nhiêu cho giai đoạn 2029 - 2030?", "18,1", "18,1 tỷ đồng"),
        ("Vốn vay ngân hàng tổng cộng bao nhiêu?", "56", "56 tỷ đồng"),
        ("Vốn vay ngân hàng là bao nhiêu?", "56", "56 tỷ đồng"),
        ("Ai chủ trì lập cơ sở dữ liệu đàn bò?", "Chi cục Thú y", "Chi cục Thú y"),
        ("Cơ quan nào phối hợp xây dựng trạm thu mua sữa?", "Hội Phụ nữ tỉnh", "Hội Phụ nữ tỉnh"),
        ("Xây dựng trạm thu mua sữa hoàn thành khi nào?", "Quý II/2027", "Quý II/2027"),
        ("Sản phẩm của việc lập cơ sở dữ liệu đàn bò là gì?", "Phần mềm", "Phần mềm"),
    ],
)
def test_a_question_that_names_a_row_gets_the_cell_of_its_column(
    plan: Assistant, question: str, span: str, said: str
) -> None:
    answer = plan.ask(question)
    assert answer.key == span
    assert answer.text.startswith(f"{said}.")
    row, header, *_ = answer.citations
    assert answer.span is not None
    assert row.span.covers(answer.span)
    assert header.quote.startswith(("Năm |", "TT |"))


@pytest.mark.parametrize("question", ["Kinh phí năm 2031 là bao nhiêu?", "Ai lo việc trồng cỏ?"])
def test_a_row_that_is_not_there_gives_no_cell(plan: Assistant, question: str) -> None:
    assert plan.ask(question).status.value == "refused"


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Năm 2028, kinh phí là 25,4 tỷ đồng.", "supported"),
        ("Năm 2028, tổng đàn đạt 34.000 con.", "refuted"),
        ("Giai đoạn 2029 - 2030, ngân sách tỉnh là 21,4 tỷ đồng.", "refuted"),
    ],
)
def test_a_statement_is_held_against_the_right_cell(
    plan: Assistant, statement: str, verdict: str
) -> None:
    assert plan.check(statement).kind.value == verdict


FUNDS = """Kế hoạch xe buýt điện

TT | Nội dung | Tổng (tỷ đồng) | Ngân sách tỉnh | Vốn doanh nghiệp
1 | Mua sắm xe buýt điện | 690 | 0 | 690
2 | Hạ tầng trạm sạc | 265 | 35 | 230
"""


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Hạ tầng trạm sạc cần bao nhiêu tiền?", "265"),
        ("Vốn doanh nghiệp cho hạ tầng trạm sạc là bao nhiêu?", "230"),
        ("Ngân sách tỉnh cho hạ tầng trạm sạc là bao nhiêu?", "35"),
    ],
)
def test_a_part_that_is_named_comes_before_the_sum(question: str, key: str) -> None:
    found = assistant_over([document_of("von", FUNDS)]).ask(question)
    assert found.key == key
