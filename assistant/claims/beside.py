"""What stands beside a figure and tells whose it is: "tăng 5%, giảm 2%"; "40% chợ hạng 2".

A sentence often gives several figures, each with its own direction, name or numbered thing. What
stands in one phrase belongs together, so that a figure said of one is not borne out by the figure
of another.

What this module does not know: which of two figures is the one that is claimed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assistant.contrasts import Contrasts
from assistant.reading.bases import bases_in
from corpus.model import Span
from corpus.normalize import comparable, tokens
from corpus.numbered import find_numbered
from corpus.quantities import Mentions

_APART = re.compile(
    r"[,;:()](?![0-9])|(?<!\w)(?:và|còn|nhưng|trong khi|trong đó|song|riêng)(?!\w)|\s\|\s"
)
_COUNTED_FROM: Mapping[str, str] = MappingProxyType(
    {
        "plan": "so với kế hoạch",
        "month": "so với tháng trước",
        "quarter": "so với quý trước",
        "opening": "so với đầu hoặc cuối kỳ",
        "past": "so với cùng kỳ",
    }
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or name that sets a figure apart from others of its class.

    ``family`` names the class ("lớp", or a set of words that exclude one another); ``key`` is
    which one of it; ``span`` is where it stands.
    """

    family: str
    key: str
    span: Span


Beside = Mapping[str, frozenset[str]]


def read_marks(
    text: str, found: Mentions, contrasts: Contrasts, start: int = 0
) -> tuple[tuple[Mark, ...], tuple[Span, ...]]:
    """Return the marks of a text and the places of its figures.

    ``found`` are its mentions, with offsets into a document where it starts at ``start``.
    """
    numbers = [each.span for each in find_numbered(text)]
    figures = tuple(
        quantity.span.moved(-start)
        for quantity in found.quantities
        if quantity.figures and not any(quantity.span.moved(-start).overlaps(n) for n in numbers)
    )
    apart = (*figures, *(body.span.moved(-start) for body in found.bodies))
    return (*marks_of(text, contrasts, apart), *_bases(text)), figures


def _bases(text: str) -> Iterator[Mark]:
    """Yield what changes are counted from: "5% so với tháng trước", "7% so với cùng kỳ"."""
    for base, span in bases_in(text):
        yield Mark("gốc so sánh", _COUNTED_FROM[base.kind], span)


def marks_of(text: str, contrasts: Contrasts, apart: Iterable[Span] = ()) -> tuple[Mark, ...]:
    """Return the marks of a text, those inside ``apart`` (names, figures) left out."""
    numbered = [Mark(f"số {each.noun}", each.number, each.span) for each in find_numbered(text)]
    taken = [*apart, *(mark.span for mark in numbered)]
    words = tokens(text)
    forms = [comparable(word.text) for word in words]
    found = list(numbered)
    for phrase, start, end in contrasts.places_in(forms):
        span = Span(words[start].span.start, words[end - 1].span.end)
        if any(span.overlaps(other) for other in taken):
            continue
        key = " ".join(phrase)
        found += [Mark(f"nhóm {number}", key, span) for number in contrasts.sets[phrase]]
    return tuple(found)


def beside(text: str, figure: Span, figures: Sequence[Span], marks: Sequence[Mark]) -> Beside:
    """Return the marks of a figure by family: those of its phrase, or where it is alone, all.

    In a phrase with several figures it has the marks between the figure before and the one after.
    """
    alone = not any(other != figure and not other.overlaps(figure) for other in figures)
    phrase = next(
        (piece for piece in _phrases(text) if piece.start <= figure.start < piece.end), figure
    )
    if alone:
        phrase = Span(0, len(text))
    before = [o.end for o in figures if phrase.start <= o.start and o.end <= figure.start]
    after = [o.start for o in figures if o.end <= phrase.end and o.start >= figure.end]
    room = Span(max(before, default=phrase.start), min(after, default=phrase.end))
    found: dict[str, set[str]] = {}
    for mark in marks:
        if room.covers(mark.span):
            found.setdefault(mark.family, set()).add(mark.key)
    return {family: frozenset(keys) for family, keys in found.items()}


def crossed(claimed: Beside, stated: Beside) -> tuple[str, str] | None:
    """Return what a claimed figure has where the stated one has another, else None."""
    for family, keys in claimed.items():
        others = stated.get(family)
        if others and not keys & others:
            return " ".join(sorted(keys)), " ".join(sorted(others))
    return None


def _phrases(text: str) -> Iterator[Span]:
    at = 0
    for match in _APART.finditer(comparable(text)):
        yield Span(at, match.start())
        at = match.end()
    yield Span(at, len(text))
