"""The tabs beside the conversation in a real browser: targets, claims, runs, links, print."""

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.chat import Served
from tests.assistant.chat.conftest import evil, evil_document, opened
from tests.assistant.chat.test_browser import BOX, ask, lit
from tests.assistant.fakes import FakeAssistant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

TARGETS, CLAIMS, RUNS = "Chỉ tiêu", "Kiểm chứng", "Đánh giá"
STATEMENT = "#hd-statement textarea"


@pytest.fixture(scope="module")
def shared(browser: "Browser", served: Served) -> "Iterator[Page]":
    """One page for the tests of this file that leave it as they find it: opening one is slow."""
    yield from opened(browser, served, {"width": 1280, "height": 800})


def show(page: "Page", tab: str) -> None:
    page.get_by_role("tab", name=tab).click()


def tally(page: "Page", said: str) -> None:
    """Wait until the filter has said how many targets are shown."""
    page.locator(".hd-filter .hd-tally", has_text=re.compile(f"^{said}$")).wait_for()


def check(page: "Page", statement: str, said: str) -> str:
    """Paste a statement, check it, wait for ``said``, and return all that the tab says."""
    page.evaluate("text => navigator.clipboard.writeText(text)", statement)
    page.fill(STATEMENT, "")
    page.focus(STATEMENT)
    page.keyboard.press("Control+v")
    page.keyboard.press("Control+Enter")
    page.locator("#hd-verdicts :is(.hd-tally, .hd-notice)", has_text=said).wait_for()
    return page.locator("#hd-verdicts").inner_text()


BLACK = "rgb(0, 0, 0)"


def test_the_register_is_filtered_by_words_without_marks_year_and_document(shared: "Page") -> None:
    show(shared, TARGETS)
    tally(shared, "5 chỉ tiêu")
    shared.fill('.hd-filter [name="text"]', "do thi hoa")
    tally(shared, "2 trong 5 chỉ tiêu")
    shared.select_option('.hd-filter [name="year"]', "2030")
    tally(shared, "1 trong 5 chỉ tiêu")
    assert shared.locator("td.hd-value").inner_text() == "trên 75%"
    show(shared, "Hỏi đáp")
    show(shared, TARGETS)
    assert shared.input_value('.hd-filter [name="text"]') == "do thi hoa"
    assert shared.locator("tr[data-doc]").count() == 1
    shared.fill('.hd-filter [name="text"]', "không có gì như thế")
    tally(shared, "0 trong 5 chỉ tiêu")
    assert "bỏ bớt điều kiện" in shared.locator(".hd-none").inner_text()
    shared.fill('.hd-filter [name="text"]', "")
    shared.select_option('.hd-filter [name="year"]', "")
    shared.select_option('.hd-filter [name="document"]', evil_document().name)
    tally(shared, "1 trong 5 chỉ tiêu")
    shared.select_option('.hd-filter [name="document"]', "")
    tally(shared, "5 chỉ tiêu")


def test_a_row_opens_its_passage_with_the_figure_marked(shared: "Page") -> None:
    show(shared, TARGETS)
    tally(shared, "5 chỉ tiêu")
    shared.locator("tr[data-doc]", has_text="trên 75%").click()
    shared.wait_for_selector("mark.hd-key")
    assert lit(shared, "hd-key") == "trên 75%"
    assert lit(shared).startswith("Tỷ lệ đô thị hóa")
    shared.keyboard.press("ArrowUp")
    shared.keyboard.press("Enter")
    shared.wait_for_selector("mark.hd-key:has-text('60-62%')")
    assert lit(shared, "hd-key") == "từ 60-62%"
    assert shared.locator("tr[aria-current]").count() == 1


def test_the_plot_and_the_files_follow_the_filter(shared: "Page") -> None:
    show(shared, TARGETS)
    shared.fill('.hd-filter [name="text"]', "thu nhap")
    tally(shared, "2 trong 5 chỉ tiêu")
    shared.get_by_role("button", name="Biểu đồ", exact=True).click()
    shared.wait_for_selector(".hd-unit")
    assert shared.locator(".hd-unit").count() == 1
    assert shared.locator(".hd-group > svg", has_text="trên 12.500").count() == 1
    with shared.expect_download() as kept:
        shared.get_by_role("button", name="Tải CSV").click()
    text = Path(kept.value.path()).read_text(encoding="utf-8")
    assert text.startswith("\ufeffdocument,indicator,year")
    assert [row["year"] for row in csv.DictReader(io.StringIO(text))] == ["2025", "2030"]
    with shared.expect_download() as kept:
        shared.get_by_role("button", name="Tải biểu đồ (SVG)").click()
    assert kept.value.suggested_filename == "chi-tieu.svg"
    assert "<svg" in Path(kept.value.path()).read_text(encoding="utf-8")
    shared.fill('.hd-filter [name="text"]', "")
    tally(shared, "5 chỉ tiêu")
    assert shared.locator(".hd-unit").count() >= 2
    shared.get_by_role("button", name="Bảng", exact=True).click()
    shared.wait_for_selector("tr[data-doc]")


