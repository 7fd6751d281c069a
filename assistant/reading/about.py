"""Questions about the document itself: number, date, subject, who issued it, who signed it.

What this module does not know: what the body of a document says.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.matching import View
from assistant.question import Question
from assistant.reading.signatures import told_by_signature
from corpus.letterhead import Letterhead, Printed
from corpus.model import Document, Span
from corpus.normalize import comparable

_KIND = (
    r"(?:văn bản|nghị quyết|quyết định|kế hoạch|chương trình(?: hành động)?|chỉ thị|thông tư"
    r"|nghị định|luật|công văn|kết luận|tài liệu|bài (?:báo|viết)|bài|phụ lục)"
)
_PLAN = rf"(?:{_KIND}|đề án|chiến lược|quy hoạch)"
_ASKS: Mapping[str, re.Pattern[str]] = {
    "number": re.compile(
        rf"số hiệu|số (?:của )?văn bản|{_KIND}[^?]*\bsố (?:mấy|bao nhiêu|nào|gì|hiệu)"
    ),
    "date": re.compile(
        r"(?:ban hành|kí|đăng|công bố|có)\b[^?]*\b(?:ngày|năm|tháng)(?: tháng)?(?: ban hành)?"
        r" (?:nào|mấy|bao nhiêu)|ngày (?:ban hành|kí|đăng|công bố)"
        r"|(?:khi nào|bao giờ|lúc nào)[^?]*(?:ban hành|kí|đăng|công bố)"
        r"|(?:ban hành|kí|đăng|công bố)[^?]*(?:khi nào|bao giờ|lúc nào)"
    ),
    "issuer": re.compile(
        r"(?:cơ quan nào|đơn vị nào|ai|cấp nào)(?: (?:đã|là|có thẩm quyền))* ban hành"
        r"|do (?:cơ quan nào|ai|đơn vị nào|cấp nào) (?:\w+ )?ban hành|cơ quan ban hành"
        rf"|^\W*{_KIND}(?: số)?(?: \d\S*)?(?: này)?(?: là)? của (?:tỉnh|cơ quan|đơn vị|bộ|sở|ai"
        r"|thành phố|huyện|cấp) nào\W*$"
    ),
    "subject": re.compile(
        r"\b(?:nói|viết|quy định|đề cập)(?: đến)? (?:về )?"
        r"(?:việc|vấn đề|nội dung|chuyện|điều)? ?gì\W*$"
        r"|\bvề (?:việc|vấn đề|nội dung|chuyện) gì\W*$|\btrích yếu\b"
    ),
    "proposer": re.compile(
        r"\b(?:ai|(?:cơ quan|đơn vị|sở|bộ|ban|cấp|ngành) nào)"
        r"(?: (?:đã|là|người|bên|đứng ra))* (?:đề nghị|đề xuất)(?: \w+){0,2} (?:ban hành|ra|kí)\b"
        r"|\btheo đề nghị của (?:ai|(?:cơ quan|đơn vị|sở|bộ|ban|cấp|ngành) nào)\b"
    ),
    "place": re.compile(
        rf"^\W*{_PLAN}\b[^?]*\b(?:của|tại|ở|trên địa bàn|cho|thuộc|áp dụng)(?: địa bàn)?"
        r" (?:(?:những |các )?(?:tỉnh|thành phố|huyện|xã|phường|địa phương|nơi) nào"
        r"|(?<=áp dụng ở )đâu|(?<=thực hiện ở )đâu|(?<=triển khai ở )đâu)\W*$"
    ),
    "period": re.compile(
        rf"\b{_PLAN}\b[^?]*\b(?:giai đoạn|thời kì) nào\W*$"
        rf"|\b(?:giai đoạn|thời kì|thời gian)\b[^?]*\b{_PLAN}\b[^?]*\b(?:là|từ) (?:năm )?nào\b"
        rf"|\b{_PLAN}\b[^?]*\btừ năm nào (?:đến|tới) năm nào\W*$"
    ),
    "signer": re.compile(
        r"\bai (?:(?:đã|là|người|đứng ra|đặt bút|cầm bút|hạ bút) )*kí\b|người kí|do ai kí|ai kí"
    ),
}
_ARTICLE = re.compile(
    r"^\W*(?P<number>(?:điều|chương|mục) (?:\d+[a-zđ]?|[ivx]+))\b[^?]{0,60}?"
    r" (?:quy định|nói|đề cập|viết|nêu)(?: đến)?(?: về)?(?: (?:việc|vấn đề|nội dung|chuyện|điều))?"
    r" gì\W*$"
)
_TITLED = re.compile(r"(?P<number>(?:Điều|Chương|Mục) [\dIVX]+[a-zđ]?)\. *(?P<title>[^\n]{3,200})")
_ITS_DATE = re.compile(
    r"\bngày(?: tháng)?(?: năm)? (?:nào|mấy|bao nhiêu|gì)\b|\b(?:khi nào|bao giờ)\b"
)
"""A date asked for beside a number is the date of what has the number: "số mấy, ngày nào?"."""
_IN_FORCE = re.compile(r"\b(?:hiệu lực|thi hành|áp dụng|thực hiện|hết hạn|bãi bỏ)\b")
_ITSELF = re.compile(rf"\b{_KIND} này\b")
_SELF_WORDS = frozenset(
    comparable(
        "số hiệu văn bản nghị quyết quyết định kế hoạch chương trình hành động chỉ thị thông tư"
        " luật này ngày tháng năm ban hành ký đăng công bố cơ quan người ai nào của được do có"
        " và bài báo viết tài liệu là gì kèm theo đứng tên nghị định công văn kết luận"
        " chính thức tên mấy nói viết quy định đề cập về việc vấn đề nội dung chuyện điều trích yếu"
        " tờ giấy bản đặt cầm hạ bút ra đề nghị xuất theo sở bộ cấp ngành"
        " đơn vị những tỉnh thành phố"
    ).split()
)
_TITLE_WORDS = _SELF_WORDS | frozenset(
    comparable(
        "các huyện xã phường địa phương bàn nơi đâu ở tại cho thuộc trên áp dụng thực hiện triển"
        " khai kéo dài giai đoạn thời kỳ gian từ đến tới đề án chiến lược quy hoạch"
    ).split()
)
"""What a question of the place or the period in a title may say besides."""
_KINDS = re.compile(
    r"\b(?:nghị quyết|quyết định|kế hoạch|chương trình|chỉ thị|thông tư|nghị định|luật|công văn)\b"
)
_SHORT = {
    "QĐ": "quyết định", "NQ": "nghị quyết", "KH": "kế hoạch", "CTr": "chương trình",
    "CT": "chỉ thị", "TT": "thông tư", "NĐ": "nghị định",
}  # fmt: skip
_TITLE_SHARE = 0.7
_OFFICE = 60  # characters above a signer's name in which the office stands


@dataclass(frozen=True, slots=True)
class SelfFact:
    """One thing a document says of itself that was asked for."""

    document: Document
    printed: Printed


def facts_about(
    question: Question, documents: Sequence[Document], heads: Mapping[str, Letterhead]
) -> tuple[SelfFact, ...]:
    """Return what the question asks of a document itself; () when it asks of something else.

    ``documents`` come nearest first; the first that the question can mean is taken: one whose
    title and number hold whatever else the question says.
    """
    form = comparable(question.text)
    if article := _of_article(question, documents):
        return article
    kinds = [kind for kind, pattern in _ASKS.items() if pattern.search(form)]
    if "date" in kinds and _IN_FORCE.search(form):  # the letterhead tells when it was signed
        kinds.remove("date")
    if question.yes_no:
        return ()
    if not kinds:
        return _of_signature(question, documents, heads)
    if "proposer" in kinds:
        kinds = ["proposer"]
    dated = kinds == ["number"] and _ITS_DATE.search(form) and not _IN_FORCE.search(form)
    own = _TITLE_WORDS if {"place", "period"} & set(kinds) else _SELF_WORDS
    for document in documents:
        head = heads[document.name]
        printed = _printed(head, kinds)
        if printed and _means(question, document, head, own):
            if dated and head.date:
                printed.append(head.date)
            return tuple(SelfFact(document, each) for each in printed)
    return ()


def _of_article(question: Question, documents: Sequence[Document]) -> tuple[SelfFact, ...]:
    """Return the title of the article that a question asks of: "Điều 24 quy định về vấn đề gì?"."""
    asked = _ARTICLE.match(comparable(question.text))
    for document in documents if asked else ():
        for paragraph in document.paragraphs:
            titled = _TITLED.match(document.quote(paragraph.span))
            if asked and titled and comparable(titled["number"]) == asked["number"]:
                title = Span(*titled.span("title")).moved(paragraph.span.start)
                return (SelfFact(document, Printed(paragraph.span, title)),)
    return ()


def _printed(head: Letterhead, kinds: Sequence[str]) -> list[Printed]:
    """Return all that is asked for, or nothing; whose a text is its title says where nobody else.

    "Kế hoạch này của tỉnh nào?" is answered by the issuer, or else by the place in the title.
    """
    found = [getattr(head, kind) for kind in kinds]
    if "place" in kinds:
        return [one for one in found if one][:1]
    return found if all(found) else []


def _of_signature(
    question: Question, documents: Sequence[Document], heads: Mapping[str, Letterhead]
) -> tuple[SelfFact, ...]:
    """Return what the signature of the nearest document says of who holds which office."""
    for document in documents[:1]:
        if printed := told_by_signature(question, document, heads[document.name]):
            return (SelfFact(document, printed),)
    return ()


@lru_cache(maxsize=1 << 12)  # asked of the same sentences by question after question
def says_itself(sentence: str) -> bool:
    """Tell whether a sentence speaks of the document it is in: "Luật này có hiệu lực từ …"."""
    return _ITSELF.search(comparable(sentence)) is not None


def _means(question: Question, document: Document, head: Letterhead, own: frozenset[str]) -> bool:
    """Tell whether what a question says besides ``own`` is in the document's title and number."""
    number = document.quote(head.number.value) if head.number else document.provenance.number
    if not _is_of_kind(question, document, number):
        return False
    for cited in question.mentions.numbers:
        if cited.figures and cited.figures not in View.of(number).single:
            return False
    subject = document.quote(head.subject.value) if head.subject else ""
    title = View.of(f"{document.title} {subject} {number} {_signature(document, head)}")
    rest = [term for term in question.terms if term.text not in own]
    if not rest:
        return True
    met = sum(term.text in title.single for term in rest)
    return met >= _TITLE_SHARE * len(rest)


def _is_of_kind(question: Question, document: Document, number: str) -> bool:
    """Tell whether the kind of document asked about can be this one's: a decree is no decision."""
    asked = set(_KINDS.findall(comparable(question.text)))
    short = next((one for one in _SHORT if f"/{one}-" in f"{number}-"), "")
    own = set(_KINDS.findall(comparable(document.title))) | {_SHORT.get(short, "")} - {""}
    return not asked or not own or bool(asked & own)


def _signature(document: Document, head: Letterhead) -> str:
    """Return the signer's name with the office printed above it."""
    if head.signer is None:
        return ""
    return document.text[max(0, head.signer.value.start - _OFFICE) : head.signer.value.end]
