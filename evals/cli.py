"""``hoidap eval`` and ``hoidap bench``: the commands of evaluation.

What this module does not know: how anything is measured or drawn.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.cli.options import IndexOption, LlmOption
from assistant.cli.session import begin
from assistant.cli.vietnamese import Command, Group
from assistant.settings import Settings
from evals.bars import DEFAULT, Judged, judge, read_bars
from evals.bench import Done, bench_reading, bench_retrieval
from evals.cases import Kind, Split
from evals.compare import Comparison, compare
from evals.record import Run, run_to_json
from evals.report.html import page
from evals.report.junit import junit
from evals.report.terminal import show_run
from evals.run import Selection, run_suites
from evals.runs_folder import find_run, runs_folder, save_run, write_report
from evals.suites import SUITES, Suite, load_suite
from evals.suites.file import file_suite, is_file
from evals.wiring import documents_of, opener, search_builder, span_reader

UNDER_A_BAR = 1


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002, ANN401  (typer's own words)
    return typer.Option(*names, help=help, rich_help_panel="Tùy chọn", show_default=False, **more)


def _argument(name: str, help: str) -> Any:  # noqa: A002, ANN401  (typer's own words)
    return typer.Argument(metavar=name, help=help, rich_help_panel="Tham số", show_default=False)


_File = Annotated[Path, _argument("FILE", "Tệp SQuAD JSON, hoặc JSON Lines; nén xz cũng được.")]
_AsJson = Annotated[bool, _option("--json", help="In một dòng JSON.")]
_KINDS = ", ".join(Kind)


@dataclass(frozen=True, slots=True)
class Reports:
    """Where to write which report; None for not at all."""

    as_json: Path | None
    as_junit: Path | None
    as_html: Path | None

    def write(self, run: Run, comparisons: list[Comparison], judged: list[Judged]) -> None:
        """Write the reports that were asked for."""
        if self.as_json:
            write_report(self.as_json, run_to_json(run))
        if self.as_junit:
            write_report(self.as_junit, junit(run))
        if self.as_html:
            write_report(self.as_html, page(run, comparisons, judged))


def eval_command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    suites: Annotated[
        list[str] | None,
        _argument(
            "[SUITE]…",
            f"Bộ câu hỏi: {', '.join(SUITES)}, hay tệp .jsonl của mình; mặc định: hết các bộ.",
        ),
    ] = None,
    as_json: Annotated[
        Path | None, _option("--json", metavar="F", help="Ghi lượt chạy ra tệp JSON.")
    ] = None,
    as_junit: Annotated[
        Path | None, _option("--junit", metavar="F", help="Ghi báo cáo JUnit XML.")
    ] = None,
    as_html: Annotated[
        Path | None, _option("--html", metavar="F", help="Ghi một trang HTML có biểu đồ.")
    ] = None,
    baseline: Annotated[
        str | None,
        _option("--baseline", metavar="RUN", help="So với lượt này: tệp JSON, mã lượt, hay last."),
    ] = None,
    data: Annotated[
        Path | None,
        _option("--data", metavar="DIR", help="Thư mục dữ liệu; mặc định theo HOIDAP_DATA."),
    ] = None,
    split: Annotated[
        Split | None,
        _option("--split", metavar="SPLIT", help="Chỉ phần để chỉnh (tune) hay giữ kín (held)."),
    ] = None,
    kind: Annotated[
        list[Kind] | None,
        _option("--kind", metavar="KIND", help=f"Chỉ loại này (nhiều lần được): {_KINDS}."),
    ] = None,
    bars: Annotated[
        Path, _option("--bars", metavar="F", help="Tệp ngưỡng; mặc định là tệp kèm theo.")
    ] = DEFAULT,
    index: IndexOption = None,
    llm: LlmOption = None,
    failures: Annotated[
        int, _option("--failures", metavar="N", help="Số câu sai in ra mỗi bộ; mặc định 20.")
    ] = 20,
) -> None:
    """Chấm hoidap trên các câu đã biết đáp án; mã thoát 1 khi có bộ dưới ngưỡng."""
    from rich.console import Console  # noqa: PLC0415  (heavy)

    settings = begin(index).with_language_model(llm)
    bounds = read_bars(bars)
    folder = runs_folder(settings)
    before = find_run(baseline, folder) if baseline else None
    loaded = [_suite(name, data or settings.data, settings) for name in suites or SUITES]
    selection = Selection(split, tuple(kind or ()))
    total = sum(selection.takes(c) for suite in loaded for g in suite.groups for c in g.cases)
    with _progress("đang hỏi", total) as done:
        run = run_suites(loaded, opener(settings), settings, selection, done)
    comparisons = compare(before, run) if before else []
    judged = judge(run, bounds)
    Reports(as_json, as_junit, as_html).write(run, comparisons, judged)
    console = Console()
    show_run(console, run, comparisons, judged, failures)
    console.print(f"[dim]lưu ở {save_run(run, folder)}[/dim]")
    if not all(one.met for one in judged):
        raise typer.Exit(UNDER_A_BAR)


def _suite(name: str, data: Path | None, settings: Settings) -> Suite:
    """Load a suite by name, or a file of cases over the documents of the index."""
    if not is_file(name):
        return load_suite(name, data)
    return file_suite(Path(name).expanduser(), lambda: documents_of(settings))


def add_commands(app: typer.Typer) -> None:
    """Add ``eval`` and ``bench`` to the command line."""
    app.command("eval", cls=Command, rich_help_panel="Lệnh")(eval_command)
    app.add_typer(bench_app(), name="bench", rich_help_panel="Lệnh")


def bench_app() -> typer.Typer:
    """Return the commands ``retrieval`` and ``reading`` of ``hoidap bench``."""
    app = typer.Typer(cls=Group, help="Đo tìm kiếm và đọc hiểu trên một tệp hỏi đáp.")
    app.command("retrieval", cls=Command, rich_help_panel="Lệnh")(retrieval_command)
    app.command("reading", cls=Command, rich_help_panel="Lệnh")(reading_command)
    return app


def retrieval_command(file: _File, *, as_json: _AsJson = False) -> None:
    """Tìm đoạn cho mỗi câu hỏi trong mọi đoạn của tệp."""
    settings = begin()
    with _counter("đang tìm") as done:
        _print(bench_retrieval(file, search_builder(settings), done), as_json=as_json)


def reading_command(file: _File, *, as_json: _AsJson = False) -> None:
    """Đọc đoạn văn của mỗi câu hỏi và chỉ ra cụm trả lời."""
    begin()
    with _counter("đang đọc") as done:
        _print(bench_reading(file, span_reader(), done), as_json=as_json)


def _print(result: dict[str, int | float], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(result))
        return
    for name, value in result.items():
        typer.echo(f"{name:>16}  {value}")


@contextmanager
def _counter(what: str) -> Iterator[Done]:
    from assistant.cli.progress import progress_bar  # noqa: PLC0415  (heavy)

    with progress_bar(what) as show:
        yield show


@contextmanager
def _progress(what: str, total: int) -> "Iterator[_Count]":
    with _counter(what) as show:
        yield _Count(show, total)


class _Count:
    """Turns "one more" into "so many of so many"."""

    def __init__(self, show: Done, total: int) -> None:
        self._show, self._total, self._done = show, total, 0

    def __call__(self, _: str) -> None:
        self._done += 1
        self._show(self._done, self._total)
