"""A real server with an assistant of known answers, and a real Chromium where there is one."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import pytest

from assistant.answer import Answer, Status
from assistant.chat import Served, build_app, serve
from assistant.settings import Settings, prepare_environment
from corpus.model import Document
from corpus.read import document_of
from tests.assistant.fakes import FakeAssistant, citation, shipped_documents

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

CHROMIUM = shutil.which("chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
EVIL = "<img src=x onerror=\"window.hacked='{}'\"><script>window.hacked='{}'</script>${{hacked=1}}"


def evil(where: str) -> str:
    """Return text that runs a script wherever it is taken for HTML or a template."""
    return EVIL.format(where, where)


def evil_document() -> Document:
    """Return a document whose name, title and text are all attacks (and 𝐀 is two UTF-16 units)."""
    body = f"Điều 1. Mục tiêu 𝐀 năm 2031 là 45%. {evil('body')}\n\nĐiều 2. {evil('other')} hết."
    return document_of(f'a"><b>{evil("name")}', f"{evil('title')}\n\n{body}\n")


def assistant() -> FakeAssistant:
    """Return an assistant over the shipped document and one full of attacks."""
    bad = evil_document()
    across = bad.text[bad.text.index("là 45%") : bad.text.index("hết")]
    attack = Answer(
        Status.ANSWERED,
        f"Mục tiêu là 45%. {evil('answer')}",
        key=evil("answer"),
        citations=(citation(bad, "năm 2031 là 45%"), citation(bad, across)),
        understood=evil("understood"),
    )
    return FakeAssistant(shipped_documents() | {bad.name: bad}, [("2031", attack)])


@pytest.fixture(scope="session")
def fake() -> FakeAssistant:
    """The assistant behind the server."""
    return assistant()


def case(question: str, split: str = "", *, right: bool = True) -> dict[str, object]:
    """Return a case as an evaluation run records it."""
    return {
        "id": question, "kind": "fact", "label": "fact", "split": split, "question": question,
        "history": [], "expected": "75", "status": "answered", "text": f"trả lời {question}",
        "span": "", "quotes": [], "understood": "", "elapsed_ms": 1.0,
        "scores": {"correct": float(right)},
    }  # fmt: skip


def run_record() -> dict[str, object]:
    """Return an evaluation run as `hoidap eval` keeps it."""
    outcomes = [case("đúng một"), case(evil("case"), right=False)]
    outcomes.append(case("câu giữ kín", "held", right=False))
    return {
        "id": "x", "started": "2026-11-22T08:00:00+00:00", "commit": "0123456789", "seconds": 2.5,
        "suites": [
            {"name": "seed", "outcomes": outcomes, "skipped": ""},
            {"name": "documents", "outcomes": [], "skipped": "không có thư mục dữ liệu"},
        ],
        "format": 1,
    }  # fmt: skip


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one evaluation run, and a file that is none."""
    folder = tmp_path_factory.mktemp("runs")
    (folder / "x.json").write_text(json.dumps(run_record()), encoding="utf-8")
    (folder / "y.json").write_text('{"format": 1', encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def opinions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that opinions on answers go to."""
    return tmp_path_factory.mktemp("opinions") / "feedback.sqlite"


@pytest.fixture(scope="session")
def served(fake: FakeAssistant, runs: Path, opinions: Path) -> Iterator[Served]:
    """A server on a free port of this machine."""
    prepare_environment(Settings(index=Path()))
    running = serve(build_app(fake, runs=runs, feedback=opinions), port=0)
    yield running
    running.close()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Debian's Chromium, driven by playwright."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield running
        running.close()


LEAVING = "AbortError: signal is aborted"
"""What Gradio's client throws at itself when a page is left while its event stream is open."""
LEFT = "Unexpected error Connection errored out."
"""What it says then of an event that was still under way; elsewhere that is an error."""


class Watch:
    """What a page did that it should not have: errors, and requests to other machines.

    Leaving a page (a deep link opened in the same tab) aborts the event stream of Gradio's client,
    which reports that as an error of the page, thrown or written to the console, when the timing is
    right. It is no fault of ours and nobody sees it, so it alone is passed over.
    """

    def __init__(self, page: "Page") -> None:
        """Listen to a page from its beginning."""
        self.errors: list[str] = []
        self.strangers: list[str] = []
        self._aborted = False
        page.on("pageerror", lambda error: self._failed(str(error)))
        page.on("console", self._said)
        page.on("request", lambda sent: self._seen(sent.url))

    def _failed(self, error: str) -> None:
        if error.startswith(LEAVING):
            self._aborted = True
        elif not (self._aborted and error.startswith(LEFT)):
            self.errors.append(error)

    def _said(self, message: "ConsoleMessage") -> None:
        if message.type == "error":
            self._failed(message.text)

    def _seen(self, url: str) -> None:
        if urlsplit(url).scheme in {"http", "https", "ws"} and "//127.0.0.1:" not in url:
            self.strangers.append(url)


@pytest.fixture
def page(browser: "Browser", served: Served) -> "Iterator[Page]":
    """The page, open and filled; afterwards it must have made no error and left no machine."""
    yield from opened(browser, served, {"width": 1280, "height": 800})


@pytest.fixture
def phone(browser: "Browser", served: Served) -> "Iterator[Page]":
    """The same on a small phone."""
    yield from opened(browser, served, {"width": 360, "height": 700})


def opened(
    browser: "Browser",
    served: Served,
    size: dict[str, int],
    scheme: Literal["light", "dark"] = "light",
) -> "Iterator[Page]":
    """Open the page in a session of its own, and judge it when the test is over."""
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type] # a dict is the TypedDict it wants
        reduced_motion="reduce",
        color_scheme=scheme,
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    watch = Watch(tab)
    tab.set_default_timeout(60_000)
    tab.goto(served.url)
    tab.wait_for_selector(".hd-page", state="attached")
    tab.wait_for_selector(".hd-sug button")
    yield tab
    hacked = tab.evaluate("window.hacked")
    context.close()
    assert hacked is None
    assert watch.errors == []
    assert watch.strangers == []
