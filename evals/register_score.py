"""Measures the register against complete lists of targets: precision and recall.

    python -m evals.register_score FOLDER [NAME…] [--show]

A record is right when value, operator, year, unit and the head of its indicator agree with a
target of the list, each used once. "Agree": values as printed; years as strings; units in the
comparable form of `corpus.units.bare_unit_key`, where "/năm" with no year and the year "hằng năm"
are one thing; indicators when they share enough content words (`same_indicator`).

What this module does not know: how records are found.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from corpus.model import Document
from corpus.normalize import syllables
from corpus.read import read_document
from corpus.register import Target, TargetKind, register
from corpus.units import bare_unit_key

_SMALL_WORDS = """
tỉ lệ trọng số của trong các và được có từ với đến cho trên tại theo là về vào đạt một ở ra mức
những để khoảng bình quân tổng
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_SHARE = 0.6
HELD_OUT = ("nq57-tw-khcn", "qd1717-duoinuoc", "baochi-gdp7-chienluoc")


@dataclass(frozen=True, slots=True)
class Gold:
    """One target of a list, in the form that compares."""

    indicator: str
    year: str
    operator: str
    low: Decimal | None
    high: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one document, and what was missed or wrong."""

    name: str
    right: int
    found: int
    wanted: int
    missed: tuple[Gold, ...]
    wrong: tuple[Target, ...]

    @property
    def precision(self) -> float:
        """Share of the records found that are in the list."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the list that was found."""
        return self.right / self.wanted if self.wanted else 0.0


def same_indicator(one: str, other: str) -> bool:
    """Tell whether two names of an indicator share enough of the shorter one's content words."""
    first, second = _content(one), _content(other)
    if not first or not second:
        return True
    return len(first & second) >= _SHARE * min(len(first), len(second))


def score_document(document: Document, golds: Sequence[Gold], records: Sequence[Target]) -> Score:
    """Match records and list one to one, first by value and the rest, in reading order."""
    left = list(golds)
    wrong: list[Target] = []
    for record in records:
        match = next((gold for gold in left if _agrees(record, gold)), None)
        if match is None:
            wrong.append(record)
        else:
            left.remove(match)
    right = len(golds) - len(left)
    return Score(document.name, right, len(records), len(golds), tuple(left), tuple(wrong))


def score_file(path: Path) -> Score:
    """Score one document file that has a `.targets.json` and a `.json` beside it."""
    document = read_document(path)
    golds = [_gold(row) for row in json.loads(path.with_suffix(".targets.json").read_text("utf-8"))]
    about = json.loads(path.with_suffix(".json").read_text("utf-8"))
    start, end = _section(document.text, about.get("targets_section"))
    records = [
        record
        for record in register(document)
        if record.kind is TargetKind.TARGET and start <= record.value_span.start < end
    ]
    return score_document(document, golds, records)


def _agrees(record: Target, gold: Gold) -> bool:
    year, unit = _year_and_unit(record.year or "", record.unit)
    return (
        (record.low, record.high) == (gold.low, gold.high)
        and record.operator == gold.operator
        and year == gold.year
        and unit == gold.unit
        and same_indicator(record.indicator, gold.indicator)
    )


def _gold(row: dict[str, object]) -> Gold:
    year, unit = _year_and_unit(str(row["year"] or ""), str(row["unit"] or ""))
    return Gold(
        str(row["indicator"]), year, str(row["operator"]), _decimal(row["low"]),
        _decimal(row["high"]), unit,
    )  # fmt: skip


def _year_and_unit(year: str, unit: str) -> tuple[str, str]:
    key = bare_unit_key(unit)
    if key.endswith("/năm") and not year:
        return "hằng năm", key.removesuffix("/năm")
    return year, key.removesuffix("/năm") if year == "hằng năm" else key


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _content(words: str) -> set[str]:
    return {word for word in syllables(words) if word not in _SMALL and not re.match(r"\d", word)}


def _section(text: str, bounds: dict[str, str] | None) -> tuple[int, int]:
    if not bounds:
        return 0, len(text)
    start = text.index(bounds["start"])
    return start, text.index(bounds["end"], start)


def main() -> None:
    """Print a line for each document, the sums over both groups, and on request each miss."""
    parser = argparse.ArgumentParser(description="Precision and recall of the register.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--show", action="store_true", help="list what was missed and wrong")
    parser.add_argument("--held-out", action="store_true", help="the held-out documents too")
    asked = parser.parse_args()
    scores = [
        score_file(path.with_name(path.name.removesuffix(".targets.json") + ".txt"))
        for path in sorted(asked.folder.glob("*.targets.json"))
        if not asked.names or path.name.removesuffix(".targets.json") in asked.names
        if asked.held_out or path.name.removesuffix(".targets.json") not in HELD_OUT
    ]
    lines = [_line(score) for score in scores]
    lines += [_sum("all but held out", [s for s in scores if s.name not in HELD_OUT])]
    lines += [_sum("held out", [s for s in scores if s.name in HELD_OUT])]
    if asked.show:
        lines += [line for score in scores for line in _details(score)]
    sys.stdout.write("\n".join(line for line in lines if line) + "\n")


def _line(score: Score) -> str:
    return (
        f"{score.name:32} P {score.precision:.3f} R {score.recall:.3f}"
        f"  right {score.right} of {score.found} found, {score.wanted} wanted"
    )


def _sum(name: str, scores: Sequence[Score]) -> str:
    if not scores:
        return ""
    right, found = sum(s.right for s in scores), sum(s.found for s in scores)
    return _line(Score(name, right, found, sum(s.wanted for s in scores), (), ()))


def _details(score: Score) -> list[str]:
    missed = [
        f"  missed {g.indicator} | {g.year} {g.operator} {g.low}..{g.high} {g.unit}"
        for g in score.missed
    ]
    wrong = [
        f"  wrong  {t.indicator} | {t.year} {t.operator} {t.low}..{t.high} {t.unit}"
        f" «{t.quote[:90]}»"
        for t in score.wrong
    ]
    return [score.name, *missed, *wrong]


if __name__ == "__main__":
    main()
