"""The marks that begin a line ("Chương II", "Điều 5.", "1.2.", "đ)", "-") and how deep each stands.

The order of levels follows Nghị định 30/2020/NĐ-CP, phụ lục I (phần, chương, mục, điều, khoản,
điểm); Roman numerals stand inside a "Điều", as programmes approved by a decision print them.

What this module does not know: whether a marked line is a heading or an item.
"""

import re
from dataclasses import dataclass

from corpus.normalize import CAPITALS

TITLE_LEVEL = 0
ARTICLE_LEVEL = 5
ROMAN_LEVEL = 6
NUMBER_LEVEL = 7
POINT_LEVEL = 10
BULLET_LEVEL = 11
LEAD_IN_LEVEL = 13  # a plain line that ends with a colon, or an unmarked sub-heading
BODY_LEVEL = 14

_FEWEST_LETTERS = 4
_LONGEST_LETTERED = 120
# What any pattern below needs at a line's start: most lines fail here, at once.
_CANDIDATE = re.compile(
    r"[^\w\s]|\d|o\s|[a-zđ]\d?[.)/]|[ivx]{1,4}\)|[A-HIVX]+\s*[.)/|*_–-]"
    r"|(?:PHẦN|Phần|CHƯƠNG|Chương|PHỤ|Phụ|TIỂU|Tiểu|MỤC|Mục|ĐIỀU|Điều)(?:[\s\d]|$)"
)
_FEWEST_WORDS = 3
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_ORDINAL = (
    rf"(?:(?:THỨ|thứ|Thứ)\s+)?(?:{_ROMAN}|\d+|[A-H]|(?i:nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín"
    r"|mười))"
)
# After "Chương II": a stop, the line's end, or a title in capitals. "Chương II Luật này" is prose.
_STOP = rf"(?:\s*[.:]|\s*$|\s+[-–]\s|\s+(?=[{CAPITALS}]{{2,}}(?:[\s,]|$)))"
_WRAPPER = re.compile(r"(?:\|\s*)?(?:\*\*|__)?")
_LETTERED = re.compile(r"[A-H]\.\s+")
_PATTERNS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern), level)
    for pattern, level in (
        (rf"(?:PHẦN|Phần)\s+{_ORDINAL}{_STOP}", 1),
        (rf"(?:CHƯƠNG|Chương)\s+(?:[IVXLC]+|\d+){_STOP}", 2),
        (rf"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+|SỐ\s+)?(?:{_ROMAN}|\d+|[A-H]))?{_STOP}", 2),
        (rf"(?:MỤC|Mục)\s+(?:{_ROMAN}|\d+|[A-H]){_STOP}", 3),
        (rf"(?:TIỂU MỤC|Tiểu mục)\s+(?:{_ROMAN}|\d+|[A-H]){_STOP}", 4),
        (r"[A-H]\.\s+", 3),
        (r"(?:ĐIỀU|Điều)\s*\d+[a-zđ]?(?:\s*[.:]|\s*$)", ARTICLE_LEVEL),
        (rf"{_ROMAN}\s*(?:[.)/|]|[-–](?=\s))\s+(?=\S)", ROMAN_LEVEL),
        (rf"{_ROMAN}(?:\*\*|__)?\s*\|\s+(?=\S)", ROMAN_LEVEL),
        (rf"{_ROMAN}[.)/](?=[{CAPITALS}]{{2}})", ROMAN_LEVEL),
        (rf"{_ROMAN}[-–](?=[{CAPITALS}]{{2,}}\s+[{CAPITALS}]{{2}})", ROMAN_LEVEL),
        (r"\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\s*|\s+)(?=[^\d\s%])", NUMBER_LEVEL + 2),
        (
            rf"\d{{1,2}}\.\d{{1,2}}(?:\.\s+(?=\S)|\.?\s*(?=[{CAPITALS}“\"(|*])|\s+(?=[|*]))",
            NUMBER_LEVEL + 1,
        ),
        (r"\d{1,2}[a-zđ]?\s*[.)]\s*(?=[^\d\s])", NUMBER_LEVEL),
        (rf"(?:\d{{3}}\.|\d{{1,2}}/|\d{{1,2}}\s?[-–])\s+(?=[{CAPITALS}])", NUMBER_LEVEL),
        (r"\(\d{1,2}\)\s*(?=\S)", POINT_LEVEL),
        (r"\(?(?:[a-zđ]\d?|[ivx]{1,4})\)\s*", POINT_LEVEL),
        (rf"[a-zđ][./]\s+(?=[{CAPITALS}])", POINT_LEVEL),
        (rf"[-–—•●▪■◦‣·*➢✓✔►\uf0b7\uf0a7\uf02d](?:\s+(?=\S)|(?=[{CAPITALS}“\"]))", BULLET_LEVEL),
        (rf"\+\s*(?=[^\d\s])|\+\s+(?=\S)|o\s+(?=[{CAPITALS}])", BULLET_LEVEL + 1),
    )
)
_HASHES = re.compile(r"(#{1,6})\s+")
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)[^*\n]+(?:\*\*|__):?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A line's mark as printed (with the Markdown signs before it), and its level."""

    text: str
    level: int


def mark_of(content: str) -> Mark:
    """Return the mark a trimmed line begins with; ``Mark("", BODY_LEVEL)`` when it has none."""
    if hashes := _HASHES.match(content):
        return Mark(hashes.group(1), len(hashes.group(1)) - 1)
    wrapper = _WRAPPER.match(content)
    start = wrapper.end() if wrapper else 0
    for pattern, level in _PATTERNS if _CANDIDATE.match(content, start) else ():
        match = pattern.match(content, start)
        if match and not _is_an_initial(content, match):
            return Mark(content[: match.end()].rstrip(), level)
    return Mark("", BODY_LEVEL)


def is_bold(content: str) -> bool:
    """Tell whether a whole line is Markdown bold, as sub-headings are."""
    return bool(_BOLD.fullmatch(content))


def is_capital(body: str) -> bool:
    """Tell whether every letter is a capital, and there are enough of them for a heading."""
    letters = [char for char in body if char.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and all(char.isupper() for char in letters)


def _is_an_initial(content: str, match: re.Match[str]) -> bool:
    """Tell "H. Mộc Châu có tuyết." from "A. MỤC TIÊU": a letter marks only a line like a title."""
    if not _LETTERED.match(content, match.start()):
        return False
    body = content[match.end() :].strip("*_ ")
    if is_capital(body):
        return False
    words = len(body.split())
    return (
        words < _FEWEST_WORDS
        or len(content) > _LONGEST_LETTERED
        or body.endswith((".", "!", "?", "…", ";", ",", "”"))
    )
