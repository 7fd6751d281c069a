"""Two names of one body: written short or out, with or without "và" or a company's legal form.

"Công ty CP Du lịch Suối Mơ" is "Công ty cổ phần Du lịch Suối Mơ" and "Công ty Suối Mơ"; "Bộ Kế
hoạch Đầu tư" is "Bộ Kế hoạch và Đầu tư"; "Cục Thuế TP" is the one of the city that a text is of.

What this module does not know: abbreviations of whole names (`assistant.synonyms`).
"""

from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from corpus.normalize import syllables

_WRITTEN_OUT: Final = MappingProxyType(
    {
        short: tuple(syllables(name))
        for short, name in (
            ("tp", "thành phố"),
            ("tx", "thị xã"),
            ("cp", "cổ phần"),
            ("tnhh", "trách nhiệm hữu hạn"),
            ("mtv", "một thành viên"),
            ("ubnd", "ủy ban nhân dân"),
            ("hđnd", "hội đồng nhân dân"),
        )
    }
)
_FORMS: Final = tuple(
    tuple(syllables(form))
    for form in ("trách nhiệm hữu hạn", "một thành viên", "cổ phần", "liên doanh")
)
_COMPANY: Final = syllables("công ty")
_FIRMS: Final = ("công ty", "tập đoàn", "ngân hàng", "tổng công ty", "trường")
_FIRM_HEADS: Final = tuple(tuple(syllables(firm)) for firm in _FIRMS)
_LEAST: Final = 2


def same_body(one: str, other: str) -> bool:
    """Tell whether two names may be of one body."""
    first, second = _plain(one), _plain(other)
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    if len(short) < _LEAST:
        return False
    if long[: len(short)] == short:
        return True
    head = next((head for head in _FIRM_HEADS if short[: len(head)] == head), None)
    alike = head is not None and long[: len(head)] == head and short[len(head) :]
    return bool(alike) and short[-1] == long[-1] and _is_within(short, long)


@lru_cache(maxsize=1 << 10)
def _plain(name: str) -> tuple[str, ...]:
    """Return a name's syllables written out, without "và" and a company's legal form."""
    forms = [whole for form in syllables(name) for whole in _WRITTEN_OUT.get(form, (form,))]
    forms = [form for form in forms if form != "và"]
    for legal in _FORMS if forms[:2] == _COMPANY else ():
        size = len(legal)
        at = next((i for i in range(len(forms)) if tuple(forms[i : i + size]) == legal), -1)
        if at > 0:
            forms[at : at + size] = []
    return tuple(forms)


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the syllables of one name stand in another in their order."""
    rest = iter(long)
    return all(form in rest for form in short)
