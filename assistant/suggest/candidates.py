"""Questions that the register and the headings of documents give, before any of them is asked.

What this module does not know: whether the assistant answers them (`Suggester` asks).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, zip_longest

from assistant.answer import Answer, Status
from assistant.reading.annotations import Annotations
from assistant.reading.excerpt import lowered, tidy
from corpus.marks import mark_of
from corpus.model import Document, Paragraph, ParagraphKind, Span
from corpus.normalize import comparable
from corpus.register import Target, TargetKind
from prompts.load import Templates

_LONGEST = 70
_NEAR = 6  # records, or headings, after the one that was cited


class Kind(StrEnum):
    """What a suggested question asks for."""

    FIGURE = "figure"
    YES_NO = "yes_no"
    COUNT = "count"
    LIST = "list"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question and where its answer stands: ``span`` of ``document`` (below a heading)."""

    kind: Kind
    question: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Candidates:
    """Makes questions from what documents hold."""

    annotations: Annotations
    templates: Templates

    def first(self) -> Iterator[Suggestion]:
        """Yield questions to begin with, the kinds in turn, those of the first document first."""
        for name in self.annotations.documents:
            records = self.annotations.targets_of(name)
            targets = [each for each in records if _is_target(each)]
            latest = {each.indicator: each for each in targets}
            figures = list(self._each(self.figure, latest.values()))
            yield from _in_turn(
                figures[:_NEAR],
                self._each(self.counted, records),
                self._each(self.whether, targets[1::2]),
                self._each(self.listed, records),
                self._headings(self.annotations.documents[name], 0),
            )

    def after(self, answer: Answer) -> Iterator[Suggestion]:
        """Yield questions near what an answer rests on, the nearest first."""
        for name in dict.fromkeys(citation.document for citation in answer.citations):
            document = self.annotations.documents.get(name)
            if document is None:
                continue
            spans = [each.span for each in answer.citations if each.document == name]
            records = self.annotations.targets_of(name)
            cited = [r for r in records if any(span.overlaps(r.value_span) for span in spans)]
            told = [r for r in cited if answer.span and answer.span.overlaps(r.value_span)]
            refused = answer.status is Status.REFUSED
            said = told or ([] if refused else cited)
            yield from _in_turn(
                self._each(self.figure, _other_years(said, records)),
                self._each(self.figure, [each for each in cited if each not in said]),
                self._each(self.figure, _siblings(said or cited, records)),
                self._each(self.listed, cited),
                self._headings(document, min(span.start for span in spans)),
            )

    def figure(self, record: Target) -> Suggestion | None:
        """Ask for the figure of a target."""
        if not _is_target(record):
            return None
        what = _capital(tidy(record.indicator))
        said = self.templates.fill("example_target", indicator=what, year=record.year or "")
        return _about(Kind.FIGURE, said, record)

    def whether(self, record: Target) -> Suggestion | None:
        """Ask whether the figure of a target is what it is."""
        if not _is_target(record):
            return None
        value = lowered(tidy(self._quote(record)))
        said = self.templates.fill(
            "example_yes_no",
            indicator=_capital(tidy(record.indicator)),
            year=record.year or "",
            value=value,
        )
        return _about(Kind.YES_NO, said, record)

    def counted(self, record: Target) -> Suggestion | None:
        """Ask how many there are of what is counted."""
        if record.kind is not TargetKind.COUNT:
            return None
        said = self.templates.fill("example_count", what=tidy(record.indicator))
        return _about(Kind.COUNT, said, record)

    def listed(self, record: Target) -> Suggestion | None:
        """Ask which they are, of what is counted."""
        if record.kind is not TargetKind.COUNT:
            return None
        said = self.templates.fill("example_list", what=lowered(tidy(record.indicator)))
        return _about(Kind.LIST, said, record)

    def _quote(self, record: Target) -> str:
        return self.annotations.documents[record.document].quote(record.value_span)

    def _each(
        self, make: Callable[[Target], Suggestion | None], records: Iterable[Target]
    ) -> Iterator[Suggestion]:
        made = (make(record) for record in records)
        return (each for each in made if each is not None and len(each.question) <= _LONGEST * 1.5)

    def _headings(self, document: Document, at: int) -> Iterator[Suggestion]:
        """Ask what the heading over a place holds, then those after it."""
        heads = [p for p in document.paragraphs if p.kind is ParagraphKind.HEADING and p.number]
        place = next((n for n, p in enumerate(heads) if p.span.start > at), len(heads)) - 1
        for number, head in enumerate(heads[max(0, place) : max(0, place) + _NEAR], max(0, place)):
            end = heads[number + 1].span.start if number + 1 < len(heads) else len(document.text)
            said = self._asked_of(document, head)
            if said:
                inside = Span(head.span.end, end)
                yield Suggestion(Kind.HEADING, said, document.name, inside)

    def _asked_of(self, document: Document, head: Paragraph) -> str:
        content = document.quote(head.span)
        words = tidy(content[len(mark_of(content).text) :].lstrip("# "))
        fits = len(words.split()) > 1 and len(words) <= _LONGEST
        if not fits or words.isupper() or any(char.isdigit() or char in "?;" for char in words):
            return ""
        return self.templates.fill("example_heading", heading=_capital(words))


def _is_target(record: Target) -> bool:
    year = record.year or ""
    return record.kind is TargetKind.TARGET and year.isdigit() and len(record.indicator) <= _LONGEST


def _other_years(told: Sequence[Target], records: Sequence[Target]) -> list[Target]:
    """Return the records of the indicators told, for other years than those told."""
    said = {(comparable(each.indicator), each.year) for each in told}
    names = {name for name, _ in said}
    fitting = (each for each in records if comparable(each.indicator) in names)
    return [each for each in fitting if (comparable(each.indicator), each.year) not in said]


def _siblings(told: Sequence[Target], records: Sequence[Target]) -> list[Target]:
    """Return the records of other indicators that stand next, those of the same year first."""
    if not told:
        return []
    names = {comparable(each.indicator) for each in told}
    years = {each.year for each in told}
    last = records.index(told[-1])
    turned = [*records[last + 1 :], *reversed(records[:last])]
    others = [each for each in turned if comparable(each.indicator) not in names][: 2 * _NEAR]
    return sorted(others, key=lambda each: each.year not in years)


def _about(kind: Kind, question: str, record: Target) -> Suggestion:
    return Suggestion(kind, question, record.document, record.span)


def _in_turn(*sources: Iterable[Suggestion]) -> Iterator[Suggestion]:
    rows = zip_longest(*sources)
    return (each for each in chain.from_iterable(rows) if each is not None)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
