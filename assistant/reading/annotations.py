"""What reading needs to know of each indexed sentence, worked out once and kept.

Clauses, comparable views, mentions and register entries per passage; computed when first read,
since most sentences of a large corpus are never read, and most clauses of those only compared.

What this module does not know: questions.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.matching import Rarity, View
from assistant.reading.counted import Counted, counted_of
from assistant.reading.mentions_back import pointed_back_to
from corpus.clauses import cells_of, clauses_of
from corpus.frequency import syllable_rarity
from corpus.letterhead import letterhead_of
from corpus.model import Document, Passage, Span
from corpus.places import keys_of
from corpus.quantities import (
    DocumentNumber,
    Mentions,
    TimeMention,
    find_document_numbers,
    find_times,
    mentions,
)
from corpus.register import Target, register
from corpus.tables import Row, Table, header_of, tables_of

_LABEL: Final = 60  # characters of a label before a colon


@dataclass(frozen=True, eq=False)
class Clause:
    """A clause of a sentence with its view and mentions (offsets into the document)."""

    span: Span
    view: View
    document: Document

    @cached_property
    def mentions(self) -> Mentions:
        """What the clause mentions, found when first asked for."""
        return mentions(self.document.quote(self.span)).moved(self.span.start)


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads in an enumeration within a sentence, and where that begins in the document."""

    view: View
    end: int


@dataclass(frozen=True, slots=True)
class Notes:
    """What is known of one passage.

    ``headings`` are the views of the headings above, outermost first, and ``heading_times`` the
    times that the innermost dated one names; ``lead`` is what leads in the sentence's enumeration
    ("4 nghĩa trang được mở rộng:"), None where it has none; ``before`` the view of the sentence
    that it points back to ("Nguyên nhân là …"), None where it points to none; ``header`` is the
    view of the header row of the table it is a row of; ``around`` the view of the whole paragraph;
    ``targets`` the register's records whose value lies in the sentence, and ``target_views`` the
    views of the indicator with its unit and of the quote of each; ``counted`` what each figure is
    told of in its own part of the sentence, nothing in a row.
    """

    passage: Passage
    document: Document
    sentence: Clause
    clauses: tuple[Clause, ...]
    lead: Lead | None
    headings: tuple[View, ...]
    around: View
    title: View
    is_row: bool
    header: View | None
    targets: tuple[Target, ...]
    heading_times: tuple[TimeMention, ...]
    target_views: tuple[tuple[View, View], ...]
    counted: tuple[Counted, ...] = ()
    table: Table | None = None
    row: Row | None = None
    before: View | None = None


