"""Whose figure it is: each figure of a sentence must stand by the same words in its passages.

A verifier that asks only whether a figure stands in a passage lets two figures of one sentence
change places. Here, what a sentence says around a figure must be said around that figure in a
cited passage, and for the same year; each side of it must be met by the very passage that holds
it; what makes it another measure (of each year, a share, a rise) must be said there too; and
figures told in another order must have kept the words next to them.

What this module does not know: whether a figure is there at all (`assistant.verify`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Citation
from assistant.reading.annotations import Annotations
from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.quantities import Mentions, Quantity, mentions, same_figures, same_unit
from corpus.read import document_of
from corpus.register import Target, register

ASSOCIATED = 0.55
"""The share of the words around a figure, weighed by rarity, that its passage has around it."""

SIDE_MET = 0.5
"""The share of the words on each side of a figure that the passage which holds it must have."""
_NEXT = 2  # syllables that stand next to a figure

_STOP = re.compile(r"[;,.:\n]\s|[;:\n]|\s(?:và|còn|rồi|trong khi)\s")
_LEAD_IN = re.compile(r"[:;\n]")
_IN_TURN = re.compile(r"lần lượt|tương ứng")
_YEAR = re.compile(r"\d{4}")
_EACH = re.compile(r"\b(?:mỗi|hằng|hàng|từng)\s+(năm|quý|tháng|tuần|ngày)\b")
_RELATES = re.compile(
    r"\b(tăng|giảm|chiếm|vượt|gấp|thêm|bớt|thiếu)(?:\s+(?:thêm|lên|khoảng|đến|tới|từ))*\s*$"
)

Coverage = Callable[[str, Sequence[str]], float | None]
"""How much of a text's content others hold, 0..1; None where it has no content."""


@dataclass(frozen=True, slots=True)
class Place:
    """A figure and what stands around it: its words on both sides, and the years it is for.

    ``around`` may hold more words than the two sides; ``whole`` is the text that the figure is in.
    """

    quantity: Quantity
    around: str
    years: frozenset[str]
    sides: tuple[str, str]
    whole: str


def places_in(text: str) -> tuple[Place, ...]:
    """Return the figures of a text with what is said around each."""
    found = mentions(text)
    return tuple(
        Place(
            quantity,
            text[before:after],
            _years(found, (right, left)),
            (left.of(text), right.of(text)),
            text,
        )
        for quantity, before, after in _stretches(text, found)
        for left in (Span(before, quantity.span.start),)
        for right in (Span(quantity.span.end, after),)
    )


def stated_in(citation: Citation, annotations: Annotations) -> tuple[Place, ...]:
    """Return the figures of a cited passage, each with the indicator and year of its record.

    A figure that the register has no record of may be of whatever the passage begins with.
    """
    records = [
        record
        for record in annotations.targets_of(citation.document)
        if citation.span.overlaps(record.value_span)
    ]
    return _recorded(citation.quote, records, citation.span.start)


def stated_by(text: str) -> tuple[Place, ...]:
    """Return the figures of any text, as `stated_in` does of a passage."""
    return _recorded(text, register(document_of("", text)), 0)


def _recorded(text: str, records: Sequence[Target], offset: int) -> tuple[Place, ...]:
    places = places_in(text)
    opening = places[0].around if places else ""
    found = []
    for place in places:
        own = [one for one in records if one.value_span.overlaps(place.quantity.span.moved(offset))]
        told = " ".join(one.indicator for one in own) or opening
        years = {year for one in own for year in _YEAR.findall(one.year or "")}
        found.append(
            replace(place, around=f"{place.around} {told}", years=frozenset(years) or place.years)
        )
    return tuple(found)


def misplaced(
    said: str, stated: Sequence[Place], leans_on: Sequence[str], coverage: Coverage
) -> tuple[str, bool] | None:
    """Return the first figure that is another thing's or another year's, and whether the year is.

    Args:
        said: the sentence, without markers.
        stated: the figures of its passages.
        leans_on: what a sentence that names no thing or year of its own may lean on: the sentence
            before it, the question.
        coverage: how much of a text's content others hold.
    """
    leaning = frozenset(_YEAR.findall(" ".join(leans_on)))
    whole = frozenset(_YEAR.findall(said))
    before: tuple[Place, Place] | None = None
    for place in places_in(said):
        alike = _alike(place, stated)
        if not alike:
            continue
        printed = place.quantity.span.of(said)
        near = [
            other
            for other in alike
            if _is_of(place.around, other, leans_on, coverage)
            and _is_met(place, other, coverage)
            and _measures_alike(place, other)
        ]
        if not near:
            return printed, False
        years = whole if _IN_TURN.search(said) else place.years or whole or leaning
        if years and all(other.years and not years & other.years for other in near):
            return printed, True
        now = (place, near[0]) if len(alike) == 1 else None
        if before and now and _changed_places(before, now):
            return printed, False
        before = now or before
    return None


