"""The shortest answer where rules find none of the kind asked for: the trained reader points at it.

Rules name a figure, date, name or noun of the kind asked for more surely than the reader does; it
is asked where they have none, or only what the question did not say, and its own choice is better
by far. What it read of a passage is remembered, so that each step of a question may ask.

What this module does not know: how the reader was trained (`assistant.span_model`), or wording.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, Protocol

from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.span_model.model import Reading

BETTER: Final = 4.0
"""By how many logits the reader's choice must lead what rules guessed, to be taken instead.

Tried 0 to 6: on ViQuAD-dev .58 F1 at 0 and .57 at 4, on the tuning questions .76 and .80.
"""
ANSWERS: Final = 0.15
"""The least probability of answering with which a passage is pointed into."""
REMEMBERED: Final = 256


class ReadsPassages(Protocol):
    """What reads passages: `assistant.span_model.model.SpanModel`."""

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """Return one reading for each passage, in order."""
        ...


@dataclass(frozen=True)
class Glances:
    """What the reader sees in a passage for a question, each pair read once and remembered."""

    load: Callable[[], ReadsPassages]
    _read: Callable[[str, str], Reading] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare the memory; the reader is loaded when first asked."""

        @lru_cache(maxsize=REMEMBERED)
        def read(question: str, passage: str) -> Reading:
            return self.load().read(question, (passage,))[0]

        object.__setattr__(self, "_read", read)

    def of(self, question: str, passage: str) -> Reading:
        """Return what the reader sees in ``passage``; offsets are the passage's.

        Raises:
            ModelError: the reader's weights are missing or damaged.
        """
        return self._read(question, passage)


@dataclass(frozen=True)
class Pointer:
    """Gives evidence the span that the reader points at, where that is better than the rules'."""

    glances: Glances

    def pointed(self, question: Question, evidence: Evidence) -> Evidence:
        """Return ``evidence``, perhaps with another span, in a clause that covers it.

        Raises:
            ModelError: the reader's weights are missing or damaged.
        """
        passage = evidence.notes.passage.span
        settled = evidence.target is not None or (evidence.typed and evidence.span is not None)
        if question.yes_no or settled or evidence.notes.is_row:
            return evidence
        text = evidence.notes.document.text
        seen = self.glances.of(question.text, passage.of(text))
        if not len(seen.span) or seen.answerable < ANSWERS:
            return evidence
        if evidence.span is not None and passage.covers(evidence.span):
            guessed = seen.score_of(evidence.span.moved(-passage.start))
            if seen.score - guessed <= BETTER:
                return evidence
        span = seen.span.moved(passage.start)
        clauses = (clause.span for clause in evidence.notes.clauses)
        clause = next((one for one in clauses if one.covers(span)), passage)
        kept = evidence.clause if evidence.clause.covers(span) else clause
        return replace(evidence, span=span, clause=kept)
