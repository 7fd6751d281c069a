"""What a question asks for: the kind of answer, a list or not, yes or no, years, content words.

Pure rules on the repaired Vietnamese question; the patterns are written in the comparable form
of `corpus.normalize` (lowercase, ``tỷ`` as ``tỉ``, ``kỳ`` as ``kì``).

What this module does not know: the documents, or whether they answer.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.words import Term, content_terms
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import Mentions, mentions


class Asks(StrEnum):
    """The kind of thing an answer to the question would be."""

    QUANTITY = "quantity"
    DATE = "date"
    PERIOD = "period"
    DOCUMENT_NUMBER = "document_number"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    REASON = "reason"
    MANNER = "manner"
    THING = "thing"
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    ``text`` is the repaired question; ``asks`` the kinds of answer, most wanted first;
    ``listed`` whether several items are wanted, ``count`` how many if it says so; ``yes_no``
    whether it begs yes or no; ``unit`` the comparable word after "bao nhiêu" ("%" for phần
    trăm), "" if none; ``terms`` its content words; ``mentions`` its figures, years and names;
    ``anchor`` the words just before "gì" or "nào", comparable ("với yêu cầu gì": phù hợp với yêu
    cầu), after which the text goes on with the answer;
    ``how_many`` whether it asks how many of a thing there are, which no per cent answers;
    ``extra`` further search words (synonyms), never shown.
    """

    text: str
    asks: tuple[Asks, ...]
    listed: bool
    yes_no: bool
    count: int | None
    unit: str
    terms: tuple[Term, ...]
    mentions: Mentions
    how_many: bool = False
    anchor: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def wants_figure(self) -> bool:
        """Tell whether only a figure answers ("bao nhiêu"), not merely may ("mức nào")."""
        return self.wants(Asks.QUANTITY) and bool(_FIRM.search(comparable(self.text)))

    @property
    def asks_present(self) -> bool:
        """Tell whether the state of things today is asked for, which no aim answers."""
        return bool(_PRESENT.search(comparable(self.text)))

    @property
    def asks_confirmation(self) -> bool:
        """Tell whether a statement is put up to be confirmed ("có phải … không?")."""
        return self.yes_no and bool(_CONFIRM.search(comparable(self.text)))

    @property
    def wants_day(self) -> bool:
        """Tell whether only a date or year answers ("ngày nào"); "khi nào" may be told in words."""
        return self.wants(Asks.DATE) and bool(_DAY.search(comparable(self.text)))

    @property
    def years(self) -> frozenset[int]:
        """The single years asked about (the ends of periods are in ``periods``)."""
        return frozenset(
            time.start_year
            for time in self.mentions.times
            if time.start_year and time.start_year == (time.end_year or time.start_year)
        )

    @property
    def periods(self) -> frozenset[tuple[int, int]]:
        """The periods asked about, as first and last year."""
        return frozenset(
            (time.start_year, time.end_year)
            for time in self.mentions.times
            if time.start_year and time.end_year and time.start_year != time.end_year
        )

    def wants(self, kind: Asks) -> bool:
        """Tell whether an answer of ``kind`` is asked for."""
        return kind in self.asks


