"""Whether evidence speaks of what a question is limited to: a place, an area, a class, a grade.

"Tỷ lệ đô thị hóa của cả nước" is not met by Hà Nội's, "khu vực nông thôn" not by "đô thị", "học
sinh lớp 7" not by "lớp 5". A document about one place (its title names it) speaks of that place
wherever it names no other.

What this module does not know: synonyms, or how well evidence answers otherwise.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from assistant.question import Asks, Question
from assistant.reading.evidence import Evidence
from corpus.model import Document
from corpus.normalize import comparable
from corpus.numbered import find_numbered
from corpus.places import COUNTRY, Place, keys_of, places_in

# Words that exclude one another; those of one group between bars are the same.
_FAMILIES: Final = tuple(
    tuple(tuple(word.strip() for word in group.split("|")) for group in family.split(","))
    for family in """
nông thôn, đô thị|thành thị
nội thành, ngoại thành
miền núi|vùng núi|vùng cao, ven biển, đồng bằng, hải đảo
mầm non|mẫu giáo, tiểu học|cấp 1|cấp một|lớp 1|lớp 2|lớp 3|lớp 4|lớp 5, trung học cơ sở|thcs\
|cấp 2|cấp hai|lớp 6|lớp 7|lớp 8|lớp 9, trung học phổ thông|thpt|cấp 3|cấp ba|lớp 10|lớp 11\
|lớp 12, đại học, cao đẳng
nữ|phụ nữ, nam giới
cấp tỉnh, cấp huyện, cấp xã
xuất khẩu, nhập khẩu
công lập|trường công, ngoài công lập|tư thục|dân lập|trường tư
khách nội địa|khách trong nước|khách du lịch nội địa, khách quốc tế|khách nước ngoài\
|khách ngoại quốc|khách du lịch quốc tế
khu vực nhà nước, khu vực ngoài nhà nước|khu vực tư nhân, nước ngoài|fdi
""".strip().splitlines()
)
_AREA: Final = re.compile(
    r"\b(?:khu vực|ở|tại|vùng|địa bàn|cư dân|dân|dân cư|hộ|hộ dân|người dân|của)"
    r" (nông thôn|thành thị|đô thị|miền núi|ngoại thành|nội thành|vùng cao|hải đảo"
    r"|ven biển|đồng bằng)\b"
    r"(?! (?:hóa|mới|thông minh|hiện đại|hạt nhân|vệ tinh|xanh))"
)
_GRADE: Final = re.compile(
    r"\b(?:lớp|khối|quý|hạng|bậc|loại|nhóm|đợt|vòng|khu vực)"
    r" (?:[0-9]{1,2}|i{1,3}|iv|vi{0,3}|[a-eđ])\b"
    r"|\b[1-7] sao\b"
)
#: A stage is often told by its years only, so that what does not name it may still be of it.
_STAGE: Final = re.compile(
    r"\bgiai đoạn (?:[0-9]{1,2}|i{1,3}|iv|đầu|một|hai|ba)\b(?![./-][0-9])(?! ?[-–] ?[0-9])"
)
_SMALL_WORDS: Final = re.compile(
    r"(?: (?!(?:tại|ở|của|trên|trong|cho|về|và|với|đến|từ|là|tỉnh|huyện|xã)\b)[^\W\d_]+){1,2} "
)
_DIGITS: Final = tuple(str(number) for number in range(1, 13))
_MARKS: Final = ("i", "ii", "iii", "iv", "v", *"abcdđe", "đầu", "một", "hai", "ba")
_SAME_NUMBERS: Final = (("1", "i", "một", "đầu"), ("2", "ii", "hai"), ("3", "iii", "ba"))
_ROUNDS: Final = frozenset(("lần", "khóa", "họp", "nghị", "hội"))
_OFTEN: Final = 3
_COMPARED: Final = re.compile(r"\b(?:so với|gấp|hơn|bằng|đi đầu|dẫn đầu|đứng đầu|nhất)[^,;]{0,24}$")


def unmet_scope(question: Question, evidence: Evidence) -> str:
    """Return what the question is limited to that the evidence does not speak of, or ""."""
    return (
        _unmet_grade(question, evidence)
        or _other_time_round(question, evidence)
        or _unmet_stage(question, evidence)
        or _unmet_class(question, evidence)
        or _unmet_place(question, evidence)
    )


@lru_cache(maxsize=256)
def classes_asked(text: str) -> tuple[str, ...]:
    """Return the words of a question that set one of several like things apart: "hạng 1"."""
    form = comparable(text)
    named = [word for family in _FAMILIES for group in family for word in group]
    return (
        *(match.group(0) for kind in (_GRADE, _STAGE) for match in kind.finditer(form)),
        *(word for word in named if _has(form, word)),
    )


def is_of_another_class(question: Question, evidence: Evidence) -> bool:
    """Tell whether another part of the sentence speaks of the class asked about, not this one.

    "100% chợ hạng 1, trên 40% chợ hạng 2": the second is not of "hạng 1". A class named before
    holds on, unless another takes its place.
    """
    asked = classes_asked(question.text) if question.wants(Asks.QUANTITY) else ()
    if not asked:
        return False
    told = comparable(evidence.told)
    text, start = evidence.notes.document.text, evidence.notes.passage.span.start
    whole = comparable(text[start : evidence.notes.passage.span.end])
    before = comparable(text[start : evidence.clause.start])
    after = comparable(text[evidence.clause.end : evidence.notes.passage.span.end])
    for word in asked:
        same = _same_as(word)
        if any(_has(told, one) for one in same):
            continue
        if not _has(whole, word) and _is_numbered(word):
            return any(_has(f"{before} {told}", one) for one in _kin_of(word))
        led = any(_has(before, one) for one in same)
        if not led and not any(_has(after, one) for one in same):
            continue
        others = [one for one in _kin_of(word) if one != word]
        if any(_has(told, one) for one in others) or not led:
            return True
    return False


def _is_numbered(word: str) -> bool:
    return bool(_GRADE.fullmatch(word) or _STAGE.fullmatch(word))


def _same_as(word: str) -> tuple[str, ...]:
    """Return the words of a family that mean the same as one of them, itself first."""
    groups = (group for family in _FAMILIES for group in family if word in group)
    return (word, *(one for group in groups for one in group if one != word))


def _kin_of(word: str) -> tuple[str, ...]:
    """Return the words of a word's family; of a grade, the same with other numbers."""
    kind, _, number = word.rpartition(" ")
    if kind and (number.isdigit() or number in _MARKS):
        return tuple(f"{kind} {other}" for other in (*_DIGITS, *_MARKS) if other != number)
    families = (family for family in _FAMILIES if any(word in group for group in family))
    apart = (group for family in families for group in family if word not in group)
    return tuple(one for group in apart for one in group)


