"""Figures inside an indicator, which state nothing of their own: "từ 15 tuổi trở lên", "hạng 1".

What this module does not know: which text belongs to the figures that are left.
"""

import re
from collections.abc import Sequence

from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantity import Operator, Quantity
from corpus.register.sentence import Sentence
from corpus.register.words import FROM_TO_CHANGE, NO_MORE_THAN
from corpus.units import QuantityKind

_LOOK_BACK = 100
_MEASURED = re.compile(
    r"^(?:buổi|sao|chỗ ngồi|chỗ|tuổi|năm tuổi|giờ|phút|giây|ngày đêm|ngày|tuần|tháng|năm|quý)\b"
)
_LIMITED = re.compile(
    r"(?:tối thiểu|ít nhất|tối đa|không quá|không vượt quá|không dưới)\b.*?"
    r"\b(?:giờ|phút|giây|ngày|tuần|tháng)\b(?! đêm)"
)
_TIMES_OVER = re.compile(r"\s*(?:(?:một|1) lần|tuổi|trở)\b")
_WITHIN = re.compile(r"\b(?:(?:trong vòng|bán kính)|cách(?: (?!(?:đạt|còn|là)\b)[^\W\d_]+){0,3})$")
_CODE = re.compile(r"\b(?:iso|tcvn|qcvn|iec|tier|gap|euro|mã số)$")
_SIZED = re.compile(
    r"^[^,;:(]*[^\W\d_](?:,(?= có ))? (?:có )?(?<!với )(?<!tổng )"
    r"(?:tải trọng|trọng tải|công suất|dung tích"
    r"|quy mô|khẩu độ|diện tích)"
    r"(?: thiết kế)?$"
)
_OUT_OF = re.compile(r"(?:^|,\s)trong(?: tổng)?(?: số)?$")
_AMONG_MANY = re.compile(
    r"trên (?:1 |một )?(?:1\.?0{3}|10\.?0{3}|100\.?0{3}|nghìn|ngàn|vạn|triệu) "
    r"(?:dân|người|người dân|trẻ(?: em)?|trẻ đẻ sống|phụ nữ|ca|hộ)"
)
_AMOUNTS = frozenset({QuantityKind.MONEY, QuantityKind.AREA, QuantityKind.LENGTH})
_CLASS = re.compile(
    r"(?<!xếp)(?<!đứng)(?<!thứ)(?<!lên)(?<!xuống)(?<!tăng)(?<!giảm)(?<!vào)(?<!giữ)(?<!đạt) hạng$"
)
_LINKED = re.compile(r"\b(?:đạt|còn|là|mức|lên|xuống|tăng|giảm|thêm|chiếm)$")
_RAISES = re.compile(
    r"\bvà (?:tiếp tục )?(?:nâng|tăng|giảm|đưa|đạt|hạ|phấn đấu|con số|tỉ lệ|số|mức|tổng)\b"
)
_TIMED = re.compile(
    r"(?:^|[-–•+*,;:.)] )thời gian"
    r"(?! (?:qua|tới|này|đó|thực hiện|hoàn thành|hỗ trợ|vay|trả nợ|ân hạn))\b[^,;:%0-9]*$"
)
_HAS = re.compile(
    r"^(?!.*\b(?:mỗi|từng|và(?! vừa)|đồng thời)\b).* (?:có|sử dụng|áp dụng|biết|tham gia|dùng)$"
)
_ONLY_LINK = re.compile(r" (?:đạt|giảm|tăng|còn|chiếm)(?: thêm| bình quân)? ")
_TURNS = re.compile(r" (?:đạt|giảm|tăng|còn|chiếm|xuống|lên|xuống còn|giảm còn|giảm xuống) ")
_WITH = re.compile(r"\bvới (?:tổng(?: số)?|số)\b")  # "50 khách sạn với tổng số phòng là 7.500"
_CLOSES = re.compile(r"\b(?:đạt|chiếm|là|còn|mức|tăng|giảm)$")


