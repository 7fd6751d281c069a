"""Names and document numbers of a question that no document has.

What this module does not know: bodies by their everyday names, which are paraphrased freely.
"""

import re
from collections.abc import Sequence

from assistant.question import Question
from assistant.reading.annotations import Annotations
from assistant.reading.evidence import Evidence
from corpus.normalize import comparable, folded, syllables, tokens
from corpus.places import keys_of
from corpus.quantities import DocumentNumber, NameKind

_CITED = re.compile(  # "Thông tư 03/2003 của bộ nào?", without the letters after it
    r"\b(?:nghị quyết|quyết định|nghị định|thông tư(?: liên tịch)?|luật|chỉ thị|pháp lệnh)"
    r"(?: số)? (?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d)\b(?![/-])"
)


def unknown_name(question: Question, annotations: Annotations) -> str:
    """Return a document number or place in the question that no document has, or ""."""
    for number in question.mentions.numbers:
        if not any(_is_among(number, annotations.numbers_of(one)) for one in annotations.documents):
            return number.text
    for cited in _CITED.finditer(comparable(question.text)):
        begins = tuple(f"{number}/{cited['year']}" for number in _written(cited["number"]))
        known = (n.key for one in annotations.documents for n in annotations.numbers_of(one))
        if not any(key.startswith(begins) for key in known):
            return question.text[cited.start("number") : cited.end()]
    for body in question.mentions.bodies:
        if body.kind is NameKind.BODY:
            continue  # heads of bodies are paraphrased freely; their words count as content
        phrase = tuple(comparable(token.text) for token in tokens(body.text))
        first = question.text.startswith(body.text)  # "Tuyến Nha Trang - Ninh Hòa có …"
        ways = (phrase, phrase[1:]) if first and phrase[2:] else (phrase,)
        texts = [annotations.text_of(one) for one in annotations.documents]
        named = any(text.has(way) for text in texts for way in ways)
        if named or (first and _is_printed(body.text, annotations)):
            continue
        if not _is_place(body.text, annotations):
            return body.text
    return ""


def _is_printed(name: str, annotations: Annotations) -> bool:
    """Tell whether the second of two words that open a question is one that documents write so.

    "Bà Hằng làm gì?", "Khối Đảng giảm bao nhiêu?": the first is a capital as every question has.
    """
    _, *rest = tokens(name)
    if len(rest) != 1:
        return False
    own = rest[0].text
    return own[:1].isupper() and any(
        re.search(rf"(?<!\w){re.escape(own)}(?!\w)", document.text)
        for document in annotations.documents.values()
    )


def told_apart(name: str, best: Evidence) -> bool:
    """Tell whether a sentence has a name with words between: "Tết Nguyên đán Đinh Dậu"."""
    words = syllables(name)
    said = iter(syllables(best.notes.sentence.span.of(best.notes.document.text)))
    return len(words) > 2 and all(word in said for word in words)  # noqa: PLR2004 - a name in two


def _written(number: str) -> tuple[str, str]:
    """Return the ways a number is printed: with and without a nought before it."""
    bare = number.lstrip("0")
    return bare, f"0{bare}"


def _is_among(asked: DocumentNumber, known: Sequence[DocumentNumber]) -> bool:
    """Tell whether a number is one of a document's, or its bare figures begin one."""
    key = folded(asked.key)  # "1717/QD-TTg" is QĐ typed without marks
    bare = "/" not in asked.text and "-" not in asked.text
    return any(
        (bare and number.figures == asked.figures) or folded(number.key) == key for number in known
    )


def _is_place(name: str, annotations: Annotations) -> bool:
    """Tell whether a name is another one for a place that a document names: "TP. HCM"."""
    keys = keys_of(name)
    return bool(keys) and any(keys <= annotations.places_of(one) for one in annotations.documents)
