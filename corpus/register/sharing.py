"""Which text of a sentence belongs to which of its figures.

Between two figures stands what completes the first and what heads the second; figures in brackets
and figures inside an indicator ("dân số từ 15 tuổi trở lên") state nothing of their own.

What this module does not know: what the text says (`corpus.register.heads`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import Span
from corpus.quantity import Operator, Quantity
from corpus.register.heads import starts_anew
from corpus.register.modifiers import changes, without_modifiers
from corpus.register.sentence import Sentence
from corpus.register.words import BESIDE, CHANGE, FROM_TO_CHANGE, LINK_AT_END, OF_PART
from corpus.units import QuantityKind, read_known_noun, unit_key

_YEAR_THEN_LINK = re.compile(
    r"\s*(?:đến |vào )?năm 20[0-9]{2} (?:là|đạt|còn|lên|khoảng|trên|tăng lên)\s*"
)
_SEPARATOR = re.compile(r"[,;:](?=\s)|\s(?:và|đồng thời|trong đó|(?<!so )với)(?=\s)|\s[-–](?=\s)")
_YEARLY_NEXT = re.compile(r"(?<=[^\W\d_]) (?:mỗi|hằng|hàng) (?:năm|tháng|quý|tuần)\s*$")
_LEADS = re.compile(r"\b(?:gồm|sau|sau đây|cụ thể|trong đó|là)\s*$")
_KIND_WORDS = 3
_LONGEST_HEAD = 800
_ADVERB = re.compile(
    r"(?:tối thiểu|ít nhất|tối đa|nhiều nhất|không quá|không vượt quá|không dưới|không ít hơn)"
)
_OPENS_PHRASE = re.compile(r"[\s,]*(?:(?:và|hoặc)\s+)?")
_CITIES = re.compile(r"tỉnh, thành(?: phố)?\b")
_COUNTED = frozenset({QuantityKind.COUNT, QuantityKind.RANK})
_COMPARES = re.compile(
    r"\s(?:thay vì|so với (?:chỉ tiêu|kế hoạch|mục tiêu)|so với(?=[^,;]* (?:là|đạt|ở mức) $))"
    r"\b(?=[^,;]*$)"
)
_INCLUDES = re.compile(
    r"\s*(?:(?:trong đó|gồm|bao gồm|riêng|cụ thể|(?:đối )?với)\b(?=[^()]*[^\W\d_])"
    r"|(?:tăng|giảm) (?!(?:so|từ|trên|hơn|gần|thêm|bình quân|trung bình)\b)[^\W\d_]+ [^\W\d_]+)"
)
_WORD_AFTER = re.compile(
    r" (?!(?:có|được|đạt|và|trên|tại|ở|trong|với|là|gồm)\b)[^\W\d_]+ [^\W\d_]+"
)
# "sử dụng nước sạch trên 90% (hợp vệ sinh đạt 100%)": a figure of the bracket's own.
_OWN_NAME = re.compile(
    r"(?!.*\b(?:năm|kế hoạch|chỉ tiêu|mục tiêu|cả nước|toàn quốc|toàn tỉnh|bình quân|trung bình"
    r"|trung ương|hiện|trước|cùng|nghị quyết|quy định|tương|tức|so)\b)"
    r"[^\W\d_][^():;]{3,60} (?:đạt|chiếm|là|còn) "
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with the text shared out to it.

    ``baseline``: "từ 30%" before "lên 50%"; ``bracketed``: it stands in brackets.
    """

    quantity: Quantity
    head: Span
    tail: Span
    baseline: bool = False
    bracketed: bool = False


