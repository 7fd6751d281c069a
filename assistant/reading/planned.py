"""Whether a plan was met: "Sản lượng có vượt kế hoạch không?" over "vượt 2,4% kế hoạch".

Reports give what was done as a share of what was planned: "đạt 95,3% kế hoạch" falls short of it,
"vượt 2,4% dự toán" is more than it.

What this module does not know: how evidence is found.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from assistant.reading.wholes import Compared
from corpus.model import Span
from corpus.normalize import comparable

_LOOKED_AT: Final = 8
_OWN: Final = 0.4
_ALL: Final = Decimal(100)
_PLAN: Final = r"(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|định mức|nghị quyết)"
_ASKS: Final = re.compile(
    r"\b(?:có|đã|đúng là) (?:\w+ ){0,2}?(?P<how>đạt|vượt|hoàn thành|bằng) "
    rf"(?:\w+ ){{0,3}}?{_PLAN}\b"
)
_DENIES: Final = re.compile(r"\b(?:không|chưa) (?:đạt|vượt|hoàn thành)\b")
_STATED: Final = re.compile(
    r"\b(?P<how>vượt|tăng|cao hơn|thấp hơn|giảm|hụt|đạt|bằng|hoàn thành) "
    r"(?:(?:gần|hơn|khoảng|trên|được) )?(?P<share>\d+(?:[.,]\d+)?) ?%"
    rf" (?:(?:so với|của|của cả) )?{_PLAN}\b"
)
_BEYOND: Final[Mapping[str, int]] = MappingProxyType(
    {"vượt": 1, "tăng": 1, "cao hơn": 1, "thấp hơn": -1, "giảm": -1, "hụt": -1}
)


def against_plan(reading: Reading) -> Compared | None:
    """Return whether what is asked about met its plan, where the text gives the share, or None."""
    form = comparable(reading.question.text)
    asked = _ASKS.search(form)
    if asked is None or not reading.question.yes_no or _DENIES.search(form):
        return None
    for evidence in reading.evidence[:_LOOKED_AT]:
        stated = _share_beside(evidence) if evidence.own.share >= _OWN else None
        if stated is None:
            continue
        share = Decimal(stated["share"].replace(",", "."))
        beyond = _BEYOND.get(stated["how"])
        done = share if beyond is None else _ALL + beyond * share
        holds = done > _ALL if asked["how"] == "vượt" else done >= _ALL
        start = evidence.clause.start
        span = Span(start + stated.start(), start + stated.end())
        clause = Span(start, max(evidence.clause.end, span.end))
        return Compared(holds, replace(evidence, clause=clause, target=None), span)
    return None


def _share_beside(evidence: Evidence) -> re.Match[str] | None:
    """Return the share of a plan that a clause gives, or what follows it in its sentence."""
    document, clause = evidence.notes.document, evidence.clause
    text = comparable(document.quote(Span(clause.start, evidence.notes.sentence.span.end)))
    found = _STATED.search(text)
    if found is None or ";" in text[: found.start()]:
        return None
    between = text[clause.end - clause.start : found.start()]
    return None if re.search(r"\w", between) else found