def _unmet_grade(question: Question, evidence: Evidence) -> str:
    around = f" {_around(evidence)} "
    for match in _GRADE.finditer(comparable(question.text)):
        if not re.search(rf"(?<!\w){match.group(0)}(?!\w)", around):
            return match.group(0)
    return ""


def _other_time_round(question: Question, evidence: Evidence) -> str:
    """Return the round asked about, where the text around evidence tells only of others, or "".

    "Đại hội lần thứ XII" is not held when "Đại hội lần thứ XI" was.
    """
    asked = [one for one in find_numbered(question.text) if one.noun in _ROUNDS]
    told = find_numbered(_printed_around(evidence)) if asked else ()
    for one in asked:
        numbers = {other.number for other in told if other.noun == one.noun}
        if numbers and one.number not in numbers:
            return comparable(one.span.of(question.text))
    return ""


def _unmet_stage(question: Question, evidence: Evidence) -> str:
    """Return the stage asked about that the document names elsewhere, where no time is told."""
    if evidence.notes.sentence.mentions.times:
        return ""  # it may be told by its years
    around, document = _around(evidence), comparable(evidence.notes.document.text)
    for match in _STAGE.finditer(comparable(question.text)):
        noun, _, number = match.group(0).rpartition(" ")
        ways = [f"{noun} {way}" for way in _ways_of(number)]
        if any(_has(document, way) for way in ways) and not any(_has(around, w) for w in ways):
            return match.group(0)
    return ""


