"""Chooses among candidate questions: those the assistant answers, from where they came from.

What this module does not know: how candidates are made, or how they are shown.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice

from assistant.answer import Answer, Status
from assistant.reading.annotations import Annotations
from assistant.suggest.candidates import Candidates, Kind, Suggestion
from corpus.errors import HoidapError
from corpus.normalize import comparable
from prompts.load import Templates

MOST_FIRST = 5
MOST_AFTER = 3
_TRIED = 9  # candidates asked after one answer, at most
_TRIED_FIRST = 40
_KEPT = 4096


class Suggester:
    """Suggests questions; what it has asked once it remembers. Safe to share between threads."""

    def __init__(
        self, ask: Callable[[str], Answer], annotations: Annotations, templates: Templates
    ) -> None:
        """Take what answers a question, and what the documents hold."""
        self._ask = ask
        self._candidates = Candidates(annotations, templates)
        self._good = lru_cache(_KEPT)(self._answered)

    @cached_property
    def first(self) -> tuple[Suggestion, ...]:
        """Questions to begin with: one of each kind there is, then more of any, kinds together."""
        good = list(
            islice(self._good_of(islice(self._candidates.first(), _TRIED_FIRST)), 3 * MOST_FIRST)
        )
        leading = {each.kind: each for each in reversed(good)}
        chosen = [each for each in good if leading[each.kind] is each]
        chosen += [each for each in good if each not in chosen]
        order = list(Kind)
        return tuple(sorted(chosen[:MOST_FIRST], key=lambda each: order.index(each.kind)))

    def after(
        self, question: str, answer: Answer, asked: Sequence[str] = ()
    ) -> tuple[Suggestion, ...]:
        """Return at most three questions near an answer, none of them asked before.

        Args:
            question: the question just answered, as typed.
            answer: its answer.
            asked: the earlier questions of the conversation.
        """
        before = {_plain(each) for each in (question, answer.understood, *asked) if each}
        near = self._candidates.after(answer)
        fresh = (each for each in near if _plain(each.question) not in before)
        return tuple(islice(self._good_of(islice(fresh, _TRIED)), MOST_AFTER))

    def _good_of(self, candidates: Iterable[Suggestion]) -> Iterator[Suggestion]:
        seen: set[str] = set()
        for each in candidates:
            plain = _plain(each.question)
            if plain not in seen and self._good(each):
                seen.add(plain)
                yield each

    def _answered(self, each: Suggestion) -> bool:
        """Tell whether a question is answered in full, from the place it was made of."""
        try:
            answer = self._ask(each.question)
        except HoidapError:
            return False
        return answer.status is Status.ANSWERED and any(
            citation.document == each.document and citation.span.overlaps(each.span)
            for citation in answer.citations
        )


def _plain(question: str) -> str:
    return " ".join(comparable(question).rstrip(" ?.!").split())
