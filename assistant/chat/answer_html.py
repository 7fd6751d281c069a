"""An answer as HTML: its state, its text with the key figure bold, numbered citations, quotes.

What this module does not know: how the answer was found, or how a document is shown.
"""

import re
from collections.abc import Mapping

from assistant.answer import Answer, Citation, Status
from assistant.chat import labels
from assistant.chat.cite_html import actions, attached, chip, quoted
from assistant.chat.markup import EMPTY, Html, joined, tag, text
from assistant.chat.model_html import model_html
from corpus.model import Document

_MARKER = re.compile(r"\s*\[(\d{1,2})\]")
_BULLET = re.compile(r"^\s*[-–•*]\s+")


def answer_html(
    answer: Answer, documents: Mapping[str, Document], typed: str = "", *, literal: bool = False
) -> Html:
    """Return a whole answer.

    Args:
        answer: what is shown.
        documents: give citations their number and date.
        typed: the question as typed, which can then be searched word for word.
        literal: the question was searched word for word.
    """
    refused = answer.status is Status.REFUSED
    mark, state = labels.STATES[answer.status]
    acts = actions(answer.citations[0], documents) if answer.citations else EMPTY
    return tag(
        "div",
        tag("p", text(labels.LITERALLY), class_="hd-heard") if literal else EMPTY,
        _understood(answer.understood, typed),
        tag(
            "div",
            tag(
                "p",
                tag("span", text(mark), aria_hidden="true"),
                text(f" {state}"),
                class_="hd-state",
            ),
            tag("div", _body(answer, documents), class_="hd-text"),
            acts if refused else EMPTY,
            class_="hd-box",
        ),
        model_html(answer),
        _quotes(answer.citations, documents, on_paper=refused),
        EMPTY if refused else acts,
        class_=f"hd-a hd-{answer.status.value}",
    )


def _understood(question: str, typed: str) -> Html:
    """Return how the question was understood, with one click to search it as typed instead."""
    if not question:
        return EMPTY
    heard = [text(f"{labels.UNDERSTOOD} "), tag("em", text(question))]
    if typed:
        again = tag(
            "button", text(labels.SEARCH_LITERALLY), type="button", data_q=typed, data_literal=True
        )
        heard.append(tag("span", text(" · "), again, class_="hd-again"))
    return tag("p", *heard, class_="hd-heard")


def _body(answer: Answer, documents: Mapping[str, Document]) -> Html:
    """Return the text, its ``[n]`` turned into chips; citations not placed follow at the end."""
    chips = [
        chip(citation, number, documents.get(citation.document), answer.span)
        for number, citation in enumerate(answer.citations, 1)
    ]
    lines = [line for line in answer.text.split("\n") if line.strip()]
    placed = {int(found) for found in _MARKER.findall(answer.text)}
    rest = [each for number, each in enumerate(chips, 1) if number not in placed]
    first = next((at for at, line in enumerate(lines) if _bold(line, answer.key) != text(line)), -1)
    rendered = [
        _line(line, chips, answer.key if at == first else "") for at, line in enumerate(lines)
    ]
    last = attached(tag("span", *rest, class_="hd-chips")) if rest else EMPTY
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
    return attached(chips[number - 1]) if 0 < number <= len(chips) else text(f" [{number}]")


def _bold(content: str, key: str) -> Html:
    """Return the text with the key figure bold; it may begin with a capital where a text does."""
    found = re.search(f"(?i:{re.escape(key[0])}){re.escape(key[1:])}", content) if key else None
    if found is None:
        return text(content)
    start, end = found.span()
    bold = tag("strong", text(content[start:end]))
    return joined([text(content[:start]), bold, text(content[end:])])


def _quotes(
    citations: tuple[Citation, ...], documents: Mapping[str, Document], *, on_paper: bool
) -> Html:
    """Return the quotes; the page shows the one whose chip is on, the first to begin with.

    On paper all of them are shown, and for a refusal there alone.
    """
    return joined(
        tag(
            "blockquote",
            quoted(citation, documents.get(citation.document)),
            class_="hd-quote",
            data_cite=None if on_paper else number,
            hidden=on_paper or number > 1,
        )
        for number, citation in enumerate(citations, 1)
    )
