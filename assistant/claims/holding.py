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
from assistant.reading.posts import OFFICE, posts_in
from corpus.model import Span
from corpus.normalize import comparable, syllables

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


@dataclass(frozen=True, slots=True)
class _Post:
    """A post taken apart: whether it is a deputy's, its office, the words of where."""

    vice: bool
    office: str
    where: frozenset[str]
    text: str


def other_post(scene: Scene, notes: Notes) -> Difference | None:
    """Return the post that the text gives a person in place of a statement's, else None."""
    text = scene.statement.text
    said, told = _posts_of(scene, notes)
    if said is None:
        return None
    other = next((post for post in told if _excludes(said, post)), None)
    if other is None and told and _is_held_by_another(said, text, notes):
        other = told[0]
    return Difference(said.text, other.text, Aspect.NAME) if other else None


def unknown_post(scene: Scene, notes: Notes) -> str:
    """Return the post of a statement that the text does not give a person of other posts, or ""."""
    said, told = _posts_of(scene, notes)
    return said.text if said and told else ""


def _posts_of(scene: Scene, notes: Notes) -> tuple[_Post | None, list[_Post]]:
    """Return the post that a statement gives a person, and those told of him where none agrees."""
    text = scene.statement.text
    if not _OFFICE.search(comparable(text)):
        return None, []
    whole = Clause(Span(0, len(text)), View.of(text), as_document(text))
    said = [post for span in posts_in(text, text, whole) if (post := _post(span.of(text)))]
    if len(said) != 1:
        return None, []
    told = [
        post
        for each in (notes, *scene.found)
        if each.document is notes.document
        for post in _told(text, each)
    ]
    if said[0].where and any(post.where for post in told):
        told = [post for post in told if post.where]  # "Chủ tịch" alone tells nothing more
    agrees = any(_agrees(said[0], post) for post in told)
    return (None, []) if agrees else (said[0], told)


def _told(text: str, notes: Notes) -> Iterator[_Post]:
    """Yield the posts that a sentence gives the person whom a text names."""
    document = notes.document.text
    for span in posts_in(text, document, notes.sentence):
        if post := _post(span.of(document)):
            yield post


def _is_held_by_another(said: _Post, text: str, notes: Notes) -> bool:
    """Tell whether a sentence gives a post to someone whom the statement does not name."""
    known = View.of(text)
    names = (span.of(notes.document.text) for span in persons_in(notes.sentence))
    others = (name for name in names if not known.has(tuple(syllables(name)[-2:])))
    return any(_agrees(said, post) for name in others for post in _told(name, notes))


def _post(text: str) -> _Post | None:
    form = comparable(text)
    for long, short in _ALIASES:
        form = form.replace(long, short)
    found = _POST.match(form)
    if found is None:
        return None
    office, where = found["office"], syllables(found["of"] or "")
    vice = bool(found["vice"]) or where[:1] == ["phó"]
    return _Post(vice, office, frozenset(where[:_LONGEST]) - _EMPTY, text.strip())


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
