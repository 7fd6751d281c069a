"""Where a list that something leads in ends: at the end of its sentence, or before.

"gồm bác sĩ, điều dưỡng và cộng tác viên; phát triển mạng lưới …" ends at the semicolon; "thể chế,
chính sách phù hợp; nhân lực …" after a colon is parted by semicolons, to the sentence's end.

What this module does not know: questions, or where a list begins
(`assistant.reading.coordinated`).
"""

import re
from typing import Final

from corpus.normalize import comparable, syllables

MARK: Final = re.compile(
    r"[,;]\s+(?:(?:và|hoặc|hay)\s+)?|(?<!\btrong)(?<!\bcả)\s+(?:và|hoặc|hay)\s+(?!nhỏ\b|vừa\b)"
)
"""What parts the items of a list, in comparable form."""
_REST: Final = re.compile(  # what goes on after the last item of a list, no item of it
    r"[,;] (?=(?:trong đó|chưa kể|tổng|qua đó|từ đó|nhằm|góp phần|phấn đấu|chiếm|với|vận hành"
    r"|đồng thời|nhưng|song|theo đó|do|vì|để)\b)"
)
_SENTENCE: Final = re.compile(r"[.!?]\s+(?=\S)")
_SHORT: Final = 4
_FEWEST: Final = 3


def last_item(text: str, start: int, *, colon: bool) -> int:
    """Return where the last item of a list ends that begins at ``start``, after a colon or not.

    In "a, b và c, tổng chiều dài …" nothing after c is an item.
    """
    ends = (end.start() for end in _SENTENCE.finditer(text, start) if text[end.end()].isupper())
    whole = next(ends, len(text))
    form = comparable(text[:whole])
    semicolon = form.find("; ", start)
    if semicolon >= 0:
        closed = _is_closed(form[start:semicolon]) if not colon else False
        return semicolon if closed or _is_short(form[start:]) else whole
    rest = _REST.search(form, start)
    end = rest.start() if rest else whole
    comma = form.find(", ", start, end)
    linked = form.find(" và ", comma, end) if comma >= 0 else -1
    after = form.find(", ", linked, end) if linked >= 0 else -1
    goes_on = after >= 0 and text[after + len(", ")].isupper()
    return end if after < 0 or goes_on else after


def _is_closed(first: str) -> bool:
    """Tell whether a list ends before a semicolon: "a, b và c; …"."""
    return ", " in first and " và " in first[first.index(", ") :]


def _is_short(tail: str) -> bool:
    """Tell whether only what stands before the first semicolon is a list, of short items."""
    first, _, others = tail.partition("; ")
    items = first.split(", ")
    short = all(len(syllables(item)) <= _SHORT for item in items)
    after = all(len(syllables(item)) <= _SHORT for item in MARK.split(others))
    return len(items) >= _FEWEST and short and not after
