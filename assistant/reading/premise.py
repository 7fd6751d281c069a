"""False premises: what a question takes for granted and the text contradicts.

"30 chỉ tiêu gồm những nhóm nào?" where the text says 26; "Bộ Xây dựng phối hợp …" where it says Bộ
Tư pháp; "vì sao tỷ lệ đô thị hóa giảm …" where each year's aim is higher. A premise is false only
when the text, where it speaks of the same thing, has another value, and nowhere near has the one
that was said.

What this module does not know: wording.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from assistant.question import Asks
from assistant.reading.annotations import Annotations
from assistant.reading.attribution import other_attribution
from assistant.reading.evidence import Difference, Evidence, TimeFit
from assistant.reading.reader import Reading
from assistant.reading.rises import change_asked, direction_asked
from assistant.reading.same import stated_by_year
from assistant.reading.same_body import same_body
from corpus.normalize import comparable, syllables
from corpus.places import keys_of
from corpus.quantities import (
    NamedBody,
    NameKind,
    Quantity,
    QuantityKind,
    TimeKind,
    same_figures,
    same_unit,
)

_LOOKED_AT = 6
_SAID = 3
_OWN = 0.4
_LEADING, _LOOK_BACK = 4, 48
_FALLS: Final = re.compile(
    r"\b(?:giảm|hạ|cắt giảm|kéo giảm|sụt|tụt)\b(?! (?:nghèo|phát thải|thiểu|ùn tắc|khí))"
)
_RISES: Final = re.compile(r"\b(?:tăng|nâng)\b(?! (?:trưởng|cường|thêm|cao))")
_PLACE_CLASS: Final = re.compile(r"(?<=.) (?:tỉnh|thành phố|tp|huyện|quận|xã|phường)(?= )")
_ONE_OF_TIME: Final = re.compile(r"0?1 (?:năm|tháng|quý|tuần|ngày|lần|người|hộ)")
_CLEARLY = 0.05  # by how much the other figure's evidence must be nearer the question


def false_premise(reading: Reading, annotations: Annotations) -> Difference | None:
    """Return the first premise of the question that the text contradicts, or None."""
    text = reading.question.text
    near = reading.evidence[:_LOOKED_AT]
    for difference in _other_numbers_and_dates(reading, annotations, near):
        return difference
    for quantity in reading.question.mentions.quantities:
        if not quantity.figures or quantity.spelled or not quantity.unit:
            continue
        if _ONE_OF_TIME.fullmatch(comparable(quantity.span.of(text))):
            continue  # "bao nhiêu % 1 năm": by the year
        if found := _other_figure(quantity, near):
            evidence, other = found
            if _is_stated(quantity, text, annotations, evidence):
                continue
            return Difference(quantity.span.of(text), other.span, evidence)
    for body in reading.question.mentions.bodies:
        if body.kind is NameKind.BODY and (named := _other_body(body, reading, annotations)):
            evidence, other_body = named
            return Difference(body.text, other_body.span, evidence)
    return other_attribution(reading, annotations) or _other_direction(reading)


def _other_numbers_and_dates(
    reading: Reading, annotations: Annotations, near: tuple[Evidence, ...]
) -> Iterator[Difference]:
    """Yield document numbers and dates of the question that the text has otherwise."""
    asked = reading.question.mentions
    keys = {number.key for number in asked.numbers}
    dates = [time for time in asked.times if time.kind is TimeKind.DATE]
    for evidence in near:
        stated = evidence.notes.sentence.mentions
        known = {n.key for n in annotations.numbers_of(evidence.notes.document.name)}
        for number in asked.numbers:
            for other in stated.numbers:
                alike = _suffix(number.key) == _suffix(other.key) or _said_alike(
                    reading.question.text[: number.span.start],
                    evidence.notes.document.text[: other.span.start],
                )
                if number.key not in known and alike and not _is_cut(number.key, other.key):
                    yield Difference(number.text, other.span, evidence)
        days = [time for time in stated.times if time.kind is TimeKind.DATE]
        if keys.isdisjoint(number.key for number in stated.numbers) or not days:
            continue
        for date in dates:
            if all(day.iso != date.iso for day in days):
                yield Difference(date.core.of(reading.question.text), days[0].core, evidence)


def _is_cut(one: str, other: str) -> bool:
    """Tell whether one document number is the other without its end: "04/CT" of "04/CT-TTg"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short}-") or one == other


def _suffix(key: str) -> str:
    """Return a document number without its figures: "-ctr/tu"."""
    return key.lstrip("0123456789")


def _said_alike(asked: str, stated: str) -> bool:
    """Tell whether the same words lead to two document numbers: "thay thế Nghị quyết số"."""
    before = syllables(asked)[-_LEADING:]
    told = syllables(stated[-_LOOK_BACK:])[-_LEADING:]
    return len(before) == _LEADING and before == told


