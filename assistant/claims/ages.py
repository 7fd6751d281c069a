"""The age and the year of birth of a person, as the text prints them right after the name.

"Ông Lê Văn Tám 70 tuổi" where the text has "ông Lê Văn Tám (61 tuổi, …)"; "sinh năm 1990" where it
has "(SN 1983)".

What this module does not know: ages that are told of a group or in another sentence.
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.answer import VerdictKind
from assistant.claims.holding import person_named, persons_of
from assistant.claims.scene import Finding, Scene
from assistant.claims.verdict import Aspect, Difference
from assistant.reading.annotations import Notes
from corpus.model import Span
from corpus.normalize import comparable

_YEAR: Final = r"(?P<value>(?:19|20)[0-9]{2})\b"
_AGE: Final = r"(?P<value>[0-9]{1,3}) tuổi\b"
_KINDS: Final = (
    (
        re.compile(rf" ?[,(]? ?(?:(?:năm nay|hiện|đã|mới|gần|hơn|khoảng|là) )*{_AGE}"),
        Aspect.VALUE,
    ),
    (re.compile(rf" ?[,(]? ?(?:sn|sinh)(?: vào)?(?: năm)?:? ?{_YEAR}"), Aspect.TIME),
)


def other_age(scene: Scene, document: str) -> Finding | None:
    """Return that the text gives a person another age or year of birth, None where it does not."""
    text = scene.statement.text
    named = person_named(text)
    if named is None:
        return None
    for told, aspect in _KINDS:
        claimed = told.match(comparable(text[named.end :]))
        if claimed is None:
            continue
        stated = list(_stated(named.of(text), told, scene, document))
        if stated and all(value["value"] != claimed["value"] for _, _, value in stated):
            notes, start, value = stated[0]
            printed = Span(*value.span()).moved(start).of(notes.document.text)
            difference = Difference(claimed.group().strip(" ,("), printed.strip(" ,("), aspect)
            spans = (notes.passage.span,)
            return Finding(VerdictKind.REFUTED, notes, spans, (difference,))
    return None


def _stated(
    name: str, told: re.Pattern[str], scene: Scene, document: str
) -> Iterator[tuple[Notes, int, re.Match[str]]]:
    """Yield each value that stands right after a name, where, and in which sentence."""
    for notes in scene.found:
        if notes.document.name != document:
            continue
        for person in persons_of(name, notes):
            after = notes.document.text[person.end : notes.passage.span.end]
            if value := told.match(comparable(after)):
                yield notes, person.end, value
