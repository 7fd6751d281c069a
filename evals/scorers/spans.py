"""Is the shortest answer the expected one? Exact match and token F1, as in SQuAD.

From Rajpurkar et al., "SQuAD: 100,000+ Questions for Machine Comprehension of Text" (2016) and
its official script. Normalised for Vietnamese: lowercase, NFC, ASCII punctuation dropped, white
space collapsed; no articles are dropped, since "an" and "a" are Vietnamese syllables.

What this module does not know: where the span stands.
"""

import string
from collections import Counter
from collections.abc import Sequence

from evals.cases import Case
from evals.response import Response
from evals.scorers.text import plain

_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalized(text: str) -> str:
    """Return the form in which spans are compared."""
    return " ".join(plain(text).translate(_PUNCTUATION).split())


def exact_match(predicted: str, expected: str) -> float:
    """Return 1.0 when the normalised spans are equal."""
    return float(normalized(predicted) == normalized(expected))


def f1(predicted: str, expected: str) -> float:
    """Return the harmonic mean of token precision and recall; two empty spans give 1.0."""
    guess, truth = normalized(predicted).split(), normalized(expected).split()
    if not guess or not truth:
        return float(guess == truth)
    shared = sum((Counter(guess) & Counter(truth)).values())
    return 2 * shared / (len(guess) + len(truth))


def best(predicted: str, accepted: Sequence[str]) -> tuple[float, float]:
    """Return (exact match, F1), each the best over the accepted spans."""
    return (
        max(exact_match(predicted, span) for span in accepted),
        max(f1(predicted, span) for span in accepted),
    )


def span_wrong(case: Case, response: Response) -> float | None:
    """Score 1.0 for a span that shares no word with any expected one: the answer leads astray.

    A wrong span does harm even when the sentence around it holds the right one; no span given is
    not wrong here.
    """
    if not case.span or not response.span:
        return None
    return float(best(response.span, case.span)[1] == 0)


def span_em(case: Case, response: Response) -> float | None:
    """Score exact match where the case gives spans; no span given back is wrong."""
    return best(response.span, case.span)[0] if case.span else None


def span_f1(case: Case, response: Response) -> float | None:
    """Score F1 where the case gives spans; no span given back is wrong."""
    return best(response.span, case.span)[1] if case.span else None