def without_modifiers(sentence: Sentence, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Drop figures inside an indicator: "dân số từ 15 tuổi trở lên có tài khoản … đạt 95%"."""
    kept: list[Quantity] = []
    for position, quantity in enumerate(quantities):
        if kept and (
            _is_size(sentence.plain, kept[-1], quantity)
            or _is_of_predicate(sentence.plain, kept[-1], quantity)
        ):
            continue
        following = quantities[position + 1] if position + 1 < len(quantities) else None
        if following and _is_of_predicate(sentence.plain, quantity, following):
            following = quantities[position + 2] if position + 2 < len(quantities) else None
        first = not kept and _is_limit(sentence.plain, quantity)
        if first or not _modifies(sentence, quantity, following):
            kept.append(quantity)
    return kept


def _modifies(sentence: Sentence, quantity: Quantity, following: Quantity | None) -> bool:
    plain = sentence.plain
    before = plain[max(0, quantity.span.start - _LOOK_BACK) : quantity.span.start].rstrip()
    linked = _LINKED.search(before) is not None or _TIMED.search(before) is not None
    linked = linked or _forbids(plain, quantity)
    if _MEASURED.match(comparable(quantity.base_unit)) and not linked:
        return True
    if _is_reference(plain, quantity, before, last=following is None):
        return True
    if quantity.kind is QuantityKind.RANK and _CLASS.search(before):
        return True  # "chợ hạng 1"
    if following is None or linked:
        return following is not None and _turns(plain, quantity, following)
    gap = plain[quantity.span.end : following.span.start]
    if _ONLY_LINK.fullmatch(gap):
        return True  # "xã có tỷ lệ hộ nghèo trên 25% giảm 4%"
    between = Span(quantity.span.end, max(quantity.span.end, following.span.start))
    dated = bool(sentence.times_in(between))
    closes = not dated and _CLOSES.search(gap.rstrip()) is not None and not _WITH.search(gap)
    return (
        closes and "," not in gap and not changes(gap) and quantity.kind is not QuantityKind.PERCENT
    )


def _turns(plain: str, quantity: Quantity, following: Quantity) -> bool:
    """Tell "số xã đạt dưới 5 tiêu chí còn 10%", how many have so few."""
    bounded = quantity.operator is not Operator.EXACT and quantity.kind is QuantityKind.COUNT
    gap = plain[quantity.span.end : following.span.start]
    return bounded and quantity.unit != following.unit and _TURNS.fullmatch(gap) is not None


def _forbids(plain: str, quantity: Quantity) -> bool:
    """Tell a limit that nothing is to pass: "không còn xe buýt quá 10 năm tuổi"."""
    start = quantity.number_span.start
    return NO_MORE_THAN.search(plain, max(0, start - _LOOK_BACK), start) is not None


def _is_size(plain: str, before: Quantity, quantity: Quantity) -> bool:
    """Tell what the things just counted are like: "5% số cầu có tải trọng dưới 5 tấn"."""
    between = plain[before.span.end : quantity.span.start]
    return _SIZED.search(between.rstrip()) is not None


def _is_of_predicate(plain: str, before: Quantity, quantity: Quantity) -> bool:
    """Tell what a share is of those who have it, or the class of what was counted.

    "60% doanh nghiệp sử dụng ít nhất một nền tảng số", "850 sản phẩm đạt từ 3 sao trở lên".
    """
    between = plain[before.span.end : quantity.span.start]
    if set(";:(") & set(between):
        return False
    if quantity.unit_key.startswith("sao"):
        return before.kind is QuantityKind.COUNT and "," not in between
    if before.kind is QuantityKind.COUNT and quantity.kind in _AMOUNTS:
        upward = quantity.span.of(plain).startswith("từ ") and "," not in between
        return upward and quantity.operator is Operator.AT_LEAST
    one = quantity.low == 1 and quantity.operator is Operator.AT_LEAST
    share = before.kind is QuantityKind.PERCENT and quantity.kind is QuantityKind.COUNT
    return one and share and _HAS.search(between.rstrip()) is not None


def _is_reference(plain: str, quantity: Quantity, before: str, *, last: bool) -> bool:
    """Tell a figure by which another is told.

    "đi bộ trong vòng 500 m", "giữa hai chuyến", "trong 480 tỷ đồng vốn đầu tư, ngân sách chiếm",
    "số ca mắc trên 100.000 dân đến năm 2030 giảm 20%".
    """
    within = quantity.kind is QuantityKind.LENGTH and _WITHIN.search(before) is not None
    between = quantity.spelled and before.endswith(" giữa")
    whole = quantity.kind in _AMOUNTS and not last and _OUT_OF.search(before) is not None
    code = quantity.unit == "" and _CODE.search(before) is not None
    per = before.endswith("/") and not last  # "giường bệnh/1 vạn dân: 48,5"
    among = not last and _AMONG_MANY.fullmatch(quantity.span.of(plain)) is not None
    return within or between or whole or code or per or among


def _is_limit(plain: str, quantity: Quantity) -> bool:
    """Tell "hoạt động ít nhất 10 giờ/tuần", which sets a time, from "ít nhất 2 tuần một lần"."""
    limited = _LIMITED.match(quantity.span.of(plain)) is not None
    return limited and _TIMES_OVER.match(plain, quantity.span.end) is None


def changes(gap: str) -> bool:
    """Tell "từ 30% năm 2020 lên 50%": one change, not two statements."""
    apart = "," in gap or _RAISES.search(gap) is not None
    return not apart and FROM_TO_CHANGE.search(gap) is not None
