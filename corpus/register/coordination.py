"""What figures side by side share: a predicate after the last, a verb of change before the first.

    55% học sinh lớp 5, 65% học sinh lớp 9 và 75% học sinh lớp 12 biết bơi
    giảm 20% số vụ cháy, 10% số người chết

What this module does not know: how the records were read.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.register.record import Target, TargetKind
from corpus.register.words import CHANGE, INDICATOR_START, LEVELS, PREDICATE

_SIDE_BY_SIDE = re.compile(r"\s*(?:,|,?\s(?:và|hoặc|cùng))\s+")
_PART = re.compile(r" (?P<part>[^\W\d_][^.,;:()\d\n]{3,60}?),? và ")
_PER_MANY = re.compile(r" ?(?:/|trên) ?(?:1 |một )?(?:vạn|nghìn|ngàn|triệu|1\.000|10\.000).*$")
_SHORT, _LONE = 4, 3


def coordinated(document: Document, records: Sequence[Target]) -> list[Target]:
    """Let the records of one clause that stand side by side share their words.

    A noun phrase without a predicate takes the one of the phrase beside it when both begin with
    the same word, or when it is short and "và" joins them.
    """
    shared = list(records)
    listed = False
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        if not _beside(document, first, second):
            listed = False
            continue
        listed = listed or _joined(document, first, second)
        shared[at] = _with_predicate(document, first, second, listed=listed)
    for at in range(1, len(shared)):
        first, second = shared[at - 1], shared[at]
        if _beside(document, first, second):
            shared[at] = _with_change(document, first, second)
            shared[at - 1] = _per_as_many(document, first, second)
    return shared


def _per_as_many(document: Document, first: Target, second: Target) -> Target:
    """Count the first of two by as many as the second: "35 giường bệnh và 19 bác sĩ/1 vạn dân"."""
    per = _PER_MANY.search(second.unit)
    between = document.text[first.value_span.end : second.value_span.start]
    if per is None or "/" in first.unit or "%" in first.unit or between.strip() != "và":
        return first
    return replace(first, unit=first.unit + per.group())


def by_part(document: Document, records: Sequence[Target]) -> list[Target]:
    """Name shares of one whole by the parts that stand after them, and by what they share.

    "Tỷ lệ huy động trẻ đạt 38% trẻ nhà trẻ và 97% trẻ mẫu giáo": each is of the rate and its part.
    """
    named = list(records)
    for at in range(len(named) - 1):
        first, second = records[at], records[at + 1]
        own, noun = first.indicator_spans, _noun(second)
        part = _PART.fullmatch(
            document.text, first.value_span.end, max(first.value_span.end, second.value_span.start)
        )
        led = own[-1].end < first.value_span.start and second.indicator_spans == (noun,)
        if part is None or not led or not first.unit == second.unit == "%":
            continue
        if INDICATOR_START.match(_plain(document, own[0])):
            named[at] = _named(document, first, (*own, Span(*part.span("part"))))
            named[at + 1] = _named(document, second, (*own, *second.indicator_spans))
    return named


def labelled(document: Document, records: Sequence[Target], label: Span | None) -> list[Target]:
    """Give the figures after a colon the indicator before it, where they name only a part of it.

    "Tỷ lệ trường đạt chuẩn: mầm non 100%, tiểu học 95%"; ``label`` is in document offsets.
    """
    if label is None:
        return list(records)
    whole = INDICATOR_START.match(_plain(document, label)) is not None
    said = any(record.indicator_span == label for record in records)
    return [
        _named(document, record, (label, *record.indicator_spans))
        if (whole or said) and _is_part(document, record, label)
        else record
        for record in records
    ]


def _is_part(document: Document, record: Target, label: Span) -> bool:
    first = record.indicator_span
    after = record.kind is TargetKind.TARGET and first.start >= label.end
    return after and INDICATOR_START.match(_plain(document, first)) is None


def _beside(document: Document, first: Target, second: Target) -> bool:
    """Tell whether the second figure follows the first one's noun phrase at once."""
    aims = {first.kind, second.kind} == {TargetKind.TARGET}
    noun = _noun(first)
    if not aims or noun is None or noun.end > second.value_span.start:
        return False
    between = comparable(document.text[noun.end : second.value_span.start])
    return _SIDE_BY_SIDE.fullmatch(between) is not None


def _noun(record: Target) -> Span | None:
    """Return the noun phrase after a figure that its indicator ends in."""
    after = [piece for piece in record.indicator_spans if piece.start > record.value_span.start]
    return after[0] if after else None


def _joined(document: Document, first: Target, second: Target) -> bool:
    """Tell whether "và" or "hoặc" joins two neighbours."""
    between = document.text[first.indicator_spans[-1].end : second.value_span.start]
    return comparable(between).split()[-1:] in (["và"], ["hoặc"])


def _with_predicate(document: Document, first: Target, second: Target, *, listed: bool) -> Target:
    label = first.indicator_spans[:-1]
    if not _is_label(document, label) or second.indicator_spans[0] != _noun(second):
        return first
    one, other = first.indicator_spans[-1], second.indicator_span
    if PREDICATE.search(_plain(document, one)):
        return first
    found = PREDICATE.search(_plain(document, other))
    if found is None and len(second.indicator_spans) == 1:
        return first
    name = Span(other.start, other.start + found.start()) if found else other
    words = _plain(document, one).split(), _plain(document, name).split()
    shares = listed and first.unit == second.unit == "%" and found is not None
    if not (shares or _is_bare_share(first, *words) or _alike(*words, listed=listed)):
        return first
    rest = (Span(name.end + 1, other.end),) if found else second.indicator_spans[1:]
    return _named(document, first, (*label, one, *rest))


def _is_label(document: Document, label: Sequence[Span]) -> bool:
    """Tell nothing, or a topic before its colon ("Giao thông: 100% đường xã, 95% đường thôn …")."""
    after = document.text[label[-1].end :][:1] if label else ":"
    keeps = len(label) == 1 and LEVELS.fullmatch(f"{_plain(document, label[0])} ") is not None
    return len(label) <= 1 and (after == ":" or keeps)


def _is_bare_share(first: Target, one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell a share of a bare noun, which says nothing: "96% gia đình, 98% cơ quan đạt chuẩn"."""
    return first.unit == "%" and max(len(one), len(other)) < _LONE


def _alike(first: Sequence[str], second: Sequence[str], *, listed: bool) -> bool:
    """Tell whether two noun phrases can be subjects of one predicate."""
    if first[0] == second[0]:
        return len(second) > 1 or len(first) < _LONE
    return listed and max(len(first), len(second)) <= _SHORT


def _with_change(document: Document, first: Target, second: Target) -> Target:
    """Give the second figure the verb of change that stands before the first."""
    verb, noun = first.indicator_spans[0], _noun(first)
    if noun is None or verb == noun or second.indicator_spans[0] != _noun(second):
        return second
    if not CHANGE.match(_plain(document, verb)):
        return second
    if PREDICATE.search(_plain(document, second.indicator_span)):
        return second
    return _named(document, second, (verb, *second.indicator_spans))


def _named(document: Document, record: Target, slices: tuple[Span, ...]) -> Target:
    indicator = " ".join(document.quote(piece) for piece in slices)
    return replace(record, indicator=indicator, indicator_spans=slices)


def _plain(document: Document, span: Span) -> str:
    return comparable(document.quote(span))
