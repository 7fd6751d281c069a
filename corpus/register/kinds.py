"""What a figure states: an aim, a result, or how many things there are.

What this module does not know: how the figure, its indicator and its year were found.
"""

import re

from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantity import Operator, Quantity
from corpus.register.aim_words import (
    AIMED,
    BOUND,
    ESTIMATED,
    EXPECTED,
    GOAL,
    GOAL_WORD,
    GOAL_YEAR,
    PAST,
    PLANNED,
    RESULT,
    TO_DO,
    TO_DO_LAST,
    WILL_DO,
)
from corpus.register.carry import Carry
from corpus.register.heads import Head
from corpus.register.record import TargetKind
from corpus.register.rules import is_meant_for, is_rule
from corpus.register.sentence import Sentence
from corpus.register.sharing import Figure
from corpus.register.words import (
    CONTAINED,
    CONTAINS,
    DONE_AT,
    ENUMERATED,
    IN_TERM,
    INDICATOR_START,
    LOCATED,
    OPENS_SHARE,
    PLAN_NAME,
    PURPOSE,
    SIZE,
    VALUE_LINK,
)
from corpus.register.years import Year
from corpus.units import QuantityKind

_LARGEST_SMALL, _ALL = 10, 100
_BOUNDS = frozenset({Operator.AT_LEAST, Operator.AT_MOST})


def stands_alone(sentence: Sentence, head: Head, slices: tuple[Span, ...], carry: Carry) -> bool:
    """Tell a figure that can state an aim with no word of aims: "Tỷ lệ … đạt 70%", "100% …"."""
    words = comparable(sentence.document.quote(slices[0]))
    if head.slices or carry.named:
        begins = any(map(INDICATOR_START.match, (words, sentence.plain)))
        goes_on = carry.aiming and TO_DO.match(sentence.plain) is not None
        return carry.aimed_here or begins or goes_on
    return True


def kind_of(
    sentence: Sentence, figure: Figure, year: Year | None, carry: Carry, *, stands: bool
) -> TargetKind:
    """Tell an aim from a result and from a mere count.

    ``stands``: what `stands_alone` says of it.
    """
    quantity = figure.quantity
    if _has_passed(year, carry) or figure.baseline or _is_of_a_rule(sentence, figure, carry):
        return TargetKind.ACHIEVED
    if _is_budget(quantity, carry):
        return TargetKind.BUDGET
    if carry.rules and AIMED.search(sentence.plain) is None:
        return TargetKind.COUNT if _counted(quantity) else TargetKind.ACHIEVED
    own = _own_words(sentence, figure)
    goal = _says_goal(sentence, figure, own, year, carry)
    if (
        _merely_counts(sentence, figure)
        or (_is_located(sentence, figure) and not _is_task(sentence, figure, carry))
        or (_is_small_word(quantity) and not goal)
    ):
        return TargetKind.COUNT
    return _aim_or_result(sentence, figure, year, carry, goal=goal, own=own, stands=stands)


def _is_budget(quantity: Quantity, carry: Carry) -> bool:
    """Tell what a plan costs and who pays it, under the heading of its funds: no aim."""
    return carry.funds and quantity.kind is QuantityKind.MONEY


def _aim_or_result(  # noqa: PLR0913 - what was already read of the figure, by name
    sentence: Sentence, figure: Figure, year: Year | None, carry: Carry, *,
    goal: bool, own: str, stands: bool,
) -> TargetKind:  # fmt: skip
    quantity = figure.quantity
    past = carry.reviews or PAST.search(_led(sentence, figure, own, carry)) is not None
    expected = (
        carry.aimed_here and EXPECTED.search(sentence.plain, 0, figure.head.start) is not None
    )
    own = ESTIMATED.sub(" ", own) if expected else own
    told = _is_result(sentence, own) or (past and not goal)
    on = carry.told and not goal and not carry.aimed_here
    carry.told = told or on or (year is not None and _tells_on(sentence, year, carry))
    if carry.told:
        return TargetKind.ACHIEVED if told or not _counted(quantity) else TargetKind.COUNT
    aimed = goal or carry.aimed or carry.explains or _is_planned(sentence, figure, carry)
    aimed = aimed or (carry.aimed_here and _is_contained(sentence, figure))
    if year and not aimed and _is_over(year, carry):
        before = sentence.first_goal_word < quantity.span.start and year.key not in carry.reported
        return TargetKind.TARGET if before else TargetKind.ACHIEVED
    if aimed or _goes_on(sentence, figure, year, carry, stands=stands):
        return TargetKind.TARGET
    return TargetKind.COUNT if _counted(quantity) else TargetKind.ACHIEVED


