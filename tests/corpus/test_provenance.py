"""Titles, dates and numbers read off a text's own head."""

import json
from pathlib import Path

import pytest

from corpus.model import Provenance
from corpus.read import document_of, read_document

LETTERHEAD = """UBND THÀNH PHỐ HÀ NỘI          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ CÔNG THƯƠNG                 Độc lập - Tự do - Hạnh phúc
Số: 1234 /KH-SCT               Hà Nội, ngày 07 tháng 02 năm 2023

KẾ HOẠCH
Thực hiện Chương trình hành động số 21-CTr/TU của Thành ủy
Hà Nội về công nghiệp hóa năm 2023

Căn cứ Luật Thủ đô ngày 21 tháng 11 năm 2012;
"""


def of(text: str) -> Provenance:
    return document_of("tên-tệp", text).provenance


def test_a_letterhead_in_two_columns() -> None:
    provenance = of(LETTERHEAD)
    assert provenance.number == "1234/KH-SCT"
    assert provenance.published == "2023-02-07"
    assert provenance.title == (
        "KẾ HOẠCH Thực hiện Chương trình hành động số 21-CTr/TU của Thành ủy "
        "Hà Nội về công nghiệp hóa năm 2023"
    )


def test_a_letterhead_in_one_column() -> None:
    text = (
        "CHÍNH PHỦ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 12/NQ-CP\n\nHà Nội, ngày 07 tháng 02 năm 2023\n\nNGHỊ QUYẾT\n\n"
        "BAN HÀNH CHƯƠNG TRÌNH HÀNH ĐỘNG\n\nCHÍNH PHỦ\n\nCăn cứ Luật Tổ chức Chính phủ;"
    )
    assert of(text) == Provenance(
        "NGHỊ QUYẾT BAN HÀNH CHƯƠNG TRÌNH HÀNH ĐỘNG", "2023-02-07", "12/NQ-CP"
    )


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Đăng ngày: 08/02/2023 , 16:08 GMT+7", "2023-02-08"),
        ("Thứ tư, 8/2/2023 | 16:08", "2023-02-08"),
        ("16:08 08-02-2023", "2023-02-08"),
        ("Cập nhật lúc 16:08, ngày 8.2.2023", "2023-02-08"),
        ("2023-02-08", "2023-02-08"),
        ("Hà Nội, ngày 8 tháng 2 năm 2023", "2023-02-08"),
        ("Hà Nội, ngày      tháng 2 năm 2023", ""),
        ("Ngày 31/02/2023", ""),
        ("Căn cứ Luật Thủ đô ngày 21/11/2012;", ""),
    ],
)
def test_dates(line: str, date: str) -> None:
    body = "Thành ủy vừa ban hành chương trình thực hiện Nghị quyết ngày 17 tháng 11 năm 2022."
    assert of(f"Hà Nội có chương trình mới\n\n{line}\n\n{body}").published == date


def test_a_date_signed_at_the_foot() -> None:
    body = "Điều 1. Phạm vi.\n\n" * 200
    text = f"LUẬT THỦ ĐÔ\n\n{body}\n\nHà Nội, ngày 21 tháng 11 năm 2012\n\nCHỦ TỊCH QUỐC HỘI"
    assert of(text).published == "2012-11-21"


@pytest.mark.parametrize(
    ("text", "title", "number"),
    [
        ("Bộ Công Thương đề xuất giảm giá điện\n\nSáng nay, bộ đề xuất.", None, ""),
        ("Nghị quyết số 57-NQ/TW\n\nBộ Chính trị đã ban hành.", None, "57-NQ/TW"),
        ("# Báo cáo **năm** 2023\n\nNội dung.", "Báo cáo **năm** 2023", ""),
        ("BỘ LUẬT DÂN SỰ\n\nĐiều 1. Phạm vi", "BỘ LUẬT DÂN SỰ", ""),
        ("PHỤ LỤC I\n\nDANH MỤC CHỈ TIÊU\n\nTT | Chỉ tiêu", "PHỤ LỤC I DANH MỤC CHỈ TIÊU", ""),
        ("Thực hiện Nghị quyết số 15-NQ/TW ở Hà Nội\n\nBài.", None, ""),
    ],
)
def test_titles_and_numbers(text: str, title: str | None, number: str) -> None:
    provenance = of(text)
    assert provenance.title == (title or text.split("\n", maxsplit=1)[0])
    assert provenance.number == number


def test_a_headline_below_the_menu_of_a_page() -> None:
    text = (
        "Trang chủ\nThời sự\nThứ tư, 08/02/2023 | 16:08\n"
        "Hà Nội đặt mục tiêu thu nhập trên 12.500 USD\nChia sẻ\nThành ủy vừa ban hành."
    )
    assert of(text).title == "Hà Nội đặt mục tiêu thu nhập trên 12.500 USD"
    assert of(text).published == "2023-02-08"
    assert of("Hỏi đáp\n\nĐây là một tài liệu ngắn gồm nhiều câu.").title == "Hỏi đáp"


def test_a_provenance_file_beside_the_source_goes_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTERHEAD, encoding="utf-8")
    given = {"title": "Kế hoạch của sở", "kind": "plan", "chars": 3, "published": None}
    (tmp_path / "a.json").write_text(json.dumps(given), encoding="utf-8")
    provenance = read_document(tmp_path / "a.txt").provenance
    assert provenance == Provenance("Kế hoạch của sở", "2023-02-07", "1234/KH-SCT", "plan")


def test_a_json_file_of_another_kind_is_left_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Một bài viết\n\nNội dung.", encoding="utf-8")
    (tmp_path / "a.json").write_text("[1, 2]", encoding="utf-8")
    assert read_document(tmp_path / "a.txt").title == "Một bài viết"
