"""The content words of a question: what must be met by the evidence.

Question words, particles and light verbs carry no content; generic nouns of planning texts
("mục tiêu", "tỷ lệ") carry little. The lists are in `prompts/words/`, editable by staff.

What this module does not know: synonyms, or how rare a word is in the documents.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.model import Span
from corpus.normalize import Token, comparable, tokens


@dataclass(frozen=True, slots=True)
class Term:
    """A content syllable of a question: comparable form, place among the tokens, weight 0..1.

    ``joined`` tells whether the token before it is a content syllable too (then the two are also
    looked for side by side).
    """

    text: str
    place: int
    weight: float
    joined: bool
    name: bool


_PHRASES_WITHOUT_CONTENT = tuple(
    tuple(comparable(phrase).split())
    for phrase in (
        "bao nhiêu",
        "khoảng bao nhiêu",
        "chừng bao nhiêu",
        "cỡ bao nhiêu",
        "khoảng mấy",
        "bao giờ",
        "khi nào",
        "lúc nào",
        "là gì",
        "những gì",
        "như thế nào",
        "thế nào",
        "ra sao",
        "vì sao",
        "tại sao",
        "ở đâu",
        "tại đâu",
        "cho biết",
        "cho mình hỏi",
        "cho tôi hỏi",
        "cho hỏi",
        "xin hỏi",
        "có phải",
        "phải không",
        "đúng không",
        "có đúng",
        "hay không",
        "được không",
        "được nêu",
        "đặt ra",
        "đề ra",
        "liệt kê",
        "kể tên",
        "bao gồm",
        "lần lượt",
        "cụ thể",
        "theo văn bản",
        "văn bản này",
        "trong văn bản",
        "phần trăm",
        "còn lại",
        "thì sao",
        "mức nào",
        "cỡ nào",
        "để làm gì",
        "nhằm mục đích gì",
        "làm ơn",
        "giúp mình",
        "giúp tôi",
        # what only makes a question of how much, how long, what or why sound spoken
        "bao lâu",
        "mất bao lâu",
        "bao nhiêu tiền",
        "bao nhiêu phần",
        "mấy phần",
        "cỡ bao nhiêu",
        "cỡ mấy",
        "chừng bao nhiêu",
        "chừng mấy",
        "tầm bao nhiêu",
        "độ bao nhiêu",
        "cả thảy bao nhiêu",
        "tất cả bao nhiêu",
        "tất cả mấy",
        "hết thảy bao nhiêu",
        "tổng cộng bao nhiêu",
        "tất tần tật",
        "điều gì",
        "chuyện gì",
        "thứ gì",
        "cái gì",
        "kiểu gì",
        "kiểu nào",
        "cách nào",
        "cách gì",
        "chừng nào",
        "hồi nào",
        "bữa nào",
        "hết hẳn",
        "rốt cuộc",
        "nói chung",
        "thật ra",
        "thực ra",
        "vì đâu",
        "do đâu",
        "bởi đâu",
    )
)
_BY_LENGTH = {
    length: frozenset(phrase for phrase in _PHRASES_WITHOUT_CONTENT if len(phrase) == length)
    for length in {len(phrase) for phrase in _PHRASES_WITHOUT_CONTENT}
}
_WITHOUT_CONTENT = frozenset(
    comparable(
        "là có không gì nào ai đâu mấy bao nhiêu và của các những cái cho về với ở tại trong theo"
        " thì mà này đó kia ấy đây từ bởi do vì nên để khi lúc vào ra lên xuống sẽ đã đang được bị"
        " phải rằng như cũng vẫn còn nữa hay hoặc nếu tuy nhưng ạ à nhỉ nhé vậy thế hả ơi ha hở dạ"
        " vâng xin hãy năm tháng ngày đến tới trước sau bằng gồm một nêu rõ hỏi biết mình tôi em"
        " anh chị bạn ad nói bn j k ko % bên lại chưa chứ mỗi ra sao phần việc"
    ).split()
)
_LIGHT = frozenset(
    comparable(
        "mục tiêu chỉ tiêu tỷ lệ tỉ lệ mức đạt đặt chiếm khoảng giai đoạn số lượng tổng quy mô"
        " chương trình văn bản nghị quyết kế hoạch quyết định thành phố tỉnh nước phấn đấu dự kiến"
        " thực hiện cần làm định muốn chủ yếu chính quan trọng lớn cao nhất tối thiểu tối đa ít"
        " hơn trên dưới tăng giảm bình quân trung bình hằng hàng toàn bộ người con theo tính hiện"
        " nay nhóm lĩnh vực vấn đề nội dung đơn vị cơ quan tổ chức đối ước hướng nhiều thêm đưa"
    ).split()
)
LIGHT_WEIGHT = 0.35


def content_terms(text: str, figures: Sequence[Span] = ()) -> tuple[Term, ...]:
    """Return the content syllables of a question, in order.

    ``figures`` are the spans of its years and quantities, which are compared as values and not
    as words; a bare number elsewhere ("lớp 9", "quý 3") is a term.
    """
    found = tokens(text)
    forms = [comparable(token.text) for token in found]
    dropped = _dropped(forms)
    terms: list[Term] = []
    last = -2
    for place, (token, form) in enumerate(zip(found, forms, strict=True)):
        if place in dropped or (
            form.isdigit() and any(span.overlaps(token.span) for span in figures)
        ):
            continue
        weight = LIGHT_WEIGHT if form in _LIGHT else 1.0
        terms.append(Term(form, place, weight, last == place - 1, _is_name(token, place)))
        last = place
    return tuple(terms)


def content_forms(forms: Iterable[str]) -> list[str]:
    """Return the comparable syllables that carry content, of a text's own."""
    return [form for form in forms if form not in _WITHOUT_CONTENT]


def _is_name(token: Token, place: int) -> bool:
    """Tell whether a token is written as a name: a capital, not merely the first word's."""
    return token.text[0].isupper() and (place > 0 or token.text.isupper())


def _dropped(forms: list[str]) -> set[int]:
    dropped = {place for place, form in enumerate(forms) if form in _WITHOUT_CONTENT}
    for length, phrases in _BY_LENGTH.items():
        for start in range(len(forms) - length + 1):
            if tuple(forms[start : start + length]) in phrases:
                dropped.update(range(start, start + length))
    return dropped
