"""A document as a printed page in HTML, each paragraph carrying the offsets of its characters.

``data-s`` and ``data-e`` are code points into the canonical text, and an element's text content
is exactly those characters; the page highlights by them. A long document is shown in parts.

What this module does not know: what is highlighted, or why a document is shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.chat import labels
from assistant.chat.cite_html import link_to
from assistant.chat.markup import EMPTY, Html, joined, tag, text
from corpus.model import Document, Paragraph, ParagraphKind

PART_CHARS = 120_000
LOT = 20
"""Paragraphs that are laid out together."""


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs ``first`` to ``last`` (positions, half-open) shown at once, one of ``count``."""

    number: int
    count: int
    first: int
    last: int


def part_at(document: Document, offset: int, size: int = PART_CHARS) -> Part:
    """Return the part of about ``size`` characters that holds a code point of the document."""
    cuts = [0, *_cuts(document.paragraphs, size), len(document.paragraphs)]
    found = 0
    for number, first in enumerate(cuts[:-1]):
        if number and document.paragraphs[first].span.start > offset:
            break
        found = number
    return Part(found + 1, len(cuts) - 1, cuts[found], cuts[found + 1])


def document_html(documents: Mapping[str, Document], name: str, offset: int = 0) -> Html:
    """Return the page of one document, at the part that holds ``offset``.

    An unknown ``name`` gives the first document; no document at all, a sentence saying so.
    """
    if not documents:
        return tag("p", text(labels.NO_DOCUMENTS), class_="hd-empty")
    document = documents.get(name) or next(iter(documents.values()))
    part = part_at(document, offset)
    shown = document.paragraphs[part.first : part.last]
    title = _title_position(document)
    return tag(
        "article",
        _picker(documents, document.name),
        _title(document, title if part.number == 1 else None),
        _meta(document),
        _find(),
        _turner(document, part),
        _lots(
            [
                _paragraph(document, paragraph)
                for at, paragraph in enumerate(shown, part.first)
                if at != title
            ]
        ),
        _turner(document, part),
        class_="hd-page",
        data_doc=document.name,
        data_from=shown[0].span.start if shown and part.number > 1 else 0,
        data_to=shown[-1].span.end if shown and part.number < part.count else len(document.text),
        data_parts=part.count,
        aria_label=document.title,
    )


def _lots(paragraphs: Sequence[Html]) -> Html:
    """Return paragraphs a few at a time, so that a browser lays out only those in sight."""
    starts = range(0, len(paragraphs), LOT)
    return joined(tag("div", *paragraphs[start : start + LOT], class_="hd-lot") for start in starts)


def library_html(documents: Mapping[str, Document]) -> Html:
    """Return the list of documents with title, date, length and hash, each with its outline."""
    if not documents:
        return tag("p", text(labels.NO_DOCUMENTS), class_="hd-empty")
    heading = tag("h2", text(labels.LIBRARY), class_="hd-h")
    return tag("div", heading, *(_card(item) for item in documents.values()), class_="hd-library")


def outline(document: Document) -> list[Paragraph]:
    """Return the headings below the title; where there are none, the paragraphs themselves."""
    title = _title_position(document)
    rest = [item for at, item in enumerate(document.paragraphs) if at != title and item.number]
    return [item for item in rest if item.kind is ParagraphKind.HEADING] or rest


def _cuts(paragraphs: Sequence[Paragraph], size: int) -> Iterator[int]:
    begun = paragraphs[0].span.start if paragraphs else 0
    for position, paragraph in enumerate(paragraphs):
        if position and paragraph.span.end - begun > size:
            yield position
            begun = paragraph.span.start


def _title_position(document: Document) -> int | None:
    """Find the paragraph that prints the title, among the first few."""
    wanted = _plain(document.title)
    for position, paragraph in enumerate(document.paragraphs[:5]):
        if _plain(document.quote(paragraph.span)) == wanted:
            return position
    return None


def _plain(content: str) -> str:
    return " ".join(content.casefold().lstrip("#").split())


def _title(document: Document, position: int | None) -> Html:
    if position is None:
        return tag("h2", text(document.title), class_="hd-title")
    span = document.paragraphs[position].span
    return tag(
        "h2", text(document.quote(span)), class_="hd-title", data_s=span.start, data_e=span.end
    )