def figures_of(sentence: Sentence, clause: Span) -> list[Figure]:
    """Share out the text of a clause among its figures."""
    plain = sentence.plain
    inside = sentence.quantities_in(clause)
    kept = without_modifiers(sentence, _without_brackets(plain, clause.start, inside))
    figures: list[Figure] = []
    begin = clause.start
    for position, quantity in enumerate(kept):
        after = quantity.span.end + beside_noun(sentence, quantity)
        if position + 1 < len(kept):
            limit = kept[position + 1].span.start
            cut = _cut(sentence, Span(after, max(after, limit)))
        else:
            cut = limit = clause.end
        start = max(begin, quantity.span.start - _LONGEST_HEAD)
        head, tail = Span(start, quantity.span.start), Span(after, max(after, cut))
        baseline = limit > after and changes(plain[after:limit])
        bracketed = _depth(plain[clause.start : quantity.span.start]) > 0
        figures.append(Figure(quantity, head, tail, baseline=baseline, bracketed=bracketed))
        begin = max(after, cut)
    return _with_shared_bounds(plain, figures)


def _with_shared_bounds(plain: str, figures: Sequence[Figure]) -> list[Figure]:
    """Let "tối thiểu 70% học sinh lớp 5, 80% học sinh lớp 9" bound both figures.

    Only adverbs do so ("tối thiểu", "không quá"); "trên" and "khoảng" belong to their own figure.
    """
    shared: list[Figure] = []
    bound: Operator | None = None
    for figure in figures:
        quantity = figure.quantity
        words = plain[quantity.span.start : quantity.number_span.start]
        opens = _OPENS_PHRASE.fullmatch(figure.head.of(plain)) is not None
        if _ADVERB.match(words):
            bound = quantity.operator
        elif not opens or quantity.operator is not Operator.EXACT:
            bound = None
        if bound and quantity.operator is Operator.EXACT:
            shared.append(replace(figure, quantity=_bounded(quantity, bound)))
        else:
            shared.append(figure)
    return shared


def _bounded(quantity: Quantity, bound: Operator) -> Quantity:
    least = bound is Operator.AT_LEAST
    low, high = (quantity.low, None) if least else (None, quantity.high)
    return replace(quantity, operator=bound, low=low, high=high)


