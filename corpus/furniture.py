"""Page furniture: the lines of a web page or press page that are not the document.

"Tin liên quan" and the links below it, "Chia sẻ", a date line printed again at the foot, a page
number, an author's byline. They stay in the canonical text (`hoidap source` prints them) but no
passage is made of them. Captions ("Ảnh: …") and official signatures are not furniture.

What this module does not know: headings, items, or what the document says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.normalize import CAPITALS, comparable

_RELATED_FORMS = (
    r"(?:các )?(?:tin|bài|tin tức|tin bài|bài viết|văn bản|chủ đề)(?: viết)? (?:liên quan|khác)",
    r"(?:các )?(?:tin|bài|tin bài|bài viết) (?:mới(?: nhất)?|cùng chuyên mục|nổi bật|xem nhiều)",
    r"(?:các )?(?:tin|bài|tin bài|bài viết) (?:đọc nhiều(?: nhất)?|cũ hơn|mới hơn|đáng chú ý)",
    r"(?:có thể )?bạn (?:có thể )?quan tâm|cùng chuyên mục|đọc nhiều nhất|xem nhiều nhất",
)
_RELATED = "|".join(_RELATED_FORMS)
_LABEL_FORMS = (
    r"chia sẻ(?: bài viết| (?:qua|lên) \w+| facebook| zalo| twitter)?",
    r"(?:ý kiến )?bình luận(?: \(?\d+\)?)?|\d+ bình luận|ý kiến bạn đọc",
    r"in (?:bài(?: viết)?|trang)|bản in|print|tải về|lưu(?: bài(?: viết)?)?|cỡ chữ",
    r"(?:xem|đọc) (?:thêm|tiếp)|(?:về|lên) đầu trang|trang chủ|quay lại|mục lục bài viết",
    r"gửi (?:email|bình luận|phản hồi|bài viết|bài)|đăng nhập(?: để bình luận)?",
    r"từ khóa|tags?|quảng cáo|đánh giá bài viết|nghe (?:đọc bài|bài viết)",
    r"theo dõi(?: [\w. ]{1,30})? trên google news",
    r"(?:số )?lượt (?:xem|đọc)(?:\s*:?\s*[\d.]+)?|[\d.]+ lượt (?:xem|đọc|thích)",
    r"facebook|twitter|zalo|messenger|linkedin|e-?mail|copy link|(?:like|thích|share)(?: \d+)?",
    r"sao chép (?:liên kết|link)|a[-+]?(?: a[-+]?)+",
    r"(?:©|copyright\b).{0,80}|bản quyền (?:thuộc )?(?:về )?(?:báo|cổng|trang) .{0,60}",
    r"[-–]\s*\d{1,4}\s*[-–]|trang \d{1,4}(?:\s*(?:/|trên)\s*\d{1,4})?",  # page numbers
)
_LABELS = re.compile("|".join((_RELATED, *_LABEL_FORMS)))
_RELATED_LABEL = re.compile(_RELATED)
_LINKS = re.compile(
    r"(?:>>|››|»)\s*\S|(?:(?:xem|đọc) thêm|mời (?:bạn )?(?:xem|đọc)|tags?|từ khóa)\s*:"
)
_WEEKDAY = r"(?:(?:thứ \w+|chủ nhật)\s*,?\s*(?:ngày\s*)?)?"
_DATE_LINE = re.compile(
    r"(?:(?:đăng|cập nhật|ngày đăng|xuất bản|thời gian)(?: ngày| lúc)?\s*:?\s*)?"
    rf"{_WEEKDAY}(?:\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?\s*[,|–-]?\s*)?{_WEEKDAY}"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s*[,|–-]?\s*\d{1,2}[:h]\d{2}(?::\d{2})?)?"
    r"(?:\s*(?:am|pm))?(?:\s*\(?gmt\s*[+-]\d{1,2}\)?)?[\s.|]*"
)
_NAME = rf"[{CAPITALS}][\w.+]*"
_BYLINE = re.compile(
    r"[(*_]*(?:(?i:bài|tin|ảnh|theo|nguồn|tác giả|thực hiện|người viết|biên tập)"
    r"(?:\s*(?:,|và|-|/)\s*(?i:bài|ảnh|video|đồ họa))*\s*:?\s*)?"
    rf"{_NAME}(?:[ /.,–-]+{_NAME}){{0,5}}(?:\s*\((?i:tổng hợp|thực hiện|t/h|ghi|lược dịch"
    rf"|(?:theo )?{_NAME}(?:[ /]{_NAME}){{0,3}})\))?[)*_]*\.?"
)
_SOURCE = re.compile(r"[(*_]*(?:Theo|Nguồn:?)\s[\w /&+-]{2,28}[)*_]*")
_OFFICIAL = re.compile(
    r"(?:TM|KT|TL|TUQ|T/M|K/T|Q)\.\s*[A-ZĐ]{2}|(?:CHỦ TỊCH|BÍ THƯ|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC"
    r"|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG BAN|VỤ TRƯỞNG|CHÁNH VĂN PHÒNG|TỔNG BÍ THƯ|PHÓ CHỦ TỊCH"
    r"|PHÓ BÍ THƯ|TỔNG CỤC TRƯỞNG|CHỦ NHIỆM|HIỆU TRƯỞNG)(?:$|\s+(?:QUỐC HỘI|NƯỚC)$)"
    r"|ĐÃ KÝ|\(?Đã ký|Nơi nhận|NƠI NHẬN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM$"
)
_LONGEST_LABEL = 120
_LONGEST_BYLINE = 60
_LONGEST_LINK = 160
_SHORTEST_TEXT = 80
_SENTENCE_ENDS = (".", "!", ";", ":", "…", ".”", '."', ".)")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's text, its position, and how many paragraphs there are."""

    text: str
    position: int
    count: int


