"""Questions for an amount of money: "Kinh phí là bao nhiêu?" is answered by no count of things.

The noun that is asked for tells the measure. Of a cost, a price or a fund only money tells, or a
share of it; where a sentence gives both, the amount is meant and not the share.

What this module does not know: whose money it is, or questions whose unit is said ("bao nhiêu %").
"""

import re
from functools import lru_cache
from typing import Final

from corpus.normalize import comparable

_TIME: Final = (
    r"(?:(?:đến |trong |riêng |vào )?(?:năm|giai đoạn|quý|tháng) ?[0-9][0-9./ -]*,? (?:thì )?)?"
)
_FUND: Final = (
    r"(?:tổng )?(?:mức |số |nguồn |khoản |đơn |tiền )?"
    r"(?:kinh phí|chi phí|lệ phí|học phí|viện phí|phí|đơn giá|giá(?! trị gia tăng| trị hàng hóa)"
    r"|vốn|mức đầu tư|tổng đầu tư|mức vốn|doanh thu|doanh số|lợi nhuận|tiền|lương|thu ngân sách"
    r"|chi ngân sách|ngân sách|dự toán|thu nhập|dư nợ|quỹ(?! đất| nhà)|thiệt hại|mức phạt"
    r"|mức thưởng)"
)
_ASKED: Final = r"(?:bao nhiêu|mấy|bao lăm)\b"
_OTHER_VERB: Final = (
    r"\b(?:tăng|giảm|chiếm|nâng|vượt|hơn|kém|gấp|bằng|đạt tỉ lệ|cho|có|gồm|tỉ lệ|tỉ trọng|phần"
    r"|đủ|dùng|mua|trả|phải|giải ngân)\b"
)
_OF_MONEY: Final = re.compile(
    rf"^\W*{_TIME}{_FUND}\b(?P<whose>[^,;?]*?)\b(?:là |khoảng |hết |ước |cỡ )*"
    rf"{_ASKED}(?: (?:tiền|đồng|vốn|tỉ|triệu))?(?: (?:một|mỗi) [^\W\d_]+)?\W*$"
)
_HOW_MUCH: Final = re.compile(
    rf"\b(?:cần|tốn|hết|mất|chi|huy động|bố trí) {_ASKED} (?:tiền|kinh phí|chi phí|vốn)\b"
)
_OTHER: Final = re.compile(_OTHER_VERB)


@lru_cache(maxsize=1 << 8)
def money_asked(question: str) -> bool:
    """Tell whether a question asks for an amount of money by what it asks of."""
    form = comparable(question)
    head = _OF_MONEY.search(form)
    if head is not None and not _OTHER.search(head["whose"]):
        return True
    return _HOW_MUCH.search(form) is not None
