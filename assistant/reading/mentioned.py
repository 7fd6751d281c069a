"""Questions for everything of a kind that a document holds: bodies, numbers, a body's table rows.

"Những cơ quan nào được nhắc tên trong chương trình này?" is answered by the mentions themselves,
wherever they stand.

What this module does not know: questions about what those bodies do.
"""

import re
from collections.abc import Sequence

from assistant.question import Asks, Question
from corpus.clauses import cells_of
from corpus.free import Free
from corpus.model import Document, Paragraph, ParagraphKind, Span
from corpus.normalize import comparable, syllables
from corpus.quantities import NameKind, find_bodies, find_document_numbers, find_times

_MENTIONED = re.compile(
    r"(?:được|có) (?:nhắc|nêu|đề cập|kể|nói|dẫn|viện dẫn|trích dẫn)"
    r"(?: (?:đến|tới|tên|ra|đích danh))*"
    r"|xuất hiện|có tên"
)
_MOST = 12


_PERSONS = re.compile(r"\b(?:ai|cá nhân|nhân vật|người|ông|bà|vị|lãnh đạo)\b")


def asks_for_persons(question: Question) -> bool:
    """Tell whether all persons that a text names are asked for, which only names answer."""
    form = comparable(question.text)
    return question.listed and bool(_MENTIONED.search(form)) and bool(_PERSONS.search(form))


def mentioned_items(question: Question, document: Document) -> tuple[Span, ...]:
    """Return the first mention of each thing of the kind asked for, in text order, or ()."""
    if not question.listed or not _MENTIONED.search(comparable(question.text)):
        return ()
    found: dict[str, Span] = {}
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE:
            continue
        for key, span in _of_kind(question, document.quote(paragraph.span)):
            found.setdefault(key, span.moved(paragraph.span.start))
        if len(found) >= _MOST:
            break
    return tuple(found.values())[:_MOST]


def rows_naming(question: Question, document: Document) -> tuple[Span, ...]:
    """Return the table rows with a cell that begins with a body the question names, or ().

    "Những chỉ tiêu nào do Ngân hàng Nhà nước theo dõi?" asks for the rows of that body; so does
    "Có chỉ tiêu nào giao cho Bộ Tài chính không?".
    """
    any_such = question.yes_no and "nào" in comparable(question.text).split()
    if not (question.listed or any_such):
        return ()
    bodies = [
        tuple(body.key.split()) for body in question.mentions.bodies if body.kind is NameKind.BODY
    ]
    return tuple(
        row.span
        for row in document.paragraphs
        if row.kind is ParagraphKind.TABLE_ROW
        and _names(document, row, bodies)
        and not (question.years and _years_above(document, row) - question.years)
    )[:_MOST]


def _names(document: Document, row: Paragraph, bodies: Sequence[tuple[str, ...]]) -> bool:
    cells = cells_of(document.text, row.span)[1:]
    forms = [tuple(syllables(document.quote(cell))) for cell in cells]
    return any(form[: len(body)] == body for form in forms for body in bodies)


def _years_above(document: Document, row: Paragraph) -> set[int]:
    """Return the years of the innermost section row or heading above a row that names any."""
    for parent in reversed(row.parents):
        times = find_times(document.quote(document.paragraphs[parent].span))
        if years := {time.end_year for time in times if time.end_year}:
            return years
    return set()


def _of_kind(question: Question, text: str) -> list[tuple[str, Span]]:
    if question.wants(Asks.DOCUMENT_NUMBER) or "số hiệu" in comparable(question.text):
        return [(number.key, number.span) for number in find_document_numbers(text)]
    for asked, kind in ((Asks.BODY, NameKind.BODY), (Asks.PERSON, NameKind.PERSON)):
        if question.wants(asked):
            free = Free(text, (number.span for number in find_document_numbers(text)))
            return [
                (body.key, body.span)
                for body in find_bodies(text)
                if body.kind is kind and free.is_free(body.span)
            ]
    return []
