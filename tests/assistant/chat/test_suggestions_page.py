"""Suggestions on the page: after the answer, never in its way, asked by a click or the keyboard."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from assistant.answer import Answer
from assistant.chat import build_app, serve
from assistant.chat.desk import Desk
from assistant.chat.suggest_desk import SuggestDesk
from assistant.chat.talk_html import Turn
from assistant.suggest.candidates import Kind, Suggestion
from corpus.model import Span
from tests.assistant.chat.conftest import evil, opened
from tests.assistant.chat.test_browser import BOX, ask
from tests.assistant.fakes import FakeAssistant

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOWHERE = Span(0, 0)


@dataclass
class Suggesting(FakeAssistant):
    """A fake that suggests, by kind and after an answer; one suggestion is an attack."""

    def suggestions(self) -> Sequence[Suggestion]:
        """Suggest one question of each kind."""
        return [Suggestion(kind, f"thu nhập, {kind.value}?", "d", NOWHERE) for kind in Kind]

    def follow_ups(
        self, question: str, answer: Answer, asked: Sequence[str] = ()
    ) -> tuple[str, ...]:
        """Suggest three questions that tell what was asked before."""
        assert answer.text
        return (f"đô thị hóa sau “{question}”?", f"nhóm, trước có {len(asked)}", evil("next"))


@pytest.fixture(scope="module")
def suggesting(browser: "Browser") -> "Iterator[Page]":
    """The page over an assistant that suggests."""
    running = serve(build_app(Suggesting()), port=0)
    yield from opened(browser, running, {"width": 1000, "height": 800})
    running.close()


def test_what_is_suggested_is_shown_after_the_answer_and_asked_by_a_click(
    suggesting: "Page",
) -> None:
    kinds = suggesting.locator("#hd-examples .hd-sug button small").all_inner_texts()
    assert kinds == ["Con số", "Có hay không", "Bao nhiêu", "Liệt kê", "Nội dung"]
    suggesting.locator("#hd-examples .hd-sug button").first.click()
    suggesting.wait_for_selector(".hd-next button")
    said = suggesting.locator(".hd-next button").all_inner_texts()
    assert not suggesting.locator("#hd-examples").is_visible()  # one set of suggestions is enough
    assert said == ["đô thị hóa sau “thu nhập, figure?”?", "nhóm, trước có 0", evil("next")]
    suggesting.locator(".hd-next button").nth(1).focus()
    suggesting.keyboard.press("Enter")
    suggesting.wait_for_selector(".hd-turn:nth-child(2) .hd-next")
    assert suggesting.locator(".hd-next").count() == 1
    assert suggesting.locator(".hd-next button").nth(1).inner_text() == "nhóm, trước có 1"
    assert suggesting.locator(".hd-turn").last.locator(".hd-next").count() == 1
    ask(suggesting, "thu nhập 2030?")
    assert suggesting.input_value(BOX) == ""
    suggesting.wait_for_selector(".hd-turn:nth-child(3) .hd-next")


def test_an_answer_is_gone_on_from_by_its_key_alone() -> None:
    desk = Desk(Suggesting())
    *_, (html, turns) = desk.turn("thu nhập?", ())
    assert "hd-sug" not in html
    after = desk.suggests.after(turns[0].key)
    assert re.findall('data-q="([^"]+)"', after)[1] == "nhóm, trước có 0"
    assert desk.suggests.after("không có") == ""
    assert desk.suggests.after("") == ""


def test_nothing_is_suggested_where_there_is_no_answer_or_the_assistant_cannot() -> None:
    desk = SuggestDesk(FakeAssistant())
    desk.remember(Turn("hỏi?", notice="không", key="k"), ())
    assert desk.after("k") == ""
    plain = Desk(FakeAssistant())
    *_, (_, turns) = plain.turn("thu nhập?", ())
    assert plain.suggests.after(turns[0].key) == ""
    assert plain.examples().count("data-q") == 3


def test_a_suggester_that_breaks_leaves_the_answer_alone(caplog: pytest.LogCaptureFixture) -> None:
    @dataclass
    class Broken(Suggesting):
        def follow_ups(
            self, question: str, answer: Answer, asked: Sequence[str] = ()
        ) -> tuple[str, ...]:
            raise RuntimeError(question, answer, asked)

    desk = Desk(Broken())
    *_, (_, turns) = desk.turn("thu nhập?", ())
    assert desk.suggests.after(turns[0].key) == ""
    assert "nothing could be suggested" in caplog.text


def test_only_so_many_answers_are_remembered() -> None:
    desk = SuggestDesk(Suggesting())
    answer = FakeAssistant().ask("thu nhập")
    for number in range(600):
        desk.remember(Turn("hỏi?", answer, key=str(number)), ())
    assert desk.after("0") == ""
    assert desk.after("599")
