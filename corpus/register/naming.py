"""What a figure measures and in what unit, from its head, its tail and what was named before.

What this module does not know: years, and whether a figure is an aim.
"""

from collections.abc import Sequence

from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantity import Quantity
from corpus.register.carry import Carry
from corpus.register.heads import Head
from corpus.register.sentence import Sentence
from corpus.register.sharing import Figure, heads_next
from corpus.register.words import (
    BESIDE,
    CHANGE_AT_END,
    EACH,
    INDICATOR_START,
    JOINED_TO_LAST,
    LEVELS,
    LISTED,
    MEASURED_OF,
    OPPOSITES,
    PER_YEAR,
    PER_YEAR_AT_END,
    PLACE_OR_GROUP,
    POINTS_BACK,
    RAISED_TO,
    RANKED_IN,
    SCOPE,
)
from corpus.units import QuantityKind, read_known_noun, unit_key

_MOST_LISTED = 3
_OF_GOODS = frozenset(
    {"ha", "tấn", "nghìn ha", "nghìn tấn", "triệu tấn", "m3", "triệu m3", "tạ/ha"}
)


def indicator_of(
    sentence: Sentence, quantity: Quantity, head: Head, phrase: Span | None, carry: Carry
) -> tuple[Span, ...]:
    """Return the slices, in document offsets, that say what the figure measures."""
    own, noun = head.slices, _noun(sentence, quantity, head, phrase)
    inside = carry.indicator and not carry.inherited
    if inside and (shared := _with_subject(sentence, own, noun, carry)):
        return shared
    linked = head.linked and inside and carry.named
    if carry.indicator and (head.linked or phrase is None) and _points_back(sentence, own, carry):
        return _level(sentence.document, carry.indicator)
    if own:
        pieces = _named_before(sentence, quantity, head, noun)
    elif phrase is None and carry.indicator and _goes_on(sentence, quantity, head, carry):
        return carry.indicator
    elif (noun and not head.joined) and not (linked and not head.change):
        pieces = (head.change, noun) if head.change else (noun,)
    elif carry.indicator:
        tail = (phrase.moved(sentence.base),) if head.joined and phrase else ()
        base = carry.indicator[:1] if tail else carry.indicator
        change = (head.change.moved(sentence.base),) if head.change and not tail else ()
        again = change and _says_change(sentence.document, base[-1])
        return (*base, *tail, *(() if again else change))
    elif head.change and len(head.whole) > len(head.change):
        pieces = (head.whole,)
    elif head.change and head.linked:
        pieces = (head.change,)  # "Tăng trưởng bình quân 2026-2030 đạt 8%/năm"
    else:
        return ()
    return tuple(piece.moved(sentence.base) for piece in pieces)


def _noun(sentence: Sentence, quantity: Quantity, head: Head, phrase: Span | None) -> Span | None:
    """Return the noun phrase after the number, with the noun that is the figure's unit."""
    if not counts(quantity) or quantity.unit_span is None:
        return phrase
    if phrase is None and head.slices and _counts_itself(sentence, quantity, head.slices[0]):
        return None
    return Span(quantity.unit_span.start, phrase.end if phrase else quantity.unit_span.end)


def _counts_itself(sentence: Sentence, quantity: Quantity, own: Span) -> bool:
    """Tell "tổng đàn trâu 25.000 con", a name that says that things are counted."""
    words = own.of(sentence.plain)
    return counts(quantity) and words.startswith(("số ", "tổng số ", "tổng đàn ", "đàn "))


def _named_before(
    sentence: Sentence, quantity: Quantity, head: Head, noun: Span | None
) -> tuple[Span, ...]:
    """Return the slices of a name that stands before its figure, and the noun that completes it."""
    own = head.slices
    if noun and quantity.kind is QuantityKind.RANK and RANKED_IN.match(noun.of(sentence.plain)):
        return (*own, noun)  # "Sơn La thuộc nhóm 30 tỉnh dẫn đầu cả nước về chuyển đổi số"
    if noun and _acts_on(own[-1].of(sentence.plain)):
        return (*own, noun)
    if head.linked or noun is None:
        return own
    return (*own[:-1], _with_verb(sentence, own[-1], quantity), noun)


def counted_name(sentence: Sentence, quantity: Quantity, phrase: Span | None) -> tuple[Span, ...]:
    """Return the name of what is merely counted: "chỉ tiêu công nghiệp hóa", without who counts."""
    if quantity.unit_span is None:
        return ()
    whole = quantity.unit_span.end + len(_whole_noun(sentence, quantity)) - len(quantity.unit)
    name = Span(quantity.unit_span.start, max(whole, phrase.end if phrase else 0))
    listed = LISTED.search(sentence.plain, quantity.unit_span.end, name.end)
    end = listed.start() if listed else name.end
    return (Span(name.start, end).moved(sentence.base),)


