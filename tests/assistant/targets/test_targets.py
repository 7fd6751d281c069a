"""Rows of targets: their quotes, their JSON, their file for spreadsheets, their plot."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.targets import Row, rows_of
from assistant.targets.formats import COLUMNS, row_to_json, rows_to_csv
from assistant.targets.panels import panels_of, years_of
from assistant.targets.plot import MOST, draw, write_plot
from assistant.targets.rows import in_vietnamese
from corpus.errors import DocumentError, SettingsError
from corpus.model import Document, Provenance, Span
from corpus.quantity import Operator
from corpus.read import document_of

TEXT = (
    "Đến năm 2025, thu nhập bình quân đầu người đạt từ 8.300-8.500 USD/người/năm, đến năm 2030 "
    "đạt trên 12.500 USD/người/năm. Tỷ lệ đô thị hóa đến năm 2025 đạt khoảng 60%, đến năm 2030 "
    "đạt trên 75%. Đến năm 2030, tối thiểu 55% học sinh lớp 5, 65% học sinh lớp 9 biết bơi; tỷ lệ "
    "hộ nghèo không quá 1%. Năm 2022, tỷ lệ đô thị hóa đã đạt 49,2%."
)


def read(text: str = TEXT, name: str = "thu") -> Document:
    return document_of(name, text, Provenance(title="Chương trình thử", published="2023-02-08"))


def row(indicator: str = "Tỷ lệ đô thị hóa", year: str | None = "2030", unit: str = "%") -> Row:
    ten = Decimal(10)
    return Row(
        "thu", "Thử", indicator, year, Operator.EXACT, ten, ten, unit, indicator,
        Span(0, len(indicator)), Span(0, 1),
    )  # fmt: skip


def test_only_aims_are_rows_and_quotes_are_slices() -> None:
    document = read()
    rows = rows_of([document])
    assert [each.value for each in rows] == [
        "từ 8.300-8.500 USD/người/năm", "trên 12.500 USD/người/năm", "khoảng 60%", "trên 75%",
        "tối thiểu 55%", "tối thiểu 65%", "không quá 1%",
    ]  # fmt: skip
    for each in rows:
        assert each.quote == document.text[each.span.start : each.span.end]


def test_a_quote_holds_the_figure_and_what_it_measures() -> None:
    quotes = [each.quote for each in rows_of([read()])]
    assert quotes[1].startswith("thu nhập bình quân đầu người")
    assert quotes[1].endswith("trên 12.500 USD/người/năm")
    assert quotes[4].endswith("65% học sinh lớp 9 biết bơi")


def test_json_has_the_shape_of_the_contract() -> None:
    first, second = (row_to_json(each) for each in rows_of([read()])[:2])
    assert tuple(first) == COLUMNS
    assert (first["low"], first["high"], first["operator"]) == (8300, 8500, "from_to")
    assert (second["low"], second["high"], second["year"]) == (12500, None, "2030")
    assert row_to_json(rows_of([read("Đến năm 2030, GRDP tăng 7,5%.")])[0])["low"] == 7.5


def test_csv_opens_right_in_a_spreadsheet() -> None:
    rows = [*rows_of([read()]), row("=1+1 “a”, b\nc")]
    written = rows_to_csv(rows)
    assert written.encode().startswith(b"\xef\xbb\xbf")
    header, *lines = csv.reader(io.StringIO(written[1:]))
    assert tuple(header) == COLUMNS
    assert [len(line) for line in lines] == [len(COLUMNS)] * len(rows)
    assert lines[1][5] == ""
    assert lines[-1][1] == "'=1+1 “a”, b\nc"


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_numbers_are_printed_as_vietnamese_reads_them(number: Decimal) -> None:
    whole, _, part = in_vietnamese(number).partition(",")
    assert Decimal(f"{whole.replace('.', '')}.{part}") == number


def test_a_panel_holds_one_unit_and_a_group_one_indicator() -> None:
    panels = panels_of(rows_of([read()]))
    assert [panel.unit for panel in panels] == ["USD/người/năm", "%"]
    assert [group.name for group in panels[1].groups] == [
        "Tỷ lệ đô thị hóa", "Học sinh lớp 5 biết bơi", "Học sinh lớp 9 biết bơi",
        "Tỷ lệ hộ nghèo",
    ]  # fmt: skip
    town = panels[1].groups[0].marks
    assert [(mark.year, mark.way, mark.vague) for mark in town] == [
        ("2025", 0, True), ("2030", 1, False),
    ]  # fmt: skip
    assert panels[1].groups[-1].marks[0].way == -1
    assert (panels[1].low, panels[1].high) == (0.0, 100.0)
    assert years_of(panels) == ["2025", "2030"]


def test_scales_never_share_an_axis() -> None:
    units = ("tỷ đồng", "nghìn tỷ đồng", "tỉ đồng", "%", "%/năm", "% GDP", "")
    panels = panels_of([row(unit=unit) for unit in units])
    assert [len(panel.groups[0].marks) for panel in panels] == [2, 1, 1, 1, 1, 1]


def test_years_rise_and_none_comes_last() -> None:
    years = ("2045", None, "2021-2025", "2025", "hằng năm", "2024")
    panels = panels_of([row(year=year) for year in years])
    expected = ["2024", "2021-2025", "2025", "2045", "hằng năm", "không nêu năm"]
    assert years_of(panels) == expected


def test_the_same_rows_give_the_same_svg_with_vietnamese_labels() -> None:
    rows = rows_of([read()])
    drawn = draw(rows, ".svg")
    assert drawn == draw(rows, ".svg")
    ET.fromstring(drawn)  # noqa: S314 - our own drawing
    for words in ("Thu nhập bình quân đầu người", "2030: trên 75%", "Đơn vị: USD/người/năm"):
        assert f"<!-- {words} -->" in drawn.decode()


def test_a_png_is_a_png(tmp_path: Path) -> None:
    target = tmp_path / "bieu-do.PNG"
    write_plot(rows_of([read()]), target)
    assert target.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "name", ["US$ và $x$", "a -- b", "<b>&amp;", "\x0b\x00 ?", "字 🙂", "x" * 900]
)
def test_any_name_can_be_drawn(name: str) -> None:
    ET.fromstring(draw([row(name)], ".svg"))  # noqa: S314 - our own drawing


def test_a_crowd_is_cut_and_says_so() -> None:
    rows = [row(f"chỉ tiêu {number}") for number in range(MOST + 5)]
    assert f"Chỉ vẽ {MOST} chỉ tiêu đầu trong {MOST + 5}" in draw(rows, ".svg").decode()


def test_what_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"\.svg hoặc \.png"):
        write_plot([row()], tmp_path / "a.pdf")
    with pytest.raises(SettingsError, match="không có thư mục này"):
        write_plot([row()], tmp_path / "không có" / "a.svg")
    with pytest.raises(DocumentError):
        draw([], ".svg")


def test_several_documents_are_told_apart() -> None:
    drawn = draw(rows_of([read(), read(name="khac")]), ".svg").decode()
    assert "<!-- [khac] -->" in drawn
