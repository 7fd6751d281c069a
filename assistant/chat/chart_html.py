"""The targets as a chart in the page: the panels of `assistant.targets.panels`, as HTML and SVG.

Real text and shapes that follow the page's width and colours, so that it is re-drawn at once;
the file to keep is drawn by `assistant.targets.plot`, with the same signs. Positions are per cent
of the chart's width, heights pixels.

What this module does not know: which targets are shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from assistant.chat import labels
from assistant.chat.markup import EMPTY, Html, joined, tag, text
from assistant.targets.panels import Group, Mark, Panel, panels_of, years_of
from assistant.targets.rows import Row, in_vietnamese

MOST = 200
_LINE = 26
_MIDDLE = _LINE // 2
_FROM, _TO = 2.0, 97.0
_HALF = 50.0
_ARROW = 24
_GAP = 11
_TICKS = 4
# One sign for each year, around (0, 0): circle, square, diamond, triangles, plus, cross.
_SIGNS = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "M-4.5-4.5h9v9h-9z",
    "M0-6L6 0L0 6L-6 0z",
    "M0-5.5L5.5 4.5H-5.5z",
    "M0 5.5L5.5-4.5H-5.5z",
    "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "M-5-3l2-2l3 3l3-3l2 2l-3 3l3 3l-2 2l-3-3l-3 3l-2-2l3-3z",
)


def chart_html(rows: Sequence[Row]) -> Html:
    """Return the chart of the first `MOST` rows, or a sentence where there are none."""
    if not rows:
        return tag("p", text(labels.NO_TARGET_FITS), class_="hd-none")
    panels = panels_of(rows[:MOST])
    years = years_of(panels)
    titles = {row.document: row.title or row.document for row in rows}
    left = (
        tag("p", text(f"Vẽ {MOST} chỉ tiêu đầu trong {labels.grouped(len(rows))}; hãy lọc bớt."))
        if len(rows) > MOST
        else EMPTY
    )
    return tag(
        "div",
        _legend(years),
        tag("p", text(labels.CHART_KEY), class_="hd-key-words"),
        left,
        *(_panel(panel, years, titles) for panel in panels),
        class_="hd-chart",
    )


def _legend(years: Sequence[str]) -> Html:
    signs = (
        tag("li", tag("svg", _sign(at), viewBox="-7 -7 14 14", aria_hidden="true"), text(year))
        for at, year in enumerate(years)
    )
    return tag("ul", *signs, class_="hd-legend")


def _panel(panel: Panel, years: Sequence[str], titles: Mapping[str, str]) -> Html:
    ticks = _ticks(panel)
    return tag(
        "section",
        tag("h3", text(f"Đơn vị: {panel.unit}")),
        *(
            _group(replace(group, document=titles.get(group.document, "")), panel, years, ticks)
            for group in panel.groups
        ),
        _axis(ticks),
        class_="hd-unit",
    )


def _group(
    group: Group, panel: Panel, years: Sequence[str], ticks: Sequence[tuple[float, str]]
) -> Html:
    height = _LINE * len(group.marks)
    said = "; ".join(f"{mark.year}: {mark.text}" for mark in group.marks)
    grid = (tag("line", x1=_at(x), x2=_at(x), y1=0, y2=height, class_="hd-grid") for x, _ in ticks)
    marks = (
        _mark(mark, panel, years.index(mark.year), _LINE * at + _MIDDLE)
        for at, mark in enumerate(group.marks)
    )
    document = tag("small", text(group.document)) if group.document else EMPTY
    return tag(
        "div",
        tag("p", text(group.name), document),
        tag(
            "svg",
            joined(grid),
            joined(marks),
            width="100%",
            height=height,
            role="img",
            aria_label=f"{group.name}: {said}",
        ),
        class_="hd-group",
    )


def _mark(mark: Mark, panel: Panel, year: int, y: int) -> Html:
    """Return one figure: its sign or bar, its arrow, and what it says."""
    low, high = _place(mark.low, panel), _place(mark.high, panel)
    shapes = [_arrow(mark.way)] if mark.way else []
    if mark.high > mark.low:
        bar = tag("line", x1=_at(low), x2=_at(high), y1=y, y2=y, class_="hd-range")
        ends = joined(
            tag("line", x1=_at(x), x2=_at(x), y1=y - 6, y2=y + 6, class_="hd-end")
            for x in (low, high)
        )
    else:
        bar = ends = EMPTY
        shapes.append(_sign(year, hollow=mark.vague))
    here = tag("svg", *shapes, x=_at(high), y=y, overflow="visible")
    return tag("g", bar, ends, here, _words(mark, low, high, y), class_=f"hd-y{year % len(_SIGNS)}")


def _words(mark: Mark, low: float, high: float, y: int) -> Html:
    """Return what a figure says, on the side where there is room."""
    said = f"{mark.year}: {mark.text}" if mark.year[:1].isdigit() else mark.text
    if high > _HALF:
        away = -(_ARROW + _GAP if mark.way < 0 else _GAP)
        words = tag("text", text(said), x=away, dy="0.35em", text_anchor="end")
        return tag("svg", words, x=_at(low), y=y, overflow="visible")
    away = _ARROW + _GAP if mark.way > 0 else _GAP
    words = tag("text", text(said), x=away, dy="0.35em")
    return tag("svg", words, x=_at(high), y=y, overflow="visible")


def _arrow(way: int) -> Html:
    tip = way * _ARROW
    back = tip - way * 7
    return tag("path", d=f"M0 0H{tip}M{back}-4L{tip} 0L{back} 4", class_="hd-arrow")


def _sign(year: int, *, hollow: bool = False) -> Html:
    at = year % len(_SIGNS)
    return tag("path", d=_SIGNS[at], class_=f"hd-sign hd-y{at}" + (" hd-hollow" if hollow else ""))


def _axis(ticks: Sequence[tuple[float, str]]) -> Html:
    words = (tag("text", text(label), x=_at(x), y=14, text_anchor=_anchor(x)) for x, label in ticks)
    scale = tag("svg", *words, width="100%", height=20, aria_hidden="true")
    return tag("div", scale, class_="hd-group hd-axis")


def _anchor(x: float) -> str:
    return "start" if x <= _FROM else "end" if x >= _TO else "middle"


def _ticks(panel: Panel) -> list[tuple[float, str]]:
    """Return where the axis is ticked, and the figure there: round steps, about four of them."""
    return [(_place(float(value), panel), in_vietnamese(value)) for value in _steps(panel)]


def _steps(panel: Panel) -> Iterator[Decimal]:
    step = _round_step(panel)
    value = (Decimal(panel.low) / step).to_integral_value(ROUND_CEILING) * step
    while float(value) <= panel.high:
        yield value
        value += step


def _round_step(panel: Panel) -> Decimal:
    """Return the shortest step of 1, 2 or 5 times a power of ten that gives few enough ticks."""
    wanted = Decimal(panel.high - panel.low) / _TICKS
    power = Decimal(10) ** (wanted.adjusted())
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= wanted)
    return max(step, Decimal(1)) if panel.whole else step


def _place(value: float, panel: Panel) -> float:
    """Return how far along the chart a value lies."""
    share = (value - panel.low) / (panel.high - panel.low)
    return _FROM + share * (_TO - _FROM)


def _at(x: float) -> str:
    return f"{x:.2f}%"
