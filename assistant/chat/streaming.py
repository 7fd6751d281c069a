"""An answer that arrives sentence by sentence: what is verified so far, then the whole.

What this module does not know: who words an answer, or how a draft is shown.
"""

from collections.abc import Callable, Iterator, Sequence

from assistant.answer import Answer
from assistant.chat.ports import AnswersQuestions, StreamsAnswers

LOOK_AGAIN_S = 0.15
"""How long to wait between two looks for more to show."""


def drafts_of(
    assistant: AnswersQuestions, question: str, history: Sequence[str], *, literal: bool
) -> Iterator[Answer]:
    """Yield the drafts of an answer and then the answer; the answer alone where none are made.

    Raises:
        HoidapError: the question cannot be taken.
    """
    if isinstance(assistant, StreamsAnswers):
        yield from assistant.stream(question, history, literal=literal)
    else:
        yield assistant.ask(question, history, literal=literal)


def answer_of(
    assistant: AnswersQuestions,
    question: str,
    history: Sequence[str],
    on_draft: Callable[[Answer], None],
    *,
    literal: bool,
) -> Answer:
    """Return an answer; ``on_draft`` is told each draft on the way, and the answer itself.

    Raises:
        HoidapError: the question cannot be taken.
    """
    answer: Answer | None = None
    for answer in drafts_of(assistant, question, history, literal=literal):
        on_draft(answer)
    if answer is None:
        raise RuntimeError(question)
    return answer
