"""``hoidap targets``: the targets of an index as a table, JSON, CSV or a plot.

What this module does not know: how targets are found or drawn.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.engine import Engine
from assistant.cli.options import COMMANDS, IndexOption, JsonOption, option
from assistant.cli.session import begin, ensure_index
from assistant.cli.vietnamese import Command
from corpus.errors import DocumentError, SettingsError

if TYPE_CHECKING:
    from assistant.targets import Row


def add_targets(app: typer.Typer, engine: Engine) -> None:
    """Add the command to ``app``."""

    @app.command(
        "targets",
        cls=Command,
        rich_help_panel=COMMANDS,
        help="Liệt kê mọi chỉ tiêu của văn bản: tên, năm, mức, câu trích; vẽ biểu đồ.",
    )
    def targets(
        index: IndexOption = None,
        as_json: JsonOption = False,
        as_csv: Annotated[
            bool, option("--csv", help="In dạng CSV, mở được bằng bảng tính.")
        ] = False,
        plot: Annotated[
            str | None, option("--plot", metavar="FILE", help="Vẽ ra tệp .svg hoặc .png.")
        ] = None,
    ) -> None:
        if as_json and as_csv:
            raise SettingsError("Chỉ chọn một trong --json và --csv; xem: hoidap targets --help")
        path = None if plot is None else _checked(plot)
        rows = _rows(engine, index, may_be_none=as_json or as_csv)
        if path is not None:
            _draw(rows, path)
        if as_json or as_csv or path is None:
            _print(rows, as_json=as_json, as_csv=as_csv)


def _checked(name: str) -> Path:
    """Return where to draw; a wrong suffix is told before anything is read."""
    from assistant.targets.plot import suffix_of

    path = Path(name).expanduser()
    suffix_of(path)
    return path


def _rows(engine: Engine, index: str | None, *, may_be_none: bool) -> "list[Row]":
    """Return the rows of the index; a program that reads JSON or CSV may be given none.

    Raises:
        DocumentError: its documents set no target, and a person is to be told.
    """
    from assistant.targets import rows_of

    settings = begin(index)
    ensure_index(engine, settings)
    documents, register_of = engine.registered(settings)
    rows = rows_of(documents, register_of)
    if rows or may_be_none:
        return rows
    raise DocumentError(
        f"Không thấy chỉ tiêu nào trong {len(documents)} văn bản của chỉ mục {settings.index}; "
        "hãy chọn chỉ mục khác bằng --index."
    )


def _draw(rows: "Sequence[Row]", path: Path) -> None:
    from assistant.targets.plot import write_plot

    write_plot(rows, path)
    sys.stderr.write(f"Đã vẽ {len(rows)} chỉ tiêu: {path}\n")


def _print(rows: "Sequence[Row]", *, as_json: bool, as_csv: bool) -> None:
    from assistant.targets.formats import row_to_json, rows_to_csv

    if as_json:
        listed = [row_to_json(row) for row in rows]
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    elif as_csv:
        sys.stdout.write(rows_to_csv(rows))
    else:
        _show_table(rows)


def _show_table(rows: "Sequence[Row]") -> None:
    """Print a table; "Vị trí" is where the quote stands in what ``hoidap source`` prints."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    several = len({row.document for row in rows}) > 1
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Chỉ tiêu", ratio=3, overflow="fold")
    table.add_column("Năm", no_wrap=True)
    table.add_column("Mức", ratio=2, overflow="fold", style="bold")
    table.add_column("Vị trí", no_wrap=True, style="dim")
    if several:
        table.add_column("Văn bản", ratio=1, overflow="fold")
    for row in rows:
        place = f"{row.span.start}-{row.span.end}"
        cells = [row.indicator, row.year or "", row.value, place, row.document]
        table.add_row(*(Text(cell) for cell in cells[: None if several else -1]))
    console.print(table)
    sys.stdout.write(f"{len(rows)} chỉ tiêu\n")
