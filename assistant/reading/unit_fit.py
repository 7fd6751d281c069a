"""Whether a figure is of the unit that a question asks for: "mấy trường", "bao nhiêu phần trăm".

What this module does not know: which figure answers (`assistant.reading.spans`).
"""

import re
from typing import Final

from assistant.question import Question
from assistant.reading.amounts import money_asked
from assistant.reading.slots import words_of
from corpus.normalize import comparable
from corpus.numerals import SCALE_WORDS
from corpus.places import LEVELS
from corpus.quantities import QuantityKind
from corpus.units import read_known_noun, read_measure, unit_key

_SCALES: Final = re.compile(rf"^(?:{SCALE_WORDS}\s*)+")
_SHARES: Final = (QuantityKind.PERCENT, QuantityKind.RATE, QuantityKind.MULTIPLE)
# Nouns that are measured as often as counted: "bao nhiêu đất", "bao nhiêu nhà ở".
_MASSES: Final = words_of("đất nước nhà mặt vùng khu cây dân diện vốn tiền gói quỹ hồ sông điểm")
_PRICE: Final = re.compile(r"\bgiá (?:là |khoảng |cỡ )?(?:bao nhiêu|mấy)\b")
_PERCENT_HEAD = re.compile(r"^\W*(?:đến năm \d+,? |năm \d+,? )?(?:tỉ lệ|tỉ trọng|tốc độ tăng)\b")
_MEASURES: Final = frozenset(
    (
        "tỉ",
        "triệu",
        "nghìn",
        "đồng",
        "ha",
        "hecta",
        "héc-ta",
        "héc",
        "ki-lô-mét",
        "km",
        "tấn",
        "mét",
        "m2",
        "lần",
        "tbps",
        "mw",
    )
)


_NAMED_UNITS: Final = (
    (("%",), ("%", "phần trăm")),
    (("usd", "đô la", "đô"), ("usd", "đô la")),
)
_RANK: Final = re.compile(
    r"\b(?:đứng|xếp|hạng|vị trí|hàng|đang)(?: hạng| vị trí| hàng)? thứ (?:mấy|bao nhiêu)\b"
    r"|\b(?:xếp hạng|thứ hạng|vị trí) (?:mấy|bao nhiêu)\b"
    r"|\b(?:đứng|thuộc|vào|trong|lọt) (?:nhóm|tốp|top) (?:mấy|bao nhiêu)\W*$"
)
_CLASSIFIERS: Final = frozenset(("cái", "chiếc", "con", "chỗ", "nơi", "đứa", "vị"))
_HOW_MANY: Final = re.compile(r"\b(?:bao nhiêu|mấy|bao lăm) ")
_LEVEL: Final = re.compile(rf"\b(?:{LEVELS}|thôn|bản|ấp|xóm|tổ dân phố|hộ)\b")


def unit_fits(question: Question, printed: str) -> bool:
    """Tell whether a figure's unit is the one asked for ("bao nhiêu phần trăm", "mấy trường").

    What follows "bao nhiêu" is a unit only where it is a measure; "bao nhiêu GDP" asks for a
    share, and "bao nhiêu học sinh" is often answered in per cent.
    """
    asked = question.unit
    unit = comparable(printed)
    if _RANK.search(comparable(question.text)):
        return "thứ hạng" in unit
    for names, units in _NAMED_UNITS:
        if asked in names:
            return any(one in unit for one in units)
    price = _PRICE.search(comparable(question.text)) is not None
    counted = is_counted(question.counted) and _is_measure(unit)
    counted |= _is_counted_in(question, unit)
    counted |= money_asked(question.text) and not (is_money(unit) or is_share(unit))
    other = _measures_another(asked, unit) or _is_another_level(question.counted, unit)
    if counted or other or (price and not is_money(unit)):
        return False
    if "%" in unit or "lần" in unit:
        if question.how_many:
            return False
    elif _PERCENT_HEAD.search(comparable(question.text)):
        return False
    first = asked.split(" ")[0]
    return first not in _MEASURES or first in unit or unit_key(asked) in unit_key(unit)


def _is_counted_in(question: Question, unit: str) -> bool:
    """Tell the whole that a question counts in from what it counts.

    "Thành phố có bao nhiêu quán cà phê?" is not answered by "nhóm 100 thành phố".
    """
    form = comparable(question.text)
    how = _HOW_MANY.search(form)
    if how is None or not question.counted or read_known_noun(f" {unit}", 0) is None:
        return False
    asked = frozenset(question.counted.split())
    if asked & _CLASSIFIERS:
        return False  # "Đơn vị sự nghiệp còn lại mấy cái?"
    return f" {unit} " in f" {form[: how.start()]} " and asked.isdisjoint(unit.split())


def is_counted(asked: str) -> bool:
    """Tell whether what follows "bao nhiêu" is a thing that is counted: "xã", "người cao tuổi"."""
    if not asked or asked.partition(" ")[0] in _MASSES or read_measure(f" {asked}", 0):
        return False
    return read_known_noun(f" {asked}", 0) is not None


def _is_measure(unit: str) -> bool:
    """Tell whether a unit measures money, land, lengths, ages or time, and so counts nothing."""
    found = read_measure(f" {_SCALES.sub('', unit)}", 0)
    return found is not None and found.kind not in _SHARES


def _is_another_level(asked: str, unit: str) -> bool:
    """Tell whether villages are asked for and communes counted ("bao nhiêu thôn?" and "59 xã")."""
    wanted, found = _LEVEL.match(asked), _LEVEL.match(unit)
    if wanted is None or found is None:
        return False
    return wanted.group(0) not in _LEVEL.findall(unit)


def is_money(unit: str) -> bool:
    """Tell whether a comparable unit is one of money: "tỉ đồng", "usd/người", "tỉ" alone."""
    bare = _SCALES.sub("", f"{unit} ").strip()
    found = read_measure(f" {bare}", 0)
    return (bool(unit) and not bare) or (found is not None and found.kind is QuantityKind.MONEY)


def is_share(unit: str) -> bool:
    """Tell whether a comparable unit is of a share of something: "%", "lần"."""
    found = read_measure(f" {unit}", 0)
    return found is not None and found.kind in _SHARES


def _measures_another(asked: str, unit: str) -> bool:
    """Tell whether land is asked for and a length found ("bao nhiêu km2" and "4 km")."""
    wanted, found = (
        read_measure(f" {_SCALES.sub('', each)}", 0) if each else None for each in (asked, unit)
    )
    if wanted is None or found is None or found.kind in _SHARES:
        return False
    return wanted.kind is not found.kind
