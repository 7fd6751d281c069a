"""The post that a clause gives a person: before the name, after it, or by "là", "giữ chức".

An office may also stand alone for its holder: "Tổng Bí thư đã ký".

"Phó Bí thư Thành ủy Ngô Thị Hằng", "Ông Tăng Hữu Phong, Phó bí thư Quận uỷ Tân Phú, phản biện …",
"bà Mai là giám đốc sở". A post begins with the name of an office and ends at a mark or a verb.

What this module does not know: whether a person still holds it.
"""

import re
from typing import Final

from assistant.reading.annotations import Clause
from assistant.reading.phrases import persons_in
from corpus.model import Span
from corpus.names import NameKind, find_bodies
from corpus.normalize import CAPITALS, comparable, syllables

_RANK: Final = r"(?:nguyên |quyền |cựu |phó |ủy viên |đồng chí )*"
OFFICE: Final = (
    r"(?:chủ tịch|bí thư|tổng bí thư|thủ tướng|bộ trưởng|thứ trưởng|tổng giám đốc|giám đốc|trưởng"
    r"|chánh|viện trưởng|hiệu trưởng|cục trưởng|vụ trưởng|tổng cục trưởng|chủ nhiệm|thống đốc"
    r"|đại biểu|luật sư|kiến trúc sư|giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kĩ sư|đại sứ|tổng thư kí|thư kí"
    r"|người phát ngôn|phát ngôn viên|huấn luyện viên|đội trưởng|tư lệnh|chính ủy|chỉ huy trưởng"
    r"|kế toán trưởng|ủy viên|trợ lí|chuyên gia|tổng biên tập|đại tá|thượng tá|trung tá|thiếu tá"
    r"|đại tướng|thượng tướng|trung tướng|thiếu tướng|tổng thống|đại diện|nghị sĩ|vua"
    r"|hoàng đế|thái sư)"
)
_POST: Final = rf"{_RANK}{OFFICE}\b[^,;:.()|\n]*?"
_ENDS: Final = (
    r"(?= (?:cho biết|cho rằng|cho hay|phản biện|nói|đề nghị|đề xuất|nhấn mạnh|khẳng định|chia sẻ"
    r"|phát biểu|trả lời|nhận định|nhận xét|đánh giá|cũng|đã|đang|sẽ|là|bày tỏ|yêu cầu|kí|thông tin"
    r"|trình bày|báo cáo|trao đổi|ghi nhận|biểu dương"
    r"|tại|trong|vào|từ|tham|dự|chủ trì|khi|thì|và)\b| ?[,;:.()|\n]| ?$)"
)
_AFTER: Final = re.compile(rf"(?: ?\([^)]*\))?(?: ?,| ?[-–]) (?P<post>{_POST}){_ENDS}")
_IS: Final = re.compile(
    r"(?: ?,)? (?:hiện |đang |hiện đang |từng )?(?:là|giữ (?:chức|cương vị|vai trò)(?: vụ)?|làm"
    r"|được (?:bầu|bổ nhiệm|cử|phân công)(?: (?:làm|giữ))?(?: chức)?(?: vụ)?) "
    rf"(?P<post>{_POST}){_ENDS}"
)
_BEFORE: Final = re.compile(rf"(?P<post>{_POST})(?:,| -| –)?(?: ông| bà)? $")
_NAMED: Final = re.compile(rf"\b(?P<post>{_POST}){_ENDS}")
_TITLE: Final = re.compile(r"(?:ông|bà|anh|chị|đồng chí) $")
_GIVEN: Final = re.compile(r"\b(?:ông|bà|anh|chị|đồng chí) ([^\W\d_]+)")
_OFFICE_BEFORE: Final = re.compile(rf"\b(?:ông|bà|{OFFICE})(?: [^\W\d_]+){{0,8}} $")
_OFFICE_AFTER: Final = re.compile(rf" ?[,(-] ?{_RANK}{OFFICE}\b")
_HOLDER: Final = re.compile(
    rf"\bai (?:là|đang là|làm|giữ chức|giữ|đảm nhiệm) {_RANK}{OFFICE}\b|\b{OFFICE}\b.*\blà ai\b"
)
_CAPITAL: Final = rf"[{CAPITALS}]\w*"
_NAME: Final = re.compile(rf"(?<!^)\b{_CAPITAL}(?: {_CAPITAL}){{1,4}}")
_LOOK_BACK: Final = 120
_LOOK_AHEAD: Final = 160


def posts_in(question: str, text: str, clause: Clause) -> list[Span]:
    """Return the posts that a clause gives the person whom a question names."""
    said = frozenset(syllables(question))
    given = frozenset(_GIVEN.findall(comparable(question)))
    found: list[Span] = []
    for person in persons_in(clause):
        name = syllables(person.of(text))
        if len(name) > 1 and (said.issuperset(name[-2:]) or name[-1] in given):
            found += posts_beside(text, clause.span, person)
    return found or [
        post
        for name in _NAME.findall(question)
        for place in re.finditer(rf"\b{re.escape(name)}\b", clause.span.of(text))
        for post in posts_beside(text, clause.span, Span(*place.span()).moved(clause.span.start))
    ]


def asks_for_holder(question: str) -> bool:
    """Tell whether a question, in comparable form, asks who holds an office."""
    return _HOLDER.search(question) is not None


def is_beside_office(text: str, clause: Span, name: Span) -> bool:
    """Tell whether a name stands right beside an office: "Bí thư Sơn Minh Quốc", "…, Giám đốc"."""
    before = comparable(text[clause.start : name.start])
    after = comparable(text[name.end : clause.end])
    return bool(_OFFICE_BEFORE.search(before) or _OFFICE_AFTER.match(after))


def offices_in(text: str, clause: Clause) -> list[Span]:
    """Return the offices a clause names as names are written: "Tổng Bí thư đã ký", and no one."""
    form = comparable(clause.span.of(text))
    found = [Span(*match.span("post")).moved(clause.span.start) for match in _NAMED.finditer(form)]
    return [span for span in found if text[span.start].isupper()]


def posts_beside(text: str, clause: Span, person: Span) -> list[Span]:
    """Return the post that a clause gives the person who is named at a place of it."""
    after = comparable(text[person.end : min(clause.end, person.end + _LOOK_AHEAD)])
    for pattern in (_AFTER, _IS):
        if match := pattern.match(after):
            size = len(match["post"].rstrip(" -–"))  # "ông An – Chủ tịch xã – cho biết"
            start = person.end + match.start("post")
            return [_with_whole_body(text, clause, Span(start, start + size))]
    start = max(clause.start, person.start - _LOOK_BACK)
    before = comparable(text[start : person.start])
    before = _TITLE.sub("", before) if _TITLE.search(before) else before
    if match := _BEFORE.search(before):
        return [Span(*match.span("post")).moved(start)]
    return []


def _with_whole_body(text: str, clause: Span, post: Span) -> Span:
    """Return a post to the end of the body it is of: "Giám đốc Sở Kế hoạch và Đầu tư"."""
    ahead = text[post.start : min(clause.end, post.end + _LOOK_AHEAD)]
    bodies = (one.span.moved(post.start) for one in find_bodies(ahead) if one.kind is NameKind.BODY)
    cut = (one.end for one in bodies if one.start < post.end < one.end)
    return Span(post.start, next(cut, post.end))
