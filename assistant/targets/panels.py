"""What the plot shows, before anything is drawn: a panel for each unit, a group for each indicator.

What this module does not know: colours, fonts, inches.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.targets.rows import Row
from corpus.normalize import comparable
from corpus.quantity import Operator
from corpus.units import unit_key

NO_YEAR = "không nêu năm"
_NO_UNIT = "không có đơn vị"
_UPWARD = frozenset({Operator.ABOVE, Operator.AT_LEAST})
_DOWNWARD = frozenset({Operator.BELOW, Operator.AT_MOST})
_WHOLE = 100  # percent


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: where it lies, which way it is open (1 up, -1 down, 0 closed), what it says.

    ``text`` leaves the unit out (a percent sign apart): the panel names it.
    """

    year: str
    low: float
    high: float
    way: int
    vague: bool
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one indicator, by year; ``document`` is "" where there is just one."""

    name: str
    document: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The indicators measured in one unit: they share an axis from ``low`` to ``high``."""

    unit: str
    groups: tuple[Group, ...]
    low: float
    high: float

    @property
    def whole(self) -> bool:
        """Whether every figure is a whole number."""
        marks = [mark for group in self.groups for mark in group.marks]
        return all(mark.low.is_integer() and mark.high.is_integer() for mark in marks)


def panels_of(rows: Sequence[Row]) -> list[Panel]:
    """Group rows by unit, then by indicator, in reading order; years rise within an indicator.

    Scale words belong to the unit: "tỷ đồng" and "nghìn tỷ đồng" never share an axis.
    """
    several = len({row.document for row in rows}) > 1
    by_unit: dict[str, list[Row]] = {}
    for row in rows:
        by_unit.setdefault(unit_key(row.unit), []).append(row)
    return [_panel(same, several=several) for same in by_unit.values()]


def years_of(panels: Sequence[Panel]) -> list[str]:
    """Return every year of the panels, those that name none last."""
    years = {mark.year for panel in panels for group in panel.groups for mark in group.marks}
    return sorted(years, key=_by_end)


def _panel(rows: Sequence[Row], *, several: bool) -> Panel:
    by_name: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        key = row.document, " ".join(comparable(row.indicator).split())
        by_name.setdefault(key, []).append(row)
    groups = tuple(_group(same, several=several) for same in by_name.values())
    marks = [mark for group in groups for mark in group.marks]
    high = max(mark.high for mark in marks)
    share = rows[0].unit.startswith("%") and "/" not in rows[0].unit and high <= _WHOLE
    low = min(0.0, *(mark.low for mark in marks))
    return Panel(rows[0].unit or _NO_UNIT, groups, low, float(_WHOLE) if share else high or 1.0)


def _group(rows: Sequence[Row], *, several: bool) -> Group:
    name, document = rows[0].indicator, rows[0].document if several else ""
    marks = sorted((_mark(row) for row in rows), key=lambda mark: _by_end(mark.year))
    return Group(name[:1].upper() + name[1:], document, tuple(marks))


def _mark(row: Row) -> Mark:
    ends = [float(end) for end in (row.low, row.high) if end is not None]
    way = (row.operator in _UPWARD) - (row.operator in _DOWNWARD)
    vague = row.operator is Operator.ABOUT
    text = row.figures + row.unit[:1] if row.unit.startswith("%") else row.figures
    return Mark(row.year or NO_YEAR, min(ends), max(ends), way, vague, text)


def _by_end(year: str) -> tuple[str, str]:
    return (year[-4:], year) if year[-4:].isdigit() else ("9999", year)