def test_statements_are_judged_with_passage_and_difference(shared: "Page") -> None:
    show(shared, CLAIMS)
    pasted = "Đến năm 2030 đạt trên 75%.\nĐến năm 2030 đạt 70%.\nHà Nội có 40 quận."
    check(shared, pasted, "3 phát biểu: 1 sai lệch, 1 không có trong văn bản, 1 khớp")
    shared.wait_for_function(
        "document.querySelector('#hd-live').textContent.includes('3 phát biểu')"
    )
    wrong = shared.locator(".hd-claim.hd-refuted")
    assert wrong.locator("dd").all_inner_texts() == ["70%", "trên 75%"]
    assert lit(shared) == "đến năm 2030 đạt trên 75%"
    right = shared.locator(".hd-claim.hd-supported")
    right.locator(".hd-chip").focus()
    assert "đạt trên 75%" in shared.locator("#hd-tip").inner_text()
    shared.keyboard.press("Enter")
    assert right.locator(".hd-chip").get_attribute("aria-pressed") == "true"
    show(shared, TARGETS)
    show(shared, CLAIMS)
    assert shared.locator(".hd-claim").count() == 3
    assert shared.input_value(STATEMENT).startswith("Đến năm 2030")


def test_what_cannot_be_checked_gets_one_sentence_and_nothing_pasted_is_markup(
    shared: "Page",
) -> None:
    show(shared, CLAIMS)
    for pasted in ("", "   \n", "Một câu. " * 25_000, "<p>Một câu.</p>", f"75% {evil('claim')}"):
        check(shared, pasted, f"{len(pasted)} ký tự này không kiểm chứng được")
    said = check(shared, "75% ${hacked=1} {{x}} &lt;img onerror=hacked=1&gt;", "1 phát biểu")
    assert "&lt;img onerror=hacked=1&gt;" in said


def test_the_last_run_is_shown_with_its_failures_but_not_those_held_back(shared: "Page") -> None:
    show(shared, RUNS)
    shared.wait_for_selector(".hd-scores")
    assert "22/11/2026 08:00 UTC" in shared.locator("#hd-runs").inner_text()
    cells = shared.locator(".hd-scores td").all_inner_texts()
    assert [cell.strip() for cell in cells] == ["3", "1", "33,3%"]
    shared.locator(".hd-runs summary").click()
    assert shared.locator(".hd-asked").inner_text() == evil("case")
    assert "câu giữ kín" not in shared.locator("#hd-runs").inner_text()
    assert "1 câu sai khác" in shared.locator("#hd-runs").inner_text()
    assert "không có thư mục dữ liệu" in shared.locator("#hd-runs").inner_text()


def test_a_repaired_question_is_searched_as_typed_by_one_click(page: "Page") -> None:
    ask(page, "thu nhap 2030?")
    page.get_by_role("button", name="tìm nguyên văn").click()
    page.wait_for_function("document.querySelectorAll('.hd-turn:not([aria-busy])').length > 1")
    last = page.locator(".hd-turn").last
    assert last.locator(".hd-q").inner_text().endswith("thu nhap 2030?")
    assert "Đã tìm nguyên văn" in last.locator(".hd-heard").inner_text()
    assert "Đã hiểu là" not in last.inner_text()


def test_every_paragraph_has_a_link_that_opens_it_lit(
    page: "Page", served: Served, fake: FakeAssistant
) -> None:
    link = page.get_by_role("link", name="Sao chép liên kết tới đoạn 4")
    link.click()
    document = fake.documents["chuong-trinh-21-ctr-tu"]
    assert lit(page) == document.quote(document.paragraphs[3].span)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{served.url}?doc=chuong-trinh-21-ctr-tu&p=4&s=")
    assert page.url == copied


def test_print_has_the_conversation_and_the_whole_document(
    page: "Page", fake: FakeAssistant
) -> None:
    ask(page, "thu nhập 2030?")
    page.emulate_media(media="print")
    document = fake.documents["chuong-trinh-21-ctr-tu"]
    assert page.locator(".hd-answered").is_visible()
    assert not page.locator(BOX).is_visible()
    assert not page.get_by_role("tab", name="Hỏi đáp").is_visible()
    last = page.locator(f'.hd-page [data-s="{document.paragraphs[-1].span.start}"]')
    assert last.is_visible()
    height = page.evaluate("document.documentElement.scrollHeight")
    box = last.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= height + 1
    assert page.evaluate("getComputedStyle(document.body).overflow") == "visible"


def test_a_pdf_has_every_quote_and_the_document_on_pages_of_its_own(page: "Page") -> None:
    ask(page, "thu nhập 2030?")
    ask(page, "còn 2045?")
    assert page.locator(".hd-quote:visible").count() == 1
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".hd-quote:visible").count() == 3  # a refusal's too
    assert page.evaluate("getComputedStyle(document.querySelector('.hd-text')).color") == BLACK
    for hidden in ("#hd-ask", ".hd-acts", ".hd-next", "#hd-tools", ".hd-find", "#hd-sheet"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    pdf = page.pdf(format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert pages >= 2
    page.add_style_tag(content="@media print { #hd-right { display: none !important } }")
    alone = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", alone)) < pages
