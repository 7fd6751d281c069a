"""Numbers to call as an answer: "0276.3.888.416", "1900 1234", "đầu số 1022", "115".

What this module does not know: who answers there, or whether it is still in use.
"""

import re
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable

_LONG: Final = re.compile(
    r"(?<![\w.,/-])(?:\+?84|\(?0[0-9]{1,3}\)?|1[89]00)(?:[ .-]?[0-9]{1,6}){1,4}(?![\w/%])"
)
_CALLED: Final = re.compile(
    r"\b(?:đầu số|tổng đài|đường dây nóng|hotline|điện thoại|cuộc gọi|gọi|số máy|dịch vụ)\b"
)
_SHORT: Final = re.compile(r"(?<![\w.,/-])[0-9]{3,6}(?![\w%/])(?![.,][0-9])")
_REACH: Final = 160


def phones_in(text: str, clause: Span) -> list[Span]:
    """Return the numbers to call in a clause; short ones only after a word for calling."""
    form = comparable(clause.of(text))
    if found := [Span(*match.span()).moved(clause.start) for match in _LONG.finditer(form)]:
        return found
    called = _CALLED.search(form)
    if called is None:
        return []
    short = _SHORT.finditer(form, called.end(), called.end() + _REACH)
    return [Span(*match.span()).moved(clause.start) for match in short]
