"""The page's targets come from what the assistant knows of its documents, where it knows them."""

from collections.abc import Sequence

from assistant.chat.api_desk import ApiDesk
from assistant.chat.desk import Desk
from assistant.chat.ports import KnowsRegisters
from assistant.chat.targets_desk import TargetsDesk
from assistant.chat.warm import WarmingAssistant
from corpus.model import Document
from corpus.register import Target, TargetKind, register
from tests.assistant.fakes import FakeAssistant


class Knowing(FakeAssistant):
    """Knows the first target alone of every document."""

    def register_of(self, document: Document) -> Sequence[Target]:
        """Return one."""
        return [one for one in register(document) if one.kind is TargetKind.TARGET][:1]


def _warmed(assistant: FakeAssistant) -> WarmingAssistant:
    warming = WarmingAssistant(lambda: assistant)
    warming.start()
    return warming


def test_the_rows_are_of_the_registers_that_the_assistant_knows() -> None:
    every = len(TargetsDesk(FakeAssistant()).rows)
    assert every > 1
    assert len(TargetsDesk(Knowing()).rows) == 1
    assert isinstance(_warmed(Knowing()), KnowsRegisters)
    assert len(TargetsDesk(_warmed(Knowing())).rows) == 1
    assert len(TargetsDesk(_warmed(FakeAssistant())).rows) == every


def test_so_are_those_of_the_endpoint() -> None:
    assistant = Knowing()
    assert len(ApiDesk(assistant, Desk(assistant)).targets()) == 1
