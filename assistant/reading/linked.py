"""Who stands after a verb and its small word: "phối hợp với ai?", "ai được giao nhiệm vụ?".

The words right before the asking word stand right before the answer too, and the small word may
change or be left out: "báo cáo cho ai?" is answered by "báo cáo Ủy ban nhân dân tỉnh". Of the
passive the one is asked whom the verb takes: "chỉ định đồng chí Lê An làm Phó Bí thư".

What this module does not know: which names a clause has (`assistant.reading.phrases`).
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable

_LINK: Final = r"(?:với|cho|tới|đến|lên|cùng|về)"
_ASKED: Final = re.compile(
    rf"\b(?P<verb>[^\W\d_]+ [^\W\d_]+) {_LINK} (?:ai|(?:những |các )?"
    r"(?:cơ quan|đơn vị|bộ|sở|ngành|ban|tổ chức|bên|cấp|người|ông|bà) nào)\b"
)
_PASSIVE: Final = re.compile(r"^\W*(?:những )?ai (?:đã |sẽ )?được (?P<verb>[^\W\d_]+ [^\W\d_]+)\b")
_HELD: Final = r"(?:đồng chí|các đồng chí|ông|bà|anh|chị|cô|các|đại diện)"
_LOOK: Final = 60


def linked(question: str, text: str, clause: Span, named: Iterable[Span]) -> Span | None:
    """Return which of ``named`` stands right after the verb that the question asks with, or None.

    Args:
        question: as understood.
        text: the document's.
        clause: where to look.
        named: persons, offices and bodies of the clause.
    """
    verb, passive = _verb_of(question)
    if not verb or verb not in comparable(clause.of(text)):
        return None
    link = "" if passive else rf"(?: {_LINK})?"
    before = re.compile(rf"\b{re.escape(verb)}{link}(?: {_HELD})* $")
    for span in sorted(named):
        start = max(clause.start, span.start - _LOOK)
        if clause.covers(span) and before.search(comparable(text[start : span.start])):
            return span
    return None


@lru_cache(maxsize=1 << 8)
def _verb_of(question: str) -> tuple[str, bool]:
    """Return the verb whose other side is asked for, and whether in the passive; "" if none."""
    form = comparable(question)
    if passive := _PASSIVE.match(form):
        return passive["verb"], True
    found = _ASKED.search(form)
    return (found["verb"], False) if found else ("", False)
