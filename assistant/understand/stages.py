"""Stages named as the documents name them: "giai đoạn 1" is their "giai đoạn đầu".

What this module does not know: what happens in a stage.
"""

import re
from typing import Final

from assistant.understand.vocabulary import Vocabulary
from corpus.normalize import comparable

_SAME: Final = (
    ("1", "một", "I", "thứ nhất", "đầu", "đầu tiên"),
    ("2", "hai", "II", "thứ hai", "sau"),
    ("3", "ba", "III", "thứ ba"),
    ("4", "bốn", "IV", "thứ tư"),
)
_STAGE: Final = re.compile(
    r"\b(?P<noun>giai đoạn|đợt|bước|vòng) "
    r"(?P<number>[1-4]|thứ (?:nhất|hai|ba|tư)|đầu tiên|đầu|một|hai|ba|bốn|i{1,3}|iv)"
    r"(?![\w%])(?![.,/-]\d)(?! ?[-–] ?\d)(?! (?:năm|tháng|ngày|tuần)\b)"
)


def with_stages(text: str, vocabulary: Vocabulary) -> str:
    """Return a question with its stage said in the documents' words, where they have it."""
    match = _STAGE.search(comparable(text))
    if not match:
        return text
    noun, number = match["noun"], match["number"]
    if vocabulary.holds(f"{noun} {number}"):
        return text
    same = next(group for group in _SAME if number in map(str.lower, group))
    told = next((one for one in same if vocabulary.holds(f"{noun} {one.lower()}")), "")
    return f"{text[: match.start('number')]}{told}{text[match.end() :]}" if told else text
