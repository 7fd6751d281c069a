"""Verbs that want somebody or something: a question of them alone leans on the one before it.

"Ai ký?", "liên kết với ngành nào?", "tương đương bao nhiêu USD?" ask something of what was spoken
of last; "Ai ký văn bản?" names its object and stands alone. A verb counts here only when nothing
but verbs, small words and asking words is left of the question.

What this module does not know: which of the last question's parts is meant.
"""

import re
from typing import Final

from assistant.understand import slots

#: Verbs of documents, bodies, persons and figures that are said of something.
_SUBJECT: Final = re.compile(r"(?:ai|[^\W\d_]+(?: [^\W\d_]+)? nào) (?:được|bị)\b")
_ASKS: Final = re.compile(
    r"\b(?:bao nhiêu|bao lâu|mấy|nào|gì|ai|đâu|bao giờ|sao)\b"
    r"|\b(?:tăng|giảm|cao|thấp|nhiều|ít|nhanh|chậm|lớn|nhỏ|đạt|vượt)(?: hơn)? hay "
    r"(?!không\b|chưa\b)"
)
VERBS: Final = (
    r"kí ban hành|kí|ban hành|đề ra|đặt ra|đưa ra|nêu ra|nêu rõ|nêu|đề nghị|đề xuất|kiến nghị|"
    r"trình bày|trình|phê duyệt|thông qua|công bố|quyết định|quy định|chủ trì|phối hợp|tham gia|"
    r"tổ chức|thực hiện|triển khai|chịu trách nhiệm|phụ trách|theo dõi|giám sát|kiểm tra|quản lí|"
    r"soạn thảo|soạn|viết|đăng tải|đăng|cấp|chi trả|chi|trả|nộp|đóng góp|hỗ trợ|đầu tư|xây dựng|"
    r"thành lập|sáng lập|liên kết|kết hợp|gắn kết|gắn|hợp tác|dựa|hướng|áp dụng|có hiệu lực|"
    r"bắt đầu|khởi công|khởi đầu|kết thúc|diễn ra|xảy ra|hoàn thành|kéo dài|hết hạn|nói|phát biểu|"
    r"cho rằng|cho biết|nhấn mạnh|khẳng định|lưu ý|đánh giá|nhận định|yêu cầu|đòi hỏi|giao|"
    r"phân công|tăng|giảm|chiếm|đạt|gấp|tương đương|tương ứng|bằng|vượt|kém|hơn|cao hơn|thấp hơn|"
    r"nhiều hơn|ít hơn|lớn hơn|nhỏ hơn|lên|xuống|dự kiến|ước tính|ước|phấn đấu|ưu tiên|tạo ra|tạo|"
    r"thu hút|phục vụ|sử dụng|dùng|làm|nằm|giáp|thuộc|trực thuộc|xuất phát|bị|nhằm|hưởng|"
    r"được hưởng|cung cấp|"
    r"lãnh đạo|điều hành|công nhận|đổi tên|đổi|tách|sáp nhập|hợp nhất|xử lí|xử phạt|"
    r"phạt|bãi bỏ|sửa đổi|thay thế|so với|xếp|đứng|trở thành|khai trương|phát hành|huy động|"
    r"phân bổ|lấy|rút|chia ra|chia|tách ra|dành|góp|trích|"
    r"báo cáo(?! (?:nào|gì)\b)|họp(?! (?:nào|gì)\b)"
)
#: Ways to say a figure anew, in another unit: "tức là bao nhiêu phần trăm?".
RESTATED: Final = r"tức|nghĩa|tính ra|quy ra|quy đổi ra|quy đổi|đổi ra|hay"
_SMALL: Final = (
    r"(?:phần trăm|%) (?:của )?(?:gdp|grdp)|một lần|"
    r"do|bởi|với|cùng|cho|để|theo|vào|ở|tại|trong|trên|từ|đến|tới|khoảng|tối thiểu|tối đa|ít nhất|"
    r"hằng năm|hàng năm|mỗi năm|một năm|lần|lượt|usd|đô la|đồng|tỉ|triệu|nghìn|ngàn|phần trăm|điểm|"
    r"người|km|ha|hecta|tuổi|ngày|tháng|năm|giờ|chặt chẽ|trực tiếp|chính thức|cụ thể|thêm|cùng lúc|"
    r"đồng thời|lần đầu|đã|đang|sẽ|vừa|mới|từng|cũng|lại|phải|cần|được|những|các|mấy|bao nhiêu|ra|"
    r"tiền|chừng|tầm|là|có|thì|mà|về|này|đó|cả|hết|nữa|đầu tiên|cuối cùng|chủ yếu|chính"
)
#: Verbs that are nouns too, and count only where nothing but small words stands by them.
_MORE_VERBS: Final = (
    r"thu về|thu|đón|xây|trồng|đào tạo|giải ngân|bán|mua|xuất khẩu|nhập khẩu|sản xuất|tiết kiệm|"
    r"tuyển dụng|tuyển|bố trí|phun|bàn giao|giải quyết|tiếp nhận|khám|cho vay|vay|"
    r"rộng|dài|cao|sâu|nặng|đi|đến|về|ở|sống|sinh|mất|học|dạy|bị bắt|được thả|thả|"
    r"khởi hành|khánh thành|thông xe|mở cửa|đóng cửa|nghiệm thu|thi công|bồi thường|khởi tố|xét xử"
)
#: Verbs of news and of works, before which a subject ends: "Hố sụt xuất hiện ở xã nào?".
_EVENTS: Final = (
    r"xuất hiện|thi công|vận hành|hoạt động|tọa lạc|cách|chạy|kết nối|nối|qua đời|tử vong|ra đời|"
    r"giải thể|chỉ đạo|tham dự|trao|tặng|thưởng|đình chỉ|thu hồi|cấp phép|đấu giá|cho thuê|thuê|"
    r"góp vốn|miễn|tốt nghiệp|làm việc|công tác|bổ nhiệm|miễn nhiệm|bầu|chữa|điều trị|tiêm|mắc|"
    r"nhiễm|nuôi|thu hoạch|vận chuyển|di dời|mở rộng|nâng cấp|sửa chữa|bảo trì|cải tạo|phá dỡ|sập|"
    r"cháy|nổ|ngập|sạt lở|đổ|va chạm|vi phạm|điều tra|tuyên|kết án|kháng cáo|biểu diễn|ra mắt"
)
_ASKED: Final = (
    r"[^\W\d_]+ hay (?!không\b|chưa\b)[^\W\d_]+|"
    r"(?:(?:những |các )?(?!(?:là|do|của|với|ở|có)\b)[^\W\d_]+ )?(?:nào|gì)\b|ai\b|đâu\b|"
    r"khi nào|bao giờ|lúc nào|bao lâu(?: một lần)?|mấy lần|"
    r"vì sao|tại sao|thế nào|như thế nào|ra sao|sao\b"
)
#: The first verb of a question, with what stands before verbs.
FIRST_VERB: Final = re.compile(
    r" (?:(?:đã|sẽ|đang|vừa|mới|bị|được|phải|cần|có thể|cùng|đều|cũng) )*"
    rf"(?:{VERBS}|{_MORE_VERBS}|{_EVENTS})\b"
)
_VERB: Final = re.compile(rf"\b(?:{VERBS}|{_MORE_VERBS}|{RESTATED})\b")
_TAKEN: Final = re.compile(rf"\b(?:{_ASKED}|{VERBS}|{_MORE_VERBS}|{RESTATED}|{_SMALL})(?!\w)|%|\W")
#: What something has as its parts, or goes through: "chia thành mấy dự án?".
_PARTED: Final = re.compile(
    r"\W*(?:được )?(?:chia (?:ra |thành |làm )?|gồm |bao gồm |đi qua |chạy qua |nối )"
    r"(?:mấy|bao nhiêu)(?: [^\W\d_]+){1,4}\W*"
)
#: What something is compared with: "so với năm 2015", "gấp mấy lần giai đoạn trước".
COMPARED: Final = re.compile(
    r"(?:\bso(?! sánh)(?: với)?|(?<=\blần)|(?<=\bhơn)|(?<=\bphần trăm)(?= (?:so|của)))\s+"
    r"(?:so với |của )?"
    r"(?!(?:là|thì|bao nhiêu|mấy)\b)"
    r"(?:(?!(?:là|thì|tăng|giảm|gấp|cao|thấp|nhiều|ít|đạt|bằng|bao nhiêu|mấy|như|ra sao|thế nào)\b)"
    r"[\w./-]+\s*){1,6}"
)


def says_only_verbs(question: str) -> bool:
    """Tell whether a question (in comparable form) is a verb with no noun of its own."""
    if _PARTED.fullmatch(question):
        return True
    said = COMPARED.sub(" ", question)
    if _SUBJECT.match(said) or not _ASKS.search(said) or _TAKEN.sub("", said).strip():
        return False
    rest = slots.without(said, slots.asking(said))
    return said != question or bool(_VERB.search(rest))
