"""A question taken apart as a follow-up: how it opens, what it names, whether it leans on another.

What this module does not know: the question before, or how the two are put together.
"""

import re
from dataclasses import dataclass
from typing import Final

from assistant.understand import shifts, slots
from assistant.understand.pointing import Pointing, pointing
from assistant.understand.predicates import COMPARED, says_only_verbs
from assistant.understand.slots import NOUN_ASKED, is_hollow, tidy, without
from assistant.understand.turns import corrected_part
from assistant.understand.vocabulary import Vocabulary
from corpus.model import Span
from corpus.normalize import comparable, syllables

_OPENING: Final = re.compile(
    r"^(?!thế (?:giới|kỉ|hệ|mạnh|nào|chấp)\b)"
    r"(?:(?:thế|vậy|rồi|và|ừ|ok|dạ|à|nhưng)[ ,]+)*(?:thế còn|vậy còn|còn như|còn|thế|vậy|rồi|"
    r"và|nếu|nếu là|đối với|với|riêng|tương tự)"
    r"(?:[ ,]+(?:với|đối với|riêng)(?!\w))?[ ,]+"
    r"(?!(?:lại|bao nhiêu|mấy|những|các|gì)\b)"
)
_ENDING: Final = re.compile(
    r"(?<!\bvì)(?<!\btại)(?<!\blàm)[ ,]+(?:thì\s+)?(?:thì|nữa|nữa thì sao|sao|"
    r"thì thế nào|thì như thế nào|"
    r"thì ra sao|thì bao nhiêu)\s*(?:vậy|thế|ạ|nhỉ)?[ ?.!]*$"
)
#: Whether the same holds of another thing: "Tây Nguyên có khác không?", "nữ thấp hơn à?".
_ALIKE: Final = re.compile(
    r"[ ,]+(?:thì )?(?:có |cũng |còn |lại )*(?:khác|giống|như vậy|như thế|vậy|thế|tương tự|"
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|dài|ngắn) hơn)(?: (?:gì|vậy|thế|nhau|đó|hẳn))*"
    r" (?:không|à|hả|chứ|phải không)(?: (?:ạ|nhỉ))?(?:[ ,]+(?:là |được |có )?(?:bao nhiêu|mấy))?"
    r"[ ?.!]*$"
)
#: The whole of what was asked of a part of the time: "tính cả hai giai đoạn", "cả kỳ".
_WHOLE_TIME: Final = re.compile(
    r"(?:(?:nếu|là|thì|tính|gộp|cộng|tổng|chung|cho) )*(?:cả|toàn bộ|tổng|hết) "
    r"(?:(?:hai|ba|bốn|các|mấy|cả|2|3|4) )*(?:giai đoạn|thời kì|nhiệm kì|kì|đợt|năm|thời gian)"
    r"(?: (?:thì|là|cộng lại|gộp lại|được|bao nhiêu|mấy))*"
)
_RATE: Final = re.compile(
    r"(?:tính |thì |là )*(?:bình quân |trung bình )?(?:cho )?(?:mỗi|một|từng|hằng|hàng) "
    r"(?:năm|tháng|quý|ngày|tuần)(?: (?:là )?(?:bao nhiêu|mấy))?|(?:bình quân|trung bình) năm"
)
#: What something has, said without the thing: "hạn đến bao giờ?", "kinh phí bao nhiêu?".
_RELATED: Final = re.compile(
    r"(?:(?:thì|còn|thế|vậy|cái|có|cần|với) )*(?:hạn|thời hạn|hạn chót|hạn cuối|thời gian|"
    r"thời điểm|tiến độ|lộ trình|kinh phí|chi phí|tổng kinh phí|tổng vốn|nguồn vốn|nguồn kinh phí|"
    r"ngân sách|"
    r"giá|mức giá|quy mô|diện tích|công suất|địa điểm|vị trí|mục đích|mục tiêu|lí do|nguyên nhân|"
    r"kết quả|đối tượng|phạm vi|thành phần|đơn vị|cơ quan|người|số lượng|tỉ lệ|đích|"
    r"thời gian thực hiện|hạn hoàn thành|thời hạn hoàn thành)"
    r"(?: (?:thì|là|đến|tới|vào|từ|của|do|đạt|hết|cần|ra))*"
    r"(?: (?:một|mỗi|1) [^\W\d_]+)?"
)
_EACH: Final = re.compile(r"(?:thì )?(?:mỗi|một|từng) (?P<noun>[^\W\d_]+)\b")
#: Another thing of which the same is asked, set against the last: "Nhật thì mấy người?".
_CONTRASTED: Final = re.compile(
    r"(?P<topic>(?!(?:nếu|khi|vậy|thế|rồi|làm|để|muốn|hiện)\b)[^\W\d_]+(?: [^\W\d_]+){0,3}) thì "
    r"(?:(?:là|được|có|đạt|chiếm|còn|khoảng|lên|tăng|giảm|chỉ|mới) )*"
    r"(?:bao nhiêu|mấy)(?P<unit>(?: [^\W\d_]+){0,2})"
)
#: What is measured, not what: "được mấy tháng?" asks of what was spoken of.
_UNIT_ASKED: Final = re.compile(
    r"(?:(?:là|được|có|trong|kéo dài|hết|mất|tổng cộng|cần|phải) )*(?:bao nhiêu|mấy) "
    r"(?:ngày|tuần|tháng|quý|năm|giờ|phút|phần trăm|%|tiền|đồng|tỉ đồng|triệu đồng|tỉ|triệu|usd|ha|"
    r"hecta|km|m2|tấn|kg|lần)(?: (?:một|mỗi|/) [^\W\d_]+)?"
)
_MEASURED: Final = re.compile(r"(?:tỉ lệ|tỉ trọng|tốc độ|tổng số|tổng vốn|thu nhập|quy mô) \w")
#: What was asked about, said by no name: "còn chỉ tiêu 2026?".
_UNNAMED: Final = re.compile(
    r"(?:(?:thì|các|những|của|cái|còn) )*(?:chỉ tiêu|mục tiêu|kế hoạch|mức|con số|số liệu|mốc|"
    r"kết quả|dự kiến)(?: (?:của|là|đặt ra|đề ra|đến|vào|cho|thì))*"
)
_SHORT: Final = 6
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question taken apart: what is left of its topic, and the slots it names.

    ``opened`` tells that words or a correction open it; ``verbal`` that it is a verb without its
    subject; ``rate`` that it asks for the same each year ("mỗi năm"); ``whole`` that it asks for
    all the time instead of a part ("cả hai giai đoạn"); ``each`` that it asks of one of the things
    counted ("mỗi giải bao nhiêu tiền?").
    """

    topic: str
    period: str
    asking: str
    opened: bool
    pointing: Pointing | None
    said: str
    verbal: bool = False
    rate: str = ""
    whole: bool = False
    each: bool = False

    @property
    def later(self) -> bool:
        """Tell whether its time is one after or before another: "giai đoạn sau"."""
        return shifts.is_relative(self.period)

    @property
    def related(self) -> bool:
        """Tell whether its topic is what something has, said without the thing: "hạn"."""
        return self.each or bool(_RELATED.fullmatch(comparable(self.topic)))


def taken_apart(question: str, base: str = "") -> FollowUp:
    """Return the slots a question names, after its opening and ending words."""
    question = shifts.in_order(question)
    put_right = corrected_part(question)
    text = tidy(put_right or question)
    low = comparable(text)
    opening = _OPENING.match(low + " ")
    start = min(opening.end(), len(text)) if opening else 0
    ending = _ENDING.search(low, start) or _ALIKE.search(low, start)
    end = ending.start() if ending and ending.start() > start else len(text)
    if ending and ending.start() <= start and not opening:
        end = len(text)
    rest = text[start:end].strip()
    found = pointing(question, base)
    when = slots.period(rest)
    if found is None and says_only_verbs(comparable(rest)):
        return FollowUp("", "", "", opened=False, pointing=None, said=rest, verbal=True)
    if _WHOLE_TIME.fullmatch(comparable(rest)):
        return FollowUp("", "", "", opened=True, pointing=found, said=rest, whole=True)
    if _RATE.fullmatch(comparable(rest)):
        return FollowUp("", "", "", opened=True, pointing=found, said=rest, rate=rest)
    if (contrasted := _contrasted(rest, base)) or _UNIT_ASKED.fullmatch(comparable(rest)):
        return FollowUp(
            topic=contrasted,
            period="",
            asking="" if contrasted else rest,
            opened=True,
            pointing=found,
            said=rest,
        )
    compared = COMPARED.search(comparable(rest))
    when = None if compared else when
    timeless = without(rest, when)
    asks = slots.asking(timeless)
    if NOUN_ASKED.fullmatch(comparable(timeless)):
        asks = Span(0, len(timeless))
    topic = without(timeless, asks)
    if when and _UNNAMED.fullmatch(comparable(topic)):
        topic = ""
    return FollowUp(
        topic=topic,
        period=when.of(rest).strip() if when else "",
        asking=asks.of(timeless).strip() if asks else "",
        opened=bool(put_right or opening or end < len(text)) and len(rest.split()) <= _LONGEST,
        pointing=found,
        said=rest,
        each=_of_each(comparable(rest), comparable(base)),
    )


def _of_each(said: str, base: str) -> bool:
    """Tell whether one is asked about of the things that the last question counted."""
    one = _EACH.match(said)
    if one is None:
        return False
    return re.search(rf"\b(?:bao nhiêu|mấy) {one['noun']}\b", base) is not None


def _contrasted(said: str, base: str) -> str:
    """Return the other thing of which the same amount is asked as of the last one, or ""."""
    match = _CONTRASTED.fullmatch(comparable(said))
    asked = match and slots.HOW_MUCH.search(comparable(base))
    if match and match["unit"].strip() == "tiền" and "tiền" not in comparable(base):
        return ""  # "giải C thì bao nhiêu tiền?" after "có mấy giải?"
    return said[match.start("topic") : match.end("topic")] if match and asked else ""


def is_follow_up(asked: FollowUp, vocabulary: Vocabulary) -> bool:
    """Tell whether a question leans on the one before it.

    A short noun phrase alone does only when the documents' own words make it up.
    """
    if (
        asked.verbal
        or asked.rate
        or asked.whole
        or (asked.asking and (asked.later or asked.related))
    ):
        return True
    if asked.pointing is not None or asked.opened:
        return bool(asked.topic or asked.period or asked.asking)
    if is_hollow(asked.topic) and not slots.group(asked.topic):
        return bool(asked.period or asked.asking)
    if asked.asking:
        return False
    if COMPARED.match(comparable(asked.topic)):
        return True
    return _is_known_phrase(asked, vocabulary)


def _is_known_phrase(asked: FollowUp, vocabulary: Vocabulary) -> bool:
    if len(asked.topic.split()) > _SHORT - (2 if asked.period else 0):
        return False
    if asked.period and _MEASURED.match(comparable(asked.topic)):
        return False  # "tỷ lệ hỏa táng đến 2030" says all that it asks
    return slots.group(asked.topic) is not None or all(
        word in vocabulary or word.isdigit() for word in syllables(asked.topic)
    )


def unopened(text: str) -> str:
    """Return a question without the words that open a follow-up: "thế còn"."""
    opening = _OPENING.match(comparable(text))
    return text[opening.end() :] if opening else text
