"""Which figure of a text stands where the figure of a question does: among the same words.

"Học sinh lớp 1 ở 24 quận huyện" is held against "học sinh lớp 1 ở 5 huyện", not against "trẻ mẫu
giáo ở 24 quận huyện" of the same sentence.

What this module does not know: what follows from a figure that differs.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.words import content_forms
from corpus.normalize import CAPITALS, comparable, syllables
from corpus.quantities import Quantity, QuantityKind, find_times, same_figures, same_unit

_YEAR: Final = re.compile(
    r"\b(?:năm|từ|đến|thế kỉ|thập niên|tháng [0-9]+[/ ])(?: khoảng)? ?$|[0-9] ?[-–] ?$"
)
# "lớp 1" is no figure to stop at.
_PART: Final = re.compile(r"[;.:,(]\s?|[0-9][0-9.,]+|\b(?:và|còn|trong khi|hoặc)\b")
_SHORT: Final = re.compile(rf" ([{CAPITALS}]{{2,9}})(?![^\W_])")
_OPENS: Final = re.compile(r"[,;(](?=\s|\S)|\. ")
_REACH: Final = 60
_LONGER: Final = 120
_WORDS: Final = 5
_SAME: Final = 0.25
_OTHER_TIME: Final = 1.0
_SHARES: Final = (QuantityKind.PERCENT, QuantityKind.RATE)  # "12%/năm" counts no years


def is_year(question: Question, quantity: Quantity) -> bool:
    """Tell whether a bare number is a year of long ago, which the times leave out."""
    start = quantity.number_span.start
    before = comparable(question.text[max(0, start - _REACH) : start])
    return not quantity.base_unit and bool(_YEAR.search(before))


def aligned(
    question: Question, asked: Quantity, stated: Sequence[tuple[float, Evidence, Quantity]]
) -> tuple[Evidence, Quantity] | None:
    """Return the stated figure of the asked one's unit that stands most like it, or None.

    ``stated`` gives how well each evidence is about the question, the evidence, and the figure.
    """
    text = question.text
    told = [one for one in stated if not _is_article(one[2])]
    found = [one for one in told if _units_agree(text, asked, _text_of(one), one[2])]
    if not found:
        return None
    around = _around(text, asked)
    years = {time.end_year for time in question.mentions.times if time.end_year}

    def likeness(one: tuple[float, Evidence, Quantity]) -> float:
        worth, evidence, quantity = one
        there = evidence.notes.document.text
        shared = len(around & _around(there, quantity)) / len(around) if around else 0.0
        units = bool(asked.base_unit) == bool(quantity.base_unit)
        alike = _SAME * same_figures(asked, quantity) + _SAME * units
        return worth + shared + alike - _OTHER_TIME * _is_of_other_time(there, quantity, years)

    _, evidence, quantity = max(found, key=likeness)
    return evidence, quantity


def _units_agree(text: str, asked: Quantity, there: str, stated: Quantity) -> bool:
    """Tell whether two figures count the same; "24 quận huyện" counts what "5 huyện" does."""
    shared = asked.kind not in _SHARES and stated.unit in _after(text, asked)[:2]
    return same_unit(asked, stated) or shared or _is_short(text, asked, there, stated)


def _is_short(text: str, asked: Quantity, there: str, stated: Quantity) -> bool:
    """Tell whether what is counted stands abbreviated: "54 ĐVSN" for "54 đơn vị sự nghiệp"."""
    found = None if stated.base_unit else _SHORT.match(there, stated.number_span.end)
    if found is None or asked.kind in _SHARES:
        return False
    end = asked.number_span.end
    forms = syllables(text[end : end + _LONGER])[: len(found[1])]
    return "".join(form[0] for form in forms) == comparable(found[1])


def _is_article(stated: Quantity) -> bool:
    """Tell whether a figure is only "một", which counts nothing: "cứ hai người có một xe"."""
    return stated.spelled and set(stated.figures) == {Decimal(1)}


def _text_of(one: tuple[float, Evidence, Quantity]) -> str:
    return one[1].notes.document.text


def _around(text: str, quantity: Quantity) -> set[str]:
    """Return the content words beside a figure, up to the next figure or end of a part."""
    start = quantity.number_span.start
    before = _PART.split(comparable(text[max(0, start - _REACH) : start]))[-1]
    return {*content_forms(syllables(before))[-_WORDS:], *content_forms(_after(text, quantity))}


def _after(text: str, quantity: Quantity) -> list[str]:
    end = quantity.number_span.end
    return syllables(_PART.split(comparable(text[end : end + _REACH]))[0])[:_WORDS]


def _is_of_other_time(text: str, quantity: Quantity, years: set[int]) -> bool:
    """Tell whether a figure's own phrase names a year, and none that is asked about."""
    start, end = quantity.number_span.start, quantity.number_span.end
    before = _OPENS.split(text[max(0, start - _LONGER) : start])[-1]
    after = re.split(r"[,;)]|\. ", text[end : end + _LONGER])[0]
    named = {time.end_year for time in find_times(before + text[start:end] + after)} - {0, None}
    return bool(named) and not named & years
