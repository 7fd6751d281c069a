"""Why: a question for a reason is answered by no sentence that gives none.

"Vì sao quy mô kinh tế số đạt 30% GDP?" has no answer in a sentence that only sets the target.

What this module does not know: which reason is meant; any word of cause or purpose counts.
"""

import re
from typing import Final

from assistant.question import Asks, Question
from assistant.reading.evidence import Evidence
from corpus.normalize import comparable

_WHY: Final = re.compile(
    r"\b(?:vì sao|tại sao|do đâu|vì đâu|(?:vì )?(?:lí do|nguyên nhân) (?:gì|nào))\b"
)
_REASON: Final = re.compile(
    r"\b(?:vì|do|nhằm|để|bởi|nhờ|tại(?= (?:vì|bởi))|nguyên nhân|lí do|nên|khiến|mục đích|"
    r"mục tiêu là|dẫn đến|dẫn tới|gây|xuất phát|căn cứ|bắt nguồn|sau khi|"
    r"trước (?:tình|thực|yêu cầu|nguy cơ)|"
    r"giúp|góp phần|tạo điều kiện|bảo đảm|đảm bảo|đáp ứng|hướng (?:tới|đến)|phù hợp với|tránh|"
    r"khắc phục|giải quyết|tác động|hạn chế|chưa|không|thiếu|yếu|khó khăn|bất cập)\b"
)
_WEAK: Final = frozenset(("chưa", "không", "thiếu", "yếu", "khó khăn", "bất cập", "hạn chế"))


def lacks_reason(question: Question, evidence: Evidence) -> bool:
    """Tell whether a question asks why and the evidence's paragraph tells of no cause or aim."""
    if question.yes_no or not question.wants(Asks.REASON):
        return False
    if not _WHY.search(comparable(question.text)):
        return False
    passage = evidence.notes.document.quote(evidence.notes.passage.span)
    form = comparable(question.text)  # "Vì sao không thu phí?": that nothing is charged is no cause
    found = (match.group(0) for match in _REASON.finditer(comparable(passage)))
    return all(word in _WEAK and word in form for word in found)
