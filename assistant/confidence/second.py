"""A second look at evidence in doubt: a network that reads the sentence may tip the balance.

Features count the words that question and clause share; whoever asks in words of his own shares
few. Where the confidence model is neither sure nor far from it, the trained judge of sentences
(`assistant.sentence_model`) reads the best sentence, and its log-odds move the probability. It is
asked in that band alone, so that most questions cost nothing more.

What this module does not know: how the judge was trained, or what is refused.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from corpus.normalize import nfc

BAND: Final = 2.5
"""How far, in log-odds, a probability may be from the threshold to be looked at again."""
_FAR: Final = 12.0
"""The judge's log-odds are taken for no more than this, either way."""
_HEADING, _HEADER = 16, 24
"""Most syllables that are read of the heading above, and of a table's header."""


class JudgesSentences(Protocol):
    """What judges sentences: `assistant.sentence_model.model.SentenceModel`."""

    def odds(self, question: str, sentence: str) -> float:
        """Return the log-odds that ``sentence`` answers."""
        ...


@dataclass(frozen=True, slots=True)
class SecondWeights:
    """What each thing counts in log-odds; fitted on documents that the judge had not seen.

    ``first`` is of the confidence model's own log-odds, ``odds`` of the judge's, ``odds_shared``
    of the same times the share of the question that the sentence says word for word, ``shared`` of
    that share alone.
    """

    first: float = 0.759
    odds: float = 0.316
    odds_shared: float = 0.354
    shared: float = -0.952
    bias: float = 0.614


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Looks again at evidence in doubt; the judge is loaded when first asked."""

    load: Callable[[], JudgesSentences]
    weights: SecondWeights = SecondWeights()

    def probability(
        self, reading: Reading, best: Evidence, probability: float, threshold: float
    ) -> float:
        """Return the probability 0..1 that ``best`` answers, after another look where in doubt.

        Raises:
            ModelError: the judge's weights are missing or damaged.
        """
        first = _logit(probability)
        if abs(first - _logit(threshold)) > BAND:
            return probability
        odds = self.load().odds(nfc(reading.question.text), shown(best))
        if math.isinf(odds):
            return probability
        odds = max(-_FAR, min(_FAR, odds))
        shared, weights = reading.matcher.literal(best.notes.sentence.view), self.weights
        logit = (
            weights.first * first
            + (weights.odds + weights.odds_shared * shared) * odds
            + weights.shared * shared
            + weights.bias
        )
        return 1 / (1 + math.exp(-logit))


def shown(best: Evidence) -> str:
    """Return what the judge reads of evidence: the heading above, a table's header, the sentence.

    It was trained on sentences that were shown so.
    """
    notes = best.notes
    heading = notes.headings[-1].forms[:_HEADING] if notes.headings else ()
    header = notes.header.forms[:_HEADER] if notes.header else ()
    above = " ".join((*heading, *header))
    sentence = notes.sentence.span.of(notes.document.text)
    return nfc(f"{above} . {sentence}" if above else sentence)


def _logit(probability: float) -> float:
    kept = min(max(probability, 1e-9), 1 - 1e-9)
    return math.log(kept / (1 - kept))
