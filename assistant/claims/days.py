"""Days, months and years of a statement: which agree, and which one the text has in their place.

What this module does not know: the times of figures (`assistant.claims.judge_figure`).
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.claims.scene import Scene, time_agrees, years_of
from assistant.claims.verdict import Aspect, Difference
from assistant.reading.annotations import Notes
from corpus.normalize import comparable, syllables
from corpus.quantities import (
    DocumentNumber,
    Mentions,
    TimeBound,
    TimeKind,
    TimeMention,
    find_times,
)

_NEAR: Final = 24  # characters between a document number and its date
_BESIDE: Final = 3
_ISSUED: Final = re.compile(
    r" (?:(?:đã |vừa )?được )?(?:(?:[^\W\d_]+ ){1,6})?(?:ban hành|kí|ra đời|thông qua)"
    r"(?: (?:vào|từ|trong|hồi))?(?: (?:năm|tháng|ngày))? "
)
_LEAD: Final = 3
_ALL_SAID: Final = 0.8
_ONE_OF: Final = frozenset((TimeKind.DATE, TimeKind.MONTH, TimeKind.YEAR))
_BEFORE_DAY: Final = frozenset(  # between a day and what it is the day of
    ("từ", "kể", "vào", "ngày", "đến", "trước", "sau", "hết", "là", "trong")
)


def agree(claimed: TimeMention, stated: TimeMention) -> bool:
    """Tell whether a stated time is the claimed one, or lies in the claimed month or year."""
    if claimed.kind in {TimeKind.YEAR, TimeKind.PERIOD} and claimed.end_year:
        until = claimed.bound in {TimeBound.UNTIL, TimeBound.BEFORE}
        return time_agrees(claimed.key, years_of([stated]), until=until)
    return bool(stated.iso) and (
        stated.iso.startswith(claimed.iso) or stated.iso.endswith(claimed.iso.lstrip("-"))
    )


def instead_of_time(scene: Scene, notes: Notes, time: TimeMention) -> TimeMention | None:
    """Return the time that the text has for what a statement gives another, else None."""
    return _instead(scene, notes, time) or _only_one(scene, notes, time)


def _instead(scene: Scene, notes: Notes, time: TimeMention) -> TimeMention | None:
    """Return the time that stands in the text where the claimed one would."""
    sentence = notes.sentence.mentions
    if day := _day_of_number(scene, notes, time):
        return day
    if time.kind is TimeKind.DATE:
        return _day_of_the_same(scene, notes, time)
    if " | " in notes.document.quote(notes.passage.span):  # a row has its time in a cell
        kin = [other for other in sentence.times if other.kind is time.kind]
        return kin[0] if len(kin) == 1 else None
    lead = tuple(syllables(scene.statement.text[: time.core.start])[-_LEAD:])
    for other in sentence.times:
        before = notes.document.text[notes.passage.span.start : other.core.start]
        if len(lead) == _LEAD and tuple(syllables(before)[-_LEAD:]) == lead:
            return other
    return None


def _day_of_number(scene: Scene, notes: Notes, time: TimeMention) -> TimeMention | None:
    """Return the day beside a document's number: "Nghị quyết 29 ban hành năm 2021", of 2022."""
    text, mentions = scene.statement.text, notes.sentence.mentions
    for claimed in scene.mentions.numbers:
        between = comparable(text[claimed.span.end : time.core.start])
        issued = time.kind is TimeKind.DATE or _ISSUED.fullmatch(between) is not None
        for number in mentions.numbers:
            same = number.key == claimed.key or (
                number.figures == claimed.figures and number.kind == claimed.kind != ""
            )
            for day in mentions.times:
                gap = day.core.start - number.span.end
                if issued and same and day.kind is TimeKind.DATE and 0 <= gap <= _NEAR:
                    return day
    return None


def _day_of_the_same(scene: Scene, notes: Notes, time: TimeMention) -> TimeMention | None:
    """Return the one full day that the text has after the words that the claimed one follows.

    "có hiệu lực từ ngày 1/7/2025" beside "có hiệu lực thi hành từ ngày 1/1/2025".
    """
    lead = lead_forms(scene.statement.text[: time.core.start])[-2:]
    days = [
        day
        for day in notes.sentence.mentions.times
        if day.kind is TimeKind.DATE and bool(day.start_year) == bool(time.start_year)
    ]
    if len(lead) < 2 or len(days) != 1:  # noqa: PLR2004 - a pair of words
        return None
    before = notes.document.text[notes.passage.span.start : days[0].core.start]
    said = lead_forms(before)
    if len(said) <= 1:  # "Sáng 26/6, … đã thông qua Nghị quyết": of all that the sentence tells
        said = lead_forms(notes.document.quote(notes.passage.span))
    else:
        said = said[-2 * _LEAD :]
    pairs = [tuple(said[at : at + 2]) for at in range(len(said) - 1)]
    return days[0] if tuple(lead) in pairs else None


def _only_one(scene: Scene, notes: Notes, time: TimeMention) -> TimeMention | None:
    """Return the one time of its kind in a sentence that says all of a statement but the time.

    The claimed time may stand nowhere in the document: the same may be done on two days.
    """
    stated = [
        other
        for other in notes.sentence.mentions.times
        if other.kind is time.kind and bool(other.start_year) == bool(time.start_year)
    ]
    if len(stated) != 1 or time.kind not in _ONE_OF or not stated[0].iso:
        return None
    matcher = scene.matcher()
    if not matcher.terms or min(matcher.met(notes.sentence.view)) < _ALL_SAID:
        return None
    known = find_times(notes.document.text)
    return None if any(agree(time, other) for other in known) else stated[0]


def lead_forms(text: str) -> list[str]:
    """Return the words of a text that may lead to a day, small words before it left out."""
    return [form for form in syllables(text) if form not in _BEFORE_DAY]


def other_day_of_number(scene: Scene, notes: Notes) -> Difference | None:
    """Return the day that the text prints beside a document's number, where it is another."""
    text = scene.statement.text
    for number, day in _dated(scene.mentions):
        told = [
            (other, each)
            for each in (notes, *scene.found)
            for same, other in _dated(each.sentence.mentions)
            if same.key == number.key
        ]
        if told and not any(agree(day, other) for other, _ in told):
            other, each = told[0]
            printed = each.document.quote(other.core)
            return Difference(day.core.of(text), printed, Aspect.TIME)
    return None


def _dated(found: Mentions) -> Iterator[tuple[DocumentNumber, TimeMention]]:
    """Yield each document number with the day that is printed right after it."""
    for number in found.numbers:
        for day in found.times:
            apart = day.core.start - number.span.end
            if day.kind is TimeKind.DATE and 0 <= apart <= _BESIDE:
                yield number, day
