"""Whether a clause speaks of the time a question asks about.

What this module does not know: figures; the register knows which year each figure is for.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from assistant.question import Question
from assistant.reading.annotations import Clause, Notes
from assistant.reading.evidence import TimeFit
from corpus.normalize import comparable
from corpus.quantities import TimeMention
from corpus.register import Target

_BY_NOW: Final = re.compile(
    r"\b(?:năm học|năm|tháng|quý|tuần|học kì|nhiệm kì|niên khóa|vụ|mùa)"
    r" (?:tới|này|nay|ngoái|vừa qua|vừa rồi|kế tiếp|tiếp theo)\b"
)


def fit_of_target(question: Question, target: Target) -> TimeFit:
    """Compare the question's time with the year of a register record."""
    if not question.years and not question.periods:
        return TimeFit.NOT_ASKED
    if target.year is None or not any(char.isdigit() for char in target.year):
        return TimeFit.UNKNOWN
    first, _, last = target.year.partition("-")
    return _fit(question, [(int(first), int(last or first))])


def fit_of_clause(question: Question, clause: Clause, notes: Notes) -> TimeFit:
    """Compare the question's time with the times a clause names, or else its surroundings do."""
    if not question.years and not question.periods:
        return TimeFit.NOT_ASKED
    for times in (clause.mentions.times, notes.sentence.mentions.times, notes.heading_times):
        if ranges := _ranges(times):
            return _fit(question, ranges)
    return TimeFit.UNKNOWN


def is_elsewhen(question: Question, sentence: str) -> bool:
    """Tell whether a question names a time by now ("năm học tới") that a sentence does not."""
    asked = _named_by_now(comparable(question.text))
    return bool(asked) and not any(when in comparable(sentence) for when in asked)


@lru_cache(maxsize=1 << 10)
def _named_by_now(form: str) -> tuple[str, ...]:
    return tuple(match.group(0) for match in _BY_NOW.finditer(form))


def _ranges(times: Iterable[TimeMention]) -> list[tuple[int, int]]:
    return [(time.start_year, time.end_year) for time in times if time.end_year]


def _fit(question: Question, ranges: list[tuple[int, int]]) -> TimeFit:
    """Compare ranges of years with the question's: the same, ending together, or another."""
    if any(
        (first == last and last in question.years) or (first, last) in question.periods
        for first, last in ranges
    ):
        return TimeFit.MET
    ends = question.years | {last for _, last in question.periods}
    return TimeFit.NEAR if any(last in ends for _, last in ranges) else TimeFit.OTHER
