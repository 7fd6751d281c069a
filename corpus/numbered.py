"""Things told apart by a number beside their name: "quận 7", "Điều 5", "lần thứ ba", "khóa XIII".

Such a number counts nothing: it is a part of the name, written in figures, in Roman figures, in
words after "thứ", or as one letter ("khu A"). A year, a range and a count are none ("giai đoạn
2021-2025", "lớp 40 học sinh").

What this module does not know: whether two texts mean the same thing by one number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable
from corpus.numerals import SPELLED, parse_words

_NOUNS: Final = (
    r"học kì|giai đoạn|vành đai|quốc lộ|tỉnh lộ|huyện lộ|đường tỉnh|nhà ga|phụ lục|khu vực|quận"
    r"|phường|điều|khoản|chương|mục|phần|tổ|khu|vùng|nhóm|lớp|khối|cấp|loại|bậc"
    r"|(?<!xếp )(?<!thứ )(?<!tăng )hạng|kì|khóa|lần|tập|đợt|tuyến|cổng|tầng|bảng|mẫu|số"
    r"|bước|trụ cột|thế hệ|thế kỉ|kỉ"
)
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS: Final = {"i": 1, "v": 5, "x": 10}
_NOT_A_COUNT = r"(?!\w)(?![.,][0-9])(?! ?[-/–] ?[0-9])(?! ?%)"
_SPELLED_ORDER = rf"nhất|nhì|tư|{SPELLED}"
_ORDINAL = re.compile(
    r"\b(?P<noun>(?!(?:đứng|xếp|hạng|chủ|trí)\b)\w+) thứ "  # a rank is a figure
    rf"(?P<number>[0-9]{{1,3}}|[ivx]{{1,5}}|{_SPELLED_ORDER}){_NOT_A_COUNT}"
)
_PLAIN = re.compile(
    rf"\b(?P<noun>{_NOUNS}) (?P<number>[0-9]{{1,3}}|[ivx]{{1,5}}|[a-z]){_NOT_A_COUNT}"
)
_NEXT = re.compile(rf"(?:, ?| và )(?P<number>[0-9]{{1,3}}){_NOT_A_COUNT}")
_COUNTED = re.compile(
    r" (?:(?:nghìn|ngàn|triệu|tỉ|trăm|chục|người|học sinh|lần|đồng|usd|ha|km|m2|tấn|ngày|tháng|năm"
    r"|giờ|phút|điểm|nước|tỉnh|xã|huyện|trường|dự án|nhiệm vụ|giấy|cán bộ|hộ|suất|căn|chỉ tiêu)\b)"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """One numbered thing: its noun in comparable form, its number or letter, and where it stands.

    ``number`` is written in figures, or is a lower-case letter.
    """

    noun: str
    number: str
    span: Span


def find_numbered(text: str) -> tuple[Numbered, ...]:
    """Return the numbered things of a text, in order."""
    form = comparable(text)
    found: dict[int, Numbered] = {}
    for match in _ORDINAL.finditer(form):
        number = _ordinal(match["number"])
        _add(found, match, number)
    for match in _PLAIN.finditer(form):
        if _COUNTED.match(form, match.end()):
            continue
        found |= {each.span.start: each for each in _more(form, match)}
        if match["number"].isdigit():
            _add(found, match, str(int(match["number"])))
        elif text[match.start("number") : match.end()].isupper():
            _add(found, match, _roman(match["number"]) or _letter(match["number"]))
    return tuple(found[start] for start in sorted(found))


def _more(form: str, first: re.Match[str]) -> Iterator[Numbered]:
    """Yield those that share the first one's noun ("quận 1, 3 và 5")."""
    end = first.end()
    while first["number"].isdigit() and (match := _NEXT.match(form, end)):
        if _COUNTED.match(form, match.end()):
            return
        yield Numbered(first["noun"], str(int(match["number"])), Span(*match.span("number")))
        end = match.end()


def _add(found: dict[int, Numbered], match: re.Match[str], number: str) -> None:
    span = Span(match.start(), match.end())
    if number and not any(other.span.overlaps(span) for other in found.values()):
        found[match.start()] = Numbered(match["noun"], number, span)


def _ordinal(words: str) -> str:
    if words.isdigit():
        return str(int(words))
    if roman := _roman(words):
        return roman
    special = {"nhất": "1", "nhì": "2", "tư": "4"}
    return special.get(words) or str(int(parse_words(words)))


def _letter(word: str) -> str:
    return word if len(word) == 1 else ""


def _roman(word: str) -> str:
    """Return a Roman number up to 39 in figures, "" for what is none."""
    if not word or not _ROMAN.fullmatch(word):
        return ""
    values = [_ROMAN_DIGITS[char] for char in word]
    after = [*values[1:], 0]
    return str(sum(-one if one < two else one for one, two in zip(values, after, strict=True)))
