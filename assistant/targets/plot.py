"""Draws the targets: a panel for each unit, a line for each figure, its year by colour and sign.

Ranges are bars, open bounds arrows, "khoảng" a hollow sign; every figure is also written out, so
nothing rests on colour. The colours are Okabe and Ito's ("Color Universal Design", 2008), told
apart by most colour-blind people; the signs tell them apart in black and white.

The same rows give the same SVG, byte for byte, under one version of matplotlib. All lengths are
inches. matplotlib's own DejaVu Sans is used: it has every Vietnamese letter.

What this module does not know: where rows come from.
"""

import errno
import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from assistant.targets.panels import Group, Mark, Panel, panels_of, years_of
from assistant.targets.rows import Row, in_vietnamese
from corpus.errors import DocumentError, SettingsError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_REASONS = {
    errno.ENOENT: "không có thư mục này",
    errno.ENOTDIR: "không có thư mục này",
    errno.EISDIR: "đây là một thư mục",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "nơi này chỉ đọc được",
    errno.ENOSPC: "đĩa đã đầy",
}
SUFFIXES = (".svg", ".png")
MOST = 200
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#56B4E9", "#E69F00")
_SIGNS = ("o", "s", "D", "^", "v", "P", "X")
_WIDTH, _LEFT, _RIGHT = 11.0, 4.0, 0.3
_HEAD, _PANEL_HEAD, _PANEL_FOOT, _FOOT = 1.25, 0.4, 0.4, 0.35
_LINE, _PAD, _MARK = 0.19, 0.12, 0.29
_LETTERS, _MOST_LINES, _TITLE_LETTERS = 48, 3, 95
_ROOM = 1.4  # an axis is this much longer than its highest figure: the figures are written there
_ARROW = 22  # points
_INK, _PALE = "#222222", "#DDDDDD"
_KEY = "Thanh: từ … đến …    Mũi tên: trên, tối thiểu (→) hoặc dưới, không quá (←)    Rỗng: khoảng"


def suffix_of(path: Path) -> str:
    """Return the suffix that says what to draw.

    Raises:
        SettingsError: it is neither ``.svg`` nor ``.png``.
    """
    if path.suffix.lower() in SUFFIXES:
        return path.suffix.lower()
    raise SettingsError(f"Không vẽ được ra {str(path)!r}: hãy đặt tên tệp có đuôi .svg hoặc .png.")


def write_plot(rows: Sequence[Row], path: Path) -> None:
    """Draw ``rows`` into the file at ``path``, SVG or PNG by its suffix.

    Raises:
        SettingsError: an unknown suffix, or a file that cannot be written.
        DocumentError: there are no rows.
    """
    drawn = draw(rows, suffix_of(path))
    try:
        path.write_bytes(drawn)
    except (OSError, ValueError) as error:
        reason = _REASONS.get(getattr(error, "errno", 0), str(error))
        raise SettingsError(
            f"Không ghi được biểu đồ vào {str(path)!r} ({reason}); hãy chọn tệp khác."
        ) from error


def draw(rows: Sequence[Row], suffix: str) -> bytes:
    """Return the plot of ``rows`` as the bytes of an SVG or PNG file.

    Only the first `MOST` rows are drawn; a line below then says how many are left out.

    Raises:
        DocumentError: there are no rows.
    """
    if not rows:
        raise DocumentError("Không có chỉ tiêu nào để vẽ; hãy chọn văn bản khác bằng --index.")
    with _own_style():
        figure = _figure(rows)
        out = io.BytesIO()
        about = {"Date": None, "Creator": "hoidap"} if suffix == ".svg" else {"Software": "hoidap"}
        figure.savefig(out, format=suffix[1:], dpi=160, metadata=about)
    return out.getvalue()


@contextmanager
def _own_style() -> Iterator[None]:
    """Let no setting of the user's matplotlib change the drawing, and none of ours outlive it."""
    import matplotlib as mpl  # noqa: PLC0415 - half a second, for those who draw

    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams["font.family"] = "DejaVu Sans"
        mpl.rcParams["svg.hashsalt"] = "hoidap"
        mpl.rcParams["text.parse_math"] = False  # "US$ … $" is no formula
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # a letter DejaVu lacks
        yield


def _figure(rows: Sequence[Row]) -> "Figure":
    from matplotlib.figure import Figure  # noqa: PLC0415 - half a second, for those who draw

    panels = panels_of(rows[:MOST])
    heights = [sum(map(_height, panel.groups)) for panel in panels]
    total = _HEAD + sum(heights) + len(panels) * (_PANEL_HEAD + _PANEL_FOOT) + _FOOT
    figure = Figure(figsize=(_WIDTH, total), facecolor="white")
    years = years_of(panels)
    _write_head(figure, total, rows, years)
    top = _HEAD
    for panel, height in zip(panels, heights, strict=True):
        top += _PANEL_HEAD
        place = (
            _LEFT / _WIDTH, 1 - (top + height) / total,
            (_WIDTH - _LEFT - _RIGHT) / _WIDTH, height / total,
        )  # fmt: skip
        _draw_panel(figure.add_axes(place), panel, height, years)
        top += height + _PANEL_FOOT
    if len(rows) > MOST:
        left = f"Chỉ vẽ {MOST} chỉ tiêu đầu trong {len(rows)}; xem đủ bằng hoidap targets --csv."
        figure.text(0.3 / _WIDTH, 0.15 / total, left, fontsize=8, color=_INK)
    return figure


