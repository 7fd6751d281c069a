"""What a sentence points back to: "Nguyên nhân là …", "Công trình này …", "Đại hội sẽ diễn ra …".

A thing is named in full once and shortly from there on: "Đại hội đại biểu Đảng bộ xã … . Đại hội sẽ
diễn ra ngày 23/8." What is asked of the full name is told of the short one.

What this module does not know: pronouns of persons, or things named more than a page before.
"""

import re
from typing import Final

from corpus.model import Document, Passage
from corpus.normalize import comparable

_POINTS_BACK: Final = re.compile(
    r"(?:nguyên nhân|lí do|đây|đó) (?:chính )?(?:cũng )?(?:là|do|vì|bởi)\b"
    r"|(?:điều|việc|[^\W\d_]+(?: [^\W\d_]+){0,2}) (?:này|đó|nói trên)\b"
)
_SAYS: Final = (
    r"(?:sẽ|đã|được|có|là|gồm|cũng|do|phải|đang|dự kiến|đề nghị|yêu cầu|đặt|diễn ra|quy định|này"
    r"|nêu|dài|rộng|cao|nằm|bắt đầu|khởi công|hoàn thành|kết thúc|khai mạc|bế mạc|giao|đề ra)\b"
)
_SHORT: Final = re.compile(
    r"(?:theo đó,? )?"
    r"(?P<head>đại hội|hội nghị|hội thảo|lễ hội|cuộc thi|hội thi|giải thưởng|kì họp|phiên họp|dự án"
    r"|đề án|chương trình|kế hoạch|chiến lược|quyết định|nghị định|nghị quyết|thông tư|chỉ thị|luật"
    r"|công trình|nhà máy|khu công nghiệp|khu đô thị|cụm công nghiệp|tuyến đường|cầu|hầm|cảng"
    r"|sân bay|sở|bộ|cục|chi cục|công ty|tập đoàn|ngân hàng|trường|bệnh viện|trung tâm|bảo tàng"
    r"|quỹ|gói thầu|chiến dịch|phong trào|mô hình|hợp tác xã|ban quản lí|ban chỉ đạo|ban tổ chức)"
    rf" (?={_SAYS})"
)
_A_PAGE: Final = 1_800
_MARK: Final = re.compile(r"[.!?\n]")


def pointed_back_to(document: Document, passage: Passage) -> str:
    """Return the sentence before that a sentence points back to, "" where it points to none."""
    form = comparable(document.quote(passage.span))
    if _POINTS_BACK.match(form):
        words = document.text[passage.context.start : passage.span.start].rstrip()
        return words[words.rfind(". ", 0, -1) + 1 :]
    short = _SHORT.match(form)
    return _named_in_full(document.text[: passage.span.start], short["head"]) if short else ""


def _named_in_full(before: str, head: str) -> str:
    """Return the last sentence that names a thing by more than its first words."""
    page = before[-_A_PAGE:]
    full = re.compile(rf"\b{head} (?!{_SAYS})[^\W_]")
    places = [match.start() for match in full.finditer(comparable(page))]
    if not places:
        return ""
    marks = [match.end() for match in _MARK.finditer(page)]
    start = max((mark for mark in marks if mark <= places[-1]), default=0)
    return page[start : min((mark for mark in marks if mark > places[-1]), default=len(page))]
