"""Questions for the values of all things a text counts: what is stated, and that the rest is not.

"Giá trị của cả 26 chỉ tiêu là bao nhiêu?" over a text that counts 26 and gives the values of two
is answered in part.

What this module does not know: questions for one value, or for the groups of what is counted.
"""

import re
from collections.abc import Sequence
from typing import Final

from assistant.answer import Answer, Status
from assistant.decide import Decision
from assistant.reading.annotations import Annotations
from assistant.reading.excerpt import tidy
from assistant.reading.reader import Reading
from assistant.wording import cite, joined
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.register import Target, TargetKind
from prompts.load import Templates

_ALL: Final = re.compile(
    r"\b(?:cả|tất cả|toàn bộ|từng|mỗi|đủ|đầy đủ|hết)\b(?: các| những)*(?: [0-9]{1,3})?"
    r" (?P<what>chỉ tiêu|mục tiêu|tiêu chí)\b"
)
_VALUES: Final = re.compile(r"\b(?:giá trị|con số|số liệu|mức|bao nhiêu|kết quả)\b")
_GROUPS: Final = re.compile(r"\b(?:nhóm|lĩnh vực|có bao nhiêu|mấy)\b")
_MOST: Final = 12


def all_values(
    reading: Reading, decision: Decision, annotations: Annotations, templates: Templates
) -> Answer | None:
    """Return a partial answer with the values stated, or None when all are not asked for."""
    form = comparable(reading.question.text)
    asked = _ALL.search(form)
    values = _VALUES.search(form) and not _GROUPS.search(form)
    if asked is None or not values or reading.best is None or reading.question.yes_no:
        return None
    document = reading.best.notes.document
    records = annotations.targets_of(document.name)
    counts = [one for one in records if _counts(one, asked["what"])]
    aims = [one for one in records if one.kind is TargetKind.TARGET]
    by_name: dict[str, list[Target]] = {}
    for aim in aims:
        by_name.setdefault(comparable(tidy(aim.indicator)), []).append(aim)
    if not counts or not aims or len(by_name) >= int(counts[0].low or 0):
        return None
    shown = list(by_name.values())[:_MOST]
    whole = counts[0]
    text = templates.fill(
        "partial_values",
        count=tidy(document.quote(whole.value_span)),
        stated=joined([_stated(document, group) for group in shown]),
    )
    spans = dict.fromkeys(
        _sentence(document, one) for one in [whole, *(aim for group in shown for aim in group)]
    )
    return Answer(
        status=Status.PARTIAL,
        text=text,
        citations=tuple(cite(document, span) for span in spans),
        confidence=max(decision.confidence, 1 / 2),
        reasons=("all_values",),
    )


def _counts(record: Target, what: str) -> bool:
    return record.kind is TargetKind.COUNT and comparable(record.unit).startswith(what)


def _stated(document: Document, group: Sequence[Target]) -> str:
    """Return one indicator with its values: "tỷ lệ đô thị hóa (60-62%, trên 75%)"."""
    values = dict.fromkeys(tidy(document.quote(one.value_span)) for one in group)
    name = tidy(group[0].indicator)
    return f"{name[:1].lower()}{name[1:]} ({'; '.join(values)})"


def _sentence(document: Document, record: Target) -> Span:
    """Return the sentence a record's value stands in."""
    spans = (sentence.span for sentence in document.sentences)
    return next((span for span in spans if span.covers(record.value_span)), record.span)
