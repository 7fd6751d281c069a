"""What evidence falls short of: a rank, a run of months, or the sort of a counted thing.

"Huyện đầu tiên đạt chuẩn là huyện nào?" is not told by a sentence of some district; nor are nine
months by one of them, "bao nhiêu trường mầm non?" by "4/6 trường THPT", or how many companies there
are by the share of waste that they take.

What this module does not know: places and classes told side by side (`assistant.reading.scope`).
"""

import re
from typing import Final

from assistant.question import Asks, Question
from assistant.reading.evidence import Evidence
from assistant.reading.unit_fit import is_share
from corpus.model import Span
from corpus.normalize import comparable, syllables
from corpus.quantities import TimeKind

_RANK: Final = re.compile(
    r"\b(?P<only>đầu tiên|duy nhất)\b|\b(?P<most>cao|thấp|lớn|nhỏ|nhiều|đông|dài|ngắn|rộng|nhanh"
    r"|mạnh|đắt|rẻ|nghèo|giàu|sâu) nhất\b"
)
_WHICH: Final = re.compile(r"\b(?:nào|ai|gì)\b")
_RANKED: Final = re.compile(
    r"(?<!ít )(?<!chậm )(?<!muộn )(?<!thống )\bnhất\b|\bthứ (?:nhất|1)\b|\btối (?:đa|thiểu)\b"
    r"|\b(?:đứng|dẫn|hàng|mở|lần|bước|ngày|trận|cột mốc) đầu\b|\bđầu tiên\b|\btop\b|\bkỉ lục\b"
    r"|\bsố (?:một|1)\b|\bhơn cả\b|\btrước tiên\b|\bchỉ có\b|\bquán quân\b"
)
# What is ranked by no size: "khó khăn nhất" tells of no "đông nhất".
_LEAST: Final = re.compile(
    r"\b(?P<least>khó khăn|cấp bách|mới|tốt|gần|cần thiết|quan trọng) nhất\b"
)
_RUN: Final = re.compile(
    r"\b(?P<run>(?:[2-9]|1[01]|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một) tháng"
    r"(?: (?:đầu|cuối))? năm|cả năm)\b"
)
_WHOLE: Final = re.compile(
    r"\b(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng\b|\bcả năm\b|\btính chung\b|\blũy kế\b"
    r"|\btừ đầu năm\b|\bđến nay\b"
)
_SORTS: Final = (
    r"(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|cao đẳng|đại học"
    r"|trung cấp|đa khoa|chuyên khoa|công lập|tư thục|nghèo|cận nghèo|khá|trung bình)"
)
_SORT_ASKED: Final = re.compile(
    rf"\b(?:bao nhiêu|mấy) (?P<noun>[^\W\d_]+)(?: học)? (?P<sort>{_SORTS})\b"
)
_LOOK: Final = 60
_SHARES: Final = frozenset(syllables("phần tỉ lệ lần % tiền vốn đất diện"))
_HAVE: Final = re.compile(r"\bcó (?:tất cả |khoảng )?(?:bao nhiêu|mấy)\b")


def unsaid_rank(question: Question, best: Evidence) -> str:
    """Return the rank that a question turns on, where nothing around the evidence ranks, or ""."""
    form = comparable(question.text)
    asked = _RANK.search(form)
    if asked is None or question.wants(Asks.QUANTITY):
        return ""
    if asked["most"] and not question.yes_no and not _WHICH.search(form):
        return ""
    if asked["most"] and len(best.notes.sentence.mentions.quantities) > 1:
        return ""  # of several figures one is the greatest
    whole = comparable(best.notes.document.quote(best.notes.passage.span))
    others = {one["least"] for one in _LEAST.finditer(whole)}
    ranked = _RANKED.search(_LEAST.sub(" ", whole) if others else whole)
    return "" if ranked else asked.group(0)


def only_a_month(question: Question, best: Evidence) -> str:
    """Return the run of months asked about, where the sentence tells of one month alone, or ""."""
    asked = _RUN.search(comparable(question.text))
    if asked is None:
        return ""
    whole = comparable(best.notes.document.quote(best.notes.passage.span))
    months = any(time.kind is TimeKind.MONTH for time in best.notes.sentence.mentions.times)
    return asked["run"] if months and not _WHOLE.search(whole) else ""


def other_sort(question: Question, best: Evidence) -> str:
    """Return the sort of a thing counted, where the figure counts another sort of it, or ""."""
    asked = _SORT_ASKED.search(comparable(question.text))
    if asked is None or best.span is None:
        return ""
    after = comparable(_after(best))
    told = re.match(rf"\W*(?:[\d/.,]+ ?)?{asked['noun']}(?: học)? (?P<sort>{_SORTS})\b", after)
    return asked["sort"] if told and asked["sort"] not in after else ""


def share_of_else(question: Question, best: Evidence) -> str:
    """Return the thing counted, where the figure is a share of something else, or ""."""
    counted = question.counted
    if best.span is None or not counted or not _HAVE.search(comparable(question.text)):
        return ""
    figures = best.notes.sentence.mentions.quantities
    figure = next((one for one in figures if one.span.overlaps(best.span)), None)
    if figure is None or not is_share(comparable(figure.base_unit)):
        return ""
    noun = next(iter(syllables(counted)), "")
    if not noun or noun in _SHARES:
        return ""
    return "" if noun in syllables(comparable(_after(best))) else noun


def _after(best: Evidence) -> str:
    """Return what stands from the answer on, up to the end of its part of the sentence."""
    span = best.span or best.clause
    end = min(best.notes.passage.span.end, span.end + _LOOK)
    text = best.notes.document.text
    return re.split(r"[,;]", Span(span.start, end).of(text))[0]
