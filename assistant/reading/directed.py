"""What somebody is told to do: "Sở đề nghị các đơn vị làm gì?", "Chủ tịch yêu cầu các huyện gì?".

The clause that answers says that somebody is told so, in the question's own word or one that does
the same, and then whom: "Sở đề nghị các đơn vị liên quan phối hợp, xây dựng kế hoạch …".

What this module does not know: who tells (the matcher does), or what is done without being told.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.words import content_forms
from corpus.normalize import comparable, syllables

_VERBS: Final = (
    r"(?:đề nghị|yêu cầu|giao|chỉ đạo|khuyến khích|kêu gọi|khuyến cáo|cho phép|kiến nghị|hướng dẫn"
    r"|phân công|lưu ý|nhắc nhở|vận động)"
)
_ASKED: Final = re.compile(
    rf"\b(?P<verb>{_VERBS})(?: nhiệm vụ)?(?: cho)? (?P<whom>[^;?]+?) (?:phải |cần |nên |được )?"
    r"(?:làm|thực hiện|chuẩn bị|tham mưu)(?: những| các)?(?: việc| điều)? gì\b"
)
_HALF: Final = 0.5
_NEAR: Final = 120


def is_directed(question: str, clause: str) -> bool:
    """Tell whether a clause tells the one whom a question names to do something.

    Args:
        question: as understood.
        clause: the text that may answer.
    """
    asked = _asked(question)
    if asked is None:
        return False
    verb, whom = asked
    form = comparable(clause)
    for place in re.finditer(rf"\b{verb}\b", form):
        after = frozenset(syllables(form[place.end() : place.end() + _NEAR]))
        if len(whom & after) >= _HALF * len(whom):
            return True
    return False


@lru_cache(maxsize=1 << 8)
def _asked(question: str) -> tuple[str, frozenset[str]] | None:
    """Return the verb of telling that a question asks with, and the words for whom."""
    found = _ASKED.search(comparable(question))
    if found is None:
        return None
    whom = frozenset(content_forms(found["whom"].split()))
    return (found["verb"], whom) if whom else None
