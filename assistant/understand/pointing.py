"""Words that point back, and what they mean: "bà ấy", "cơ quan đó", "nơi đó", "việc này".

A person, body, document or place that the last question names is what is meant; one that it asked
for ("Đại diện WB là ai?") is what was answered. Anything else means the last question's topic.

What this module does not know: documents; the last answer is looked up by whoever has it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from assistant.understand import slots
from assistant.understand.slots import says_nothing, tidy, without
from assistant.understand.subjects import clause_end, subject_span, topic_span
from corpus.model import Span
from corpus.names import NameKind, find_bodies
from corpus.normalize import comparable
from corpus.references import find_document_numbers

_PERSON: Final = re.compile(
    r"\b(?:ông|bà|anh|chị|cô|chú|thầy|ngài|vị|nhân vật|đồng chí)(?: ta| ấy| này| đó)\b(?! \d)"
    r"|(?:^|(?<=thế )|(?<=vậy ))(?:ông|bà)(?= (?:(?:có|đã|còn|cũng|từng) )*(?:nói|cho rằng|"
    r"cho biết|đề nghị|đề xuất|kiến nghị|"
    r"nhấn mạnh|khẳng định|yêu cầu|phát biểu|giữ|làm|là ai|nêu|lưu ý|"
    r"băn khoăn|chia sẻ|đánh giá|nhận định|kêu gọi|sinh|quê)\b)"
    r"|(?:^|(?<=của )|(?<=do )|(?<=với )|(?<=theo )|(?<=cho ))họ\b(?! (?:tên|hàng|tộc|và tên|nào))"
)
_PLACE: Final = re.compile(r"\b(?:nơi|chỗ|vùng|khu vực) (?:đó|ấy|này)\b|\b(?:ở|tại) (?:đó|đấy)\b")
_DEED: Final = re.compile(r"\b(?:việc|điều|hoạt động|công việc) (?:đó|ấy|này)\b")
_ALONE: Final = re.compile(r"\b(?:nó|chúng|cái đó|cái này)\b")
_NOUN: Final = re.compile(
    r"\b(?:trong số |trong )?(?:(?:những|các|mấy|cái|con|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|"
    r"\d+)\s+)*(?P<noun>(?:[^\W\d_]+\s+){1,2}?)(?P<which>đó|ấy|kia|nói trên|trên|này|vừa rồi)\b"
)
#: "Chương trình này" is the document itself, and "năm đó", "từ đó" point at no noun.
_NOT_POINTING: Final = re.compile(
    r"(?:văn bản|tài liệu|chương trình|nghị quyết|kế hoạch|quyết định|bài|bài báo|bài viết|tin|"
    r"thông tin|thành phố|tỉnh|luật|đề án|chiến lược|phụ lục|dự thảo|hội thảo|cuộc họp|năm|"
    r"giai đoạn|thập kỉ|thập niên|thế kỉ|nước|ngày|địa bàn|thời kì|nhiệm kì|bảng|báo cáo|chỉ thị|"
    r"thông tư|nghị định|địa phương|cả nước|dự án|từ|đạt|chiếm|là|hiện|hiện tại|lúc|dưới|bên|"
    r"cuối thập kỉ|tờ trình)(?:\s+(?!(?:về|của|thì|là|có)\b)[^\W\d_]+){0,3}\s*$"
)
_ASKED_FOR: Final = re.compile(r"\b(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?) (?:nào|gì)\b")
_ASKED_WHO: Final = re.compile(r"\bai\b|\b(?:người|ông|bà|vị) nào\b")
_ASKED_WHERE: Final = re.compile(
    r"\b(?:ở|tại) đâu\b|\b(?:nơi|tỉnh|thành phố|huyện|xã|phường|địa phương|vùng|nước) nào\b"
)
_TITLED: Final = re.compile(r"\b(?:ông|bà|anh|chị|đồng chí|TS|PGS|GS)\.? $", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?:nghị quyết|luật|nghị định|quyết định|chỉ thị|thông tư|chương trình|kế hoạch|đề án|"
    r"văn bản|tờ trình|bộ|sở|cơ quan|đơn vị|ban|tổ chức|công ti|hội|viện|trường|tỉnh|thành phố|"
    r"huyện|dự án)$"
)
_ANY_DOCUMENT: Final = "văn bản"
_BODY: Final = re.compile(r"cơ quan|đơn vị|tổ chức|bộ|sở|ban|công ti|doanh nghiệp|người|bên")
Answered = Callable[[], str]


class Kind(Enum):
    """What is pointed at."""

    PERSON = auto()
    PLACE = auto()
    DEED = auto()
    THING = auto()


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where a question points back, at what kind of thing, and under which noun.

    ``where`` tells that the words are an adverb ("ở đó"), not a noun ("nơi đó").
    """

    span: Span
    kind: Kind
    noun: str = ""
    where: bool = False


