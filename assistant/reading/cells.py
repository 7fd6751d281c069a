"""Which cell of a table's row answers: the row is named, and the column is asked for.

A row is found like a sentence. Its columns are named in the header row (`corpus.tables`): who asks
for the column of bodies, when for that of deadlines, "nhiệm vụ gì" for what the row is about, and
"địa điểm nào" for the column of that name. Figures are read from the register, which knows whose
year and unit a cell has.

What this module does not know: whether the row is the one asked about.
"""

import re

from assistant.question import Asks, Question
from assistant.reading.annotations import Notes
from assistant.reading.evidence import Evidence
from assistant.reading.slots import slot_of
from corpus.columns import Column, Role
from corpus.model import Span
from corpus.names import NameKind
from corpus.normalize import comparable, syllables
from corpus.quantities import same_figures

_TOGETHER = re.compile(r"\b(?:phối hợp|cùng (?:làm|thực hiện)|tham gia|hỗ trợ)\b")
_WHO = frozenset((Asks.BODY, Asks.PERSON))
_OPEN = frozenset((Asks.THING, Asks.PLACE, Asks.ANYTHING, Asks.MANNER))
_WHEN = frozenset((Asks.DATE, Asks.PERIOD))
_WHAT = re.compile(
    r"\b(?:(?:nhiệm vụ|việc|công việc|nội dung|chỉ tiêu|đề án|dự án|hạng mục)"
    r"(?: trọng tâm| chủ yếu)? (?:gì|nào)|làm (?:những )?gì|phụ trách (?:những )?gì"
    r"|lo (?:những )?gì|chủ trì (?:những )?gì)\b"
)


def cell_for(question: Question, notes: Notes) -> Span | None:
    """Return the cell of a row that is of the kind asked for, or None where no column is."""
    table, row = notes.table, notes.row
    if table is None or row is None or question.yes_no:
        return None
    if question.asks[0] in _WHEN and not _has_figures(question, notes):
        return None
    for role in _roles(question):
        for cell in table.cells(row, role):
            said = _is_said(question, cell.of(notes.document.text))
            if not said and (role is not Role.ABOUT or _is_of_body(question, notes)):
                return cell
    if question.asks[0] not in _OPEN:
        return None
    slot = slot_of(question.text)
    noun: set[str] = set(slot.noun) if slot else set()
    asked: set[str] = set(syllables(question.text))
    for column, cell in zip(table.columns, row.cells, strict=True):
        words: set[str] = set(syllables(notes.document.quote(column.words)))
        named = words <= asked or (bool(noun) and noun <= words)
        if column.role is Role.TEXT and len(cell) and named:
            return cell
    return None


def column_of(notes: Notes, span: Span | None) -> Column | None:
    """Return the column in whose cell a span of a row stands, None where no header tells."""
    table, row = notes.table, notes.row
    if table is None or row is None or span is None:
        return None
    pairs = zip(table.columns, row.cells, strict=True)
    return next((column for column, cell in pairs if cell.covers(span)), None)


def spoken(evidence: Evidence) -> str:
    """Return what evidence says, as a sentence would: of a cell, its column, its row and itself.

    What a clause leaves out of its indicator is said before it: "và 1,5 cm đối với nữ".
    """
    notes, column = evidence.notes, column_of(evidence.notes, evidence.span)
    if column is None or notes.table is None or notes.row is None:
        return _with_indicator(evidence)
    table, row, quote = notes.table, notes.row, notes.document.quote
    unit = table.unit(row, column)
    spans = (*table.cells(row, Role.TIME), column.words, *table.cells(row, Role.ABOUT))
    said = [*map(quote, spans), evidence.key, quote(unit) if unit else ""]
    return " ".join(said)


def _with_indicator(evidence: Evidence) -> str:
    target = evidence.target
    if target is None or evidence.clause.covers(target.indicator_span):
        return evidence.quote
    return f"{evidence.notes.document.quote(target.indicator_span)} {evidence.quote}"


def is_part(question: Question, notes: Notes, value: Span) -> bool:
    """Tell whether a figure is one of those that another column of its row sums up.

    Where no time is asked about, the sum comes first and its parts after.
    """
    column = column_of(notes, value)
    if column is None or notes.table is None or question.years or question.periods:
        return False
    if _is_named(question, notes, column):
        return False
    return not column.total and any(each.total for each in notes.table.columns)


def _is_named(question: Question, notes: Notes, column: Column) -> bool:
    """Tell whether a question says all the words of a column's name."""
    words = syllables(notes.document.quote(column.words))
    return len(words) > 1 and set(words) <= set(syllables(question.text))


def sums_up(question: Question, notes: Notes, value: Span) -> bool:
    """Tell whether a figure is a sum and the question names a column of its parts."""
    column = column_of(notes, value)
    if column is None or not column.total or notes.table is None:
        return False
    parts = (each for each in notes.table.columns if each.role is Role.FIGURES and not each.total)
    return any(_is_named(question, notes, each) for each in parts)


def _roles(question: Question) -> tuple[Role, ...]:
    """Return the roles of the columns that a question asks for, most wanted first."""
    form = comparable(question.text)
    kind = question.asks[0]
    if kind in _WHO:
        return (Role.WITH, Role.WHO) if _TOGETHER.search(form) else (Role.WHO,)
    if kind in _WHEN:
        return (Role.WHEN, Role.TIME)
    return (Role.ABOUT,) if _WHAT.search(form) else ()


def _has_figures(question: Question, notes: Notes) -> bool:
    """Tell whether a row has a figure that the question names, if it names one."""
    asked = [quantity for quantity in question.mentions.quantities if quantity.figures]
    stated = notes.sentence.mentions.quantities
    return not asked or any(same_figures(one, other) for one in asked for other in stated)


def _is_of_body(question: Question, notes: Notes) -> bool:
    """Tell whether a row gives its task to the body that the question names, if it names one."""
    bodies = [body for body in question.mentions.bodies if body.kind is NameKind.BODY]
    if not bodies or notes.table is None or notes.row is None:
        return not bodies
    cells = (*notes.table.cells(notes.row, Role.WHO), *notes.table.cells(notes.row, Role.WITH))
    texts = [" ".join(syllables(notes.document.quote(cell))) for cell in cells]
    return any(" ".join(body.key.split()) in text for body in bodies for text in texts)


def _is_said(question: Question, cell: str) -> bool:
    """Tell whether the question says the whole cell, and so asks for another."""
    return set(syllables(cell)) <= set(syllables(question.text))
