"""What can be asked of a sentence: spans to take out of it, each with the question words for it.

What this module does not know: how the rest of the sentence is worded into a question.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.normalize import CAPITALS

_DATE = re.compile(
    r"(?:ngày\s+)?\b\d{1,2}\s+tháng\s+\d{1,2}(?:[,\s]+năm\s+\d{3,4})?|tháng\s+\d{1,2}"
    r"(?:[,\s]+năm)?\s+\d{4}|(?:từ\s+)?năm\s+\d{3,4}(?:\s+đến\s+(?:năm\s+)?\d{3,4})?"
    r"|thế\s+k[ỷỉ]\s+(?:thứ\s+)?[\dXVI]+|\b\d{1,2}/\d{1,2}/\d{4}"
)
_QUANTITY = re.compile(
    r"(?P<about>(?:khoảng|hơn|gần|trên|dưới|tới|đến)\s+)?(?<![\d.,/])(?P<number>\d[\d.,]*\d|\d"
    r"|\b(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b)\s*(?P<scale>(?:triệu|tỷ|nghìn|ngàn|vạn)\s+)?"
    r"(?P<unit>%|[^\W\d_]+(?:\s+[^\W\d_]+)?)"
)
_UPPER = rf"\b[{CAPITALS}][^\W\d_]*"
_NAME = re.compile(rf"{_UPPER}(?:[\s\-]+{_UPPER})*")
_CAUSE = re.compile(r"\b(?:bởi vì|bởi|vì|do|nhờ)\s+")
_PURPOSE = re.compile(r"\b(?:để|nhằm)\s+")
_WHAT = re.compile(
    r"\b(là|gồm|bao gồm|như|được|bị|đã|có|rằng|thành|với|bằng|cho|về|của|tại|ở|trong|từ|không"
    r"|vào|ra|phải|sẽ|cùng|theo)\s+"
)
_SUBJECT = re.compile(r"^(.{4,60}?)\s+(?=(?:là|đã|được|có|bị|sẽ|đang|không|thường)\b)")
_STOP = re.compile(r"[,;:()]|\s[-–]\s|\s(?:và|nhưng|khi|mà|vì|do|để|nên|trong khi|tuy nhiên)\s|$")
_YEAR = re.compile(r"\d{3,4}$")
PRONOUN = re.compile(r"^(?:Ông|Bà|Nó|Họ|Cô|Anh|Đây|Ngài)\b")

_WHEN = ("khi nào", "ngày nào", "thời gian nào", "lúc nào", "bao giờ", "thời điểm nào")
_WHICH_YEAR = ("năm nào", "năm bao nhiêu", "khi nào", "vào năm nào")
_WHY = ("vì sao", "tại sao", "do đâu", "vì lý do gì")
_WHAT_FOR = ("để làm gì", "nhằm mục đích gì")
_WHERE = ("đâu", "nơi nào", "thành phố nào", "nước nào")
_WHO = ("ai", "ai", "người nào", "nước nào", "cái gì")
_ANY_NAME = ("ai", "gì", "nào", "tổ chức nào", "nơi nào")
_AFTER = {
    "là": ("là gì", "là ai", "là gì"),
    "ở": ("ở đâu",),
    "tại": ("tại đâu", "ở đâu"),
    "trong": ("trong gì", "ở đâu"),
    "như": ("như thế nào",),
    "gồm": ("gồm những gì", "gồm gì"),
    "bao gồm": ("gồm những gì",),
    "đã": ("đã làm gì", "làm gì"),
    "sẽ": ("sẽ làm gì",),
    "phải": ("phải làm gì",),
    "được": ("được gì", "ra sao"),
    "bị": ("bị gì", "bị làm sao"),
    "theo": ("theo cái gì", "theo ai"),
    "không": ("không làm gì", "thế nào"),
    "có": ("có gì", "có đặc điểm gì"),
}
_NOT_COUNTED = frozenset(("năm", "tháng", "ngày", "thứ"))
_NO_UNIT = frozenset(("tháng", "năm", "và"))
_PLACES = frozenset(("ở", "tại", "đến", "tới", "từ", "về", "sang"))
_PEOPLE = frozenset(
    ("ông", "bà", "vua", "cô", "anh", "chị", "với", "và", "bởi", "là", "cùng", "do", "cho", "của")
)
# fmt: off
_KINDS = frozenset((
    "phố", "tỉnh", "huyện", "sông", "núi", "đảo", "nước", "trận", "hãng", "tộc", "hoàng",
    "đế", "công", "ty", "trường", "học", "đội", "đảng", "tướng", "quận", "xã", "làng", "hồ",
    "biển", "chùa", "đền", "giáo", "hội", "tiếng", "người", "loài", "triều", "nhà", "đạo",
    "luật", "giải", "phim", "sách",
))
# fmt: on
_LONGEST = 160
_LED_TIME, _LED_CAUSE = 0.3, 0.7
_CLAUSE_ONLY, _GO_ON, _EVEN = 0.6, 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Hole:
    """What to take out of a sentence, ``[start, end)``: the answer.

    The question loses ``[cut_from, end)`` and gets ``words`` there, or first of all (``lead``).
    """

    start: int
    end: int
    cut_from: int
    words: str
    lead: bool = False


class Finder:
    """Finds the holes of a sentence, some of their limits and words drawn at random."""

    def __init__(self, draw: random.Random) -> None:
        """Draw from ``draw``."""
        self._draw = draw

    def kinds(self, sentence: str) -> list[list[Hole]]:
        """Return the holes of ``sentence`` by kind; kinds without any are left out."""
        found = (
            self._dates(sentence),
            self._quantities(sentence),
            self._names(sentence),
            self._clauses(sentence, _CAUSE, _WHY),
            self._clauses(sentence, _PURPOSE, _WHAT_FOR),
            self._whats(sentence),
            self._whats(sentence),  # twice: questions for "gì" are half of all
            self._subjects(sentence),
        )
        sized = (
            [hole for hole in kind if 1 <= hole.end - hole.start <= _LONGEST] for kind in found
        )
        return [kind for kind in sized if kind]

    def _chance(self, share: float) -> bool:
        return self._draw.random() < share

    def _dates(self, text: str) -> Iterator[Hole]:
        for match in _DATE.finditer(text):
            start, end = match.span()
            year = _YEAR.search(match.group())
            if year and match.group().startswith("năm"):
                words = self._draw.choice(_WHICH_YEAR)
                begin = start + year.start() if self._chance(_EVEN) else start
                yield Hole(begin, end, start, words, self._chance(_LED_TIME))
            else:
                yield Hole(start, end, start, self._draw.choice(_WHEN), self._chance(_LED_TIME))

    def _quantities(self, text: str) -> Iterator[Hole]:
        for match in _QUANTITY.finditer(text):
            before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].lower()
            unit = match.group("unit").split()
            if before in _NOT_COUNTED or unit[0] in _NO_UNIT:
                continue
            start, ask = match.start(), self._draw.choice(("bao nhiêu", "bao nhiêu", "mấy"))
            if self._chance(_EVEN):
                end = match.end("unit") if len(unit) == 1 else match.start("unit") + len(unit[0])
                yield Hole(start, end, start, f"{ask} {unit[0]}")
            else:
                last = "scale" if match.group("scale") else "number"
                yield Hole(start, match.end(last), start, ask)

    def _names(self, text: str) -> Iterator[Hole]:
        for match in _NAME.finditer(text):
            before = text[: match.start()].lower().split()[-1:]
            if not before and " " not in match.group():
                continue  # any word that begins a sentence
            last = before[0] if before else ""
            if last in _KINDS:
                words = "nào"
            elif last in _PLACES:
                words = self._draw.choice(_WHERE)
            else:
                people = last in _PEOPLE or not last
                words = self._draw.choice(_WHO if people else _ANY_NAME)
            yield Hole(match.start(), match.end(), match.start(), words)

    def _clauses(
        self, text: str, trigger: re.Pattern[str], asks: tuple[str, ...]
    ) -> Iterator[Hole]:
        for match in trigger.finditer(text):
            end = self._end(text, match.end() + 6)
            start = match.end() if self._chance(_CLAUSE_ONLY) else match.start()
            words = self._draw.choice(asks)
            yield Hole(start, max(start, end), match.start(), words, self._chance(_LED_CAUSE))

    def _whats(self, text: str) -> Iterator[Hole]:
        for match in _WHAT.finditer(text):
            word, start = match.group(1), match.end()
            asks = _AFTER.get(word, (f"{word} gì", f"{word} những gì"))
            end = self._end(text, start + 3)
            yield Hole(start, max(start, end), match.start(), self._draw.choice(asks))

    def _subjects(self, text: str) -> Iterator[Hole]:
        match = _SUBJECT.match(text)
        if match and not PRONOUN.match(text) and "," not in match.group(1):
            first = " ".join(match.group(1).split()[:2]).lower()
            asks = ("Ai", "Cái gì", "Điều gì", f"{first} nào", f"{first} gì")
            yield Hole(0, match.end(1), 0, self._draw.choice(asks))

    def _end(self, text: str, at: int) -> int:
        """Return where the clause that goes on at ``at`` ends; sometimes the one after it."""
        last = len(text.rstrip(" .!?…;"))
        end = self._stop(text, at, last)
        while end < last and self._chance(_GO_ON):
            end = self._stop(text, end + 2, last)
        return end

    @staticmethod
    def _stop(text: str, at: int, last: int) -> int:
        found = _STOP.search(text, min(at, last))
        return min(found.start(), last) if found else last
