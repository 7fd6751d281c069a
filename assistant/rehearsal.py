"""A few questions asked once an assistant is open, so that the first asker waits for no model.

The models that few questions need are loaded when first needed; these questions need them all.
They are worded from nothing in any document, and their answers go nowhere.

What this module does not know: which models there are, or who asks.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

from assistant.answer import Answer
from assistant.claims.verdict import Verdict
from corpus.errors import HoidapError

_LOG = logging.getLogger(__name__)
QUESTIONS = (
    "chi tieu den nam 2030 la bao nhieu",  # without its marks, for a figure
    "Vì sao phải thực hiện nhiệm vụ này?",  # for what no rule names
    "Cơ quan nào chịu trách nhiệm?",
)
STATEMENT = "Đến năm 2030 đạt 100%."


class Rehearses(Protocol):
    """What is tried out."""

    def ask(self, question: str, history: Sequence[str] = (), *, literal: bool = False) -> Answer:
        """Answer a question."""

    def check(self, statement: str) -> Verdict:
        """Check a statement."""


def rehearse(assistant: Rehearses) -> None:
    """Ask what needs every model; nothing is raised."""
    try:
        for question in QUESTIONS:
            with suppress(HoidapError):
                assistant.ask(question)
        with suppress(HoidapError):
            assistant.check(STATEMENT)
    except Exception:  # noqa: BLE001 - logged; only the first question may be slower for it
        _LOG.exception("the assistant failed on a rehearsal")
