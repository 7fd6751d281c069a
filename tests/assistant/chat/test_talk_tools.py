"""A whole conversation in a real browser: begun anew, saved as a file, kept and wiped."""

from typing import TYPE_CHECKING

from docx import Document

from assistant.chat import Served
from tests.assistant.chat.test_browser import BOX, ask

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

FOCUSED = "document.activeElement.matches('#hd-question textarea')"
STORED = "localStorage.getItem('hoidap.talks')"


def said(page: "Page", words: str) -> None:
    page.wait_for_function(
        "w => document.querySelector('.hd-tools-said').textContent.includes(w)", arg=words
    )


def switch(page: "Page") -> None:
    page.locator("#hd-history summary").click()
    page.get_by_role("switch").click()


def kept(page: "Page", questions: int) -> None:
    page.wait_for_function(
        "n => JSON.parse(localStorage.getItem('hoidap.talks')).talks[0]?.turns.length === n",
        arg=questions,
    )


def test_a_new_talk_is_announced_and_the_field_has_the_focus(page: "Page") -> None:
    ask(page, "thu nhập")
    page.locator("#hd-new").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".hd-welcome")
    page.wait_for_function(FOCUSED)
    page.wait_for_function(
        "document.querySelector('#hd-live').textContent === 'Đã bắt đầu cuộc trò chuyện mới.'"
    )


def test_a_talk_is_saved_as_markdown_word_and_a_page(page: "Page", tmp_path: "Path") -> None:
    page.locator("#hd-export summary").click()
    page.get_by_role("button", name="Markdown").click()
    said(page, "Chưa có câu trả lời nào để xuất")
    ask(page, "thu nhập 2030?")
    ask(page, "còn 2045?")
    for label, suffix in (("Markdown", "md"), ("Word", "docx"), ("Trang in", "html")):
        page.locator("#hd-export summary").focus()
        page.keyboard.press("Enter")
        with page.expect_download() as coming:
            page.get_by_role("button", name=label).click()
        name = coming.value.suggested_filename
        assert name.startswith("hoidap-20")
        assert name.endswith(f".{suffix}")
        coming.value.save_as(tmp_path / f"talk.{suffix}")
        said(page, "Đã tải hội thoại về.")
        assert page.locator("#hd-export").get_attribute("open") is None
    markdown = (tmp_path / "talk.md").read_text(encoding="utf-8")
    assert "Hà Nội phấn đấu đến năm 2025" in markdown
    assert "hiện đại hóa, đăng ngày 08/02/2023, đoạn 4" in markdown
    assert "Không có trong văn bản" in markdown
    words = "\n".join(each.text for each in Document(str(tmp_path / "talk.docx")).paragraphs)
    assert "Câu hỏi: còn 2045?" in words
    page.goto((tmp_path / "talk.html").as_uri())
    assert page.get_attribute("html", "lang") == "vi"
    assert page.locator("blockquote").count() == 3


def test_nothing_is_kept_until_it_is_switched_on_and_then_survives(page: "Page") -> None:
    ask(page, "thu nhập 2030?")
    assert page.evaluate("localStorage.length") == 0
    switch(page)
    kept(page, 1)
    ask(page, "đô thị hóa?")
    kept(page, 2)
    page.reload()
    page.wait_for_selector(".hd-turn[data-restored]")
    assert page.locator(".hd-turn").count() == 2
    assert page.locator(".hd-text strong").first.inner_text() == "trên 12.500 USD/người/năm"
    ask(page, "còn 2045?")
    kept(page, 3)
    page.locator(".hd-turn").first.locator(".hd-chip").click()
    page.wait_for_selector("mark.hd-key")
    page.click("#hd-new")
    page.wait_for_selector(".hd-welcome")
    page.reload()
    page.wait_for_selector(".hd-sug button")
    page.wait_for_timeout(300)
    assert page.locator(".hd-turn").count() == 0
    page.locator("#hd-history summary").click()
    page.locator(".hd-talks button").click()
    page.wait_for_selector(".hd-turn[data-restored]")
    assert page.locator(".hd-turn").count() == 3


def test_one_click_wipes_what_is_kept_and_off_keeps_nothing(page: "Page") -> None:
    switch(page)
    ask(page, "thu nhập 2030?")
    kept(page, 1)
    page.locator("#hd-history summary").click()
    page.get_by_role("button", name="Xóa hết lịch sử").click()
    said(page, "Đã xóa hết lịch sử.")
    assert "thu nhập" not in page.evaluate(STORED)
    page.get_by_role("switch").click()
    said(page, "Đã tắt")
    assert page.evaluate(STORED) is None
    ask(page, "đô thị hóa?")
    page.wait_for_timeout(200)
    assert page.evaluate("localStorage.length") == 0


def test_a_document_that_changed_since_is_noted(page: "Page", served: Served) -> None:
    switch(page)
    ask(page, "thu nhập 2030?")
    kept(page, 1)
    page.evaluate(
        "() => { const all = JSON.parse(localStorage.getItem('hoidap.talks'));"
        " all.talks[0].turns[0].hashes = {'chuong-trinh-21-ctr-tu': 'older'};"
        " localStorage.setItem('hoidap.talks', JSON.stringify(all)); }"
    )
    page.goto(served.url)
    note = page.locator(".hd-changed")
    note.wait_for()
    assert "Văn bản đã thay đổi" in note.inner_text()
    note.get_by_role("button").click()
    page.wait_for_selector(".hd-turn:not([data-restored])")
    assert page.locator(".hd-turn").count() == 2


def test_what_is_no_history_of_ours_harms_nothing(page: "Page", served: Served) -> None:
    junk = (
        '{"keep": true, "last": "x", "talks": [{"id": "x", "when": "?", "title": "<img src=x>",'
        ' "turns": [{"format": 9}, 3, {"format": 1, "hashes": null}]}]}'
    )
    page.evaluate("junk => localStorage.setItem('hoidap.talks', junk)", junk)
    page.goto(served.url)
    page.wait_for_selector(".hd-sug button")
    said(page, "Không đọc lại được")
    page.evaluate("localStorage.setItem('hoidap.talks', 'x{')")
    page.goto(served.url)
    page.wait_for_selector(".hd-sug button")
    page.fill(BOX, "thu nhập")


def test_menus_open_one_at_a_time_and_close_by_escape(page: "Page") -> None:
    page.locator("#hd-export summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.export") == "md"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('#hd-export summary')")
    page.locator("#hd-history summary").click()
    page.locator("#hd-export summary").click()
    assert page.locator(".hd-menu[open]").count() == 1
