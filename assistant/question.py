"""What a question asks for: the kind of answer, a list or not, yes or no, years, content words.

Pure rules on the repaired Vietnamese question; the patterns are written in the comparable form
of `corpus.normalize` (lowercase, ``tỷ`` as ``tỉ``, ``kỳ`` as ``kì``).

What this module does not know: the documents, or whether they answer.
"""

import re
from dataclasses import dataclass, replace

from assistant.asked import Asks, asked_kinds, asks_for_number, names_person
from assistant.words import LIGHT_WEIGHT, Term, content_terms
from corpus.model import Span
from corpus.normalize import comparable, tokens
from corpus.places import COUNTRY, places_in
from corpus.quantities import Mentions, TimeMention, mentions

__all__ = ["Asks", "Question", "analyse"]


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
        form = comparable(self.text)
        return bool(_PRESENT.search(form)) and not _AIM.search(form)

    @property
    def asks_confirmation(self) -> bool:
        """Tell whether a statement is put up to be confirmed ("có phải … không?")."""
        return self.yes_no and bool(_CONFIRM.search(comparable(self.text)))

    @property
    def wants_day(self) -> bool:
        """Tell whether only a date or year answers ("ngày nào"); "khi nào" may be told in words."""
        return self.wants(Asks.DATE) and bool(_DAY.search(comparable(self.text)))

    @property
    def asks_number(self) -> bool:
        """Tell whether only the number of a document answers ("mang số bao nhiêu")."""
        return self.wants(Asks.DOCUMENT_NUMBER) and asks_for_number(self.text)

    @property
    def firm(self) -> bool:
        """Tell whether only a thing of the kind asked for answers: a figure, a day, a person."""
        kind = self.asks[0] in _ONLY or (self.asks[0] is Asks.PERSON and not self._may_be_a_group)
        kind |= bool(_ONE_OF.search(comparable(self.text))) and not self.yes_no
        kind |= self.asks[0] is Asks.POST and bool(_OFFICE_HELD.search(comparable(self.text)))
        named = kind and not self.listed
        return named or self.wants_figure or self.wants_day or self.asks_number

    @property
    def asks_doer(self) -> bool:
        """Tell whether it is asked by whom a thing is done: "do ai tổ chức"."""
        return _BY_WHOM.search(comparable(self.text)) is not None

    @property
    def _may_be_a_group(self) -> bool:
        """Tell whether "ai" may be a group or a body: who acts, or who is acted for."""
        form = comparable(self.text)
        whoever = _WHOEVER.search(form) is not None and _OFFICE.search(form) is None
        return whoever or _GROUP.search(form) is not None

    @property
    def _times(self) -> list[TimeMention]:
        """The times asked about, without those that a figure is set against ("so với năm 2015")."""
        form = comparable(self.text)
        times = self.mentions.times
        return [time for time in times if not _AGAINST.search(form[: time.span.start])]

    @property
    def years(self) -> frozenset[int]:
        """The single years asked about (the ends of periods are in ``periods``)."""
        return frozenset(
            time.start_year
            for time in self._times
            if time.start_year and time.start_year == (time.end_year or time.start_year)
        )

    @property
    def periods(self) -> frozenset[tuple[int, int]]:
        """The periods asked about, as first and last year."""
        return frozenset(
            (time.start_year, time.end_year)
            for time in self._times
            if time.start_year and time.end_year and time.start_year != time.end_year
        )

    @property
    def counted(self) -> str:
        """What is counted, comparable: "xã" in "bao nhiêu xã" and "số xã là bao nhiêu", or ""."""
        head = _COUNTED_HEAD.search(comparable(self.text)) if not self.unit else None
        return head["noun"] if head else self.unit

    def wants(self, kind: Asks) -> bool:
        """Tell whether an answer of ``kind`` is asked for."""
        return kind in self.asks


