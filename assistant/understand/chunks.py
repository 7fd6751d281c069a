"""The noun phrases of a question: what stands between its verbs, small words, asking words, times.

What this module does not know: which of them a follow-up replaces.
"""

from itertools import pairwise

from assistant.understand import slots
from assistant.understand.subjects import BARE_UNIT, BOUNDARY
from corpus.model import Span


def chunks(base: str) -> list[Span]:
    """Return the noun phrases of a question, between verbs, small words, asking words and times."""
    low = slots.plain(base)
    masked = low
    for span in (slots.period(base), slots.asking(base)):
        if span is not None:
            masked = masked[: span.start] + "," * (span.end - span.start) + masked[span.end :]
    edges = [(0, 0), *(match.span() for match in BOUNDARY.finditer(masked))]
    edges.append((len(base), len(base)))
    between = [Span(start, end) for (_, start), (end, _) in pairwise(edges)]
    found = [_trimmed(masked, span) for span in between if not slots.is_hollow(span.of(masked))]
    return [span for span in found if not BARE_UNIT.match(low, span.start)]


def _trimmed(text: str, span: Span) -> Span:
    inner = span.of(text)
    return Span(span.end - len(inner.lstrip(" ,")), span.start + len(inner.rstrip(" ,")))
