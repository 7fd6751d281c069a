"""What a change or a share is counted from: "so với tháng trước", "so cùng kỳ", "% dự toán".

"Tăng 1,6% so với tháng trước và tăng 5,7% so với cùng kỳ" gives two figures of one thing; what a
question counts from tells which is meant, and a figure counted from another base is no answer.

What this module does not know: which thing rose, or when.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.question import Question
from assistant.reading.evidence import Evidence
from corpus.model import Span
from corpus.normalize import comparable

_PAST: Final = (
    r"(?P<past>(?:cùng (?:kì|thời điểm|thời gian|quý|tháng)|bình quân)?"
    r"(?:,? ?(?:của )?(?:năm|giai đoạn)? ?(?P<year>(?:19|20)\d\d)\b"
    r"|,? ?(?:của )?năm (?:liền )?(?:trước|ngoái|qua)"
    r"|(?<=cùng kì)|(?<=thời điểm)|(?<=cùng thời gian)|(?<=cùng quý)|(?<=cùng tháng)))"
)
_BASE: Final = re.compile(
    r"(?:(?:mức|số|tổng|cả|với) )*(?:(?P<plan>kế hoạch|dự toán|chỉ tiêu|mục tiêu|định mức)"
    r"|(?P<month>tháng (?:liền )?trước)|(?P<quarter>quý (?:liền )?trước)"
    r"|(?P<opening>(?:cuối|đầu) (?:năm|tháng|quý|kì|nhiệm kì)(?: (?:liền )?trước)?)"
    rf"|{_PAST})"
)
_SO: Final = r"so(?: với| sánh với)?"
_COUNTED_FROM: Final = re.compile(rf"\b(?P<so>{_SO}) ")
_HOW: Final = re.compile(r"\b(?:bao nhiêu|mấy|bao lăm|hay (?!không\b|chưa\b))\b")
_ASKS: Final = re.compile(
    rf"\b(?:(?P<so>{_SO}|(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn)|phần trăm(?: của)?|vượt|hụt) "
    r"|%(?: của)? "
)
_AFTER: Final = re.compile(rf"\W{{0,3}}(?:(?:[^,;().\d|\n]{{1,40}} )?(?P<so>{_SO}) |(?:của|cả) )?")
_BEFORE: Final = re.compile(rf"\b(?:(?P<so>{_SO})|vượt|hụt|thấp hơn|cao hơn) ")
_JOINS: Final = re.compile(r"[^;.|\n%]{0,80}")
_JOINS_CLOSELY: Final = re.compile(r"[^\d;,.|\n]{0,30}")
_KINDS: Final = ("plan", "month", "quarter", "opening", "past")
_NEAR: Final = 110  # characters


@dataclass(frozen=True, slots=True)
class Base:
    """What a figure is counted from: a kind of base, its words, and its year where one is said."""

    kind: str
    words: str
    year: str

    def differs(self, other: "Base") -> bool:
        """Tell whether two bases cannot be the same."""
        if self.kind != other.kind:
            return True
        return bool(self.year and other.year and self.year != other.year)


def is_of_another_base(question: Question, evidence: Evidence) -> bool:
    """Tell whether evidence's figure is counted from another base than the question's."""
    asked = base_asked(question.text)
    if asked is None or evidence.span is None:
        return False
    text = evidence.notes.document.text
    sentence, figure = evidence.notes.passage.span, evidence.span
    after = comparable(text[figure.end : min(sentence.end, figure.end + _NEAR)])
    before = comparable(text[max(sentence.start, figure.start - _NEAR) : figure.start])
    told = base_after(after) or _base_before(before)
    return told is not None and asked.differs(told)


def base_words(question: str) -> str:
    """Return the words of the base that a question counts from, or ""."""
    asked = base_asked(question)
    return asked.words if asked else ""


@lru_cache(maxsize=1 << 8)
def base_asked(question: str) -> Base | None:
    """Return the base that a question for an amount counts from, or None."""
    return base_said(question) if _HOW.search(comparable(question)) else None


@lru_cache(maxsize=1 << 8)
def base_said(question: str) -> Base | None:
    """Return the base that a question of any kind counts from, or None."""
    asked = _ASKS.finditer(comparable(question))
    return next(filter(None, (_base(led) for led in asked)), None)


def base_after(text: str) -> Base | None:
    """Return the base said right after a figure: "5,7% so với cùng kỳ", "11,5% dự toán"."""
    led = _AFTER.match(text)
    return _base(led) if led else None


def bases_in(text: str) -> Iterator[tuple[Base, Span]]:
    """Yield the bases that "so với …" counts from in a text, each with where it stands."""
    form = comparable(text)
    for led in _COUNTED_FROM.finditer(form) if "so " in form else ():
        found = _found(led)
        if found is not None and (base := _base(led)):
            yield base, Span(led.start(), found.end())


def _base_before(text: str) -> Base | None:
    """Return the base said before a figure: "so với tháng trước, giá tăng", "vượt dự toán"."""
    for led in _BEFORE.finditer(text):
        joins = _JOINS if led["so"] else _JOINS_CLOSELY
        if (found := _found(led)) and joins.fullmatch(text, found.end()):
            return _base(led)
    return None


def _base(led: re.Match[str]) -> Base | None:
    """Return the base that words lead in: "so với" any, other words only a plan."""
    found = _found(led)
    if found is None:
        return None
    kind = next(name for name in _KINDS if found[name] is not None)
    return Base(kind, found.group(0), found["year"] or "")


def _found(led: re.Match[str]) -> re.Match[str] | None:
    found = _BASE.match(led.string, led.end())
    return found if found and (led["so"] or found["plan"]) else None
