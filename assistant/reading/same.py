"""What a text states of the same indicator for other times than the one asked about."""

from dataclasses import dataclass

from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import lowered, passage_of, tidy
from assistant.reading.reader import Reading
from corpus.model import Span
from corpus.register import Target

_MOST = 4
_KIN = 0.8


@dataclass(frozen=True, slots=True)
class Stated:
    """One value and the time it is for, both as printed or as the register writes years."""

    time: str
    value: str


@dataclass(frozen=True, slots=True)
class Elsewhen:
    """The indicator, the time asked for, and what is stated for other times, with the spans."""

    what: str
    asked: str
    items: tuple[Stated, ...]
    spans: tuple[Span, ...]


def stated_elsewhen(reading: Reading, best: Evidence) -> Elsewhen | None:
    """Return the values of the best evidence's indicator for other times, or None."""
    if best.target is None:
        return None
    kin = [
        evidence
        for evidence in reading.evidence
        if evidence.target is not None
        and evidence.notes.document is best.notes.document
        and evidence.own.share >= _KIN * best.own.share
        and _same_indicator(evidence.target, best.target)
    ]
    kin.sort(key=lambda evidence: evidence.target.year or "" if evidence.target else "")
    items: dict[str, tuple[Stated, Span]] = {}
    for evidence in kin[:_MOST]:
        year = evidence.target.year if evidence.target else None
        if year and year not in items:
            label = f"năm {year}" if "-" not in year else f"giai đoạn {year}"
            items[year] = (Stated(label, tidy(evidence.key)), passage_of(evidence))
    if not items:
        return None
    spans = tuple(dict.fromkeys(span for _, span in items.values()))
    return Elsewhen(
        what=lowered(tidy(best.target.indicator)),
        asked=_asked(reading),
        items=tuple(stated for stated, _ in items.values()),
        spans=spans,
    )


def _same_indicator(first: Target, second: Target) -> bool:
    return first.indicator.casefold() == second.indicator.casefold()


def _asked(reading: Reading) -> str:
    years = sorted(reading.question.years)
    if years:
        return "năm " + ", ".join(str(year) for year in years)
    periods = sorted(reading.question.periods)
    return "giai đoạn " + ", ".join(f"{first}-{last}" for first, last in periods)
