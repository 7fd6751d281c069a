"""What a short question may mean beside the last one, where no word of it says that it leans.

"Tổng cộng bao nhiêu trường?" after "Chương trình thí điểm ở đâu?" has its own noun and asking
words, and yet may lean. Its words do not tell; where its answer stands may
(`assistant.recall.Recall.beside`). So the readings are made here, and the documents choose
between them and the question alone.

What this module does not know: documents, or which reading is meant.
"""

import re
from collections.abc import Mapping
from typing import Final

from assistant.understand import slots
from assistant.understand.forms import FollowUp
from assistant.understand.merge import wholes
from assistant.understand.slots import tidy
from assistant.understand.subjects import COUNTED, whole_subject
from assistant.understand.topics import readings
from corpus.normalize import comparable, syllables

_LONGEST: Final = 9  # syllables; a longer question says all that it asks
_MOST: Final = 5
#: What names its own document, or asks for it as a whole, leans on nothing.
_WHOLE: Final = re.compile(
    r"\b(?:văn bản|tài liệu|nghị quyết|kế hoạch|quyết định|chương trình|đề án|bài báo|bài viết)\b"
)


def may_lean(question: str, asked: FollowUp) -> bool:
    """Tell whether a question that no word joins to the last one may still lean on it.

    It is short, asks something, and names no time, document or name of its own.
    """
    if not asked.asking or asked.period or len(syllables(question)) > _LONGEST:
        return False
    return not _WHOLE.search(comparable(question))


def beside(
    question: str, asked: FollowUp, base: str, rivals: Mapping[tuple[str, ...], frozenset[int]]
) -> tuple[str, ...]:
    """Return what a short question may mean after ``base``, likeliest first."""
    said = tidy(question)
    found = [f"{one} {said}" for one in (slots.unasked(base), *wholes(base, whole_subject(base)))]
    if asked.topic and slots.HOW_MUCH.search(comparable(asked.asking)):
        amount = slots.HOW_MUCH.search(comparable(base))
        found = [*(readings(base, asked.topic, rivals)[:2] if amount else ()), *found]
    return tuple(dict.fromkeys(tidy(one) for one in found))[:_MOST]


def counted_noun(question: str) -> str:
    """Return the first word of what a question counts: "trường" of "bao nhiêu trường", or ""."""
    low = comparable(question)
    match = COUNTED.search(low)
    return low[match.end() :].split()[0].strip(" ,?.!") if match else ""