def _other_figure(
    quantity: Quantity, near: tuple[Evidence, ...]
) -> tuple[Evidence, Quantity] | None:
    stated = [
        (evidence, other)
        for evidence in near
        if evidence.own.share >= _OWN and evidence.time is not TimeFit.OTHER
        for other in _quantities(evidence)
        if same_unit(quantity, other)
    ]
    best = near[0] if near else None
    counted = quantity.kind is QuantityKind.COUNT
    about_it = counted or (
        best is not None and any(same_unit(quantity, own) for own in _quantities(best))
    )
    if not stated or not about_it:
        return None  # a figure of another kind than the answer's is a condition, not its value
    foremost = max(stated, key=lambda pair: pair[0].own.share)
    agrees = max(
        (
            evidence.own.share
            for evidence in near
            for other in _quantities(evidence)
            if same_figures(quantity, other)
        ),
        default=0.0,
    )
    return foremost if agrees < foremost[0].own.share - _CLEARLY else None


def _is_stated(quantity: Quantity, text: str, annotations: Annotations, evidence: Evidence) -> bool:
    """Tell whether a document has the very count of the question, of whatever part of it."""
    if quantity.kind is not QuantityKind.COUNT:
        return False
    said = tuple(syllables(quantity.span.of(text)))
    return annotations.text_of(evidence.notes.document.name).has(said)


def _quantities(evidence: Evidence) -> Iterator[Quantity]:
    """Yield the figures a piece of evidence is about: a record's own, or the clause's."""
    for quantity in _all_quantities(evidence):
        if evidence.clause.covers(quantity.number_span) and (
            evidence.target is None or evidence.target.value_span.overlaps(quantity.span)
        ):
            yield quantity


def _all_quantities(evidence: Evidence) -> tuple[Quantity, ...]:
    return evidence.notes.sentence.mentions.quantities


def _other_body(
    body: NamedBody, reading: Reading, annotations: Annotations
) -> tuple[Evidence, NamedBody] | None:
    """Return a body of the same kind of office where the text does not have the one named."""
    best = reading.best
    named = tuple(body.key.split())
    if best is None or best.own.share < _OWN or not _says_what(reading, named):
        return None
    text = annotations.text_of(best.notes.document.name)
    if text.has(named) or text.has(tuple(_without_place(body).split())):
        return None
    head = named[0]
    stated = [one for one in best.notes.sentence.mentions.bodies if one.kind is NameKind.BODY]
    if any(same_body(body.key, other.key) for other in stated):
        return None
    for other in stated:
        if other.key.split()[0] != head:
            continue
        if (
            f" {_unclassed(other.key)} " not in f" {_unclassed(body.key)} "
        ):  # "Sở Y tế" may well be that of "Lào Cai"
            return best, other
    return None


def _says_what(reading: Reading, named: tuple[str, ...]) -> bool:
    """Tell whether a question says enough of what a body does, so that another does the same.

    "Sở Kế hoạch và Đầu tư có trách nhiệm gì?" takes nothing for granted.
    """
    question = reading.question
    said = sum(term.text not in named for term in question.terms)
    return question.yes_no or not question.wants(Asks.THING) or said >= _SAID


def _unclassed(key: str) -> str:
    """Return a name without the class of its place: "sở du lịch tỉnh Vĩnh Long" has no other."""
    return " ".join(_PLACE_CLASS.sub(" ", key).split())


def _without_place(body: NamedBody) -> str:
    """Return a body's key without the place at its end: "sở xây dựng an giang"."""
    places = keys_of(body.text)
    return next((body.key.removesuffix(f" {one}") for one in places if one in body.key), body.key)


def _other_direction(reading: Reading) -> Difference | None:
    """Return the last aim of an indicator that the question has falling, or rising, wrongly."""
    best = reading.best
    asked = comparable(reading.question.text)
    if best is None or best.target is None or best.own.share < _OWN:
        return None
    if change_asked(asked) or direction_asked(asked):
        return None  # "tăng hay giảm?" takes neither for granted
    stated = list(stated_by_year(reading, best).values())
    ends = [evidence.target.low or evidence.target.high for evidence in stated if evidence.target]
    steps = [later - earlier for earlier, later in pairwise(e for e in ends if e is not None)]
    told = comparable(f"{best.target.indicator} {best.quote}")
    for said, contradicts in ((_FALLS, _all_up), (_RISES, _all_down)):
        match = said.search(asked)
        last = stated[-1].span if stated else None
        if match and last and not said.search(told) and steps and contradicts(steps):
            return Difference(match.group(0), last, stated[-1])
    return None


def _all_up(steps: list[Decimal]) -> bool:
    return min(steps) > 0


def _all_down(steps: list[Decimal]) -> bool:
    return max(steps) < 0
