"""What a yes/no question says of an hour, a part of a year or a rise, and the text tells against.

"Khai mạc lúc 14 giờ phải không?" over "vào lúc 9 giờ"; "cuối năm" over "giữa năm"; "tăng so với
cùng kỳ" over "tăng 5% so với tháng trước và giảm 3% so với cùng kỳ".

What this module does not know: days and years (`assistant.reading.times`), bodies
(`assistant.reading.contradiction`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from assistant.question import Question
from assistant.reading.bases import Base, base_after, base_said
from assistant.reading.clock import hours_in
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from assistant.reading.wholes import Compared
from corpus.model import Span
from corpus.normalize import comparable

_MET: Final = 0.5
_LOOKED_AT: Final = 12
_NEAR: Final = 110  # characters after a figure in which its base is said
_HOUR: Final = re.compile(r"(?P<hour>[0-9]{1,2}) ?(?:giờ|h|g|:) ?(?P<minute>[0-5][0-9])?")
_AT: Final = re.compile(
    r"\b(?:lúc|vào|hồi|từ) (?=[0-2]?[0-9] ?(?:giờ|h|g)\b|[0-2]?[0-9]:[0-5][0-9])"
)
_HALF_DAY: Final = 12
_PART: Final = re.compile(
    r"(?<!so với )\b(?P<part>đầu|giữa|cuối) (?P<of>năm|tháng|quý|nhiệm kì|thế kỉ|kì)\b"
)
_TURN: Final = re.compile(r"\b(?P<way>tăng|giảm)\b")
_CHANGED: Final = re.compile(
    r"\b(?P<way>tăng|giảm)(?: [^\W\d_]+){0,2} (?P<figure>[0-9][0-9.,]*)(?: ?%| [^\W\d_]+)"
)
_FIGURE: Final = re.compile(r"[0-9][0-9.,]*(?= ?%| ?phần trăm)")


@dataclass(frozen=True, slots=True)
class _Change:
    """A rise or fall that a clause tells: which way, by what figure, from what base, and where."""

    way: str
    figure: str
    base: Base
    span: Span


def told_against(reading: Reading) -> Compared | None:
    """Return what an hour, a part of a year or a rise makes of a yes/no question, or None."""
    question, best = reading.question, reading.best
    if best is None:
        return None
    return other_hour(question, best) or other_part(question, best) or other_turn(reading)


def other_hour(question: Question, best: Evidence) -> Compared | None:
    """Return a "Không" where the clause has one hour, and another than the question's."""
    text = best.notes.document.text
    asked = _AT.search(comparable(question.text))
    told = hours_in(text, best.clause) if asked else []
    if asked is None or len(told) != 1 or not question.asks_confirmation:
        return None
    said = _HOUR.match(comparable(question.text), asked.end())
    stated = _HOUR.search(comparable(told[0].of(text)))
    if said is None or stated is None or best.coverage.share < _MET or _same_hour(said, stated):
        return None
    span = Span(*stated.span()).moved(told[0].start)
    return _no(best, span, said.group(0))


def other_part(question: Question, best: Evidence) -> Compared | None:
    """Return a "Không" where the clause tells another part of the year or month asked about."""
    if not question.asks_confirmation or best.own.share < _MET:
        return None
    for asked in _PART.finditer(comparable(question.text)):
        told = [one for one in _PART.finditer(comparable(best.quote)) if one["of"] == asked["of"]]
        if told and all(one["part"] != asked["part"] for one in told):
            span = Span(*told[0].span()).moved(best.clause.start)
            return _no(best, span, question.text[asked.start() : asked.end()])
    return None


def other_turn(reading: Reading) -> Compared | None:
    """Judge a rise or fall counted from a base by what a clause tells counted from that base."""
    question = reading.question
    form = comparable(question.text)
    way = _TURN.search(form)
    base = base_said(question.text) if way else None
    if way is None or base is None or " hay " in form:
        return None
    evidence = _told_most(reading)
    changes = _changes(evidence) if evidence else []
    same = [one for one in changes if one.base.kind == base.kind and not one.base.differs(base)]
    if evidence is None or len({one.way for one in same}) != 1 or len(changes) == len(same):
        return None
    figure = _FIGURE.search(form)
    if figure and all(one.figure != figure.group(0) for one in same):
        return _no(evidence, same[0].span, question.text[figure.start() : figure.end()] + "%")
    if same[0].way == way["way"]:
        return Compared(holds=True, evidence=evidence, stated=same[0].span)
    return _no(evidence, same[0].span, question.text[way.start() : way.end()])


def _told_most(reading: Reading) -> Evidence | None:
    """Return the clause that says most of the question by itself, None where none says half."""
    clauses = [one for one in reading.evidence[:_LOOKED_AT] if one.target is None]
    best = max(clauses, key=lambda one: one.own.share, default=None)
    return best if best and best.own.share >= _MET else None


def _changes(evidence: Evidence) -> list[_Change]:
    return list(_told_changes(evidence))


def _told_changes(evidence: Evidence) -> Iterator[_Change]:
    """Yield the rises and falls of a clause whose base is said right after them."""
    form = comparable(evidence.quote)
    for found in _CHANGED.finditer(form):
        base = base_after(form[found.end() : found.end() + _NEAR])
        if base is not None:
            span = Span(*found.span()).moved(evidence.clause.start)
            yield _Change(found["way"], found["figure"], base, span)


def _same_hour(said: re.Match[str], stated: re.Match[str]) -> bool:
    """Tell whether two hours may be one: "2 giờ" of the afternoon is "14 giờ"."""
    minutes = {one["minute"] or "00" for one in (said, stated)}
    return int(said["hour"]) % _HALF_DAY == int(stated["hour"]) % _HALF_DAY and (
        len(minutes) == 1 or said["minute"] is None
    )


def _no(evidence: Evidence, span: Span, asked: str) -> Compared:
    return Compared(False, replace(evidence, target=None), span, asked)  # noqa: FBT003 - holds
