"""Where something runs from and to: "(Văn Cao - Hòa Lạc)", "từ cầu A đến ngã ba B", "nối A với B".

Roads, lines and dykes are named by their ends: in brackets or after a dash, or told by "từ … đến".

What this module does not know: which line is asked about; maps.
"""

import re
from typing import Final

from corpus.model import Span
from corpus.normalize import CAPITALS

_LETTER: Final = r"[^\W\d_]"
_UPPER: Final = rf"[{CAPITALS}]"
_SMALL: Final = rf"[^\W\d_{CAPITALS}]"
_NAME: Final = rf"{_UPPER}\w*(?: (?:{_UPPER}\w*|[0-9]+\w*))*"
# A place may be told by its kind before its name: "nút giao Phú Thứ", "đầu cầu Bến Thủy 2".
_PLACE: Final = rf"(?:{_LETTER}+ ){{0,5}}?{_NAME}(?: lộ [0-9]+\w*)?(?: \([^()]{{1,60}}\))?"
_JOINED: Final = re.compile(
    rf"(?<=\()(?:đoạn |từ |tuyến )?{_NAME}(?: ?[-–] ?(?:{_SMALL}+ ){{0,5}}{_NAME})+(?=\s*[);,])"
)
_BARE: Final = re.compile(rf"\b{_NAME}(?: [-–] {_NAME})+")
_TOLD: Final = re.compile(
    rf"\b(?:từ|nối(?: liền| thông)?|kết nối|đi qua)(?: giữa)? {_PLACE}"
    rf"(?:,? (?:đến|tới|về|với|và|sang|ra|lên|xuống) {_PLACE})+"
)


def routes_in(text: str, clause: Span) -> list[Span]:
    """Return the spans of a clause that tell where something runs, the plainest kind found."""
    said = clause.of(text)
    for pattern in (_JOINED, _TOLD, _BARE):
        if found := [Span(*match.span()).moved(clause.start) for match in pattern.finditer(said)]:
            return found
    return []
