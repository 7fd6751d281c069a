"""Points and stretches of time as a text says them in full: what is before a year, from and to.

"vào cuối năm 2027" answers "khi nào" with "cuối năm 2027", and "từ ngày 16/3 đến hết ngày 15/4"
answers "đến ngày nào" with its end, "từ ngày nào" with its start, "khi nào" with all of it.

What this module does not know: which time of a clause is meant (`assistant.reading.spans`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable

_ORDINAL: Final = r"(?:thứ [^\W_]+|đầu(?: tiên)?|cuối(?: cùng)?)"
_BEFORE: Final = re.compile(
    rf"\b(?:(?:tuần|ngày|tháng|quý) {_ORDINAL} (?:của )?|(?:khoảng |những (?:ngày|tháng) )?"
    r"(?:nửa )?(?:đầu|giữa|cuối) )\Z"
)
_LOOK_BACK: Final = 32
_BETWEEN: Final = re.compile(r",? ?(?:đến|tới|-|–)(?: hết)? ?\Z")
_FROM: Final = re.compile(r"\btừ \Z")
_SINCE: Final = re.compile(
    r"\btừ (?:khi nào|bao giờ|lúc nào|(?:ngày|tháng|năm|thời điểm) (?:nào|mấy))"
    r"(?!.*\b(?:đến|tới)\b)"
)
_DAY_ASKED: Final = re.compile(r"\bngày (?:nào|mấy|bao nhiêu)\b")
_DAYLESS: Final = re.compile(
    r"(?:(?:đầu|giữa|cuối) )?(?:năm )?\d{4}"
    r"|(?:(?:đầu|giữa|cuối) )?(?:tháng|quý) ?[\divx]{1,3}(?: ?[/-] ?\d{4}| năm \d{4})?"
)
_AFTER_FROM: Final = re.compile(r"\btừ (?:(?:đầu|giữa|cuối|ngày|tháng|năm) )*\Z")
_ENDS: Final = re.compile(
    r"\b(?:đến|tới)(?: hết)? (?:ngày|tháng|khi|lúc|bao giờ|thời)|\bhết\b|\bhạn\b|\bkết thúc\b"
    r"|\b(?:chậm|muộn|trễ) nhất\b|\bcuối cùng\b|\btrước (?:ngày|tháng|khi)\b"
)
_STARTS: Final = re.compile(
    r"\btừ (?:ngày|tháng|khi|lúc|bao giờ|thời)|\b(?:bắt đầu|khởi|mở|khai)\b"
)


def with_opening(text: str, time: Span) -> Span:
    """Return a time with the part of it that is meant: "cuối năm 2027", "tuần đầu tháng 10"."""
    start = max(0, time.start - _LOOK_BACK)
    before = _BEFORE.search(comparable(text[start : time.start]))
    return Span(start + before.start(), time.end) if before else time


def stretches_of(form: str, text: str, times: Sequence[Span]) -> list[Span]:
    """Return times with those that make a stretch put together, or the end that is asked for.

    ``form`` is the question in comparable form.
    """
    found: list[Span] = []
    joined: Span | None = None
    for time, after in pairwise((*times, None)):
        if time is None or time == joined:
            continue
        joined = (
            after if after and _BETWEEN.match(comparable(text[time.end : after.start])) else None
        )
        found.append(time if joined is None else _asked_of(form, text, time, joined))
    return found


def how_said(form: str, text: str, time: Span) -> int:
    """Return 1 for a time said as "từ khi nào" asks, -1 for a month where a day is asked for.

    ``form`` is the question in comparable form.
    """
    if since_when(form, text, time):
        return 1
    return -1 if _DAY_ASKED.search(form) and _DAYLESS.fullmatch(comparable(time.of(text))) else 0


def since_when(form: str, text: str, time: Span) -> bool:
    """Tell whether a question asks "từ khi nào" and a time is said so: "từ tháng 1/2016"."""
    if not _SINCE.search(form):
        return False
    before = comparable(text[max(0, time.start - _LOOK_BACK) : time.start])
    return bool(_AFTER_FROM.search(before)) or comparable(time.of(text)).startswith("từ ")


def _asked_of(form: str, text: str, first: Span, last: Span) -> Span:
    ends, starts = _ENDS.search(form), _STARTS.search(form)
    if ends and not starts:
        return last
    if starts and not ends:
        return first
    opens = _FROM.search(comparable(text[max(0, first.start - len("từ ")) : first.start]))
    return Span(first.start - (len(opens.group(0)) if opens else 0), last.end)
