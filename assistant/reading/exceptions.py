"""Exceptions: what a sentence says of all, "trừ …", it does not say of what it sets apart.

"Được ưu tiên khám trước người bệnh khác trừ bệnh nhân cấp cứu": asked about "bệnh nhân cấp cứu"
the answer turns about.

What this module does not know: what the sentence says.
"""

import re
from typing import Final

from assistant.matching import View
from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from assistant.reading.statement import statement_of
from corpus.normalize import comparable

_EXCEPT: Final = re.compile(
    r"\b(?:ngoại trừ|trừ (?:các |những )?trường hợp|trừ khi|trừ(?! (?:lùi|dần|bị|vào|đi))"
    r"|không (?:bao gồm|kể|tính|áp dụng (?:đối với|với|cho)))\b"
)
_ASKED: Final = re.compile(r"\b(?:trừ|ngoại lệ|không (?:bao gồm|kể|tính))\b")
_DENIED_VERB: Final = re.compile(r"không (?P<verb>bao gồm|kể|tính|áp dụng)\b")
_ENDS: Final = re.compile(r"[;.](?:\s|$)")
_SHARE: Final = 0.15
_FEWEST: Final = 2


def excepted(reading: Reading, evidence: Evidence) -> bool:
    """Tell whether the question is about what the sentence of the evidence sets apart."""
    if _ASKED.search(_without_end(reading.question)):
        return False
    text = evidence.notes.document.quote(evidence.notes.sentence.span)
    form = comparable(text)
    predicate = comparable(statement_of(reading.question.text).predicate)
    return any(
        _is_about(reading, form, found)
        for found in _EXCEPT.finditer(form)
        if not _denies_itself(found, predicate)
    )


def _denies_itself(found: re.Match[str], predicate: str) -> bool:
    """Tell whether it is the sentence's own statement: asked "áp dụng", told "không áp dụng"."""
    verb = _DENIED_VERB.match(found.group())
    return verb is not None and verb["verb"] in predicate


def _without_end(question: Question) -> str:
    return re.sub(r"(?:không|chưa)\W*$", "", comparable(question.text))


def _is_about(reading: Reading, form: str, found: re.Match[str]) -> bool:
    """Tell whether the exception alone has several words, and a fair part, of the question."""
    ends = _ENDS.search(form, found.end())
    last = ends.start() if ends else len(form)
    matcher = reading.matcher
    inside = matcher.met(View.of(form[found.end() : last]))
    outside = matcher.met(View.of(f"{form[: found.start()]} {form[last:]}"))
    alone = [
        weight * (one - other)
        for weight, one, other in zip(matcher.weights, inside, outside, strict=True)
        if one > other
    ]
    total = sum(matcher.weights) or 1.0
    return len(alone) >= _FEWEST and sum(alone) / total >= _SHARE
