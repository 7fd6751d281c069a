"""Every word of the page itself (not of answers, which come from `prompts`), in Vietnamese.

What this module does not know: where each word is shown.
"""

from datetime import date, datetime

from assistant.answer import Status, VerdictKind
from assistant.suggest.candidates import Kind

TITLE = "hỏi đáp"
DESCRIPTION = "Hỏi đáp trên văn bản: mỗi câu trả lời kèm đúng đoạn văn bản làm căn cứ."

STATES = {
    Status.ANSWERED: ("✓", "Có đầy đủ trong văn bản"),
    Status.PARTIAL: ("◐", "Có một phần trong văn bản"),
    Status.REFUSED: ("∅", "Không có trong văn bản"),
}
VERDICTS = {
    VerdictKind.SUPPORTED: ("✓", "Khớp"),
    VerdictKind.REFUTED: ("✗", "Sai lệch"),
    VerdictKind.NOT_FOUND: ("∅", "Không có trong văn bản"),
}

TAB_TALK = "Hỏi đáp"
TAB_TARGETS = "Chỉ tiêu"
TAB_CLAIMS = "Kiểm chứng"
TAB_LIBRARY = "Tài liệu"
TAB_RUNS = "Đánh giá"
SKIP_TO_MAIN = "Chuyển tới nội dung chính"
SKIP_TO_DOCUMENT = "Chuyển tới văn bản"

ASK = "Hỏi"
ASK_PLACEHOLDER = "Hỏi về văn bản… (gõ không dấu cũng được)"
ASK_LABEL = "Câu hỏi của bạn"
NEW_TALK = "Cuộc trò chuyện mới"
TALK = "Hội thoại"
UNDERSTOOD = "Đã hiểu là:"
SEARCH_LITERALLY = "tìm nguyên văn"
LITERALLY = "Đã tìm nguyên văn: đúng từng chữ đã gõ, không sửa gì."
THINKING = "Đang tìm trong văn bản…"
WRITING = "Đang viết tiếp, từng câu được kiểm chứng trước khi hiện…"
WITHHELD = "Có câu của mô hình ngôn ngữ bị giữ lại."
STILL_LOADING = "Đang mở văn bản và mô hình, câu hỏi sẽ được trả lời ngay khi xong…"
COPY_CITATION = "Sao chép trích dẫn"
COPY_LINK = "Liên kết"
CHANGED = "Văn bản đã thay đổi sau câu trả lời này, được giữ lại từ trước."
ASK_AGAIN = "hỏi lại"
WELCOME = "Bạn muốn biết điều gì trong văn bản?"
WELCOME_MORE = (
    "Mỗi câu trả lời đều dẫn đúng câu chữ của văn bản; điều văn bản không nêu sẽ được nói rõ "
    "là không nêu. Bấm vào số trích dẫn để xem câu đó sáng lên trong văn bản."
)
TOOLS = "Việc với hội thoại"
EXPORT = "Xuất"
EXPORT_MORE = "Tải hội thoại kèm trích dẫn về máy"
EXPORTED = "Đã tải hội thoại về."
NOTHING_TO_EXPORT = "Chưa có câu trả lời nào để xuất; bạn hãy hỏi một câu trước."
EXPORT_BROKEN = "Chưa xuất được hội thoại; bạn hãy thử lại hoặc chọn dạng khác."
FORMATS = {
    "md": "Markdown (.md)",
    "docx": "Word (.docx)",
    "html": "Trang in được (.html)",
}
EXPORT_TITLE = "Hội thoại trên hoidap"
EXPORT_FOOT = "Mỗi trích dẫn là đúng câu chữ của văn bản; trước khi dùng, hãy đối chiếu lại."
QUESTION = "Câu hỏi"
STATE = "Trạng thái"
QUOTES = "Trích dẫn"
ANSWERED_AT = "Trả lời lúc"
HISTORY = "Lịch sử"
KEEP_HISTORY = "Giữ các cuộc trò chuyện trong trình duyệt này"
KEEP_MORE = "Mặc định là không giữ. Máy dùng chung thì không nên bật."
EARLIER = "Các cuộc trò chuyện đã giữ"
NO_EARLIER = "Chưa giữ cuộc trò chuyện nào."
WIPE = "Xóa hết lịch sử"
NOT_RESTORED = "Không đọc lại được cuộc trò chuyện đã giữ."
NO_PAGE = "Không có trang này."
TOO_LARGE = "Yêu cầu quá lớn; hãy gửi câu hỏi ngắn hơn."
LOG_IN = "Đăng nhập"
ACCOUNT = "Tài khoản"
LOG_OUT = "Đăng xuất"
LOGIN_NEEDED = "Trang này cần đăng nhập."
LOGIN_MORE = "Tên và mật khẩu do người quản trị trang này cấp."
NAME = "Tên đăng nhập"
PASSWORD = "Mật khẩu"  # noqa: S105 - the label of a field
LOGIN_WRONG = "Tên hoặc mật khẩu chưa đúng; bạn hãy gõ lại."
VOTE = "Câu trả lời này có ích không?"
VOTE_UP = "Có ích"
VOTE_DOWN = "Chưa đúng"
VOTE_WHY = "Vì sao? (không bắt buộc)"
VOTE_NOTE = "Ghi thêm (không bắt buộc)"
VOTE_SEND = "Gửi thêm"
VOTE_KEPT = "Đã ghi nhận, cảm ơn bạn."
VOTE_PRIVATE = "Chỉ lưu câu hỏi, câu trả lời và điều bạn ghi; không lưu tên hay địa chỉ."
VOTE_LOST = "Chưa ghi được ý kiến; bạn hãy thử lại sau giây lát, điều đã chọn và đã gõ vẫn còn đây."
VOTE_UNKNOWN = "Câu trả lời này không còn trong phiên; bạn hãy hỏi lại rồi cho ý kiến."
EXAMPLES = "Câu hỏi gợi ý"
NEXT = "Câu hỏi tiếp"
KINDS = {
    Kind.FIGURE: "Con số",
    Kind.YES_NO: "Có hay không",
    Kind.COUNT: "Bao nhiêu",
    Kind.LIST: "Liệt kê",
    Kind.HEADING: "Nội dung",
}
OPENING = "Đang mở văn bản…"
DOCUMENT = "Văn bản"
PICK_DOCUMENT = "Chọn văn bản"
FIND = "Tìm trong văn bản"
FIND_NEXT = "Kết quả sau"
FIND_BEFORE = "Kết quả trước"
DOWNLOAD = "Tải về"
PARAGRAPH_LINK = "Sao chép liên kết tới đoạn"
CLOSE = "Đóng"
OUTLINE = "Mục lục"
LIBRARY = "Các văn bản"
NO_DOCUMENTS = "Chưa có văn bản nào trong chỉ mục; hãy chạy “hoidap index build” để thêm."

