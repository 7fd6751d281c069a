"""What is tried out once the page is up, so that the first visitor waits for no model.

What this module does not know: what is asked (`assistant.rehearsal`).
"""

from typing import Protocol, runtime_checkable

from assistant.chat.ports import AnswersQuestions
from assistant.rehearsal import rehearse as rehearse_plain


@runtime_checkable
class WordsAnother(Protocol):
    """An assistant that words, keeps or hands out what another one finds."""

    @property
    def assistant(self) -> AnswersQuestions:
        """The one that finds the answers in this process, with no language model."""


def rehearse(assistant: AnswersQuestions) -> None:
    """Ask what needs every model; no language model is asked, and nothing is raised."""
    import matplotlib  # noqa: F401, ICN001, PLC0415 - Gradio imports it at its first event

    rehearse_plain(assistant.assistant if isinstance(assistant, WordsAnother) else assistant)
