"""Every word of the page itself (not of answers, which come from `prompts`), in Vietnamese.

What this module does not know: where each word is shown.
"""

from datetime import date

from assistant.answer import Status

TITLE = "hỏi đáp"
DESCRIPTION = "Hỏi đáp trên văn bản: mỗi câu trả lời kèm đúng đoạn văn bản làm căn cứ."

STATES = {
    Status.ANSWERED: ("✓", "Có trong văn bản"),
    Status.PARTIAL: ("◐", "Có một phần"),
    Status.REFUSED: ("∅", "Văn bản không nêu"),
}

ASK = "Hỏi"
ASK_PLACEHOLDER = "Hỏi về văn bản… (gõ không dấu cũng được)"
ASK_LABEL = "Câu hỏi của bạn"
NEW_TALK = "Cuộc trò chuyện mới"
TALK = "Hội thoại"
UNDERSTOOD = "Đã hiểu là:"
THINKING = "Đang tìm trong văn bản…"
STILL_LOADING = "Đang mở văn bản và mô hình, câu hỏi sẽ được trả lời ngay khi xong…"
COPY_CITATION = "Sao chép trích dẫn"
COPY_LINK = "Liên kết"
WELCOME = "Bạn muốn biết điều gì trong văn bản?"
WELCOME_MORE = (
    "Mỗi câu trả lời đều dẫn đúng câu chữ của văn bản; điều văn bản không nêu sẽ được nói rõ "
    "là không nêu. Bấm vào số trích dẫn để xem câu đó sáng lên trong văn bản."
)
EXAMPLES = "Câu hỏi gợi ý"
OPENING = "Đang mở văn bản…"
DOCUMENT = "Văn bản"
PICK_DOCUMENT = "Chọn văn bản"
FIND = "Tìm trong văn bản"
FIND_NEXT = "Kết quả sau"
FIND_BEFORE = "Kết quả trước"
DOWNLOAD = "Tải về"
CLOSE = "Đóng"
OUTLINE = "Mục lục"
LIBRARY = "Các văn bản"
NO_DOCUMENTS = "Chưa có văn bản nào trong chỉ mục; hãy chạy “hoidap index build” để thêm."

NO_QUESTION = "Bạn hãy gõ một câu hỏi, ví dụ: “Văn bản đề ra những chỉ tiêu nào?”"
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


def grouped(number: int) -> str:
    """Write a whole number the Vietnamese way: 12.500."""
    return f"{number:,}".replace(",", ".")


def day(published: str) -> str:
    """Write an ISO date as dd/mm/yyyy; anything else is returned as it is."""
    try:
        return date.fromisoformat(published).strftime("%d/%m/%Y")
    except ValueError:
        return published


def corpus_line(documents: int, language_model: str) -> str:
    """Say in one line what the answers rest on."""
    model = f"diễn đạt bằng {language_model}" if language_model else "không dùng mô hình ngôn ngữ"
    return f"{grouped(documents)} văn bản · chạy ngoại tuyến · {model}"
