"""The word that a question turns on, where nothing of the document says it.

"Ai trúng đấu giá?" is not answered by who allowed an auction, nor "Thi môn gì?" by any sentence
about an exam, nor "Ông mất ngày nào?" by the day he was born.

What this module does not know: words of like meaning, which the matcher counts as met.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.question import Asks
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from assistant.reading.slots import words_of
from corpus.normalize import comparable, syllables

_DOES: Final = re.compile(
    r"^\W*(?:giao (?:cho )?)?ai (?:(?:đã|sẽ|được|bị|phải|đang|cùng|người) )*(?P<word>[^\W\d_]+)"
)
_KIND: Final = re.compile(r"(?P<word>[^\W\d_]+) gì\W*$")
_WHEN: Final = re.compile(
    r"(?<!bằng )(?<!của )(?<!với )(?<!cho )(?<!ở )(?<!tại )\b(?P<word>[^\W\d_]+)"
    r" (?:(?:vào|từ|trong|lúc|hồi) )*(?:ngày|năm|tháng|khi|bao) (?:nào|giờ)\W*$"
)
_NO_HINGE: Final = words_of(
    "là làm có nói ra được bị việc điều cái chuyện người gồm về cho với theo vậy mới đến tới"
    " tên chức số kí loại hướng lo đứng gánh"
)
# Words that a sentence need not say for what it tells: "điều kiện gì?", "ban hành ngày nào?".
_UNDERSTOOD: Final = frozenset(
    tuple(syllables(word))
    for word in (
        "ban hành",
        "ra đời",
        "điều kiện",
        "yêu cầu",
        "tiêu chuẩn",
        "mục đích",
        "mục tiêu",
        "vai trò",
        "nội dung",
        "lợi ích",
        "ý nghĩa",
        "hình thức",
        "giải pháp",
        "nhiệm vụ",
        "kết quả",
        "chính sách",
        "vấn đề",
        "lĩnh vực",
        "công việc",
    )
)
_UNMET: Final = 0.2


def unsaid(reading: Reading, best: Evidence) -> str:
    """Return the word that a question turns on, where the evidence's document has none like it."""
    question = reading.question
    for kind, pattern in ((Asks.PERSON, _DOES), (Asks.THING, _KIND), (Asks.DATE, _WHEN)):
        if not question.wants(kind) or (kind is Asks.THING and best.typed):
            continue
        asked = pattern.search(comparable(question.text))
        if asked is None or asked["word"] in _NO_HINGE or _is_understood(asked):
            continue
        if _is_unmet(reading, best, asked["word"]):
            return asked["word"]
    return ""


def _is_understood(asked: re.Match[str]) -> bool:
    """Tell whether the word turned on, of two syllables, need not be said."""
    told = syllables(asked.string[: asked.end("word")])
    return tuple(told[-2:]) in _UNDERSTOOD


def _is_unmet(reading: Reading, best: Evidence, word: str) -> bool:
    met = [
        share
        for term, share in zip(reading.matcher.terms, best.coverage.met, strict=True)
        if term.text == word
    ]
    if not met or max(met) >= _UNMET:
        return False
    return word not in _words(best.notes.document.text)


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return frozenset(syllables(text))
