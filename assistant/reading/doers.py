"""Who does a thing, where a clause names him right before the verb that the question asks with.

"Ai sẽ quyết định chọn nhà đầu tư?": "Bộ Kế hoạch sẽ thẩm định và Thủ tướng sẽ quyết định chọn …".

What this module does not know: names and offices (`assistant.reading.phrases`, `.posts`).
"""

import re
from collections.abc import Sequence
from typing import Final

from assistant.question import Question
from corpus.model import Span
from corpus.normalize import comparable

_AUXILIARY: Final = r"(?:(?:sẽ|đã|đang|phải|được|cần|có thể|có quyền|có trách nhiệm) )*"
_ASKED: Final = re.compile(rf"^\W*ai {_AUXILIARY}(?P<verb>[^\W\d_]+ [^\W\d_]+)\b")
_NO_VERB: Final = frozenset({"là", "làm", "có", "thì", "nói", "trong", "ở", "cũng"})


def doer_of(question: Question, text: str, clause: Span, named: Sequence[Span]) -> Span | None:
    """Return which of ``named`` stands right before the verb of "ai …?" in a clause, or None."""
    asked = _ASKED.match(comparable(question.text))
    if asked is None or asked["verb"].split()[0] in _NO_VERB:
        return None
    told = comparable(clause.of(text))
    verb = re.escape(asked["verb"])
    for span in named:
        if clause.covers(span) and re.match(
            rf" {_AUXILIARY}{verb}\b", told[span.end - clause.start :]
        ):
            return span
    return None
