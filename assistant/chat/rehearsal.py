"""A few questions asked once the page is up, so that the first visitor waits for no model.

The models that few questions need are loaded when first needed; these questions need them all.
They are worded from nothing in any document, and their answers go nowhere.

What this module does not know: which models there are.
"""

import logging
from contextlib import suppress
from typing import Protocol, runtime_checkable

from assistant.chat.ports import AnswersQuestions
from corpus.errors import HoidapError

_LOG = logging.getLogger(__name__)
QUESTIONS = (
    "chi tieu den nam 2030 la bao nhieu",  # without its marks, for a figure
    "Vì sao phải thực hiện nhiệm vụ này?",  # for what no rule names
    "Cơ quan nào chịu trách nhiệm?",
)
STATEMENT = "Đến năm 2030 đạt 100%."


@runtime_checkable
class WordsAnother(Protocol):
    """An assistant that words with a language model what another one finds."""

    @property
    def assistant(self) -> AnswersQuestions:
        """The one that finds the answers, with no language model."""


def rehearse(assistant: AnswersQuestions) -> None:
    """Ask what needs every model; no language model is asked, and nothing is raised."""
    import matplotlib  # noqa: F401, ICN001, PLC0415 - Gradio imports it at its first event

    plain = assistant.assistant if isinstance(assistant, WordsAnother) else assistant
    try:
        for question in QUESTIONS:
            with suppress(HoidapError):
                plain.ask(question)
        with suppress(HoidapError):
            plain.check(STATEMENT)
    except Exception:  # noqa: BLE001 - logged; only the first question may be slower for it
        _LOG.exception("the assistant failed on a rehearsal")
