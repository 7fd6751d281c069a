#!/usr/bin/env python
"""Take the README's screenshots of the web app, with the real assistant and a real Chromium.

    .venv/bin/python docs/screenshots.py [FOLDER]

Writes ``hoi-dap.png``, ``tai-lieu.png``, ``toi.png`` (dark) and ``dien-thoai.png`` (a phone)
into FOLDER, ``docs/screenshots`` unless one is named. Needs Debian's chromium and playwright.

What this module does not know: how anything looks; it only asks and clicks.
"""

import shutil
import sys
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


@dataclass(frozen=True)
class Shot:
    """One picture: its file, what is asked, the tab shown, and the window."""

    name: str
    questions: tuple[str, ...] = QUESTIONS
    tab: str = ""
    citation: bool = True
    window: dict[str, Any] = field(default_factory=lambda: {"width": 1440, "height": 860})
    scheme: str = "light"


SHOTS = (
    Shot("hoi-dap.png"),
    Shot("tai-lieu.png", questions=(), tab="Tài liệu", citation=False),
    Shot("toi.png", scheme="dark"),
    Shot("dien-thoai.png", QUESTIONS[:1], window={"width": 390, "height": 780}, citation=False),
)


def main(folder: Path = FOLDER) -> None:
    """Serve the assistant that the settings name, and take every picture."""
    settings = load_settings()
    prepare_environment(settings)
    folder.mkdir(parents=True, exist_ok=True)
    served = serve(build_app(open_assistant(settings)), port=0)
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
