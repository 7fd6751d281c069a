"""The two ends of a change ("từ 60 tỷ lên 100 tỷ"), and a bound said before what it bounds.

What a change begins with is held against what another begins with, and what it ends with against
its end, in whatever other places the text has either alone.

What this module does not know: which stated figure is of what is claimed.
"""

import re
from collections.abc import Sequence
from typing import Final

from assistant.claims.rated import Claimed, Rated
from assistant.claims.scene import Scene
from assistant.claims.verdict import Aspect, Difference
from assistant.reading.annotations import Notes
from corpus.normalize import comparable
from corpus.quantities import same_figures
from corpus.quantity import Operator

_BEGINS: Final = re.compile(r"từ\b")
_BECOMES: Final = (
    r"\btừ [^;.]*\b(?:lên|xuống|còn|thành|đến|tới)"
    r"(?: (?:chỉ|mức|khoảng|hơn|gần|trên|dưới|tới|đến|còn))* "
)
_LEAST: Final = 0.6  # of what is said, met by a figure that the others are left out for
_WAY: Final = re.compile(
    r"\b(?:(?P<up>tăng(?! trưởng| cường)|nâng(?! cao)|lên)"
    r"|(?P<down>giảm(?! nghèo| thiểu| phát thải| trừ| ùn tắc)|hạ(?! tầng| lưu| du)|xuống))\b"
)
_PARTED: Final = re.compile(
    r"[;:\n|]|\. |,(?![0-9])|\b(?:trong khi|nhưng|còn|và)\b(?! (?:chỉ|lại|hơn))"
)
_BY: Final = re.compile(r"(?P<word>vượt|quá|hơn)\b")


def of_the_same_end(text: str, claimed: Claimed, rated: Sequence[Rated]) -> list[Rated]:
    """Return the stated figures that stand at the end of a change at which the claimed one does.

    All of them where the statement tells of no change, or the text of none that is near.
    """
    said = comparable(claimed.text)
    begins = _BEGINS.match(said) is not None and claimed.figure.operator is Operator.EXACT
    ends = not begins and re.search(_BECOMES + re.escape(said), comparable(text)) is not None
    if not begins and not ends:
        return [*rated]
    alike = [each for each in rated if begins == bool(_BEGINS.match(comparable(each.stated.text)))]
    near = any(each.own >= _LEAST and Aspect.UNIT not in each.differs for each in alike)
    return alike if near else [*rated]


def said_before(text: str, claimed: Claimed, stated: str) -> bool:
    """Tell whether a stated bound is said in a statement, apart: "vượt dự toán 11.500 tỷ"."""
    bound = _BY.match(comparable(stated))
    if bound is None:
        return False
    before = comparable(text).partition(comparable(claimed.text))[0]
    return re.search(rf"\b{bound['word']}\b", before) is not None


def other_way(scene: Scene, notes: Notes) -> Difference | None:
    """Return the way in which the text has a figure go, where a statement has it go the other.

    "Tăng lên 10%" where the text has "giảm từ 40% xuống 10%".
    """
    text, quote = scene.statement.text, notes.document.quote(notes.passage.span)
    start = notes.passage.span.start
    for claimed in scene.mentions.quantities:
        said = _way_before(text, claimed.span.start) if claimed.figures else ""
        if not said:
            continue
        same = [q for q in notes.sentence.mentions.quantities if same_figures(claimed, q)]
        told = [_way_before(quote, other.span.start - start) for other in same]
        if told and all(told) and said not in told:
            figure = claimed.span.of(text)
            return Difference(f"{said} {figure}", f"{told[0]} {figure}", Aspect.CONTENT)
    return None


def _way_before(text: str, end: int) -> str:
    """Return whether a part of a text has the figure at ``end`` rise or fall, "" for neither."""
    form = comparable(text[:end])
    begins = max((mark.end() for mark in _PARTED.finditer(form)), default=0)
    ways = [*_WAY.finditer(form, begins)]
    if not ways:
        return ""
    return "tăng" if ways[-1]["up"] else "giảm"
