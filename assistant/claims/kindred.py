"""Figures near the one that seems meant: of the claimed year, of another year, of another name.

What this module does not know: how near each stated figure is to the claimed one.
"""

import re
from collections.abc import Sequence

from assistant.claims.figures import of_quantity
from assistant.claims.rated import Claimed, Rated, same_indicator
from assistant.claims.scene import Scene
from assistant.claims.verdict import Aspect, Difference
from assistant.reading.annotations import Notes
from corpus.normalize import comparable
from corpus.quantities import Quantity

_MOST, _WELL = 0.9, 0.8  # of what is said, met by a figure's sentence and its surroundings
_AS_MUCH = 0.05
_NEARLY = 0.2
_BESIDE = 0.8  # at and above: the names stand in the figure's own sentence
_BEFORE, _AFTER = re.compile(r"(\w+) $"), re.compile(r" (\w+)")
_NOW = re.compile(
    r"(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!biểu )\bhiện(?: nay| hành| tại| đang| có)?\b"
    r"(?! đại| thực| trạng| vật| tượng| hữu)|\b(?:bây giờ|lâu nay)\b"
)
_PLANNED = re.compile(r"\b(?:dự kiến|dự thảo|đề xuất|đề nghị|kiến nghị|sắp tới)\b")
_OTHER_VALUE = {(Aspect.VALUE,), (Aspect.VALUE, Aspect.BOUND)}


def of_the_year(claimed: Claimed, rated: Sequence[Rated], best: Rated, own: float) -> list[Rated]:
    """Return what agrees where the nearest figure is of another year than the claimed one.

    An enumeration names its subject once ("toàn tỉnh có 159 chợ; 14 siêu thị"), and the same is
    said in full for another year. What agrees in all must meet as much of what is said, and be
    the only such figure of that year.
    """
    if not claimed.year or Aspect.TIME not in best.differs:
        return []
    return [
        each
        for each in rated
        if not each.differs
        and each.own >= own
        and each.whole >= max(_MOST, best.whole - _AS_MUCH)
        and not any(
            other.differs in _OTHER_VALUE and other.whole >= each.whole - _AS_MUCH
            for other in rated
        )
    ]


def gives_another_year(rated: Sequence[Rated], chosen: Rated, own: float) -> bool:
    """Tell whether a sentence states the claimed value for another year, and another for this.

    "đến 2030 là 50% và đến 2050 là 70%": who says 70% for 2030 took the wrong year.
    """
    if chosen.differs != (Aspect.VALUE,) or chosen.whole < _WELL:
        return False
    return any(
        other.differs == (Aspect.TIME,)
        and other.stated.notes.passage.id == chosen.stated.notes.passage.id
        and same_indicator(other.stated, chosen.stated)
        and max(other.own, chosen.own) >= own
        for other in rated
    )


def of_the_name(claimed: Claimed, rated: Sequence[Rated], chosen: Rated) -> Rated | None:
    """Return the figure beside the claimed name, where the chosen one stands elsewhere, else None.

    "VWS xử lý … với giá 20,9 USD. Vietstar xử lý … với giá 19 USD": 20,9 is not Vietstar's.
    """
    if not claimed.named or chosen.differs or chosen.named >= _BESIDE:
        return None
    return max(
        (
            other
            for other in rated
            if other.named == 1.0
            and other.differs == (Aspect.VALUE,)
            and other.own >= chosen.own - _NEARLY
        ),
        key=lambda other: other.nearness,
        default=None,
    )


def is_planned(said: str, stated: str) -> bool:
    """Tell whether a statement says of now what the text only plans: "hiện chịu thuế 4.000 đồng".

    "Dự kiến tăng lên 4.000 đồng" bears out no figure of today.
    """
    claim, clause = comparable(said), comparable(stated)
    if not _NOW.search(claim) or _PLANNED.search(claim):
        return False
    return bool(_PLANNED.search(clause)) and not _NOW.search(clause)


def instead_of(scene: Scene, qualifier: Quantity, notes: Notes) -> Difference | None:
    """Return another figure where a qualifying one would stand ("trong 05 năm đầu"), else None.

    It has the same unit and the same word on either side, and is the only such one there.
    """
    text, quote = scene.statement.text, notes.document.text
    said = of_quantity(qualifier)
    edges = _edges(text, qualifier)
    if not said.unit or "" in edges:
        return None
    others = [
        other
        for other in notes.sentence.mentions.quantities
        if of_quantity(other).unit == said.unit and _edges(quote, other) == edges
    ]
    if len(others) != 1 or of_quantity(others[0]).values == said.values:
        return None
    return Difference(qualifier.span.of(text), others[0].span.of(quote), Aspect.VALUE)


def _edges(text: str, quantity: Quantity) -> tuple[str, str]:
    """Return the syllables before and after a quantity, "" where a mark or nothing stands."""
    span = quantity.span
    before, after = _BEFORE.search(text[: span.start]), _AFTER.match(text, span.end)
    return comparable(before[1]) if before else "", comparable(after[1]) if after else ""
