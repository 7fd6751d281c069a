"""A run as one HTML page that opens offline: nothing is fetched, everything is escaped.

What this module does not know: how a run was made.
"""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from evals.bars import Judged
from evals.compare import Comparison, Flip
from evals.drop import drops_of
from evals.record import Outcome, Run, SuiteRun
from evals.report.svg import Bar, bar_chart
from evals.report.words import (
    METRIC_WORDS,
    drop_words,
    label_words,
    model_words,
    percent,
    shown_mean,
)
from evals.summary import Row, rows_of

_STYLE = Path(__file__).with_name("page.css")
_STATUS_WORDS = {
    "answered": "trả lời",
    "partial": "trả lời một phần",
    "refused": "từ chối",
    "supported": "văn bản nêu đúng thế",
    "refuted": "văn bản nêu khác",
    "not_found": "văn bản không nêu",
    "error": "lỗi",
}


def page(run: Run, comparisons: Sequence[Comparison] = (), judged: Sequence[Judged] = ()) -> str:
    """Return the HTML text of a run."""
    body = [
        f"<header><h1>hỏi<i>đáp</i> · đánh giá</h1>{_facts(run)}</header>",
        *(_comparison(comparison) for comparison in comparisons),
        _bars(judged),
        *(_suite(suite, judged) for suite in run.suites),
        _provenance(run),
    ]
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Đánh giá hoidap {escape(run.id)}</title>"
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style></head>\n"
        f"<body>{''.join(body)}</body></html>\n"
    )


def _facts(run: Run) -> str:
    total = sum(len(suite.outcomes) for suite in run.suites)
    edited = " (có sửa đổi)" if run.dirty else ""
    return (
        f"<p>{escape(run.started)} · {total} câu trong {run.seconds:.1f} giây · {run.cores} nhân "
        f"· commit <code>{escape(run.commit[:10] or '?')}</code>{edited}</p>"
    )


def _comparison(comparison: Comparison) -> str:
    head = (
        f"<h2>{escape(comparison.suite)} so với lượt trước</h2><p>{comparison.shared} câu chung: "
        f"<b class=bad>{len(comparison.lost)} hỏng</b>, <b class=good>{len(comparison.won)} tốt "
        f"lên</b>; kiểm định dấu p = {comparison.p:.3f}.</p>"
    )
    flips = [
        *(_flip(f, "bad") for f in comparison.lost),
        *(_flip(f, "good") for f in comparison.won),
    ]
    return f"<section>{head}{''.join(flips)}</section>"


def _flip(flip: Flip, css: str) -> str:
    return (
        f'<article class="{css}"><h3><code>{escape(flip.after.id)}</code> '
        f"{escape(flip.after.question)}</h3>"
        f"<dl>{_said('trước', flip.before)}{_said('nay', flip.after)}</dl></article>"
    )


def _bars(judged: Sequence[Judged]) -> str:
    if not judged:
        return ""
    rows = (
        f'<tr class="{"good" if one.met else "bad"}"><td>{"đạt" if one.met else "chưa đạt"}</td>'
        f"<td>{escape(one.bar.suite)}</td><td>{escape(label_words(one.bar.label))}</td>"
        f"<td>{METRIC_WORDS[one.bar.metric]}</td><td class=n>{percent(one.bar.metric, one.value)}"
        f"</td><td class=n>{'≤' if one.bar.at_most else '≥'} "
        f"{percent(one.bar.metric, one.bar.bound)}</td><td class=n>{one.n}</td></tr>"
        for one in judged
    )
    heads = _heads("", "bộ câu hỏi", "loại", "số đo", "được", "ngưỡng", "n")
    return f"<section><h2>Ngưỡng</h2><table>{heads}{''.join(rows)}</table></section>"


def _suite(suite: SuiteRun, judged: Sequence[Judged]) -> str:
    title = f"<h2>{escape(suite.name)}</h2>"
    if suite.skipped:
        return f"<section>{title}<p class=skip>Bỏ qua: {escape(suite.skipped)}</p></section>"
    rows = rows_of(suite.outcomes)
    wrong = [outcome for outcome in suite.outcomes if not outcome.right and not outcome.held]
    held = [outcome for outcome in suite.outcomes if not outcome.right and outcome.held]
    right = [outcome for outcome in suite.outcomes if outcome.right]
    return (
        f"<section>{title}{_chart(suite.name, rows, judged)}{_table(rows)}"
        f"{_model(suite)}{_drops(suite)}"
        f"{_cases('Câu sai', wrong, 'bad', is_open=True)}"
        f"{_cases('Câu sai ở phần giữ kín, không dùng để chỉnh', held, 'bad', is_open=False)}"
        f"{_cases('Câu đúng', right, 'good', is_open=False)}</section>"
    )


