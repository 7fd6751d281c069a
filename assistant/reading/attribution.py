"""Who a question says issued, decided or reported something, held against who the text says did.

"Nghị quyết 29-NQ/TW của Bộ Chính trị" where the text has "của Ban Chấp hành Trung ương"; "UBND
thành phố ban hành …" where Thành ủy did; "Giám đốc Sở Tài chính Nguyễn Văn A" where the text gives
that person another office. A body that the text ties to the same thing anywhere is never denied.

What this module does not know: figures, or wording.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Difference, Evidence
from assistant.reading.reader import Reading
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantities import NamedBody, NameKind, mentions

_REACH: Final = 80
_OF: Final = re.compile(
    r"(?: (?:ngày|ban hành)[^,;.:?]{0,36}?)?,? (?:của|do) (?:(?:ông|bà|các) )?$"
)
_DECIDED: Final = (
    r"(?:(?:đã|sẽ|vừa|mới|cũng) )*(?:kí ban hành|ban hành|đề ra|phê duyệt|thông qua|kí|công bố"
    r"|đặt ra|đặt mục tiêu)\b"
)
_DECIDES: Final = re.compile(rf" {_DECIDED}")
_DECIDES_THE: Final = re.compile(rf" {_DECIDED}[^,;.?]{{0,48}}$")
_OFFICE: Final = re.compile(
    r"\b((?:tổng |phó )?bí thư|(?:phó )?thủ tướng|(?:phó )?chủ tịch(?: nước| quốc hội| ubnd)?"
    r"|(?:phó )?giám đốc|thứ trưởng|bộ trưởng|(?:phó )?viện trưởng|(?:phó )?cục trưởng"
    r"|(?:phó )?vụ trưởng|chánh văn phòng|hiệu trưởng)\s(?:[^,;.?]{0,40}\s)?$"
)
_ALIASES: Final = (
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("bch", "ban chấp hành"),
)
_LOOKED_AT: Final = 4
_NO_NOUNS: Final = frozenset(
    ("bao", "nhiêu", "mấy", "những", "các", "một", "về", "việc", "số", "và")
)
_NEAR: Final = 0.3


def other_attribution(reading: Reading, annotations: Annotations) -> Difference | None:
    """Return the first body or office of the question that the text has otherwise, or None."""
    best = reading.best
    if best is None:
        return None
    ways = (
        _issuers(reading, best, annotations),
        _deciders(reading, best, annotations),
        _offices(reading, best, annotations),
    )
    return next((difference for way in ways for difference in way), None)


def _issuers(reading: Reading, best: Evidence, annotations: Annotations) -> Iterator[Difference]:
    """Yield bodies tied to a document number that the text ties to other bodies only."""
    text, document = reading.question.text, best.notes.document
    for number in reading.question.mentions.numbers:
        asked = tied_to(text, number.span, bodies_of(reading.question.mentions.bodies))
        if asked is None:
            continue
        stated: list[NamedBody] = []
        for sentence in document.sentences:
            quote = document.quote(sentence.span)
            if number.text not in quote:
                continue
            found = mentions(quote)
            for same in found.numbers:
                tied = tied_to(quote, same.span, bodies_of(found.bodies))
                if same.key == number.key and tied is not None:
                    stated.append(_moved(tied, sentence.span.start))
        if stated and not any(agree_on(asked, body) for body in stated):
            evidence = _evidence_at(reading, annotations, document, stated[0].span)
            if evidence is not None:
                yield Difference(asked.text, stated[0].span, evidence)


def tied_to(text: str, number: Span, bodies: list[NamedBody]) -> NamedBody | None:
    """Return the body that a text says issued the document with a number."""
    plain = comparable(text)
    for body in bodies:
        after = number.end <= body.span.start <= number.end + _REACH
        if after and _OF.fullmatch(plain, number.end, body.span.start):
            return body
        before = body.span.end <= number.start <= body.span.end + _REACH
        if before and _DECIDES_THE.fullmatch(plain, body.span.end, number.start):
            return body
    return None


def _deciders(reading: Reading, best: Evidence, annotations: Annotations) -> Iterator[Difference]:
    """Yield bodies that decide something in the question, where the text never names them."""
    text = comparable(reading.question.text)
    whole = annotations.text_of(best.notes.document.name)
    for body in bodies_of(reading.question.mentions.bodies):
        if not _DECIDES.match(text, body.span.end):
            continue
        if any(whole.has(tuple(key.split())) for key in _keys(body)):
            continue
        for evidence in reading.evidence[:_LOOKED_AT]:
            passage = evidence.notes.passage.span
            if (
                evidence.coverage.share < _NEAR
                or evidence.notes.document is not best.notes.document
            ):
                continue
            plain = comparable(evidence.notes.document.quote(passage))
            for other in bodies_of(evidence.notes.sentence.mentions.bodies):
                if agree_on(body, other):
                    continue
                if _same_deed(text, body.span.end, plain, other.span.end - passage.start):
                    yield Difference(body.text, other.span, evidence)


def _same_deed(asked: str, here: int, stated: str, there: int) -> bool:
    """Tell whether two bodies decide one kind of thing: the noun after the verbs agrees."""
    one, other = _DECIDES.match(asked, here), _DECIDES.match(stated, there)
    if one is None or other is None:
        return False
    kind, told = _noun(asked[one.end() :]), _noun(stated[other.end() :])
    return bool(kind) and kind == told


def _noun(words: str) -> str:
    """Return the first word that says what is decided: no figure, no asking word."""
    found = (word for word in re.findall(r"\w+", words) if word not in _NO_NOUNS)
    return next((word for word in found if not word.isdigit()), "")


def _offices(reading: Reading, best: Evidence, annotations: Annotations) -> Iterator[Difference]:
    """Yield bodies and offices that the question gives a person and the text does not."""
    text, document = reading.question.text, best.notes.document
    asked_bodies = reading.question.mentions.bodies
    for person in asked_bodies:
        if person.kind is NameKind.BODY or person.text not in document.text:
            continue
        here = document.text.index(person.text)
        start = max(0, here - _REACH)
        before = document.text[start:here]
        stated = [_moved(body, start) for body in bodies_of(mentions(before).bodies)]
        evidence = _evidence_at(reading, annotations, document, Span(here, here + 1))
        if evidence is None:
            continue
        beside = _beside(asked_bodies, person)
        known = [body for body in stated if here - body.span.end <= 2]  # noqa: PLR2004 - a space or a comma
        if beside and known and not agree_on(beside, known[0]):
            yield Difference(beside.text, known[0].span, evidence)
        asked_office = _OFFICE.search(comparable(text), 0, person.span.start)
        office = _OFFICE.search(comparable(before))
        if asked_office and office and _plain(asked_office) != _plain(office):
            span = Span(start + office.start(1), here + len(person.text))
            said = text[asked_office.start(1) : person.span.end]
            if evidence.notes.passage.span.covers(span):
                yield Difference(said, span, evidence)


def _plain(office: re.Match[str]) -> str:
    """Return an office as people say it: "Chủ tịch xã" is "Chủ tịch UBND xã"."""
    return office.group(1).removesuffix(" ubnd")


def _beside(bodies: tuple[NamedBody, ...], person: NamedBody) -> NamedBody | None:
    near = [b for b in bodies_of(bodies) if 0 <= person.span.start - b.span.end <= 2]  # noqa: PLR2004 - as above
    return near[-1] if near else None


def bodies_of(bodies: tuple[NamedBody, ...]) -> list[NamedBody]:
    """Return the bodies among names."""
    return [body for body in bodies if body.kind is NameKind.BODY]


def agree_on(one: NamedBody, other: NamedBody) -> bool:
    """Tell whether one name is the other, or a part of it."""
    return any(
        f" {first} " in f" {second} " or f" {second} " in f" {first} "
        for first in _keys(one)
        for second in _keys(other)
    )


def _keys(body: NamedBody) -> set[str]:
    """Return a name's comparable form, and the same with each short form written otherwise."""
    keys = {" ".join(re.findall(r"\w+", body.key))}
    for short, full in _ALIASES:
        keys |= {key.replace(full, short) for key in keys} | {
            re.sub(rf"\b{short}\b", full, key) for key in keys
        }
    return keys


def _moved(body: NamedBody, by: int) -> NamedBody:
    return replace(body, span=body.span.moved(by))


def _evidence_at(
    reading: Reading, annotations: Annotations, document: Document, span: Span
) -> Evidence | None:
    """Return evidence whose passage holds a span of a document, made where none was found."""
    for evidence in reading.evidence:
        if evidence.notes.document is document and evidence.notes.passage.span.covers(span):
            return evidence
    for passage in document.passages:
        if passage.span.covers(span) and reading.best is not None:
            notes = annotations.of(passage)
            return replace(
                reading.best, notes=notes, clause=passage.span, span=None, target=None, typed=False
            )
    return None
