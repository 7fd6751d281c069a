"""An assistant that a scripted server's model rewords, and what every answer must hold."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.llm import RephrasingAssistant
from assistant.llm.client import Client
from assistant.llm.server import Server
from evals.scorers.figures import unsupported
from tests.assistant.llm.scripted import Scripted, Wire, serving

INCOME = "Thu nhập bình quân đầu người của Hà Nội đến năm 2030 là bao nhiêu?"
CITED = "Đến năm 2030, thu nhập bình quân đầu người của Hà Nội đạt trên 12.500 USD/người/năm [1]."
SECRET = "sk-khoa-bi-mat-123"  # noqa: S105 - a made-up one, to be found nowhere
TIMEOUT_S = 20.0
SOON_S = 2.0  # for servers that say nothing until then
SLACK_S = 6.0  # other tests share this machine's processors; a script's silence lasts 30 s


@dataclass(frozen=True)
class Asked:
    """What came of one question, and the server it went to."""

    answer: Answer
    drafts: tuple[Answer, ...]
    server: Scripted
    seconds: float


Ask = Callable[..., Asked]


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Ask:
    """Return what asks a question of an assistant whose model follows a script."""
    # Opened and used once before any clock runs: it imports what speaks to servers.
    unheard = Client(Server("http://127.0.0.1:9/v1", "m", "", SOON_S))
    RephrasingAssistant(assistant, unheard).ask(INCOME)
    assistant.check(CITED)

    def asked(
        script: Wire,
        question: str = INCOME,
        history: Sequence[str] = (),
        timeout_s: float = TIMEOUT_S,
    ) -> Asked:
        with serving(script) as server:
            client = Client(Server(server.url, "mo-hinh-thu", SECRET, timeout_s))
            begun = time.perf_counter()
            *drafts, answer = RephrasingAssistant(assistant, client).stream(question, history)
            seconds = time.perf_counter() - begun
        for each in (*drafts, answer):
            hold_to_the_promise(each, question, history, assistant)
        assert seconds < timeout_s + SLACK_S
        return Asked(answer, tuple(drafts), server, seconds)

    return asked


def hold_to_the_promise(
    answer: Answer, question: str, history: Sequence[str], assistant: Assistant
) -> None:
    """Fail unless an answer is worded, quotes exactly, and has no figure its quotes lack.

    The figures are counted by the evaluation's own scorer, which shares no code with the verifier.
    """
    assert answer.text.strip()
    for citation in answer.citations:
        assert assistant.documents[citation.document].quote(citation.span) == citation.quote
    quotes = [citation.quote for citation in answer.citations]
    titles = [document.title for document in assistant.documents.values()]
    said = answer.text
    for title in titles:
        said = said.replace(title, "")
    assert unsupported(said, quotes, (question, *history)) == set()
    assert SECRET not in repr(answer)
