"""Who holds an office as the signature of a document says: "CHỦ TỊCH" over "Lê Văn An".

What this module does not know: offices that the body of a text names (`assistant.reading.posts`).
"""

import re
from typing import Final

from assistant.question import Asks, Question
from assistant.reading.holders import is_bare_post
from assistant.reading.posts import OFFICE, asks_for_holder
from assistant.reading.slots import words_of
from corpus.letterhead import Letterhead, Printed
from corpus.model import Document, Span
from corpus.normalize import comparable, syllables

_FOR: Final = re.compile(r"^\s*(?:(?:TM|KT|TL|TUQ|T/M|K/T)\.[^\n]*)?", re.IGNORECASE)
_ASKED: Final = re.compile(rf"\b(?P<office>(?:phó )?{OFFICE})\b(?P<body>[^?]*)")
_ASKING: Final = words_of("là ai hiện nay đang của người nào ông bà giữ chức làm")
_LOOK: Final = 80


def told_by_signature(question: Question, document: Document, head: Letterhead) -> Printed | None:
    """Return the signer or the office above him, where the question asks for just that."""
    if head.signer is None or head.issuer is None:
        return None
    form = comparable(question.text)
    post = question.wants(Asks.POST) and is_bare_post(question.text)
    if not post and not asks_for_holder(form):
        return None
    office = _office_above(document, head.signer.value)
    if office is None:
        return None
    name, whole = head.signer.value, Span(office.start, head.signer.value.end)
    if not post:
        asked = _is_asked(form, office.of(document.text), document, head)
        return Printed(whole, name) if asked else None
    said = frozenset(syllables(question.text))
    named = said.issuperset(syllables(name.of(document.text)))
    return Printed(whole, office) if named else None


def _office_above(document: Document, name: Span) -> Span | None:
    """Return the last line above a signer's name that names an office, without whom it is for."""
    start = max(0, name.start - _LOOK)
    for line in reversed([*re.finditer(r"[^\n]+", document.text[start : name.start])]):
        told = line.group(0).strip()
        if re.fullmatch(rf"(?:phó )?{OFFICE}", comparable(told)) and told.isupper():
            return Span(*line.span()).moved(start)
        if not _FOR.match(told) or not told.isupper():
            return None
    return None


def _is_asked(form: str, office: str, document: Document, head: Letterhead) -> bool:
    """Tell whether an office of the issuing body, or of no body that is named, is asked for."""
    asked = _ASKED.search(form)
    if asked is None or asked["office"] != comparable(office).strip() or head.issuer is None:
        return False
    body = set(syllables(asked["body"])) - _ASKING
    return body <= set(syllables(head.issuer.value.of(document.text)))
