"""The post that a statement gives a person, held against the post that the text gives him.

"Bà Lan là hiệu trưởng" is wrong where she is "phó hiệu trưởng", and "Chủ tịch HĐND" where she is
"Chủ tịch UBND". Who holds one post may hold another elsewhere, so a post of another place and
another rank contradicts nothing, and nothing is contradicted where any place agrees.

What this module does not know: whether a person still holds a post.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.claims.scene import Scene
from assistant.claims.statements import as_document
from assistant.claims.verdict import Aspect, Difference
from assistant.matching import View
from assistant.reading.annotations import Clause, Notes
from assistant.reading.phrases import persons_in
from assistant.reading.posts import OFFICE, posts_beside
from corpus.model import Span
from corpus.normalize import CAPITALS, comparable, syllables

_OFFICE: Final = re.compile(OFFICE)
_POST: Final = re.compile(
    rf"(?P<ranks>(?:nguyên |quyền |cựu |đồng chí |ủy viên )*)(?P<vice>phó )?(?P<office>{OFFICE})\b"
    r"(?: (?P<of>.*))?"
)
_ALIASES: Final = (
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("thành phố", "tp"),
    ("đại biểu quốc hội", "đbqh"),
)
_EMPTY: Final = frozenset(
    ("tỉnh", "huyện", "xã", "thành", "phố", "tp", "quận", "phường", "thị", "việt", "nam", "của")
)
_LONGEST: Final = 12
_SAYS: Final = re.compile(r" [-–] |\b(?:cho biết|cho hay|cho rằng|khẳng định|nói|khi|sau)\b")
_OVER: Final = 80  # characters over a signature
_TITLED: Final = re.compile(
    r"^\W*(?:Ông|Bà|Anh|Chị|Thầy|Cô|Em|Đồng chí|Bị cáo)"
    rf" (?P<name>[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,4}})"
)
_SOLE: Final = frozenset(
    comparable(office)
    for office in (
        "chủ tịch",
        "bí thư",
        "bộ trưởng",
        "giám đốc",
        "tổng giám đốc",
        "hiệu trưởng",
        "viện trưởng",
        "thống đốc",
        "trưởng",
        "cục trưởng",
        "chủ nhiệm",
        "thủ tướng",
        "chánh",
    )
)


@dataclass(frozen=True, slots=True)
class _Post:
    """A post taken apart: whether it is a deputy's, its office, the words of where."""

    vice: bool
    office: str
    where: frozenset[str]
    text: str


def other_post(scene: Scene, notes: Notes) -> Difference | None:
    """Return the post that the text gives a person in place of a statement's, else None."""
    said, told, name = _posts_of(scene, notes)
    if said is None:
        return None
    other = next((post for post in told if _excludes(said, post)), None)
    holder = _holder(said, name, scene, notes)
    if other is None and holder:
        other = told[0] if told else None
        if other is None:
            return Difference(name, holder, Aspect.NAME)
    return Difference(said.text, other.text, Aspect.NAME) if other else None


def unknown_post(scene: Scene, notes: Notes) -> str:
    """Return the post of a statement that the text does not give a person of other posts, or ""."""
    said, told, _ = _posts_of(scene, notes)
    return said.text if said and told else ""


def _posts_of(scene: Scene, notes: Notes) -> tuple[_Post | None, list[_Post], str]:
    """Return the post a statement gives a person, those told of him where none agrees, his name."""
    text = scene.statement.text
    nothing: tuple[_Post | None, list[_Post], str] = (None, [], "")
    if not _OFFICE.search(comparable(text)):
        return nothing
    named = person_named(text)
    if named is None:
        return nothing
    spans = posts_beside(text, Span(0, len(text)), named)
    said = _post(spans[0].of(text)) if spans else None
    if said is None:
        return nothing
    name = named.of(text)
    told = [post for each in _found(scene, notes) for post in _told(name, each)]
    if said.where and any(post.where for post in told):
        told = [post for post in told if post.where]  # "Chủ tịch" alone tells nothing more
    return nothing if _is_told(said, told) else (said, told, name)


def _found(scene: Scene, notes: Notes) -> list[Notes]:
    return [notes, *(each for each in scene.found if each.document is notes.document)]


