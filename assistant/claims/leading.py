"""Who leads a task and who only joins in it, held against a statement that says who does.

"Sở Y tế chủ trì, phối hợp với Sở Tài chính …" makes nobody lead but Sở Y tế; a table's columns
"Cơ quan chủ trì" and "Cơ quan phối hợp" say the same, and so do lines with such labels.

What this module does not know: other verbs than these two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.claims.scene import Scene
from assistant.claims.verdict import Aspect, Difference
from assistant.matching import View
from assistant.reading.annotations import Notes
from assistant.words import content_forms
from corpus.columns import Role
from corpus.model import Span
from corpus.names import NameKind
from corpus.normalize import comparable, syllables
from corpus.quantities import NamedBody, find_bodies

_LEADS: Final = "chủ trì"
_JOINS: Final = "phối hợp"
_LABEL: Final = re.compile(
    rf"\W*(?:[0-9a-z]{{1,2}}[.)] )?(?:các )?(?:cơ quan|đơn vị|sở|ngành|cơ quan, đơn vị)?"
    rf" ?(?:được giao )?(?P<role>{_LEADS}|{_JOINS})(?: thực hiện| triển khai)? ?: ?"
)
_WITH: Final = re.compile(rf"\b{_JOINS}(?: chặt chẽ| đồng bộ)?,? (?:với|cùng)\b[^;.:\n]*")
_BREAK: Final = re.compile(r"[;:.,\n|]|\b(?:do|giao|yêu cầu|đề nghị|chỉ đạo)\b")
_AUXILIARY: Final = (
    r"(?: (?:được|sẽ|đã|phải|có trách nhiệm|giao|phân công|là|cơ quan|đơn vị|đầu mối|làm))*"
)
_DOES: Final = re.compile(rf"(?: ?& ?[^\W\d_]+)*{_AUXILIARY} (?P<role>{_LEADS}|{_JOINS})\b")
_NAMED_LAST: Final = re.compile(
    rf"\b(?:cơ quan|đơn vị|sở)(?: được giao)? (?P<role>{_LEADS}|{_JOINS})\b.* (?:là|thuộc về) $"
)
_SAID: Final = 0.6  # of a task's words, that a heading must have
_HOLDERS: Final = re.compile(r"\b(?:lãnh đạo|thủ tướng|chủ tịch|bộ trưởng|giám đốc)\b")


@dataclass(frozen=True, slots=True)
class _Part:
    """What a statement has a body do: lead, or join in."""

    body: NamedBody
    leads: bool


def other_leader(scene: Scene, notes: Notes) -> Difference | None:
    """Return who leads, where a statement gives that to one who joins in, or the other way."""
    text = scene.statement.text
    form = comparable(text)
    if _LEADS not in form and _JOINS not in form:
        return None
    for part in _parts(scene, form):
        ways = _in_row(part, notes) or _in_lines(part, scene, notes) or _in_clause(part, notes)
        if ways:
            role = _LEADS if part.leads else _JOINS
            return Difference(f"{part.body.text} {role}", ways, Aspect.CONTENT)
    return None


def _parts(scene: Scene, form: str) -> Iterator[_Part]:
    for body in scene.mentions.bodies:
        if body.kind is not NameKind.BODY:
            continue
        after = _DOES.match(form, body.span.end)
        found = after or _NAMED_LAST.search(form[: body.span.start])
        if found:
            yield _Part(body, found["role"] == _LEADS)


def _in_row(part: _Part, notes: Notes) -> str:
    """Return the cell of who leads, or joins in, where the body stands in the other's alone."""
    if notes.table is None or notes.row is None:
        return ""
    text = notes.document.text
    lead = [cell.of(text) for cell in notes.table.cells(notes.row, Role.WHO)]
    join = [cell.of(text) for cell in notes.table.cells(notes.row, Role.WITH)]
    return _swapped(part, lead, join)


def _swapped(part: _Part, lead: list[str], join: list[str]) -> str:
    """Return who does lead, or join in, where the body is named as the other alone."""
    mine, others = (lead, join) if part.leads else (join, lead)
    if not any(each.strip() for each in mine) or any(_has(each, part) for each in mine):
        return ""
    role = _LEADS if part.leads else _JOINS
    named = ", ".join(each.strip(" .") for each in mine)
    return f"{named} {role}" if any(_has(each, part) for each in others) else ""


def _in_lines(part: _Part, scene: Scene, notes: Notes) -> str:
    """Return who leads by the labelled lines of the task that a statement names."""
    passage, document = notes.passage, notes.document
    labelled = _LABEL.match(comparable(document.quote(passage.span))) is not None
    above = passage.headings[-1:] if labelled else (passage.span,)
    if not above or not _is_of(scene, part, document.quote(above[0])):
        return ""
    lead: list[str] = []
    join: list[str] = []
    for other in document.passages:
        if other.headings[-1:] != tuple(above):
            continue
        line = document.quote(other.span)
        if label := _LABEL.match(comparable(line)):
            (lead if label["role"] == _LEADS else join).append(line[label.end() :])
    return _swapped(part, lead, join)


def _is_of(scene: Scene, part: _Part, heading: str) -> bool:
    """Tell whether a heading names the task of a statement, by most of its words."""
    body = {*syllables(part.body.text), *["cơ", "quan", "đơn", "vị", "chủ", "trì", "phối", "hợp"]}
    task = [form for form in content_forms(syllables(scene.statement.text)) if form not in body]
    known = View.of(heading).single
    rarity = scene.annotations.rarity
    total = sum(rarity.of(form) for form in task)
    return bool(task) and sum(rarity.of(f) for f in task if f in known) >= _SAID * total


def _in_clause(part: _Part, notes: Notes) -> str:
    """Return who leads by a sentence in which the body only joins in, or does something else."""
    if not part.leads or notes.row is not None:
        return ""
    quote = notes.document.quote(notes.passage.span)
    form = comparable(quote)
    leaders = [_before(quote, form, at.start()) for at in re.finditer(rf"\b{_LEADS}\b", form)]
    if any(_has(leader.of(quote), part) for leader in leaders):
        return ""
    joins = any(_has(joined.group(), part) for joined in _WITH.finditer(form))
    named = [leader.of(quote).strip() for leader in leaders if _is_named(leader.of(quote))]
    if named and len(named) == len(leaders) and (joins or _has(quote, part)):
        return f"{named[0]} {_LEADS}"
    return f"{_JOINS} với {part.body.text}" if joins and not leaders else ""


def _before(quote: str, form: str, end: int) -> Span:
    """Return the words before the verb, back to where its part of the sentence begins."""
    start = 0
    for mark in _BREAK.finditer(form, 0, end):
        start = mark.end()
    while quote[start : start + 1] == " ":
        start += 1
    return Span(start, max(start, end - 1))


def _is_named(leader: str) -> bool:
    bodies = (body for body in find_bodies(leader) if body.kind is NameKind.BODY)
    return any(bodies) or _HOLDERS.search(comparable(leader)) is not None


def _has(text: str, part: _Part) -> bool:
    return View.of(text).has(tuple(syllables(part.body.text)))
