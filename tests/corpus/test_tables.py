"""The header of a flattened table, found from any of its rows."""

import pytest

from corpus.model import ParagraphKind
from corpus.read import document_of
from corpus.tables import header_of

TABLE = """Phụ lục chỉ tiêu

TT | Chỉ tiêu | Đơn vị | Mục tiêu
1 | Số hộ dùng nước sạch | % | 95
2 | Diện tích công viên | ha | 30

Ghi chú: số liệu ước tính.

3 | Không có đầu bảng | ha | 7
4 | Dòng sau | ha | 8
"""


@pytest.mark.parametrize(
    ("row", "header"),
    [("1 | Số", "TT | Chỉ"), ("2 | Diện", "TT | Chỉ"), ("TT | Chỉ", "TT | Chỉ")],
)
def test_a_row_knows_its_header(row: str, header: str) -> None:
    document = document_of("x", TABLE)
    position = next(
        place
        for place, paragraph in enumerate(document.paragraphs)
        if document.quote(paragraph.span).startswith(row)
    )
    assert document.paragraphs[position].kind is ParagraphKind.TABLE_ROW
    span = header_of(document, position)
    assert span is not None
    assert document.quote(span).startswith(header)


def test_a_run_of_rows_that_opens_with_figures_has_no_header() -> None:
    document = document_of("x", TABLE)
    rows = [
        place
        for place, paragraph in enumerate(document.paragraphs)
        if document.quote(paragraph.span)[:1] in "34"
    ]
    assert [header_of(document, row) for row in rows] == [None, None]


def test_two_columns_are_no_table_with_a_header() -> None:
    document = document_of("x", "Tên | Nghĩa\na | b\n")
    assert header_of(document, len(document.paragraphs) - 1) is None
