"""A yes/no question as the statement that it puts: what it is about, what it says, how it binds.

"Con liệt sĩ có phải đi nghĩa vụ quân sự không?" is about "con liệt sĩ", says "đi nghĩa vụ quân
sự", and asks for a duty; "Quỹ A có phải là quỹ kinh doanh không?" asks what kind a thing is.

What this module does not know: the documents, or what they answer.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from corpus.normalize import comparable


class Binds(StrEnum):
    """How a statement binds: it says what is so, what may be done, or what must be."""

    FACT = "fact"
    PERMISSION = "permission"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Statement:
    """A yes/no question taken apart: ``subject`` and ``predicate`` are words of its text.

    Where the question has no "có … không" the subject is "" and the predicate is all it says.
    """

    subject: str
    predicate: str
    binds: Binds = Binds.FACT


_POLITE: Final = r"(?:\s+(?:ạ|nhỉ|vậy|thế|hả|nhé|ha|hở|à))*\W*$"
_END: Final = re.compile(
    r",?\s*\b(?:(?:có )?(?:phải|đúng)(?: là)? (?:không|chưa)|đúng chứ|được không"
    rf"|hay (?:không|chưa)|không|chưa)\b{_POLITE}"
)
_FRAMES: Final = (
    (Binds.DUTY, re.compile(r"\bcó (?:bắt buộc(?: phải)?|cần(?: phải)?|nhất thiết phải) ")),
    (Binds.DUTY, re.compile(r"\bcó (?:nghĩa vụ|trách nhiệm) (?:phải )?")),
    (Binds.PERMISSION, re.compile(r"\bcó (?:được phép|được quyền|được|thể|quyền) ")),
    (Binds.FACT, re.compile(r"\bcó (?:phải|đúng) là ")),
    (Binds.DUTY, re.compile(r"\bcó phải ")),
    (Binds.FACT, re.compile(r"\bcó (?:đang |bị |còn |đã |sẽ |từng |hay )*")),
    (Binds.DUTY, re.compile(r"(?<!có )\b(?:bắt buộc(?: phải)?|phải) (?!không)")),
    (Binds.PERMISSION, re.compile(r"(?<!có )\b(?:được phép|được quyền|được|có thể) (?!không)")),
    (Binds.FACT, re.compile(r"\b(?:đã|đang|sẽ|bị) ")),
)


@lru_cache(maxsize=256)
def statement_of(text: str) -> Statement:
    """Return the statement that a yes/no question puts."""
    form = comparable(text)
    end = _END.search(form)
    last = end.start() if end else len(form.rstrip(" ?.!"))
    for binds, pattern in _FRAMES:
        if opens := pattern.search(form, 0, last):
            subject = text[: opens.start()].strip()
            bound = binds if subject or binds is Binds.PERMISSION else Binds.FACT
            return Statement(subject, text[opens.end() : last].strip(), bound)
    return Statement("", text[:last])