TARGETS = "Các chỉ tiêu"
TARGETS_MORE = "Mọi chỉ tiêu văn bản đặt ra, đúng từng con số. Bấm vào một dòng để xem câu ấy."
NO_TARGETS = "Các văn bản này không đặt ra chỉ tiêu nào bằng con số."
NO_TARGET_FITS = "Không có chỉ tiêu nào khớp với bộ lọc; hãy bỏ bớt điều kiện."
FILTER_DOCUMENT = "Văn bản"
FILTER_YEAR = "Năm"
FILTER_TEXT = "Chữ trong chỉ tiêu"
FILTER_TEXT_HINT = "Ví dụ: do thi hoa (gõ không dấu cũng được)"
FILTER = "Lọc chỉ tiêu"
ALL_DOCUMENTS = "Tất cả văn bản"
ALL_YEARS = "Mọi năm"
NO_YEAR = "Không nêu năm"
AS_TABLE = "Bảng"
AS_CHART = "Biểu đồ"
SHAPES = "Cách xem"
SAVE_CSV = "Tải CSV"
SAVE_SVG = "Tải biểu đồ (SVG)"
MORE_ROWS = "Xem thêm"
TARGET_COLUMNS = ("Chỉ tiêu", "Năm", "Mức")
CHART_KEY = (
    "Thanh ngang: từ … đến …; mũi tên: trên, tối thiểu (→) hoặc dưới, không quá (←); rỗng: khoảng."
)

CLAIMS = "Kiểm chứng phát biểu"
CLAIMS_MORE = (
    "Dán một câu, một đoạn hay cả bài viết. Từng phát biểu được đối chiếu với văn bản: khớp, "
    "sai lệch ở đâu, hay không có trong văn bản."
)
CLAIM_LABEL = "Phát biểu cần kiểm chứng"
CLAIM_PLACEHOLDER = "Ví dụ: Đến năm 2025, tỷ lệ đô thị hóa của Hà Nội đạt 70%."
CHECK = "Kiểm chứng"
CHECKING = "Đang đối chiếu với văn bản…"
STILL_LOADING_CHECK = "Đang mở văn bản và mô hình, sẽ đối chiếu ngay khi xong…"
CLAIMED = "Phát biểu"
STATED = "Văn bản"
CHECK_BROKEN = (
    "Rất tiếc, hệ thống gặp lỗi khi đối chiếu; bạn hãy thử lại, "
    "nếu vẫn lỗi xin báo cho người quản trị."
)