_NUMBER_WORDS = dict(
    zip(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), range(2, 11), strict=True)
)
_DOCUMENT = (
    r"(?:nghị quyết|quyết định|chương trình(?: hành động)?|kế hoạch|văn bản|luật|chỉ thị|thông tư"
    r"|nghị định|công văn|kết luận|tờ trình|đề án)"
)
_PATTERNS: tuple[tuple[Asks, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            Asks.DOCUMENT_NUMBER,
            (
                rf"số hiệu|kí hiệu văn bản|{_DOCUMENT}\s+(?:số\s+)?(?:nào|mấy|bao nhiêu)|số văn bản"
                rf"|{_DOCUMENT}.{{0,40}}\bsố\s+(?:mấy|bao nhiêu|nào|gì)\b|\bsố\s+(?:mấy|nào)\b"
            ),
        ),
        (
            Asks.PERIOD,
            (
                r"(?:giai đoạn|thời kì|nhiệm kì|định kì|chu kì)\s+(?:là\s+)?(?:nào|gì|bao lâu|mấy)"
                r"|trong bao lâu|bao lâu|mấy năm|bao nhiêu năm|từ năm nào đến năm nào"
            ),
        ),
        (
            Asks.DATE,
            (
                r"khi nào|bao giờ|lúc nào|ngày tháng|hạn (?:cuối|chót)|hạn .* ngày nào"
                r"|(?:ngày|năm|tháng|quý|hôm|thời gian|thời điểm|thời hạn|mốc)"
                r"\s+(?:là\s+)?(?:nào|mấy|bao nhiêu|gì)"
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
            r"\bai\b|\b(?:người|ông|bà|(?<!đơn )vị|lãnh đạo|đồng chí) nào|tên (?:ông|bà|người)",
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
                r"ở đâu|tại đâu|nơi nào|nơi đâu|(?:địa điểm|khu vực|tỉnh|thành phố|huyện|xã|phường"
                r"|địa phương|nước|quốc gia|vùng|địa bàn|chỗ)\s+nào|đi đâu|về đâu"
            ),
        ),
        (Asks.REASON, r"vì sao|tại sao|vì lí do|lí do (?:gì|nào)|nhằm (?:mục đích )?gì|để làm gì"),
        (
            Asks.MANNER,
            (r"như thế nào|thế nào|ra sao|bằng cách nào|cách nào|theo hướng nào|bằng gì|kiểu gì"),
        ),
        (Asks.THING, r"\bgì\b|\bnào\b"),
    )
)
_LIST = re.compile(
    r"\b(?:những|các)\s+(?:(?!(?:với|do|bởi|tại|ở|vào)\b)[^\W_]+[\s,]+){0,6}(?:nào|gì)\b"
    r"|\b(?:bao gồm|gồm|liệt kê|kể tên|kể ra|kể (?:\w+ )?(?:các|những)"
    r"|nêu (?:các|những|tên|đầy đủ|rõ các)|lần lượt|từng)\b|những gì|những ai"
    r"|(?<!số )(?<!quyết )(?<!định )\b(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})\s+"
    r"(?:(?!(?:do|được|bị|đã|sẽ)\b)[^\W\d]+\s+){1,14}(?:nào|gì)\b"
)
_ASKED_LIST = re.compile(
    r"\bnào\b|\bgì\b|liệt kê|\bkể\b|\bnêu\b|gồm|lần lượt|bao nhiêu|từng|những ai"
)
_COUNT = re.compile(
    r"\b(hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})\s+(?:[^\W\d]+\s+){1,6}(?:nào|gì)\b"
)
_TAIL = r"(?:\s+(?:ạ|nhỉ|vậy|thế|hả|nhé|ha|hở|à))*\s*[?.!]*\s*$"
_YES_NO = re.compile(
    rf"(?:\b(?:có|đã|phải|đúng|được|cần|nên|sẽ|bị|còn)\b.*\s(?:không|chưa)|phải không|đúng không"
    rf"|được không|hay không|đúng chứ|phải chăng.*|có phải .*|có đúng .*|đúng là .*){_TAIL}"
)
_YES_NO_OPENING = re.compile(r"^(?:có phải|có đúng|phải chăng|liệu|có đúng là|đúng là)\b")
_ANY_SUCH = re.compile(  # "Có chỉ tiêu nào giao cho Bộ Tài chính không?"
    rf"^\W*(?:có|còn|đã có) (?!bao nhiêu|mấy)(?:[^\W\d_]+ ){{1,5}}nào\b.*\b(?:không|chưa){_TAIL}"
)
_WH = re.compile(
    r"bao nhiêu|\bmấy\b|\bai\b|\bnào\b|\bgì\b|ở đâu|tại đâu|khi nào|bao giờ|vì sao|tại sao|ra sao"
)
_HOW_MANY = re.compile(  # "có bao nhiêu doanh nghiệp công nghệ số?", with nothing said of them
    r"\b(?:có|còn|gồm|là)\s+(?:\w+\s+){0,2}(?:bao nhiêu|mấy)\s+(?!phần trăm|%)"
    r"(?:(?!được|đạt|phải|có|biết|đã|sẽ|dùng|tham|ứng|sử|không)[^\W\d]+\s*){1,6}\W*$"
)
_ANCHOR = 7
_PRESENT = re.compile(r"\b(?:hiện (?:nay|tại|giờ|đang)|thực tế|bây giờ|lúc này)\b")
_CONFIRM = re.compile(r"có phải|phải không|đúng không|có đúng|đúng chứ|phải chăng|đúng là")
_DAY = re.compile(r"\b(?:ngày|năm|tháng) (?:nào|mấy|bao nhiêu)")
_FIRM = re.compile(r"bao nhiêu|\bmấy\b|bao lăm")
_UNIT = re.compile(
    r"(?:bao nhiêu|mấy)\s+(phần trăm|%|[^\W\d_]+(?:\s+[^\W\d_]+)?)|(?:tính bằng|theo)\s+(usd|đô la)"
)


def analyse(text: str, extra: tuple[str, ...] = ()) -> Question:
    """Return what ``text``, a repaired question, asks for."""
    form = comparable(text)
    yes_no = bool(_YES_NO_OPENING.search(form) or _ANY_SUCH.search(form)) or (
        bool(_YES_NO.search(form)) and not _WH.search(form)
    )
    found = mentions(text)
    return Question(
        text=text,
        asks=_asked(form, yes_no=yes_no),
        listed=not yes_no and bool(_LIST.search(form)) and bool(_ASKED_LIST.search(form)),
        yes_no=yes_no,
        count=_count(form),
        unit=_unit(form),
        terms=content_terms(text, _figure_spans(found)),
        mentions=found,
        how_many=bool(_HOW_MANY.search(form)),
        anchor=_anchor(form),
        extra=extra,
    )


def _anchor(form: str) -> tuple[str, ...]:
    """Return up to seven words before the last "gì" or "nào", the nearest last."""
    places = [match.start() for match in re.finditer(r"\b(?:gì|nào)\b", form)]
    if not places:
        return ()
    words = re.findall(r"[^\W_]+", form[: places[-1]])
    return tuple(words[-_ANCHOR:])


def _figure_spans(found: Mentions) -> list[Span]:
    return [quantity.number_span for quantity in found.quantities] + [
        time.core for time in found.times
    ]


def _asked(form: str, *, yes_no: bool) -> tuple[Asks, ...]:
    if yes_no:
        return (Asks.ANYTHING,)
    found = [(match.start(), kind) for kind, p in _PATTERNS if (match := p.search(form))]
    kinds = [kind for _, kind in found]
    if Asks.THING in kinds and len(kinds) > 1:
        kinds.remove(Asks.THING)
    return tuple(kinds) or (Asks.ANYTHING,)


def _count(form: str) -> int | None:
    if match := _COUNT.search(form):
        word = match.group(1)
        return int(word) if word.isdigit() else _NUMBER_WORDS[word]
    return None


def _unit(form: str) -> str:
    match = _UNIT.search(form)
    if match is None:
        return ""
    unit = match.group(1) or match.group(2)
    return "%" if unit == "phần trăm" else unit
