"""Figures compared: value, bound and unit must agree; notation and scale do not matter.

8,3 nghìn = 8.300 and 11,0% = 11%, but "75%" is not "trên 75%", and a month is not a year.

What this module does not know: which indicator a figure belongs to.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.claims.verdict import Aspect
from assistant.matching import View
from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.quantities import Operator, Quantity, QuantityKind, unit_key
from corpus.register import Target

_SCALE = re.compile(r"^(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỉ)(?:\s+|$))+")
_EVERY = (("hàng", "năm"), ("hằng", "năm"), ("mỗi", "năm"), ("bình", "quân", "năm"))
_ALMOST = re.compile(
    r"(?:\b(?:gần|ngót(?: nghét)?|suýt(?: soát)?)|(?<!mầm )(?<!nước )\bnon) (?:đạt |tới |đến )?$"
)
_ALMOST_THEN = re.compile(r"(?:gần|ngót(?: nghét)?|suýt(?: soát)?) ")
_ABOUT = re.compile(r"\b(?:cỡ|tầm|áng chừng|độ chừng|đâu như) $")
_NOTHING = Decimal(0)
_ROUNDED = Decimal("0.01")  # by which 8,3 nghìn may be off, said for 8.312 without a word
_ROUGHLY = Decimal("0.03")  # "khoảng", "gần"
_MORE_THAN = Decimal("0.05")  # "hơn 24 nghìn" for 24.365 cuts off what is over
_ALIKE = tuple(map(frozenset, (("người", "dân", "người dân", "nhân khẩu"),)))
_TAIL_NOUNS = {"người": ("đầu", "người")}


@dataclass(frozen=True, slots=True)
class Figure:
    """Values with their scale applied, the bound, and the unit without scale words.

    ``printed`` are the values before their scale; ``share`` marks "ba phần tư" and "một nửa",
    ``nearly`` a value told as not quite reached ("gần 1.300 tỷ", "ngót 700").
    """

    operator: Operator
    low: Decimal | None
    high: Decimal | None
    unit: str
    printed: frozenset[Decimal] = frozenset()
    share: bool = False
    nearly: bool = False

    @property
    def values(self) -> frozenset[Decimal]:
        """The one or two values, whatever they bound."""
        return frozenset(end for end in (self.low, self.high) if end is not None)


def of_target(target: Target) -> Figure:
    """Return the figure of a register record."""
    low = None if target.low is None else target.low * target.scale
    high = None if target.high is None else target.high * target.scale
    printed = frozenset(end for end in (target.low, target.high) if end is not None)
    return Figure(target.operator, low, high, _SCALE.sub("", unit_key(target.unit)), printed)


def of_quantity(quantity: Quantity) -> Figure:
    """Return the figure of a quantity in running text."""
    return Figure(
        quantity.operator,
        quantity.scaled_low,
        quantity.scaled_high,
        unit_key(quantity.base_unit),
        frozenset(quantity.figures),
        share=quantity.kind is QuantityKind.RATIO and quantity.spelled,
    )


def as_said(figure: Figure, text: str, span: Span) -> Figure:
    """Return the figure at ``span`` of ``text`` with what is said of how rough it is.

    "Gần", "ngót" and "non" tell what is not quite reached, "cỡ" and "tầm" what is about so.
    """
    before, said = comparable(text[: span.start]), comparable(span.of(text))
    if _ALMOST.search(before) or _ALMOST_THEN.match(said):
        return replace(figure, nearly=True)
    if figure.operator is Operator.EXACT and _ABOUT.search(before):
        return replace(figure, operator=Operator.ABOUT)
    return figure


def differing(claimed: Figure, stated: Figure, around: View) -> tuple[Aspect, ...]:
    """Return what two figures differ in; ``around`` is the text the stated one stands in."""
    found: list[Aspect] = []
    if claimed.share and stated.unit.startswith("%"):
        claimed = _as_percent(claimed)
    unit_differs = not units_agree(claimed.unit, stated.unit, around)
    if claimed.values != stated.values and not _rounds(claimed, stated):
        # "8.300 triệu đồng" for "8.300 USD": the same figure with another unit.
        if not (unit_differs and claimed.printed == stated.printed):
            found.append(Aspect.VALUE)
    elif claimed.values == stated.values and claimed.operator is not stated.operator:
        found.append(Aspect.BOUND)
    if unit_differs:
        found.append(Aspect.UNIT)
    return tuple(found)


def _as_percent(share: Figure) -> Figure:
    """Return "ba phần tư" as 75%."""
    low, high = (None if end is None else end * 100 for end in (share.low, share.high))
    return Figure(share.operator, low, high, "%", share.printed)


def _rounds(claimed: Figure, stated: Figure) -> bool:
    """Tell whether a claimed figure rounds an exact stated one, and says so or rescales it.

    "khoảng 695 nghìn" and "695 nghìn" round 694.645, "hơn 694 nghìn" and "gần 695 nghìn" do so
    from below and above; "694.600" does not, nor does "1.300 tỷ" 1.290 tỷ, nor any figure with
    as many digits.
    """
    if len(claimed.values) != 1 or len(stated.values) != 1:
        return False
    (said,), (exact,) = claimed.values, stated.values
    if stated.operator not in {Operator.EXACT, Operator.ABOUT} or not said or not exact:
        return False
    if _digits(said) >= _digits(exact):
        return False
    place = Decimal(1).scaleb(int(said.normalize().as_tuple().exponent))
    if stated.unit.startswith("%"):
        place = min(place, Decimal(1))  # "khoảng 50%" rounds 49,8%, not 51,2%
    operator = Operator.BELOW if claimed.nearly else claimed.operator
    above, below, most = {
        Operator.ABOVE: (_NOTHING, place, _MORE_THAN),
        Operator.BELOW: (place, _NOTHING, _ROUGHLY),
        Operator.ABOUT: (place / 2, place / 2, _ROUGHLY),
        Operator.EXACT: (place / 2, place / 2, _ROUNDED if _rescaled(claimed, stated) else None),
    }.get(operator, (_NOTHING, _NOTHING, None))
    if most is None or abs(said - exact) > most * abs(exact):
        return False
    return -above <= exact - said <= below


def _rescaled(claimed: Figure, stated: Figure) -> bool:
    """Tell whether two single values are printed with other scale words: "8,3 nghìn", 8.312."""
    scales = [
        next(iter(figure.values)) / next(iter(figure.printed)) for figure in (claimed, stated)
    ]
    return scales[0] != scales[1]


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def units_agree(claimed: str, stated: str, around: View) -> bool:
    """Tell whether a claimed unit says no more, and nothing else, than the stated one.

    A unit or tail that is left out agrees; one that is added must stand in the text around.
    """
    if not claimed:
        return True
    head, *tails = claimed.split("/")
    stated_head, *stated_tails = stated.split("/")
    return _heads_agree(head, stated_head, around) and all(
        tail in stated_tails or _tail_around(tail, around) for tail in tails
    )


def _heads_agree(claimed: str, stated: str, around: View) -> bool:
    if claimed == stated or any({claimed, stated} <= alike for alike in _ALIKE):
        return True
    if claimed.startswith("%") and stated.startswith("%"):
        more, other = claimed[1:].strip(), stated[1:].strip()
        return not more or more == other or (not other and _all_around(more, around))
    if claimed.startswith("%") or stated.startswith("%"):
        return False
    if not stated:
        return _all_around(claimed, around)
    return f"{stated} ".startswith(f"{claimed} ") or (
        f"{claimed} ".startswith(f"{stated} ") and _all_around(claimed, around)
    )


def _all_around(words: str, around: View) -> bool:
    """Tell whether words stand in a text, in full or by their initials ("GV": "giáo viên")."""
    forms = syllables(words)
    initials = "".join(form[0] for form in forms)
    return around.single.issuperset(forms) or (len(forms) > 1 and initials in around.single)


def _tail_around(tail: str, around: View) -> bool:
    if tail == "năm":
        return any(around.has(phrase) for phrase in _EVERY)
    return around.has(_TAIL_NOUNS.get(tail, tuple(syllables(tail))))
