"""The page in a real browser: what a person, or an attacker, does with it."""

from typing import TYPE_CHECKING

from assistant.chat import Served
from tests.assistant.chat.conftest import evil, evil_document
from tests.assistant.fakes import FakeAssistant

if TYPE_CHECKING:
    from playwright.sync_api import Page

BOX = "#hd-question textarea"


def ask(page: "Page", question: str) -> None:
    """Ask, and wait for the answer."""
    before = page.locator(".hd-turn:not([aria-busy])").count()
    more = "n => document.querySelectorAll('.hd-turn:not([aria-busy])').length > n"
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_function(more, arg=before)


def lit(page: "Page", kind: str = "hd-lit") -> str:
    """Return the characters that are lit up in the document."""
    page.wait_for_selector(f"mark.{kind}", state="attached")
    return str(
        page.evaluate(
            "k => [...document.querySelectorAll('mark.' + k)].map(m => m.textContent).join('')",
            kind,
        )
    )


def test_a_question_is_answered_and_its_chip_lights_up_the_exact_passage(
    page: "Page", fake: FakeAssistant
) -> None:
    document = fake.documents["chuong-trinh-21-ctr-tu"]
    ask(page, "thu nhap binh quan dau nguoi ha noi nam 2030?")
    assert "Có đầy đủ trong văn bản" in page.locator(".hd-answered .hd-state").inner_text()
    assert page.locator(".hd-text strong").inner_text() == "trên 12.500 USD/người/năm"
    assert "thu nhập bình quân" in page.locator(".hd-heard").inner_text()
    ask(page, "tỷ lệ đô thị hóa?")
    assert lit(page).startswith("Tỷ lệ đô thị hóa đến năm 2025")
    page.locator(".hd-turn").first.locator(".hd-chip").click()
    page.wait_for_selector("mark.hd-key")
    quote = fake.ask("thu nhap").citations[0].quote
    assert lit(page) == quote
    assert lit(page, "hd-key") == "trên 12.500 USD/người/năm"
    assert page.locator("mark.hd-key").first.is_visible()
    shown = page.locator('.hd-page [data-n="4"]')
    assert shown.text_content() == document.quote(document.paragraphs[3].span)


def test_a_refusal_is_unlike_an_answer_and_still_cites(page: "Page") -> None:
    ask(page, "thu nhập 2030?")
    ask(page, "còn 2045?")
    refused = page.locator(".hd-refused")
    assert "Không có trong văn bản" in refused.locator(".hd-state").inner_text()
    assert refused.locator(".hd-chip").count() == 2
    background = "e => getComputedStyle(e).backgroundColor"
    assert page.locator(".hd-answered .hd-box").evaluate(background) == "rgba(0, 0, 0, 0)"
    assert refused.locator(".hd-box").evaluate(background) != "rgba(0, 0, 0, 0)"
    refused.locator(".hd-chip").nth(1).click()
    assert lit(page) == "tầm nhìn đến năm 2045"


def test_a_deep_link_opens_highlighted_and_survives_nonsense(page: "Page", served: Served) -> None:
    ask(page, "thu nhập 2030?")
    href = page.locator('[data-act="link"]').get_attribute("href")
    page.goto(f"{served.url}{href}")
    assert lit(page).startswith("Hà Nội phấn đấu")
    page.goto(f"{served.url}?doc=chuong-trinh-21-ctr-tu&p=3")
    assert lit(page).startswith("Mới đây")
    page.goto(f"{served.url}?doc=%3Cimg%20onerror%3D&s=9-3&p=x")
    page.wait_for_selector(".hd-page")
    assert page.locator("mark").count() == 0


def test_the_keyboard_alone_asks_previews_and_opens_a_citation(page: "Page") -> None:
    page.wait_for_function("document.activeElement?.matches('#hd-question textarea')")
    page.keyboard.type("dòng một")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("thu nhập")
    assert page.input_value(BOX) == "dòng một\nthu nhập"
    page.keyboard.press("Enter")
    page.wait_for_selector(".hd-answered")
    assert page.input_value(BOX) == ""
    page.evaluate("document.querySelectorAll('mark').forEach(m => m.remove())")
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.hd-chip')"):
            break
    tip = page.locator("#hd-tip")
    assert tip.is_visible()
    assert "Hà Nội phấn đấu" in tip.inner_text()
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"


def test_the_finished_answer_is_announced_once_without_its_chips(page: "Page") -> None:
    ask(page, "còn 2045?")
    page.wait_for_function("document.querySelector('#hd-live').textContent.includes('2045')")
    assert page.get_attribute("html", "lang") == "vi"
    assert page.get_attribute("#hd-live", "aria-live") == "polite"


def test_a_citation_is_copied_with_its_place(page: "Page") -> None:
    ask(page, "thu nhập 2030?")
    page.click('[data-act="cite"]')
    page.wait_for_selector("text=Đã chép")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Hà Nội phấn đấu đến năm 2025")
    assert copied.endswith("hiện đại hóa, đăng ngày 08/02/2023, đoạn 4")


