"""Where a list begins: behind the words that lead to its first item, with the noun it needs.

"hợp tác xã A, B và C" are "A, B và C" for "Những hợp tác xã nào …?"; "có hàm lượng thấp" is "các
ngành có hàm lượng thấp" for "Những ngành nào …?".

What this module does not know: where a list ends (`assistant.reading.listed_end`).
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from assistant.question import Question
from assistant.reading.listed_end import MARK
from assistant.reading.slots import words_of
from assistant.words import content_forms
from corpus.model import Span
from corpus.normalize import comparable, syllables, tokens

_HEAD: Final = re.compile(
    r"\b(?:những|các|hai|ba|bốn|năm(?! (?:học|nay|qua|tới|sau|trước|\d))|sáu|bảy|tám|chín|mười"
    r"|\d+) "
    r"(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,3}) (?:nào|gì)\b"
)
_LOOSE: Final = words_of("trong tại ở với về bằng gồm như là ra và trên vào thành")
_PLURAL: Final = r"(?:các|những|hai|ba|bốn|năm(?! học)|sáu|bảy|tám|chín|mười|\d+)"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list question says, as items are held against it.

    ``said`` its content syllables, ``pairs`` each two syllables side by side, ``head`` the noun
    that it asks several of ("Những hợp tác xã nào": hợp tác xã), () if none.
    """

    question: Question
    said: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    head: tuple[str, ...]

    @staticmethod
    def of(question: Question) -> "Asked":
        """Return what ``question`` says."""
        forms = syllables(question.text)
        head = _HEAD.search(comparable(question.text))
        return Asked(
            question=question,
            said=frozenset(content_forms(forms)),
            pairs=frozenset(pairwise(forms)),
            head=tuple(head["noun"].split()) if head else (),
        )


def trimmed(asked: Asked, text: str, span: Span) -> Span:
    """Return a list without what leads to its first item: "các ngành", "xã", "trong"."""
    form = comparable(span.of(text))
    mark = MARK.search(form)
    first = form[: mark.start()] if mark else form
    start = _after_head(asked, form, first) or _after_noun(asked, form, first)
    while loose := re.match(r"\W*(?P<word>\w+)\s+", first[start:]):
        if loose["word"] not in _LOOSE:
            break
        start += loose.end()
    return Span(span.start + start, span.end) if start < len(first) else span


def _after_head(asked: Asked, form: str, first: str) -> int:
    """Return where the first item begins behind "các" and the noun asked for, 0 without them."""
    if not asked.head or " ".join(asked.head) in form[len(first) :]:
        return 0
    return next(iter(head_ends(asked, first)), 0)


def head_ends(asked: Asked, form: str) -> list[int]:
    """Return where "các" with the noun asked for ends in a text, each time."""
    noun = r"\s+".join(map(re.escape, asked.head))
    return (
        [found.end() for found in re.finditer(rf"\b{_PLURAL}\s+{noun}\s+(?=\w)", form)]
        if noun
        else []
    )


def _after_noun(asked: Asked, form: str, first: str) -> int:
    """Return where the first item begins behind the noun asked for, or its end, 0 without it.

    Where another item has the noun too ("đường A, đường B"), it is the items' own.
    """
    found = tokens(first)
    forms = [comparable(token.text) for token in found]
    size = next(
        (n for n in range(len(asked.head), 0, -1) if tuple(forms[:n]) == asked.head[-n:]), 0
    )
    others = MARK.split(form)[1:]
    own = any(syllables(item)[:1] == forms[:1] for item in others)
    return found[size].span.start if size and not own and others and size < len(found) else 0


def with_its_noun(asked: Asked, text: str, span: Span) -> Span:
    """Return "các ngành có hàm lượng …" for what only says which ones: "có hàm lượng …"."""
    if not asked.head:
        return span
    noun = r"\s+".join(map(re.escape, asked.head))
    before = re.search(
        rf"(?:\b(?:các|những)\s+)?\b{noun}\s+(?P<has>có\s+)?$", comparable(text[: span.start])
    )
    has = before is not None and (before["has"] or comparable(span.of(text)).startswith("có "))
    return Span(before.start(), span.end) if before and has else span
