#!/usr/bin/env python
"""Take the README's screenshots of the web app, with the real assistant and a real Chromium.

    .venv/bin/python docs/screenshots.py [FOLDER]

Writes a picture of each tab (``hoi-dap.png``, ``chi-tieu.png``, ``kiem-chung.png``,
``tai-lieu.png``, ``danh-gia.png``), of the chart (``bieu-do.png``), in the dark (``toi.png``) and
on a phone (``dien-thoai.png``) into FOLDER, ``docs/screenshots`` unless one is named. Needs
Debian's chromium and playwright; the evaluation shown is the last one run.

What this module does not know: how anything looks; it only asks and clicks.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from assistant.assemble import open_assistant
from assistant.chat import build_app, serve
from assistant.settings import load_settings, prepare_environment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parent / "screenshots"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")
QUESTIONS = ("thu nhap binh quan dau nguoi ha noi nam 2030?", "còn 2045?")
BOX = "#hd-question textarea"
STATEMENTS = (
    "Đến năm 2025, tỷ lệ đô thị hóa của Hà Nội đạt 70%. Thu nhập bình quân đầu người năm 2030 đạt "
    "trên 12.500 USD/người/năm. Hà Nội có 40 quận."
)


@dataclass(frozen=True)
class Shot:
    """One picture: its file, what is asked, the tab shown and what is done there, the window."""

    name: str
    questions: tuple[str, ...] = QUESTIONS
    tab: str = ""
    act: "Callable[[Page], None] | None" = None
    citation: bool = True
    window: dict[str, Any] = field(default_factory=lambda: {"width": 1440, "height": 860})
    scheme: str = "light"


def open_row(page: "Page") -> None:
    """Open the passage of a target."""
    page.locator("tr[data-doc]").nth(2).click()
    page.wait_for_selector("mark.hd-key")


def draw_chart(page: "Page") -> None:
    """Look at the targets as a chart."""
    page.get_by_role("button", name="Biểu đồ", exact=True).click()
    page.wait_for_selector(".hd-unit")


def check(page: "Page") -> None:
    """Check a few statements."""
    page.fill("#hd-statement textarea", STATEMENTS)
    page.click("#hd-check")
    page.wait_for_selector(".hd-claim")
    page.wait_for_selector("mark.hd-lit")


def read_run(page: "Page") -> None:
    """Wait for the last evaluation."""
    page.wait_for_selector(".hd-runs")


SHOTS = (
    Shot("hoi-dap.png"),
    Shot("chi-tieu.png", (), "Chỉ tiêu", open_row, citation=False),
    Shot("bieu-do.png", (), "Chỉ tiêu", draw_chart, citation=False),
    Shot("kiem-chung.png", (), "Kiểm chứng", check, citation=False),
    Shot("tai-lieu.png", (), "Tài liệu", citation=False),
    Shot("danh-gia.png", (), "Đánh giá", read_run, citation=False),
    Shot("toi.png", scheme="dark"),
    Shot("dien-thoai.png", QUESTIONS[:1], window={"width": 390, "height": 780}, citation=False),
)


def main(folder: Path = FOLDER) -> None:
    """Serve the assistant that the settings name, and take every picture."""
    settings = load_settings()
    prepare_environment(settings)
    folder.mkdir(parents=True, exist_ok=True)
    served = serve(build_app(open_assistant(settings), runs=settings.runs), port=0)
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=list(FLAGS)
            )
            for shot in SHOTS:
                take(browser, served.url, shot, folder / shot.name)
            browser.close()
    finally:
        served.close()


def take(browser: "Browser", url: str, shot: Shot, path: Path) -> None:
    """Open the page, ask, click, and write one picture."""
    context = browser.new_context(
        viewport=shot.window,  # type: ignore[arg-type] # a plain dict is what playwright takes
        color_scheme=shot.scheme,  # type: ignore[arg-type] # "light" or "dark"
        device_scale_factor=1.5,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(".hd-page", state="attached")
    for number, question in enumerate(shot.questions, 1):
        ask(page, question, number)
    if shot.tab:
        page.get_by_role("tab", name=shot.tab).click()
    if shot.act is not None:
        shot.act(page)
    if shot.citation:
        page.locator(".hd-turn").first.locator(".hd-chip").first.click()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path)
    context.close()


def ask(page: "Page", question: str, number: int) -> None:
    """Type a question and wait until the conversation has ``number`` answers."""
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('.hd-turn:not([aria-busy])').length >= n", arg=number
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
