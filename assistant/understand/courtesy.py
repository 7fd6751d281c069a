"""Words of courtesy that carry no question: "cho mình hỏi", "ạ", "nhỉ", "ad ơi".

What this module does not know: what is asked.
"""

import re
from typing import Final

from corpus.normalize import comparable

_WHO: Final = (
    "(?:mình|em|tôi|tớ|cháu|con|anh|chị|bạn|ad|admin|cô|chú|bác|mọi người|mn|cả nhà|bot|shop|"
    "các bạn|quý vị|các anh chị|anh chị|a|e|c)"
)
_ASK: Final = "(?:hỏi|biết|xin hỏi|được hỏi|hỏi thăm|hỏi chút|hỏi tí|hỏi tý|hỏi xíu|xem|nghe)"
# What somebody says of themselves beside the question: "không nhớ nữa", "quên mất rồi".
_ASIDE: Final = (
    rf"(?:{_WHO} )?(?:(?:không|chưa|chẳng|chả) (?:nhớ|biết|rõ|chắc|hiểu)|quên|thắc mắc)"
    r"(?: (?:rõ|lắm|nữa|mất|luôn|rồi|hết|béng))*"
)
_HELP: Final = (
    rf"(?:(?:làm ơn|nhờ|mong|xin) )?(?:{_WHO} )?(?:chỉ|bảo|nói|trả lời|giải đáp|giúp|giùm|"
    rf"hộ(?= {_WHO}))"
    rf"(?: (?:cho|giúp|giùm|dùm|hộ|biết))*(?: {_WHO})?(?: (?:với|nhé|nha|cái|phát|tí|chút|ạ))*"
)
_THANKS: Final = rf"(?:{_WHO} )?(?:xin )?(?:cảm ơn|cám ơn)(?: (?:nhiều|trước|ạ|{_WHO}))*"
_OPENERS: Final = re.compile(
    rf"(?:(?:dạ|vâng|à|ừ|ờ|ủa|ồ|alo|hi|hello|xin chào|chào)(?: {_WHO})*"
    rf"|{_WHO} ơi"
    rf"|(?:làm ơn |xin |vui lòng |hãy |nhờ |phiền |giúp |{_WHO} )*"
    rf"(?:cho|giúp|nói|bảo|trả lời|chỉ)(?: (?:cho|giúp))?(?: {_WHO}){{1,2}}"
    rf"(?: xin| muốn)?(?: {_ASK})?(?: là| rằng| về việc)?"
    rf"|cho (?:hỏi|biết)(?: là| rằng)?"
    rf"|(?:{_WHO} )?(?:muốn|cần|xin|xin phép|định)(?: được)? (?:hỏi|biết|tìm hiểu|tra cứu)"
    rf"(?: là| rằng| xem| về việc)?"
    rf"|{_ASIDE}(?= ?[,:;.])"
    rf"|không biết(?: là| rằng)?|có ai biết|ai biết|làm ơn|vui lòng|xin hỏi|hỏi chút|"
    rf"hỏi tí|cho hỏi)"
    rf"(?=[ ,.:;!?-])[ ,.:;!?-]+"
)
_CLOSERS: Final = re.compile(
    r"[ ,.;]+(?:ạ|nhỉ|nhé|nha|hả|hở|hén|hen|đấy|đó ạ|vậy|thế|vậy ta|luôn|với|"
    rf"với ạ|giúp (?:mình|em|tôi)|{_ASIDE}|{_HELP}|{_THANKS}|thanks|tks|thank|"
    rf"{_WHO} (?:ơi|nhỉ)|ad|admin|mọi người|các bạn|cả nhà|ấy|á|bạn)"
    r"(?=[ ,.;!?…]*$)"
)
_NEEDED: Final = re.compile(r"(?:như|là|sao|vì sao|tại sao|cùng|đối|so) (?:thế|vậy|với)$")

#: Words of which a remark is made that asks nothing: "ok cảm ơn nhé", "mình hiểu rồi".
_REMARK: Final = re.compile(
    rf"(?:(?:ok|oke|okay|okie|cảm ơn|cám ơn|thanks|thank you|thank|tks|hay|tốt|tuyệt vời|tuyệt|"
    r"giỏi|chuẩn|chính xác|hiểu|biết|rồi|vâng|dạ|ừ|ừm|uh|à|ồ|ờ|vậy|thế|được|đúng|quá|lắm|nhiều|"
    r"nhé|nha|nhá|ạ|đó|đấy|thì ra là|hóa ra là|hóa ra|ra là|hả|đã|xong|rõ|bot|rất|hữu ích|"
    rf"đã rõ|không sao|khoan|chờ chút|{_WHO})(?:[ ,.!]+|$))+"
)


def without_remark(said: str) -> str:
    """Return a question without the thanks or assent before its first comma: "ok hiểu rồi, …"."""
    first, comma, rest = said.partition(",")
    return rest.strip() if comma and rest.strip() and is_remark(first) else said


def is_remark(said: str) -> bool:
    """Tell whether what was said only thanks or agrees, and asks nothing."""
    return bool(_REMARK.fullmatch(comparable(said).strip(" ,.!?")))


def without_courtesy(question: str) -> str:
    """Return a question without its polite opening and ending; never empty unless it was."""
    rest = question
    while True:
        match = _OPENERS.match(comparable(rest))
        if not match or not any(map(str.isalnum, rest[match.end() :])):
            break
        rest = rest[match.end() :]
    while True:
        match = _CLOSERS.search(comparable(rest))
        if not match or _NEEDED.search(comparable(rest[: match.end()])):
            break
        rest = rest[: match.start()] + rest[match.end() :]
    return rest.strip(" ,")
