"""Whether what a model was let say still answers: it must hold what the extractive answer holds.

What this module does not know: whether a sentence is true (`assistant.llm.release`).
"""

import re
from collections.abc import Iterator, Sequence

from assistant.answer import Answer, Citation
from assistant.llm.markers import unmarked
from assistant.question import Question
from assistant.verify import unsupported
from assistant.words import content_forms
from corpus.normalize import comparable, syllables
from corpus.quantities import numbers_in

MOST_WORDS = 0.6
"""The share of an answer's own words, where it is no figure, that must be there."""
_LEAD_IN = re.compile(r"\b(?:bao gồm|gồm|như sau|sau đây)\b\s*:?\s|:\s", re.IGNORECASE)
_COMMA = re.compile(r"\s*[;,\n]\s+|\s+và\s+")
ITEM_WORDS = 0.5
"""The share of each list item's words: an item may be shortened, none left out."""


def answers(
    text: str, citations: Sequence[Citation], extractive: Answer, question: Question
) -> bool:
    """Tell whether a model's text may stand in the extractive answer's place.

    Args:
        text: the sentences that were released, markers and all.
        citations: what they cite.
        extractive: the answer that stands otherwise.
        question: what was asked.
    """
    said = unmarked(text)
    same_place = any(
        one.document == other.document and one.span.overlaps(other.span)
        for one in citations
        for other in extractive.citations
    )
    if not same_place or (question.wants_figure and not numbers_in(said)):
        return False
    if question.yes_no and _first_word(said) != _first_word(extractive.text):
        return False
    listed = "list" in extractive.reasons
    if extractive.key and not listed and not _holds(said, extractive.key, MOST_WORDS):
        return False
    return all(_holds(said, item, ITEM_WORDS) for item in _items(extractive))


def _items(extractive: Answer) -> Iterator[str]:
    """Yield what a list answer lists: its quotes, or what its one quote enumerates."""
    if "list" not in extractive.reasons:
        return
    quotes = [citation.quote for citation in extractive.citations]
    if len(quotes) > 1:
        yield from quotes
        return
    for quote in quotes:
        lead = _LEAD_IN.search(quote)
        yield from (item for item in _COMMA.split(quote[lead.end() if lead else 0 :]) if item)


def _holds(said: str, wanted: str, share: float) -> bool:
    """Tell whether a text holds the figures and names of another, and a share of its words."""
    if unsupported(wanted, [said]):
        return False
    words = [form for form in content_forms(syllables(wanted)) if not form.isdigit()]
    there = set(syllables(said))
    return not words or sum(word in there for word in words) >= share * len(words)


def _first_word(text: str) -> str:
    return next(iter(syllables(comparable(text))), "")
