"""A run in the terminal: flipped cases first, then scores by kind, failures, and bars.

What this module does not know: how a run was made.
"""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.bars import Judged
from evals.compare import Comparison, Flip
from evals.drop import drops_of
from evals.record import Outcome, Run, SuiteRun
from evals.report.words import METRIC_WORDS, drop_words, label_words, model_words, percent
from evals.stats import Mean
from evals.summary import Row, rows_of

_COLUMNS = {
    "correct": "đúng",
    "citation_recall": "dẫn",
    "citation_precision": "trúng",
    "figures_supported": "số",
    "quotes_exact": "trích",
    "false_answer": "bừa",
    "false_refusal": "oan",
    "span_wrong": "lạc",
    "span_f1": "F1",
    "words": "từ",
}
_ONLY_WHEN_WIDE = ("citation_precision", "quotes_exact")
_WIDE = 90
_PERCENT = 100


def show_run(
    console: Console,
    run: Run,
    comparisons: Sequence[Comparison] = (),
    judged: Sequence[Judged] = (),
    most_failures: int = 20,
) -> None:
    """Print a run; ``most_failures`` is how many wrong answers a suite lists."""
    for comparison in comparisons:
        _show_comparison(console, comparison)
    for suite in run.suites:
        _show_suite(console, suite, most_failures)
    for one in judged:
        _show_bar(console, one)
    console.print(
        f"[dim]{escape(run.id)} · {run.seconds:.1f} giây · {run.cores} nhân · "
        f"commit {run.commit[:8] or '?'}{' + sửa đổi' if run.dirty else ''}[/dim]"
    )


def _show_comparison(console: Console, comparison: Comparison) -> None:
    console.print(
        f"[bold]{escape(comparison.suite)}[/bold] so với lượt trước, {comparison.shared} câu "
        f"chung: [red]{len(comparison.lost)} hỏng[/red], "
        f"[green]{len(comparison.won)} tốt lên[/green] (kiểm định dấu p = {comparison.p:.3f})"
    )
    for mark, flips in (("[red]− ", comparison.lost), ("[green]+ ", comparison.won)):
        for flip in flips:
            _show_flip(console, mark, flip)


def _show_flip(console: Console, mark: str, flip: Flip) -> None:
    console.print(f"{mark}{escape(flip.after.id)}[/] {escape(flip.after.question)}")
    console.print(f"    [dim]trước:[/dim] {_shown(flip.before)}")
    console.print(f"    [dim]nay:[/dim]   {_shown(flip.after)}")


def _show_suite(console: Console, suite: SuiteRun, most_failures: int) -> None:
    if not suite.outcomes:
        reason = escape(suite.skipped or "không có câu nào được chọn")
        console.print(f"[bold]{escape(suite.name)}[/bold] [yellow]bỏ qua[/]: {reason}")
        return
    rows = rows_of(suite.outcomes)
    splits = [row for row in rows_of(suite.outcomes, lambda o: o.split) if row.label]
    console.print(_table(suite.name, rows, splits[:-1], console.width))
    if words := model_words(suite.outcomes):
        console.print(f"  {words}")
    for drop in drops_of(suite.outcomes):
        console.print(f"  {drop_words(drop)}")
    _show_failures(console, suite, most_failures)


def _show_failures(console: Console, suite: SuiteRun, most: int) -> None:
    """List wrong answers; held-back cases only when they are all there is (``--split held``)."""
    wrong = [outcome for outcome in suite.outcomes if not outcome.right]
    only_held = all(outcome.held for outcome in suite.outcomes)
    listed = [outcome for outcome in wrong if only_held or not outcome.held]
    for outcome in listed[:most]:
        _show_failure(console, outcome)
    if len(listed) > most:
        console.print(f"[dim]… và {len(listed) - most} câu sai nữa (--failures N)[/dim]")
    if len(wrong) > len(listed):
        console.print(f"[dim]{len(wrong) - len(listed)} câu sai ở phần giữ kín, không in ra[/dim]")


def _table(title: str, rows: Sequence[Row], splits: Sequence[Row], width: int) -> Table:
    left_out = () if width >= _WIDE else _ONLY_WHEN_WIDE
    measured = {name for row in rows for name in row.means}
    used = [name for name in _COLUMNS if name in measured and name not in left_out]
    table = Table(
        title=f"[bold]{escape(title)}[/bold]  [dim]%, từ, mili giây[/dim]",
        title_justify="left",
        header_style="dim",
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    table.add_column("", no_wrap=True)
    for heading in ("n", *(_COLUMNS[name] for name in used), "p50", "p99"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows[:-1]:
        table.add_row(*_cells(row, used))
    table.add_section()
    table.add_row(*_cells(rows[-1], used), style="bold")
    for row in splits:
        table.add_row(*_cells(row, used), style="dim")
    return table


def _cells(row: Row, used: Sequence[str]) -> list[str]:
    scores = [_number(name, row.means.get(name)) for name in used]
    times = [f"{row.p50_ms:.0f}", f"{row.p99_ms:.0f}"]
    return [label_words(row.label), str(row.n), *scores, *times]


def _number(metric: str, found: Mean | None) -> str:
    """Return a mean without its sign, to save room; the error only where all will look for it."""
    if found is None:
        return "–"
    if metric == "words":
        return f"{found.value:.0f}"
    if metric != "correct":
        return f"{_PERCENT * found.value:.0f}"
    error = f" ±{_PERCENT * found.error:.0f}" if found.error else ""
    return f"{_PERCENT * found.value:.1f}{error}"


def _show_failure(console: Console, outcome: Outcome) -> None:
    asked = " ← ".join([outcome.question, *reversed(outcome.history)])
    console.print(f"[red]✗[/] {escape(outcome.id)} {escape(asked)}")
    console.print(f"    [dim]cần:[/dim] {escape(outcome.expected)}")
    console.print(f"    [dim]có:[/dim]  {_shown(outcome)}")


def _shown(outcome: Outcome) -> str:
    return f"[{outcome.status}] ".replace("[", "\\[") + escape(" ".join(outcome.text.split()))


def _show_bar(console: Console, judged: Judged) -> None:
    bar = judged.bar
    sign, mark = ("≤" if bar.at_most else "≥"), ("[green]✓" if judged.met else "[red]✗")
    value = percent(bar.metric, judged.value)
    console.print(
        f"{mark}[/] {escape(bar.suite)} / {label_words(bar.label)}: {METRIC_WORDS[bar.metric]} "
        f"{value} {sign} {percent(bar.metric, bar.bound)} [dim](n = {judged.n})[/dim]"
    )
