"""A citation on the page: its numbered chip, its quote within its sentence, and what copies it.

What this module does not know: whether an answer or a verdict rests on it.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from assistant.answer import Citation
from assistant.chat import labels
from assistant.chat.markup import EMPTY, Html, joined, tag, text
from corpus.model import Document, Span

_LONG_SENTENCE = 420


def citation_text(citation: Citation, document: Document | None) -> str:
    """Return a citation to paste elsewhere: the quote, the title, number, date and paragraph."""
    return f"“{citation.quote}” — {source_of(citation, document)}"


def source_of(citation: Citation, document: Document | None) -> str:
    """Name where a quote stands: the document's title, number and date, and the paragraph."""
    number = document.provenance.number if document else ""
    published = document.provenance.published if document else ""
    parts = (
        citation.title or citation.document,
        number and f"số {number}",
        published and f"đăng ngày {labels.day(published)}",
        place(citation),
    )
    return ", ".join(part for part in parts if part)


def place(citation: Citation) -> str:
    """Name a citation's paragraph; "" where it stands outside the numbered ones."""
    return f"đoạn {citation.paragraph}" if citation.paragraph > 0 else ""


def link(citation: Citation) -> str:
    """Return the query that opens the page with this citation highlighted."""
    return link_to(citation.document, citation.paragraph, citation.span)


def link_to(document: str, paragraph: int, span: Span) -> str:
    """Return the query that opens the page with a span of a document highlighted."""
    where = {"doc": document, "p": paragraph, "s": f"{span.start}-{span.end}"}
    return "?" + urlencode(where)


def chip(
    citation: Citation, number: int, document: Document | None, key: Span | None = None
) -> Html:
    """Return the numbered button that opens a citation.

    Args:
        citation: what it opens.
        number: the number it shows.
        document: the cited document, None where it is not at hand.
        key: the shortest exact answer, marked stronger where the citation holds it.
    """
    inside = key is not None and len(key) > 0 and citation.span.covers(key)
    where = place(citation)
    return tag(
        "button",
        text(str(number)),
        class_="hd-chip",
        type="button",
        aria_label=f"Trích dẫn {number}" + (f", {where}" if where else ""),
        data_cite=number,
        data_doc=citation.document,
        data_s=f"{citation.span.start}-{citation.span.end}",
        data_key=f"{key.start}-{key.end}" if key is not None and inside else None,
        data_quote=citation.quote,
        data_from=", ".join(part for part in (citation.title, where) if part),
        data_copy=citation_text(citation, document),
        data_href=link(citation),
    )


def attached(chip_html: Html) -> Html:
    """Keep a chip on the line of the word before it (U+2060 forbids the break)."""
    return Html(f"\u2060{chip_html}")


def quoted(citation: Citation, document: Document | None) -> Html:
    """Return the quote in quotation marks, within its sentence, with the paragraph it is from."""
    where = place(citation)
    return joined(
        [
            text("“"),
            _in_its_sentence(citation, document),
            text("”"),
            tag("footer", text(f"— {where}")) if where else EMPTY,
        ]
    )


def actions(citation: Citation, documents: Mapping[str, Document]) -> Html:
    """Return what can be done with a citation: copy it, copy its link."""
    copied = citation_text(citation, documents.get(citation.document))
    return tag(
        "p",
        tag("button", text(labels.COPY_CITATION), type="button", data_act="cite", data_copy=copied),
        tag("a", text(labels.COPY_LINK), href=link(citation), data_act="link"),
        class_="hd-acts",
    )


def _in_its_sentence(citation: Citation, document: Document | None) -> Html:
    """Return the quote marked within the sentence it was cut from, or alone when that is long."""
    whole = _sentence(citation.span, document) if document is not None else None
    if document is None or whole is None or len(whole) > _LONG_SENTENCE:
        return text(citation.quote)
    before = document.text[whole.start : citation.span.start]
    after = document.text[citation.span.end : whole.end]
    return joined([text(before), tag("mark", text(citation.quote)), text(after)])


def _sentence(span: Span, document: Document) -> Span | None:
    """Return the sentence that covers ``span`` and is longer than it."""
    spans = (sentence.span for sentence in document.sentences)
    return next((one for one in spans if one.covers(span) and len(one) > len(span)), None)
