"""What is taken as a question from a stranger's browser, and the polite sentence when it is not.

What this module does not know: what a question means.
"""

import unicodedata
from collections.abc import Sequence

from assistant.chat import labels
from corpus.errors import QuestionError

MAX_QUESTION_CHARS = 1000
MAX_HISTORY = 20
_ODD_SHARE = 0.1


def checked_question(text: str | None, limit: int = MAX_QUESTION_CHARS) -> str:
    """Return the question without its outer white space.

    Args:
        text: what was typed or sent.
        limit: the most code points taken.

    Raises:
        QuestionError: nothing was asked, it is too long, or it is not text.
    """
    question = (text or "").strip()
    if not question:
        raise QuestionError(labels.NO_QUESTION)
    if len(question) > limit:
        raise QuestionError(labels.too_long(len(question), limit))
    if not is_text(question):
        raise QuestionError(labels.NOT_TEXT)
    return question


def is_text(sent: str) -> bool:
    """Tell whether something may be text: no NUL, no half of a character, few odd characters."""
    if "\x00" in sent or any("\ud800" <= char <= "\udfff" for char in sent):
        return False
    return _odd(sent) <= _ODD_SHARE * len(sent)


def checked_history(history: Sequence[str], limit: int = MAX_QUESTION_CHARS) -> tuple[str, ...]:
    """Return the last earlier questions, those that could have been asked."""
    asked = [item.strip() for item in history if isinstance(item, str)]
    fit = (item for item in asked if item and len(item) <= limit and is_text(item))
    return tuple(fit)[-MAX_HISTORY:]


def _odd(text: str) -> int:
    """Count the characters that no keyboard types: controls, surrogates, unassigned, U+FFFD."""
    return sum(
        char == "\ufffd" or (unicodedata.category(char)[0] == "C" and char not in "\t\n\r\u200d")
        for char in text
    )
