"""The last question asked against something else, or of more months: "so với cả nước?".

What this module does not know: topics of other kinds (`assistant.understand.topics`).
"""

import re
from typing import Final

from assistant.understand import slots
from assistant.understand.predicates import COMPARED
from assistant.understand.slots import tidy
from assistant.understand.subjects import subject_span
from corpus.normalize import comparable

_MONTHS: Final = re.compile(
    r"(?:(?:lũy kế|tính chung|tính cả|tính|cộng dồn|chung|cả|trong|của) )*"
    r"(?:\d{1,2}|hai|ba|bốn|sáu|chín) (?:tháng|quý)(?: (?:đầu|cuối) năm| vừa qua| qua)?"
)
_REACHING: Final = re.compile(r"(?: (?:ước|dự kiến|phấn đấu|đạt|là|ở mức|khoảng))+\s*$")


def over_months(base: str, topic: str) -> str:
    """Ask of some months together: "lũy kế 2 tháng" of what was asked of one month."""
    if not _MONTHS.fullmatch(comparable(topic)):
        return ""
    own = COMPARED.search(comparable(base))
    rest = tidy(f"{base[: own.start()]} {base[own.end() :]}") if own else base
    end = subject_span(rest).end
    return tidy(f"{rest[:end]} {topic} {rest[end:]}")


def compared(base: str, topic: str) -> tuple[str, ...]:
    """Compare with something else: "so với cả nước" in place of "so với năm 2015"."""
    own = COMPARED.search(comparable(base))
    rest = tidy(f"{base[: own.start()]} {base[own.end() :]}") if own else base
    asks = slots.asking(rest)
    place = asks.start if asks else len(rest)
    whole = tidy(f"{rest[:place]} {topic} {rest[place:]}")
    said = tidy(_REACHING.sub("", rest[:place]))
    other = re.sub(r"^so với ", "", topic, flags=re.IGNORECASE)
    if own and not re.search(r"\blần\b", base):
        return (whole,)
    if own:
        return (whole, f"{said} gấp mấy lần {other}")
    amount = asks is not None and slots.HOW_MUCH.search(comparable(asks.of(rest)))
    by = (f"{said} so với {other} thế nào", f"{said} gấp mấy lần {other}", whole)
    return by if amount else (whole,)
