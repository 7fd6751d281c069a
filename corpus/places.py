"""Places a text speaks of: the country as a whole, and the provinces and cities of Việt Nam.

Provinces are known by name, before and after the mergers of 2025; of smaller places, those with
their kind before a capitalised name ("huyện Sóc Sơn") are. "Thủ đô" is Hà Nội.

What this module does not know: what is said of a place.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from corpus.model import Span
from corpus.normalize import CAPITALS, comparable

COUNTRY: Final = "cả nước"
"""The key of the whole country."""

_PROVINCES: Final = """
hà nội, hồ chí minh, đà nẵng, hải phòng, cần thơ, huế, thừa thiên huế, an giang, bà rịa - vũng tàu,
bà rịa, vũng tàu, bạc liêu, bắc giang, bắc kạn, bắc ninh, bến tre, bình dương, bình định, bình
phước, bình thuận, cà mau, cao bằng, đắk lắk, đắk nông, điện biên, đồng nai, đồng tháp, gia lai, hà
giang, hà nam, hà tĩnh, hải dương, hậu giang, hòa bình, hưng yên, khánh hòa, kiên giang, kon tum,
lai châu, lạng sơn, lào cai, lâm đồng, long an, nam định, nghệ an, ninh bình, ninh thuận, phú thọ,
phú yên, quảng bình, quảng nam, quảng ngãi, quảng ninh, quảng trị, sóc trăng, sơn la, tây ninh, thái
bình, thái nguyên, thanh hóa, tiền giang, trà vinh, tuyên quang, vĩnh long, vĩnh phúc, yên bái, sài
gòn
"""
_SAME: Final = {"thủ đô": "hà nội", "sài gòn": "hồ chí minh", "thừa thiên huế": "huế"}
# "đi đầu cả nước" says where one stands, and "đất nước" or a name such as "Mặt trận Tổ quốc Việt
# Nam" (a capital follows or precedes it) is no measure's scope.
_COUNTRY: Final = re.compile(r"\b(?:cả nước|toàn quốc|nước ta|việt nam|trên phạm vi quốc gia)\b")
_SMALLER: Final = re.compile(
    r"\b(?:[Tt]ỉnh|[Tt]hành phố|TP|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường)\.? "
    rf"((?:[{CAPITALS}]\w*)(?: [{CAPITALS}]\w*)*)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a text names it; two names of one place have the same ``key``."""

    span: Span
    key: str


@lru_cache(maxsize=2_048)
def places_in(text: str) -> tuple[Place, ...]:
    """Return the places of ``text`` in order: the country, provinces, named smaller places."""
    plain = comparable(text)
    found = [Place(Span(*match.span()), COUNTRY) for match in _COUNTRY.finditer(plain)]
    for match in _provinces().finditer(plain):
        # A province's name typed small is taken only where nothing in the text has a capital.
        if text[match.start()].isupper() or text == text.lower() or match.group(0) == "thủ đô":
            key = " ".join(match.group(0).split())
            found.append(Place(Span(*match.span()), _SAME.get(key, key)))
    known = [place.span for place in found]
    for match in _SMALLER.finditer(text):
        span = Span(*match.span(1))
        if not any(span.overlaps(other) for other in known):
            found.append(Place(span, " ".join(comparable(match.group(1)).split())))
    return tuple(sorted(found, key=lambda place: place.span.start))


def keys_of(text: str) -> frozenset[str]:
    """Return the keys of the places a text names."""
    return frozenset(place.key for place in places_in(text))


@cache
def _provinces() -> re.Pattern[str]:
    names = [" ".join(comparable(name).split()) for name in _PROVINCES.split(",")]
    choices = "|".join(
        re.escape(name) for name in sorted([*names, "thủ đô"], key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