def _ways_of(number: str) -> tuple[str, ...]:
    return next((ways for ways in _SAME_NUMBERS if number in ways), (number,))


def _unmet_class(question: Question, evidence: Evidence) -> str:
    asked = comparable(question.text)
    stated = comparable(evidence.told)
    area = _AREA.search(asked)
    for family in _FAMILIES:
        wanted, met = _groups_in(asked, family), _groups_in(stated, family)
        if not wanted or any(group in met for group in wanted):
            continue
        limited = area is not None and any(area.group(1) in group for group in wanted)
        if met or (limited and not any(_has(_around(evidence), w) for g in wanted for w in g)):
            return next(word for group in wanted for word in group if _has(asked, word))
    return ""


def _groups_in(text: str, family: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the groups of a family that a text names: "ngoài công lập" is no "công lập"."""
    words = sorted((word for group in family for word in group), key=len, reverse=True)
    named: set[str] = set()
    for word in words:
        if _has(text, word):
            named.add(word)
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text)
    return [group for group in family if named.intersection(group)]


def _unmet_place(question: Question, evidence: Evidence) -> str:
    document = evidence.notes.document
    home = home_of(document)
    around = keys_of(_printed_around(evidence))
    told = keys_of(evidence.told)
    for place in places_in(question.text):
        bodies = question.mentions.bodies
        if any(
            body.span.covers(place.span) and len(body.span) > len(place.span) for body in bodies
        ):
            continue  # "Ngân hàng Nhà nước Việt Nam" is a name
        if _ends_a_name(question, place):
            continue
        if _COMPARED.search(comparable(question.text)[: place.span.start]):
            continue
        if comparable(place.span.of(question.text)) == "trong nước":
            continue  # "khách trong nước" are those from no other country
        if place.key == COUNTRY:
            if home and COUNTRY not in told:
                return place.span.of(question.text)
        elif place.key not in around | home and not _is_printed(place, question, evidence):
            return place.span.of(question.text)
    return ""


def _ends_a_name(question: Question, place: Place) -> bool:
    """Tell whether a place ends a name with a small word in it: "Hội Vận tải ôtô Việt Nam"."""
    before = (body for body in question.mentions.bodies if body.span.end <= place.span.start)
    gaps = [question.text[body.span.end : place.span.start] for body in before]
    return bool(gaps) and _SMALL_WORDS.fullmatch(comparable(gaps[-1])) is not None


def _is_printed(place: Place, question: Question, evidence: Evidence) -> bool:
    """Tell whether the text around evidence has a place's name, whatever it calls it there.

    A name of one syllable must stand as it was asked: "Pháp" is not in "Bộ Tư pháp".
    """
    if " " in place.key:
        return _has(_around(evidence), place.key)
    name = re.escape(place.span.of(question.text))
    return re.search(rf"(?<!\w){name}(?!\w)", _printed_around(evidence)) is not None


def home_of(document: Document) -> frozenset[str]:
    """Return the places a document is about: those its title names, or the one named most."""
    return _home(document.title, document.text)


@lru_cache(maxsize=512)
def _home(title: str, text: str) -> frozenset[str]:
    if named := keys_of(title) - {COUNTRY}:
        return named
    counted = Counter(place.key for place in places_in(text)).most_common(1)
    first = next((key for key, count in counted if count >= _OFTEN), COUNTRY)
    return frozenset({first} - {COUNTRY})


def _printed_around(evidence: Evidence) -> str:
    passage, document = evidence.notes.passage, evidence.notes.document
    spans = (*passage.headings, passage.context, passage.span)
    return "\n".join(document.quote(span) for span in spans)


def _around(evidence: Evidence) -> str:
    header = evidence.notes.header
    return f"{comparable(_printed_around(evidence))} {' '.join(header.forms) if header else ''}"


def _has(text: str, word: str) -> bool:
    form = comparable(word)
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None
