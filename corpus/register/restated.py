"""One target stated twice, in the lead and in the body: its fuller statement is kept.

What this module does not know: how records are found.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from corpus.dates import find_times
from corpus.model import Document, ParagraphKind
from corpus.normalize import comparable, syllables
from corpus.quantity import Operator
from corpus.register.record import Target
from corpus.units import bare_unit_key

_FEWEST_WORDS, _FEWEST_TELLING = 3, 2
_MOST_COMPARED = 64
_SHARE = 0.8
_LARGE, _ALL = 1000, 100
_LONGEST_AREA = 100
_OF_AREA = re.compile(
    r"\W*(?:đối với|tại|ở|riêng)(?: các)? "
    r"(?P<area>(?:khu vực|vùng|miền|địa bàn) [^.;:()0-9]{3,60}?), "
)
_BY_FIGURE = re.compile(r"\b(?:mục tiêu|chỉ tiêu|con số|cột mốc|mốc) ?$")


def without_repeats(document: Document, records: Iterable[Target]) -> tuple[Target, ...]:
    """Return the records in reading order, each target once, in its fullest statement."""
    known = _Known(document)
    kept: dict[int, Target] = {}
    seen: set[object] = set()
    for position, record in enumerate(records):
        if record.key in seen:
            continue
        seen.add(record.key)
        again = known.restated_by(record, kept)
        if again is None:
            kept[position] = record
            known.add(position, record)
        elif known.fuller(record, kept[again]):
            kept[again] = record
    return tuple(sorted(kept.values(), key=lambda record: record.value_span.start))


class _Known:
    """The records kept so far, by figure."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sentences = [sentence.span.start for sentence in document.sentences]
        self._by_figure: dict[object, list[int]] = {}

    def add(self, position: int, record: Target) -> None:
        for key in _keys(record):
            self._by_figure.setdefault(key, []).append(position)

    def restated_by(self, record: Target, kept: dict[int, Target]) -> int | None:
        """Return which kept record says the same, or None."""
        before = [at for key in _keys(record) for at in self._by_figure.get(key, [])]
        near = before[-_MOST_COMPARED:]
        return next((at for at in near if self._restates(record, kept[at])), None)

    def fuller(self, record: Target, other: Target) -> bool:
        """Tell whether a record says more than the one that says the same."""
        return self._worth(record) > self._worth(other)

    def _worth(self, record: Target) -> tuple[bool, bool, bool]:
        exact = record.operator is not Operator.ABOUT
        return exact, record.year is not None, self._says_year(record)

    def _restates(self, record: Target, other: Target) -> bool:
        one, two = self._place(record), self._place(other)
        if record.kind is not other.kind or one == two:
            return False
        if self._in_table(record) or self._in_table(other):
            return False
        marked = self._is_marked(record) or self._is_marked(other)
        if marked and (record.year != other.year or one[0] == two[0]):
            return False
        if not marked and self._refers(record):
            return True
        if self._area(one[1]) != self._area(two[1]):
            return False
        return self._same_time(record, other) and _same_name(record, other, strict=marked)

    def _refers(self, record: Target) -> bool:
        """Tell "đạt mục tiêu 10 tỷ USD sớm hơn", which names a target by its figure alone."""
        start = record.value_span.start
        return (
            _BY_FIGURE.search(comparable(self._document.text[max(0, start - 24) : start]))
            is not None
        )

    def _same_time(self, record: Target, other: Target) -> bool:
        if record.year == other.year or None in {record.year, other.year}:
            return True
        ends = [(each.year or "").split("-")[-1] for each in (record, other)]
        return ends[0] == ends[1] and not (self._says_year(record) and self._says_year(other))

    def _says_year(self, record: Target) -> bool:
        """Tell whether the quote itself says the year."""
        return any(time.key == record.year for time in find_times(record.quote))

    def _place(self, record: Target) -> tuple[int, int]:
        """Return the paragraph and sentence in which a figure stands."""
        start = record.value_span.start
        return self._document.paragraph_at(start).span.start, bisect_right(self._sentences, start)

    def _area(self, sentence: int) -> str:
        """Return the area that a sentence is of by how it opens: "Đối với khu vực miền núi, …"."""
        start = self._sentences[sentence - 1] if sentence else 0
        opens = _OF_AREA.match(comparable(self._document.text[start : start + _LONGEST_AREA]))
        return opens["area"] if opens else ""

    def _is_marked(self, record: Target) -> bool:
        paragraph = self._document.paragraph_at(record.value_span.start)
        return bool(paragraph.marker)

    def _in_table(self, record: Target) -> bool:
        paragraph = self._document.paragraph_at(record.value_span.start)
        return paragraph.kind is ParagraphKind.TABLE_ROW


def _keys(record: Target) -> tuple[object, ...]:
    """Return what two statements of one figure share, whatever they call what it measures.

    A large exact figure and a rounding of it ("gần 48.400 tỷ đồng") share a key too.
    """
    unit = bare_unit_key(record.unit)
    rounds = record.operator in {Operator.ABOUT, Operator.EXACT}
    figure = (None if rounds else record.operator, record.low, record.high, unit)
    if rounds and record.low is not None and record.low >= _LARGE:
        return figure, (f"{record.low:.2e}", unit)
    return (figure,)


def _same_name(record: Target, other: Target, *, strict: bool) -> bool:
    """Tell whether one indicator's name is, all or nearly, part of the other's.

    A range, a decimal or a large number tells enough for two shared words to do.
    """
    first, second = ({*syllables(each.indicator)} for each in (record, other))
    shorter = min(len(first), len(second))
    if shorter < (_FEWEST_TELLING if _tells(record) and not strict else _FEWEST_WORDS):
        return False
    shared = len(first & second)
    all_of = record.low == _ALL and record.unit == "%"  # "100% đơn vị …", of one thing or another
    return shared == shorter or (shared >= _SHARE * shorter and not strict and not all_of)


def _tells(record: Target) -> bool:
    """Tell a figure that would hardly be set twice from a round one."""
    ends = [end for end in (record.low, record.high) if end is not None]
    return len({*ends}) > 1 or any(end != int(end) or end >= _LARGE for end in ends)