def counts(quantity: Quantity) -> bool:
    """Tell a figure whose unit is a noun of its indicator ("20 xã", "12 bác sĩ/vạn dân")."""
    rated = quantity.kind is QuantityKind.RATE and quantity.base_unit[:1].isalpha()
    shared = quantity.kind is QuantityKind.RATIO and quantity.base_unit != ""  # 2/3 số huyện
    return (
        quantity.kind is QuantityKind.COUNT or shared or (rated and quantity.unit_key[:3] != "lần")
    )


def unit_of(
    sentence: Sentence, figure: Figure, head: Head, slices: tuple[Span, ...], carry: Carry
) -> str:
    """Return the unit, with "/năm" where the figure is one of every year."""
    quantity = figure.quantity
    plain, unit = sentence.plain, quantity.unit
    if not unit or "/" in unit:
        return unit
    if counts(quantity):
        if slices == carry.indicator and _counts_for_each(quantity, carry):
            return carry.unit
        unit = _whole_noun(sentence, quantity)
        if each := EACH.search(plain, figure.head.start, figure.head.end):
            noun = read_known_noun(plain, each.end())
            if noun and head.slices and not BESIDE.match(plain, noun.span.end):
                return f"{unit}/{noun.span.of(sentence.text)}"
    inside = PER_YEAR.search(plain, figure.head.start, figure.head.end)
    named = head.slices and inside and not (head.scope and not head.scope.end_year)
    closing = head.change and PER_YEAR_AT_END.search(figure.tail.of(plain))
    return f"{unit}/năm" if named or closing else unit


def _points_back(sentence: Sentence, own: Sequence[Span], carry: Carry) -> bool:
    """Tell "đạt tỷ lệ 90%", "con số này": a name that means the indicator before.

    Without "này" or the like it means one named in the same sentence.
    """
    words = own[0].of(sentence.plain) if len(own) == 1 else ""
    if words and RAISED_TO.match(sentence.plain, own[0].end):
        words = CHANGE_AT_END.sub("", words)  # "con số này tăng lên 19"
    match = POINTS_BACK.match(words)
    if match is None:
        return False
    if match["same"]:
        return INDICATOR_START.match(words) is not None
    return carry.named or bool(match["shown"])


def _joins(sentence: Sentence, own: Sequence[Span]) -> bool:
    """Tell the bare verb of "dịch vụ tăng 9,99%, đóng góp 56,65%", whose subject stands before."""
    return len(own) == 1 and JOINED_TO_LAST.fullmatch(own[0].of(sentence.plain)) is not None


def _acts_on(words: str) -> bool:
    """Tell "cả nước giảm … đơn vị" and "đối với vùng cao … học sinh": no name of an indicator."""
    return SCOPE.match(words) is not None or (
        CHANGE_AT_END.search(words) is not None and not INDICATOR_START.match(words)
    )


def _with_subject(
    sentence: Sentence, own: Sequence[Span], noun: Span | None, carry: Carry
) -> tuple[Span, ...]:
    """Return the indicator before with the place or group that a figure names of its own.

    "đạt 169 cm đối với nam và 158 cm đối với nữ"; `_gapped` for those before their figure.
    """
    if _joins(sentence, own):
        return (*_level(sentence.document, carry.indicator), own[0].moved(sentence.base))
    if not own and noun and SCOPE.match(noun.of(sentence.plain)):
        return (*_without_group(sentence.document, carry.indicator), noun.moved(sentence.base))
    base = (
        (_gapped(sentence, own, carry) or _listed_of(sentence, own, carry)) if carry.named else ()
    )
    return (*base, *(piece.moved(sentence.base) for piece in own)) if base else ()


