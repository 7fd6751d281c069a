"""The parts of a question that a follow-up may replace: period, asking words, place, group.

All patterns are matched on the comparable form, whose offsets are the question's own.

What this module does not know: the conversation, or what a period or a group means.
"""

import re
from dataclasses import dataclass
from typing import Final

from corpus.model import Span
from corpus.normalize import CAPITALS, comparable

YEAR: Final = r"(?:19|20)\d\d"
_UNIT: Final = (
    r"(?![.,]?\d|\s*(?:%|usd|đồng|tỉ(?! lệ| trọng)|triệu|nghìn|ngàn|người|km|ha|m2|doanh nghiệp|"
    r"hộ|trường)\b)"
)
NUMBERS: Final = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
COUNT: Final = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_PERIOD: Final = re.compile(
    r"(?:\b(?:(?:và |với )?tầm nhìn|tính|kể|cho|ngay|cuối|đầu|hết|trong|vào|đến|tới|trước|sau|"
    r"từ|khoảng|mốc|thời điểm|các|cả)\s+)*"
    r"(?:(?:(?<!mỗi )(?<!hằng )(?<!hàng )"
    r"\b(?:năm|giai đoạn|thời kì|thời kỳ|nhiệm kì|nhiệm kỳ)\s+)+"
    rf"(?:(?:từ|cuối|đầu)\s+)?(?:năm\s+)?{YEAR}(?![.,]?\d)|\b{YEAR}{_UNIT})"
    rf"(?:\s*(?:-|đến|tới|/)\s*(?:năm\s+)?{YEAR}\b{_UNIT})?"
    r"|\b(?:(?:vào|đến|tới|trước|trong) )?(?:cuối|hết|giữa|đầu) (?:thập kỉ|thập kỷ|thập niên|"
    r"thế kỉ|thế kỷ)(?: này| tới)?"
    r"|\b(?:(?:vào|đến|tới|trong) )?(?:(?:cuối|đầu|giữa|hết) )?năm (?:nay|ngoái|tới)\b"
    r"|\b(?:hiện nay|hiện tại|hiện giờ|bây giờ|trước đây|hồi trước|lúc trước)\b(?! (?:khi|của))"
    r"|\b(?:(?:vào|trong|ở|của) )?(?:năm|giai đoạn|thời kì|nhiệm kì|kì)"
    r" (?:liền )?(?:trước|sau|kế tiếp|tiếp theo|tiếp)(?: đó| nữa)?\b(?! (?:liền kề|khi|ngày|năm))"
    rf"|\b(?:(?:vào|trong) )?{COUNT} năm (?:trước|sau|nữa|kế tiếp|tiếp theo|tiếp)(?: đó| nữa)?\b"
    r"(?! (?:liền kề|khi|ngày|năm))"
)
_INTELLIGENCE: Final = re.compile(r"\bAI\b")
HOW_MUCH: Final = re.compile(r"\b(?:bao nhiêu|mấy)\b")
"""The words that ask for an amount."""
_BARE_YEAR: Final = re.compile(rf"(?:năm\s+)?({YEAR})")
_AMOUNT: Final = r"(?:bao nhiêu|mấy)(?:\s*(?:phần trăm|%))?"
_ASKING: Final = re.compile(
    r"\b(?:là|gồm|bao gồm|gồm có|có|đó là|cụ thể là|cụ thể)\s+(?:những\s+)?(?:cái\s+)?gì\b"
    r"|\b(?:gồm|bao gồm|là)\s+(?:những|các)\s+(?:[^\W\d_]+\s+){0,3}nào\b"
    rf"|\b(?:là|đạt|chiếm|được|có|tăng lên|giảm xuống|tăng|giảm|lên|xuống|"
    rf"còn|ở mức|thì|khoảng)\s+{_AMOUNT}"
    r"|\b(?:mang )?số (?:hiệu )?(?:(?:là )?(?:mấy|bao nhiêu|gì)|nào)\b"
    rf"|\b{_AMOUNT}"
    r"|\b(?:những\s+)?(?:bộ|sở|cơ quan|đơn vị|ban|ngành|tổ chức|bên|người|nơi|cấp|tỉnh|"
    r"thành phố|địa phương)\s+nào\b"
    r"|\b(?:là\s+)?(?:những\s+)?ai\b"
    r"|\b(?:là\s+|từ\s+|vào\s+)?(?:khi nào|bao giờ|lúc nào|ngày nào|hôm nào|năm nào|tháng nào|"
    r"thời gian nào|ngày bao nhiêu)\b"
    r"|\b(?:(?:là|trong|mất|hết|kéo dài)\s+)?bao lâu\b|\bbao xa\b"
    r"|\b(?:ở|tại)\s+(?:đâu|những đâu|chỗ nào|nơi nào)\b"
    r"|\b(?:vì|tại|do)\s+(?:sao|đâu)\b|\bthế nào\b|\bnhư thế nào\b|\bra sao\b|\blàm sao\b"
    r"|\blà gì\b|\bnhững gì\b|\bgì\b|\bnào\b"
    r"|\b(?:phải không|đúng không|không|chưa|được không|hay không|có phải|có đúng)\b(?=\s*$)"
    r"|\b(?:kể tên|liệt kê|nêu tên|nêu rõ|nêu|kể ra|kể(?! từ))\b(?=\s)"
)
#: Asking words with their noun and nothing else: "nghị quyết nào", "với bộ nào", "về việc gì".
NOUN_ASKED: Final = re.compile(
    r"(?:(?:để|với|của|do|theo|ở|tại|trong|cho|thực hiện|là|gồm|về|thuộc|bằng|từ|bởi|gồm có|"
    r"bao gồm|cụ thể|những|các|vào|đến|đó|có)\s+)*"
    r"(?:(?:(?!(?:là|có|gồm|được|do)\b)[^\W\d_]+\s+){0,2}(?:nào|gì)|ai|đâu)"
)
_PLACE: Final = re.compile(
    r"\b(?:(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|vùng|khu vực)\s+"
    r"(?!hội|lị|ủy|thành|viên|trưởng|đội|nào|này|đó|là|có|đạt|được)"
    r"[^\W\d_]+(?:\s+[^\W\d_]+)?|hà nội|thủ đô|cả nước|toàn quốc|việt nam)\b"
)
_NAMED_PLACE: Final = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường)"
    rf"(?: [{CAPITALS}][^\W\d_]*)+"
)
_HANGING: Final = re.compile(r"\s+(?:do|bởi|với|là|những|các|theo|vào|ở|tại)(?=\s*$|\s+ban hành)")
_HOLLOW: Final = re.compile(
    r"\b(?:chủ trì|phụ trách|theo dõi|thực hiện|phối hợp|chịu trách nhiệm|ban hành|cụ thể|chi tiết|"
    r"cơ bản|đặt ra|quy định|những|các|thì|là|và|có|được|đạt|nữa|khác|hết|vậy|thế|ạ|đâu|tên|rõ|"
    r"gồm|bao gồm|năm|đến|vào|trong|giai đoạn|sao|con số|tất cả|nội dung|mục đích|ý nghĩa|lí do|"
    r"kết quả|đó|này|ở|còn|"
    r"mới|chỉ|đã|rồi|hiện|khoảng|chừng|cỡ|tầm|thôi|"
    r"về|của|tổng cộng|mỗi|loại|người|cái|phải|sẽ|từ|bằng|kể|liệt kê|nêu|ra|xin|hãy|lại)\b|\d+|\W"
)
_GROUP: Final = re.compile(
    r"\b(?:((?<!xếp )(?<!cung )(?<!trợ )(?<!nâng )(?<!thứ )(?<!trực )(?<!phân )"
    r"(?:nhóm|lớp|cấp|khối(?! lượng)|loại(?! trừ| bỏ)|hạng|bậc|mức độ|khu vực|vùng|"
    r"tuyến|trụ cột|giải(?! pháp| ngân| quyết| trí| thể| phóng| thích| thưởng| tỏa)))\s+"
    r"(?!nào|gì|này|đó|chỉ tiêu|nhiệm vụ|giải pháp)(?:\d+|[ivx]+\b|[^\W\d_]+)"
    r"|(giai đoạn)\s+(?:\d{1,2}\b(?![-/.,]\d)|[ivx]+\b|đầu tiên\b|đầu\b|cuối\b|một\b|hai\b|"
    r"thứ nhất\b|thứ hai\b)"
    r"|(đợt|bước|tầng|điều|khoản|mục|chương|phần|quý|tháng)\s+(?:\d+|[ivx]+\b))"
)


