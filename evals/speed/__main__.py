"""``python -m evals.speed``: measure, and print each figure beside its bound and its floor.

What this module does not know: how anything is measured.
"""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli import run
from assistant.cli.session import begin
from evals import provenance
from evals.runs_folder import write_report
from evals.speed.chat import chat_measured
from evals.speed.measure import Line, measured
from evals.speed.reading import measured_reading

_SIZES = (40, 10_000)


def speed_command(
    sentences: Annotated[list[int] | None, typer.Option(help="Cỡ kho văn bản, theo câu.")] = None,
    as_json: Annotated[Path | None, typer.Option("--json", metavar="F", help="Ghi ra.")] = None,
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="Thư mục dữ liệu.")] = None,
    only_chat: Annotated[bool, typer.Option("--chat", help="Chỉ đo trang hỏi đáp.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Đo tốc độ trả lời, lập chỉ mục và bộ nhớ, bên cạnh mức sàn của cùng máy."""
    settings = begin()
    sizes = sentences or _SIZES
    lines = [
        line
        for size in (() if only_chat else sizes)
        for line in measured(settings, size, data or settings.data)
    ]
    lines += chat_measured(settings)
    lines += measured_reading()
    _show(lines)
    if as_json:
        write_report(as_json, json.dumps([asdict(line) for line in lines], ensure_ascii=False))


def _show(lines: Iterable[Line]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  (heavy)
    from rich.console import Console  # noqa: PLC0415  (heavy)
    from rich.table import Table  # noqa: PLC0415  (heavy)

    cores, system = provenance.machine()
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    title = f"{cores} nhân, {system}, tải của máy {load}"
    table = Table(title=title, title_justify="left", header_style="dim", box=SIMPLE_HEAD)
    for heading in ("", "đo được", "theo CPU", "cần", "so với sàn"):
        table.add_column(heading, justify="left" if not heading else "right")
    for line in lines:
        sign = "≥" if line.more_is_better else "≤"
        table.add_row(
            line.what,
            f"{line.value:,.4g} {line.unit}",
            f"{line.cpu:,.4g}" if line.cpu is not None else "",
            f"{sign} {line.bound:g}" if line.bound is not None else "",
            f"{line.ratio:.1f}×" if line.ratio else "",
            style=None if line.kept else "red",
        )
    Console().print(table)


def _main() -> int:
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(speed_command)
    return run(app, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(_main())
