"""Figures that a rule sets: what somebody is granted, charged or fined, and for whom the rule is.

    hỗ trợ tối đa 50 triệu đồng/hộ; được giảm 50% mức thu phí; đối với bản có dưới 30 hộ

They are no aims, whatever the heading above them says.

What this module does not know: aims, years and indicators.
"""

import re

from corpus.quantity import Operator, Quantity
from corpus.register.sentence import Sentence
from corpus.register.sharing import Figure
from corpus.units import QuantityKind

_GRANTS = r"(?:hỗ trợ|trợ cấp|phụ cấp|trợ giá|bồi thường|thưởng|được vay|được miễn|được giảm)"
_FINES = re.compile(r"\b(?:phạt|phạt tiền|xử phạt|mức phạt)(?: là)?(?: từ)?\s*$")
_PRICES = re.compile(r"\b(?:giữ nguyên|áp dụng|quy định|thu|bằng)(?: ở)? mức\s*$")
_LEVEL = re.compile(
    rf"\bmức (?:{_GRANTS}|chi(?! (?:tiêu|phí))|thu(?! (?:nhập|hút))|đóng|vay|lương|khoán|giá vé)\b"
    r"[^;.]{0,60}$"
)
_AT_MOST = re.compile(
    rf"\b{_GRANTS}\b[^,;:.]{{0,40}}? ?(?:tối đa|không quá|không vượt quá|một lần|bằng)"
    r"[^,;:.]{0,12}$"
)
_GRANTED = re.compile(rf"\b{_GRANTS}\b[^;.]{{0,80}}$")
_SHARE = re.compile(rf"\b{_GRANTS}(?: (?:bằng|thêm|một phần|tối đa|tối thiểu|mức|từ|đến))*\s*$")
_SHARE_TO = re.compile(rf"\b{_GRANTS}(?: [^;.:%0-9]{{2,60}})?\s*$")
_SHARE_OF = re.compile(
    r"\s*(?:tổng |toàn bộ )?(?:chi phí|kinh phí|lãi suất|lãi|học phí|giá|mức|tiền|lệ phí|phí|lương"
    r"|vốn|định mức|đơn giá|viện phí)\b"
)
_MORE = re.compile(
    r"[\s,]*(?:nhưng|và|hoặc|song)?(?: mức)?(?: tối đa| không quá| không vượt quá)?\s*"
)
_MEANT_FOR = re.compile(r"\b(?:đối với|áp dụng cho|áp dụng với) [^,;:%0-9]{1,60}$(?<! và )")
_GIVEN = re.compile(r"\bđược (?:[^\W\d_]+ ){0,3}?(?:hỗ trợ|trợ cấp|thưởng|cấp)\b[^,;.]{0,60}$")
_VOTES = re.compile(
    r"\s*(?:tổng )?(?:số )?(?:đại biểu|cử tri)\b[^,;.]{0,40}\b(?:biểu quyết|tán thành|đồng ý)\b"
)
_TERMS = re.compile(
    r"\b(?:lãi suất(?: (?:vay|cho vay|ưu đãi))?|ân hạn"
    r"|thời (?:gian|hạn) (?:vay|trả nợ|ân hạn|hỗ trợ|thuê)"
    r"|vốn điều lệ(?: ban đầu)?|tiền (?:thưởng|phạt|cọc|công)"
    r"|giải (?:nhất|nhì|ba|khuyến khích|thưởng))"
    r"(?: (?:là|từ|tối đa|không quá|mức))*\s*$"
)
_CONDITION = re.compile(r"(?: [^,;.]{0,60})? (?:thì|sẽ bị|bị) ")
_CHANGES = re.compile(r"\b(?:giảm|tăng)(?: (?:được|thêm|ít nhất|tối thiểu|trên|hơn))*$")
_FAILS = re.compile(r"\b(?:không|chưa) (?:đạt|đủ|hoàn thành)\s*$")
_WHOEVER = re.compile(r"(?: [^,;.]{0,40})?\btrở lên (?:mới |thì |chỉ |không )?(?:được|phải)\b")
_LOOK_BACK = 80
_PUBLIC = 10**9  # what one beneficiary gets is less than a milliard
_PER_BENEFICIARY = re.compile(r"^đồng/(?!năm\b|tháng\b|ngày\b)|^đồng/(?:tháng|ngày)\b")
_LIMITS = frozenset({Operator.BELOW, Operator.ABOVE, Operator.AT_LEAST, Operator.AT_MOST})
_MONEY_OR_SHARE = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})


def is_rule(sentence: Sentence, figure: Figure, *, after_rule: bool) -> bool:
    """Tell what a rule grants, charges or fines, and how many voted for it.

    ``after_rule``: the figure before it in the sentence is such a one.
    """
    quantity = figure.quantity
    head = sentence.plain[figure.head.start : quantity.number_span.start].rstrip()
    told = _VOTES.match(sentence.plain, quantity.span.end) or _TERMS.search(head)
    more = after_rule and _MORE.fullmatch(head) is not None
    if told or more or _is_condition(sentence, quantity, head):
        return True
    if quantity.kind is QuantityKind.PERCENT and _SHARE_TO.search(head):
        of = _SHARE_OF.match(sentence.plain, quantity.span.end) is not None
        return of or (after_rule and _SHARE.search(head) is not None)
    if _FINES.search(head) or _PRICES.search(head):
        return True
    if _is_money_or_share(quantity) and (_LEVEL.search(head) or _AT_MOST.search(head)):
        return True
    if _GIVEN.search(head) and quantity.kind is QuantityKind.MONEY:
        return quantity.scale < _PUBLIC
    return _PER_BENEFICIARY.match(quantity.unit_key) is not None and bool(_GRANTED.search(head))


def _is_condition(sentence: Sentence, quantity: Quantity, head: str) -> bool:
    """Tell what a rule follows from.

    "dự án giải ngân dưới 50% kế hoạch thì bị điều chuyển", "đặt hàng từ 50 người trở lên được".
    """
    low = quantity.operator in _LIMITS or _FAILS.search(head) is not None
    if low and _CONDITION.match(sentence.plain, quantity.span.end):
        return _CHANGES.search(head) is None  # "giảm ít nhất 30% số người bị thương"
    whoever = _WHOEVER.match(sentence.plain, quantity.number_span.end)
    return whoever is not None and quantity.kind is not QuantityKind.PERCENT


def is_meant_for(sentence: Sentence, figure: Figure) -> bool:
    """Tell a condition of whom a rule is for from what is aimed at."""
    quantity = figure.quantity
    bounded = quantity.operator is not Operator.EXACT
    share = quantity.kind is QuantityKind.PERCENT
    before = sentence.plain[max(0, quantity.span.start - _LOOK_BACK) : quantity.span.start]
    return bounded and not share and _MEANT_FOR.search(before) is not None


def _is_money_or_share(quantity: Quantity) -> bool:
    return quantity.kind in _MONEY_OR_SHARE or quantity.unit_key.startswith("đồng/")
