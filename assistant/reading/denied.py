"""What a question limits by a denial or a topic, held against the evidence for a figure or number.

"Bao nhiêu đại biểu không tán thành?" is not answered by how many did; the number of a resolution
"về kinh tế tư nhân" is not that of one "về hợp tác đầu tư nước ngoài".

What this module does not know: yes/no questions (`assistant.reading.polarity`), or wording.
"""

import re
from typing import Final

from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.reading.slots import words_of
from assistant.words import content_forms
from corpus.normalize import comparable, syllables

_DENIAL: Final = r"\b(?:không|chưa|chẳng)(?: (?:được|bị|phải|thể|có|hề))*"
_DENIED: Final = re.compile(rf"{_DENIAL} (?P<what>[^\W\d_]+ [^\W\d_]+)")
_BOUND: Final = words_of(
    "quá dưới trên vượt kém hơn ít thấp nhỏ lớn cao đến tới đủ nhớ biết rõ hiểu thấy chắc tính kể"
    " gồm bao chỉ những nên cần"
)
_TOPIC: Final = re.compile(
    r"\bvề (?P<topic>.+?) (?:mang|có|là|được đánh|ghi)?\s*số (?:hiệu|mấy|bao nhiêu|nào|gì|là)"
)
_MET: Final = 0.5


def denies_otherwise(question: Question, evidence: Evidence) -> bool:
    """Tell whether the question denies a verb that the evidence affirms."""
    if question.yes_no:
        return False
    told = comparable(evidence.quote)
    for match in _DENIED.finditer(comparable(question.text)):
        what = match["what"]
        if what.split()[0] in _BOUND or not re.search(rf"\b{what}\b", told):
            continue
        if not re.search(rf"{_DENIAL}(?: [^\W\d_]+){{0,2}}? {what}\b", told):
            return True
    return False


def is_of_another_topic(question: Question, evidence: Evidence) -> bool:
    """Tell whether the number asked for is of a document about something else."""
    match = _TOPIC.search(comparable(question.text)) if question.asks_number else None
    if match is None:
        return False
    wanted = content_forms(match["topic"].split())
    told = frozenset(syllables(evidence.notes.document.quote(evidence.notes.passage.span)))
    return sum(form in told for form in wanted) <= _MET * len(wanted)
