"""Figures that cannot be what is asked, however alike the words: a near miss by kind.

A wage is no count of people, an interest rate no sum of money, what one of a thing costs is not
what a plan sets aside for all of them, an aim is not what was reached, and what is told of rooms
of 30 m2 says nothing of those of 45 m2. Each way returns the words of the question that the
figure does not meet, or "".

What this module does not know: names, places and classes (`assistant.reading.narrowing`).
"""

import re
from collections.abc import Callable
from typing import Final

from assistant.question import Asks, Question
from assistant.reading.bases import base_words, is_of_another_base
from assistant.reading.cells import column_of
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.short_of import only_a_month, other_sort, share_of_else
from assistant.reading.unit_fit import is_counted, is_money, is_share
from corpus.normalize import comparable
from corpus.quantities import Operator, Quantity, QuantityKind, same_figures, same_unit
from corpus.register import TargetKind
from corpus.units import read_measure

_HOW: Final = r"(?:bao nhiêu|mấy|bao lăm)"
_SUMS: Final = (
    r"(?:thu nhập|lương|phụ cấp|trợ cấp|đơn giá|giá(?: vé)?(?! trị)|học phí|lệ phí|kinh phí"
    r"|tiền (?:thuê|thưởng|lương|công|phạt)|mức (?:thưởng|phạt|lương))"
)
_MONEY: Final = re.compile(
    rf"\b{_HOW} (?:tiền|vốn|kinh phí|chi phí|(?:tỉ |triệu |nghìn )?đồng(?! chí))\b"
    rf"|\b{_SUMS}\b[^,;?]{{0,60}}? {_HOW}(?=\W*$| (?:một|mỗi|cho|để|/)\b)"
    rf"|\b(?:trả|nộp|đóng|được thưởng|phạt) {_HOW}(?=\W*$| (?:một|mỗi|cho)\b)"
)
_SHARE_ASKED: Final = re.compile(
    r"\b(?:tỉ lệ|tỉ trọng|phần trăm|chiếm|trên grdp|trên gdp|tăng|giảm|gấp)\b|%"
)
_OF_MONEY: Final = re.compile(
    r"\W*(?:(?:tổng|mức|giá trị|số|tiền|lãi|nguồn|toàn bộ|phần) ){0,3}"
    r"(?:học phí|chi phí|kinh phí|giá|vốn|tiền|lãi suất|phí|lương|mức|lệ phí|cước|ngân sách"
    r"|nhu cầu|thu nhập|doanh thu|viện phí|đóng|so với|tổng|hợp đồng)\b"
)
_RATE: Final = re.compile(
    rf"\b(?P<rate>lãi suất|thuế suất)\b[^,;?]*? {_HOW}(?=\W*$| (?:một|mỗi|phần)\b| ?%)"
)
_SIZE: Final = re.compile(
    r"\b(?P<size>kích thước|chiều (?:dài|rộng|cao|sâu)|bề (?:rộng|ngang))(?: [^\W\d_]+){0,4}? "
    rf"(?:là |khoảng |chừng |cỡ )*{_HOW}"
    r"|\b(?P<how>(?<!kéo )(?<!lâu )dài|(?<!mở )(?<!nhân )(?<!sâu )rộng)"
    rf"(?: (?:là|khoảng|chừng|cỡ))* {_HOW}(?! (?:lâu|năm|ngày|tháng|giờ|phút|tuần)\b)"
)
_EXTENTS: Final = (QuantityKind.LENGTH, QuantityKind.AREA)
_AIM: Final = re.compile(r"\b(?:mục tiêu|phấn đấu|đặt ra|đề ra)\b")
_AIMED: Final = re.compile(
    r"\b(?:mục tiêu|phấn đấu|kế hoạch|sẽ|dự kiến|chỉ tiêu|đến (?:hết )?năm|cần|phải)\b"
)
_BY_YEAR: Final = re.compile(r"\b(?:đến|tới) (?:hết )?năm \d{4}\b")
_APART: Final = re.compile(
    r"^\W*(?:còn )?riêng (?!năm\b|giai đoạn\b|quý\b|tháng\b|về\b)(?P<part>[^\W\d_]+ [^\W\d_]+)"
)
_SET_APART: Final = re.compile(r"\b(?:riêng|trong (?:đó|số)|chỉ)\b|\|")
_OF_ONE: Final = re.compile(
    r"\b(?:mỗi|từng|(?:đơn )?giá(?: mua| bán| thuê| của)* (?:một|mỗi|cho mỗi))"
    r" (?!năm\b|tháng\b|ngày\b|quý\b|tuần\b|lần\b|người\b|giờ\b|đợt\b|kì\b|khi\b|nguồn\b|bên\b"
    r"|nơi\b|cấp\b|loại\b|nhóm\b|nước\b|đâu\b)[^\W\d_]+"
)
_ONE_TOLD: Final = re.compile(r"\b(?:mỗi|từng|một|bình quân|trung bình|cứ|01)\b|/ ?[^\W\d_]")
_ALL: Final = re.compile(rf"\bcó {_HOW} (?P<noun>[^\W\d_]+ [^\W\d_]+)")
_PER_ONE: Final = re.compile(
    r"\b(?:mỗi|từng|bình quân|trung bình|đầu người|một|cứ|người dân|vạn|nghìn)\b"
)
_PER_PERSON: Final = re.compile(
    r"\b(?:mỗi|bình quân|trung bình)(?: một)? (?:người|đầu|hộ|trẻ|em)\b"
)
_PAID: Final = re.compile(r"\b(?:giá|thưởng|phụ cấp|lương|phạt|lãi suất|thu nhập)\b(?! trị)")
_SET_ASIDE: Final = re.compile(r"\b(?:kinh phí|vốn|tổng)\b")
_NUMBER_OF: Final = re.compile(r"^\W*số [^\W\d_]+")
_UP: Final = frozenset((Operator.ABOVE, Operator.AT_LEAST))
_DOWN: Final = frozenset((Operator.BELOW, Operator.AT_MOST))
_OWN: Final = re.compile(r"(?:tuổi|m2|m²|km|ha|mét|m)\b")


