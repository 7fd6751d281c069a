"""Answers told in words: a reason or aim, a time told by what happens, a condition.

"Vì sao …?" is answered by what follows "do", "khi nào …?" by "sau khi …" or "nếu …", to the end of
their phrase.

What this module does not know: names, figures and dates (`assistant.reading.candidates`).
"""

import re

from assistant.question import Asks, Question
from assistant.reading.slots import slot_of
from assistant.words import content_forms
from corpus.clauses import phrases_of
from corpus.model import Span
from corpus.normalize import comparable, syllables

_ASKS_WHY = re.compile(r"vì sao|tại sao|lí do")
_WHY = re.compile(r"\b(?:bởi vì|vì|do|bởi|nhờ) (?!vậy|đó|thế)")
_WHAT_FOR = re.compile(r"\b(?:nhằm mục đích|nhằm|để)\s")
_SINCE = re.compile(
    r"\b(?:(?:kể )?từ(?= (?:ngày|tháng|năm|khi|lúc|thời|đầu|cuối|giữa|nay|đó|quý|tuần|nhiệm kì|kì"
    r"|giai đoạn|sau|mùa|hôm|sáng|chiều|tối|thế kỉ|thập)\b)|sau khi|trước khi|khi|nếu"
    r"|(?:trong )?trường hợp)\s"
)
_CONDITION = re.compile(r"(?:nếu|khi|(?:trong )?trường hợp)\b")


def told_in(kind: Asks, question: Question, text: str, clause: Span) -> Span | None:
    """Return what is told in words: a reason or aim to the end of its clause, a time in words."""
    cue = None
    if kind is Asks.REASON:
        cue = _WHY if _ASKS_WHY.search(comparable(question.text)) else _WHAT_FOR
    elif kind is Asks.DATE:
        cue = _SINCE
    if cue is None or not (match := cue.search(comparable(clause.of(text)))):
        return None
    start = clause.start + match.end()
    end = clause.end
    if kind is Asks.DATE:
        end = next((phrase.end for phrase in phrases_of(text, clause) if phrase.end > start), end)
        start = clause.start + match.start()
    end = before_end_mark(text, start, end)
    if end <= start or _is_circular(kind, question, text[start:end]):
        return None
    return Span(start, end)


def _is_circular(kind: Asks, question: Question, told: str) -> bool:
    """Tell a time told in words of the question alone: "từ ngày Luật này có hiệu lực"."""
    said = frozenset(syllables(question.text))
    new = set(content_forms(syllables(told))) - said - {"kể"}
    return kind is Asks.DATE and not new


def is_typed(kind: Asks, question: Question, told: str) -> bool:
    """Tell whether what is told is of the very kind asked for: a reason, a beginning, a condition.

    "Khi nào", which asks for no day, is answered by a condition: "nếu có cảnh báo mưa lũ".
    """
    if kind is Asks.DATE:
        slot = slot_of(question.text)
        begins = slot is not None and slot.link == "từ"
        return begins or (not question.wants_day and bool(_CONDITION.match(comparable(told))))
    return kind is Asks.REASON


def before_end_mark(text: str, start: int, end: int) -> int:
    """Return where a slice ends without the marks at its end."""
    while end > start + 1 and text[end - 1] in ".;,: ":
        end -= 1
    return end
