"""What a counted figure is told of: the words of its own part of a sentence.

A count is recorded by its noun alone ("14 trường hợp"); what tells it from the next count of the
same noun stands around it: "kiểm điểm 3 trường hợp và minh oan cho 14 trường hợp do bị tố cáo sai".
A figure that another is taken of ("trong tổng số 4.000 tàu có 127 chiếc …") is the whole and not
what is told of it.

What this module does not know: which of the figures is asked for.
"""

import re
from dataclasses import dataclass
from typing import Final

from assistant.matching import Matcher, View
from assistant.reading.slots import words_of
from corpus.model import Document
from corpus.normalize import comparable, syllables
from corpus.quantities import Quantity
from corpus.register import Target, TargetKind

_STOP: Final = re.compile(r"[,;:|\n(]|\.(?:\s|$)|\s(?:và|hoặc|nhưng|trong đó)\s")
_JOINT: Final = re.compile(r"\s(?:với|là|gồm|có|đến|trong|trên|cho)(?=\s*$)")
_FUNCTION: Final = words_of(
    "là được bị do sẽ đã đang phải cần để nhằm khi mà thì nên theo tại ở từ đến vào gồm bao như "
    "này đó nhưng không chưa chỉ cũng vẫn với trên dưới bởi nếu có chịu thuộc hoặc của cho và "
    "trong các những so tăng giảm đạt chiếm còn mỗi một về ra lên xuống đi"
)
_BASE: Final = re.compile(
    r"\b(?:trong|trên)(?: (?:tổng số|tổng|số|hơn|gần|khoảng|trên|tổng cộng))*\s*$"
)
_ASKS_WHOLE: Final = re.compile(
    r"\b(?:tổng|tất cả|toàn bộ|cả thảy|có bao nhiêu [^\W\d_]+(?: [^\W\d_]+)?)\W*$|\btổng\b"
)


_AROUND, _NOUN, _WHOLE = -0.25, -0.4, -0.7


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands ``around`` a figure in its part of a sentence, and the ``noun`` it counts.

    ``end`` is where that part ends, an offset of the document's text; ``bare`` tells that its
    record is named by no more than that noun.
    """

    around: View
    noun: View
    end: int
    bare: bool


def counted_of(document: Document, target: Target, quantities: tuple[Quantity, ...]) -> Counted:
    """Return what a record's figure is told of in its own part of a sentence."""
    noun = noun_of(document, target, quantities)
    named = {*syllables(target.indicator)} <= {*noun.forms}
    bare = target.kind is TargetKind.COUNT or named
    end = target.value_span.end + len(_tail(document, target, quantities).rstrip())
    return Counted(told_around(document, target, quantities), noun, end, bare)


def told_around(document: Document, target: Target, quantities: tuple[Quantity, ...]) -> View:
    """Return the words of a count's own part of its sentence, before and after the figure."""
    start, end = target.value_span.start, target.value_span.end
    before = max((q.span.end for q in quantities if q.span.end <= start), default=0)
    head = document.text[max(before, target.span.start) : start]
    stop = [match.end() for match in _STOP.finditer(head)]
    head = head[stop[-1] :] if stop else head
    return View.of(f"{head}{document.text[start:end]}{_tail(document, target, quantities)}")


def less_of_count(
    matcher: Matcher, document: Document, target: Target, counted: Counted, question: str
) -> float:
    """Return by how much a bare count is worth less for what it is told of, or for being a base."""
    missed = 1.0 - matcher.weighed(matcher.met(counted.around)).share
    base = is_base(document, target, question)
    return _AROUND * missed + _NOUN * unsaid(counted.noun, question) + _WHOLE * base


def unsaid(noun: View, question: str) -> float:
    """Return the share of a counted noun that a question, which says its head, does not say.

    "Xe máy" is not "xe máy điện"; "chiếc" and "em" stand for a noun that is said before.
    """
    said, forms = {*syllables(question)}, noun.forms
    if not forms or forms[0] not in said:
        return 0.0
    return sum(form not in said for form in forms) / len(forms)


def noun_of(document: Document, target: Target, quantities: tuple[Quantity, ...]) -> View:
    """Return the noun phrase that is counted: "xe máy điện" of "10.686 xe máy điện"."""
    noun: list[str] = []
    for form in syllables(f"{target.unit}{_tail(document, target, quantities)}"):
        if form in _FUNCTION:
            break
        noun.append(form)
    return View.of(" ".join(noun))


def is_base(document: Document, target: Target, question: str) -> bool:
    """Tell whether a figure is what another is taken of, and the question asks for no whole."""
    text, start = document.text, target.value_span.start
    if not _BASE.search(comparable(text[max(0, start - 24) : start])):
        return False
    rest = re.split(r"[;.\n]", text[target.value_span.end : target.value_span.end + 60])[0]
    return any(char.isdigit() for char in rest) and not _ASKS_WHOLE.search(comparable(question))


def _tail(document: Document, target: Target, quantities: tuple[Quantity, ...]) -> str:
    """Return what follows a figure, up to a mark or the next figure and the word that leads in."""
    end = target.value_span.end
    after = min((q.span.start for q in quantities if q.span.start >= end), default=None)
    rest = document.text[end : after if after is not None else end + 120]
    stop = _STOP.search(rest)
    if stop is not None:
        return rest[: stop.start()]
    joint = _JOINT.search(rest) if after is not None else None
    return rest[: joint.start()] if joint else rest
