"""What a question narrows and the evidence does not meet: the one place where near misses end.

A question about "bệnh viện chuyên khoa" is not answered by what a text says of "bệnh viện đa khoa",
nor one about "ngân sách trung ương" by a figure of "ngân sách thành phố". Each way below looks at
one kind of limit (a name, a place, a class, a modifier, a part set apart, for whom, per head, who
holds a post, a denial, a topic, a reason) and returns the words of the question that the evidence
does not meet; the refusal then says them beside the nearest that the text does state.

What this module does not know: times (`assistant.reading.times`), yes/no questions beyond names and
scopes (`assistant.reading.polarity`), how well evidence answers otherwise, or wording.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assistant.contrasts import Contrast
from assistant.matching import View
from assistant.question import Question
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence
from assistant.reading.mentioned import asks_for_persons
from assistant.reading.misfits import misfit
from assistant.reading.modifiers import changed, modifier
from assistant.reading.owners import PER_HEAD
from assistant.reading.reader import Reading
from assistant.reading.reasons import lacks_reason
from assistant.reading.scope import unmet_scope
from assistant.reading.short_of import unsaid_rank
from assistant.reading.slots import words_of
from assistant.reading.stretches import other_stretch
from assistant.reading.told_otherwise import is_told_otherwise
from assistant.reading.unknown import told_apart, unknown_name
from assistant.reading.unsaid import unsaid
from assistant.words import content_forms
from corpus.normalize import comparable, syllables
from corpus.places import keys_of
from corpus.quantities import NameKind


class Limit(StrEnum):
    """What kind of limit is not met: a name no document has, another scope, or anything else."""

    NAME = "name"
    SCOPE = "scope"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Miss:
    """A limit that is not met, and the words of the question that set it."""

    limit: Limit
    asked: str


_MET: Final = 0.5
_LIKE: Final = 0.75
"""What a word of like meaning meets at most: "xe buýt" is like "xe máy", and is not it."""
_UNMET: Final = 0.2
_DENIAL: Final = r"\b(?:không|chưa|chẳng)(?: (?:được|bị|phải|thể|có|hề))*"
_DENIED: Final = re.compile(rf"{_DENIAL} (?P<what>[^\W\d_]+ [^\W\d_]+)")
_BOUND: Final = words_of(
    "quá dưới trên vượt kém hơn ít thấp nhỏ lớn cao đến tới đủ nhớ biết rõ hiểu thấy chắc tính kể"
    " gồm bao chỉ những nên cần"
)
_SIGNS: Final = re.compile(
    r"\bai (?:(?:đã|là|người|sẽ|đặt bút) )*kí\b(?! (?:kết|hợp đồng))|người kí\b"
)
_SIGNED: Final = re.compile(r"\bkí\b|\bban hành\b|\bphê duyệt\b")
_WHEN_SIGNED: Final = re.compile(r"\b(?:ngày|khi|sau khi|từ khi) kí(?: ban hành)?\b")
_TOPIC: Final = re.compile(
    r"\bvề (?P<topic>.+?) (?:mang|có|là|được đánh|ghi)?\s*số (?:hiệu|mấy|bao nhiêu|nào|gì|là)"
)
_APART: Final = re.compile(
    r"\briêng (?:(?:tại|ở|với|đối với) )?(?!năm\b|giai đoạn\b)"
    r"(?P<who>(?:[^\d;,.()]|(?:(?<=nhóm )|(?<=hạng )|(?<=loại )|(?<=vùng )|(?<=quận )|(?<=khu ))\d"
    r"(?![\d.,])){2,40}?)"
    r" (?:(?:ước|có|là|đạt|chiếm|đón|khoảng|trên|gần|hơn) )*\d"
)
_FOR: Final = re.compile(r"\bdành (?:riêng )?cho (?P<whom>(?:[^\W\d_]+ ?){1,6})")
_OF_EACH: Final = re.compile(r"\b(?:người|đầu|bình quân|mỗi|từng)\b")
_OFFICE: Final = (
    r"(?:chủ tịch|bí thư|thủ tướng|bộ trưởng|thứ trưởng|giám đốc|trưởng ban|trưởng phòng"
    r"|viện trưởng|hiệu trưởng|cục trưởng|vụ trưởng|chánh văn phòng|chủ nhiệm|tổng thư kí)"
)
_OFFICES: Final = re.compile(rf"\b(?:tổng |phó )?{_OFFICE}\b")
_NAME: Final = re.compile(r"\b(?:trưởng|phó|chủ|cán bộ|bí thư)\b.* (?:tên (?:là )?gì|là ai)\b")
_PROPOSED: Final = re.compile(r"\btheo đề nghị của [^;.]*")
_HELD: Final = re.compile(r"\b(?:làm|là|kiêm|giữ|đảm nhiệm|đứng đầu|phụ trách)\b|:")
_POST: Final = re.compile(
    rf"\bai\b.*\b{_OFFICE}\b|\b{_OFFICE}\b.*\b(?:là ai|tên gì|tên là gì)\b|\b{_OFFICE} nào\b"
)


def unmet_narrowing(reading: Reading, best: Evidence, annotations: Annotations) -> Miss | None:
    """Return the first limit of the question that the evidence does not meet, or None."""
    question = reading.question
    if (name := unknown_name(question, annotations)) and not told_apart(name, best):
        return Miss(Limit.NAME, name)
    if scope := unmet_scope(question, best) or other_stretch(question.text, best):
        return Miss(Limit.SCOPE, _as_typed(question, scope))
    if asks_for_persons(question) and not reading.mentioned:
        return Miss(Limit.OTHER, question.text)
    for limit, way in _FOR_YES_OR_NO if question.yes_no else _WAYS:
        if asked := way(reading, best):
            return Miss(limit, _as_typed(question, asked))
    return None


def replaced(reading: Reading, best: Evidence, under: float) -> list[Contrast]:
    """Return the contrasts of whose phrase the clause meets some word by less than ``under``."""
    met = reading.matcher.met(View.of(best.told)) if best.contrasts else ()
    unmet = {
        term.text for term, share in zip(reading.matcher.terms, met, strict=False) if share < under
    }
    return [one for one in best.contrasts if unmet & set(one.asked.split())]


def _other_kind(reading: Reading, best: Evidence) -> str:
    """Return what the question names and the clause replaces by another of its kind, or ""."""
    found = (one.asked for one in replaced(reading, best, _LIKE))
    return next((asked for asked in found if not is_told_otherwise(reading, best, asked)), "")


def _set_apart(reading: Reading, best: Evidence) -> str:
    """Return what the text sets apart with a figure of its own, and the evidence is another.

    "159 chợ, riêng thành phố Huế 25 chợ; 14 siêu thị": the 14 are not those of Huế.
    """
    if best.span is None:
        return ""
    start = best.notes.passage.span.start
    asked = comparable(reading.question.text)
    for found in _APART.finditer(comparable(best.notes.document.quote(best.notes.passage.span))):
        own = start + found.start() <= best.span.start < start + found.end()
        if not own and re.search(rf"\b{re.escape(found['who'])}\b", asked):
            return found["who"]
    return ""


def _for_whom(reading: Reading, best: Evidence) -> str:
    """Return for whom something is, where the clause says that it is for others, or ""."""
    asked = _FOR.search(comparable(reading.question.text))
    told = _FOR.search(comparable(best.told))
    if asked is None or told is None:
        return ""
    wanted = content_forms(asked["whom"].split())
    met = dict(
        zip(
            (term.text for term in reading.matcher.terms),
            reading.matcher.met(View.of(told["whom"])),
            strict=True,
        )
    )
    unmet = [form for form in wanted if met.get(form, 1.0) < _MET]
    return asked["whom"].strip() if wanted and len(unmet) >= _MET * len(wanted) else ""


def _per_head(reading: Reading, best: Evidence) -> str:
    """Return the words that ask for a figure per head, where it is one of the whole, or ""."""
    asked = PER_HEAD.search(comparable(reading.question.text))
    if asked is None or not best.typed or best.span is None:
        return ""
    whole = best.notes.document.quote(best.notes.passage.span)
    return "" if _OF_EACH.search(comparable(f"{best.told} {whole}")) else asked.group(0)


def _post(reading: Reading, best: Evidence) -> str:
    """Return the post whose holder is asked for, where the clause names no one, or ""."""
    form = comparable(reading.question.text)
    asked = _POST.search(form)
    if asked is None:
        nameless = _NAME.search(form) if best.notes.row is not None and not best.typed else None
        return nameless.group(0) if nameless else ""
    said = frozenset(syllables(reading.question.text))
    told = set(_OFFICES.findall(_PROPOSED.sub(" ", comparable(best.quote))))
    asked_for = _OFFICES.findall(form)
    if asked_for and all(f"phó {own}" in told and own not in told for own in asked_for):
        return asked.group(0)  # a deputy is not the head
    if any(office not in form for office in told) and _HELD.search(comparable(best.quote)):
        return ""  # the holder is told by another office: "do đồng chí Tổng Bí thư làm Trưởng ban"
    for name in best.notes.sentence.mentions.bodies:
        parts = (
            set(syllables(name.text))
            - said
            - {part for k in keys_of(name.text) for part in k.split()}
        )
        if name.kind is not NameKind.BODY and len(parts) > 1 and best.clause.overlaps(name.span):
            return ""
    return asked.group(0)


def denied(reading: Reading, best: Evidence) -> str:
    """Return a verb that the question denies and the evidence affirms, or "".

    "Bao nhiêu đại biểu không tán thành?" is not answered by how many did.
    """
    told = comparable(best.quote)
    for match in _DENIED.finditer(comparable(reading.question.text)):
        what = match["what"]
        if what.split()[0] in _BOUND or not re.search(rf"\b{what}\b", told):
            continue
        if not re.search(rf"{_DENIAL}(?: [^\W\d_]+){{0,2}}? {what}\b", told):
            return match.group(0)
    return ""


def other_topic(reading: Reading, best: Evidence) -> str:
    """Return what the document whose number is asked for is about, where this is of another, or "".

    The number of a resolution "về kinh tế tư nhân" is not that of one "về đầu tư nước ngoài".
    """
    question = reading.question
    match = _TOPIC.search(comparable(question.text)) if question.asks_number else None
    if match is None:
        return ""
    wanted = content_forms(match["topic"].split())
    told = frozenset(syllables(best.notes.document.quote(best.notes.passage.span)))
    unmet = sum(form in told for form in wanted) <= _MET * len(wanted)
    return match["topic"] if unmet else ""


def _reason(reading: Reading, best: Evidence) -> str:
    return reading.question.text if lacks_reason(reading.question, best) else ""


def _signer(reading: Reading, best: Evidence) -> str:
    """Return who signs, where the evidence tells of no one who signs anything, or ""."""
    asked = _SIGNS.search(comparable(reading.question.text))
    told = _SIGNED.search(_WHEN_SIGNED.sub(" ", comparable(best.told)))
    return asked.group(0) if asked and not told else ""


def _misfit(reading: Reading, best: Evidence) -> str:
    return misfit(reading.question, best)


def _as_typed(question: Question, words: str) -> str:
    """Return comparable words of the question as they stand in it."""
    at = comparable(question.text).find(words)
    return question.text[at : at + len(words)] if at >= 0 else words


def _rank(reading: Reading, best: Evidence) -> str:
    return unsaid_rank(reading.question, best)


_Ways = tuple[tuple[Limit, Callable[[Reading, Evidence], str]], ...]
_FOR_YES_OR_NO: Final[_Ways] = ((Limit.OTHER, _rank),)
_WAYS: Final[_Ways] = (
    *_FOR_YES_OR_NO,
    (Limit.OTHER, _reason),
    (Limit.OTHER, denied),
    (Limit.OTHER, other_topic),
    (Limit.OTHER, _post),
    (Limit.OTHER, _signer),
    (Limit.OTHER, unsaid),
    (Limit.SCOPE, _other_kind),
    (Limit.SCOPE, modifier),
    (Limit.SCOPE, changed),
    (Limit.SCOPE, _set_apart),
    (Limit.SCOPE, _for_whom),
    (Limit.OTHER, _per_head),
    (Limit.OTHER, _misfit),
)
