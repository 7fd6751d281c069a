"""Bar charts as inline SVG: horizontal bars with their standard error.

What this module does not know: what the numbers mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_ROW = 26
_LABELS = 190
_BARS = 420
_VALUES = 120


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``value`` and ``error`` are shares from 0 to 1, ``shown`` the words after it.

    ``mark`` is a bound drawn across the bar, or None.
    """

    label: str
    value: float
    shown: str
    error: float = 0.0
    mark: float | None = None
    good: bool = True


def bar_chart(title: str, bars: Sequence[Bar]) -> str:
    """Return an SVG element of the bars, one below the other; every text in it is escaped."""
    height = _ROW * len(bars) + 6
    width = _LABELS + _BARS + _VALUES
    rows = "".join(_bar(bar, _ROW * position + 4) for position, bar in enumerate(bars))
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{rows}</svg>"
    )


def _bar(bar: Bar, top: int) -> str:
    middle = top + 14
    length = _x(bar.value) - _LABELS
    return (
        f'<text class="label" x="{_LABELS - 10}" y="{middle}">{escape(bar.label)}</text>'
        f'<rect class="rail" x="{_LABELS}" y="{top}" width="{_BARS}" height="18" rx="3"/>'
        f'<rect class="{"bar" if bar.good else "bar bad"}" x="{_LABELS}" y="{top}" '
        f'width="{length:.1f}" height="18" rx="3"/>'
        f"{_whisker(bar, top + 9)}{_mark(bar, top)}"
        f'<text class="value" x="{_LABELS + _BARS + 10}" y="{middle}">{escape(bar.shown)}</text>'
    )


def _whisker(bar: Bar, y: int) -> str:
    if not bar.error:
        return ""
    left, right = _x(bar.value - bar.error), _x(bar.value + bar.error)
    return f'<line class="error" x1="{left:.1f}" x2="{right:.1f}" y1="{y}" y2="{y}"/>'


def _mark(bar: Bar, top: int) -> str:
    if bar.mark is None:
        return ""
    x = _x(bar.mark)
    return f'<line class="mark" x1="{x:.1f}" x2="{x:.1f}" y1="{top - 2}" y2="{top + 20}"/>'


def _x(share: float) -> float:
    return _LABELS + _BARS * min(1.0, max(0.0, share))
