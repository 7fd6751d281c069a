"""Lines that each open with the noun asked for and a number: "Giai đoạn 2026 - 2027: …", "Dự án 1".

What this module does not know: sentences counted in words (`assistant.reading.ordinals`).
"""

import re
from collections import defaultdict
from typing import Final

from assistant.matching import View
from assistant.reading.list_start import Asked
from assistant.reading.outline import Item, Listing, share_of
from assistant.reading.reader import Reading
from assistant.reading.slots import words_of
from corpus.model import Document, ParagraphKind
from corpus.normalize import comparable

_NUMBERED: Final = (
    r"\W*(?:(?:số|thứ)\s+)?"
    r"(?:\d|(?:[ivx]+|nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|đầu)\b)"
)
_COUNTS: Final = words_of("hai ba bốn năm sáu bảy tám chín mười")
_REST: Final = 0.6  # of what else the question says, met above the lines
_SHARE: Final = 0.95
_COUNTED: Final = 0.1  # more where there are as many as the question says
_TITLE: Final = 0.9


def numbered_lines(reading: Reading) -> Listing:
    """Return the lines, two or more under one heading, that open with the noun and a number."""
    head = Asked.of(reading.question).head
    if not head or reading.best is None:
        return Listing()
    document = reading.best.notes.document
    opens = re.compile(r"\s+".join(map(re.escape, head)) + rf"\s+{_NUMBERED}")
    groups: defaultdict[tuple[int, ...], list[Item]] = defaultdict(list)
    for paragraph in document.paragraphs:
        text = comparable(document.quote(paragraph.span)[len(paragraph.marker) :])
        listed = paragraph.kind not in (ParagraphKind.FURNITURE, ParagraphKind.TABLE_ROW)
        if listed and opens.match(text.lstrip()):
            groups[paragraph.parents].append(Item(document, paragraph.span))
    several = {above: items for above, items in groups.items() if len(items) > 1}
    for above, items in sorted(several.items(), key=lambda group: -len(group[1])):
        if _rest_met(reading, document, above, head) >= _REST:
            counted = reading.question.count == len(items)
            return Listing(tuple(items), _SHARE + _COUNTED * counted)
    return Listing()


def _rest_met(
    reading: Reading, document: Document, above: tuple[int, ...], head: tuple[str, ...]
) -> float:
    """Return how much of what else the question says stands in the headings and the title."""
    layers = [(_TITLE, View.of(document.title))]
    layers += [(1.0, View.of(document.quote(document.paragraphs[one].span))) for one in above]
    met = reading.matcher.best(layers)
    own = [
        1.0 if term.text in head or term.text in _COUNTS else share
        for term, share in zip(reading.matcher.terms, met, strict=True)
    ]
    return share_of(reading, own)