def is_furniture(lines: Sequence[Line], position: int) -> bool:
    """Tell whether the line at ``position`` is page furniture rather than the document."""
    return furniture_of([line.text for line in lines])[position]


def furniture_of(lines: Sequence[str]) -> list[bool]:
    """Tell of each line whether it is page furniture, in one pass down and one pass up."""
    forms = [_form(line) for line in lines]
    furniture = [_is_label(form) for form in forms]
    seen: set[str] = set()
    for position, form in enumerate(forms):
        if form and _DATE_LINE.fullmatch(form):
            furniture[position] = form in seen
            seen.add(form)
    _mark_links_at_the_foot(lines, forms, furniture)
    _mark_byline(lines, forms, furniture)
    return furniture


def is_date_line(line: str) -> bool:
    """Tell whether a line says only when a page was posted."""
    return bool(_DATE_LINE.fullmatch(_form(line)))


def _form(line: str) -> str:
    """Return a short line in comparable form, without the dots and arrows around it.

    "" for a line with nothing to read; "…" for one too long to be furniture.
    """
    if len(line) > _LONGEST_LINK:
        return "…"
    text = comparable(line).strip()
    return text.strip(" .:·|*_") if any(char.isalnum() for char in text) else ""


def _is_label(form: str) -> bool:
    if not form:
        return True
    if len(form) <= _LONGEST_LABEL and _LABELS.fullmatch(form.strip(" »>")):
        return True
    return bool(_LINKS.match(form))


def _mark_links_at_the_foot(lines: Sequence[str], forms: list[str], furniture: list[bool]) -> None:
    """Mark the titles below a last "Tin liên quan": lines to the end that are no sentences."""
    for position in reversed(range(len(lines))):
        if _RELATED_LABEL.fullmatch(forms[position].strip(" »>")):
            if position:
                furniture[position:] = [True] * (len(lines) - position)
            return
        is_link = (
            forms[position] != "…"
            and "|" not in lines[position]
            and not lines[position].endswith(_SENTENCE_ENDS)
        )
        if not furniture[position] and not is_link and not _DATE_LINE.fullmatch(forms[position]):
            return


def _mark_byline(lines: Sequence[str], forms: list[str], furniture: list[bool]) -> None:
    """Mark an author's name at the foot: a short name with only furniture or dates after it.

    The last name of a list is one of its entries; the name under an official text ("CHỦ TỊCH /
    Nguyễn Văn A") is its signature.
    """
    for position in reversed(range(2, len(lines))):
        if furniture[position] or _DATE_LINE.fullmatch(forms[position]):
            continue
        content = lines[position].strip()
        named = len(content) <= _LONGEST_BYLINE and _is_name(content)
        capital = content.isupper() and " " in content
        official = any(_OFFICIAL.match(line.strip(" |*_")) for line in lines)
        article = content.endswith(")") or _ends_an_article(lines, furniture, position)
        furniture[position] = named and article and not capital and not official
        return


def _ends_an_article(lines: Sequence[str], furniture: Sequence[bool], position: int) -> bool:
    """Tell whether text stands above a line, and not the other names of a list or a table."""
    above = next((lines[i].strip() for i in reversed(range(position)) if not furniture[i]), "")
    return len(above) >= _SHORTEST_TEXT or (
        above.endswith((".", "!", "?", "…", "”", '"', ")")) or above.startswith("Ảnh")
    )


def _is_name(content: str) -> bool:
    return bool(_BYLINE.fullmatch(content) or _SOURCE.fullmatch(content))