def _alike(place: Place, stated: Sequence[Place]) -> list[Place]:
    """Return the figures that a figure may be; of any unit, where none has its own.

    What counts as the unit of "3 nước kinh tế số" hangs on the words after it.
    """
    alike = [other for other in stated if same_figures(place.quantity, other.quantity)]
    return [other for other in alike if same_unit(place.quantity, other.quantity)] or alike


def _is_met(place: Place, other: Place, coverage: Coverage) -> bool:
    """Tell whether the passage that holds a figure has the words on each side of it."""
    sources = [f"{other.whole}\n{other.around}"]
    left, right = place.sides
    nearest = (_LEAD_IN.split(left)[-1], _LEAD_IN.split(right)[0])
    shares = (coverage(side, sources) for side in nearest)
    return all(share is None or share >= SIDE_MET for share in shares)


def _measures_alike(place: Place, other: Place) -> bool:
    """Tell whether what makes a figure another measure is said of it in its passage too.

    "mỗi năm 20" is no "20"; "tăng 20" is no "đạt 20"; a count that "chiếm" has in no passage is no
    share, while a percentage is one whatever the verb.
    """
    said, stated = comparable(place.sides[0]), comparable(f"{other.whole} {other.around}")
    period = _EACH.search(said)
    if period and not re.search(rf"(?:mỗi|hằng|hàng|từng|/)\s*{period.group(1)}\b", stated):
        return False
    relates = _RELATES.search(said)
    if not relates or (relates.group(1) == "chiếm" and "%" in place.quantity.unit):
        return True
    return relates.group(1) in syllables(comparable(other.around))


def _changed_places(before: tuple[Place, Place], now: tuple[Place, Place]) -> bool:
    """Tell whether two figures stand in another order than in their passage, without their words.

    Each pair is a figure as said and as stated.
    """
    (_, first), (_, second) = before, now
    if first.whole != second.whole or first.quantity.span.start <= second.quantity.span.start:
        return False
    return not (_keeps_its_words(*before) and _keeps_its_words(*now))


def _keeps_its_words(said: Place, stated: Place) -> bool:
    """Tell whether a word next to a figure stands on the same side of it in its passage."""
    left, right = (
        [syllables(comparable(side)) for side in sides]
        for sides in zip(said.sides, stated.sides, strict=True)
    )
    return bool(
        set(left[0][-_NEXT:]) & set(left[1][-_NEXT:])
        or set(right[0][:_NEXT]) & set(right[1][:_NEXT])
    )


def _is_of(around: str, other: Place, leans_on: Sequence[str], coverage: Coverage) -> bool:
    share = coverage(around, [other.around])
    if share is None:
        return any((coverage(text, [other.around]) or 0.0) >= ASSOCIATED for text in leans_on)
    return share >= ASSOCIATED


def _stretches(text: str, found: Mentions) -> list[tuple[Quantity, int, int]]:
    """Return each figure with where its words begin (the figure before) and end (its clause)."""
    quantities = sorted(
        (one for one in found.quantities if one.figures), key=lambda one: one.span.start
    )
    stretches = []
    for place, one in enumerate(quantities):
        begin = quantities[place - 1].span.end if place else 0
        last = quantities[place + 1].span.start if place + 1 < len(quantities) else len(text)
        stop = _STOP.search(text, one.span.end, max(last, one.span.end))
        stretches.append((one, begin, stop.start() if stop else max(last, one.span.end)))
    return stretches


def _years(found: Mentions, spans: Sequence[Span]) -> frozenset[str]:
    """Return the years named in the first of these stretches that names any."""
    for span in spans:
        years = {
            str(year)
            for time in found.times
            if span.covers(time.core)
            for year in (time.start_year, time.end_year)
            if year
        }
        if years:
            return frozenset(years)
    return frozenset()