def _model(suite: SuiteRun) -> str:
    words = model_words(suite.outcomes)
    return f"<p>{escape(words)}</p>" if words else ""


def _drops(suite: SuiteRun) -> str:
    lines = [f"<li>{escape(drop_words(drop))}</li>" for drop in drops_of(suite.outcomes)]
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


def _chart(name: str, rows: Sequence[Row], judged: Sequence[Judged]) -> str:
    bounds = {
        one.bar.label: one for one in judged if (one.bar.suite, one.bar.metric) == (name, "correct")
    }
    bars = []
    for row in rows:
        if (found := row.means.get("correct")) is None:
            continue
        bound = bounds.get(row.label)
        bars.append(
            Bar(
                label=f"{label_words(row.label)} ({found.n})",
                value=found.value,
                shown=shown_mean("correct", found),
                error=found.error or 0.0,
                mark=bound.bar.bound if bound else None,
                good=bound.met if bound else True,
            )
        )
    return bar_chart(f"Tỷ lệ đúng theo loại câu hỏi, {name}", bars)


def _table(rows: Sequence[Row]) -> str:
    used = [name for name in METRIC_WORDS if any(name in row.means for row in rows)]
    heads = _heads("", "n", *(METRIC_WORDS[name] for name in used), "p50 ms", "p99 ms")
    body = (
        f"<tr><td>{escape(label_words(row.label))}</td><td class=n>{row.n}</td>"
        + "".join(f"<td class=n>{shown_mean(name, row.means.get(name))}</td>" for name in used)
        + f"<td class=n>{row.p50_ms:.1f}</td><td class=n>{row.p99_ms:.1f}</td></tr>"
        for row in rows
    )
    return f"<table>{heads}{''.join(body)}</table>"


def _cases(title: str, outcomes: Sequence[Outcome], css: str, *, is_open: bool) -> str:
    if not outcomes:
        return ""
    state = " open" if is_open else ""
    cards = "".join(_card(outcome, css) for outcome in outcomes)
    return f"<details{state}><summary>{title} ({len(outcomes)})</summary>{cards}</details>"


def _card(outcome: Outcome, css: str) -> str:
    earlier = "".join(f"<li>{escape(question)}</li>" for question in outcome.history)
    quotes = "".join(f"<blockquote>{escape(quote)}</blockquote>" for quote in outcome.quotes)
    return (
        f'<article class="{css}"><h3><code>{escape(outcome.id)}</code> '
        f"{escape(outcome.question)}</h3>{f'<ol>{earlier}</ol>' if earlier else ''}"
        f"<dl><dt>cần</dt><dd>{escape(outcome.expected)}</dd>{_said('có', outcome)}</dl>"
        f"{quotes}</article>"
    )


def _said(word: str, outcome: Outcome) -> str:
    status = _STATUS_WORDS.get(outcome.status, outcome.status)
    span = f" <mark>{escape(outcome.span)}</mark>" if outcome.span else ""
    return f"<dt>{word}</dt><dd><em>{escape(status)}</em> {escape(outcome.text)}{span}</dd>"


def _provenance(run: Run) -> str:
    facts = {
        "Python": run.python,
        "hệ": run.system,
        "văn bản": run.corpus_sha256,
        "mẫu câu": run.prompts_sha256,
        "câu hỏi": run.cases_sha256,
        **run.packages,
        **{f"thiết lập {key}": str(value) for key, value in run.settings.items()},
    }
    rows = (f"<tr><td>{escape(k)}</td><td>{escape(v)}</td></tr>" for k, v in facts.items())
    return (
        "<section><details><summary>Lượt chạy này được làm bằng gì</summary>"
        f"<table>{''.join(rows)}</table></details></section>"
    )


def _heads(*names: str) -> str:
    return f"<tr>{''.join(_head(names))}</tr>"


def _head(names: Iterable[str]) -> Iterable[str]:
    return (f"<th>{escape(name)}</th>" for name in names)
