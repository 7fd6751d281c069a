"""What the claim check returns, frozen.

What this module does not know: how a verdict is reached, or shown.
"""

from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation, VerdictKind


class Aspect(StrEnum):
    """What a statement and the text differ in; the values are what users read."""

    VALUE = "giá trị"
    BOUND = "mức chặn"
    UNIT = "đơn vị"
    TIME = "thời gian"
    NUMBER = "số hiệu văn bản"
    NAME = "tên"
    NEGATION = "phủ định"
    CONTENT = "nội dung"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: the statement's words, the text's words, and what they differ in."""

    claimed: str
    stated: str
    what: Aspect


@dataclass(frozen=True, slots=True)
class Part:
    """The verdict on one statement of a pasted text; ``statement`` is as typed.

    ``claims`` is False of a question, which says nothing that could be true or not.
    """

    statement: str
    kind: VerdictKind
    explanation: str
    differences: tuple[Difference, ...] = ()
    citations: tuple[Citation, ...] = ()
    claims: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the documents say of a statement.

    ``kind`` is refuted if any part is, else not found if any part is, else supported; questions
    beside statements do not count.
    ``explanation`` is Vietnamese; ``parts`` are the statements judged, in the order typed.
    """

    kind: VerdictKind
    explanation: str
    differences: tuple[Difference, ...] = ()
    citations: tuple[Citation, ...] = ()
    parts: tuple[Part, ...] = ()
