"""Whether a text denies what a yes/no question puts to it: "không", "chưa", "cấm".

What this module does not know: figures and names (`assistant.reading.comparison`, `.premise`).
"""

import re
from collections.abc import Sequence

from assistant.question import Question
from assistant.reading.evidence import Evidence
from assistant.reading.slots import words_of
from corpus.normalize import comparable, syllables

_DENIES = frozenset(("không", "chưa", "chẳng", "cấm", "chớ"))
_REACH = 6
# "không chỉ", "không ngừng", "không gian" deny nothing.
_NOT_DENYING = words_of(
    "chỉ ngừng gian những quá gia khí vượt dưới ít tập thể phải quân dùng tiền gây"
)
_STRONG = 0.5
_FORBIDDEN = re.compile(r"\b(?:nghiêm cấm|bị cấm|cấm|không được)\b")
_ALLOWED = re.compile(r"\b(?:được|được phép|cho phép|có thể)\b")


def question_denies(question: Question) -> bool:
    """Tell whether the question itself denies ("không được … phải không?")."""
    form = re.sub(r"(?:có )?(?:phải |đúng |hay )?(?:không|chưa)\W*$", "", comparable(question.text))
    return bool(re.search(r"\b(?:không|chưa|chẳng)\s+(?:được|có|phải|cần|bị|cho)\b", form))


def text_denies(question: Question, evidence: Evidence) -> bool:
    """Tell whether the clause, or the heading it stands under, denies what is asked."""
    form = comparable(evidence.quote)
    if re.search(r"\bkhông (?:được|cho phép|cần|phải)\b(?! (?:chỉ|là chỉ))", form):
        return True
    if _forbidden_above(question, evidence):
        return True
    asked = [term.text for term in question.terms if term.weight >= _STRONG]
    return _denied(syllables(evidence.quote), asked)


def _denied(forms: Sequence[str], asked: Sequence[str]) -> bool:
    """Tell whether a word of denial is followed closely by two words of the question."""
    for place, form in enumerate(forms):
        if form not in _DENIES or forms[place + 1 : place + 2] == []:
            continue
        if forms[place + 1] in _NOT_DENYING:
            continue
        after = forms[place + 1 : place + 1 + _REACH]
        if sum(word in asked for word in after) > 1:
            return True
    return False


def _forbidden_above(question: Question, evidence: Evidence) -> bool:
    """Tell whether a permission is asked for and a heading above forbids."""
    if not _ALLOWED.search(comparable(question.text)):
        return False
    passage = evidence.notes.passage
    document = evidence.notes.document
    return any(_FORBIDDEN.search(comparable(document.quote(span))) for span in passage.headings)
