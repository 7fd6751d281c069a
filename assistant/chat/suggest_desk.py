"""Questions to offer: by kind on the empty page, and under an answer once it is shown.

An answer is remembered a while by its turn's random key, so that asking what to ask next costs no
second answer and takes nothing a stranger could make up.

What this module does not know: how suggestions are found (`assistant.suggest`).
"""

import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from assistant.answer import Answer
from assistant.chat import labels
from assistant.chat.markup import EMPTY, Html, tag, text
from assistant.chat.ports import AnswersQuestions
from assistant.chat.talk_html import Turn, asked
from assistant.chat.warm import examples_of, follow_ups_of, suggestions_of
from corpus.errors import HoidapError

_LOG = logging.getLogger(__name__)
_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class _Answered:
    question: str
    answer: Answer
    asked: tuple[str, ...]


class SuggestDesk:
    """Serves every session; answers are remembered by keys that only their own page knows."""

    def __init__(self, assistant: AnswersQuestions) -> None:
        """Take an assistant."""
        self._assistant = assistant
        self._answered: OrderedDict[str, _Answered] = OrderedDict()
        self._keeping = Lock()

    def examples(self) -> Html:
        """Return the questions to begin with, each with what it asks for where that is known."""
        try:
            by_kind = suggestions_of(self._assistant)
            chips = [_chip(each.question, labels.KINDS[each.kind]) for each in by_kind]
            chips = chips or [_chip(each) for each in examples_of(self._assistant)]
        except HoidapError:
            return EMPTY
        return tag("div", *chips, class_="hd-sug", role="group", aria_label=labels.EXAMPLES)

    def remember(self, turn: Turn, turns: Sequence[Turn]) -> None:
        """Keep the answer of a turn that comes after ``turns``, so that it can be gone on from."""
        if turn.answer is None or not turn.key:
            return
        with self._keeping:
            self._answered[turn.key] = _Answered(turn.question, turn.answer, asked(turns))
            if len(self._answered) > _REMEMBERED:
                self._answered.popitem(last=False)

    def after(self, key: str) -> Html:
        """Return what may be asked after the turn of that key; nothing where it is forgotten."""
        found = self._answered.get(key)
        if found is None:
            return EMPTY
        try:
            near = follow_ups_of(self._assistant, found.question, found.answer, found.asked)
        except Exception:  # noqa: BLE001 - logged; the answer stands without them
            _LOG.exception("nothing could be suggested")
            return EMPTY
        if not near:
            return EMPTY
        head = tag("p", text(labels.NEXT))
        chips = (_chip(each) for each in near)
        return tag("div", head, *chips, class_="hd-sug", role="group", aria_label=labels.NEXT)


def _chip(question: str, kind: str = "") -> Html:
    said = tag("small", text(kind)) if kind else EMPTY
    return tag("button", said, text(question), type="button", data_q=question)