def test_an_example_is_asked_by_a_click_and_a_new_talk_begins_empty(page: "Page") -> None:
    page.click(".hd-sug button >> nth=1")
    page.wait_for_selector(".hd-answered li")
    page.click("#hd-new")
    page.wait_for_selector(".hd-welcome")
    assert page.locator(".hd-turn").count() == 0


def test_attacks_in_question_document_title_and_name_run_nothing(page: "Page") -> None:
    document = evil_document()
    ask(page, f"2031 {evil('question')}")
    page.wait_for_function("document.querySelectorAll('mark.hd-lit').length > 0")
    assert lit(page) == "năm 2031 là 45%"
    page.locator(".hd-chip").nth(1).focus()
    page.locator(".hd-chip").nth(1).click()
    page.wait_for_function("document.querySelectorAll('mark.hd-lit').length > 1")
    assert "Điều 2." in lit(page).replace("\n", "")
    assert page.locator(".hd-page").get_attribute("data-doc") == document.name
    assert page.locator(".hd-q").inner_text().endswith(evil("question"))
    page.get_by_role("tab", name="Tài liệu").click()
    page.locator(".hd-card").nth(1).locator("h3 button").click()
    page.get_by_role("tab", name="Hỏi đáp").click()
    page.select_option(".hd-pick", "chuong-trinh-21-ctr-tu")
    page.wait_for_selector(".hd-title:has-text('9 nhóm nhiệm vụ')")
    assert page.locator(".hd-turn").count() == 1


def test_a_document_is_searched_without_diacritics(page: "Page") -> None:
    page.click('[data-act="find"]')
    page.keyboard.type("cong nghiep ho tro")
    assert lit(page, "hd-found").startswith("công nghiệp hỗ trợ")
    assert page.locator(".hd-count").inner_text() == "1/3"
    page.keyboard.press("Enter")
    assert page.locator(".hd-count").inner_text() == "2/3"
    page.keyboard.press("Escape")
    assert page.locator("mark").count() == 0


def test_on_a_phone_nothing_overflows_and_the_document_is_a_sheet(phone: "Page") -> None:
    ask(phone, "thu nhập 2030?")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert not phone.locator(".hd-page").is_visible()
    phone.click(".hd-chip")
    phone.wait_for_selector("mark.hd-key")
    assert phone.locator("mark.hd-key").first.is_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.click("#hd-sheet")
    phone.wait_for_selector(".hd-page", state="hidden")


def test_two_sessions_keep_their_own_conversations(
    page: "Page", phone: "Page", fake: FakeAssistant
) -> None:
    ask(page, "thu nhập riêng một")
    ask(phone, "đô thị hóa riêng hai")
    ask(page, "nhóm riêng ba")
    assert fake.asked[-1] == ("nhóm riêng ba", ("thu nhập riêng một",))
    assert phone.locator(".hd-turn").count() == 1


def test_bad_questions_get_one_polite_sentence(page: "Page") -> None:
    for question, said in (
        ("   ", "gõ một câu hỏi"),
        ("a" * 100_000, "100.000 ký tự"),
        ("\x01\x02\x03", "không phải văn bản"),
        ("không nhận câu này", "hãy hỏi câu khác"),
        ("hỏng hóc", "Rất tiếc"),
    ):
        ask(page, question)
        notice = page.locator(".hd-turn").last.locator(".hd-notice").inner_text()
        assert said in notice
        assert "Traceback" not in notice


def test_what_is_typed_while_an_answer_comes_stays_and_is_asked_next(page: "Page") -> None:
    page.fill(BOX, "thong thả nhé: tỷ lệ đô thị hóa?")
    page.press(BOX, "Enter")
    page.wait_for_selector(".hd-turn[aria-busy]")
    assert page.input_value(BOX) == ""
    page.fill(BOX, "thu nhập 2030?")
    page.press(BOX, "Enter")
    page.wait_for_function("document.querySelectorAll('.hd-turn:not([aria-busy])').length === 2")
    assert page.locator(".hd-q").last.inner_text().endswith("thu nhập 2030?")
    page.wait_for_timeout(300)
    assert page.locator(".hd-turn").count() == 2
    assert page.input_value(BOX) == ""


def test_a_question_half_typed_when_the_answer_comes_is_not_lost(page: "Page") -> None:
    page.fill(BOX, "thong thả nhé: tỷ lệ đô thị hóa?")
    page.press(BOX, "Enter")
    page.wait_for_selector(".hd-turn[aria-busy]")
    page.fill(BOX, "thu nhập")
    page.wait_for_selector(".hd-turn:not([aria-busy])")
    page.wait_for_timeout(300)
    assert page.input_value(BOX) == "thu nhập"


def test_enter_twice_asks_once(page: "Page") -> None:
    page.fill(BOX, "thong thả nhé: tỷ lệ đô thị hóa?")
    page.press(BOX, "Enter")
    page.press(BOX, "Enter")
    page.wait_for_selector(".hd-turn:not([aria-busy])")
    page.wait_for_timeout(600)
    assert page.locator(".hd-turn").count() == 1