def person_named(text: str) -> Span | None:
    """Return the name of the one person whom a statement names, None for none or several."""
    whole = Clause(Span(0, len(text)), View.of(text), as_document(text))
    persons = persons_in(whole)
    if not persons and (titled := _TITLED.search(text)):
        return Span(*titled.span("name"))
    return persons[0] if len(persons) == 1 else None


def _told(name: str, notes: Notes) -> Iterator[_Post]:
    """Yield the posts that a sentence gives the person of a name."""
    document, clause = notes.document.text, notes.sentence.span
    if syllables(clause.of(document)) == syllables(name) and (
        signed := _signed_as(document, clause.start)
    ):
        yield signed
    for person in persons_of(name, notes):
        for span in posts_beside(document, clause, person):
            before = span.end <= person.start
            if before and _SAYS.search(comparable(span.of(document))):
                continue  # "hiệu trưởng - cho biết … khi thầy Nam": of someone before
            if post := _post(span.of(document)):
                yield post


def _signed_as(text: str, start: int) -> _Post | None:
    """Return the post that stands in capitals over the name of who signed, None without one."""
    above = text[max(0, start - _OVER) : start].rstrip().rpartition("\n")[2].strip()
    return _post(above) if above.isupper() else None


def persons_of(name: str, notes: Notes) -> list[Span]:
    """Return where a sentence names the person of a name, in full or by its end."""
    own = syllables(name)
    start, quote = notes.sentence.span.start, notes.document.quote(notes.sentence.span)
    again = re.finditer(rf"\b{re.escape(name)}\b", quote)
    named = []
    for person in persons_in(notes.sentence):
        other = syllables(person.of(notes.document.text))
        if other[-len(own) :] == own or own[-len(other) :] == other:
            named.append(person)
    return [*named, *(Span(*one.span()).moved(start) for one in again)]


def _holder(said: _Post, name: str, scene: Scene, notes: Notes) -> str:
    """Return who else holds a post by the text, "" for none.

    Of a post that is one place's and has one holder any sentence tells, of another only the one
    that bears the statement out.
    """
    sole = said.where and not said.vice and said.office in _SOLE
    own = syllables(name)[-1:]
    for each in _found(scene, notes) if sole else [notes]:
        for person in persons_in(each.sentence):
            other = person.of(each.document.text)
            if syllables(other)[-1:] == own:
                continue
            if any(_agrees(said, post) and _is_full(said, post) for post in _told(other, each)):
                return other
    return ""


def _is_full(said: _Post, told: _Post) -> bool:
    """Tell whether a post told is of all that a statement says its own is of, and holds still."""
    former = comparable(told.text).startswith(("nguyên ", "cựu "))
    return said.where <= told.where and not former


def _post(text: str) -> _Post | None:
    form = comparable(text)
    for long, short in _ALIASES:
        form = form.replace(long, short)
    found = _POST.match(form)
    if found is None:
        return None
    office, where = found["office"], syllables(found["of"] or "")
    vice = bool(found["vice"]) or where[:1] == ["phó"]
    return _Post(vice, office, frozenset(where[:_LONGEST]) - _EMPTY, text.strip(" -–"))


def _is_told(said: _Post, told: list[_Post]) -> bool:
    """Tell whether a post is among those told: by all its words, or by fewer and none against."""
    alike = [post for post in told if _agrees(said, post)]
    against = (p for p in told if (p.vice, p.office) == (said.vice, said.office))
    return any(said.where <= post.where for post in alike) or (
        bool(alike) and not any(_elsewhere(said, post) for post in against)
    )


def _agrees(said: _Post, told: _Post) -> bool:
    same = (said.vice, said.office) == (told.vice, told.office)
    return same and not _elsewhere(said, told)


def _elsewhere(said: _Post, told: _Post) -> bool:
    """Tell whether two posts are of different places: each names what the other does not."""
    return bool(said.where - told.where) and bool(told.where - said.where)


def _excludes(said: _Post, told: _Post) -> bool:
    """Tell whether one post is not the other: of one place, or the same office elsewhere."""
    if said.office == told.office and said.vice == told.vice:
        return _elsewhere(said, told)
    shared = bool(said.where & told.where) and not _elsewhere(said, told)
    return shared or (said.office == told.office and not _elsewhere(said, told))
