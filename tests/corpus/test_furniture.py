"""What is left out of passages, and what is not."""

import pytest

from corpus.furniture import Line, furniture_of, is_furniture
from corpus.model import ParagraphKind
from corpus.read import document_of, read_document
from corpus.shipped import shipped_paths

ARTICLE = [
    "Hà Nội đẩy mạnh công nghiệp hóa",
    "08/02/2023 16:08",
    "Thành ủy Hà Nội vừa ban hành chương trình hành động mới.",
    "Ảnh: Quang cảnh hội nghị",
]


def test_the_furniture_of_the_shipped_report_is_in_its_text_and_in_no_passage() -> None:
    document = read_document(shipped_paths()[0])
    said = "\n".join(document.quote(passage.span) for passage in document.passages)
    for junk in ("Tin liên quan", "Tin Khác", "PV."):
        assert junk in document.text
        assert junk not in said
    assert document.text.count("Đăng ngày: 08/02/2023 , 16:08 GMT+7") == 2
    assert said.count("Đăng ngày: 08/02/2023 , 16:08 GMT+7") == 1
    assert "trên 12.500 USD/người/năm" in said
    furniture = [p for p in document.paragraphs if p.kind is ParagraphKind.FURNITURE]
    assert [p.number for p in furniture] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "foot",
    [
        ["Nguồn: TTXVN"],
        ["Theo Hà Nội mới"],
        ["Minh Anh (tổng hợp)"],
        ["Tin-ảnh: T.Phương"],
        ["LK (Theo Mashable)"],
        ["Diệu Nam - Mộc Miên"],
        ["PV.", "Chia sẻ", "Facebook", "Zalo", "Sao chép liên kết"],
        ["Từ khóa: Hà Nội, công nghiệp", "Bình luận (3)", "Gửi bình luận"],
        ["Tin liên quan", "Hà Nội công bố quy hoạch mới", "Khởi công đường vành đai 4"],
        ["Đọc thêm", "Xem thêm: Hà Nội công bố quy hoạch mới"],
        [">> Hà Nội công bố quy hoạch mới", "Lượt xem: 1.204", "Về đầu trang", "© Báo Hà Nội"],
    ],
)
def test_the_foot_of_a_press_page_is_furniture(foot: list[str]) -> None:
    assert furniture_of([*ARTICLE, *foot]) == [False] * len(ARTICLE) + [True] * len(foot)


def test_the_body_of_a_press_page_is_not() -> None:
    body = [
        *ARTICLE,
        "Theo ông Nam, thành phố sẽ chia sẻ dữ liệu.",
        "Nguồn vốn: ngân sách thành phố.",
    ]
    assert not any(furniture_of(body))


def test_related_links_within_an_article_do_not_swallow_what_follows() -> None:
    lines = [
        *ARTICLE,
        "Tin liên quan",
        "Khởi công đường vành đai 4",
        "Năm 2025, thu nhập đạt 8.500 USD.",
    ]
    assert furniture_of(lines) == [*[False] * 4, True, False, False]


def test_a_signature_under_an_official_text_stays() -> None:
    text = (
        "THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQUYẾT ĐỊNH\n"
        "Điều 1. Quyết định này có hiệu lực từ ngày ký.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n"
        "Nơi nhận:\n" + "".join(f"- Bộ số {number};\n" for number in range(12)) + "Phạm Minh Chính"
    )
    document = document_of("x", text)
    said = [document.quote(passage.span) for passage in document.passages]
    assert {"TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Phạm Minh Chính"} <= set(said)


def test_the_last_name_of_a_list_stays() -> None:
    lines = ["Các tỉnh trong vùng", "Danh sách gồm các tỉnh sau đây:", "Vĩnh Long", "Trà Vinh"]
    assert not any(furniture_of(lines))


def test_page_numbers_between_paragraphs_are_furniture() -> None:
    lines = ["Câu thứ nhất của trang này.", "- 3 -", "Trang 3/12", "Câu thứ hai, ở trang sau."]
    assert furniture_of(lines) == [False, True, True, False]


def test_one_line_can_be_asked_about() -> None:
    lines = [Line(text, position, 5) for position, text in enumerate([*ARTICLE, "Chia sẻ"])]
    assert [is_furniture(lines, position) for position in range(5)] == [False] * 4 + [True]
