"""Page furniture: the lines of a web page or press page that are not the document.

"Tin liên quan", "Chia sẻ", a date line printed again at the foot, an author's byline. They stay
in the canonical text (`hoidap source` prints them) but no passage is made of them.

What this module does not know: headings, items, or what the document says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.normalize import comparable

_LABELS = re.compile(
    r"(?:các )?(?:tin|bài)(?: viết)? (?:liên quan|khác|mới|cùng chuyên mục|nổi bật|đọc nhiều|cũ hơn"
    r"|mới hơn)|chia sẻ(?: bài viết| facebook| zalo)?|bình luận(?: \(\d+\))?|in (?:bài(?: viết)?"
    r"|trang)|xem thêm|về đầu trang|gửi (?:email|bình luận|phản hồi)|từ khóa|tags?|trang chủ"
    r"|quay lại|lưu bài viết|nghe đọc bài|theo dõi trên google news|lượt xem|đọc tiếp",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:(?:đăng|cập nhật|ngày đăng|xuất bản)(?: ngày| lúc)?\s*:?\s*)?"
    r"(?:thứ \w+,?\s*(?:ngày\s*)?|chủ nhật,?\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"(?:\s*[,|–-]?\s*\d{1,2}[:h]\d{2}(?::\d{2})?)?(?:\s*\(?gmt\s*[+-]\d{1,2}\)?)?[\s.|]*"
)
_BYLINE = re.compile(
    r"\(?(?:(?:bài|tin|ảnh|theo|nguồn|tác giả|thực hiện)\s*(?:,\s*ảnh\s*)?:?\s*)?"
    r"[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*(?:[ /.–-]+[A-ZĐÀ-Ỹ][\wÀ-ỹ.]*){0,4}\)?\.?"
)
_SIGNATURE = re.compile(
    r"(?:TM|KT|TL|TUQ|T/M|K/T)\.|(?:CHỦ TỊCH|BÍ THƯ|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|THỨ TRƯỞNG"
    r"|CỤC TRƯỞNG|TRƯỞNG BAN|VỤ TRƯỞNG|ĐÃ KÝ|\(Đã ký\)|CHÁNH VĂN PHÒNG|Nơi nhận|TỔNG BÍ THƯ)"
)
_SIGNATURE_REACH = 4
_LONGEST_BYLINE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's text, its position, and how many paragraphs there are."""

    text: str
    position: int
    count: int


def is_furniture(lines: Sequence[Line], position: int) -> bool:
    """Tell whether the line at ``position`` is page furniture rather than the document."""
    text = comparable(lines[position].text).strip(" .:·»>|")
    if not any(char.isalnum() for char in text):
        return True
    if _LABELS.fullmatch(text):
        return True
    if _DATE_LINE.fullmatch(text):
        return any(comparable(line.text).strip(" .:·»>|") == text for line in lines[:position])
    return _is_byline(lines, position)


def _is_byline(lines: Sequence[Line], position: int) -> bool:
    """Tell whether this is an author's name at the foot: a short name with only furniture after.

    A signature under an official text ("CHỦ TỊCH / Nguyễn Văn A") is not one.
    """
    content = lines[position].text.strip()
    if position < 2 or len(content) > _LONGEST_BYLINE or not _BYLINE.fullmatch(content):  # noqa: PLR2004 - a title and a body come first
        return False
    if content.isupper() and " " in content:
        return False
    before = lines[max(0, position - _SIGNATURE_REACH) : position]
    if any(_SIGNATURE.search(line.text) for line in before):
        return False
    after = range(position + 1, len(lines))
    return all(_label_or_date(lines[later].text) for later in after)


def _label_or_date(line: str) -> bool:
    text = comparable(line).strip(" .:·»>|")
    return not text or bool(_LABELS.fullmatch(text) or _DATE_LINE.fullmatch(text))
