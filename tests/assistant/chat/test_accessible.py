"""The page for everyone: axe-core finds nothing on any tab, the keyboard alone is enough."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from assistant.chat import Served
from tests.assistant.chat.conftest import opened
from tests.assistant.chat.test_browser import BOX, ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "vendor" / "axe-core" / "axe.min.js"
TABS = ("Hỏi đáp", "Chỉ tiêu", "Kiểm chứng", "Tài liệu", "Đánh giá")
CLAIMS = "Đến năm 2030 đạt trên 75%.\nĐến năm 2030 đạt 70%.\nHà Nội có 40 quận."
FILLED = {
    "Chỉ tiêu": "tr[data-doc]",
    "Kiểm chứng": ".hd-claim",
    "Tài liệu": ".hd-card",
    "Đánh giá": ".hd-scores",
}


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Whether the user likes a light page or a dark one."""
    return str(request.param)


@pytest.fixture
def coloured(
    browser: "Browser", served: Served, scheme: Literal["light", "dark"]
) -> "Iterator[Page]":
    """The page in that colour scheme."""
    yield from opened(browser, served, {"width": 1280, "height": 800}, scheme)


def violations(page: "Page") -> list[Any]:
    """Return what axe-core finds wrong, with the places."""
    found = page.evaluate("axe.run(document).then(r => r.violations)")
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]


def fill(page: "Page", tab: str) -> None:
    """Open a tab and put into it what it can show."""
    page.get_by_role("tab", name=tab).click()
    if tab == "Hỏi đáp":
        for question in ("thu nhập 2030?", "còn 2045?", "đô thị hóa", "không nhận câu này"):
            ask(page, question)
    if tab == "Kiểm chứng":
        page.fill("#hd-statement textarea", CLAIMS)
        page.click("#hd-check")
    if tab in FILLED:
        page.locator(FILLED[tab]).first.wait_for()


def fill_menus(page: "Page") -> None:
    """Open what can be opened on an answer and on the conversation."""
    page.get_by_role("button", name="Chưa đúng").last.click()
    page.locator(".hd-vote-form").wait_for()
    page.evaluate("document.querySelectorAll('.hd-menu').forEach(menu => { menu.open = true; })")


def test_axe_finds_nothing_on_any_tab(coloured: "Page") -> None:
    coloured.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(coloured) == []
    for tab in TABS:
        fill(coloured, tab)
        assert violations(coloured) == [], tab
        if tab == "Hỏi đáp":
            fill_menus(coloured)
            assert violations(coloured) == [], "ý kiến, xuất, lịch sử"
        if tab == "Chỉ tiêu":
            coloured.get_by_role("button", name="Biểu đồ", exact=True).click()
            coloured.wait_for_selector(".hd-unit")
            assert violations(coloured) == [], "Biểu đồ"
        if tab == "Đánh giá":
            coloured.locator(".hd-runs summary").click()
            assert violations(coloured) == [], "Câu sai"


def test_axe_finds_nothing_on_a_phone_with_its_sheet(phone: "Page") -> None:
    phone.evaluate(AXE.read_text(encoding="utf-8"))
    for tab in TABS:
        fill(phone, tab)
        if tab == "Hỏi đáp":
            fill_menus(phone)
        assert violations(phone) == [], tab
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, tab
    phone.locator("tr[data-doc]").first.evaluate("row => row.click()")
    phone.wait_for_selector("mark.hd-lit")
    assert violations(phone) == []


def test_the_keyboard_goes_past_everything_to_the_document(page: "Page") -> None:
    skip = page.get_by_role("link", name="Chuyển tới nội dung chính")
    assert skip.evaluate("link => link === document.querySelector('a, button, input, textarea')")
    skip.focus()
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "hd-right"
    assert page.get_by_role("region", name="Văn bản").count() == 1


def test_arrows_go_from_tab_to_tab(page: "Page") -> None:
    page.get_by_role("tab", name="Hỏi đáp").focus()
    for _ in range(len(TABS)):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Hỏi đáp"
    page.keyboard.press("End")
    page.wait_for_selector(".hd-scores")


def test_escape_closes_the_sheet_and_the_keyboard_is_back_at_the_chip(phone: "Page") -> None:
    ask(phone, "thu nhập 2030?")
    phone.locator(".hd-chip").focus()
    phone.keyboard.press("Enter")
    phone.wait_for_selector("mark.hd-key")
    assert phone.evaluate("document.activeElement.id") == "hd-sheet"
    phone.keyboard.press("Escape")
    phone.wait_for_selector(".hd-page", state="hidden")
    assert phone.evaluate("document.activeElement.className") == "hd-chip"


def test_focus_is_seen_wherever_it_is(page: "Page") -> None:
    ask(page, "thu nhập 2030?")
    for _ in range(14):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e),"
            " box = e.closest('#hd-ask, #hd-claim');"
            " return e === document.body || s.outlineStyle !== 'none' ||"
            " (box && getComputedStyle(box).boxShadow !== 'none'); })()"
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_at_twice_the_size_everything_can_still_be_used(browser: "Browser", served: Served) -> None:
    for page in opened(browser, served, {"width": 640, "height": 400}):
        ask(page, "thu nhập 2030?")
        assert page.locator(".hd-state").last.is_visible()
        room = page.locator("#hd-talk").bounding_box()
        assert room is not None
        assert room["height"] >= 180
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        assert page.locator(BOX).is_visible()