def plain(question: str) -> str:
    """Return the comparable form, in which "AI" the abbreviation is not "ai" the asking word."""
    return comparable(question if question.isupper() else _INTELLIGENCE.sub("A_", question))


def period(question: str) -> Span | None:
    """Return where the question names a year or a range of years, with its prepositions."""
    match = _PERIOD.search(comparable(question))
    return Span(*match.span()) if match else None


def asking(question: str) -> Span | None:
    """Return where the question asks: "là bao nhiêu", "những gì", "bộ nào", "khi nào"."""
    match = _ASKING.search(plain(question))
    return Span(*match.span()) if match else None


def place(question: str) -> Span | None:
    """Return where the question names a place."""
    match = _PLACE.search(comparable(question))
    return Span(*match.span()) if match else None


def place_named(question: str) -> str:
    """Return the name of the place the question names, with its kind ("xã Khánh Hưng"), or ""."""
    match = _NAMED_PLACE.search(question)
    span = place(question)
    return match.group(0) if match else span.of(question) if span else ""


def unasked(question: str) -> str:
    """Return a question without its asking words and what they leave hanging."""
    rest = without(question, asking(question))
    return tidy(_HANGING.sub("", rest))


def group(question: str) -> "Group | None":
    """Return the class or level the question names: "lớp 5", "nhóm văn hóa", "cấp huyện"."""
    match = _GROUP.search(comparable(question))
    if not match:
        return None
    return Group(next(filter(None, match.groups())), Span(*match.span()))


def bare_year(text: str) -> str:
    """Return the year of a text that is one year and nothing else, or an empty string."""
    match = _BARE_YEAR.fullmatch(comparable(text).strip())
    return match.group(1) if match else ""


def is_hollow(topic: str) -> bool:
    """Tell whether words name nothing: small words, signs, and verbs said of any document."""
    return not _HOLLOW.sub("", comparable(topic)).strip()


def says_nothing(said: str) -> bool:
    """Tell whether words name nothing besides a period and asking words."""
    rest = without(said, period(said))
    return is_hollow(without(rest, asking(rest)))


def without(text: str, span: Span | None) -> str:
    """Return a text with one span taken out and spaces closed up."""
    if span is None:
        return text
    return tidy(text[: span.start] + " " + text[span.end :])


def tidy(text: str) -> str:
    """Close up spaces, and drop the signs left hanging at both ends."""
    closed = re.sub(r"\s+", " ", text)
    return re.sub(r"\s+([,.;:?!])", r"\1", closed).strip(" ,.;:?!-")


@dataclass(frozen=True, slots=True)
class Group:
    """A class or level: its kind ("lớp") and where it stands with its number or name."""

    kind: str
    span: Span
