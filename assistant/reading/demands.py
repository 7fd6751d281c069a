"""Figures that somebody only asks for: "gia đình yêu cầu bồi thường 15 tỷ đồng".

What is asked for is not what is granted, paid or planned, unless the question is about the asking.

What this module does not know: who asks, or what came of it.
"""

import re
from functools import lru_cache
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable

_DEMANDS: Final = r"(?:yêu cầu|đòi|đề nghị|đề xuất|kiến nghị|xin|kháng cáo|chào (?:giá|bán))"
_SAID: Final = re.compile(rf"\b{_DEMANDS}\b")
_BEFORE: Final = re.compile(rf"\b{_DEMANDS}\b(?: [^\W\d_]+){{0,8}} *$")
_LOOK_BACK: Final = 70


def is_demanded(question: str, text: str, start: int, figure: Span) -> bool:
    """Tell whether a figure is asked for where a question is about no such demand.

    Args:
        question: as understood.
        text: the document's.
        start: where the clause of the figure begins.
        figure: its place in the document.
    """
    before = comparable(text[max(start, figure.start - _LOOK_BACK) : figure.start])
    return _BEFORE.search(before) is not None and not _asks_for_demand(question)


@lru_cache(maxsize=1 << 8)
def _asks_for_demand(question: str) -> bool:
    return _SAID.search(comparable(question)) is not None
