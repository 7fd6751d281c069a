"""The kinds of answer that a question asks for, told by its asking words.

Patterns on the comparable form of `corpus.normalize` (lowercase, ``tỷ`` as ``tỉ``).

What this module does not know: the documents, or which kind an answer is of.
"""

import re
from enum import StrEnum

from corpus.normalize import comparable
from corpus.places import keys_of
from corpus.quantities import Mentions, NameKind


class Asks(StrEnum):
    """The kind of thing an answer to the question would be."""

    QUANTITY = "quantity"
    DATE = "date"
    PERIOD = "period"
    DOCUMENT_NUMBER = "document_number"
    ORDINAL = "ordinal"
    POST = "post"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    ROUTE = "route"
    CLOCK = "clock"
    PHONE = "phone"
    REASON = "reason"
    MANNER = "manner"
    THING = "thing"
    ANYTHING = "anything"


_DOCUMENT = (
    r"(?:nghị quyết|quyết định|chương trình(?: hành động)?|kế hoạch|văn bản|luật|chỉ thị|thông tư"
    r"|nghị định|công văn|kết luận|tờ trình|đề án|pháp lệnh|công điện)"
)
_PATTERNS: tuple[tuple[Asks, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            Asks.PHONE,
            (
                r"\b(?:số (?:điện thoại|máy|hotline|fax|zalo|tổng đài)|đầu số|hotline)\b"
                r"|\b(?:đường dây nóng|điện thoại|tổng đài)\b.*\b(?:số|bao nhiêu|mấy)\b"
                r"|\bgọi (?:vào |đến |tới )?số (?:nào|mấy|gì|bao nhiêu)\b"
            ),
        ),
        (
            Asks.DOCUMENT_NUMBER,
            (
                rf"số hiệu|kí hiệu văn bản|{_DOCUMENT}\s+(?:số\s+)?(?:nào|mấy|bao nhiêu)|số văn bản"
                rf"|{_DOCUMENT}.{{0,40}}\bsố\s+(?:mấy|bao nhiêu|nào|gì)\b|\bsố\s+(?:mấy|nào)\b"
                rf"|{_DOCUMENT}.*\b(?:mang|có|đánh|ghi|là)\s+số\s+(?:mấy|bao nhiêu|nào|gì)\b"
            ),
        ),
        (
            Asks.ORDINAL,
            (
                r"\b(?:khóa|kì họp|phiên họp|(?<!mỗi )(?<!một )(?<!từng )lần|đại hội(?: lần)?"
                r"|loại|hạng|lớp|quận|quốc lộ|vành đai|tuyến|thế kỉ|vòng|điều|khoản|chương|mục"
                r"|phụ lục)(?: thứ| số)? mấy\b"
                r"|\b(?:khóa|quốc lộ) bao nhiêu\b"
                r"|\b(?:điều|khoản|chương) nào"
                r" (?:của|trong|quy định|nói|ghi|nêu|giao|về|cho phép)\b"
            ),
        ),
        (
            Asks.PERIOD,
            (
                r"(?:giai đoạn|thời kì|nhiệm kì|định kì|chu kì)\s+(?:là\s+)?(?:nào|gì|bao lâu|mấy)"
                r"|trong bao lâu|bao lâu|(?<!tháng )(?<!quý )(?<!ngày )mấy năm"
                r"|bao nhiêu năm|từ năm nào đến năm nào"
            ),
        ),
        (
            Asks.DATE,
            (
                r"khi nào|bao giờ|(?:lúc|hồi|chừng|bữa|hôm) nào|ngày tháng"
                r"|hạn (?:cuối|chót)|hạn .* ngày nào|(?:hôm|ngày) nào trong tuần"
                r"|(?<!xếp )(?<!đứng )(?<!hàng )(?<!trí )(?<!lần )(?<!lớn )(?<!hạng )(?<!khóa )"
                r"\bthứ mấy(?=[\s?]*$| trong tuần| (?:hằng|hàng|mỗi) tuần)"
                r"|(?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )(?<!từng )(?<!quân )(?<!bình )"
                r"(?:ngày|năm(?: học)?|niên (?:khóa|độ)|tháng|quý|hôm|thời (?:gian|điểm|hạn)|mốc)"
                r"\s+(?:là\s+)?(?:nào|mấy|bao nhiêu|gì)"
            ),
        ),
        (
            Asks.ROUTE,
            (
                r"(?<!tăng )(?<!giảm )(?<!nâng )\b(?:từ|nối|giữa)\b.{0,25}"
                r"\b(?:đến|tới|với|về|sang|và) (?:những )?đâu\b"
                r"|\b(?:đi|chạy|dẫn|kéo dài|nối|kết nối)\b.{0,12}"
                r"\b(?:đến|tới|với|về|ra) (?:tận )?đâu\b|\bđiểm (?:đầu|cuối)\b.*\bđâu\b"
                r"|\b(?:lộ|hành|hướng) (?:trình|tuyến)\b.*\b(?:nào|ra sao|gì)\b"
            ),
        ),
        (
            Asks.CLOCK,
            (
                r"\bmấy (?:giờ|h)\b(?! (?:đồng hồ|làm|học|mỗi|một|chiếu|bay))"
                r"|\b(?:khung )?giờ nào\b"
                r"|\bgiờ (?:giấc|làm việc|mở cửa|đóng cửa|tiếp dân)\b.*\b(?:nào|ra sao|mấy|gì)\b"
            ),
        ),
        (
            Asks.QUANTITY,
            (
                r"bao nhiêu|\bmấy\b|bao lăm|gấp mấy|tỉ lệ nào|"
                r"(?:mức|tỉ lệ|con số|quy mô|tốc độ|giá trị|kết quả)\s+(?:\w+\s+){0,3}"
                r"(?:nào|gì|ra sao|cỡ nào|thế nào)\b|cỡ nào|đến đâu\b|tới đâu\b|mức nào"
                r"|(?:là|đạt|còn|chiếm|tăng|giảm) mức|phần trăm nào|thứ hạng nào|xếp hạng nào"
            ),
        ),
        (
            Asks.PERSON,
            (
                r"\bai\b|\b(?:người|ông|bà|(?<!đơn )vị|lãnh đạo|đồng chí) nào"
                r"|tên (?:ông|bà|người)|\b(?:trưởng|phó|chủ tịch|giám đốc|bí thư|chủ nhiệm)\b"
                r"[^?]*? tên (?:là )?gì"
            ),
        ),
        (
            Asks.BODY,
            (
                r"\b(?:cơ quan|đơn vị|bộ|(?<!cơ )sở|ban|ngành|tổ chức|cấp|phòng|viện|doanh nghiệp"
                r"|công ti|bên|chủ thể|tập đoàn|hội|ủy ban)\s+nào"
            ),
        ),
        (
            Asks.PLACE,
            (
                r"(?:ở|tại) (?:những |các )?đâu|nơi nào|nơi đâu"
                r"|(?:địa điểm|khu vực|tỉnh|thành phố|huyện|xã|phường"
                r"|địa phương|nước|quốc gia|vùng|địa bàn|chỗ)\s+nào|đi đâu|về đâu"
            ),
        ),
        (
            Asks.REASON,
            (
                r"vì sao|tại sao|vì lí do|lí do (?:gì|nào)|nhằm (?:mục đích )?gì|để làm gì"
                r"|(?:vì|do|bởi|tại) đâu(?! tư)|cớ (?:gì|sao)|(?:điều|cái|chuyện) gì (?:đã )?khiến"
                r"|nguyên (?:nhân|do) (?:gì|nào|từ đâu)"
            ),
        ),
        (
            Asks.MANNER,
            (r"như thế nào|thế nào|ra sao|bằng cách nào|cách nào|theo hướng nào|bằng gì|kiểu gì"),
        ),
        (Asks.THING, r"\bgì\b|\bnào\b"),
    )
)
_NUMBER = re.compile(  # "kinh tế số bao nhiêu" asks for no number of a document
    rf"\bsố hiệu\b|(?<!dân )(?<!tổng )(?<!con )\bsố (?:là )?(?:mấy|nào|gì)\b"
    rf"|\b(?:mang|có|là|ghi|đánh|{_DOCUMENT}) số (?:là )?bao nhiêu\b"
)
_NO_AMOUNT = frozenset((Asks.ORDINAL, Asks.ROUTE, Asks.CLOCK))
_POST = re.compile(
    r"\bchức(?: vụ| danh)?(?: là)? (?:gì|nào)\b|\blà ai\b|\b(?:cương vị|vai trò|chức trách) gì\b"
)


