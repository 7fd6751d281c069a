"""What a text states of the same indicator for other times than the one asked about."""

from dataclasses import dataclass

from assistant.reading.evidence import Evidence
from assistant.reading.excerpt import lowered, passage_of, tidy
from assistant.reading.reader import Reading
from corpus.model import Span
from corpus.register import Target

_MOST = 4


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
    by_year = stated_by_year(reading, best)
    if best.target is None or not by_year:
        return None
    return Elsewhen(
        what=lowered(tidy(best.target.indicator)),
        asked=_asked(reading),
        items=tuple(stated_in(year, evidence) for year, evidence in by_year.items()),
        spans=tuple(dict.fromkeys(span for e in by_year.values() for span in spans_of(e))),
    )


def stated_by_year(reading: Reading, best: Evidence) -> dict[str, Evidence]:
    """Return the evidence for each year, or period, of the best evidence's indicator, by year."""
    found: dict[str, Evidence] = {}
    for evidence in reading.evidence:
        target = evidence.target
        if (
            target is not None
            and best.target is not None
            and target.year
            and evidence.notes.document is best.notes.document
            and _same_indicator(target, best.target)
        ):
            found.setdefault(target.year, evidence)
    return dict(sorted(found.items())[:_MOST])


def stated_in(year: str, evidence: Evidence) -> Stated:
    """Return one value with the time it is for, worded."""
    label = f"năm {year}" if year.isdigit() else f"giai đoạn {year}" if "-" in year else year
    return Stated(label, tidy(evidence.key))


def spans_of(evidence: Evidence) -> tuple[Span, ...]:
    """Return what to cite for a value: its passage, and the heading its year stands in, if so."""
    passage = passage_of(evidence)
    document = evidence.notes.document
    year = (evidence.target.year or "").partition("-")[0] if evidence.target else ""
    if year.isdigit() and year not in document.quote(passage):
        header = (evidence.notes.table.header,) if evidence.notes.table else ()
        above = reversed(evidence.notes.passage.headings)
        around = (evidence.notes.passage.span, *header, *above)
        for span in around:
            if year in document.quote(span):
                return (passage, span)
    return (passage,)


def _same_indicator(first: Target, second: Target) -> bool:
    return first.indicator.casefold() == second.indicator.casefold()


def _asked(reading: Reading) -> str:
    years = sorted(reading.question.years)
    if years:
        return "năm " + ", ".join(str(year) for year in years)
    periods = sorted(reading.question.periods)
    return "giai đoạn " + ", ".join(f"{first}-{last}" for first, last in periods)