class Annotations:
    """Notes on the passages of an index, by passage id."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        register_of: Callable[[Document], tuple[Target, ...]] = register,
        rarity: Rarity | None = None,
    ) -> None:
        """Prepare for these documents, whose registers ``register_of`` knows; none is asked for.

        Without ``rarity`` the syllables of all their sentences are counted.
        """
        self.documents = documents
        self.register_of = register_of
        self._notes: dict[str, Notes] = {}
        self._targets: dict[str, Mapping[int, tuple[Target, ...]]] = {}
        self.letterheads = {name: letterhead_of(doc) for name, doc in documents.items()}
        self._titles: dict[str, View] = {}
        self._numbers: dict[str, tuple[DocumentNumber, ...]] = {}
        self._texts: dict[str, View] = {}
        self._places: dict[str, frozenset[str]] = {}
        self._times: dict[tuple[str, Span], tuple[TimeMention, ...]] = {}
        self._paragraphs: dict[tuple[str, Span], View] = {}
        self._rows: dict[str, Mapping[Span, tuple[Table, Row]]] = {}
        self.rarity = rarity or Rarity.over(
            (
                View.of(document.quote(passage.span))
                for document in documents.values()
                for passage in document.passages
            ),
            syllable_rarity(),
        )

    def of(self, passage: Passage) -> Notes:
        """Return the notes on a passage."""
        notes = self._notes.get(passage.id)
        if notes is None:
            notes = self._notes.setdefault(passage.id, self._note(passage))
        return notes

    def targets_of(self, name: str) -> tuple[Target, ...]:
        """Return the register of one document, in text order."""
        by_start = self._register(name)
        return tuple(target for start in sorted(by_start) for target in by_start[start])

    def _note(self, passage: Passage) -> Notes:
        document = self.documents[passage.document]
        text = document.text
        targets = self._targets_in(passage)
        table, row = self._row(document, passage)
        is_row = row is not None or len(cells_of(text, passage.span)) > 2  # noqa: PLR2004 - columns
        spans = (passage.span,) if is_row else clauses_of(text, passage.span)
        sentence = _clause(document, passage.span)
        clauses = (
            (sentence,) if spans == (passage.span,) else tuple(_clause(document, s) for s in spans)
        )
        return Notes(
            passage=passage,
            document=document,
            sentence=sentence,
            clauses=clauses,
            lead=_lead(text, spans),
            headings=tuple(self._view(document, span) for span in passage.headings),
            around=self._view(document, passage.context),
            title=self._title(document),
            is_row=is_row,
            header=self._header(document, passage, table) if is_row else None,
            table=table,
            row=row,
            before=self._before(document, passage),
            targets=targets,
            heading_times=self._heading_times(document, passage.headings),
            target_views=tuple(
                (View.of(_named(document, target, table, row)), View.of(target.quote))
                for target in targets
            ),
            counted=tuple(
                counted_of(document, target, sentence.mentions.quantities)
                for target in (() if is_row else targets)
            ),
        )

    def _view(self, document: Document, span: Span) -> View:
        key = (document.name, span)
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = View.of(document.quote(span))
        return found

    def _before(self, document: Document, passage: Passage) -> View | None:
        words = pointed_back_to(document, passage)
        return View.of(words) if words else None

    def _title(self, document: Document) -> View:
        if document.name not in self._titles:
            number = self.letterheads[document.name].number
            own = document.quote(number.value) if number else ""  # "Quyết định 45 bãi bỏ gì?"
            self._titles[document.name] = View.of(f"{document.title} {own}")
        return self._titles[document.name]

    def _heading_times(
        self, document: Document, headings: tuple[Span, ...]
    ) -> tuple[TimeMention, ...]:
        """Return the times of the innermost heading that names any."""
        for span in reversed(headings):
            key = (document.name, span)
            found = self._times.get(key)
            if found is None:
                found = self._times[key] = find_times(document.quote(span))
            if found:
                return found
        return ()

    def text_of(self, name: str) -> View:
        """Return the view of a whole document."""
        if name not in self._texts:
            self._texts[name] = View.of(self.documents[name].text)
        return self._texts[name]

    def numbers_of(self, name: str) -> tuple[DocumentNumber, ...]:
        """Return every document number in a document and its title."""
        if name not in self._numbers:
            document = self.documents[name]
            text = f"{document.text}\n{document.title}\n{document.provenance.number}"
            self._numbers[name] = find_document_numbers(text)
        return self._numbers[name]

    def places_of(self, name: str) -> frozenset[str]:
        """Return the keys of the places that a document names (`corpus.places.keys_of`)."""
        if name not in self._places:
            self._places[name] = keys_of(self.documents[name].text)
        return self._places[name]

    def _row(self, document: Document, passage: Passage) -> tuple[Table, Row] | tuple[None, None]:
        if document.name not in self._rows:
            tables = tables_of(document) if "|" in document.text or "\t" in document.text else ()
            self._rows[document.name] = {
                row.span: (table, row) for table in tables for row in table.rows
            }
        return self._rows[document.name].get(passage.span, (None, None))

    def _header(self, document: Document, passage: Passage, table: Table | None) -> View | None:
        position = document.position_at(passage.span.start)
        span = table.header if table else header_of(document, position)
        return self._view(document, span) if span else None

    def _targets_in(self, passage: Passage) -> tuple[Target, ...]:
        by_start = self._register(passage.document)
        return tuple(
            target
            for start, targets in by_start.items()
            if passage.span.start <= start < passage.span.end
            for target in targets
        )

    def _register(self, name: str) -> Mapping[int, tuple[Target, ...]]:
        if name not in self._targets:
            found: defaultdict[int, list[Target]] = defaultdict(list)
            for target in self.register_of(self.documents[name]):
                found[target.value_span.start].append(target)
            self._targets[name] = {start: tuple(targets) for start, targets in found.items()}
        return self._targets[name]


def _lead(text: str, clauses: Sequence[Span]) -> Lead | None:
    """Return what stands before the first colon of a sentence, of which later clauses are items.

    They are parted by semicolons, or the colon follows a label: "2. Cầu trên đường ấp: bề rộng mặt
    cầu 3,5 m, tải trọng 5 tấn".
    """
    start = clauses[0].start
    colon = text.find(": ", start, clauses[0].end)
    apart = any(text[start : one.start].rstrip().endswith(";") for one in clauses[1:])
    if colon < 0 or not (apart or colon - start <= _LABEL):
        return None
    return Lead(View.of(text[start:colon]), colon + 1)


def _named(document: Document, target: Target, table: Table | None, row: Row | None) -> str:
    """Return what a figure is called: its indicator and unit, and its column where that sums up."""
    name = f"{target.indicator} {target.unit}"
    if table is None or row is None:
        return name
    pairs = zip(table.columns, row.cells, strict=True)
    column = next((each for each, cell in pairs if cell.covers(target.value_span)), None)
    return f"{name} {document.quote(column.words)}" if column and column.total else name


def _clause(document: Document, span: Span) -> Clause:
    return Clause(span, View.of(document.quote(span)), document)
