"""Names, document numbers and dates of a statement, held against where it is stated.

A name that the documents do not have is not found, unless the same is said there of another body
("Bộ Xây dựng" for "Bộ Tư pháp"): then the two differ.

What this module does not know: figures with a unit, or wording.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import VerdictKind
from assistant.claims.days import agree, instead_of_time
from assistant.claims.scene import Scene
from assistant.claims.verdict import Aspect, Difference
from assistant.matching import SYNONYM, Synonym, View
from assistant.reading.annotations import Notes
from assistant.reading.phrases import verb_after
from assistant.reading.same_body import same_body
from corpus.normalize import syllables
from corpus.numbered import Numbered, find_numbered
from corpus.quantities import (
    DocumentNumber,
    NamedBody,
    NameKind,
    TimeKind,
    TimeMention,
    find_times,
)

_NEAR = 24  # characters between a document number and its date, or its issuer's


@dataclass(frozen=True, slots=True)
class Objection:
    """Something named in a statement that its evidence does not have.

    ``kind`` is refuted where the text has another in its place (``difference``, in the passage
    ``notes``), else not found; ``name`` is what is missing, as typed; ``foreign`` that no
    document has it.
    """

    kind: VerdictKind
    name: str
    difference: Difference | None = None
    notes: Notes | None = None
    foreign: bool = False


def objections(scene: Scene, notes: Notes, *, timed: bool) -> Iterator[Objection]:
    """Yield what is named in the statement and not in the passage or around it.

    ``timed``: the statement's years are those of its figures, compared already.
    """
    for number in scene.mentions.numbers:
        yield from _number(scene, notes, number)
    for time in scene.mentions.times:
        yield from _time(scene, notes, time, timed=timed)
    for body in scene.mentions.bodies:
        if any(char.isupper() for char in body.text):
            yield from _body(scene, notes, body)
    for numbered in find_numbered(scene.statement.text):
        yield from _numbered(scene, notes, numbered)


def _number(scene: Scene, notes: Notes, number: DocumentNumber) -> Iterator[Objection]:
    known = scene.annotations.numbers_of(notes.document.name)
    if any(number.key == other.key or _same_number(number, other) for other in known):
        return
    kin = [
        (each, other)
        for each in (notes, *scene.found)
        if each.document is notes.document
        for other in each.sentence.mentions.numbers
        if _suffix(other.key) == _suffix(number.key)
    ]
    if kin:
        place, other = kin[0]
        yield Objection(
            VerdictKind.REFUTED,
            number.text,
            Difference(number.text, other.text, Aspect.NUMBER),
            place,
        )
    else:
        yield Objection(VerdictKind.NOT_FOUND, number.text, foreign=True)


def _same_number(number: DocumentNumber, other: DocumentNumber) -> bool:
    """Tell a bare "Nghị quyết 29" that means "29-NQ/TW"."""
    bare = not any(mark in number.key for mark in "-/")
    return bare and bool(number.figures) and number.figures == other.figures


def _suffix(key: str) -> str:
    return key.lstrip("0123456789")


def _time(scene: Scene, notes: Notes, time: TimeMention, *, timed: bool) -> Iterator[Objection]:
    if not time.iso or (timed and time.kind in {TimeKind.YEAR, TimeKind.PERIOD}):
        return
    stated = [*notes.sentence.mentions.times, *notes.heading_times, *_letterhead(scene, notes)]
    around = find_times(f"{notes.document.quote(notes.passage.context)}\n{notes.document.title}")
    if any(agree(time, other) for other in (*stated, *around)):
        return
    typed = time.core.of(scene.statement.text)
    if other := instead_of_time(scene, notes, time):
        printed = notes.document.quote(other.core)
        difference = Difference(typed, printed, Aspect.TIME)
        yield Objection(VerdictKind.REFUTED, typed, difference, notes)
    else:
        yield Objection(VerdictKind.NOT_FOUND, typed)


def _letterhead(scene: Scene, notes: Notes) -> tuple[TimeMention, ...]:
    printed = scene.annotations.letterheads[notes.document.name].date
    return find_times(notes.document.quote(printed.value)) if printed else ()


def _numbered(scene: Scene, notes: Notes, numbered: Numbered) -> Iterator[Objection]:
    """Yield an objection to a number beside a name ("quận 7") that the place found lacks."""
    document, passage = notes.document, notes.passage
    near = find_numbered(document.quote(passage.span))
    above = [document.quote(span) for span in (passage.context, *passage.headings)]
    around = [each for text in (*above, document.title) for each in find_numbered(text)]
    if any(_same_thing(numbered, other) for other in (*near, *around)):
        return
    typed = numbered.span.of(scene.statement.text)
    others = [other for other in near if other.noun == numbered.noun]
    if others:
        printed = others[0].span.of(document.quote(passage.span))
        difference = Difference(typed, printed, Aspect.NAME)
        yield Objection(VerdictKind.REFUTED, typed, difference, notes)
    else:
        known = any(_same_thing(numbered, other) for other in find_numbered(document.text))
        yield Objection(VerdictKind.NOT_FOUND, typed, foreign=not known)


def _same_thing(one: Numbered, other: Numbered) -> bool:
    return one.number == other.number and one.noun.split()[-1] == other.noun.split()[-1]


def _body(scene: Scene, notes: Notes, body: NamedBody) -> Iterator[Objection]:
    ways = [tuple(syllables(body.text)), *_other_names(scene, body)]
    near = [notes.sentence.view, notes.around, notes.title, *notes.headings]
    if any(view.has(way) for view in near for way in ways):
        return
    stated = (each for each in notes.sentence.mentions.bodies if each.kind is body.kind)
    if any(same_body(body.key, each.key) for each in stated):
        return
    text = scene.annotations.text_of(notes.document.name)
    there = any(text.has(way) for way in ways)
    others = _in_place(scene, body) or [(notes, each) for each in _rivals(scene, notes, body)]
    if body.kind is NameKind.BODY and others:
        place, other = others[0]
        difference = Difference(body.text, other.text, Aspect.NAME)
        yield Objection(VerdictKind.REFUTED, body.text, difference, place)
    elif not there:
        yield Objection(VerdictKind.NOT_FOUND, body.text, foreign=True)
    elif body.kind is NameKind.BODY or _is_of_another(scene, notes, body):
        yield Objection(VerdictKind.NOT_FOUND, body.text)


def _is_of_another(scene: Scene, notes: Notes, person: NamedBody) -> bool:
    """Tell whether a sentence names another person, and the one of the statement by no name."""
    said = View.of(scene.statement.text)
    last = tuple(syllables(person.text)[-1:])
    if person.kind is not NameKind.PERSON or notes.sentence.view.has(last):
        return False
    others = (each for each in notes.sentence.mentions.bodies if each.kind is NameKind.PERSON)
    return any(not said.has(tuple(syllables(other.text)[-1:])) for other in others)


def _in_place(scene: Scene, body: NamedBody) -> list[tuple[Notes, NamedBody]]:
    """Return the bodies of its kind that stand after the same two words in a passage found."""
    lead = tuple(syllables(scene.statement.text[: body.span.start])[-2:])
    head = body.key.split()[0]
    if len(lead) < 2:  # noqa: PLR2004 - two words
        return []
    return [
        (notes, other)
        for notes in scene.found
        for other in notes.sentence.mentions.bodies
        if other.kind is NameKind.BODY
        and other.key.split()[0] == head
        and tuple(syllables(_before(notes, other))[-2:]) == lead
    ]


def _before(notes: Notes, body: NamedBody) -> str:
    return notes.document.text[notes.passage.span.start : body.span.start]


def _other_names(scene: Scene, body: NamedBody) -> list[tuple[str, ...]]:
    """Return the body's name with a short form written out or the other way about.

    A part of the name alone is none: of "UBND tỉnh" neither "UBND" nor "tỉnh".
    """
    key = tuple(syllables(body.text))
    ways = [
        (*key[:at], *synonym.meant, *key[at + len(synonym.said) :])
        for synonym in scene.synonyms
        if _names_the_same(synonym)
        for at in range(len(key) - len(synonym.said) + 1)
        if key[at : at + len(synonym.said)] == synonym.said
    ]
    return [way for way in ways if not (set(way) < set(key) and len(way) < len(key))]


def _names_the_same(synonym: Synonym) -> bool:
    """Tell another way to write a name from one of like use ("Quảng Ngãi", "Quảng Nam")."""
    said, meant = set(synonym.said), set(synonym.meant)
    return synonym.weight >= SYNONYM or said < meant or meant < said


def _rivals(scene: Scene, notes: Notes, body: NamedBody) -> list[NamedBody]:
    """Return the bodies of the sentence that the statement does not name, likeliest first."""
    said = View.of(scene.statement.text)
    others = [
        other
        for other in notes.sentence.mentions.bodies
        if other.kind is NameKind.BODY and not said.has(tuple(syllables(other.text)))
    ]
    verb = verb_after(scene.statement.text[body.span.end :])
    keys = {number.key for number in scene.mentions.numbers}
    places = [n.span.start for n in notes.sentence.mentions.numbers if n.key in keys]

    def far(other: NamedBody) -> tuple[bool, bool, int]:
        does = bool(verb) and verb_after(notes.document.text[other.span.end :][:_NEAR]) == verb
        head = other.key.split()[0] != body.key.split()[0]
        gaps = [abs(other.span.start - place) for place in places]
        return not does, head, min(gaps, default=0)

    return sorted(others, key=far)
