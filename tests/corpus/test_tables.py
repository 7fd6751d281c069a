"""Flattened tables: the header found from any row, the columns' roles, units and cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Document, ParagraphKind
from corpus.read import document_of
from corpus.tables import Table, header_of, tables_of

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


def _table(text: str) -> tuple[Document, Table]:
    document = document_of("x", text)
    (table,) = tables_of(document)
    return document, table


def _roles(table: Table) -> list[str]:
    return [column.role.value for column in table.columns]


def test_columns_are_told_by_name_and_by_cells() -> None:
    document, table = _table(
        "STT | Tên chỉ tiêu | ĐVT | 2024 | Đến năm 2029 | Đơn vị phụ trách\n"
        "A | Giao thông\n"
        "1 | Chiều dài đường nhựa hóa | km | 41 | ≥ 66 | Phòng Kinh tế\n"
        "2 | Số cầu treo được thay | cầu | 2 | 9 | Ban Quản lý dự án\n"
    )
    assert _roles(table) == ["order", "about", "unit", "figures", "figures", "who"]
    assert [column.time.key for column in table.columns if column.time] == ["2024", "2029"]
    assert not any(column.tells for column in table.columns if column.time)
    first = table.rows[0]
    assert first.section is not None
    assert document.quote(first.section) == "A | Giao thông"
    label, unit = table.label(first), table.unit(first, table.columns[4])
    assert label is not None
    assert unit is not None
    assert document.quote(label) == "Chiều dài đường nhựa hóa"
    assert document.quote(unit) == "km"


def test_units_stand_in_brackets_after_a_number_word_or_above() -> None:
    document, table = _table(
        "Đơn vị tính: triệu đồng\n\n"
        "Năm | Số hộ được vay | Vốn giải ngân (tỷ đồng) | Lãi thu được\n"
        "2027 | 310 | 15,5 | 42\n"
        "2028 | 420 | 21 | 57\n"
    )
    assert _roles(table) == ["time", "figures", "figures", "figures"]
    units = [table.unit(table.rows[0], column) for column in table.columns[1:]]
    printed = [document.quote(unit) for unit in units if unit]
    assert printed == ["hộ", "tỷ đồng", "triệu đồng"]


def test_a_body_column_may_be_called_unit() -> None:
    _, table = _table(
        "Đơn vị | Việc phải làm | Hạn\n"
        "Sở Công Thương | Khảo sát các chợ đầu mối | Tháng 4/2027\n"
        "Công an thành phố | Phân luồng giao thông | Hằng tuần\n"
    )
    assert _roles(table) == ["who", "about", "when"]


def test_cells_left_empty_keep_the_others_in_their_columns() -> None:
    document, table = _table(
        "| Nguồn | 2026 | 2027 | Tổng cộng |\n|---|---|---|---|\n"
        "| Ngân sách xã | | 12 | 12 |\n| Nhân dân góp | 3 | 4 | 7 |\n"
    )
    cells = [document.quote(cell) for cell in table.rows[0].cells]
    assert cells == ["Ngân sách xã", "", "12", "12"]
    assert [column.total for column in table.columns] == [False, False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế | Lập đề án | 3\nSở Tài chính | Lo kinh phí | 4\n",
        "2027 | 310 | 15,5\n2028 | 420 | 21\n",
        "Điện thoại | 024 3825 | Hộp thư\n",
    ],
)
def test_rows_without_names_of_columns_are_no_table(text: str) -> None:
    assert tables_of(document_of("x", f"Ghi chú chung của văn bản.\n\n{text}")) == ()


@given(st.lists(st.lists(st.sampled_from(["", "Năm", "2026", "1,5", "Sở Y tế", "(ha)", "-"]),
                         min_size=1, max_size=5), min_size=1, max_size=6))  # fmt: skip
def test_every_cell_is_a_slice_of_its_row(rows: list[list[str]]) -> None:
    document = document_of("x", "\n".join(" | ".join(row) for row in rows))
    for table in tables_of(document):
        for row in table.rows:
            assert len(row.cells) == len(table.columns)
            assert all(row.span.covers(cell) or not len(cell) for cell in row.cells)
            assert [*row.cells] == sorted(row.cells)
