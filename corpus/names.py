"""Named bodies, persons and other proper names of a text, as far as a grammar can tell.

A body is a head word and a capitalised continuation ("Sở Kế hoạch và Đầu tư", "Ngân hàng Thế giới
(WB)"). Vietnamese capitalises only the first syllable of each word inside a name, so where a name
ends is told by the words of `corpus.name_words`; outside them only capitalised syllables continue
it. In text typed without capitals, a head followed by one of those words is still found.

What this module does not know: whether two names mean one body (UBND and Ủy ban nhân dân).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from corpus.model import Span
from corpus.name_words import (
    COMPLETE_HEADS,
    HEADS,
    NOT_NAMES,
    PLACE_WORDS,
    SECTOR_PAIRS,
    SECTORS,
    SURNAMES,
    TITLES,
    WORD_BEFORE,
)
from corpus.normalize import SYLLABLE, comparable
from corpus.places import province_names

_LONGEST = 5
_JOINTS = frozenset({" ", " - ", "-", " – ", "–", "/", " & ", "&"})
_PERSON_LEAST, _PERSON_TOKENS = 3, 4
_OF_PROVINCES = frozenset(("tp", "phố", "tỉnh", "nam"))  # "Việt Nam"
_NAMED_AFTER = frozenset(("phố", "đường", "huyện", "quận", "phường", "trường"))


class NameKind(StrEnum):
    """What a name names."""

    BODY = "body"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A name where it stands; ``text`` is the slice, ``kind`` what the grammar takes it for."""

    span: Span
    text: str
    kind: NameKind = NameKind.BODY

    @property
    def key(self) -> str:
        """The form in which two spellings of one name are equal."""
        return " ".join(comparable(self.text).split())


class _Word(NamedTuple):  # a named tuple: one is made for every syllable of every text
    start: int
    end: int
    key: str
    capital: bool
    shouted: bool
    gap: str  # what stands between the word before and this one


def find_bodies(text: str) -> tuple[NamedBody, ...]:
    """Return the bodies, persons and other names of ``text``, in order, never overlapping."""
    return tuple(_names(text, _words(comparable(text), text)))


def _words(plain: str, text: str) -> list[_Word]:
    words: list[_Word] = []
    last = 0
    for match in SYLLABLE.finditer(text):
        start, end = match.span()
        word = match.group(0)
        capital = word[0].isupper()
        shouted = capital and end - start > 1 and word.isupper()
        words.append(_Word(start, end, plain[start:end], capital, shouted, text[last:start]))
        last = end
    return words


def _names(text: str, words: list[_Word]) -> Iterator[NamedBody]:
    heads, at = _first_words(HEADS), 0
    while at < len(words):
        if not words[at].capital and words[at].key not in heads:
            at += 1  # no reader begins here; said once for the many that are so
            continue
        for kind, reader in _READERS:
            end = reader(words, at)
            if end > at:
                span = Span(words[at].start, words[end - 1].end)
                if kind is NameKind.BODY:
                    span, end = _with_short_form(text, words, span, end)
                yield NamedBody(span, span.of(text), kind)
                at = end
                break
        else:
            at += 1


def _body(words: list[_Word], at: int) -> int:
    """Return the position after the body that starts at ``at``, or ``at``."""
    head = _phrase(words, at, HEADS)
    if head == at or _ends_a_word(words, at) or _is_surname(words, at, head):
        return at
    typed = not words[at].capital or (words[at].shouted and _shouts(words, head))
    end = head
    while end < len(words):
        after = end > head or _key(words, at, head) in COMPLETE_HEADS
        if after and _person(words, end) > end:
            break
        following = _component(words, end, typed=typed)
        if following == end:
            break
        end = following
    if end > head:
        return end
    complete = _key(words, at, head) in COMPLETE_HEADS and words[at].capital
    return head if complete else at


def _is_surname(words: list[_Word], at: int, head: int) -> bool:
    """Tell a head that is a surname of somebody titled: "ông Đoàn Văn An"."""
    titled = at > 0 and words[at - 1].key in TITLES and words[at].capital
    return titled and head == at + 1 and words[at].key in SURNAMES


def _ends_a_word(words: list[_Word], at: int) -> bool:
    """Tell the "bộ" of "toàn bộ dân số" and the "sở" of "cơ sở y tế", which head no body."""
    before = words[at - 1].key if at and words[at].gap == " " and not words[at].capital else ""
    return before in WORD_BEFORE.get(words[at].key, frozenset())


def _component(words: list[_Word], at: int, *, typed: bool) -> int:
    """Return the position after one more part of a body's name, or ``at``."""
    gap = words[at].gap
    if gap in _JOINTS:
        if words[at].key == "và" and at + 1 < len(words) and words[at + 1].gap == " ":
            pair = SECTOR_PAIRS.get(_key(words, max(0, at - 2), at), frozenset())
            end = _sector(words, at + 1, typed=typed or _phrase(words, at + 1, pair) > at + 1)
            return end if end > at + 1 else at
        end = _sector(words, at, typed=typed)
        if end > at:
            return end
        place = _place(words, at)
        if place > at:
            return place
        plain_capital = words[at].capital and not typed and _phrase(words, at, HEADS) == at
        return at + max(1, _province(words, at)) if plain_capital and gap == " " else at
    if gap == ", " and words[at].capital and _phrase(words, at, HEADS) == at:
        return _sector(words, at, typed=typed)
    return at


