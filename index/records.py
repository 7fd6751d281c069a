"""Documents to JSON and back, so that answering needs no source file.

Structure is written as short rows rather than objects: a document of ten thousand sentences opens
in tens of milliseconds. ``Document.path`` is left out: it names a place on the machine that built
the index and is no part of a document's identity.

What this module does not know: where the text is kept, or what a passage is.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from corpus.model import Document, Paragraph, ParagraphKind, Provenance, Sentence, Span

_KINDS = {kind.value: kind for kind in ParagraphKind}  # three times as fast as ParagraphKind(…)


def dump_documents(documents: Iterable[Document]) -> str:
    """Return ``documents`` as JSON Lines, one document a line."""
    return "".join(json.dumps(_row(document), ensure_ascii=False) + "\n" for document in documents)


def load_documents(text: str) -> tuple[Document, ...]:
    r"""Return the documents that `dump_documents` wrote, equal to the originals.

    Lines are split at ``\n`` alone: a document may hold U+2028, which JSON does not escape.

    Raises:
        ValueError, KeyError, TypeError, IndexError: the text is not what `dump_documents` writes.
    """
    return tuple(_document(json.loads(line)) for line in text.split("\n") if line)


def _row(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "sha256": document.sha256,
        "provenance": asdict(document.provenance),
        "paragraphs": [
            [p.number, p.span.start, p.span.end, p.kind.value, p.marker, p.level, p.parents]
            for p in document.paragraphs
        ],
        "sentences": [[s.span.start, s.span.end, s.paragraph] for s in document.sentences],
        "text": document.text,
    }


def _document(row: dict[str, Any]) -> Document:
    return Document(
        name=row["name"],
        text=row["text"],
        sha256=row["sha256"],
        provenance=Provenance(**row["provenance"]),
        paragraphs=tuple(_paragraph(entry) for entry in row["paragraphs"]),
        sentences=tuple(Sentence(Span(s, e), paragraph) for s, e, paragraph in row["sentences"]),
    )


def _paragraph(row: list[Any]) -> Paragraph:
    number, start, end, kind, marker, level, parents = row
    return Paragraph(number, Span(start, end), _KINDS[kind], marker, level, tuple(parents))
