"""What the tabs show, without a browser: filters, tables, charts, verdicts, runs; all escaped."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation, VerdictKind
from assistant.chat import labels
from assistant.chat.chart_html import chart_html
from assistant.chat.claims_desk import ClaimsDesk
from assistant.chat.claims_html import verdict_html, without_label
from assistant.chat.run_record import last_run
from assistant.chat.runs_html import run_html
from assistant.chat.targets_desk import Filter, TargetsDesk
from assistant.chat.targets_html import ROWS_AT_ONCE, form_html, table_html
from assistant.chat.warm import WarmingAssistant
from assistant.claims.verdict import Aspect, Difference, Part, Verdict
from assistant.targets.rows import Row
from corpus.errors import IndexMissing
from corpus.model import Span
from corpus.quantity import Operator
from tests.assistant.chat.conftest import run_record
from tests.assistant.chat.test_html import OURS, TEXTS, Reader
from tests.assistant.fakes import FakeAssistant

TABLE = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
FORM = {"form", "label", "input", "select", "option"}
CHART = {"svg", "path", "line", "text", "g", "section", "h3", "small"}
VERDICT = {"ol", "dl", "dt", "dd"}
RUN = {"section", "h3", "details", "summary", "ol", "b", "code"} | TABLE


def row(indicator: str = "Tỷ lệ", year: str | None = "2030", at: int = 0) -> Row:
    ten = Decimal(10)
    return Row(
        "a", "A", indicator, year, Operator.EXACT, ten, ten, "%", indicator,
        Span(at, at + 1), Span(at, at + 1),
    )  # fmt: skip


def test_a_filter_takes_whatever_a_browser_sends() -> None:
    assert Filter.sent({"document": 3, "year": None, "text": "a"}) == Filter("", "", "a")
    desk = TargetsDesk(FakeAssistant())
    assert desk.view({"first": "x", "shape": 7, "text": ["a"]})["tally"] == "4 chỉ tiêu"
    assert desk.view({"first": -5})["tally"] == "4 chỉ tiêu"
    assert desk.view({"first": 10**9})["html"]


@pytest.mark.parametrize(
    ("wanted", "figures"),
    [
        (Filter(text="ĐÔ THỊ"), ["từ 60-62%", "trên 75%"]),
        (Filter(text="do thi 75"), ["trên 75%"]),
        (Filter(year="2025"), ["từ 8.300-8.500 USD/người/năm", "từ 60-62%"]),
        (Filter(document="khác"), []),
        (Filter(text="%"), ["từ 60-62%", "trên 75%"]),
    ],
)
def test_what_fits_a_filter(wanted: Filter, figures: list[str]) -> None:
    assert [each.value for each in TargetsDesk(FakeAssistant()).chosen(wanted)] == figures


def test_a_thousand_rows_come_in_parts_that_hold_each_once() -> None:
    rows = [row(f"Chỉ tiêu {number}") for number in range(1000)]
    shown, first = "", 0
    while first < len(rows):
        part = table_html(rows, rows, first)
        shown += part
        first += ROWS_AT_ONCE
    assert shown.count("<tr data-doc") == 1000
    assert "Xem thêm (800)" in shown
    assert "Xem thêm" not in part


def test_a_document_is_named_above_its_own_rows_where_there_are_several() -> None:
    rows = [row("a"), row("b"), replace(row("c"), document="b", title="B")]
    assert table_html(rows, rows).count('scope="rowgroup"') == 2
    assert table_html(rows, rows, 1).count('scope="rowgroup"') == 1
    assert "rowgroup" not in table_html(rows[:2], rows[:2])


@given(st.lists(st.tuples(TEXTS, TEXTS.filter(bool)), max_size=6))
def test_no_text_of_a_target_becomes_markup(texts: list[tuple[str, str]]) -> None:
    rows = [replace(row(said, year), title=said, unit=said, document=year) for said, year in texts]
    for html in (form_html(rows), table_html(rows, rows), chart_html(rows)):
        read = Reader(html)
        assert read.tags <= OURS | TABLE | FORM | CHART
        assert not any(name.startswith("on") for name in read.attributes)


def test_the_chart_writes_every_figure_and_sets_units_apart() -> None:
    html = chart_html(TargetsDesk(FakeAssistant()).rows)
    for said in ("2025: từ 60-62%", "2030: trên 75%", "2030: trên 12.500", "2025: từ 8.300-8.500"):
        assert said in html
    assert html.count("Đơn vị:") == 2
    assert "10.000" in html


@given(
    st.lists(st.decimals(min_value=-(10**9), max_value=10**12, places=2), min_size=1, max_size=5)
)
def test_every_sign_lies_on_the_chart(values: list[Decimal]) -> None:
    html = chart_html([replace(row(), low=value, high=value) for value in values])
    places = [float(part.split('%"')[0]) for part in html.split(' x="')[1:] if '%"' in part[:9]]
    assert places
    assert all(0 <= place <= 100 for place in places)
    assert html.count('class="hd-grid"') <= 12 * len(values)


def test_what_was_kept_is_empty_where_nothing_fits() -> None:
    desk = TargetsDesk(FakeAssistant())
    assert desk.kept({"text": "không có", "format": "svg"}) == ""
    assert desk.kept({"year": "2025"}).count("\n") == 3


def test_an_index_without_targets_says_so() -> None:
    assert labels.NO_TARGETS in TargetsDesk(FakeAssistant({})).form()


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(VerdictKind))
def test_no_text_of_a_verdict_becomes_markup(
    said: str, quote: str, stated: str, kind: VerdictKind
) -> None:
    citation = Citation(quote, said, 1, Span(0, len(quote)), quote)
    apart = (Difference(said, stated, Aspect.VALUE),)
    part = Part(said, kind, stated, apart, (citation, citation))
    read = Reader(verdict_html(Verdict(kind, stated, apart, (citation,), (part, part)), {}))
    assert read.tags <= OURS | VERDICT
    assert not any(name.startswith("on") for name in read.attributes)


def test_a_citation_keeps_its_number_and_a_badge_is_not_repeated() -> None:
    verdict = FakeAssistant().check("đạt 75%\nđạt 70%\nkhông rõ")
    html = verdict_html(verdict, {})
    assert html.count('aria-label="Trích dẫn 1, đoạn 4"') == 2
    assert html.count("Không có trong văn bản") == 1
    assert without_label("Không có trong văn bản: ở đây không nêu.", "Không có trong văn bản") == (
        "Ở đây không nêu."
    )
    assert without_label("Khác.", "Khớp") == "Khác."


def test_a_check_that_fails_is_one_sentence() -> None:
    class Broken(FakeAssistant):
        def check(self, statement: str) -> Verdict:
            raise RuntimeError(statement)

    assert labels.CHECK_BROKEN in list(ClaimsDesk(Broken()).check("câu"))[-1]
    assert "không kiểm chứng được" in list(ClaimsDesk(FakeAssistant()).check(None))[-1]


def test_an_index_that_is_missing_is_explained_in_the_tabs() -> None:
    def missing() -> FakeAssistant:
        raise IndexMissing("Không có chỉ mục; hãy chạy “hoidap index build”.")

    warming = WarmingAssistant(missing)
    warming.start()
    assert "hoidap index build" in TargetsDesk(warming).form()
    assert "hoidap index build" in list(ClaimsDesk(warming).check("một câu"))[-1]


def test_the_newest_readable_run_is_the_last(runs: Path, tmp_path: Path) -> None:
    run = last_run(runs)
    assert run is not None
    assert [suite.name for suite in run.suites] == ["seed", "documents"]
    assert [each.right for each in run.suites[0].cases] == [True, False, False]
    assert last_run(tmp_path) is None
    assert last_run(tmp_path / "không có") is None
    assert last_run(None) is None
    for broken in ('{"format": 9}', "[]", "{}", '{"format": 1, "suites": [1]}', "\x00"):
        (tmp_path / "x.json").write_text(broken, encoding="utf-8")
        assert last_run(tmp_path) is None


def test_without_a_run_a_sentence_says_how_to_make_one() -> None:
    assert "hoidap eval" in run_html(None)


@given(TEXTS)
def test_no_text_of_a_run_becomes_markup(said: str) -> None:
    record = json.loads(json.dumps(run_record()).replace("đúng một", "x"))
    for outcome in record["suites"][0]["outcomes"]:
        outcome |= {"label": said, "question": said, "expected": said, "text": said}
    record["commit"] = record["suites"][0]["name"] = record["suites"][1]["skipped"] = said
    from assistant.chat.run_record import _run

    read = Reader(run_html(_run(record)))
    assert read.tags <= OURS | RUN
    assert not any(name.startswith("on") for name in read.attributes)


def test_what_evaluation_writes_is_what_the_page_reads(tmp_path: Path) -> None:
    from evals.record import Outcome, Run, SuiteRun
    from evals.runs_folder import save_run

    outcome = Outcome(
        "1", "fact", "fact", "tune", "câu?", (), "75", "answered", "75%", "75%", (), "", 1.0,
        {"correct": 1.0},
    )  # fmt: skip
    run = Run(
        "r", "2026-11-22T08:00:00+00:00", "abc", dirty=False, python="3", cores=2, system="x",
        packages={}, settings={}, corpus={}, corpus_sha256="", prompts_sha256="", cases_sha256="",
        seconds=1.0, suites=(SuiteRun("seed", (outcome,)),),
    )  # fmt: skip
    save_run(run, tmp_path)
    read = last_run(tmp_path)
    assert read is not None
    assert read.suites[0].cases[0].question == "câu?"
    assert read.suites[0].cases[0].right
