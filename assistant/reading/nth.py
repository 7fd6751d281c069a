"""The item of a list that a question asks for by its place: "khâu đột phá thứ hai", "… đầu tiên".

What this module does not know: questions for the whole list (`assistant.reading.lists`).
"""

import re
from dataclasses import replace
from typing import Final

from assistant.matching import View
from assistant.reading.coordinated import lists_in
from assistant.reading.evidence import Evidence
from assistant.reading.listed_end import MARK
from assistant.reading.reader import Reading
from corpus.model import Span
from corpus.normalize import comparable, syllables

_PLACE: Final = re.compile(
    r"\b(?P<noun>[^\W\d_]+ [^\W\d_]+) (?P<place>đầu tiên|cuối cùng|thứ (?P<which>nhất|hai|ba|tư|năm"
    r"|sáu|bảy|tám|[1-9]))\b(?! (?:năm|tháng|ngày))"
)
_CONTENTS: Final = re.compile(r"\b(?:gồm|bao nhiêu|mấy|khi nào|ở đâu)\b")
_TIMES: Final = re.compile(r"(?:lần|kì|khóa|kì họp|quý|tuần|ngày|tháng|năm|chuyến|đợt|hạng)$")
_WHICH: Final = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám")
_COUNT: Final = re.compile(
    r"\b(?P<count>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b(?=[^,;]*$)"
)
_NUMBERS: Final = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_FEWEST: Final = 2
_LOOKED_AT: Final = 8


def nth_item(reading: Reading) -> Evidence | None:
    """Return the evidence with the item asked for as its span, without one where there are fewer.

    None where no place in a list is asked for, or no list of the kind is near the question.
    """
    question = reading.question
    place = _PLACE.search(comparable(question.text))
    if place is None or question.yes_no or _TIMES.search(place["noun"]):
        return None
    if _CONTENTS.search(comparable(question.text)) or _is_told(reading, place.group()):
        return None
    noun = tuple(syllables(place["noun"]))
    for evidence in reading.evidence[:_LOOKED_AT]:
        text, whole = evidence.notes.document.text, evidence.notes.passage.span
        for listed in lists_in(question, text, whole):
            frame = text[listed.frame : listed.items.start]
            if not View.of(frame).has(noun) or evidence.notes.is_row:
                continue
            items = items_of(text, listed.items, _counted(frame))
            at = _at(place["place"], place["which"], len(items))
            if at is None and _counted(frame) != len(items):
                continue
            span = items[at] if at is not None else None
            return replace(evidence, span=span, clause=whole, typed=True, target=None)
    return None


def _is_told(reading: Reading, named: str) -> bool:
    """Tell whether the text itself names the place: "Nhiệm vụ thứ ba: …"."""
    said = tuple(syllables(named))
    return any(evidence.notes.sentence.view.has(said) for evidence in reading.evidence)


def items_of(text: str, listed: Span, count: int | None) -> list[Span]:
    """Return the items of a list; of more pieces than are counted, the short ones join another.

    "3 lĩnh vực: linh kiện, phụ tùng, hỗ trợ dệt may, da giày và hỗ trợ công nghệ cao" are three.
    """
    form = comparable(listed.of(text))
    marks = [mark for mark in MARK.finditer(form) if ";" in mark.group()] if ";" in form else None
    starts, items = 0, []
    for mark in marks if marks is not None else MARK.finditer(form):
        items.append(Span(starts, mark.start()).moved(listed.start))
        starts = mark.end()
    items.append(Span(starts, len(form)).moved(listed.start))
    while count is not None and len(items) > max(count, 1):
        short = min(range(1, len(items)), key=lambda at: len(items[at]))
        items[short - 1 : short + 1] = [Span(items[short - 1].start, items[short].end)]
    return items


def _counted(frame: str) -> int | None:
    found = _COUNT.search(comparable(frame))
    if found is None:
        return None
    said = found["count"]
    return int(said) if said.isdigit() else _NUMBERS.index(said) + 1


def _at(place: str, which: str | None, items: int) -> int | None:
    if items < _FEWEST:
        return None
    if which is None:
        return 0 if place == "đầu tiên" else items - 1
    at = int(which) - 1 if which.isdigit() else _WHICH.index(which)
    return at if at < items else None
