"""When and where a thing happens: the time or place after the verb that the question asks with.

"Đại hội diễn ra khi nào?" is answered by "diễn ra vào ngày 23/8, tại Hội trường Lớn" and not by the
day on which it was announced.

What this module does not know: which times and places a clause names.
"""

import re
from functools import lru_cache
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable

_ALIKE: Final = (
    ("diễn ra", "được tổ chức", "tổ chức", "họp", "khai mạc"),
    ("bắt đầu", "khởi công", "khởi động", "triển khai"),
    ("kết thúc", "bế mạc"),
    ("hoàn thành", "hoàn tất", "xong"),
    ("khánh thành", "thông xe", "đưa vào sử dụng", "vận hành", "đi vào hoạt động", "mở cửa"),
    ("có hiệu lực",),
    ("thành lập", "ra đời"),
    ("nghiệm thu",),
    ("công bố",),
)
_ASKS: Final = (
    r"(?:khi nào|bao giờ|lúc nào|hôm nào|(?:ngày|tháng|năm|quý) (?:nào|mấy)|ở đâu|tại đâu)"
)
_ASKED: Final = re.compile(
    rf"\b(?P<verb>{'|'.join(verb for verbs in _ALIKE for verb in verbs)})\b"
    rf"(?: [^\W\d_]+){{0,3}}? {_ASKS}\W*$"
)
_LOOK_BACK: Final = 60


def happens_there(question: str, text: str, start: int, named: Span) -> bool:
    """Tell whether a time or place stands right after the verb that a question asks with.

    Args:
        question: as understood.
        text: the document's.
        start: where the clause begins.
        named: the time or place in the document.
    """
    verbs = _verbs(question)
    if not verbs:
        return False
    before = comparable(text[max(start, named.start - _LOOK_BACK) : named.start])
    return any(re.search(rf"\b{verb}\b[^;]*$", before) for verb in verbs)


@lru_cache(maxsize=1 << 8)
def _verbs(question: str) -> tuple[str, ...]:
    """Return the verb that a question asks the time or place of, and those that say as much."""
    asked = _ASKED.search(comparable(question))
    return next((verbs for verbs in _ALIKE if asked and asked["verb"] in verbs), ())
