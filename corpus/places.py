"""Places a text speaks of: the country as a whole, its provinces and cities, other countries.

Provinces are known by name, before and after the mergers of 2025; of smaller places, those with
their kind before a capitalised name ("huyện Sóc Sơn") are. "Thủ đô" is Hà Nội, unless another
country's is meant; other countries are known where their names have a capital.

What this module does not know: what is said of a place.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from corpus.model import Span
from corpus.name_words import SURNAMES, TITLES
from corpus.normalize import CAPITALS, comparable

LEVELS: Final = "tỉnh|huyện|quận|xã|phường|thị trấn|thành phố|thị xã"
"""What places are called by their level, the ways of a pattern."""
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
_SAME: Final = {
    "thủ đô": "hà nội",
    "sài gòn": "hồ chí minh",
    "hcm": "hồ chí minh",
    "tphcm": "hồ chí minh",
    "thừa thiên huế": "huế",
    "hoa kì": "mĩ",
}
# "đi đầu cả nước" says where one stands, and "đất nước" or a name such as "Mặt trận Tổ quốc Việt
# Nam" (a capital follows or precedes it) is no measure's scope.
_COUNTRY: Final = re.compile(r"\b(?:cả nước|toàn quốc|nước ta|việt nam|trên phạm vi quốc gia)\b")
_FOREIGN: Final = """
pháp, mĩ, hoa kì, đức, nga, trung quốc, nhật bản, hàn quốc, triều tiên, thái lan, lào, campuchia,
singapore, malaysia, indonesia, philippines, myanmar, brunei, đông timor, ấn độ, australia, canada,
italia, tây ban nha, bồ đào nha, hà lan, thụy sĩ, thụy điển, đan mạch, phần lan, na uy, ba lan,
ukraina, thổ nhĩ kì, ai cập, nam phi, brazil, argentina, mexico, cuba, đài loan, hồng kông, iran,
iraq, israel, hi lạp, bỉ, séc, hungary, new zealand
"""
_CAPITAL_OF_ANOTHER: Final = re.compile(
    rf"(?: của)?(?: nước (?!ta\b|việt|Việt)| (?!Hà Nội|Việt Nam)[{CAPITALS}])"
)
_NAME_GOES_ON: Final = re.compile(
    rf" (?:[{CAPITALS}]|(?:lệnh|luật|lí|lý|nhân|danh|chế|thuật|phẩm|tính|hạnh|độ)\b)"
)
_SMALLER: Final = re.compile(
    r"\b(?:[Tt]ỉnh|[Tt]hành phố|TP|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Xx]ã|[Pp]hường)\.? "
    rf"((?:[{CAPITALS}]\w*)(?: [{CAPITALS}]\w*)*)"
)
_IN_A_NAME: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(one.title() for one in SURNAMES - {'đoàn'}))}|Thị|Văn) $"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a text names it, comparable ``name``; two names of it have the same ``key``."""

    span: Span
    key: str
    name: str = ""


@lru_cache(maxsize=2_048)
def places_in(text: str) -> tuple[Place, ...]:
    """Return the places of ``text`` in order: the country, provinces, named smaller places."""
    plain = comparable(text)
    found = [Place(Span(*match.span()), COUNTRY) for match in _COUNTRY.finditer(plain)]
    found += [
        Place(Span(*match.span()), _SAME.get(match.group(0), match.group(0)))
        for match in _foreign().finditer(plain)
        if text[match.start()].isupper() and _is_whole(text, match)
    ]
    for match in _provinces().finditer(plain):
        # A province's name typed small is taken only where nothing in the text has a capital.
        seat = match.group(0) == "thủ đô"
        if seat and _CAPITAL_OF_ANOTHER.match(text, match.end()):
            continue
        if _IN_A_NAME.search(text[max(0, match.start() - 12) : match.start()]):
            continue  # "Trương Hòa Bình"
        if text[match.start()].isupper() or text == text.lower() or seat:
            key = " ".join(match.group(0).split())
            found.append(Place(Span(*match.span()), _SAME.get(key, key), key))
    known = [place.span for place in found]
    for match in _SMALLER.finditer(text):
        span = Span(*match.span(1))
        if not any(span.overlaps(other) for other in known):
            found.append(Place(span, " ".join(comparable(match.group(1)).split())))
    return tuple(sorted(found, key=lambda place: place.span.start))


def keys_of(text: str) -> frozenset[str]:
    """Return the keys of the places a text names."""
    return frozenset(place.key for place in places_in(text))


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Tell a country of one syllable from "Mỹ Đình", "Ông Đức", "Pháp lệnh", "Mỹ thuật"."""
    if " " in match.group(0):
        return True
    before = re.search(r"([^\W\d_]+) $", text[max(0, match.start() - 12) : match.start()])
    alone = not _NAME_GOES_ON.match(text, match.end())
    word = before.group(1) if before else ""
    said = word.islower() or word == "Nước"
    return alone and said and comparable(word) not in TITLES


def other_names(place: Place) -> tuple[str, ...]:
    """Return the comparable names of the same place but the one that stands there: "sài gòn"."""
    names = {name for name, key in _SAME.items() if key == place.key}
    return tuple(sorted({*names, place.key} - {place.name})) if names else ()


@cache
def province_names() -> frozenset[str]:
    """Return the comparable names of the provinces, before and after the mergers of 2025."""
    return frozenset(_names(_PROVINCES))


@cache
def _provinces() -> re.Pattern[str]:
    return _one_of({*_names(_PROVINCES), *_SAME} - {*_names(_FOREIGN)})


@cache
def _foreign() -> re.Pattern[str]:
    return _one_of({*_names(_FOREIGN)})


def _names(listed: str) -> list[str]:
    return [" ".join(comparable(name).split()) for name in listed.split(",")]


def _one_of(names: Collection[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