def _write_head(figure: "Figure", total: float, rows: Sequence[Row], years: Sequence[str]) -> None:
    """Write the title, the documents, the years with their signs, and how to read them."""
    names = list(dict.fromkeys(row.title for row in rows))
    titles = f"{len(names)} văn bản: {'; '.join(names)}" if len(names) > 1 else names[0]
    lines = [("Các chỉ tiêu theo năm", 14, 0.35), (_cut(titles, _TITLE_LETTERS), 9, 0.58)]
    for text, size, at in [*lines, (_KEY, 8, 1.12)]:
        figure.text(0.3 / _WIDTH, 1 - at / total, text, fontsize=size, color=_INK)
    from matplotlib.lines import Line2D  # noqa: PLC0415 - half a second, for those who draw

    handles = [
        Line2D([], [], color=_colour(years, year), marker=_sign(years, year), lw=0, label=year)
        for year in years[: 2 * len(_SIGNS)]
    ]
    place = (0.24 / _WIDTH, 1 - 0.8 / total)
    figure.legend(
        handles=handles, loc="center left", bbox_to_anchor=place, frameon=False,
        ncol=len(handles), handletextpad=0.1, columnspacing=1.2, borderaxespad=0, borderpad=0,
    )  # fmt: skip


def _draw_panel(axes: "Axes", panel: Panel, height: float, years: Sequence[str]) -> None:
    """Draw one panel; its vertical unit is the inch, counted downwards."""
    axes.set_xlim(panel.low, panel.low + (panel.high - panel.low) * _ROOM)
    axes.set_ylim(height, 0)
    axes.set_title(
        f"Đơn vị: {panel.unit}", loc="left", fontsize=10, color=_INK, weight="bold",
        x=-(_LEFT - 0.3) / (_WIDTH - _LEFT - _RIGHT),
    )  # fmt: skip
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - half a second, for those who draw

    ticks = MaxNLocator(6, integer=panel.whole).tick_values(panel.low, panel.high)
    axes.set_xticks([tick for tick in ticks if panel.low <= tick <= panel.high])
    axes.set_yticks([])
    axes.xaxis.set_major_formatter(lambda value, _: in_vietnamese(Decimal(f"{value:g}")))
    axes.tick_params(axis="x", labelsize=8, color=_PALE, labelcolor=_INK)
    axes.grid(axis="x", color=_PALE, lw=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_PALE)
    top = 0.0
    for group in panel.groups:
        tall = _height(group)
        axes.axhline(top, color=_PALE, lw=0.6)
        axes.text(
            -(_LEFT - 0.3) / (_WIDTH - _LEFT - _RIGHT), top + tall / 2, "\n".join(_label(group)),
            transform=axes.get_yaxis_transform(), va="center", fontsize=9, color=_INK,
            linespacing=1.2,
        )  # fmt: skip
        first = top + (tall - _MARK * len(group.marks)) / 2 + _MARK / 2
        for position, mark in enumerate(group.marks):
            _draw_mark(axes, mark, first + position * _MARK, years)
        top += tall


def _draw_mark(axes: "Axes", mark: Mark, at: float, years: Sequence[str]) -> None:
    colour, sign = _colour(years, mark.year), _sign(years, mark.year)
    if mark.way:
        axes.annotate(
            "", xy=(mark.low, at), xytext=(mark.way * _ARROW, 0), textcoords="offset points",
            arrowprops={"arrowstyle": "<|-", "color": colour, "lw": 1.6, "shrinkA": 0},
        )  # fmt: skip
    if mark.high > mark.low:
        ends = [mark.low, mark.high]
        axes.plot(ends, [at, at], color=colour, lw=5, alpha=0.5, solid_capstyle="butt")
        axes.plot(ends, [at, at], color=colour, lw=0, marker="|", ms=10, mew=2, clip_on=False)
    else:
        inside = "white" if mark.vague else colour
        axes.plot(
            [mark.low], [at], lw=0, marker=sign, ms=6.5, mec=colour, mfc=inside, mew=1.6,
            clip_on=False,
        )  # fmt: skip
    away = _ARROW + 4 if mark.way > 0 else 8
    year = f"{mark.year}: " if mark.year[:1].isdigit() else ""
    axes.annotate(
        f"{year}{mark.text}", xy=(mark.high, at), xytext=(away, 0), textcoords="offset points",
        va="center", fontsize=8, color=_INK,
    )  # fmt: skip


def _height(group: Group) -> float:
    return max(len(_label(group)) * _LINE, len(group.marks) * _MARK) + _PAD


def _label(group: Group) -> list[str]:
    """Return the lines of a name, the last one cut, with the document below where it matters."""
    name = _cut(group.name, _LETTERS * (_MOST_LINES + 1))
    lines = wrap(
        name, _LETTERS, max_lines=_MOST_LINES, placeholder="…", break_on_hyphens=False
    ) or ["?"]
    return [*lines, f"[{_cut(group.document, _LETTERS - 2)}]"] if group.document else lines


def _cut(text: str, most: int) -> str:
    """Return ``text`` on one line of printable letters, cut where it is too long."""
    shown = "".join(char for char in " ".join(text.split()) if char.isprintable())
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def _colour(years: Sequence[str], year: str) -> str:
    return _COLOURS[years.index(year) % len(_COLOURS)]


def _sign(years: Sequence[str], year: str) -> str:
    return _SIGNS[years.index(year) % len(_SIGNS)]
