"""An evaluation run as HTML: the score of each kind with its number of cases, and what failed.

What this module does not know: where the run was read from.
"""

from collections.abc import Sequence

from assistant.chat import labels
from assistant.chat.markup import EMPTY, Html, tag, text
from assistant.chat.run_record import CaseResult, RunResult, SuiteResult

MOST_FAILED = 100
_COMMIT = 8


def run_html(run: RunResult | None) -> Html:
    """Return the whole run, or a sentence where there is none."""
    heading = tag("h2", text(labels.RUNS), class_="hd-h")
    if run is None:
        return tag("div", heading, tag("p", text(labels.NO_RUN)), class_="hd-runs")
    facts = (
        run.started.strftime("%d/%m/%Y %H:%M %Z").strip(),
        f"{labels.decimal(run.seconds)} giây",
        f"bản {run.commit[:_COMMIT]}" if run.commit else "",
    )
    return tag(
        "div",
        heading,
        tag("p", text(labels.RUNS_MORE), class_="hd-lead"),
        tag("p", *(tag("span", text(fact)) for fact in facts if fact), class_="hd-meta"),
        *(_suite(suite) for suite in run.suites),
        class_="hd-runs",
    )


def _suite(suite: SuiteResult) -> Html:
    name = tag("h3", text(labels.SUITES.get(suite.name, suite.name)))
    if suite.skipped or not suite.cases:
        return tag("section", name, tag("p", text(suite.skipped)), class_="hd-card")
    return tag("section", name, _scores(suite), _failed(suite), class_="hd-card")


def _scores(suite: SuiteResult) -> Html:
    kinds = dict.fromkeys(case.label for case in suite.cases)
    rows = [
        _score(labels.CASE_KINDS.get(kind, kind), [c for c in suite.cases if c.label == kind])
        for kind in kinds
    ]
    if len(rows) > 1:
        rows.append(_score(labels.RUN_ALL, suite.cases))
    head = tag("tr", *(tag("th", text(name), scope="col") for name in labels.RUN_COLUMNS))
    return tag("table", tag("thead", head), tag("tbody", *rows), class_="hd-table hd-scores")


def _score(name: str, cases: Sequence[CaseResult]) -> Html:
    right = sum(case.right for case in cases)
    share = 100 * right / len(cases)
    bar = tag("span", class_="hd-share", style=f"--share: {share:.1f}%", aria_hidden="true")
    return tag(
        "tr",
        tag("th", text(name), scope="row"),
        tag("td", text(labels.grouped(len(cases)))),
        tag("td", text(labels.grouped(right))),
        tag("td", bar, tag("span", text(f"{labels.decimal(share)}%"), class_="hd-percent")),
    )


def _failed(suite: SuiteResult) -> Html:
    """Return the cases that failed; of those held back, only how many."""
    failed = [case for case in suite.cases if not case.right]
    if not failed:
        return tag("p", text(labels.RUN_CLEAN), class_="hd-clean")
    shown = [case for case in failed if not case.held][:MOST_FAILED]
    hidden = len(failed) - len(shown)
    kept = (
        f"{labels.grouped(hidden)} câu sai khác không liệt kê ở đây (phần giữ kín để chấm khách "
        "quan, hoặc quá dài)."
    )
    return tag(
        "details",
        tag("summary", text(f"Câu sai ({labels.grouped(len(failed))})")),
        tag("ol", *map(_case, shown)) if shown else EMPTY,
        tag("p", text(kept)) if hidden else EMPTY,
    )


def _case(case: CaseResult) -> Html:
    got = (
        tag("p", tag("b", text(labels.RUN_GOT)), text(f" {case.answer}")) if case.answer else EMPTY
    )
    return tag(
        "li",
        tag("p", text(case.question), class_="hd-asked"),
        tag("p", tag("b", text(labels.RUN_WANTED)), text(f" {case.expected}")),
        got,
    )
