"""Opinions in a real browser: by mouse and by keyboard, kept in the file, never lost."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.chat import Served, build_app, serve
from assistant.feedback import FeedbackFile, Row, Vote
from tests.assistant.chat.conftest import evil, opened
from tests.assistant.chat.test_browser import ask
from tests.assistant.fakes import FakeAssistant

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KEPT = "Đã ghi nhận, cảm ơn bạn."


def newest(opinions: Path) -> Row:
    return FeedbackFile(opinions).rows(most=1)[0]


def said(page: "Page", words: str) -> None:
    page.wait_for_function(
        "w => [...document.querySelectorAll('.hd-vote-said')].some(s => s.textContent.includes(w))",
        arg=words,
    )


def test_a_good_answer_is_kept_with_what_it_rests_on(
    page: "Page", opinions: Path, fake: FakeAssistant
) -> None:
    ask(page, "đô thị hóa?")
    ask(page, "thu nhập một")
    page.get_by_role("button", name="Có ích").last.click()
    said(page, KEPT)
    row = newest(opinions)
    assert row.vote is Vote.UP
    assert row.question == "thu nhập một"
    assert row.history == ("đô thị hóa?",)
    assert row.key == "trên 12.500 USD/người/năm"
    assert row.citations == fake.ask("thu nhập").citations
    document = fake.documents[row.citations[0].document]
    assert row.hashes == {document.name: document.sha256}
    assert row.version
    assert row.asked <= row.time


def test_a_bad_answer_is_told_with_its_reason_by_keyboard_alone(
    page: "Page", opinions: Path
) -> None:
    ask(page, "thu nhập hai")
    page.get_by_role("button", name="Chưa đúng").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.press("Space")
    page.get_by_label("Ghi thêm").focus()
    page.keyboard.type(f"văn bản ghi khác {evil('note')}")
    ask(page, "đô thị hóa")
    assert page.get_by_label("Ghi thêm").input_value().startswith("văn bản ghi khác")
    page.get_by_role("button", name="Gửi thêm").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".hd-vote-form", state="detached")
    row = newest(opinions)
    assert row.question == "thu nhập hai"
    assert (row.vote, row.reasons) == (Vote.DOWN, ("wrong_figure",))
    assert row.note == f"văn bản ghi khác {evil('note')}"
    pressed = page.locator('[data-vote][aria-pressed="true"]')
    assert pressed.count() == 1
    assert pressed.evaluate("e => e === document.activeElement")


def test_a_changed_mind_takes_the_place_of_the_first_opinion(page: "Page", opinions: Path) -> None:
    ask(page, "thu nhập ba")
    page.get_by_role("button", name="Có ích").click()
    said(page, KEPT)
    before = len(FeedbackFile(opinions).rows())
    page.get_by_role("button", name="Chưa đúng").click()
    page.keyboard.press("Escape")
    page.wait_for_selector(".hd-vote-form", state="detached")
    said(page, KEPT)
    page.wait_for_timeout(100)
    assert len(FeedbackFile(opinions).rows()) == before
    assert newest(opinions).vote is Vote.DOWN


def test_what_cannot_be_kept_is_one_sentence_and_nothing_typed_is_lost(
    browser: "Browser", fake: FakeAssistant, tmp_path: Path
) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("a file, and no folder")
    served: Served = serve(build_app(fake, feedback=nowhere / "feedback.sqlite"), port=0)
    for page in opened(browser, served, {"width": 1280, "height": 800}):
        ask(page, "thu nhập")
        page.get_by_role("button", name="Chưa đúng").click()
        said(page, "Chưa ghi được ý kiến")
        page.get_by_label("Ghi thêm").fill("điều quan trọng")
        page.get_by_role("button", name="Gửi thêm").click()
        page.wait_for_timeout(300)
        assert page.get_by_label("Ghi thêm").input_value() == "điều quan trọng"
        nowhere.unlink()
        page.get_by_role("button", name="Gửi thêm").click()
        page.wait_for_selector(".hd-vote-form", state="detached")
    assert newest(nowhere / "feedback.sqlite").note == "điều quan trọng"
    served.close()


def test_without_a_file_nobody_is_asked(browser: "Browser", fake: FakeAssistant) -> None:
    served = serve(build_app(fake), port=0)
    for page in opened(browser, served, {"width": 1280, "height": 800}):
        ask(page, "thu nhập")
        assert page.locator("[data-vote]").count() == 0
    served.close()


def test_notices_are_not_judged(page: "Page") -> None:
    ask(page, "không nhận câu này")
    assert page.locator("[data-vote]").count() == 0
