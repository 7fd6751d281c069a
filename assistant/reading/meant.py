"""Which figure of a record's sentence a question means: each year's, both ends, or no part.

"(30-40 tỷ USD/năm)" beside a total of five years answers "mỗi năm bao nhiêu?"; "từ mấy ha lên mấy
ha?" wants both ends of a change; "trong đó có 5 tuyến gom" says nothing of all the lines.

What this module does not know: which record is the best.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.question import Question
from assistant.reading.annotations import Notes
from assistant.reading.bases import base_asked
from assistant.reading.limits import limit_asked, limit_beside
from assistant.reading.rises import (
    change_asked,
    change_beside,
    direction_asked,
    tells_no_change,
    turn_of,
)
from assistant.reading.slots import slot_of
from assistant.reading.unit_fit import is_money, is_share, unit_fits
from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.register import Target, TargetKind
from corpus.units import unit_key

_CHANGED: Final = frozenset(("lên", "xuống", "còn", "tới"))
_EACH: Final = re.compile(
    r"\b(?:mỗi|hằng|hàng|một|từng|bình quân|trung bình) (?P<time>năm|tháng|ngày|quý)\b(?! \d)"
)
_BY_EACH: Final = "/{time}|\\\b(?:mỗi|hằng|hàng|một|từng|bình quân|trung bình) {time}\\\b"
_BESIDE: Final = 4  # characters: a space and a bracket
_BOTH: Final = re.compile(
    r"\btừ (?:mấy|bao nhiêu)\b.*\b(?:lên|xuống|còn|đến|tới|thành) (?:mấy|bao nhiêu)\b"
)
_TO: Final = re.compile(r"[ ,]*(?:lên|xuống|còn|đến|tới|thành)(?: (?:mức|khoảng|trên|dưới|còn))* ")
_WITHIN: Final = re.compile(r"(?:,|;|-|–)? ?trong (?:đó|số đó|số này)(?: thì)?,? ?(?:có|gồm)? ?$")
_OPENS_WITHIN: Final = re.compile(r"trong (?:đó|số đó|số này)\b")
_ASKS_WITHIN: Final = re.compile(r"\btrong (?:đó|số|tổng)\b|\briêng\b")
_SMALL: Final = frozenset(
    ("trong", "đó", "có", "gồm", "số", "là", "này", "thì", "đi", "vào", "các", "ra", "được", "cho")
)


@dataclass(frozen=True, slots=True)
class Figure:
    """The clause and the figure in it that a record answers with; ``typed`` is of the kind."""

    clause: Span
    value: Span
    typed: bool


def figure_meant(question: Question, notes: Notes, target: Target) -> Figure:
    """Return what a record answers with: its own figure, or one that stands right beside it."""
    if other := _limit_or_change(question, notes, target):
        return other
    typed = _is_typed(question, target)
    both, each = _wanted(question.text)
    if both and (end := _end_of_change(notes, target)):
        value = Span(target.value_span.start, end)
        return Figure(Span(target.span.start, max(target.span.end, end)), value, typed)
    if not each or _by_each(notes, target, each):
        return Figure(target.span, target.value_span, typed)
    beside = _beside(notes, target, each)
    if beside is not None:
        closed = notes.document.text.startswith(")", beside.end)
        clause = Span(target.span.start, max(target.span.end, beside.end + closed))
        return Figure(clause, beside, typed)
    by = re.compile(_BY_EACH.format(time=each))
    told = by.search(comparable(notes.sentence.span.of(notes.document.text)))
    total = "-" in (target.year or "") and "%" not in target.unit and not told
    return Figure(target.span, target.value_span, typed and not total)


def _limit_or_change(question: Question, notes: Notes, target: Target) -> Figure | None:
    """Return the limit or the change asked for beside a record, or which way it went; or None."""
    if limit := limit_asked(question.text):
        bound = limit_beside(notes, target, limit)
        if bound is not None and unit_fits(question, _unit_in(notes, bound)):
            return _with(target, bound)
    if verb := change_asked(question.text):
        changed = change_beside(notes, target, verb)
        if changed is not None:
            return _with(target, changed)
        still = base_asked(question.text) is not None and tells_no_change(notes, target)
        return Figure(target.span, target.value_span, typed=False) if still else None
    if direction_asked(question.text):
        turn = turn_of(notes, target)
        return _with(target, turn) if turn else Figure(target.span, target.value_span, typed=False)
    return None


def _with(target: Target, value: Span) -> Figure:
    return Figure(Span(target.span.start, max(target.span.end, value.end)), value, typed=True)


def _unit_in(notes: Notes, span: Span) -> str:
    found = (one.unit for one in notes.sentence.mentions.quantities if one.span == span)
    return next(found, "")


@lru_cache(maxsize=1 << 8)
def _wanted(question: str) -> tuple[bool, str]:
    """Tell whether both ends of a change are asked for, and the time that each amount is for."""
    form = comparable(question)
    each = _EACH.search(form)
    return bool(_BOTH.search(form)), each["time"] if each else ""


def is_part_left_out(question: Question, notes: Notes, place: int) -> bool:
    """Tell whether a record is a part ("trong đó …") of which the question says nothing own.

    Its whole stands before it in the sentence, in the same unit.
    """
    target = notes.targets[place]
    text = notes.document.text
    if "rong " not in text[max(0, target.span.start - 20) : target.span.start + 12]:
        return False
    said = target.span.of(text)
    before = comparable(text[max(0, target.span.start - 20) : target.span.start])
    if not (_OPENS_WITHIN.match(comparable(said)) or _WITHIN.search(before)):
        return False
    units = {unit_key(one.unit).split(" ")[0] for one in notes.targets[:place]}
    if unit_key(target.unit).split(" ")[0] not in units:
        return False
    if _ASKS_WITHIN.search(comparable(question.text)):
        return False
    end = text.find(",", target.span.end, notes.sentence.span.end)
    part = text[target.span.start : end if end > 0 else notes.sentence.span.end]
    whole = text[notes.sentence.span.start : target.span.start]
    known = {*syllables(whole), *syllables(notes.document.title), *_SMALL}
    own = {one for one in syllables(part) if one.isalpha()} - known
    return bool(own) and not own & {*syllables(question.text)}


def _by_each(notes: Notes, target: Target, time: str) -> bool:
    """Tell whether a record's figure is itself by the year: "168 tỷ đồng mỗi năm"."""
    text = notes.document.text
    near = Span(target.span.start, min(target.span.end + 12, notes.sentence.span.end))
    by = re.compile(_BY_EACH.format(time=time))
    return bool(by.search(comparable(f"{target.unit} {near.of(text).partition('(')[0]}")))


