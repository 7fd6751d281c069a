"""Noun phrases that may answer "X nào", "ai", "ở đâu": whole names, and what a noun begins.

A name found by `corpus.names` is widened to all that belongs to it ("Ủy ban quốc gia về Thanh niên
Việt Nam", "Bộ KH&ĐT"); a noun of the question begins a phrase in the text that ends where a
function word, a mark or the next word of the question stands.

What this module does not know: which phrase answers (`assistant.reading.slots`).
"""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.annotations import Clause
from assistant.reading.slots import words_of
from corpus.clauses import phrases_of
from corpus.model import Span
from corpus.name_words import HEADS, TITLES
from corpus.normalize import Token, comparable, forms_of, syllables, tokens
from corpus.quantities import NamedBody, NameKind

_NAMESAKE = re.compile(r" Hồ Chí Minh\b")  # bodies that bear a person's name
_AND_INITIALS = re.compile(r"&[^\W\d_]+")
_SHORT_FORM = re.compile(r" \([^\W\d_][\w&-]*\)")
_ABOUT = re.compile(r" về(?: [^\W\d_]+){1,6}")
_OFFICE = re.compile(
    r"(?:(?:các )?(?:phó )?(?:thủ tướng|chủ tịch|bộ trưởng|thứ trưởng|tổng giám đốc|giám đốc"
    r"|tổng bí thư|bí thư|viện trưởng|thống đốc|thủ trưởng|chủ nhiệm|trưởng ban|cục trưởng"
    r"|vụ trưởng|hiệu trưởng|chánh án|tổng thư kí|người đứng đầu|đại diện|lãnh đạo)) $"
)
_LONGEST_OFFICE = 24
_RANK = re.compile(
    r"(?:Phó|Chủ|Bí|Trưởng|Giám|Bộ trưởng|Thứ trưởng)\b"
)  # "đồng chí Phó Chủ tịch …"
_AT = re.compile(r"\b(?:tại|ở|trên địa bàn) (?!(?:cấp|mức|chỗ|đây|đó|khoản|điều|điểm|lễ|nhiều)\b)")
# Words that no noun phrase holds: what follows them is said of it.
_ENDS = words_of(
    "là được bị do sẽ đã đang phải cần để nhằm khi mà thì nên theo tại ở từ đến vào gồm "
    "bao như giữ chủ đi này đó đồng nhưng không chưa chỉ cũng vẫn với trên dưới bởi nếu "
    "có chịu thuộc hoặc"
)
_ENDS_AFTER_A_CLASS = (_ENDS - {"có", "với", "trên", "từ", "chủ", "hoặc"}) | {"trong", "các"}
_HAPPENS = frozenset((("diễn", "ra"), ("xảy", "ra"), ("bắt", "đầu"), ("kết", "thúc")))
_ANY_BODY = frozenset(
    (("đơn", "vị"), ("cơ", "quan"), ("tổ", "chức"), ("bên",), ("chủ", "thể"), ("cấp",), ("nơi",))
)
# "Bộ nào" asks for a ministry.
_NO_MINISTRY = ("bộ chính trị", "bộ tư lệnh", "bộ chỉ huy", "bộ tổng")
_LONGEST = 16
_AUXILIARY = frozenset(("sẽ", "đã", "đang", "phải", "cần", "được", "có", "cũng", "là"))
_THINGS = words_of("việc giấy đơn mức phí thẻ phiếu mẫu quyền bản khoản điểm điều")
_THING_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "hồ sơ",
        "thời hạn",
        "thời gian",
        "thủ tục",
        "trình tự",
        "văn bản",
        "quy định",
        "điều kiện",
        "lệ phí",
        "chi phí",
        "kinh phí",
        "nguồn vốn",
        "hình thức",
        "trường hợp",
        "nội dung",
        "kết quả",
        "quyết định",
        "thẩm quyền",
    )
)
_BEFORE_SUBJECT = frozenset(("đó", "do", "thì", "mà", "khi", "nếu", "để", "theo", "rằng", "vì"))


def persons_in(clause: Clause) -> list[Span]:
    """Return the persons a clause names, their titles left out ("Bà Nguyễn …": Nguyễn …)."""
    found: list[Span] = []
    for body in clause.mentions.bodies:
        first, _, rest = body.text.partition(" ")
        titled = comparable(first) in TITLES and " " in rest.strip() and not _RANK.match(rest)
        if titled and body.kind is not NameKind.BODY:
            found.append(Span(body.span.end - len(rest), body.span.end))
        elif body.kind is NameKind.PERSON and not _RANK.match(rest):
            found.append(body.span)
    return found


def bodies_in(text: str, clause: Clause) -> list[Span]:
    """Return the bodies and other names of a clause, each whole; persons are left out."""
    persons = persons_in(clause)
    names = [body for body in clause.mentions.bodies if body.kind is not NameKind.PERSON]
    return [
        _whole(text, clause.span, body)
        for body in names
        if not any(body.span.overlaps(one) for one in persons)
    ]


def officers_in(text: str, clause: Clause) -> list[Span]:
    """Return who may act: the bodies and names of a clause, with the office before one's name.

    "Thủ tướng Chính phủ" acts, and not the "Chính phủ" in it.
    """
    found: list[Span] = []
    for span in bodies_in(text, clause):
        before = text[max(clause.span.start, span.start - _LONGEST_OFFICE) : span.start]
        office = _OFFICE.search(comparable(before))
        found.append(Span(span.start - len(office.group(0)), span.end) if office else span)
    return found


def is_of(text: str, span: Span, noun: Sequence[str]) -> bool:
    """Tell whether a name is of the kind that ``noun`` names: "Bộ Y tế" of "bộ"."""
    form = comparable(span.of(text))
    return syllables(form)[: len(noun)] == [*noun] and not form.startswith(_NO_MINISTRY)


