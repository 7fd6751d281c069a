"""Headings, items, parents, wrapped lines, tables."""

from textwrap import wrap

import pytest

from corpus.lines import lines_of
from corpus.model import Document, Paragraph, ParagraphKind
from corpus.read import document_of, read_document
from corpus.shipped import shipped_paths

HEADING, ITEM, BODY = ParagraphKind.HEADING, ParagraphKind.ITEM, ParagraphKind.BODY
ROW, FURNITURE = ParagraphKind.TABLE_ROW, ParagraphKind.FURNITURE


def at(document: Document, beginning: str) -> Paragraph:
    return next(p for p in document.paragraphs if document.quote(p.span).startswith(beginning))


def above(document: Document, beginning: str) -> list[str]:
    """The parents of the paragraph that begins so, by their first two words."""
    return [
        " ".join(document.quote(document.paragraphs[parent].span).split()[:2])
        for parent in at(document, beginning).parents
    ]


OFFICIAL = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

QUYẾT ĐỊNH

Điều 1. Phê duyệt Chương trình với những nội dung chủ yếu sau đây:

I. MỤC TIÊU

1. Đến năm 2030

a) Về kinh tế:

- Kinh tế số chiếm 30% GDP.

- Năng suất lao động tăng 7%/năm.

Các chỉ tiêu này được rà soát hằng năm.

b) Về xã hội, tỷ lệ bao phủ bảo hiểm y tế đạt 95%.

2. Tầm nhìn đến năm 2045

Trở thành nước phát triển, thu nhập cao.

II. TỔ CHỨC THỰC HIỆN

Các bộ có trách nhiệm:

1. Bố trí kinh phí.

2. Báo cáo Thủ tướng Chính phủ.

Điều 2. Quyết định này có hiệu lực từ ngày ký.

Nơi nhận:

- Các bộ;
"""


def test_an_official_text_is_nested_as_it_is_numbered() -> None:
    document = document_of("x", OFFICIAL)
    assert above(document, "- Kinh tế số")[1:] == ["Điều 1.", "I. MỤC", "1. Đến", "a) Về"]
    assert above(document, "b) Về xã hội")[-1] == "1. Đến"
    assert above(document, "Trở thành")[-2:] == ["I. MỤC", "2. Tầm"]
    assert above(document, "2. Báo cáo")[-2:] == ["II. TỔ", "Các bộ"]
    assert above(document, "Điều 2.") == ["QUYẾT ĐỊNH"]
    assert above(document, "- Các bộ") == ["QUYẾT ĐỊNH", "Nơi nhận:"]
    assert at(document, "1. Đến").kind is HEADING
    assert at(document, "2. Báo cáo").kind is ITEM
    assert at(document, "Điều 2.").kind is BODY


def test_a_chapter_and_its_title_below_close_together() -> None:
    text = (
        "LUẬT ĐO LƯỜNG\n\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n1. Luật này quy định.\n"
        "Chương II\nCHUẨN ĐO LƯỜNG\nMục 1. CHUẨN QUỐC GIA\nĐiều 2. Phân loại\nChuẩn có ba cấp."
    )
    document = document_of("x", text)
    assert above(document, "1. Luật") == ["LUẬT ĐO", "Chương I", "QUY ĐỊNH", "Điều 1."]
    assert above(document, "Chuẩn có") == [
        *("LUẬT ĐO", "Chương II", "CHUẨN ĐO", "Mục 1.", "Điều 2."),
    ]


def test_an_article_named_by_a_sentence_holds_the_text_below_it() -> None:
    text = "LUẬT\n\nMục 1. CHUNG\nTiểu mục 1. VỆ SINH\nĐiều 6. Giáo dục vệ sinh.\nTrường học dạy."
    assert above(document_of("x", text), "Trường") == ["LUẬT", "Mục 1.", "Tiểu mục", "Điều 6."]


def test_a_lead_in_goes_on_after_plain_text_between_its_items() -> None:
    text = "Tiêu đề\n\nTrọng tâm:\n\na) Dạy nghề.\n\nNội dung dạy do sở quy định.\n\nb) Việc làm."
    document = document_of("x", text)
    assert above(document, "b) Việc") == ["Tiêu đề", "Trọng tâm:"]
    assert above(document, "Nội dung") == ["Tiêu đề"]


def test_an_item_without_a_stop_heads_the_text_below_it() -> None:
    text = (
        "Tiêu đề\n\nGồm:\n\n- Dạy bơi\n\nĐến năm 2030, 70% học sinh biết bơi.\n\n- Truyền thông\n"
    )
    document = document_of("x", text)
    assert above(document, "Đến năm") == ["Tiêu đề", "Gồm:", "- Dạy"]
    assert above(document, "- Truyền") == ["Tiêu đề", "Gồm:"]


def test_the_last_item_without_a_stop_is_no_heading() -> None:
    document = document_of("x", "Tiêu đề\n\na) Số hóa dữ liệu\n\nb) Báo cáo hằng năm\n\nc) Hết.")
    assert [p.kind for p in document.paragraphs[1:]] == [ITEM, ITEM, ITEM]


def test_a_press_subheading_heads_what_follows() -> None:
    text = (
        "Hà Nội thông qua 23 chỉ tiêu\n\nChiều 7/12, HĐND thành phố đã thông qua nghị quyết.\n\n"
        "Thu ngân sách tăng đều\n\n"
        "Thu ngân sách trên địa bàn giai đoạn 2016-2020 ước đạt gần 1,2 triệu tỷ đồng."
    )
    document = document_of("x", text)
    assert at(document, "Thu ngân sách tăng").kind is HEADING
    assert above(document, "Thu ngân sách trên") == ["Hà Nội", "Thu ngân"]


WRAPPED = """Phát triển công nghiệp Thủ đô theo hướng hiện đại, nâng cao năng lực cạnh tranh kinh tế
- xã hội, gắn với chuyển đổi số. Tỷ lệ doanh nghiệp ứng dụng công nghệ cao đạt trên
60% vào năm 2025 và thu hút các tập đoàn lớn đầu tư vào Khu công nghệ cao Hòa
Lạc trong giai đoạn tiếp theo, bảo đảm tăng trưởng bền vững và có khả năng cạnh

