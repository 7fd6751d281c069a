"""Once the page is up, what every model needs is asked once: nobody waits for it, nothing fails."""

from collections.abc import Sequence
from threading import Event

from assistant.answer import Answer
from assistant.chat.rehearsal import rehearse
from assistant.chat.warm import WarmingAssistant
from assistant.rehearsal import QUESTIONS
from tests.assistant.fakes import FakeAssistant


class Worded:
    """An assistant that words what another finds, at a price."""

    language_model = "đắt tiền"

    def __init__(self, assistant: FakeAssistant) -> None:
        """Word what ``assistant`` finds."""
        self.assistant = assistant
        self.documents = assistant.documents

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Never be asked here."""
        raise AssertionError((question, history, literal))

    def check(self, statement: str) -> None:
        """Never be asked here."""
        raise AssertionError(statement)


def test_a_question_does_not_wait_for_the_rehearsal() -> None:
    hold, fake = Event(), FakeAssistant()

    def long(_assistant: object) -> None:
        hold.wait(30)

    warming = WarmingAssistant(lambda: fake, long)
    warming.start()
    assert warming.ask("thu nhập").key == "trên 12.500 USD/người/năm"
    hold.set()


def test_every_question_is_asked_and_no_language_model() -> None:
    fake = FakeAssistant()
    rehearse(Worded(fake))  # type: ignore[arg-type] # its check returns nothing: it is never called
    assert [question for question, _ in fake.asked] == list(QUESTIONS)


def test_a_broken_assistant_is_only_logged() -> None:
    class Broken(FakeAssistant):
        def ask(
            self, question: str, history: Sequence[str] = (), *, literal: bool = False
        ) -> Answer:
            raise RuntimeError((question, history, literal))

    rehearse(Broken())
