"""Sentences of a paragraph, with offsets; written for Vietnamese administrative and press text.

A rule-based splitter of our own: the segmenter's splitter cuts "1." from its sentence and
rewrites text, and a quote must be a slice. A table row is one sentence.

What this module does not know: words, figures, or meaning.
"""

import re

from corpus.model import Paragraph, ParagraphKind, Sentence, Span

_END = re.compile(r"[.!?…]+[”\"’')\]»]*(?:\[\d+\])?(?=\s+\S)")
_ABBREVIATIONS = frozenset(
    (
        *("tp", "ts", "ths", "pgs", "gs", "gs.ts", "pgs.ts", "bs", "ts.bs", "ks", "cn", "dr"),
        *("tx", "tt", "q", "p", "h", "ông", "bà", "đ/c", "đc", "mr", "mrs", "ms", "prof"),
        *("kt", "tm", "tl", "tuq", "st", "no", "vol", "fig", "tr", "vd", "stt", "vs"),
        *("tnhh", "jsc", "co", "ltd", "inc", "corp"),
    )
)
_WORD_BEFORE = re.compile(r"([\wÀ-ỹ./]+)$")
_MARK = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]+|[a-zđ]|[A-H])$")


def sentences_of(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """Cut every paragraph into sentences, in order; no visible character is lost."""
    return tuple(
        Sentence(span, position)
        for position, paragraph in enumerate(paragraphs)
        for span in _cut(text, paragraph)
    )


def _cut(text: str, paragraph: Paragraph) -> list[Span]:
    if paragraph.kind in (ParagraphKind.TABLE_ROW, ParagraphKind.FURNITURE):
        return [paragraph.span]
    content = paragraph.span.of(text)
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(content):
        if _is_boundary(content, start, match):
            spans.append(Span(start, match.end()))
            start = match.end() + len(content[match.end() :]) - len(content[match.end() :].lstrip())
    if start < len(content):
        spans.append(Span(start, len(content)))
    return [span.moved(paragraph.span.start) for span in spans]


def _is_boundary(content: str, start: int, match: re.Match[str]) -> bool:
    after = content[match.end() :].lstrip()
    if not after or after[0].islower():
        return False
    if match.group(0)[0] != ".":
        return after[0].isupper() or not match.group(0).startswith("…")
    word = _WORD_BEFORE.search(content[start : match.start()])
    if word is None:
        return True
    before = word.group(1)
    if _MARK.match(before) and not content[start : match.start() - len(before)].strip():
        return False  # "1." and "a." open the sentence, they do not end one
    if before.lower() in _ABBREVIATIONS:
        return False
    return not (len(before) == 1 and before.isupper() and after[0].isupper())