def misfit(question: Question, best: Evidence) -> str:
    """Return the words of a question for a figure that the evidence's cannot be, or ""."""
    if question.yes_no or best.span is None:
        return ""
    if not question.wants(Asks.QUANTITY):
        return _other_base(question, best)  # "tăng hay giảm so với kế hoạch?"
    return next((asked for way in _WAYS if (asked := way(question, best))), "")


def _no_money(question: Question, best: Evidence) -> str:
    """Return the words that ask for money, where the figure is of none."""
    form = comparable(question.text)
    asked = _MONEY.search(form)
    if asked is None or _SHARE_ASKED.search(form) or best.notes.row is not None:
        return ""
    figure, unit = _figure(best)
    if figure is None or is_money(unit):
        return ""
    if not is_share(unit):
        return asked.group(0)
    after = comparable(best.notes.document.text[figure.span.end : best.notes.passage.span.end])
    return "" if _OF_MONEY.match(after) else asked.group(0)


def _no_size(question: Question, best: Evidence) -> str:
    """Return the size asked for, where the figure is no length and no area: "10 ngày"."""
    asked = _SIZE.search(comparable(question.text))
    figure, unit = _figure(best)
    if asked is None or figure is None or best.notes.row is not None:
        return ""
    measured = read_measure(f" {unit}", 0)
    fits = measured is not None and measured.kind in _EXTENTS
    return "" if fits or not unit else asked["size"] or asked["how"]


def _no_rate(question: Question, best: Evidence) -> str:
    """Return the rate asked for, where the figure is a sum or a count."""
    asked = _RATE.search(comparable(question.text))
    figure, unit = _figure(best)
    share = "%" in unit or "phần trăm" in unit
    cell = best.notes.row is not None
    return asked["rate"] if asked and figure is not None and not (share or cell) else ""


def _no_aim(question: Question, best: Evidence) -> str:
    """Return the word that asks for an aim, where a sentence tells only what was reached.

    So it is of "đến năm 2020", where the years stand over the sentence alone.
    """
    form = comparable(question.text)
    asked = _AIM.search(form) or (_BY_YEAR.search(form) if best.time is TimeFit.NEAR else None)
    reached = best.target is not None and best.target.kind is TargetKind.ACHIEVED
    if asked is None or not reached:
        return ""
    whole = comparable(best.notes.document.quote(best.notes.passage.span))
    return "" if _AIMED.search(whole) else asked.group(0)


