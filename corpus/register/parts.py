"""Figures of a part of what was named before: "trong đó 4 phiên …", "95% (nông thôn 90%)".

What this module does not know: years, and whether a figure is an aim.
"""

import re

from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.register.carry import Carry
from corpus.register.naming import counts
from corpus.register.sentence import Sentence
from corpus.register.sharing import Figure
from corpus.register.words import CONTAINED, OF_PART, PREDICATE
from corpus.units import QuantityKind

_HAS = re.compile(r"^\W*trong đó (?=có [^\W\d_])")
_SHARE_NAME = re.compile(r"^(?:nâng |giảm |tăng )?tỉ (?:lệ|trọng) ")


def as_part(
    sentence: Sentence, figure: Figure, slices: tuple[Span, ...], carry: Carry
) -> tuple[Span, ...]:
    """Return the name of a part with what it is counted of.

    "tổ chức 24 phiên giao dịch việc làm, trong đó 4 phiên dành riêng cho bộ đội".
    """
    if figure.bracketed and carry.unit == figure.quantity.unit and _is_group(sentence, slices):
        return (*carry.indicator, *slices)  # "95% (nông thôn 90%)"
    noun, contained = figure.quantity.unit_span, CONTAINED.match(figure.head.of(sentence.plain))
    if contained and figure.quantity.kind is QuantityKind.PERCENT:
        whole = _whole_of(sentence, figure, slices, carry)
        return whole or (*_subject(sentence.document, slices, carry), *slices)
    if noun is None or not contained or not counts(figure.quantity) or len(slices) > 1:
        return slices
    own, words = slices[0], f"{noun.of(sentence.plain)} "
    rest = own.end - sentence.base - noun.end
    if own.start != noun.start + sentence.base or rest <= 1:
        return slices
    for whole in reversed(carry.counted):
        if comparable(sentence.document.quote(whole[-1])).startswith(words):
            return (*whole, Span(own.end - rest + 1, own.end))
    return slices


def _whole_of(
    sentence: Sentence, figure: Figure, slices: tuple[Span, ...], carry: Carry
) -> tuple[Span, ...]:
    """Return the share that has something with what it has: "…, trong đó có chứng chỉ đạt 25%"."""
    has = _HAS.match(figure.head.of(sentence.plain))
    if has is None or len(slices) != 1 or len(carry.indicator) != 1:
        return ()
    own, whole, document = slices[0], carry.indicator[0], sentence.document
    at = sentence.base + figure.head.start + has.end()
    named = _SHARE_NAME.match(comparable(document.quote(own)))
    shares = _SHARE_NAME.search(comparable(document.quote(whole)))
    follows = at <= own.start <= at + len("có ") and own.end <= sentence.base + figure.head.end
    return (whole, Span(at, own.end)) if shares and not named and follows else ()


def _is_group(sentence: Sentence, slices: tuple[Span, ...]) -> bool:
    """Tell the name of a part of the country, or of a level."""
    return OF_PART.match(comparable(sentence.document.quote(slices[0]))) is not None


def _subject(document: Document, slices: tuple[Span, ...], carry: Carry) -> tuple[Span, ...]:
    """Return of whom a share is told that names only what is done: "trong đó 70% được dùng …"."""
    if not comparable(document.quote(slices[0])).startswith("được ") or not carry.indicator:
        return ()
    whole = carry.indicator[0]
    verb = PREDICATE.search(comparable(document.quote(whole)))
    return (Span(whole.start, whole.start + verb.start()),) if verb else ()