def _whole(text: str, clause: Span, body: NamedBody) -> Span:
    start, end = body.span.start, body.span.end
    before = text[clause.start : start].rsplit(" ", 2)
    if len(before) > 1 and not before[-1] and before[-2][:1].isupper():
        joined = f"{comparable(before[-2])} {body.key.split()[0]}"
        if joined in HEADS:
            start -= len(before[-2]) + 1
    about = _ABOUT.match(text, end, clause.end)
    if about and body.kind is NameKind.BODY and (stop := _last_capital(about.group(0))):
        end += stop
    for pattern in (_NAMESAKE, _AND_INITIALS, _SHORT_FORM):
        if more := pattern.match(text, end, clause.end):
            end = more.end()
    return Span(start, end)


def _last_capital(tail: str) -> int:
    """Return the end of a name that goes on after "về", 0 where what follows is no name."""
    words = list(re.finditer(r"\S+", tail))[1:]
    if not words or not words[0].group(0)[0].isupper():
        return 0
    end = 0
    for place, word in enumerate(words):
        lowered = not word.group(0)[0].isupper()
        last = place + 1 == len(words) or not words[place + 1].group(0)[0].isupper()
        if lowered and last and place != 1:
            break
        if lowered and comparable(word.group(0)) in _ENDS:
            break
        end = word.end()
    return end


def instances_in(text: str, clause: Span, noun: Sequence[str], after: frozenset[str]) -> list[Span]:
    """Return the phrases that begin with ``noun``, up to a function word or a word of ``after``.

    ``noun`` alone is no instance ("các ngành" does not tell which), nor is a body of any kind one.
    """
    if not noun or tuple(noun) in _ANY_BODY:
        return []
    return [
        span
        for phrase in phrases_of(text, clause)
        for span in _beginning_with(text, phrase, tuple(noun), after)
    ]


def _beginning_with(
    text: str, phrase: Span, noun: tuple[str, ...], after: frozenset[str]
) -> Iterator[Span]:
    forms = forms_of(phrase.of(text))
    if noun[0] not in forms:
        return
    inside = tokens(phrase.of(text))
    size = len(noun)
    places = [place for place in range(len(forms) - size) if forms[place : place + size] == noun]
    found = [Token(token.span.moved(phrase.start), token.text) for token in inside if places]
    for place in places:
        end = _end_of_phrase(text, found, forms, place + size, after)
        if end > place + size:
            yield Span(found[place].span.start, _closed(text, phrase, found[end - 1].span.end))


def _end_of_phrase(
    text: str, found: Sequence[Token], forms: Sequence[str], place: int, after: frozenset[str]
) -> int:
    named = place < len(found) and found[place].text[0].isupper()
    ends = _ENDS if named else _ENDS_AFTER_A_CLASS
    first = place
    while place < len(found) and place - first < _LONGEST:
        gap = text[found[place - 1].span.end : found[place].span.start]
        if tuple(forms[place : place + 2]) in _HAPPENS:
            break
        if forms[place] in ends or (forms[place] in after and place > first):
            break
        if gap.strip(" -–/&“\"'("):
            break
        place += 1
    return place


def _closed(text: str, phrase: Span, end: int) -> int:
    """Return the end of a phrase with the bracket or quote that it opened."""
    return end + 1 if text[end : end + 1] in (")", "”") and end < phrase.end else end


def places_in(text: str, clause: Span) -> list[Span]:
    """Return what follows "tại", "ở", "trên địa bàn" in a clause, up to a function word."""
    found: list[Span] = []
    for match in _AT.finditer(comparable(clause.of(text))):
        inside = [
            Token(token.span.moved(clause.start + match.end()), token.text)
            for token in tokens(text[clause.start + match.end() : clause.end])
        ]
        forms = [comparable(token.text) for token in inside]
        end = _end_of_phrase(text, inside, forms, 1, frozenset()) if inside else 0
        if end:
            found.append(Span(inside[0].span.start, inside[end - 1].span.end))
    return found


def _acts_not(forms: Sequence[str]) -> bool:
    """Tell whether what a phrase begins with can do nothing: "hồ sơ", "thời hạn"."""
    return forms[0] in _THINGS or tuple(forms[:2]) in _THING_PAIRS


def verb_after(words: str) -> tuple[str, ...]:
    """Return the two words that follow a body, auxiliaries before them left out: "chủ trì"."""
    forms = syllables(words)
    while forms and forms[0] in _AUXILIARY:
        forms = forms[1:]
    return tuple(forms[:2])


def subject_in(text: str, clause: Span, verb: Sequence[str]) -> Span | None:
    """Return what stands before the words ``verb`` in its phrase, without link words between.

    "Gia đình người cao tuổi có trách nhiệm …" for "Ai có trách nhiệm …?".
    """
    found = tokens(clause.of(text))
    forms = [comparable(token.text) for token in found]
    size = len(verb)
    places = (at for at in range(1, len(forms)) if forms[at : at + size] == [*verb])
    last = next(places, 0)
    while last and forms[last - 1] in _AUXILIARY:
        last -= 1
    first = last
    while first and forms[first - 1] not in _BEFORE_SUBJECT and last - first < _LONGEST:
        gap = text[
            clause.start + found[first - 1].span.end : clause.start + found[first].span.start
        ]
        if first < last and gap.strip(" -–/&“\"'("):
            break
        first -= 1
    if first == last or not forms[first].isalpha() or _acts_not(forms[first:last]):
        return None
    return Span(clause.start + found[first].span.start, clause.start + found[last - 1].span.end)
