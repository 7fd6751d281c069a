"""Finds the numbers of a text with the scale words and unit that follow each.

Numbers in figures, in words ("ba lĩnh vực", "một phần ba"), fractions, "gấp đôi". Numbers that
only name something (Điều 3, lớp 5, 5G, list marks, footnotes) are left out. Works on comparable
text, which has the same offsets as the text.

What this module does not know: bounds and ranges; years and dates (their spans are given).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.model import Span
from corpus.numerals import (
    FIGURES,
    SCALE_WORDS,
    SPELLED,
    SPELLED_FRACTION,
    parse_figures,
    parse_words,
    scale_of,
)
from corpus.units import QuantityKind, Unit, read_known_noun, read_measure, read_unit

_ATOM = re.compile(
    r"(?<![^\W_])(?<![^\W\d_][-+])(?<![0-9][.,/])"
    rf"(?:(?P<top>[0-9]{{1,4}})/(?P<under>[1-9][0-9]{{0,3}})(?![\w/-])(?![.,][0-9])|(?P<figures>{FIGURES}))"
    r"|\bgấp (?P<fold>đôi|rưỡi|ba|bốn)\b"
    r"|\b(?P<half>một nửa|(?:(?<=quá )|(?<=hơn )|(?<=trên )|(?<=gần ))nửa"
    r"(?! (?:đêm|đầu|cuối|sau)\b))\b"
    rf"|\b(?P<words>{SPELLED_FRACTION}|{SPELLED})\b(?! phần (?:trăm|nghìn))"
)
_FIGURE = re.compile(r"[0-9]")
_GLUED = re.compile(r"[^\W\d_]")
_SCALE = re.compile(rf"(?: ?{SCALE_WORDS}(?![^\W_]))+")
_FOLDS = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), "ba": Decimal(3), "bốn": Decimal(4)}
_AND_MORE = re.compile(rf" (?P<words>{SPELLED})(?P<scale>(?: {SCALE_WORDS}(?![^\W_]))*)(?![^\W_])")
_AND_HALF = re.compile(r" rưỡi\b")
_AND_FIGURES = re.compile(
    r" (?P<figures>[0-9]{1,3}(?:,[0-9]{1,3})?)"
    rf"(?P<scale>(?: ?{SCALE_WORDS}(?![^\W_]))+)(?! ?[0-9])"
)
_MARKER = re.compile(  # at the head of a line, or of a quote of one
    r"(?m)(?:^|(?<=[“\"«]))[ ]*(?:[-+*•] )?[0-9]{1,3}(?:\.[0-9]{1,3})*(?:[.)](?=\s)|(?= ?\|))"
    r"|(?:^|(?<=[“\"«]))[ ]*[0-9]{1,2}(?:\.[0-9]{1,2})+\.?(?= [^\W\d_])"
    rf"(?! {SCALE_WORDS}(?![^\W_]))"
    r"|(?<![\w.,/-])(?:\(?0[0-9]{2,3}\)?(?:[ .-][0-9]{1,4}){2,4}|0[0-9]{9}|1[89]00[ .][0-9]{4,6})"
    r"(?![\w%])"  # a number to call
    r"|\b24/7\b|\b[0-9]{1,4}\+[0-9]{3}\b|\[[0-9]{1,3}\]|\((?:[0-9]{1,2}(?:\.[0-9]{1,2})*)\)"
)
_HARD_LABEL = re.compile(
    r"\b(?:điều|khoản|mục|chương|phụ lục|bảng|hình|biểu|mẫu số|lần thứ|khóa|đề án|quốc lộ|đường"
    r"|(?<!dân )(?<!tổng )(?<!con )(?<!sĩ )(?<!quân )số|tỉnh lộ|vành đai|quận|phường|tuyến số"
    r"|trang|lớp|đại hội|thứ|kì họp thứ|thế kỉ|thập niên|thập kỉ|tầng|ngõ|ngách|điện thoại|fax"
    r"|khu vực|cơ số|vòng|chỉ thị|nghị quyết|giải|phiên|tuần|dieu|khoan|muc)(?: số)? ?$"
)
_SOFT_LABEL = re.compile(
    r"\b(?:phần|giai đoạn|mục tiêu|nhiệm vụ|tiêu chí|bước|câu|điểm|tổ|nhóm|vùng|cấp độ|mức độ"
    r"|(?<!cung )(?<!trợ )(?<!phụ )(?<!nâng )(?<!sơ )(?<!thứ )(?<!trung )(?<!cao )cấp"
    r"|ví dụ|chỉ tiêu|mẫu|phương án|dự án|đợt|kì|tập|bài) ?$"
)
_SINGLES = frozenset(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"))
_NO_SPELLED_AFTER = re.compile(r"\b(?:thứ|tháng|mùng|mồng|lớp|quý|chủ nhật|tư|phần) ?$")
_NO_FIVE_AFTER = re.compile(
    r"\b(?:mỗi|hằng|hàng|các|những|mấy|cả|đến|vào|nhiều|từng|cuối|đầu|giữa|sang|qua|một|tới|trước"
    r"|nửa|số|trong|tháng|vài|lâu) ?$|/ ?$"
)
_ONE_AFTER = re.compile(r"\b(?:chỉ|có|nhất|thiểu|đa|được|đúng) ?$")
_RANKED = re.compile(
    r"\b(?:hạng|xếp thứ|đứng thứ|đạt thứ|vị trí thứ|thứ hạng|vị trí|xếp hạng thứ) ?$"
)
_PLACED = re.compile(r"\bthứ ?$")
_AMONG = re.compile(
    r" (?:trong |của )?(?:thế giới|châu |cả nước|toàn quốc|toàn cầu|đông nam á|asean|khu vực \D"
    r"|các (?:nước|tỉnh)|(?:toàn )?(?:tỉnh|vùng|miền))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its scale words and unit, before its neighbours are looked at."""

    span: Span
    value: Decimal
    scale: Decimal = Decimal(1)
    end: int = 0
    unit: Unit | None = None
    spelled: bool = False
    kind: QuantityKind | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its comparable form."""

    text: str
    plain: str


def numbers_of(plain: str, text: str, taken: Sequence[Span]) -> Iterator[Number]:
    """Yield the numbers of ``text`` in order; ``plain`` is ``comparable(text)``.

    ``taken`` are spans that hold no amount (years, dates, document numbers).
    """
    marks = _MARKER.finditer(plain) if _FIGURE.search(plain) else ()
    blocked = sorted([*taken, *(Span(*m.span()) for m in marks)])
    both = _Text(text, plain)
    cursor, told = 0, 0
    for match in _ATOM.finditer(plain):
        span = Span(*match.span())
        if span.start < told:
            continue
        while cursor < len(blocked) and blocked[cursor].end <= span.start:
            cursor += 1
        if any(span.overlaps(other) for other in blocked[cursor : cursor + 2]):
            continue
        number = _number(both, match)
        if number and not _is_label(plain, number):
            told = number.span.end
            yield number


def _number(both: _Text, match: re.Match[str]) -> Number | None:
    span = Span(*match.span())
    if match["fold"]:
        return _fold(both, span, match["fold"])
    if match["half"]:
        return _measured(both, Number(span, Decimal("0.5"), spelled=True, kind=QuantityKind.RATIO))
    if match["top"]:
        counted = len(match["under"]) > 1 and read_known_noun(both.plain, span.end)
        if counted or is_ranked(both.plain, span):
            return _measured(both, Number(span, Decimal(match["top"])))  # xếp thứ 45/132, 49/58 xã
        value = Decimal(match["top"]) / Decimal(match["under"])
        return _measured(both, Number(span, value, kind=QuantityKind.RATIO))
    if match["words"]:
        return _spelled(both, span, match["words"])
    return _figures(both, span, match["figures"])


def _fold(both: _Text, span: Span, fold: str) -> Number:
    """Read "gấp đôi", "gấp ba lần"; the figures are the word after "gấp"."""
    known = read_measure(both.plain, span.end)
    times = known if known and known.kind is QuantityKind.MULTIPLE else None
    word = Span(span.end - len(fold), span.end)
    number = Number(word, _FOLDS[fold], spelled=True, kind=QuantityKind.MULTIPLE)
    return replace(number, unit=times, end=times.span.end if times else span.end)


def _figures(both: _Text, span: Span, figures: str) -> Number | None:
    plain = both.plain
    measure = read_measure(plain, span.end)
    divided = measure is not None and measure.kind in {QuantityKind.PERCENT, QuantityKind.MULTIPLE}
    scaled = divided or _SCALE.match(plain, span.end) is not None
    number = _measured(both, Number(span, parse_figures(figures, scaled=scaled)))
    bare = number.end == span.end
    if bare and (_GLUED.match(plain, span.end) or figures.endswith(".0")):
        return None  # 5G, 3D; công nghiệp 4.0
    return number


def _spelled(both: _Text, span: Span, words: str) -> Number | None:
    kind = QuantityKind.RATIO if " phần " in words else None
    number = _measured(both, Number(span, parse_words(words), spelled=True, kind=kind))
    if kind or words not in _SINGLES:
        return number
    before = max(0, span.start - 16)
    if _NO_SPELLED_AFTER.search(both.plain, before, span.start):
        return None
    if words == "năm" and _NO_FIVE_AFTER.search(both.plain, before, span.start):
        return None
    if words == "một" and not _ONE_AFTER.search(both.plain, before, span.start):
        return None
    known = read_known_noun(both.plain, span.end) or read_measure(both.plain, span.end)
    return number if known or number.scale != 1 else None


def _measured(both: _Text, number: Number) -> Number:
    """Add the scale words and the unit that follow a number."""
    end, scale, value = number.span.end, Decimal(1), number.value
    if match := _SCALE.match(both.plain, end):
        end, scale = match.end(), scale_of(_spaced(match.group(0)))
        if number.spelled:
            end, value, scale = _with_more(both.plain, end, value, scale)
        elif more := _more_figures(both.plain, end, value, scale):
            least = scale_of(_spaced(more["scale"]))
            number = replace(number, span=Span(number.span.start, more.end("figures")))
            value = value * scale / least + parse_figures(more["figures"], scaled=True)
            end, scale = more.end(), least
        if half := _AND_HALF.match(both.plain, end):
            end, value = half.end(), value + Decimal("0.5")
    unit = read_unit(both.plain, both.text, end)
    return replace(number, value=value, scale=scale, unit=unit, end=unit.span.end if unit else end)


def _more_figures(plain: str, end: int, value: Decimal, scale: Decimal) -> re.Match[str] | None:
    """Find the smaller part of an amount told in two: "61 tỷ 807 triệu" is 61.807 triệu."""
    more = _AND_FIGURES.match(plain, end)
    if more is None or value != value.to_integral_value():
        return None
    least = scale_of(_spaced(more["scale"]))
    return more if parse_figures(more["figures"], scaled=True) * least < scale else None


def _spaced(scales: str) -> str:
    return " ".join(re.findall(SCALE_WORDS, scales))


def _with_more(
    plain: str, end: int, value: Decimal, scale: Decimal
) -> tuple[int, Decimal, Decimal]:
    """Add what follows a scale word: "mười hai nghìn năm trăm" is 12.500."""
    total, least = value * scale, scale
    while match := _AND_MORE.match(plain, end):
        part = scale_of(match["scale"].strip())
        if part >= least or (part == 1 and match["words"] in _SINGLES):
            break
        total, least, end = total + parse_words(match["words"]) * part, part, match.end()
    return (end, value, scale) if total == value * scale else (end, total, Decimal(1))


def is_ranked(plain: str, span: Span) -> bool:
    """Tell whether a number at ``span`` is a rank: "xếp thứ 30", "thứ 3 khu vực ASEAN"."""
    before = max(0, span.start - 24)
    if _RANKED.search(plain, before, span.start):
        return True
    placed = _PLACED.search(plain, before, span.start)
    return placed is not None and _AMONG.match(plain, span.end) is not None


def _is_label(plain: str, number: Number) -> bool:
    """Tell the number of an article, a grade or a phase from an amount."""
    measured = number.unit is not None and number.unit.kind is not QuantityKind.COUNT
    if measured or number.scale != 1 or number.kind:
        return False
    before = max(0, number.span.start - 24)
    if is_ranked(plain, number.span):
        return False
    if _HARD_LABEL.search(plain, before, number.span.start):
        return True
    if number.unit is None and _is_counted_off(plain, number):
        return True
    known = number.unit is not None and read_known_noun(plain, number.span.end) is not None
    return not known and _SOFT_LABEL.search(plain, before, number.span.start) is not None


def _is_counted_off(plain: str, number: Number) -> bool:
    """Tell a number of a row that counts one by one, which only names: "phường 1, 2, 3, 4"."""
    printed = number.span.of(plain)
    if not printed.isdecimal():
        return False
    one = int(printed)
    before = plain[max(0, number.span.start - 8) : number.span.start]
    after = plain[number.span.end : number.span.end + 8]
    last, following = before.endswith(f" {one - 1}, "), after.startswith(f", {one + 1}")
    return (
        (last and following)
        or (last and before.endswith(f" {one - 2}, {one - 1}, "))
        or (following and after.startswith(f", {one + 1}, {one + 2}"))
    )
