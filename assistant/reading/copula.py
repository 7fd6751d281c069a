"""Who or what is said to be what a question asks of: "Đơn vị nào là đầu mối?", "Ai là trưởng ban?".

"Vụ Học sinh, sinh viên là đơn vị thường trực, tham mưu thành lập Ban Điều hành" has one subject of
its "là": the answer is what stands before it, whatever else the clause names.

What this module does not know: offices and their holders (`assistant.reading.posts`).
"""

import re
from collections.abc import Sequence
from typing import Final

from assistant.question import Question
from corpus.model import Span
from corpus.normalize import comparable, tokens

_ASKED: Final = re.compile(r"\b(?:nào|ai|gì)(?: sẽ| đang| được(?: giao)?)? (?:là|làm) (?P<what>.+)")
_TURNED: Final = re.compile(
    r"^(?P<what>.+?)(?: sẽ| đang| của [^,?]+)? là (?:(?:những |các )?(?:[^\W\d_]+ ){1,3}nào|ai)\b"
)
_SAID: Final = 2  # syllables by which what is said is told
_OPENS: Final = re.compile(r"\W*(?:\d+(?:\.\d+)*[.)]|[a-zđ]\)|-)?\s*")
_LEADS_TO: Final = re.compile(r".*\b(?:do|giao|cử|trong đó|còn|theo đó|đồng thời),? ")
_LONGEST: Final = 14  # syllables


def subject_of(
    question: Question, text: str, clause: Span, candidates: Sequence[Span]
) -> Span | None:
    """Return what a clause says to be what is asked of; one of ``candidates`` where it ends so."""
    form = comparable(question.text)
    match = _ASKED.search(form) or _TURNED.search(form)
    if match is None:
        return None
    what = [token.text for token in tokens(match["what"])][:_SAID]
    if len(what) < _SAID:
        return None
    told = comparable(clause.of(text))
    said = re.search(rf",? (?:sẽ |đang |chính |được giao )?(?:là|làm) {' '.join(what)}\b", told)
    if said is None:
        return None
    end = clause.start + said.start()
    for span in candidates:
        if span.end == end and "," not in text[clause.start : span.start]:
            return span
    start = clause.start
    for opens in (_OPENS, _LEADS_TO):
        if found := opens.match(comparable(text[start:end])):
            start += found.end()
    subject = Span(start, end) if start < end else None
    named = subject is not None and text[start].isupper()
    return subject if named and subject and len(tokens(subject.of(text))) <= _LONGEST else None