_AGAINST = re.compile(r"\bso(?: với| sánh với)?(?: cùng kì| mức| thời điểm| cuối| đầu)*(?: năm)? $")
_NUMBER_WORDS = dict(
    zip(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), range(2, 11), strict=True)
)
_LIST = re.compile(
    r"\b(?:những|các)\s+(?:(?!(?:với|do|bởi|(?<!tồn )(?<!hiện )tại|ở|vào)\b)[^\W_]+[\s,]+){0,9}"
    r"(?:nào|gì)\b"
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
    r"|(?:\d|\blà\b).*\S (?:à|hả|ư)\W*$"  # "Ban hành năm 2021 à?"
)
_YES_NO_OPENING = re.compile(r"^(?:có phải|có đúng|phải chăng|liệu|có đúng là|đúng là)\b")
_ANY_SUCH = re.compile(  # "Có chỉ tiêu nào giao cho Bộ Tài chính không?"
    rf"^\W*(?:có|còn|đã có) (?!bao nhiêu|mấy)(?:[^\W\d_]+ ){{1,8}}nào\b.*\b(?:không|chưa){_TAIL}"
    r"|\b(?:có|còn|đã|được) (?!bao nhiêu|mấy)(?:[^\W\d_]+ ){1,7}(?:nào|gì) (?:khác )?"
    rf"(?:không|chưa){_TAIL}"  # "Bộ Công Thương có chủ trì chỉ tiêu nào không?"
    rf"|\bđã (?:[^\W\d_]+ ){{1,7}}(?:nào|gì|ai)\b.*\bchưa{_TAIL}"  # "Đã xã nào đạt chuẩn chưa?"
)
_WH = re.compile(
    r"bao nhiêu|\bmấy\b|\bai\b|\bnào\b|\bgì\b|ở đâu|tại đâu|khi nào|bao giờ|vì sao|tại sao|ra sao"
)
_HOW_MANY = re.compile(  # "có bao nhiêu doanh nghiệp công nghệ số?", with nothing said of them
    r"\b(?:có|còn|gồm|là)\s+(?:\w+\s+){0,2}(?:bao nhiêu|mấy)\s+(?!phần trăm|%)"
    r"(?:(?!được|đạt|phải|có|biết|đã|sẽ|dùng|tham|ứng|sử|không)[^\W\d]+\s*){1,6}\W*$"
)
_ANCHOR = 7
_ONLY = frozenset((Asks.ORDINAL, Asks.CLOCK, Asks.PHONE))
_OFFICE_HELD = re.compile(r"\b(?:giữ|nắm|đảm nhiệm) chức(?: vụ| danh)? (?:gì|nào)\b")
_ONE_OF = re.compile(  # "cơ sở nào" and "cán bộ nào" name no office
    r"(?<!cán )(?<!đảng )(?<!nội )(?<!tiến )(?<!cơ )(?<!trụ )"
    r"\b(?:bộ|sở|phường|xã|huyện|quận|tỉnh) nào\b"
)
_PRESENT = re.compile(
    r"^\W*hiện (?!đại|trạng|thực|vật)"
    r"|\b(?:hiện (?:nay|tại|giờ|đang|có|còn|đạt|chiếm|mới|được|là|ở)|thực tế|bây giờ|lúc này"
    r"|trước đây|hồi trước|lúc trước)\b"
)
_AIM = re.compile(r"\b(?:mục tiêu|kế hoạch|dự kiến|phấn đấu|chỉ tiêu)\b")
_CONFIRM = re.compile(
    r"có phải|phải không|đúng không|có đúng|đúng chứ|phải chăng|đúng là|\b(?:à|hả|ư)\W*$"
)
_DAY = re.compile(r"\b(?:ngày|năm|tháng) (?:nào|mấy|bao nhiêu)")
_WHOEVER = re.compile(r"\b(?:được|bị|cho|do|bởi|với|cùng|nhờ) ai\b")
_BY_WHOM = re.compile(r"\b(?:do|bởi) (?:ai|(?:cơ quan|đơn vị|tổ chức|bên) nào)\b")
_GROUP = re.compile(
    r"\b(?:đối tượng|thành phần|lực lượng)(?: [^\W\d_]+){1,6} (?:là|gồm) (?:những )?ai\b"
    r"|\bai (?:được coi )?là (?:những |các )?(?:đối tượng|thành phần|lực lượng)\b"
)
_OFFICE = re.compile(
    r"\b(?:là ai|tên|kí|chủ tịch|bí thư|giám đốc|hiệu trưởng|trưởng|phó|đứng đầu|chủ nhiệm|bổ nhiệm"
    r"|chỉ định|bầu|ông|bà(?! con))\b"
)
_FIRM = re.compile(r"bao nhiêu|\bmấy\b|bao lăm")
_COUNTED_HEAD = re.compile(r"\b(?:tổng )?số (?:lượng )?(?P<noun>(?!liệu)[^\W\d_]+ [^\W\d_]+)\b")
_UNIT = re.compile(
    r"(?:bao nhiêu|mấy)\s+(?!(?:một|mỗi|1) )"  # "giá bao nhiêu một tấn" counts no tons
    r"(?!(?:so|trong|ở|tại|vào|cho|về|từ|đến|tới|để|theo|do|vì|thì|là|nếu|khi|với|và|hay|đối|mà)\b)"
    r"(phần trăm|%|héc[- ]?ta\b|ki[- ]?lô[- ]?mét\b"
    r"|[^\W\d_]+[23]?(?:\s+[^\W\d_]+(?:(?<=\bm)[23]|(?<=\bkm)2)?)?)"
    r"|(?:tính bằng|theo)\s+(usd|đô la)"
)