RUNS = "Lần đánh giá gần nhất"
RUNS_MORE = "Bộ câu hỏi đã biết đáp án, hỏi lại từng câu và chấm điểm tự động."
OPENING_RUN = "Đang đọc lần đánh giá gần nhất…"
NO_RUN = "Chưa có lần đánh giá nào; hãy chạy “hoidap eval” rồi mở lại phần này."
RUN_COLUMNS = ("Loại", "Số câu", "Đúng", "Tỷ lệ")
RUN_ALL = "Tất cả"
RUN_WANTED = "Cần:"
RUN_GOT = "Trả lời:"
RUN_CLEAN = "Không có câu nào sai."
SUITES = {
    "seed": "Văn bản gốc",
    "seed-claims": "Kiểm chứng trên văn bản gốc",
    "documents": "Từng văn bản khác",
    "documents-together": "Mọi văn bản cùng lúc",
    "robustness": "Gõ không dấu, gõ sai",
}
CASE_KINDS = {
    "fact": "Dữ kiện",
    "list": "Liệt kê",
    "yesno": "Có hay không",
    "paraphrase": "Diễn đạt khác",
    "robust": "Gõ ẩu",
    "multi_turn": "Hỏi tiếp",
    "unanswerable": "Không có đáp án",
    "false_premise": "Tiền đề sai",
    "claim": "Kiểm chứng",
}

NO_QUESTION = "Bạn hãy gõ một câu hỏi, ví dụ: “Văn bản đề ra những chỉ tiêu nào?”"
NO_STATEMENT = "Bạn hãy gửi một phát biểu để kiểm chứng, ở trường statement."
NOT_A_STRING = "Điều vừa gửi không phải một chuỗi chữ; hãy gửi câu hỏi hay phát biểu dạng chuỗi."
BAD_HISTORY = "history phải là danh sách các câu hỏi trước đó, mỗi câu một chuỗi, theo thứ tự."
NOT_A_REQUEST = 'Yêu cầu không đúng dạng; hãy gửi JSON {"data": [...]} như ghi trong docs/api.md.'
NOT_THAT_METHOD = "Điểm gọi này chỉ nhận POST với JSON; xem docs/api.md."
NO_ENDPOINT = "Không có điểm gọi này; chỉ có /ask, /check và /targets, xem docs/api.md."
MCP_POST = "Địa chỉ này dành cho chương trình dùng MCP (POST), không mở bằng trình duyệt."
MCP_MISSING = "Máy chủ MCP cần gói mcp chưa được cài; hãy chạy: pip install 'hoidap[mcp]'"
MCP_AND_LOGIN = "--mcp chưa dùng được khi trang cần đăng nhập; hãy bỏ --mcp hoặc bỏ HOIDAP_USERS."
NOT_ANSWERED = "Chưa trả lời được"
NOT_TEXT = "Nội dung vừa gửi không phải văn bản đọc được; bạn hãy gõ lại câu hỏi bằng chữ."
BROKEN = (
    "Rất tiếc, hệ thống gặp lỗi khi tìm câu trả lời; bạn hãy hỏi lại, "
    "nếu vẫn lỗi xin báo cho người quản trị."
)


def too_long(length: int, limit: int) -> str:
    """Say that a question of ``length`` characters is over the ``limit``."""
    return (
        f"Câu hỏi dài {grouped(length)} ký tự, nhiều hơn mức {grouped(limit)} ký tự; "
        "bạn hãy hỏi ngắn hơn, mỗi lần một ý."
    )


def too_often(seconds: int) -> str:
    """Say that a client asks too often, and in how many seconds it may again."""
    return f"Bạn gửi hơi nhanh so với sức của máy chủ; hãy đợi {seconds} giây rồi gửi lại."


def grouped(number: int) -> str:
    """Write a whole number the Vietnamese way: 12.500."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float) -> str:
    """Write a number with one decimal the Vietnamese way: 98,5; none where it is whole: 98."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")


def day(published: str) -> str:
    """Write an ISO date as dd/mm/yyyy; anything else is returned as it is."""
    try:
        return date.fromisoformat(published).strftime("%d/%m/%Y")
    except ValueError:
        return published


def moment(when: str) -> str:
    """Write an ISO time as dd/mm/yyyy HH:MM in this machine's zone; anything else as it is."""
    try:
        return datetime.fromisoformat(when).astimezone().strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return when


def corpus_line(documents: int, language_model: str) -> str:
    """Say in one line what the answers rest on."""
    if language_model:
        model = f"diễn đạt bằng {language_model}, từng câu được kiểm chứng"
        return f"{grouped(documents)} văn bản · {model}"
    return f"{grouped(documents)} văn bản · chạy ngoại tuyến · không dùng mô hình ngôn ngữ"