def _facts(document: Document) -> list[str]:
    provenance = document.provenance
    count = max((paragraph.number for paragraph in document.paragraphs), default=0)
    facts = (
        provenance.number and f"Số {provenance.number}",
        provenance.published and f"Đăng {labels.day(provenance.published)}",
        f"{labels.grouped(count)} đoạn",
    )
    return [fact for fact in facts if fact]


def _meta(document: Document) -> Html:
    facts = [tag("span", text(fact)) for fact in _facts(document)]
    find = tag("button", text(labels.FIND), type="button", data_act="find", aria_expanded="false")
    down = tag("button", text(labels.DOWNLOAD), type="button", data_act="download")
    return tag("p", *facts, find, down, class_="hd-meta")


def _find() -> Html:
    field = '<input type="search" aria-label="{}" placeholder="{}" autocomplete="off">'
    return tag(
        "div",
        Html(field.format(text(labels.FIND), text(labels.FIND))),
        tag("span", class_="hd-count", role="status"),
        tag("button", text("↑"), type="button", data_act="before", aria_label=labels.FIND_BEFORE),
        tag("button", text("↓"), type="button", data_act="next", aria_label=labels.FIND_NEXT),
        tag("button", text("✕"), type="button", data_act="unfind", aria_label=labels.CLOSE),
        class_="hd-find",
        role="search",
        hidden=True,
    )


def _picker(documents: Mapping[str, Document], current: str) -> Html:
    if len(documents) < 2:  # noqa: PLR2004 - nothing to pick from
        return EMPTY
    options = (
        tag("option", text(item.title or name), value=name, selected=name == current)
        for name, item in documents.items()
    )
    return tag("select", *options, class_="hd-pick", aria_label=labels.PICK_DOCUMENT)


def _turner(document: Document, part: Part) -> Html:
    """Return the links to the parts before and after, where there are several."""
    if part.count == 1:
        return EMPTY
    before = document.paragraphs[part.first - 1].span.start if part.number > 1 else None
    after = document.paragraphs[part.last].span.start if part.number < part.count else None
    return tag(
        "p",
        _go("← Phần trước", before),
        tag("span", text(f"Phần {part.number}/{part.count}")),
        _go("Phần sau →", after),
        class_="hd-turner",
    )


def _go(label: str, offset: int | None) -> Html:
    return tag("button", text(label), type="button", data_go=offset, disabled=offset is None)


def _paragraph(document: Document, paragraph: Paragraph) -> Html:
    content = text(document.quote(paragraph.span))
    kind = paragraph.kind
    name = "h3" if kind is ParagraphKind.HEADING else "p"
    depth = min(paragraph.level, 3) if kind is ParagraphKind.ITEM else 0
    return tag(
        name,
        content,
        _here(document, paragraph),
        class_=f"hd-{kind.value.replace('_', '-')}" + (f" hd-in-{depth}" if depth else ""),
        data_n=paragraph.number or None,
        data_s=paragraph.span.start,
        data_e=paragraph.span.end,
    )


def _here(document: Document, paragraph: Paragraph) -> Html:
    """Return a paragraph's number, a link to it; its own text is empty: styles show the number."""
    number = paragraph.number
    if not number:
        return EMPTY
    return tag(
        "a",
        class_="hd-n",
        href=link_to(document.name, number, paragraph.span),
        aria_label=f"{labels.PARAGRAPH_LINK} {number}",
        data_act="here",
        data_number=number,
    )


def _card(document: Document) -> Html:
    facts = [*_facts(document), f"{labels.grouped(len(document.text))} ký tự"]
    return tag(
        "section",
        tag(
            "h3",
            tag("button", text(document.title or document.name), type="button", data_open=0),
        ),
        tag("p", *(tag("span", text(fact)) for fact in facts), class_="hd-meta"),
        tag(
            "p",
            text("SHA-256 "),
            tag("code", text(document.sha256)),
            class_="hd-hash",
        ),
        tag(
            "details",
            tag("summary", text(labels.OUTLINE)),
            tag("ol", *(_entry(document, item) for item in outline(document))),
            open=True,
        ),
        class_="hd-card",
        data_doc=document.name,
    )


def _entry(document: Document, paragraph: Paragraph) -> Html:
    head = document.quote(paragraph.span)
    words = head.split()
    shown = " ".join(words[:14]) + ("…" if len(words) > 14 else "")  # noqa: PLR2004 - one line
    return tag(
        "li",
        tag(
            "button",
            text(shown),
            type="button",
            data_open=paragraph.span.start,
            data_end=paragraph.span.end,
        ),
        value=paragraph.number,
    )
