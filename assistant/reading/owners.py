"""Whose figure it is, where a sentence tells the same of several bodies side by side.

"Công ty A làm 1.500 tấn với giá 19 USD, Công ty B làm 1.300 tấn với giá 20 USD": what is asked of
B is not answered by what is told of A.

What this module does not know: what is asked of the body, or which figure of its own it is.
"""

import re
from typing import Final

from assistant.question import Asks, Question
from assistant.reading.evidence import Evidence
from assistant.reading.scope import is_of_another_class
from assistant.reading.stretches import is_of_another_stretch
from assistant.reading.unit_fit import is_counted
from corpus.normalize import comparable, syllables
from corpus.quantities import NamedBody

_GROWTH: Final = re.compile(r"\btốc độ tăng trưởng\b(?! (?:dân số|dân cư))")
_RISE: Final = re.compile(r"\btốc độ tăng (?!trưởng|grdp|gdp|tổng sản phẩm|giá trị)[^\W\d_]")
PER_HEAD: Final = re.compile(r"\b(?:(?:trên )?đầu người|mỗi người|một người|trên đầu|từng người)\b")
"""Words that ask for a figure of one person."""
_HEAD: Final = re.compile(
    r"\b(?:đầu người|(?:mỗi|một|từng|cho) (?:người|em|hộ|lao động|cán bộ))\b|/ ?(?:người|ng\b|lao)"
)
_TOLD: Final = re.compile(r"\d|\bthứ (?:hai|ba|tư|năm|sáu|bảy)\b|\bchủ nhật\b")


def is_of_another(question: Question, evidence: Evidence) -> bool:
    """Tell whether evidence is told of another class, body or stretch than is asked about."""
    return (
        is_of_another_class(question, evidence)
        or is_of_another_body(question, evidence)
        or is_of_another_stretch(question.text, evidence)
        or is_of_the_whole(question, evidence)
        or counts_its_neighbour(question, evidence)
        or grows_otherwise(question, evidence)
    )


def grows_otherwise(question: Question, evidence: Evidence) -> bool:
    """Tell whether growth is asked for, and a record tells how fast something else rises.

    "Tốc độ tăng trưởng" is the economy's, not "tốc độ tăng dân số".
    """
    if evidence.target is None or not _GROWTH.search(comparable(question.text)):
        return False
    told = comparable(evidence.told)
    return _RISE.search(told) is not None and "tăng trưởng" not in told


def counts_its_neighbour(question: Question, evidence: Evidence) -> bool:
    """Tell whether a record counts one thing, and a record beside it the thing asked about.

    "Tỷ lệ bác sĩ, giường bệnh/vạn dân: 14 bác sĩ/vạn dân và 48 giường bệnh/vạn dân".
    """
    target = evidence.target
    if target is None or evidence.notes.is_row:
        return False
    asked = f" {' '.join(syllables(question.text))} "
    nouns = {one.value_span: _counted(one.unit) for one in evidence.notes.targets}
    own = nouns.get(target.value_span, "")
    if not own or f" {own} " in asked:
        return False
    return any(noun and noun != own and f" {noun} " in asked for noun in nouns.values())


def _counted(unit: str) -> str:
    """Return the noun of two syllables that a unit counts, or "": "giường bệnh/vạn dân"."""
    noun = " ".join(syllables(unit.partition("/")[0].partition(" trên ")[0]))
    return noun if noun.count(" ") == 1 and is_counted(noun) else ""


def is_of_the_whole(question: Question, evidence: Evidence) -> bool:
    """Tell whether a figure per head is asked for and the record is of all together.

    "GRDP đầu người năm 2030" is not the growth of GRDP that the same sentence aims at.
    """
    target = evidence.target
    if target is None or not PER_HEAD.search(comparable(question.text)):
        return False
    row = evidence.notes.document.quote(evidence.notes.passage.span) if evidence.notes.row else ""
    return not _HEAD.search(comparable(f"{evidence.told} {target.unit} {row}"))


def is_of_another_body(question: Question, evidence: Evidence) -> bool:
    """Tell whether a figure stands with another body, in a sentence that has the one asked about.

    The body asked about must have a figure or a weekday of its own there, before the next body is
    named.
    """
    asked = question.mentions.bodies
    wanted = question.wants(Asks.QUANTITY) or question.wants(Asks.DATE)
    if not asked or evidence.span is None or not wanted:
        return False
    passage = evidence.notes.passage.span
    named = [b for b in evidence.notes.sentence.mentions.bodies if passage.covers(b.span)]
    own = [body for body in named if any(_agree(body, one) for one in asked)]
    others = [body for body in named if body not in own]
    if len(own) != 1 or not others:
        return False
    before = [body for body in named if body.span.end <= evidence.span.start]
    if not before or before[-1] in own:
        return False
    told = evidence.told
    if own[0].text in told or before[-1].text not in told:
        return False
    after = (body.span.start for body in others if body.span.start > own[0].span.end)
    until = min(after, default=passage.end)
    between = evidence.notes.document.text[own[0].span.end : until]
    return _TOLD.search(comparable(between)) is not None


def _agree(one: NamedBody, other: NamedBody) -> bool:
    """Tell whether one name is the other, or a part of it."""
    first, second = f" {one.key} ", f" {other.key} "
    return first in second or second in first
