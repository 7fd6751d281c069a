"""Hours of the day as an answer: "từ 7 giờ 30 đến 11 giờ", "8h - 17h", "14 giờ chiều".

What this module does not know: the day, or whether the hours are those of what is asked about.
"""

import re
from typing import Final

from corpus.model import Span
from corpus.normalize import comparable

_HOUR: Final = r"[0-2]?[0-9](?: ?(?:giờ|h|g)(?: ?[0-5][0-9](?: ?phút|')?)?(?: rưỡi)?|:[0-5][0-9])"
_PART: Final = r"(?: (?:sáng|trưa|chiều|tối|đêm|khuya))?"
_BOUND: Final = r"(?:(?:từ|ít nhất|muộn nhất|chậm nhất|sớm nhất|trước|sau|khoảng|đến) )*"
_HOURS: Final = re.compile(
    rf"(?<![\w.,/:])(?<!hơn )(?<!gần )(?<!suốt )(?<!kéo dài ){_BOUND}{_HOUR}{_PART}"
    rf"(?: ?(?:-|–|đến|tới) ?{_HOUR}{_PART})?(?![\w:])(?! (?:làm|học|chiếu|bay|đồng hồ|công))"
    r"|\bgiờ hành chính\b"
)


def hours_in(text: str, clause: Span) -> list[Span]:
    """Return the hours of the day that a clause names, each range whole."""
    found = _HOURS.finditer(comparable(clause.of(text)))
    return [Span(*match.span()).moved(clause.start) for match in found]
