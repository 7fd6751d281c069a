"""An answer as HTML: its state, its text with the key figure bold, numbered citations, quotes.

What this module does not know: how the answer was found, or how a document is shown.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from assistant.answer import Answer, Citation, Status
from assistant.chat import labels
from assistant.chat.markup import EMPTY, Html, joined, tag, text
from corpus.model import Document, Span

_MARKER = re.compile(r"\s*\[(\d{1,2})\]")
_LONG_SENTENCE = 420
_BULLET = re.compile(r"^\s*[-–•*]\s+")


def answer_html(answer: Answer, documents: Mapping[str, Document]) -> Html:
    """Return a whole answer; ``documents`` give citations their number and date."""
    refused = answer.status is Status.REFUSED
    mark, state = labels.STATES[answer.status]
    return tag(
        "div",
        _understood(answer.understood),
        tag(
            "div",
            tag(
                "p",
                tag("span", text(mark), aria_hidden="true"),
                text(f" {state}"),
                class_="hd-state",
            ),
            tag("div", _body(answer, documents), class_="hd-text"),
            class_="hd-box",
        ),
        EMPTY if refused else _quotes(answer.citations, documents),
        EMPTY if refused else _actions(answer, documents),
        class_=f"hd-a hd-{answer.status.value}",
    )


def citation_text(citation: Citation, document: Document | None) -> str:
    """Return a citation to paste elsewhere: the quote, the title, number, date and paragraph."""
    number = document.provenance.number if document else ""
    published = document.provenance.published if document else ""
    parts = (
        citation.title or citation.document,
        number and f"số {number}",
        published and f"đăng ngày {labels.day(published)}",
        place(citation),
    )
    return f"“{citation.quote}” — {', '.join(part for part in parts if part)}"


def place(citation: Citation) -> str:
    """Name a citation's paragraph; "" where it stands outside the numbered ones."""
    return f"đoạn {citation.paragraph}" if citation.paragraph > 0 else ""


def link(citation: Citation) -> str:
    """Return the query that opens the page with this citation highlighted."""
    span = f"{citation.span.start}-{citation.span.end}"
    return "?" + urlencode({"doc": citation.document, "p": citation.paragraph, "s": span})


def _understood(question: str) -> Html:
    if not question:
        return EMPTY
    return tag("p", text(f"{labels.UNDERSTOOD} "), tag("em", text(question)), class_="hd-heard")


def _body(answer: Answer, documents: Mapping[str, Document]) -> Html:
    """Return the text, its ``[n]`` turned into chips; citations not placed follow at the end."""
    chips = [_chip(answer, at, documents) for at in range(len(answer.citations))]
    lines = [line for line in answer.text.split("\n") if line.strip()]
    placed = {int(found) for found in _MARKER.findall(answer.text)}
    rest = [chip for number, chip in enumerate(chips, 1) if number not in placed]
    first = next((at for at, line in enumerate(lines) if _bold(line, answer.key) != text(line)), -1)
    rendered = [
        _line(line, chips, answer.key if at == first else "") for at, line in enumerate(lines)
    ]
    last = _attached(tag("span", *rest, class_="hd-chips")) if rest else EMPTY
    return _blocks(lines, rendered, last)


def _blocks(lines: list[str], rendered: list[Html], last: Html) -> Html:
    """Return paragraphs, and the bulleted lines in a row as one list; ``last`` ends it all."""
    blocks: list[Html] = []
    items: list[Html] = []
    for at, (line, html) in enumerate(zip(lines, rendered, strict=True)):
        end = last if at == len(lines) - 1 else EMPTY
        if _BULLET.match(line):
            items.append(tag("li", html, end))
            continue
        blocks += [tag("ul", *items)] if items else []
        items = []
        blocks.append(tag("p", html, end))
    return joined([*blocks, tag("ul", *items) if items else EMPTY])


def _line(line: str, chips: list[Html], key: str) -> Html:
    pieces = _MARKER.split(_BULLET.sub("", line))
    # split() alternates: text, the number of a marker, text, …
    return joined(
        _bold(piece, key) if at % 2 == 0 else _placed(int(piece), chips)
        for at, piece in enumerate(pieces)
    )


def _placed(number: int, chips: list[Html]) -> Html:
    return _attached(chips[number - 1]) if 0 < number <= len(chips) else text(f" [{number}]")


def _attached(chip: Html) -> Html:
    """Keep chips on the line of the word before them (U+2060 forbids the break)."""
    return Html(f"\u2060{chip}")


def _bold(content: str, key: str) -> Html:
    """Return the text with the key figure bold; it may begin with a capital where a text does."""
    found = re.search(f"(?i:{re.escape(key[0])}){re.escape(key[1:])}", content) if key else None
    if found is None:
        return text(content)
    start, end = found.span()
    bold = tag("strong", text(content[start:end]))
    return joined([text(content[:start]), bold, text(content[end:])])


def _chip(answer: Answer, at: int, documents: Mapping[str, Document]) -> Html:
    citation = answer.citations[at]
    key = answer.span
    inside = key is not None and len(key) > 0 and citation.span.covers(key)
    document = documents.get(citation.document)
    where = place(citation)
    return tag(
        "button",
        text(str(at + 1)),
        class_="hd-chip",
        type="button",
        aria_label=f"Trích dẫn {at + 1}" + (f", {where}" if where else ""),
        data_cite=at + 1,
        data_doc=citation.document,
        data_s=f"{citation.span.start}-{citation.span.end}",
        data_key=f"{key.start}-{key.end}" if key is not None and inside else None,
        data_quote=citation.quote,
        data_from=", ".join(part for part in (citation.title, where) if part),
        data_copy=citation_text(citation, document),
        data_href=link(citation),
    )


def _quotes(citations: tuple[Citation, ...], documents: Mapping[str, Document]) -> Html:
    """Return the quotes; the page shows the one whose chip is on, the first to begin with."""
    return joined(
        tag(
            "blockquote",
            text("“"),
            _in_its_sentence(citation, documents.get(citation.document)),
            text("”"),
            tag("footer", text(f"— {place(citation)}")) if place(citation) else EMPTY,
            class_="hd-quote",
            data_cite=number,
            hidden=number > 1,
        )
        for number, citation in enumerate(citations, 1)
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


def _actions(answer: Answer, documents: Mapping[str, Document]) -> Html:
    if not answer.citations:
        return EMPTY
    first = answer.citations[0]
    copied = citation_text(first, documents.get(first.document))
    return tag(
        "p",
        tag("button", text(labels.COPY_CITATION), type="button", data_act="cite", data_copy=copied),
        tag("a", text(labels.COPY_LINK), href=link(first), data_act="link"),
        class_="hd-acts",
    )
