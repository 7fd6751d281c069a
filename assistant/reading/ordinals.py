"""Sentences counted in words that make a list: "Thứ nhất, …", "Thứ hai, …", "Bước 1 …".

What this module does not know: lists whose items are lines (`assistant.reading.outline`).
"""

import re
from collections.abc import Iterator, Sequence

from assistant.reading.outline import Item, Listing, share_of
from assistant.reading.reader import Reading
from corpus.model import Document, Passage
from corpus.normalize import comparable

_ORDINAL = re.compile(
    r"^\W*(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:một|hai|ba|bốn|năm|sáu|bảy) là"
    r"|trước hết|bước \d+|bước (?:một|hai|ba|bốn|năm))\b"
)
_BEFORE_ORDINALS = 2


def counted_in_words(reading: Reading) -> Listing:
    """Return the sentences "Thứ nhất, …", "Thứ hai, …" that the best evidence leads in or is of."""
    best = reading.best
    if best is None:
        return Listing()
    document = best.notes.document
    passages = document.passages
    here = next((at for at, one in enumerate(passages) if one.id == best.notes.passage.id), 0)
    first = next(
        (
            at
            for at in range(here, min(len(passages), here + 1 + _BEFORE_ORDINALS))
            if _is_ordinal(document, passages[at])
        ),
        None,
    )
    if first is None:
        return Listing()
    while first > 0 and _is_ordinal(document, passages[first - 1]):
        first -= 1
    spans = [passage.span for passage in _ordinals(document, passages[first:])]
    share = share_of(reading, best.coverage.met)
    items = tuple(Item(document, span) for span in spans)
    return Listing(items, share) if len(items) > 1 else Listing()


def _ordinals(document: Document, passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the sentences that begin with an ordinal; one sentence between them may explain."""
    explained = 0
    for passage in passages:
        if _is_ordinal(document, passage):
            explained = 0
            yield passage
        elif explained == _BEFORE_ORDINALS:
            return
        else:
            explained += 1


def _is_ordinal(document: Document, passage: Passage) -> bool:
    start = passage.span.start
    opening = document.text[start : min(passage.span.end, start + 24)]
    return _ORDINAL.search(comparable(opening)) is not None