_DAYS = re.compile(r"bữa(?! (?:ăn|cơm|sáng|trưa|tối|chính|phụ|tiệc|nhậu))\b")
_SOME = re.compile(  # "mấy nhà khoa học … bao nhiêu …": several, where another word asks
    r"(?P<before>^\W*)mấy(?=\s+[^,;?]*\b(?:bao nhiêu|ai|gì|nào|đâu|sao|bao giờ)\b)",
    re.IGNORECASE,
)
_NUMBER_NAMED = re.compile(  # "Vườn quốc gia Ba Vì" counts no three
    r"(?<=[^\W\d_] )(?:Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)(?= )"
)
_CALLED = re.compile(  # "Giám đốc bệnh viện tên gì?"
    r"(?P<who>\b(?:trưởng|phó|chủ tịch|giám đốc|bí thư|chủ nhiệm|thứ trưởng|đội trưởng|viện trưởng"
    r"|hiệu trưởng|tư lệnh|người|con trai|con gái|vợ|chồng)\b[^?]*?)"
    r" (?:có )?tên (?:là )?gì\b",
    re.IGNORECASE,
)


def analyse(text: str, extra: tuple[str, ...] = ()) -> Question:
    """Return what ``text``, a repaired question, asks for."""
    text = _SOME.sub(r"\g<before>các", text)
    form = comparable(text)
    text = _CALLED.sub(r"\g<who> là ai", text)
    yes_no = bool(_YES_NO_OPENING.search(form) or _ANY_SUCH.search(form)) or (
        bool(_YES_NO.search(form)) and not _WH.search(form)
    )
    found = mentions(text)
    listing = comparable(_NUMBER_NAMED.sub("x", text))
    return Question(
        text=text,
        asks=asked_kinds(form, yes_no=yes_no, person=names_person(found)),
        listed=not yes_no and bool(_LIST.search(listing) and _ASKED_LIST.search(form)),
        yes_no=yes_no,
        count=_count(listing),
        unit=_unit(form),
        terms=_terms(text, found),
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


def _terms(text: str, found: Mentions) -> tuple[Term, ...]:
    """Return the content words, of which the whole country counts little: "dân số Việt Nam".

    A name has it as a part ("Ngân hàng Nhà nước Việt Nam"), and must be met whole.
    """
    terms = content_terms(text, _figure_spans(found))
    names = [body.span for body in found.bodies]
    country = [
        place.span
        for place in places_in(text)
        if place.key == COUNTRY
        and not any(one.covers(place.span) and one != place.span for one in names)
    ]
    said = tokens(text) if country else []
    return tuple(
        replace(term, weight=LIGHT_WEIGHT)
        if any(one.overlaps(said[term.place].span) for one in country)
        else term
        for term in terms
    )


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
    if _DAYS.match(unit):  # "nghỉ mấy bữa?"
        return "ngày"
    return "%" if unit == "phần trăm" else unit
