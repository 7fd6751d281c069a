"""How one turn of a conversation takes up the one before: it corrects it, doubts it, or leaves it.

"Ý tôi là 2030" and "à nhầm, 2030 cơ" put one part right; "ghi ở đâu vậy?" and "có chắc không?" want
the same answer with its place; "mà này, ai ký văn bản?" begins another topic.

What this module does not know: what the turn before asked, or what of it is put right.
"""

import re
from typing import Final

from corpus.normalize import comparable

_SELF: Final = r"(?:tôi|mình|em|tớ|cháu|con|anh|chị|bọn mình|chúng tôi)"
_WRONG: Final = (
    r"(?:(?:à|ủa|ơ|ồ|ôi|ừ|không|không phải|nhầm|nhầm rồi|hỏi nhầm|gõ nhầm|viết nhầm|lộn|lộn rồi|"
    r"sai|sai rồi|xin lỗi|sorry|khoan|khoan đã|chưa đúng|không đúng|lại|thôi)[ ,.:;-]+)"
)
_MEANT: Final = (
    rf"(?:(?:ý|ý của) (?:{_SELF}|là|muốn)(?: (?:là|muốn hỏi|hỏi|muốn nói|cần))*|ý (?:là|hỏi)|"
    rf"{_SELF} (?:đang |muốn |chỉ )?(?:hỏi|nói)(?: (?:là|về(?= năm)))?|"
    r"(?:phải|đúng ra|đáng ra|chính xác|đúng) là|chuyển sang|đổi (?:lại )?(?:thành|sang)|"
    r"sửa (?:lại )?(?:thành|là))[ ,:]+"
)
_CORRECTION: Final = re.compile(
    rf"(?:{_WRONG}+{_MEANT}|{_MEANT}|{_WRONG}*(?:nhầm|lộn|không phải|xin lỗi)[ ,.:;-]+)"
    r"(?:là |phải là )?(?=[\w%])"
)
_INSISTING: Final = re.compile(
    r"[ ,]+(?:cơ|kia|chứ|mới đúng|ấy|cơ mà|chứ không phải .*|không phải .*)[ ?.!]*$"
)
_SOURCE: Final = re.compile(
    r"(?:(?:thế |vậy |cái này |câu này |điều này |thông tin này |số này |số liệu này |con số này |"
    r"nó |đoạn này )*(?:"
    r"(?:được )?(?:ghi|nêu|viết|nói|trích|lấy|quy định|dẫn|trích dẫn)(?: ra)?(?: (?:ở|tại|từ|"
    r"trong))? (?:đâu|chỗ nào|đoạn nào|mục nào|phần nào|trang nào|dòng nào|khoản nào|điều nào)"
    r"(?: ra)?"
    r"|nằm (?:ở|tại|trong) (?:đoạn|mục|phần|trang|dòng|khoản|điều) nào"
    r"|(?:ở |tại |từ )?(?:đâu|chỗ nào|đoạn nào|mục nào|phần nào|trang nào|dòng nào)"
    r" (?:ghi|nêu|viết|nói|quy định)"
    r"|(?:nguồn|dẫn chứng|căn cứ|bằng chứng|trích dẫn|nguồn tin)"
    r"(?: (?:là|ở|từ|thông tin|số liệu))* (?:đâu|gì|nào)"
    r"|(?:có )?(?:chắc|thật|đúng)(?: (?:chắn|vậy|thế))? (?:không|chứ)|thật (?:không|à|sao|hả)"
    r"|(?:có )?chắc (?:không|chưa)"
    r"|(?:dựa|căn cứ) (?:vào|trên) đâu|(?:sao|vì sao|làm sao) (?:biết|bạn biết)"
    r"|(?:cho (?:tôi|mình|em) )?(?:xem|trích)(?: lại)? (?:nguyên văn|câu gốc|đoạn gốc|"
    r"đoạn đó|câu đó)"
    r"|nguyên văn(?: (?:là|thế nào|ra sao|là gì))*"
    r"))(?: (?:vậy|thế|ạ|nhỉ|đấy|đó|hả|hở))*"
)
_FROM: Final = re.compile(r"\b(?:lấy|trích|nguồn)\b(?! dẫn)")
_MONEY: Final = re.compile(r"\b(?:kinh phí|chi phí|vốn|tiền|ngân sách|quỹ|tỉ đồng|triệu đồng)\b")
#: The same wanted once more, and more of it: "chi tiết hơn được không?", "nói rõ hơn đi".
_MORE: Final = re.compile(
    r"(?:(?:có thể|có|hãy|xin|cho|giúp|làm ơn|mình|tôi|em|nói|nêu|giải thích|trình bày|kể|xem|"
    r"thông tin|trả lời|viết|đọc) )*"
    r"(?:chi tiết|cụ thể|rõ|kĩ|đầy đủ|nhiều)(?: ràng| hơn| thêm| chút| tí| xíu| một)+"
    r"(?: (?:được|đi|giúp|nữa|không|ạ|nhé|với|mình|tôi|em|về|việc|điều|cái|này|đó))*"
    r"|(?:nói|giải thích|kể|cho biết)(?: thêm| kĩ| rõ)+(?: (?:đi|nữa|được|không|ạ|nhé|với|chút))*"
    r"|(?:còn|có) gì (?:nữa|khác|thêm)(?: không| nữa không)?|chỉ (?:có )?(?:vậy|thế|bấy nhiêu)"
    r"(?: thôi)?(?: à| hả| sao)?|(?:hết|đủ) (?:chưa|rồi à)"
)
_ONE_OF: Final = re.compile(
    r"(?:(?:còn|thế|vậy) )*(?:cái|ý|mục|điểm|thứ|(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?))"
    r" (?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d+)|đầu tiên|đầu|cuối cùng|cuối|còn lại)"
    r"(?: (?:là|gồm|thì|cụ thể|những|cái|gì|sao|nào|thế nào|ra sao))*"
)
_LISTED: Final = re.compile(r"\bgì\b|\bnhững\b|\bcác\b|\bgồm\b|\d .*\bnào\b|liệt kê|kể|nêu")
_SWITCH: Final = re.compile(
    r"(?:(?:mà|à mà|à|ơ|thôi|thế|ok|ừ)[ ,]+)*(?:(?:mà|à) này|nhân tiện|tiện thể|nhân đây|sẵn tiện|"
    r"tiện(?= cho)|(?:cho )?hỏi (?:thêm|câu khác|chuyện khác|sang chuyện khác)|"
    r"(?:hỏi |sang |chuyển sang )(?:câu|chuyện|vấn đề|ý|chủ đề) khác|"
    r"câu (?:khác|nữa|tiếp theo|hỏi khác)|"
    r"thêm (?:câu|một câu) nữa|ngoài ra|bên cạnh đó|một câu nữa|còn (?:câu|chuyện) này nữa)"
    r"(?: (?:cho|tôi|mình|em|hỏi|là))*[ ,:.]+(?=[\w%])"
)


