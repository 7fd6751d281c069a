"""Reports: what they show, that nothing in them is fetched, and that nothing is left unescaped."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from rich.console import Console

from assistant.settings import Settings
from corpus.read import document_of
from evals.bars import Bar, judge
from evals.cases import Case, Kind
from evals.compare import compare
from evals.record import Run, SuiteRun
from evals.report.html import page
from evals.report.junit import junit
from evals.report.svg import Bar as Drawn
from evals.report.svg import bar_chart
from evals.report.terminal import show_run
from evals.run import run_suites
from evals.suites import Group, Suite
from tests.evals.fakes import quoting

TEXT = "Chương trình có 26 <b>chỉ tiêu</b> & hơn.\n"
NASTY = "Có </script><script>alert(1)</script> [bold] bao nhiêu\x00 chỉ tiêu?"
CASES = (
    Case("đúng", Kind.FACT, "Chương trình có bao nhiêu chỉ tiêu", must=(("26",),)),
    Case("sai", Kind.FACT, NASTY, must=(("27",),), history=("<i>trước</i>",)),
)


@pytest.fixture
def run() -> Run:
    suite = Suite("thử", (Group((document_of("d", TEXT),), CASES),))
    skipped = Suite("vắng", skipped="chưa có <dữ liệu>")
    return run_suites([suite, skipped], quoting, Settings(index=Path("index")))


def test_the_page_fetches_nothing_and_escapes_everything(run: Run) -> None:
    html = page(run, compare(run, run), judge(run, [Bar("thử", "fact", "correct", 0.9)]))
    assert not re.search(r"https?:|//|@import|url\(|<script|<link|<img|src=", html)
    assert "&lt;script&gt;" in html
    assert "<svg" in html
    checked = TagBalance()
    checked.feed(html)
    assert checked.open == []


class TagBalance(HTMLParser):
    """Keeps the tags that are open."""

    VOID = frozenset({"meta"})

    def __init__(self) -> None:
        """Begin with none open."""
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        if tag not in self.VOID and not (tag in {"rect", "line"} and attrs):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count nothing: the tag closes itself."""

    def handle_endtag(self, tag: str) -> None:
        """Close the last tag that was opened."""
        assert self.open.pop() == tag


def test_junit_has_a_case_for_each(run: Run) -> None:
    root = fromstring(junit(run))  # noqa: S314  (our own text)
    first, second = root.findall("testsuite")
    assert (first.get("tests"), first.get("failures"), first.get("errors")) == ("2", "1", "0")
    assert len(first.findall("testcase")) == 2
    assert second.find("testcase/skipped") is not None


def test_the_terminal_lists_flips_first(run: Run) -> None:
    flipped = Case("sai", Kind.FACT, NASTY, must=(("26",),), history=("<i>trước</i>",))
    suite = Suite("thử", (Group((document_of("d", TEXT),), (CASES[0], flipped)),))
    after = run_suites([suite], quoting, Settings(index=Path("index")))
    comparisons = compare(run, after)
    out = io.StringIO()
    bars = judge(run, [Bar("thử", "fact", "correct", 0.9)])
    show_run(Console(file=out, width=160), run, comparisons, bars)
    text = out.getvalue()
    assert "dữ kiện" in text
    assert "50.0 ±50" in text
    assert "bỏ qua" in text
    assert "✗ thử / dữ kiện" in text
    assert text.index("so với lượt trước") < text.index("dữ kiện")
    assert "[bold] bao nhiêu" in text


def test_an_empty_run_is_shown() -> None:
    run = run_suites([], quoting, Settings(index=Path("index")))
    empty = Run(**{**{f: getattr(run, f) for f in run.__slots__}, "suites": (SuiteRun("rỗng"),)})
    assert "rỗng" in page(empty)
    assert "rỗng" in junit(empty)
    show_run(Console(file=io.StringIO()), empty)


def test_a_bar_never_leaves_its_chart() -> None:
    svg = bar_chart("t", [Drawn("<x>", 1.5, "150%", error=0.9, mark=-1.0)])
    assert "&lt;x&gt;" in svg
    assert all(0 <= float(x) <= 730 for x in re.findall(r'x[12]?="([-\d.]+)"', svg))
