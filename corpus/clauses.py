"""Cutting a sentence into clauses and phrases, with offsets, never inside brackets or quotes.

A clause ends at a semicolon or at a dash of an inline list; a phrase ends at a comma. A table row
is cut at its bars. Administrative sentences run to nine targets between semicolons; an answer
quotes the one that was asked for.

What this module does not know: grammar beyond punctuation.
"""

import re
from functools import lru_cache
from itertools import accumulate

from corpus.model import Span

_CLOSING = {"(": ")", "[": "]", "“": "”", "«": "»"}
_COMMA = re.compile(r",(?=\s)")
_SEMICOLON = re.compile(r";")
_BAR = re.compile(r" \| ")
_COLON_LIST = re.compile(r":(?=\s)")


def clauses_of(text: str, span: Span) -> tuple[Span, ...]:
    """Return the clauses of ``text[span]``, cut after each semicolon, trimmed, in order."""
    return _cut(text, span, _SEMICOLON)


def phrases_of(text: str, span: Span) -> tuple[Span, ...]:
    """Return the phrases of ``text[span]``, cut after each comma or semicolon, in order."""
    return tuple(
        phrase for clause in clauses_of(text, span) for phrase in _cut(text, clause, _COMMA)
    )


def cells_of(text: str, span: Span) -> tuple[Span, ...]:
    """Return the cells of a flattened table row (``a | b | c``), or the span alone."""
    return _cut(text, span, _BAR)


def enumeration_of(text: str, span: Span) -> tuple[Span, ...]:
    """Return the items after the last colon of ``text[span]``, or () when there is no such list."""
    colons = [m.end() for m in _COLON_LIST.finditer(span.of(text)) if m.end() < len(span)]
    if not colons:
        return ()
    tail = Span(span.start + colons[-1], span.end)
    items = clauses_of(text, tail)
    return items if len(items) > 1 else phrases_of(text, tail)


def _cut(text: str, span: Span, separator: re.Pattern[str]) -> tuple[Span, ...]:
    pieces = _pieces(span.of(text), separator)
    return tuple(piece.moved(span.start) for piece in pieces) if span.start else pieces


@lru_cache(maxsize=1 << 12)  # a clause is cut for question after question
def _pieces(content: str, separator: re.Pattern[str]) -> tuple[Span, ...]:
    depths = _depths(content) if separator.search(content) else ()
    pieces: list[Span] = []
    start = 0
    for match in separator.finditer(content):
        if depths[match.start()] == 0:
            pieces.append(Span(start, match.start()))
            start = match.end()
    pieces.append(Span(start, len(content)))
    trimmed = (_trim(content, piece) for piece in pieces)
    return tuple(piece for piece in trimmed if len(piece))


def _depths(content: str) -> list[int]:
    """Return, per character, how many closed brackets or quotes it stands inside."""
    steps = [0] * (len(content) + 1)
    opened: list[tuple[str, int]] = []
    for position, char in enumerate(content):
        if char in _CLOSING:
            opened.append((_CLOSING[char], position))
        elif opened and char == opened[-1][0]:
            _, start = opened.pop()
            steps[start] += 1
            steps[position + 1] -= 1
    return list(accumulate(steps))


def _trim(content: str, piece: Span) -> Span:
    inner = content[piece.start : piece.end]
    start = piece.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, piece.end - (len(inner) - len(inner.rstrip()))))