def pointing(question: str, base: str) -> Pointing | None:
    """Return where a question points back at ``base``, the last question; else None.

    A person may be pointed at anywhere, unless the question names one itself; anything else only
    before the question has said something of its own.
    """
    low = slots.plain(question)
    person = _PERSON.search(low)
    if person and not _ASKED_WHO.search(low[: person.start()]) and not _person_in(question):
        return Pointing(Span(*person.span()), Kind.PERSON)
    for pattern, kind in ((_PLACE, Kind.PLACE), (_DEED, Kind.DEED), (_ALONE, Kind.THING)):
        match = pattern.search(low)
        if match and (kind is Kind.PLACE or says_nothing(low[: match.start()])):
            where = match.group(0).startswith(("ở ", "tại "))
            return Pointing(Span(*match.span()), kind, where=where)
    for match in _NOUN.finditer(low):
        last = match["which"] == "trên" and low[match.end() :].strip(" ?.")
        noun = match["noun"].strip()
        own = _NOT_POINTING.search(low[: match.start("which")]) or not noun
        own = own and not (noun and _names(base, noun))
        if not last and not own and says_nothing(low[: match.start()]):
            return Pointing(Span(*match.span()), Kind.THING, noun)
    return None


def _names(base: str, noun: str) -> bool:
    """Tell whether a question asks for a thing of this noun, or names a document by its number."""
    low = _low(base)
    asked = re.search(rf"\b{re.escape(noun)} (?:nào|gì)\b", low)
    return bool(asked) or bool(_document_in(base, noun))


def _document_in(base: str, noun: str) -> str:
    """Return the document of this noun that a question names by its number, or ""."""
    for number in find_document_numbers(base):
        said = number.kind or noun
        if noun != _ANY_DOCUMENT and not said.startswith(noun):
            continue
        at = comparable(base).rfind(said, 0, max(number.span.end, 1))
        if at >= 0:
            return base[at : number.span.end]
    return ""


def meant(found: Pointing, base: str, answered: Answered) -> str:
    """Return what is pointed at: named by the last question, or what answered it.

    Args:
        found: where a question points back.
        base: the last full question.
        answered: gives the words that answered it, or ""; asked only where they are wanted.
    """
    if found.kind is Kind.PERSON:
        named = _person_in(base)
        asked = not named and _asks_for_someone(base)
        return named or (asked and _as_person(answered())) or subject_span(base).of(base)
    if found.kind is Kind.PLACE:
        where = slots.place_named(base)
        asked = not where and bool(_ASKED_WHERE.search(_low(base)))
        name = where or (asked and answered()) or topic_span(base).of(base)
        return f"ở {name}" if found.where else name
    if found.kind is Kind.DEED:
        return f"việc {_deed(base)}"
    return _thing(found.noun, base, answered)


def asks_for_named(base: str) -> bool:
    """Tell whether a question asks for something that has a name: who, which law, which body."""
    match = _ASKED_FOR.search(_low(base))
    return _asks_for_someone(base) or bool(match and _NAMED.search(match["noun"]))


def _thing(noun: str, base: str, answered: Answered) -> str:
    low = _low(base)
    if noun and re.search(rf"\b{re.escape(noun)} (?:nào|gì)\b", low):
        found = answered()
        if found:
            return found
    if noun and (document := _document_in(base, noun)):
        return document
    at = re.search(rf"\b{re.escape(noun)}\b(?! (?:nào|gì)\b)", low) if noun else None
    if at:
        return Span(at.start(), clause_end(base, at.start())).of(base)
    if noun and _BODY.fullmatch(noun) and asks_for_named(base):
        return answered() or topic_span(base).of(base)
    return topic_span(base).of(base)


def _deed(base: str) -> str:
    rest = without(base, slots.period(base))
    rest = re.sub(r"^(?:vì sao|tại sao|khi nào|bao giờ) ", "", rest, flags=re.IGNORECASE)
    return slots.unasked(rest)


def _asks_for_someone(base: str) -> bool:
    return bool(_ASKED_WHO.search(_low(base)))


def _person_in(question: str) -> str:
    for body in find_bodies(question):
        if body.kind is NameKind.PERSON:
            before = question[: body.span.start]
            title = _TITLED.search(before)
            return question[title.start() if title else body.span.start : body.span.end]
    return ""


def _as_person(words: str) -> str:
    """Return an answer's words when a person or an office may be meant, else ""."""
    return "" if slots.place(words) == Span(0, len(words)) else words


def _low(text: str) -> str:
    return tidy(slots.plain(text))
