"""``hoidap feedback``: opinions on answers as a table, CSV, or draft evaluation cases.

What this module does not know: how opinions are kept, or what a draft case holds.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import COMMANDS, IndexOption, argument, option
from assistant.cli.session import begin
from assistant.cli.vietnamese import Command
from corpus.errors import FeedbackError, SettingsError

if TYPE_CHECKING:
    from assistant.feedback import Row
    from assistant.settings import Settings

_LAST = 20
_CELL = 300
_SEE = "xem: hoidap feedback --help"


def add_feedback(app: typer.Typer) -> None:
    """Add the command to ``app``."""

    @app.command(
        "feedback",
        cls=Command,
        rich_help_panel=COMMANDS,
        help="Xem ý kiến của người dùng về các câu trả lời; ghi ra CSV hay nháp câu hỏi đánh giá.",
    )
    def feedback(  # noqa: PLR0913, PLR0917 - one parameter an option
        file: Annotated[
            Path | None, argument("[FILE]", "Tệp CSV cần ghi, dùng với --csv; không có thì in ra.")
        ] = None,
        as_csv: Annotated[
            bool, option("--csv", help="Ghi dạng CSV, mở được bằng bảng tính.")
        ] = False,
        to_cases: Annotated[
            Path | None,
            option("--to-cases", metavar="FILE", help="Ghi nháp câu hỏi đánh giá (JSON Lines)."),
        ] = None,
        only: Annotated[
            str | None, option("--only", metavar="ID,…", help="Chỉ những dòng có số này.")
        ] = None,
        up: Annotated[bool, option("--up", help="Chỉ câu trả lời được khen.")] = False,
        down: Annotated[bool, option("--down", help="Chỉ câu trả lời bị chê.")] = False,
        last: Annotated[
            int | None,
            option("--last", metavar="N", help="Chỉ N ý kiến mới nhất; bảng: 20."),
        ] = None,
        index: IndexOption = None,
    ) -> None:
        if file is not None and not as_csv:
            raise SettingsError(f"Tệp {file} chỉ dùng với --csv; {_SEE}")
        if last is not None and last < 1:
            raise SettingsError(f"--last cần một số từ 1 trở lên, không phải {last}; {_SEE}")
        most = last or (None if as_csv or to_cases or only else _LAST)
        settings = begin(index)
        rows = _rows(settings, _numbers(only), most, up=up, down=down)
        if to_cases is not None:
            _write_cases(rows, to_cases)
        if as_csv:
            _write_csv(rows, file)
        if not as_csv and to_cases is None:
            _show(rows)


def _numbers(only: str | None) -> tuple[int, ...]:
    if only is None:
        return ()
    words = [word.strip() for word in only.split(",") if word.strip()]
    if not words or not all(word.isascii() and word.isdigit() for word in words):
        raise SettingsError(
            f"--only cần các số cách nhau bằng dấu phẩy, không phải {only!r}; {_SEE}"
        )
    return tuple(map(int, words))


def _rows(
    settings: "Settings", ids: Sequence[int], most: int | None, *, up: bool, down: bool
) -> "list[Row]":
    """Return the opinions that were asked for, newest first.

    Raises:
        SettingsError: none are kept, by the settings.
        FeedbackError: there is none, or the file cannot be read.
    """
    from assistant.feedback import FeedbackFile, Vote

    path = settings.feedback_file
    if path is None:
        raise SettingsError("Ý kiến đang tắt (HOIDAP_FEEDBACK=off); hãy đặt nó là tệp cần đọc.")
    votes = [vote for vote, wanted in ((Vote.UP, up), (Vote.DOWN, down)) if wanted]
    rows = FeedbackFile(path).rows(ids, votes, most)
    if not rows:
        raise FeedbackError(
            f"Chưa có ý kiến nào như thế trong {path}; "
            "hãy bỏ bớt điều kiện, hoặc đặt HOIDAP_FEEDBACK là tệp khác."
        )
    return rows


def _write_cases(rows: "Sequence[Row]", path: Path) -> None:
    from assistant.feedback.formats import rows_to_cases

    _write(path, rows_to_cases(rows))
    sys.stderr.write(
        f"Đã ghi {len(rows)} nháp vào {path}; "
        "cần người đọc từng dòng và bỏ trường draft trước khi hoidap eval nhận.\n"
    )


def _write_csv(rows: "Sequence[Row]", path: Path | None) -> None:
    from assistant.feedback.formats import rows_to_csv

    if path is None:
        sys.stdout.write(rows_to_csv(rows))
        return
    _write(path, rows_to_csv(rows))
    sys.stderr.write(f"Đã ghi {len(rows)} ý kiến vào {path}\n")


def _write(path: Path, content: str) -> None:
    try:
        path.expanduser().write_bytes(content.encode("utf-8"))
    except OSError as error:
        raise FeedbackError(
            f"Không ghi được tệp {path} ({error.strerror}); hãy chọn tệp khác."
        ) from error


def _show(rows: "Sequence[Row]") -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from assistant.feedback import Vote

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Số", no_wrap=True, justify="right")
    table.add_column("Lúc (UTC)", no_wrap=True, style="dim")
    table.add_column("Ý kiến", no_wrap=True)
    table.add_column("Câu hỏi", ratio=2, overflow="fold")
    table.add_column("Trả lời", ratio=3, overflow="fold")
    table.add_column("Vì sao", ratio=2, overflow="fold")
    for row in rows:
        opinion = "khen" if row.vote is Vote.UP else "chê"
        why = "; ".join(part for part in (row.reason_words, row.note) if part)
        when = row.time[:16].replace("T", " ")
        cells = (str(row.id), when, opinion, row.question, row.answer, why)
        table.add_row(*(Text(_one_line(cell)) for cell in cells))
    Console(highlight=False).print(table)
    sys.stdout.write(f"{len(rows)} ý kiến\n")


def _one_line(cell: str) -> str:
    """Return a cell that no terminal takes for a command, of bearable length."""
    words = " ".join(cell.split())
    shown = "".join(char if char.isprintable() else "�" for char in words)
    return shown if len(shown) <= _CELL else shown[: _CELL - 1] + "…"
