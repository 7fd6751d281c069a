"""A document of 10,000 sentences in a real browser: shown in parts, laid out where one looks."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answer import Answer, Status
from assistant.chat import Served, build_app, serve
from assistant.chat.desk import Desk
from assistant.settings import Settings, prepare_environment
from corpus.model import Document
from corpus.read import canonical, document_of
from tests.assistant.chat.conftest import opened
from tests.assistant.chat.test_browser import ask, lit
from tests.assistant.fakes import FakeAssistant, citation

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PARAGRAPHS = 5_000
WORDS = (
    "Ủy ban nhân dân cấp tỉnh chịu trách nhiệm tổ chức thực hiện kế hoạch hằng năm, "
    "báo cáo kết quả trước ngày 15 tháng 12."
)
FAR = "Riêng huyện Nậm Khao dành 37 tỷ đồng để trồng cây mắc ca."


@cache
def long_document() -> Document:
    """Return a document of two sentences a paragraph, one of which stands nowhere else."""
    body = [f"{number}. {WORDS} Việc này là việc thứ {number}." for number in range(PARAGRAPHS)]
    body[PARAGRAPHS * 3 // 4] += f" {FAR}"
    return document_of("rất-dài", canonical("NGHỊ QUYẾT RẤT DÀI\n\n" + "\n\n".join(body)))


@pytest.fixture(scope="module")
def long_served() -> Iterator[Served]:
    """A server of that document alone."""
    prepare_environment(Settings(index=Path()))
    document = long_document()
    rules = [("mac ca", Answer(Status.ANSWERED, FAR, citations=(citation(document, FAR),)))]
    fake = FakeAssistant({document.name: document}, rules)
    running = serve(build_app(fake), port=0)
    yield running
    running.close()


@pytest.fixture
def long_page(browser: "Browser", long_served: Served) -> "Iterator[Page]":
    """The page over it."""
    yield from opened(browser, long_served, {"width": 1280, "height": 800})


def in_sight(page: "Page", selector: str) -> bool:
    """Tell whether an element can be seen without scrolling."""
    return bool(
        page.evaluate(
            "s => { const r = document.querySelector(s).getBoundingClientRect();"
            " return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; }",
            selector,
        )
    )


def test_a_far_passage_is_opened_lit_and_in_sight_and_little_is_laid_out(
    long_page: "Page", long_served: Served
) -> None:
    assert len(long_document().passages) >= 2 * PARAGRAPHS
    assert long_page.locator(".hd-page p").count() < PARAGRAPHS / 4
    ask(long_page, "trồng cây mắc ca?")
    assert lit(long_page) == FAR
    assert in_sight(long_page, "mark.hd-lit")
    laid_out = long_page.evaluate(
        "[...document.querySelectorAll('.hd-page p[data-s]')]"
        ".filter(p => p.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert 0 < laid_out < 200
    number = long_page.locator("[data-n]:has(mark.hd-lit) .hd-n")
    box = number.bounding_box()
    assert box is not None
    assert number.evaluate("n => document.elementFromPoint("
                           "n.getBoundingClientRect().x + 4, n.getBoundingClientRect().y + 4)"
                           " === n")  # fmt: skip
    start = long_document().text.index(FAR)
    long_page.goto(f"{long_served.url}?doc=rất-dài&p=1&s={start}-{start + len(FAR)}")
    assert lit(long_page) == FAR
    assert in_sight(long_page, "mark.hd-lit")


def test_words_are_found_in_other_parts_too(long_page: "Page") -> None:
    long_page.click('[data-act="find"]')
    field, count = ".hd-find input", long_page.locator(".hd-count")
    long_page.fill(field, "nam khao")
    assert count.inner_text() == "Enter: tìm ở phần khác"
    long_page.press(field, "Enter")
    long_page.wait_for_selector("mark.hd-found.hd-here")
    assert long_page.locator("mark.hd-found").inner_text() == "Nậm Khao"
    assert in_sight(long_page, "mark.hd-found")
    assert long_page.input_value(field) == "nam khao"
    long_page.fill(field, "rat dai")
    long_page.press(field, "Shift+Enter")  # back to the title, in the first part
    long_page.wait_for_selector('.hd-page[data-from="0"] mark.hd-found')
    long_page.fill(field, "không đâu có chữ này")
    long_page.press(field, "Enter")
    long_page.get_by_text("Không thấy").wait_for()


def test_what_is_sought_is_found_from_anywhere_round_and_round() -> None:
    document = long_document()
    desk = Desk(FakeAssistant({document.name: document}))
    at = document.text.index("Nậm Khao")
    for offset in (0, at, at + 1, len(document.text), -5):
        assert desk.seek("rất-dài", " NẬM khao ", offset) == at
        assert desk.seek("rất-dài", "nam khao", offset, back=True) == at
    first = document.text.index("Ủy ban")
    assert desk.seek("rất-dài", "uy ban", first + 1) > first
    for nothing in (("rất-dài", "x"), ("rất-dài", "khong dau co"), ("khác", "uy ban")):
        assert desk.seek(*nothing, 0) == -1
