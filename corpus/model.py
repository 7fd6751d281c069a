r"""What a document is made of: the frozen records every other room passes around.

All offsets are Unicode code points into ``Document.text``, the canonical text (NFC, ``\n`` line
ends, no byte-order mark). A quote is always ``document.text[span.start:span.end]``.

What this module does not know: how files are read (`corpus.read`), how text is cut
(`corpus.structure`, `corpus.sentences`), or how anything is searched.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points in one document's canonical text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that could never be sliced."""
        if not 0 <= self.start <= self.end:
            message = f"a span needs 0 <= start <= end, not {self.start}..{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the slice of ``text`` that this span names."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> "Span":
        """Return the same range ``by`` code points further on (a clause's own to a document's)."""
        return Span(self.start + by, self.end + by)


class ParagraphKind(StrEnum):
    """What a paragraph is for; only ``FURNITURE`` is kept out of passages."""

    HEADING = "heading"
    BODY = "body"
    ITEM = "item"
    TABLE_ROW = "table_row"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line block of a document.

    ``number`` counts the paragraphs that are not furniture from 1 (furniture has 0): it is what
    users see as "đoạn 3". ``marker`` is the list or heading mark as printed ("I.", "1.", "a)",
    "-", or ""), inside ``span``. ``level`` orders marks, 0 the outermost; ``parents`` are the
    positions, in ``Document.paragraphs``, of the headings and lead-ins it stands under, outermost
    first.
    """

    number: int
    span: Span
    kind: ParagraphKind
    marker: str = ""
    level: int = 0
    parents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document comes from; every field but ``title`` may be empty.

    ``published`` is an ISO date (``2023-02-08``) or empty; ``number`` the document's own number
    ("12/NQ-CP"), empty for a press report; ``kind`` a few words ("press report").
    """

    title: str
    published: str = ""
    number: str = ""
    kind: str = ""
    publisher: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph; ``paragraph`` is a position in ``Document.paragraphs``."""

    span: Span
    paragraph: int


@dataclass(frozen=True)
class Document:
    """A canonical text with its structure. ``name`` is its identifier, from the file's stem."""

    name: str
    text: str
    sha256: str
    provenance: Provenance
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    path: str = field(default="", compare=False)

    @property
    def title(self) -> str:
        """The title shown beside citations."""
        return self.provenance.title

    def quote(self, span: Span) -> str:
        """Return the exact characters at ``span``."""
        return span.of(self.text)

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds a code point (the nearest before it, in a gap).

        The first paragraph answers for what stands before it. Cost: one binary search.
        """
        return self.paragraphs[self.position_at(offset)]

    def position_at(self, offset: int) -> int:
        """Return the position, in ``paragraphs``, of the paragraph that holds a code point."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(paragraph.span.start for paragraph in self.paragraphs)

    @cached_property
    def children(self) -> Mapping[int, tuple[int, ...]]:
        """Positions of the paragraphs right under another one, by its position."""
        found: dict[int, list[int]] = {}
        for position, paragraph in enumerate(self.paragraphs):
            if paragraph.parents:
                found.setdefault(paragraph.parents[-1], []).append(position)
        return {parent: tuple(below) for parent, below in found.items()}

    @cached_property
    def passages(self) -> tuple["Passage", ...]:
        """The units that are indexed: every sentence outside the furniture, in order."""
        return tuple(self._passages())

    def _passages(self) -> Iterator["Passage"]:
        for position, sentence in enumerate(self.sentences):
            paragraph = self.paragraphs[sentence.paragraph]
            if paragraph.kind is ParagraphKind.FURNITURE:
                continue
            yield Passage(
                id=f"{self.name}#{position}",
                document=self.name,
                paragraph=paragraph.number,
                span=sentence.span,
                context=paragraph.span,
                headings=tuple(self.paragraphs[parent].span for parent in paragraph.parents),
            )


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed and found: one sentence (``span``) with its paragraph (``context``).

    ``headings`` are the spans of the headings and lead-in lines it stands under, outermost first.
    ``id`` is unique in an index: the document's name, ``#``, and the sentence's position.
    """

    id: str
    document: str
    paragraph: int
    span: Span
    context: Span
    headings: tuple[Span, ...] = ()
