"""Follow-ups completed from the last full question, with no language model.

A follow-up is told by its form: it opens with "còn", "thế", "vậy" or ends with "thì sao"; it is
only a period, only asking words, or a short noun phrase; or it points back ("chỉ tiêu đó"). What
it names replaces the part of the same kind in the last full question: a period a period, asking
words asking words, a class a class, anything else the topic. A question with its own topic and
its own asking words never inherits.

What this module does not know: documents, or whether the completed question has an answer.
"""

import re
from dataclasses import dataclass
from typing import Final

from assistant.understand import slots
from assistant.understand.merge import topic_span, with_asking, with_period, with_topic
from assistant.understand.slots import NOUN_ASKED, tidy, without
from assistant.understand.vocabulary import Vocabulary
from corpus.model import Span
from corpus.normalize import comparable, syllables

_OPENING: Final = re.compile(
    r"^(?:(?:thế|vậy|rồi|và|ừ|ok|dạ|à|nhưng)[ ,]+)*(?:thế còn|vậy còn|còn như|còn|thế|vậy|rồi|"
    r"và|nếu|nếu là|đối với|với|riêng|tương tự)"
    r"(?:[ ,]+(?:với|đối với|riêng)(?!\w))?[ ,]+"
    r"(?!(?:lại|bao nhiêu|mấy|những|các|gì)\b)"
)
_ENDING: Final = re.compile(
    r"(?<!\bvì)(?<!\btại)(?<!\blàm)[ ,]+(?:thì\s+)?(?:thì|sao|thì thế nào|thì như thế nào|"
    r"thì ra sao|thì bao nhiêu)\s*(?:vậy|thế|ạ|nhỉ)?[ ?.!]*$"
)
_POINTER: Final = re.compile(
    r"\b(?:trong số |trong )?(?:(?:những|các|mấy|cái|con|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|"
    r"\d+)\s+)*(?P<noun>(?:[^\W\d_]+\s+){1,2}?)(?P<which>đó|ấy|kia|nói trên|trên|này|vừa rồi)\b"
)
_ALONE: Final = re.compile(r"\b(?:trong đó|nó|chúng|cái đó|cái này|điều đó|việc đó|việc này)\b")
_NOT_POINTING: Final = re.compile(
    r"(?:văn bản|tài liệu|chương trình|nghị quyết|kế hoạch|quyết định|bài|bài báo|bài viết|tin|"
    r"thông tin|thành phố|tỉnh|luật|đề án|chiến lược|phụ lục|dự thảo|hội thảo|cuộc họp|năm|"
    r"giai đoạn|thập kỉ|thập niên|thế kỉ|nước|ngày|địa bàn|thời kì|nhiệm kì|bảng|báo cáo|chỉ thị|"
    r"thông tư|nghị định|địa phương|cả nước|dự án|từ|đạt|chiếm|là|hiện|hiện tại|lúc|dưới|bên|"
    r"cuối thập kỉ)(?:\s+(?!(?:về|của|thì|là|có)\b)[^\W\d_]+){0,3}\s*$"
)
_HOLLOW: Final = re.compile(
    r"\b(?:chủ trì|phụ trách|theo dõi|thực hiện|phối hợp|chịu trách nhiệm|ban hành|cụ thể|chi tiết|"
    r"cơ bản|đặt ra|quy định|những|các|thì|là|và|có|được|đạt|nữa|khác|hết|vậy|thế|ạ|đâu|tên|rõ|"
    r"gồm|bao gồm|năm|đến|vào|trong|giai đoạn|sao|con số|tất cả|nội dung|mục đích|ý nghĩa|lí do|"
    r"kết quả|đó|này|ở|còn|"
    r"về|của|tổng cộng|mỗi|loại|người|cái|phải|sẽ|từ|bằng|kể|liệt kê|nêu|ra|xin|hãy|lại)\b|\d+|\W"
)
_SHORT: Final = 6
_LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question taken apart: what is left of its topic, and the slots it names."""

    topic: str
    period: str
    asking: str
    opened: bool
    pointing: Span | None


def completed(question: str, before: str, vocabulary: Vocabulary) -> str | None:
    """Return a follow-up completed from the last full question, or None when it is none.

    Args:
        question: a repaired question without courtesy.
        before: the last question of the conversation, repaired and itself complete.
        vocabulary: the indexed documents' words (they decide which head nouns go together).
    """
    asked = taken_apart(question)
    if not before.strip() or not is_follow_up(asked, vocabulary):
        return None
    base = tidy(before)
    if asked.pointing is not None:
        return _ended(_pointed(question, asked, base))
    if asked.topic and asked.asking and not _is_hollow(asked.topic):
        missing = not asked.period and slots.period(base) is not None
        return _ended(_with_period_of(question, asked, base)) if missing else None
    if asked.topic and not _is_hollow(asked.topic):
        base = with_topic(base, asked.topic)
    if asked.period:
        base = with_period(base, asked.period)
    if asked.asking and _is_hollow(asked.topic):
        base = with_asking(base, asked.asking, asked.topic)
    return _ended(base)


def taken_apart(question: str) -> FollowUp:
    """Return the slots a question names, after its opening and ending words."""
    text = tidy(question)
    low = comparable(text)
    opening = _OPENING.match(low + " ")
    start = min(opening.end(), len(text)) if opening else 0
    ending = _ENDING.search(low, start)
    end = ending.start() if ending and ending.start() > start else len(text)
    if ending and ending.start() <= start and not opening:
        end = len(text)
    rest = text[start:end].strip()
    pointing = _pointing(question)
    when = slots.period(rest)
    timeless = without(rest, when)
    asks = slots.asking(timeless)
    if NOUN_ASKED.fullmatch(comparable(timeless)):
        asks = Span(0, len(timeless))
    return FollowUp(
        topic=without(timeless, asks),
        period=when.of(rest).strip() if when else "",
        asking=asks.of(timeless).strip() if asks else "",
        opened=(bool(opening) or end < len(text)) and len(rest.split()) <= _LONGEST,
        pointing=pointing,
    )


def is_follow_up(asked: FollowUp, vocabulary: Vocabulary) -> bool:
    """Tell whether a question leans on the one before it.

    A short noun phrase alone does only when the documents' own words make it up.
    """
    if asked.pointing is not None or asked.opened:
        return bool(asked.topic or asked.period or asked.asking)
    if _is_hollow(asked.topic):
        return bool(asked.period or asked.asking)
    if asked.asking or len(asked.topic.split()) > _SHORT - (2 if asked.period else 0):
        return False
    return slots.group(asked.topic) is not None or all(
        word in vocabulary or word.isdigit() for word in syllables(asked.topic)
    )


def _is_hollow(topic: str) -> bool:
    return not _HOLLOW.sub("", comparable(topic)).strip()


def _pointing(question: str) -> Span | None:
    """Return where a question points back; only before it has said anything of its own."""
    low = comparable(question)
    for match in _POINTER.finditer(low):
        last = match["which"] == "trên" and low[match.end() :].strip(" ?.")
        own = _NOT_POINTING.search(low[: match.start("which")]) or not match["noun"].strip()
        if not last and not own and _says_nothing(low[: match.start()]):
            return Span(*match.span())
    alone = _ALONE.search(low)
    return Span(*alone.span()) if alone and _says_nothing(low[: alone.start()]) else None


def _says_nothing(said: str) -> bool:
    rest = without(said, slots.period(said))
    return _is_hollow(without(rest, slots.asking(rest)))


def _pointed(question: str, asked: FollowUp, base: str) -> str:
    """Put the last question's topic where the follow-up points back to it."""
    pointer = asked.pointing or Span(0, 0)
    topic = topic_span(base).of(base)
    text = question[: pointer.start] + topic + question[pointer.end :]
    opening = _OPENING.match(comparable(text))
    text = text[opening.end() :] if opening else text
    when = slots.period(base)
    if asked.period or when is None:
        return text
    return with_period(tidy(text), when.of(base))


def _with_period_of(question: str, asked: FollowUp, base: str) -> str:
    """Give a follow-up that has its own topic and asking words the last question's period."""
    text = tidy(question)
    opening = _OPENING.match(comparable(text))
    text = text[opening.end() :] if opening else text
    when = slots.period(base)
    return text if asked.period or when is None else with_period(text, when.of(base))


def _ended(text: str) -> str:
    text = tidy(text)
    return f"{text[:1].upper()}{text[1:]}?"
