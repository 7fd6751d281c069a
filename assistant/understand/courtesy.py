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
_OPENERS: Final = re.compile(
    rf"(?:(?:dạ|vâng|à|ừ|ờ|ủa|ồ|alo|hi|hello|xin chào|chào)(?: {_WHO})*"
    rf"|{_WHO} ơi"
    rf"|(?:làm ơn |xin |vui lòng |hãy |nhờ |phiền |giúp |{_WHO} )*"
    rf"(?:cho|giúp|nói|bảo|trả lời|chỉ)(?: (?:cho|giúp))?(?: {_WHO}){{1,2}}"
    rf"(?: xin| muốn)?(?: {_ASK})?(?: là| rằng| về việc)?"
    rf"|cho (?:hỏi|biết)(?: là| rằng)?"
    rf"|(?:{_WHO} )?(?:muốn|cần|xin|xin phép|định)(?: được)? (?:hỏi|biết|tìm hiểu|tra cứu)"
    rf"(?: là| rằng| xem| về việc)?"
    rf"|không biết(?: là| rằng)?|có ai biết|ai biết|làm ơn|vui lòng|xin hỏi|hỏi chút|"
    rf"hỏi tí|cho hỏi)"
    rf"(?=[ ,.:;!?-])[ ,.:;!?-]+"
)
_CLOSERS: Final = re.compile(
    r"[ ,.;]+(?:ạ|nhỉ|nhé|nha|hả|hở|hén|hen|đấy|đó ạ|vậy|thế|vậy ta|luôn|với|"
    r"với ạ|giúp (?:mình|em|tôi)|(?:em|mình|tôi) (?:cảm ơn|cám ơn)|cảm ơn|cám ơn|thanks|tks|thank|"
    rf"{_WHO} (?:ơi|nhỉ)|ad|admin|mọi người|các bạn|cả nhà)"
    r"(?=[ ,.;!?…]*$)"
)
_NEEDED: Final = re.compile(r"(?:như|là|sao|vì sao|tại sao|cùng|đối|so) (?:thế|vậy|với)$")


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