def _beside(notes: Notes, target: Target, time: str) -> Span | None:
    """Return the figure by the year that stands right after a record's: "(30-40 tỷ USD/năm)"."""
    by = re.compile(_BY_EACH.format(time=time))
    text = notes.document.text
    end = target.value_span.end
    for quantity in notes.sentence.mentions.quantities:
        between = text[end : quantity.span.start]
        near = 0 <= quantity.span.start - end <= _BESIDE and "(" in between
        after = comparable(text[quantity.span.start : quantity.span.end + 10])
        if near and by.search(after):
            return quantity.span
    return None


def _end_of_change(notes: Notes, target: Target) -> int | None:
    """Return where the figure ends that a record's changes to: "từ 5,5 ha lên 5,8 ha"."""
    text = notes.document.text
    match = _TO.match(comparable(text[target.value_span.end : notes.sentence.span.end]))
    if match is None:
        return None
    start = target.value_span.end + match.end()
    ends = (
        one.span.end for one in notes.sentence.mentions.quantities if one.number_span.start == start
    )
    return next(ends, None)


def _is_typed(question: Question, target: Target) -> bool:
    """Tell whether a figure is of the kind asked for: "lên bao nhiêu?" asks for no count."""
    slot = slot_of(question.text)
    changed = slot is not None and slot.link in _CHANGED
    if target.kind is TargetKind.COUNT and changed:
        return False
    fits = unit_fits(question, target.unit) or _is_count_named(question, target)
    return fits and not _is_asked(question, target)


def _is_count_named(question: Question, target: Target) -> bool:
    """Tell whether an indicator begins with the noun counted: "Không gian đọc | điểm | 310"."""
    unit = comparable(target.unit)
    if not question.unit or is_share(unit) or is_money(unit):
        return False
    return comparable(target.indicator).startswith(f"{question.unit} ")


def _is_asked(question: Question, target: Target) -> bool:
    """Tell whether the question itself says the figure, so that it asks for another."""
    figures = {end for end in (target.low, target.high) if end is not None}
    return any(
        set(asked.figures) == figures and unit_key(asked.unit) == unit_key(target.unit)
        for asked in question.mentions.quantities
        if not question.yes_no
    )
