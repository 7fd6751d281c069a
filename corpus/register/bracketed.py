"""Figures in brackets after the items that they are of: "Bảo Lộc (từ 60 lên 95 tấn/ngày)".

A bracket states something of its item where it holds nothing but a figure, or a change from one to
another, and the item has no figure of its own: "đạt 40% (khoảng 2 triệu người)" says one figure
again. Where the items follow a lead-in, that says what they are: "Ba nhà máy được mở rộng: …".

What this module does not know: figures outside brackets (`corpus.register.prose`).
"""

import re
from collections.abc import Iterator

from corpus.model import Document, Span
from corpus.quantity import Quantity
from corpus.register.carry import Carry
from corpus.register.record import Target, TargetKind
from corpus.register.sentence import Sentence, read_sentence

_BRACKET = re.compile(r"\((?P<inside>[^()]{1,60})\)")
_ITEM = re.compile(
    r"(?:^|[;:,]|\s(?:và|gồm|còn)(?=\s))\s*(?P<item>[^;:,()]*[^\W\d_][^;:,()]*?)\s*$"
)
_CHANGE = re.compile(r"(?:\s|[-–]|\d[\d.,]*|từ|lên|xuống|còn|đến|thành|hiện nay|năm)*")
_LEAD = re.compile(r"(?:^|[.;]\s)\s*(?P<lead>[^.;:()]{3,120}):\s")
_DASH = re.compile(r"^[-–•+*\s]+|^[0-9]{1,3}\s+|^[a-zđ]\)\s*")
_AGES = frozenset({"tuổi", "tháng tuổi"})
_REACH = 160
_FEWEST_WORDS = 4


def bracketed(document: Document, span: Span, carry: Carry) -> Iterator[Target]:
    """Yield the records of the brackets of one sentence; ``carry`` gives the year that rules."""
    if "(" not in document.quote(span):
        return
    sentence = read_sentence(document, span)
    for bracket in _BRACKET.finditer(sentence.plain):
        inside = Span(*bracket.span("inside"))
        figures = sentence.quantities_in(inside)
        item = _item_before(sentence, bracket.start())
        if item is None or not figures or not _says_nothing_else(sentence, inside, figures):
            continue
        if any(item.overlaps(quantity.span) for quantity in sentence.quantities):
            continue
        if _lead(sentence, item) is None and len(item.of(sentence.plain).split()) < _FEWEST_WORDS:
            continue
        found = _target(sentence, item, Span(item.start, bracket.end()), figures[-1], carry)
        if found.kind is not TargetKind.TARGET or figures[-1].unit_key not in _AGES:
            yield found  # "thanh niên (15 - 24 tuổi): giảm …": who they are


def _item_before(sentence: Sentence, end: int) -> Span | None:
    match = _ITEM.search(sentence.plain[max(0, end - _REACH) : end])
    if match is None:
        return None
    item = Span(*match.span("item")).moved(max(0, end - _REACH))
    words = item.of(sentence.text)
    opened = _DASH.match(words)
    return Span(item.start + opened.end(), item.end) if opened else item


def _says_nothing_else(sentence: Sentence, inside: Span, figures: list[Quantity]) -> bool:
    """Tell whether a bracket holds a measured figure, or a change, and no other words."""
    words = inside.of(sentence.plain)
    for quantity in reversed(figures):
        at = quantity.span.moved(-inside.start)
        words = words[: at.start] + words[at.end :]
    return bool(figures[-1].unit) and _CHANGE.fullmatch(words) is not None


def _target(
    sentence: Sentence, item: Span, stated: Span, quantity: Quantity, carry: Carry
) -> Target:
    lead = _lead(sentence, item)
    slices = tuple(span.moved(sentence.base) for span in ((lead, item) if lead else (item,)))
    document = sentence.document
    times = [time for time in sentence.times_in(stated) if time.end_year]
    ruling = carry.year if carry.fresh or carry.parent else None
    year = times[-1].key if times else ruling.key if ruling else None
    span = stated.moved(sentence.base)
    return Target(
        document=document.name,
        indicator=" ".join(document.quote(piece) for piece in slices),
        indicator_spans=slices,
        year=year,
        operator=quantity.operator,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        quote=document.quote(span),
        span=span,
        value_span=quantity.span.moved(sentence.base),
        kind=TargetKind.TARGET if lead and not sentence.reports else TargetKind.ACHIEVED,
        scale=quantity.scale,
    )


def _lead(sentence: Sentence, item: Span) -> Span | None:
    """Return what the items are, from the lead-in before their colon, without its count."""
    found = [match for match in _LEAD.finditer(sentence.plain) if match.end() <= item.start + 1]
    if not found:
        return None
    lead = Span(*found[-1].span("lead"))
    counted = [q for q in sentence.quantities_in(lead) if q.unit_span is not None]
    if counted and counted[0].unit_span is not None:
        lead = Span(counted[0].unit_span.start, lead.end)
    return lead if len(lead) else None
