"""Who does a thing, where a clause names him right before the verb that the question asks with.

"Ai sẽ quyết định chọn nhà đầu tư?": "Bộ Kế hoạch sẽ thẩm định và Thủ tướng sẽ quyết định chọn …".

What this module does not know: names and offices (`assistant.reading.phrases`, `.posts`).
"""

import re
from collections.abc import Sequence
from typing import Final

from assistant.question import Question
from assistant.reading.posts import OFFICE
from corpus.model import Span
from corpus.normalize import comparable

_AUXILIARY: Final = r"(?:(?:sẽ|đã|đang|phải|được|cần|có thể|có quyền|có trách nhiệm) )*"
_ASKED: Final = re.compile(rf"^\W*ai {_AUXILIARY}(?P<verb>[^\W\d_]+ [^\W\d_]+)\b")
_POSTS: Final = re.compile(rf"(?: ?, ?(?:(?:phó|nguyên|quyền) )*{OFFICE}\b[^,;]*)+")
_NO_VERB: Final = frozenset({"là", "làm", "có", "thì", "nói", "trong", "ở", "cũng"})


def doer_of(
    question: Question, text: str, clause: Span, named: Sequence[Span], persons: Sequence[Span]
) -> Span | None:
    """Return who stands right before the verb of "ai …?" in a clause, or None.

    ``named`` are offices and bodies; one of ``persons`` is meant where they are that one's posts.
    """
    asked = _ASKED.match(comparable(question.text))
    if asked is None or asked["verb"].split()[0] in _NO_VERB:
        return None
    told = comparable(clause.of(text))
    verb = re.escape(asked["verb"])
    for span in (*persons, *named):
        if clause.covers(span) and re.match(
            rf" {_AUXILIARY}{verb}\b", told[span.end - clause.start :]
        ):
            return _holder_before(told, clause, span, persons) or span
    return None


def _holder_before(told: str, clause: Span, doer: Span, persons: Sequence[Span]) -> Span | None:
    """Return whose posts the words up to the verb are: "ông A, Ủy viên …, Phó Thủ tướng …"."""
    end = doer.end - clause.start
    for span in persons:
        posts = told[span.end - clause.start : end]
        if span.end < doer.start and _POSTS.fullmatch(posts):
            return span
    return None