def asks_for_number(text: str) -> bool:
    """Tell whether the number of a document is asked for ("mang số bao nhiêu")."""
    return _NUMBER.search(comparable(text)) is not None


#: Who holds the office of a body, and not what somebody is: "Chủ tịch thị trấn Hương Khê là ai?".
_HOLDER = re.compile(
    r"^\W*(?:phó )?(?:chủ tịch|bí thư|tổng giám đốc|giám đốc|trưởng|bộ trưởng|cục trưởng|vụ trưởng"
    r"|viện trưởng|hiệu trưởng|chánh văn phòng|tổng biên tập|chủ nhiệm)"
    r" (?:ủy ban|ubnd|hđnd|hội|tỉnh|huyện|xã|phường|thị trấn|thị xã|quận|thành phố|tp|sở|bộ|ban"
    r"|công ti|bệnh viện|trường|trung tâm|cục|chi cục|phòng|liên đoàn|đoàn|viện|tập đoàn|ngân hàng"
    r"|quỹ|đảng|thôn|nhà máy|dự án)\b.* là ai\b"
)


def names_person(found: Mentions) -> bool:
    """Tell whether a person is named ("Tăng Hữu Phong", but not "Hà Nội")."""
    return any(
        body.kind is NameKind.PERSON or (body.kind is NameKind.OTHER and not keys_of(body.text))
        for body in found.bodies
    )


def asked_kinds(form: str, *, yes_no: bool, person: bool) -> tuple[Asks, ...]:
    """Return the kinds of answer that a comparable question asks for, most wanted first."""
    if yes_no:
        return (Asks.ANYTHING,)
    kinds = [kind for kind, pattern in _PATTERNS if pattern.search(form)]
    if Asks.PHONE in kinds:
        kinds = [Asks.PHONE, *(kind for kind in kinds if kind is Asks.PERSON)]
    if person and _POST.search(form) and not _HOLDER.search(form):
        kinds = [Asks.POST, *(kind for kind in kinds if kind is not Asks.PERSON)]
    if Asks.THING in kinds and len(kinds) > 1:
        kinds.remove(Asks.THING)
    # "Mang số bao nhiêu", "khóa mấy" and "từ đâu đến đâu", "mấy giờ" ask for no amount.
    named = Asks.DOCUMENT_NUMBER in kinds and _NUMBER.search(form)
    if Asks.QUANTITY in kinds and (named or _NO_AMOUNT & {*kinds}):
        kinds.remove(Asks.QUANTITY)
    return tuple(kinds) or (Asks.ANYTHING,)