def _tells_on(sentence: Sentence, year: Year, carry: Carry) -> bool:
    """Tell "Năm 2019 đạt 8 triệu tấn", aiming at nothing, after a sentence of results alone."""
    aims = sentence.first_goal < len(sentence.plain) or AIMED.search(sentence.plain)
    opens = (carry.fresh and carry.scope == year) or not year.end
    return carry.results and opens and not (aims or carry.aimed or carry.tasks)


def _has_passed(year: Year | None, carry: Carry) -> bool:
    return year is not None and 0 < year.end < carry.published


def _is_of_a_rule(sentence: Sentence, figure: Figure, carry: Carry) -> bool:
    """Tell what a rule grants, and for whom; ``carry`` remembers the one before."""
    if is_meant_for(sentence, figure):
        return True
    carry.ruled = is_rule(sentence, figure, after_rule=carry.ruled)
    return carry.ruled


def _is_over(year: Year, carry: Carry) -> bool:
    """Tell a year of which the document reports, or that ends before any year it aims at."""
    past = not carry.published or year.end <= carry.published
    past = past and year not in carry.years  # what was just aimed at for it
    return year.key in carry.reported or (past and 0 < year.end < carry.first_aim)


def _is_planned(sentence: Sentence, figure: Figure, carry: Carry) -> bool:
    """Tell an item of what is to be done by the headings above."""
    money = figure.quantity.kind is QuantityKind.MONEY
    return not money and _is_task(sentence, figure, carry)


def _is_task(sentence: Sentence, figure: Figure, carry: Carry) -> bool:
    """Tell a thing to be done, or a share to be kept to, under a heading of tasks."""
    if not carry.tasks:
        return False
    quantity = figure.quantity
    share = quantity.kind is QuantityKind.PERCENT and quantity.operator in _BOUNDS
    linked = VALUE_LINK.search(figure.head.of(sentence.plain).rstrip()) is not None
    return (share and linked) or _is_to_do(sentence, figure)


def _is_to_do(sentence: Sentence, figure: Figure) -> bool:
    """Tell "Bồi dưỡng 12.000 nhân viên y tế", an item of what is to be done."""
    quantity = figure.quantity
    if quantity.spelled or quantity.kind is QuantityKind.MONEY:
        return False
    words = re.split(r"[:;] ", figure.head.of(sentence.plain))[-1]
    if quantity.operator is Operator.AT_LEAST and TO_DO_LAST.search(words):
        return True  # "Ủy ban nhân dân xã bố trí tối thiểu 01 công chức"
    return TO_DO.match(words) is not None


