"""The marks that open a line: numbers, letters, dashes; and the prose that only looks so."""

import pytest

from corpus.marks import BODY_LEVEL, mark_of


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("I. MỤC TIÊU", "I."),
        ("II- MỤC TIÊU", "II-"),
        ("III.NHIỆM VỤ", "III."),
        ("IV/ Tổ chức thực hiện", "IV/"),
        ("IX) Kinh phí", "IX)"),
        ("A. PHẦN CHUNG", "A."),
        ("Điều 5. Phạm vi", "Điều 5."),
        ("Điều 12", "Điều 12"),
        ("Chương II", "Chương II"),
        ("CHƯƠNG 3. ĐIỀU KHOẢN", "CHƯƠNG 3."),
        ("Chương IV QUYỀN VÀ NGHĨA VỤ", "Chương IV"),
        ("Chương XL", "Chương XL"),
        ("Điều15. Cấp bậc", "Điều15."),
        ("1a. Tranh chấp", "1a."),
        ("Mục 2. ĐIỀU TRA CƠ BẢN", "Mục 2."),
        ("Phần thứ hai", "Phần thứ hai"),
        ("PHẦN I: MỞ ĐẦU", "PHẦN I:"),
        ("PHỤ LỤC", "PHỤ LỤC"),
        ("Phụ lục II", "Phụ lục II"),
        ("1. Thể chế", "1."),
        ("12) Nhân lực", "12)"),
        ("1.2. Tài nguyên", "1.2."),
        ("1.2 Tài nguyên", "1.2"),
        ("1.2.3. Nước", "1.2.3."),
        ("1- Đến năm 2030", "1-"),
        ("a) Cải cách", "a)"),
        ("đ) Đào tạo", "đ)"),
        ("(b) Giám sát", "(b)"),
        ("(3) Kiểm tra", "(3)"),
        ("ii) Giám sát", "ii)"),
        ("- Đầu tư", "-"),
        ("-Đầu tư", "-"),
        ("• Đầu tư", "•"),
        ("* Đầu tư", "*"),
        ("+ Đến năm 2035", "+"),
        ("## Mục tiêu", "##"),
        ("**I. MỤC TIÊU**", "**I."),
        ("| II | Xã hội | |", "| II |"),
    ],
)
def test_marks_are_found(line: str, mark: str) -> None:
    assert mark_of(line).text == mark
    assert line.startswith(mark)


@pytest.mark.parametrize(
    "line",
    [
        "Phần lớn người dân đồng tình.",
        "Phần mềm quản lý được nâng cấp.",
        "Phụ lục kèm theo văn bản này được sửa đổi.",
        "Chương trình hành động gồm ba phần.",
        "Điều 5 của Luật này quy định rõ.",
        "Điều này cho thấy xu thế mới.",
        "Mục tiêu chung là phát triển bền vững.",
        "V-League trở lại vào tháng 9.",
        "I-ốt rất cần cho cơ thể.",
        "H. Mộc Châu có tuyết.",
        "1.2 triệu người được cấp thẻ.",
        "8.300 USD là mức thấp.",
        "2025 là năm bản lề.",
        "+84 là mã nước.",
        "-5 độ là mức thấp nhất.",
        "ở đây có ba việc",
    ],
)
def test_prose_has_no_mark(line: str) -> None:
    assert mark_of(line).text == ""
    assert mark_of(line).level == BODY_LEVEL
