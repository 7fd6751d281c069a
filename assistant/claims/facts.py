"""The facts of one statement: what is said beside something else in the same sentence.

"Hà Nội có 26 chỉ tiêu và phối hợp với Bộ Tư pháp …" says two things, and is wrong if either is.
A fact after the first keeps the time that opens the sentence ("Đến năm 2030, …").

What this module does not know: whether a fact is true.
"""

import re
from itertools import pairwise

from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.quantities import NameKind, find_times, mentions

_APART = re.compile(
    r"\s*;\s*|,?\s(?:đồng thời|bên cạnh đó|ngoài ra|trong khi đó|trong khi|còn|nhưng|song)(?=\s)"
)
_JOINED = re.compile(r",?\svà(?=\s)")
_PARTS = re.compile(r"\b(?:trong đó|bao gồm|gồm|lần lượt|tương ứng)\b")
_DENIES = re.compile(r"\b(?:không|chưa)\b")
_LEAD = re.compile(r"^[^,;]{4,40},\s")
_FEWEST = 4
_MOST = 4


def facts_of(text: str) -> tuple[str, ...]:
    """Return the facts of a statement's text, in order; the text alone where it says but one."""
    if _PARTS.search(comparable(text)):
        return (text,)  # its figures hang together, and are compared one by one
    pieces = [text[piece.start : piece.end].strip(" ,;") for piece in _pieces(text)]
    if not 1 < len(pieces) <= _MOST:
        return (text,)
    lead = _opening_time(pieces[0])
    return (pieces[0], *(_with_time(piece, lead) for piece in pieces[1:]))


def _pieces(text: str) -> list[Span]:
    """Cut at what sets facts apart, and at an "và" between two that can be checked."""
    form = comparable(text)
    cuts = [(match.start(), match.end()) for match in _APART.finditer(form)]
    cuts += [
        (match.start(), match.end())
        for match in _JOINED.finditer(form)
        if _is_checkable(text[: match.start()]) and _is_checkable(text[match.end() :])
    ]
    cuts.sort()
    ends = [0, *(end for _, end in cuts)]
    starts = [*(start for start, _ in cuts), len(text)]
    pieces = [Span(first, max(first, last)) for first, last in zip(ends, starts, strict=True)]
    whole = all(len(syllables(text[piece.start : piece.end])) >= _FEWEST for piece in pieces)
    apart = all(one.end <= other.start for one, other in pairwise(pieces))
    return pieces if whole and apart else [Span(0, len(text))]


def _is_checkable(piece: str) -> bool:
    """Tell whether a piece has a figure, a body, a document number or a denial."""
    found = mentions(piece)
    bodies = [body for body in found.bodies if body.kind is NameKind.BODY]
    denies = _DENIES.search(comparable(piece)) is not None
    return bool(found.quantities or found.numbers or bodies or denies)


def _opening_time(piece: str) -> str:
    lead = _LEAD.match(piece)
    return lead.group(0) if lead and find_times(lead.group(0)) else ""


def _with_time(piece: str, lead: str) -> str:
    return piece if not lead or find_times(piece) else lead + piece