def corrected_part(question: str) -> str:
    """Return what a question puts in place of a part of the last one, or "" when it is no such.

    "Không phải, ý tôi là năm 2030 cơ" is "năm 2030".
    """
    match = _CORRECTION.match(comparable(question))
    if not match:
        return ""
    rest = question[match.end() :]
    end = _INSISTING.search(comparable(rest))
    return rest[: end.start()] if end else rest


def wants_source(question: str, base: str = "") -> bool:
    """Tell whether only the place of the last answer is asked for, or whether it is sure.

    Money that the last question asked for comes from somewhere too: "lấy từ đâu?".
    """
    low = comparable(question).strip(" ?.!,")
    if _FROM.search(low) and _MONEY.search(comparable(base)):
        return False
    return bool(_SOURCE.fullmatch(low))


def wants_more(question: str) -> bool:
    """Tell whether the last answer is only wanted in more detail."""
    return bool(_MORE.fullmatch(comparable(question).strip(" ?.!,")))


def wants_one_of(question: str, base: str) -> bool:
    """Tell whether one thing of the list that ``base`` asked for is wanted: "cái thứ hai?"."""
    match = _ONE_OF.fullmatch(comparable(question).strip(" ?.!,"))
    low = comparable(base)
    if not match or not _LISTED.search(low):
        return False
    return not match["noun"] or bool(re.search(rf"\b{re.escape(match['noun'])}\b", low))


def without_switch(question: str) -> str:
    """Return a question without the words that begin another topic: "mà này", "câu khác"."""
    match = _SWITCH.match(comparable(question))
    return question[match.end() :] if match else question
