"""Attacks put wherever a document or a visitor has a word: all is shown, nothing of it runs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from assistant.answer import Answer, Status, VerdictKind
from assistant.chat import Served, build_app, serve
from assistant.chat.export import exported
from assistant.chat.talk_html import Turn
from assistant.claims.verdict import Aspect, Difference, Part, Verdict
from assistant.settings import Settings, prepare_environment
from corpus.model import Document
from corpus.read import document_of
from tests.assistant.chat.attacks import ATTACKS
from tests.assistant.chat.conftest import Watch
from tests.assistant.chat.test_browser import BOX
from tests.assistant.fakes import FakeAssistant, citation

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

# A question is one line, and a paragraph: what breaks lines or is no keyboard's is put as spaces.
LINES = tuple(" ".join(attack.replace("\x0b", " ").split()) for attack in ATTACKS)
MANY = 900  # characters of attacks in one question


def attacked(name: str = "sach") -> Document:
    """Return a document with every attack in a paragraph of its own, and one in its title."""
    body = "\n\n".join(f"Mục tiêu {at} là {attack} 45%." for at, attack in enumerate(LINES))
    return document_of(name, f"{LINES[0]} {LINES[22]} tiêu đề\n\n{body}\n")


@dataclass
class Echoing(FakeAssistant):
    """Answers with what it was asked, over the paragraphs that hold attacks."""

    echoed: list[str] = field(default_factory=list)

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer with the question, the history and a citation."""
        self.echoed.append(question)
        document = next(iter(self.documents.values()))
        at = len(self.echoed) % len(LINES)
        text = f"Trả lời: {question} [1]\n- {' '.join(history)[:300]} {literal}"
        cited = citation(document, f"Mục tiêu {at} là {LINES[at]} 45%.")
        return Answer(Status.ANSWERED, text, key=LINES[at], citations=(cited,), understood=question)

    def check(self, statement: str) -> Verdict:
        """Say that a statement is wrong, in its own words."""
        document = next(iter(self.documents.values()))
        cited = (citation(document, f"Mục tiêu 1 là {LINES[1]} 45%."),)
        apart = (Difference(statement[:200], LINES[2], Aspect.VALUE),)
        part = Part(statement, VerdictKind.REFUTED, statement, apart, cited)
        return Verdict(VerdictKind.REFUTED, statement, parts=(part,))

    def follow_ups(
        self, question: str, answer: Answer, asked: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Suggest attacks."""
        return (LINES[3], f"{question[:40]} {answer.status} {len(asked)}", LINES[24])


def documents() -> dict[str, Document]:
    """Return two documents, the name of one an attack as well."""
    named = attacked(f"{LINES[22]}{LINES[34]}")
    return {"sach": attacked(), named.name: named}


@pytest.fixture(scope="module")
def page(browser: "Browser") -> "Iterator[Page]":
    """The page over the attacked documents; afterwards nothing may have run."""
    prepare_environment(Settings(index=Path()))
    running = serve(build_app(Echoing(documents(), examples=LINES[:6])), port=0)
    yield from watched(browser, running)
    running.close()


def watched(browser: "Browser", running: Served) -> "Iterator[Page]":
    """Open a page, and judge it when the tests are over."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    watch = Watch(tab)
    dialogs: list[str] = []

    def seen(dialog: "Dialog") -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    tab.on("dialog", seen)
    tab.set_default_timeout(30_000)
    tab.goto(running.url)
    tab.wait_for_selector(".hd-page")
    yield tab
    assert unharmed(tab)
    assert dialogs == []
    assert watch.strangers == []
    assert watch.errors == []
    assert len(context.pages) == 1
    context.close()


def unharmed(page: "Page") -> bool:
    """Tell whether no attack ran, and none became an element."""
    made = page.evaluate(
        """() => [...document.querySelectorAll(
             '#hd-main :is(script,iframe,object,embed,base,meta,link,math,img,video,audio,marquee,'
             + 'noscript,template,form[action],svg script,animate,use,[onerror],[onload],[onfocus])'
           )].map(e => e.outerHTML.slice(0, 200))"""
    )
    return made == [] and page.evaluate("window.hacked") is None


def packed() -> list[str]:
    """Return the attacks in as few questions as take them all."""
    questions = [""]
    for line in LINES:
        if len(questions[-1]) + len(line) > MANY:
            questions.append("")
        questions[-1] = f"{questions[-1]} {line}".strip()
    return questions


def test_there_are_enough_attacks_and_each_is_one_of_its_own() -> None:
    assert len(set(ATTACKS)) == len(ATTACKS) >= 60
    assert max(map(len, LINES)) < 200


def test_in_the_text_the_title_and_the_name_of_a_document(page: "Page") -> None:
    shown = "\n".join(page.locator(".hd-page [data-s]").all_text_contents())
    for line in LINES:
        assert line in " ".join(shown.split()), line
    assert page.locator(".hd-pick option").count() == 2
    page.get_by_role("tab", name="Tài liệu").click()
    page.locator(".hd-card").nth(1).locator("h3 button").click()
    page.wait_for_function("n => document.querySelector('.hd-page').dataset.doc === n",
                           arg=list(documents())[1])  # fmt: skip
    for tab in ("Chỉ tiêu", "Đánh giá", "Hỏi đáp"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(150)
    assert unharmed(page)


def test_in_questions_answers_history_and_suggestions(page: "Page") -> None:
    questions = packed()
    for number, question in enumerate(questions, 1):
        page.fill(BOX, question)
        page.press(BOX, "Enter")
        page.wait_for_selector(f".hd-turn:nth-child({number}):not([aria-busy])")
    page.wait_for_selector(".hd-next button")
    said = [" ".join(each.split()) for each in page.locator(".hd-q").all_inner_texts()]
    assert all(question in each for question, each in zip(questions, said, strict=True))
    assert LINES[3] in page.locator(".hd-next button").first.inner_text()
    page.locator(".hd-chip").last.hover()
    page.locator(".hd-chip").last.click()
    page.wait_for_selector("mark.hd-lit")
    page.locator(".hd-again button").last.click()
    page.wait_for_selector(f".hd-turn:nth-child({len(questions) + 1}):not([aria-busy])")
    assert unharmed(page)


def test_in_a_pasted_claim(page: "Page") -> None:
    page.get_by_role("tab", name="Kiểm chứng").click()
    page.fill("#hd-statement textarea", "\n".join(LINES))
    page.click("#hd-check")
    page.wait_for_selector("#hd-verdicts .hd-claim")
    shown = " ".join(page.locator("#hd-verdicts").inner_text().split())
    assert all(line in shown for line in LINES)
    assert unharmed(page)


def test_in_a_deep_link(page: "Page") -> None:
    url = page.url.split("?")[0]
    for line in (*LINES[:4], LINES[22], LINES[34], LINES[38]):
        page.goto(f"{url}?{urlencode({'doc': line, 'p': line, 's': line, 'tab': line})}#{line}")
        page.wait_for_selector(".hd-page")
        assert unharmed(page)
    name = list(documents())[1]
    page.goto(f"{url}?{urlencode({'doc': name, 'p': 3, 's': '10-20'})}")
    page.wait_for_selector("mark.hd-lit")
    assert unharmed(page)


def test_in_an_exported_page(browser: "Browser", tmp_path: Path) -> None:
    assistant = Echoing(documents())
    turns = [Turn(line, assistant.ask(line), key=str(at), when="2026-11-22T08:00:00+00:00")
             for at, line in enumerate(LINES)]  # fmt: skip
    file = exported(turns, assistant.documents, "html", datetime.now(UTC))
    assert file is not None
    (tmp_path / "x.html").write_bytes(file.content)
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda sent: asked.append(sent.url))
    tab.goto(f"file://{tmp_path}/x.html")
    shown = " ".join(tab.locator("body").inner_text().split())
    assert all(line in shown for line in LINES)
    assert tab.evaluate("window.hacked") is None
    assert tab.locator("script, iframe, img, svg, math, [onerror], [onload]").count() == 0
    assert len(asked) == 1
    context.close()