def _not_apart(question: Question, best: Evidence) -> str:
    """Return what opens a question as a part set apart, where the sentence sets none apart."""
    asked = _APART.search(comparable(question.text))
    whole = comparable(best.notes.document.quote(best.notes.passage.span))
    return asked["part"] if asked and not _SET_APART.search(whole) else ""


def _not_of_one(question: Question, best: Evidence) -> str:
    """Return the words for one of a thing whose price is asked, where all together are told."""
    form = comparable(question.text)
    asked = _OF_ONE.search(form)
    if asked is None or not _MONEY.search(form):
        return ""
    whole = best.notes.document.quote(best.notes.passage.span)
    return "" if _ONE_TOLD.search(comparable(f"{best.told} {whole}")) else asked.group(0)


def _of_each(question: Question, best: Evidence) -> str:
    """Return what is counted, where the clause tells how many there are for each person."""
    form = comparable(question.text)
    asked = _ALL.search(form)
    if asked is None or _PER_ONE.search(form):
        return ""
    return asked["noun"] if _PER_PERSON.search(comparable(best.quote)) else ""


def _set_aside(question: Question, best: Evidence) -> str:
    """Return what is paid or won, where a column tells what a plan sets aside for a task."""
    column = column_of(best.notes, best.span)
    asked = _PAID.search(comparable(question.text))
    if column is None or asked is None:
        return ""
    quote = best.notes.document.quote
    said = asked.group(0) in comparable(quote(best.notes.passage.span))
    return "" if said or not _SET_ASIDE.search(comparable(quote(column.words))) else asked.group(0)


def _other_column(question: Question, best: Evidence) -> str:
    """Return the noun counted, where the cell is of a column and a row that say another."""
    column = column_of(best.notes, best.span)
    noun = question.unit.partition(" ")[0]
    if column is None or not column.tells or not is_counted(question.unit):
        return ""
    said = comparable(best.notes.document.quote(best.notes.passage.span))
    named = comparable(best.notes.document.quote(column.header))
    counted = comparable(best.target.unit) if best.target else ""
    other = bool(_NUMBER_OF.search(named)) and noun not in f"{said} {named} {counted}".split()
    return noun if other else ""


def _other_base(question: Question, best: Evidence) -> str:
    """Return what a question counts a change or a share from, where the figure's is another."""
    return base_words(question.text) if is_of_another_base(question, best) else ""


def _other_size(question: Question, best: Evidence) -> str:
    """Return an age or size that the question sets, where the clause sets another."""
    span = best.span or best.clause
    around = [best.clause, *(one.span for one in best.notes.clauses if one.span.covers(span))]
    told = [
        one
        for one in best.notes.sentence.mentions.quantities
        if one.span != span and any(clause.overlaps(one.span) for clause in around)
    ]
    for asked in question.mentions.quantities:
        like = [one for one in told if same_unit(asked, one)]
        if not asked.figures or not like or not _OWN.match(comparable(asked.unit)):
            continue
        if not any(same_figures(asked, one) and not _are_opposite(asked, one) for one in like):
            return comparable(asked.span.of(question.text))
    return ""


def _are_opposite(asked: Quantity, told: Quantity) -> bool:
    """Tell "dưới 15 tuổi" from "từ 15 tuổi trở lên"."""
    sides = {one.operator for one in (asked, told)}
    return bool(sides & _UP) and bool(sides & _DOWN)


def _figure(best: Evidence) -> tuple[Quantity | None, str]:
    """Return the figure that evidence answers with, and its comparable unit."""
    quantities = best.notes.sentence.mentions.quantities
    found = next((one for one in quantities if best.span and one.span.overlaps(best.span)), None)
    if found is None:
        return None, ""
    if found.kind in (QuantityKind.MONEY, QuantityKind.PERCENT):
        return found, comparable(found.unit)
    unit = best.target.unit if best.target else found.unit
    return found, comparable(unit or found.unit)


_WAYS: Final[tuple[Callable[[Question, Evidence], str], ...]] = (
    _no_money,
    _no_size,
    _no_rate,
    _no_aim,
    _not_apart,
    _not_of_one,
    _of_each,
    _set_aside,
    _other_column,
    _other_base,
    _other_size,
    only_a_month,
    other_sort,
    share_of_else,
)