def _sector(words: list[_Word], at: int, *, typed: bool) -> int:
    if not (words[at].capital or typed):
        return at
    return _phrase(words, at, SECTORS)


def _place(words: list[_Word], at: int) -> int:
    """Read "tỉnh", "thành phố Hà Nội": a place word with the capitalised syllables after it."""
    start = end = _phrase(words, at, PLACE_WORDS)
    if end == at:
        return at
    while end < len(words) and words[end].gap == " " and words[end].capital:
        end += 1
    if words[start - 1].key in _OF_PROVINCES and _is_person(words, start, end):
        return start  # "Chủ tịch HĐND TP Nguyễn Thị Quyết Tâm"
    return _before_person(words, start, end)


def _before_person(words: list[_Word], at: int, end: int) -> int:
    """Return where the person begins who is named right after a place: "tỉnh Hà Giang Lê Văn …"."""
    size = _province(words, at)
    if size:
        return at + size if end - at - size >= _PERSON_LEAST else end
    return next((one for one in range(at + 1, end) if _is_person(words, one, end)), end)


def _is_person(words: list[_Word], at: int, end: int) -> bool:
    """Tell whether a run of capitals is as long as a person's name and opens as one."""
    long = _PERSON_LEAST <= end - at <= _PERSON_TOKENS
    return long and words[at].key in SURNAMES and not _province(words, at)


def _province(words: list[_Word], at: int) -> int:
    """Return of how many syllables the province's name at ``at`` is, 0 without one."""
    sizes = range(min(_PERSON_LEAST, len(words) - at), 0, -1)
    return next((n for n in sizes if _key(words, at, at + n) in province_names()), 0)


def _person(words: list[_Word], at: int) -> int:
    """Return the position after the person named at ``at``, or ``at``."""
    word = words[at]
    titled = at > 0 and words[at - 1].key in TITLES
    if (not titled and _province(words, at) > 1) or _is_named_after(words, at):
        return at
    if not word.capital or word.shouted or word.key not in SURNAMES:
        titled = titled and word.capital and word.gap in {" ", ". "}
        end = _capitals(words, at)
        return end if titled and end - at > 1 else at
    end = min(_whole_person(words, _capitals(words, at)), at + _PERSON_TOKENS)
    enough = 2 if titled else _PERSON_LEAST
    return end if end - at >= enough else at


def _is_named_after(words: list[_Word], at: int) -> bool:
    """Tell whether a street or place bears the name at ``at``: "đường Nguyễn Trãi"."""
    before = words[at - 1].key if at else ""
    city = before == "phố" and at > 1 and words[at - 2].key == "thành"
    return before in _NAMED_AFTER and words[at].gap == " " and not city


def _whole_person(words: list[_Word], end: int) -> int:
    """Take in a given name that is the head of a body's name elsewhere: "Vũ Văn Viện"."""
    if end >= len(words) or not words[end].capital or words[end].shouted or words[end].gap != " ":
        return end
    last = end + 1 == len(words) or words[end + 1].gap != " "
    return end + 1 if last else end


def _other(words: list[_Word], at: int) -> int:
    """Return the position after a run of two or more capitalised syllables, or ``at``."""
    if not words[at].capital or words[at].shouted or words[at].key in NOT_NAMES:
        return at
    if words[at].key in TITLES and at + 1 < len(words) and words[at + 1].key in SURNAMES:
        return at  # "Bà Nguyễn Thị …" at the head of a sentence: the person is read next
    end = _capitals(words, at)
    end -= words[end - 1].key == "số"  # "Metro Số 1" is a line, numbered
    size = _province(words, at)
    if size and _is_person(words, at + size, end):
        return at + size
    return end if end - at > 1 else at


def _capitals(words: list[_Word], at: int) -> int:
    if not words[at].capital:
        return at
    end = at + 1
    while end < len(words) and words[end].capital and words[end].gap == " ":
        if words[end].shouted or _phrase(words, end, HEADS) > end:
            break
        end += 1
    return end


def _phrase(words: list[_Word], at: int, phrases: frozenset[str]) -> int:
    """Return the position after the longest of ``phrases`` that starts at ``at``, or ``at``."""
    for length in _lengths(phrases).get(words[at].key, ()):
        end = at + length
        if end <= len(words) and _key(words, at, end) in phrases:
            joined = all(word.gap in {" ", " - ", "-"} for word in words[at + 1 : end])
            if joined:
                return end
    return at


@cache
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


@cache
def _lengths(phrases: frozenset[str]) -> Mapping[str, tuple[int, ...]]:
    """Return how many words the phrases with each first word have, the most first."""
    found: dict[str, set[int]] = {}
    for parts in map(str.split, phrases):
        found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _key(words: list[_Word], at: int, end: int) -> str:
    return " ".join(word.key for word in words[at:end])


def _shouts(words: list[_Word], at: int) -> bool:
    return at >= len(words) or words[at].shouted


def _with_short_form(text: str, words: list[_Word], span: Span, end: int) -> tuple[Span, int]:
    """Take in a short form in brackets: "Ngân hàng Thế giới (WB)"."""
    if end < len(words) and words[end].gap == " (" and words[end].shouted:
        stop = words[end].end
        if text[stop : stop + 1] == ")":
            return Span(span.start, stop + 1), end + 1
    return span, end


_READERS = (
    (NameKind.BODY, _body),
    (NameKind.PERSON, _person),
    (NameKind.OTHER, _other),
)