- 3 -

tranh trong khu vực. Thành phố sẽ xây dựng từ 2-3 khu công nghiệp mới trên địa bàn.
2. Chỉ tiêu cụ thể
a) Tốc độ tăng chỉ số sản xuất công nghiệp đạt 8,5% trở lên;
b) Có thêm 10 sản phẩm công nghiệp chủ lực được thành phố công nhận, nâng tổng số
sản phẩm lên 150.
Trang 3/12
II. TỔ CHỨC THỰC HIỆN
"""


def test_lines_wrapped_at_the_edge_of_a_page_are_rejoined() -> None:
    shown = [" ".join(span.of(WRAPPED).split()) for span in lines_of(WRAPPED)]
    assert [line[:20].strip() for line in shown] == [
        "Phát triển công nghi",
        "2. Chỉ tiêu cụ thể",
        "a) Tốc độ tăng chỉ s",
        "b) Có thêm 10 sản ph",
        "Trang 3/12",
        "II. TỔ CHỨC THỰC HIỆ",
    ]
    assert "đạt trên 60% vào năm 2025" in shown[0]
    assert "kinh tế - xã hội" in shown[0]
    assert shown[3].endswith("nâng tổng số sản phẩm lên 150.")


@pytest.mark.parametrize("width", [72, 80, 96])
def test_the_shipped_report_broken_at_any_width_has_the_same_sentences(width: int) -> None:
    document = read_document(shipped_paths()[0])
    lines = [line for line in document.text.split("\n") if line.strip()]
    broken = [part for line in lines for part in wrap(line, width, break_on_hyphens=False)]
    again = document_of("x", "\n".join(broken))

    def said(source: Document) -> list[str]:
        return [" ".join(source.quote(passage.span).split()) for passage in source.passages]

    lost = set(said(document)) - set(said(again))
    assert len(lost) <= 2, lost


def test_a_list_of_short_lines_is_not_rejoined() -> None:
    text = "Danh sách\n" + "".join(f"Phường số {number}\n" for number in range(20))
    assert len(lines_of(text)) == 21


TABLE = """# Báo cáo

| TT | Chỉ tiêu | 2030 |
|----|----------|------|
| **I** | **Kinh tế** | |
| 1 | GRDP | 9% |
| II | Xã hội | |
|2|Nghèo|0%|

TT | Chỉ tiêu | Kết quả
I | Đến năm 2030
1 | Quy mô kinh tế số | ≥ 30
1\tTỷ lệ hộ nghèo\t0%
"""


def test_rows_of_markdown_and_flattened_tables() -> None:
    document = document_of("x", TABLE)
    kinds = [p.kind for p in document.paragraphs]
    assert kinds == [HEADING, ROW, FURNITURE, *[ROW] * 8]
    assert above(document, "| 1 | GRDP")[-1] == "| **I**"
    assert above(document, "|2|Nghèo")[-1] == "| II"
    assert above(document, "1 | Quy mô")[-1] == "I |"
    sentences = [document.quote(sentence.span) for sentence in document.sentences]
    assert "| 1 | GRDP | 9% |" in sentences


def test_a_date_line_with_a_bar_is_no_row() -> None:
    document = document_of("x", "Tiêu đề bài\n\nThứ tư, 08/02/2023 | 16:08 GMT+7\n\nNội dung.")
    assert [p.kind for p in document.paragraphs] == [HEADING, BODY, BODY]


def test_markdown_headings_and_bold_lines_head_lists() -> None:
    text = (
        "# Kế hoạch\n\n## Mục tiêu\n\n**Đến năm 2030:**\n\n1. Tăng 7%.\n2. Giảm 1%.\n\n"
        "**Đến năm 2045**\n\n- Thu nhập cao.\n\n## Tổ chức\n\nCác sở thực hiện."
    )
    document = document_of("x", text)
    assert above(document, "2. Giảm") == ["# Kế", "## Mục", "**Đến năm"]
    assert above(document, "- Thu nhập") == ["# Kế", "## Mục", "**Đến năm"]
    assert above(document, "Các sở") == ["# Kế", "## Tổ"]


def test_a_paragraph_is_found_by_any_offset() -> None:
    document = document_of("x", OFFICIAL)
    for paragraph in document.paragraphs:
        for offset in range(paragraph.span.start, paragraph.span.end):
            assert document.paragraph_at(offset) is paragraph
        assert document.paragraph_at(paragraph.span.end) is paragraph
    assert document.paragraph_at(10**9) is document.paragraphs[-1]
    assert document_of("y", "\n\nMột.").paragraph_at(0).number == 1


def test_what_stands_right_under_a_paragraph_is_what_names_it_as_its_parent() -> None:
    for document in (read_document(path) for path in shipped_paths()):
        for position, paragraph in enumerate(document.paragraphs):
            inner = paragraph.parents[-1] if paragraph.parents else None
            homes = [parent for parent, below in document.children.items() if position in below]
            assert homes == ([] if inner is None else [inner])
