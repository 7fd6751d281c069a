"""Times said by how far they are from another: "giai đoạn sau", "5 năm nữa", "sau đó 5 năm".

What this module does not know: which time the last question named, or what happens in it.
"""

import re
from typing import Final

from assistant.understand.slots import COUNT, NUMBERS, YEAR
from corpus.normalize import comparable

_ORDINALS: Final = {"đầu": 1, "đầu tiên": 1, "thứ nhất": 1, "một": 1, "hai": 2, "thứ hai": 2}
_ORDINAL: Final = re.compile(r"\b(?:đầu tiên|đầu|thứ nhất|thứ hai|một|hai)\b")
_COUNTED_YEARS: Final = re.compile(rf"\b({COUNT}) năm (?=trước|sau|nữa|kế|tiếp)")
_LATER: Final = re.compile(r"\b(?:sau|tiếp|tiếp theo|kế tiếp)\b")
_EARLIER: Final = re.compile(r"\btrước\b")
_SHIFTED: Final = re.compile(r"(?:năm|giai đoạn|thời kì|nhiệm kì|kì) ")
#: So many years on or back, in any order, and nothing else: "sau đó 5 năm", "thêm 5 năm nữa".
_STEP: Final = re.compile(
    r"(?:(?:còn|thế|vậy|và|rồi|thì|nếu) )*"
    rf"(?:(?P<led>sau|trước|thêm|qua)(?: (?:đó|này|khi đó|mốc đó|năm đó))? (?P<after>{COUNT}) năm"
    rf"|(?P<alone>{COUNT}) năm(?= nữa| kể từ| tính từ))"
    r"(?: (?:nữa|thêm|đó|(?:kể|tính) từ (?:đó|lúc đó|mốc đó|năm đó)))*"
    r"(?:,? (?:thì|là|được|sao|thế nào|như thế nào|ra sao|bao nhiêu|mấy|vậy|thế|ạ|nhỉ))*"
)


def in_order(said: str) -> str:
    """Return a step in time in the order of "5 năm sau", or what was said where it is none."""
    match = _STEP.fullmatch(comparable(said).strip(" ,.?!"))
    if not match:
        return said
    way = "trước" if match["led"] == "trước" else "sau"
    return f"{match['after'] or match['alone']} năm {way}"


def shifted(old: str, new: str) -> str:
    """Return the years that "giai đoạn sau", "năm trước" mean after a period, or ``new`` itself.

    "Giai đoạn trước" after 2016-2020 is 2011-2015: as long, and next to it.
    """
    low = comparable(new)
    counted = _COUNTED_YEARS.search(low)
    if counted and not re.search(YEAR, low):
        return _years_on(old, counted.group(1), back="trước" in low)
    years = [int(year) for year in re.findall(YEAR, old)]
    if not years or re.search(YEAR, low) or not _SHIFTED.search(low):
        return new
    single = "năm" in low.split()
    if single == (len(years) > 1) or not (_LATER.search(low) or _EARLIER.search(low)):
        return new
    length = years[-1] - years[0] + 1
    by = length if _LATER.search(low) else -length
    return re.sub(YEAR, lambda match: str(int(match.group(0)) + by), old)


def is_relative(named: str) -> bool:
    """Tell whether a time is one before or after another: "giai đoạn sau", "5 năm tiếp theo"."""
    low = comparable(named)
    moved = _LATER.search(low) or _EARLIER.search(low)
    return bool(moved) and not re.search(YEAR, low)


def stage_after(old: str, new: str) -> str:
    """Return the stage that "giai đoạn sau" is after another: "giai đoạn 2" after the first."""
    if match := _ORDINAL.search(comparable(old)):
        by = 1 if _LATER.search(comparable(new)) else -1
        place = _ORDINALS[match.group(0)] + by
        word = "đầu" if place == 1 else NUMBERS[place - 1]
        return f"{old[: match.start()]}{word}{old[match.end() :]}"
    match = re.search(r"\d+", old)
    if not match:
        return new
    by = 1 if _LATER.search(comparable(new)) else -1
    return old[: match.start()] + str(int(match.group(0)) + by) + old[match.end() :]


def _years_on(old: str, said: str, *, back: bool) -> str:
    """Return a time so many years after or before another: "5 năm sau" 2030 is 2035.

    After a period come as many years as are said: "5 năm tiếp theo" after 2021-2025 are 2026-2030.
    """
    years = [int(year) for year in re.findall(YEAR, old)]
    count = int(said) if said.isdigit() else NUMBERS.index(said) + 1
    if not years:
        return f"{said} năm {'trước' if back else 'sau'}"
    if len(years) == 1:
        return re.sub(YEAR, str(years[0] + (-count if back else count)), old)
    ends = (years[0] - count, years[0] - 1) if back else (years[-1] + 1, years[-1] + count)
    found = iter(ends)
    return re.sub(YEAR, lambda _: str(next(found)), old, count=2)
