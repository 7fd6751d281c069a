"""An answer of several: "tháng 4 và tháng 9", "các huyện A Lưới, Nam Đông và Phong Điền".

Asked "vào tháng mấy?" or "ở huyện nào?", a text that names two names both in its answer. What "và"
joins to the one found is taken in where it is of the same kind, and names that a plural noun leads
in go together; a comma alone may only add where the first stands ("Cục A, Bộ B").

What this module does not know: which one answers (`assistant.reading.spans`).
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.model import Span
from corpus.normalize import CAPITALS, comparable
from corpus.places import LEVELS

_GAP: Final = re.compile(r" ?,? ?(?P<and>và|hoặc|hay)? ")
_AND: Final = re.compile(r"\b(?:và|hoặc|hay)\b")
_NAME: Final = rf"(?-i:[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*)*)"
_NOUN: Final = rf"(?:{LEVELS}|thôn|bản|đảo)"
_NOUNS: Final = rf"(?:các|những|hai|ba|bốn|năm|\d+) (?:{_NOUN}(?:,|, và| và) )*{_NOUN}"
_PLURAL: Final = re.compile(rf"{_NOUNS}:? $", re.IGNORECASE)
_LED: Final = re.compile(rf"{_NOUN} (?=(?-i:[{CAPITALS}]))", re.IGNORECASE)
_REST: Final = rf"(?:, (?:{_NOUN} )?{_NAME})*(?:,? và (?:{_NOUN} )?{_NAME})?"
_MORE: Final = re.compile(_REST, re.IGNORECASE)
_LISTED: Final = re.compile(rf"\b{_NOUNS}:? (?P<named>{_NAME}{_REST})", re.IGNORECASE)
_OF_LEVELS: Final = re.compile(rf" {_NOUNS}(?!\w)(?::? {_NAME}{_REST})?", re.IGNORECASE)


def together(text: str, clause: Span, best: Span, alike: Sequence[Span]) -> Span:
    """Return the answer found with what stands beside it as its equal, or itself.

    Args:
        text: the document's.
        clause: where to look.
        best: the answer found.
        alike: all spans in the clause of the kind asked for.
    """
    if levels := _OF_LEVELS.match(text, best.end, clause.end):
        return Span(best.start, levels.end())  # "Ủy ban nhân dân" of "… các huyện, thị xã"
    named = _led_by_a_plural(text, clause, best)
    if named != best:
        return named
    run = _run(text, best, alike)
    return run if _AND.search(comparable(run.of(text))) else best


def places_listed(text: str, clause: Span) -> tuple[Span, ...]:
    """Return where places are named after a plural noun: "A Lưới, Nam Đông" of "các huyện …"."""
    return tuple(
        Span(*one.span("named")) for one in _LISTED.finditer(text, clause.start, clause.end)
    )


def _led_by_a_plural(text: str, clause: Span, best: Span) -> Span:
    """Return a place with those named after it: "A Lưới, Nam Đông" after "các huyện"."""
    led = _LED.match(best.of(text))
    start = best.start + led.end() if led else best.start
    if not _PLURAL.search(text[max(clause.start, start - 40) : start]):
        return best
    more = _MORE.match(text, best.end, clause.end)
    return Span(best.start, more.end()) if more else best


def _run(text: str, best: Span, alike: Sequence[Span]) -> Span:
    """Return the run of spans of one kind, side by side, that the answer found stands in."""
    start, end = best.start, best.end
    for one in sorted(alike):
        if one.start >= end and _GAP.fullmatch(comparable(text[end : one.start])):
            end = one.end
    for one in sorted(alike, reverse=True):
        if one.end <= start and _GAP.fullmatch(comparable(text[one.end : start])):
            start = one.start
    return Span(start, end)
