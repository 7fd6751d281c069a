"""What kind a thing is, where a question puts up another kind: "quỹ xã hội", not "quỹ kinh doanh".

A sentence that says of the same thing, in the same words, that it is of another kind answers no;
so does one that gives it another place in an order ("dài thứ 3") than the first.

What this module does not know: which kinds exclude one another (`assistant.contrasts`).
"""

import re
from dataclasses import replace
from typing import Final

from assistant.matching import View
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from assistant.reading.statement import statement_of
from assistant.words import content_terms
from corpus.model import Span
from corpus.normalize import comparable, syllables, tokens

_IS: Final = re.compile(r"\bcó (?:phải|đúng)(?: là)?\s|\b(?:thuộc|là)\b.*\b(?:phải|đúng) không")
_COPULA: Final = re.compile(r"\b(?:là|thuộc)\s+(?:(?:một|những|các|loại|loại hình)\s+)*")
_END: Final = re.compile(
    r"[;:.]|,\s(?:do|có|được|hoạt động|nhằm|gồm|trong đó)|\s(?:do|được|nhằm)\s"
)
_MOST_WORDS: Final = 8
_LOOKED_AT: Final = 6
_HEAD: Final = 2  # syllables of the noun that kinds share: "cơ quan"
_ORDINAL: Final = re.compile(
    r"\b(?P<what>[^\W\d_]+)\s+(?P<rank>thứ\s+(?:[0-9]+|hai|nhì|ba|tư|năm))\b"
)


def other_kind(reading: Reading) -> tuple[Evidence, Span] | None:
    """Return the evidence that what is asked about is of another kind, and that kind, or None."""
    if not _IS.search(comparable(reading.question.text)):
        return None
    statement = statement_of(reading.question.text)
    about, said = statement.subject, statement.predicate
    if not about:
        about, _, said = statement.predicate.partition(" là ")
    asked = tuple(syllables(said))
    subject = [term.text for term in content_terms(about)]
    if len(asked) < 2 or not subject:  # noqa: PLR2004 - a kind is a noun with what sets it apart
        return None
    for evidence in reading.evidence[:_LOOKED_AT]:
        sentence = evidence.notes.sentence.span
        text = evidence.notes.document.quote(sentence)
        found = _kind_said(text, subject, asked) or _kind_above(text, subject, asked)
        if found is not None:
            kind = found.moved(sentence.start)
            return replace(evidence, clause=sentence, span=kind, target=None), kind
    return None


def _kind_said(text: str, subject: list[str], asked: tuple[str, ...]) -> Span | None:
    form = comparable(text)
    copula = _COPULA.search(form)
    if copula is None:
        return None
    before = View.of(form[: copula.start()]).single
    if not all(word in before for word in subject):
        return None
    ends = _END.search(form, copula.end())
    kind = Span(copula.end(), ends.start() if ends else len(form.rstrip()))
    said = syllables(kind.of(text))
    same_head = said[:1] == list(asked[:1])
    apart = {term.text for term in content_terms(" ".join(asked[1:]))}
    short = len(tokens(kind.of(text))) <= _MOST_WORDS
    return kind if same_head and short and apart and not apart & {*said} else None


def _kind_above(text: str, subject: list[str], asked: tuple[str, ...]) -> Span | None:
    """Return the kind that opens a line: "Cơ quan chỉ đạo: Sở A", asked as "cơ quan tổ chức"."""
    label, colon, named = text.partition(":")
    said = tuple(form for form in syllables(label) if not form.isdigit())
    if not colon or said[:_HEAD] != asked[:_HEAD] or not _HEAD < len(said) <= _MOST_WORDS:
        return None
    own = View.of(named).single
    apart = {term.text for term in content_terms(" ".join(asked[_HEAD:]))}
    if not apart or apart & {*said} or not all(word in own for word in subject):
        return None
    return Span(0, len(label))


def other_rank(reading: Reading) -> tuple[Evidence, Span] | None:
    """Return the evidence that what is asked to be the first in an order is another, or None."""
    form = comparable(reading.question.text)
    firsts = set(re.findall(r"\b([^\W\d_]+)\s+(?:nhất|thứ nhất)\b", form))
    for evidence in reading.evidence[:_LOOKED_AT]:
        start = evidence.clause.start
        for found in _ORDINAL.finditer(comparable(evidence.quote)):
            if found["what"] in firsts:
                rank = Span(start + found.start(), start + found.end())
                return replace(evidence, span=rank, target=None), rank
    return None