def _counted(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT


def _is_small_word(quantity: Quantity) -> bool:
    """Tell "ba trường" from "hơn một nửa số xã" and "mười lăm bác sĩ"."""
    exact = quantity.operator is Operator.EXACT and quantity.scale == 1
    small = quantity.low is not None and 1 <= quantity.low <= _LARGEST_SMALL
    return quantity.spelled and exact and small


def _merely_counts(sentence: Sentence, figure: Figure) -> bool:
    """Tell "26 chỉ tiêu", what a document lists, from what it aims at."""
    unit = comparable(figure.quantity.base_unit)
    bounded = figure.quantity.operator in _BOUNDS or figure.quantity.scale != 1
    met = unit == "tiêu chí" and VALUE_LINK.search(figure.head.of(sentence.plain).rstrip())
    shared = figure.quantity.kind is QuantityKind.RATIO and unit == "chỉ tiêu"  # "3/3 chỉ tiêu"
    if bounded or met or not (shared or _counted(figure.quantity)):
        return False
    return ENUMERATED.match(unit) is not None


def _is_located(sentence: Sentence, figure: Figure) -> bool:
    """Tell "thí điểm tại 40 xã", where a thing is done, from how many are aimed at."""
    head = figure.head.of(sentence.plain).rstrip()
    if figure.quantity.kind is QuantityKind.LENGTH:
        return SIZE.search(head) is not None
    done_there = DONE_AT.search(head) is not None
    return _is_plain_count(figure.quantity) and LOCATED.search(head) is not None and not done_there


def _says_goal(
    sentence: Sentence, figure: Figure, own: str, year: Year | None, carry: Carry
) -> bool:
    """Tell whether the words around a figure speak of an aim.

    A year that is over does not; nor what comes after a plain count ("giao 5 Bộ … các chỉ tiêu").
    """
    over = year is not None and (0 < year.end <= carry.published or year.key in carry.reported)
    if not over and (_will_be_done(sentence, figure) or IN_TERM.search(own)):
        return True
    pattern = GOAL_WORD if over else GOAL
    own = PLAN_NAME.sub(" ", own)
    if year is None and not (carry.aimed or carry.aiming):
        own = BOUND.sub(" ", own)  # "mức hỗ trợ không quá 120 triệu đồng": a rule
    if pattern.search(own) is None:
        return False
    if not _is_plain_count(figure.quantity):
        return True
    return (pattern.search(figure.head.of(sentence.plain)) or GOAL_YEAR.search(own)) is not None


def _will_be_done(sentence: Sentence, figure: Figure) -> bool:
    """Tell "sẽ cắt giảm 704 hợp đồng" and "6 nghĩa trang sẽ đóng cửa"; percents are foreseen."""
    if figure.quantity.kind is QuantityKind.PERCENT:
        return False
    if WILL_DO.search(figure.head.of(sentence.plain)):
        return True
    return _counted(figure.quantity) and WILL_DO.search(figure.tail.of(sentence.plain)) is not None


def _is_plain_count(quantity: Quantity) -> bool:
    whole = quantity.low is not None and quantity.low == int(quantity.low)
    return _counted(quantity) and quantity.operator is Operator.EXACT and whole


def _goes_on(
    sentence: Sentence, figure: Figure, year: Year | None, carry: Carry, *, stands: bool
) -> bool:
    """Tell whether a figure is an aim by what stands before it, its year or its sentence."""
    quantity = figure.quantity
    plain_count = _is_plain_count(quantity)
    first_goal = quantity.span.start if plain_count else len(sentence.plain)
    firmly = year is None and not (carry.aimed or carry.aiming)
    if (sentence.first_firm_goal if firmly else sentence.first_goal) < first_goal:
        return True
    whole = quantity.low == _ALL and quantity.unit == "%"
    bounded = whole or quantity.operator is not Operator.EXACT
    contained = CONTAINED.match(sentence.plain) is not None
    contained = contained or (carry.aimed_here and _is_contained(sentence, figure))
    if carry.aiming and (contained or (bounded and (carry.aimed_here or stands))):
        return True
    if year is None:
        return carry.aiming and stands and _opens_share(sentence, figure)
    dated = [time for time in sentence.times if time.end_year]
    if plain_count and dated and dated[0].span.start > quantity.span.start:
        return False  # "giao 5 Bộ các chỉ tiêu năm 2030"
    set_above = carry.parent is not None and (stands or carry.listed)
    follows = carry.aiming and (carry.aimed_here or stands) and not plain_count
    if not year.end or carry.fresh or set_above or follows:
        return True
    own = _own_words(sentence, figure)
    return PLANNED.search(own) is not None and year.end > carry.published > 0


def _opens_share(sentence: Sentence, figure: Figure) -> bool:
    """Tell "100% bộ, ngành ban hành kế hoạch", a sentence that goes on with aims."""
    return figure.head.start == 0 and OPENS_SHARE.match(sentence.plain) is not None


def _is_contained(sentence: Sentence, figure: Figure) -> bool:
    """Tell a part or a fellow of the figure before: "…, trong đó có 225 nghìn lượt"."""
    return CONTAINS.match(figure.head.of(sentence.plain)) is not None


def _own_words(sentence: Sentence, figure: Figure) -> str:
    """Return what stands around a figure, without the purpose that follows it."""
    purpose = PURPOSE.search(sentence.plain, figure.quantity.span.end, figure.tail.end)
    return sentence.plain[figure.head.start : purpose.start() if purpose else figure.tail.end]


def _led(sentence: Sentence, figure: Figure, own: str, carry: Carry) -> str:
    """Return the words that tell of the past: in a list of aims not those of the noun after.

    "100% trường bố trí giáo viên tư vấn đã qua bồi dưỡng".
    """
    return figure.head.of(sentence.plain) if carry.aimed and carry.listed else own


def _is_result(sentence: Sentence, own: str) -> bool:
    """Tell whether a figure's own words, or a sentence that aims at nothing, report a result."""
    aims = [match.start() for match in AIMED.finditer(own)]
    results = [match.start() for match in RESULT.finditer(own)]
    if results:
        return not aims or aims[-1] < results[-1]
    return sentence.reports