def _without_brackets(plain: str, start: int, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Drop figures in brackets; one that spells out a fraction before it takes its place."""
    kept: list[Quantity] = []
    depth, read = 0, start
    for quantity in quantities:
        between = plain[read : quantity.span.start]
        depth = max(0, depth + between.count("(") - between.count(")"))
        read = quantity.span.start
        opened = plain.rfind("(", start, quantity.span.start) + 1
        if depth == 0 or _INCLUDES.match(plain, opened):
            kept.append(quantity)
        elif kept and kept[-1].kind is QuantityKind.RATIO:
            bound = kept[-1].operator if quantity.operator is Operator.EXACT else quantity.operator
            span = Span(kept[-1].span.start, quantity.span.end)
            kept[-1] = replace(quantity, operator=bound, span=span)
        elif kept and _unit(quantity) == _unit(kept[-1]) and OF_PART.match(plain, opened):
            kept.append(quantity)  # "dưới 5% (khu vực miền núi dưới 20%)"
        elif kept and _unit(quantity) == _unit(kept[-1]) and _is_named(plain, opened, quantity):
            kept.append(quantity)
        elif kept and _unit(quantity) == f"{_unit(kept[-1])}/năm":
            kept.append(quantity)  # "150-200 tỷ USD (30-40 tỷ USD/năm)"
    return kept


def _is_named(plain: str, opened: int, quantity: Quantity) -> bool:
    return _OWN_NAME.fullmatch(plain, opened, quantity.span.start) is not None


def _cut(sentence: Sentence, gap: Span) -> int:
    """Return where, between two figures, the second one's own text begins."""
    plain = sentence.plain
    words = gap.of(plain)
    if changes(words):
        change = FROM_TO_CHANGE.search(words)
        return gap.start + (change.start() if change else 0)
    if (apart := _set_apart(plain, gap)) is not None:
        return apart
    if yearly := _YEARLY_NEXT.search(words):
        return gap.start + yearly.start()  # "… được tư vấn mỗi năm ít nhất 02 lần"
    return _separated(sentence, gap)


def _separated(sentence: Sentence, gap: Span) -> int:
    """Return at which comma or "và" the second figure's own text begins."""
    plain = sentence.plain
    words = gap.of(plain)
    separators = [
        match
        for match in _SEPARATOR.finditer(plain, gap.start, gap.end)
        if not _joins_alike(plain, gap, match) and not _is_last_colon(plain, gap, match)
    ]
    commas = [
        match for match in separators if match.group(0).strip() not in {"và", "với", "-", "–"}
    ]
    if not separators:
        return gap.start if CHANGE.match(words.strip()) else gap.end
    if not _words_before(sentence, gap.start, separators[0].start()):
        return separators[0].start()
    last = separators[-1]
    if CHANGE.match(plain[last.end() : gap.end].strip()):
        return last.start()  # "… chi đầu tư, giảm 10% chi trực tiếp"
    for match in separators:
        if starts_anew(plain, Span(match.end(), gap.end), sentence.times_in(gap)):
            return match.start()
    if commas:
        return commas[-1].start()
    opens = last.group(0).strip() == "và" and (
        plain[: last.start()].endswith(")") or not LINK_AT_END.search(words.rstrip())
    )
    return last.start() if opens else gap.end  # "… ha rừng và khoanh nuôi 3.000 ha"


def _is_last_colon(plain: str, gap: Span, match: re.Match[str]) -> bool:
    """Tell the colon of "đàn bò: 1.200 con", which ends the name of its figure."""
    if match.group(0) != ":" or plain[match.end() : gap.end].strip():
        return False
    return _LEADS.search(plain[gap.start : match.start()]) is None


def _joins_alike(plain: str, gap: Span, match: re.Match[str]) -> bool:
    """Tell the "và" of "học sinh lớp 9 và lớp 12 được …", between two of one kind."""
    if match.group(0).strip() != "và":
        return False
    if _YEAR_THEN_LINK.fullmatch(plain, match.end(), gap.end):
        return False  # "… vào năm 2025 và năm 2030 là 45 nghìn"
    before, after = plain[gap.start : match.start()].split(), plain[match.end() : gap.end].split()
    return bool(after) and after[0] in before[-_KIND_WORDS:] and len(before) > 1


def _set_apart(plain: str, gap: Span) -> int | None:
    """Return where "thay vì …" or a bracket begins what does not belong to the first."""
    if compared := _COMPARES.search(plain, gap.start, gap.end):
        return compared.start()
    bracket = plain.rfind("(", gap.start, gap.end) + 1
    own = _OWN_NAME.fullmatch(plain, bracket, gap.end)
    parts = (_INCLUDES.match(plain, bracket), OF_PART.match(plain, bracket), own)
    return bracket if bracket and any(parts) else None


def beside_noun(sentence: Sentence, quantity: Quantity) -> int:
    """Return how many characters the noun listed beside a counted one takes ("30 tỉnh, thành")."""
    if quantity.kind not in _COUNTED or quantity.unit_span is None:
        return 0
    if cities := _CITIES.match(sentence.plain, quantity.unit_span.start):
        return cities.end() - quantity.span.end
    beside = BESIDE.match(sentence.plain, quantity.span.end)
    noun = read_known_noun(sentence.plain, beside.end()) if beside else None
    if noun is None or any(time.span.overlaps(noun.span) for time in sentence.times):
        return 0  # "20 trường, giai đoạn 2026-2030 …"
    if heads_next(sentence, noun.span.end):
        return 0
    return noun.span.end - quantity.span.end


def heads_next(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun that ends at ``at`` begins the name of the figure after it."""
    following = [q for q in sentence.quantities if q.span.start > at]
    if not following:
        return False
    between = sentence.plain[at : following[0].span.start]
    if between.rstrip().endswith((" và", " hoặc")):
        return False  # "13 xã, thị trấn vùng núi và 24 xã": what "và" joins stands alone
    return _WORD_AFTER.match(between) is not None and not set(",;:.()") & set(between)


def _unit(quantity: Quantity) -> str:
    return unit_key(quantity.base_unit)


def _depth(words: str) -> int:
    """Return how many brackets stand open at the end of some words."""
    return max(0, words.count("(") - words.count(")"))


def _words_before(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether words other than times stand between a figure and a separator."""
    words = sentence.plain[start:end]
    for time in sentence.times_in(Span(start, end)):
        words = words.replace(time.span.of(sentence.plain), " ")
    return bool(re.search(r"\w", words))