def _without_group(document: Document, slices: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return an indicator without the group that it is said of: another takes its place."""
    named = len(slices) > 1 and SCOPE.match(comparable(document.quote(slices[-1])))
    return slices[:-1] if named else slices


def _gapped(sentence: Sentence, own: Sequence[Span], carry: Carry) -> tuple[Span, ...]:
    """Return what a name that begins with a place or group leaves out of the indicator before.

    "tỷ lệ thất nghiệp khu vực thành thị dưới 5%, khu vực nông thôn không quá 4%".
    """
    if not own or len(carry.indicator) > 1:
        return ()
    before = carry.indicator[0]
    words = comparable(sentence.document.quote(before))
    if opposite := _opposite_at_end(words, own[0].of(sentence.plain)):
        return (Span(before.start, before.end - len(opposite) - 1),)
    place = PLACE_OR_GROUP.match(own[0].of(sentence.plain))
    if place is None:
        return ()
    at = words.find(f" {place.group()} ")
    whom = place.group() == "đối với"  # "phạt … đối với cá nhân là 30 …, đối với tổ chức là 60 …"
    if INDICATOR_START.match(LEVELS.sub("", words)) is None and not whom:
        return ()
    if at < 0 and place.group() in {"ở", "tại"}:
        return (before,)  # "… đô thị được thu gom đạt 95%, ở nông thôn đạt 85%"
    return (Span(before.start, before.start + at),) if at > 0 else ()


def _opposite_at_end(words: str, own: str) -> str:
    """Return what a name ends in, where another's whole name is the other of its kind.

    "tỉ lệ sử dụng nước sạch của dân cư thành thị là 95%, nông thôn là 93%".
    """
    others = next((each for each in OPPOSITES if own in each), ())
    return next((one for one in others if one != own and words.endswith(f" {one}")), "")


def _listed_of(sentence: Sentence, own: Sequence[Span], carry: Carry) -> tuple[Span, ...]:
    """Return what is measured of things in a list: "Diện tích lúa 540 ha; ngô 850 ha"."""
    words = own[0].of(sentence.plain).split() if len(own) == 1 else []
    if not 0 < len(words) <= _MOST_LISTED or carry.unit not in _OF_GOODS:
        return ()
    measured = MEASURED_OF.match(comparable(sentence.document.quote(carry.indicator[0])))
    if INDICATOR_START.match(own[0].of(sentence.plain)):
        return ()
    if measured is None or not sentence.plain[: own[0].start].rstrip().endswith(
        (";", ",", ":", "và")
    ):
        return ()
    start = carry.indicator[0].start
    return (Span(start, start + measured.end()),)


def _level(document: Document, slices: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what "tỷ lệ giảm bình quân 1%" measures the change of: "tỷ lệ"."""
    last = slices[-1]
    match = CHANGE_AT_END.search(comparable(document.quote(last)))
    return (*slices[:-1], Span(last.start, last.start + match.start())) if match else slices


def _goes_on(sentence: Sentence, quantity: Quantity, head: Head, carry: Carry) -> bool:
    """Tell whether a count with no name of its own is the one before it at another time.

    "Nhu cầu …, năm 2025 khoảng 1,3 triệu phòng, năm 2030 khoảng 2 triệu phòng"; "số bác sĩ là 1.077
    người, tăng lên 1.166 người vào năm 2016".
    """
    if _counts_for_each(quantity, carry):
        return True
    if carry.inherited or not counts(quantity) or unit_key(quantity.unit) != unit_key(carry.unit):
        return False
    if head.change:
        return RAISED_TO.match(sentence.plain, head.change.start + len("tăng")) is not None
    return head.scope is not None and bool(head.scope.end_year)


def _counts_for_each(quantity: Quantity, carry: Carry) -> bool:
    """Tell "…, đến năm 2035 có 02 giáo viên" after "mỗi trường có 01 giáo viên"."""
    counted = unit_key(carry.unit).split("/")[0]
    return counts(quantity) and "/" in carry.unit and quantity.unit_key == counted


def _says_change(document: Document, piece: Span) -> bool:
    """Tell whether an indicator already ends in "tăng" or "giảm", or begins so."""
    words = comparable(document.quote(piece)).split()
    return bool({"tăng", "giảm"} & {words[0], words[-1]})


def _with_verb(sentence: Sentence, own: Span, quantity: Quantity) -> Span:
    """Take in a "có" between an indicator and its figure: "mỗi xã có … giáo viên"."""
    between = sentence.plain[own.end : quantity.span.start]
    return Span(own.start, own.end + len(" có")) if between.rstrip() == " có" else own


def _whole_noun(sentence: Sentence, quantity: Quantity) -> str:
    """Return a counted noun with the one listed beside it ("3 tổ chức, doanh nghiệp …")."""
    end = quantity.unit_span.end if quantity.unit_span else quantity.span.end
    beside = BESIDE.match(sentence.plain, end)
    noun = read_known_noun(sentence.plain, beside.end()) if beside else None
    if noun and any(time.span.overlaps(noun.span) for time in sentence.times):
        return quantity.unit  # "20 trường, giai đoạn 2026-2030 …"
    if noun and heads_next(sentence, noun.span.end):
        return quantity.unit  # "45.000 người, nhóm đường sắt 20.000 người"
    return quantity.unit + sentence.text[end : noun.span.end] if noun else quantity.unit
