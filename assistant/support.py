"""What a sentence says that its quotes do not hold: figures, units, bounds, times, numbers, names.

One check for each kind; all compare after Vietnamese normalisation (``11,0%`` = ``11%``, ``08`` =
``8``, ``8,3 nghìn`` = ``8.300``). Three decisions:

- A bound is part of a figure. "đạt 75%" and "dưới 75%" say something else than "trên 75%", so
  neither is supported by it; "hơn 75%" is. "khoảng 60-62%" is "từ 60-62%".
- One end of a cited range may be said where the wording makes it an end: the low one with "từ",
  "ít nhất", "thấp nhất", the high one with "đến", "tối đa", "cao nhất". Alone it is no value.
- A year may be said without its "đến", but "trước", "sau" and "từ" must be cited. A figure said of
  one year where the quotes give it for others only is not supported (`corpus.register` reads
  both).

What this module does not know: whether a quote answers a question, or how text was composed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from corpus.bounds import bound_before
from corpus.normalize import comparable, nfc, syllables
from corpus.quantities import (
    Mentions,
    Operator,
    Quantity,
    TimeBound,
    TimeKind,
    mentions,
    numbers_beside,
    same_bound,
    same_figures,
    same_unit,
)
from corpus.read import document_of
from corpus.references import DocumentNumber
from corpus.register import register

_LOOK_BACK: Final = 24
_SPACES: Final = re.compile(r"[^\S\n]+")
_SAID: Final = r"(?: là| ở mức| đạt| mức| bằng| khoảng)? ?$"
_LOW_END: Final = re.compile(rf"\b(?:thấp nhất|nhỏ nhất|ít nhất|tối thiểu|cận dưới|từ){_SAID}")
_HIGH_END: Final = re.compile(
    rf"\b(?:cao nhất|lớn nhất|nhiều nhất|tối đa|không quá|không vượt quá|cận trên|đến|tới){_SAID}"
)
_FIRM: Final = frozenset((Operator.ABOVE, Operator.BELOW, Operator.AT_LEAST, Operator.AT_MOST))
_STRICT: Final = frozenset((TimeBound.BEFORE, TimeBound.AFTER, TimeBound.SINCE))
_QUOTED: Final = re.compile(r"[“”\n…]+")
_WORD: Final = re.compile(r"(?<![\w/&.-])[^\W\d_][^\W_]*")
_OPENS: Final = frozenset(".!?:;“\"'(-•–…\n")


@dataclass(frozen=True)
class Text:
    """A text with what it mentions, worked out once.

    ``plain`` is its comparable form, ``words`` its syllables between spaces, ``capitals`` the
    comparable words that it prints with a capital.
    """

    text: str
    plain: str
    words: str
    capitals: frozenset[str]
    mentions: Mentions
    numbers: tuple[Decimal, ...]

    def holds(self, phrase: str) -> bool:
        """Tell whether the syllables of a phrase stand in it side by side, whole."""
        return f" {' '.join(syllables(phrase))} " in self.words


# Titles and quotes come back in answer after answer; a bounded memory of them is kept.
@lru_cache(maxsize=2_048)
def read(text: str) -> Text:
    """Return a text as the checks see it, spaces closed up."""
    plain = _SPACES.sub(" ", nfc(text))
    words = f" {' '.join(syllables(plain))} "
    capitals = frozenset(comparable(word) for _, word in _capitals(plain))
    found = mentions(plain)
    numbers = numbers_beside(found.quantities, plain)
    return Text(plain, comparable(plain), words, capitals, found, numbers)


def lacking_numbers(said: Text, given: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """Yield the numbers, of any kind, that stand in no source."""
    known = {number for source in given for number in source.numbers}
    yield from (("number", str(number)) for number in said.numbers if number not in known)


def lacking_quantities(said: Text, given: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """Yield the figures whose unit, or whose bound, no source has."""
    stated = [(one, source) for source in given for one in source.mentions.quantities]
    for quantity in said.mentions.quantities:
        like = [
            (other, source)
            for other, source in stated
            if same_figures(quantity, other) and same_unit(quantity, other)
        ]
        if any(_bounded_alike(quantity, said, other, source) for other, source in like):
            continue
        if any(_is_end(quantity, said, other) for other, _ in stated):
            continue
        printed = quantity.span.of(said.text)
        if like:
            yield "bound", printed
        elif not _printed_in(printed, given):
            yield "unit", printed


def lacking_times(said: Text, given: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """Yield the times that no source names, or names with another bound."""
    stated = [time for source in given for time in source.mentions.times]
    for time in said.mentions.times:
        bounds = {other.bound for other in stated if other.iso == time.iso}
        printed = time.span.of(said.text)
        if not time.iso:
            told = time.kind is TimeKind.CLOCK or any(other.kind is time.kind for other in stated)
            if not told and not any(source.holds(printed) for source in given):
                yield "time", printed
        elif not bounds:
            if not any(source.holds(time.core.of(said.text)) for source in given):
                yield "time", printed
        elif (time.bound in _STRICT and time.bound not in bounds) or (
            time.bound is TimeBound.UNTIL and bounds <= _STRICT
        ):
            yield "time", printed


def lacking_pairs(said: Text, given: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """Yield the figures said for a year where every source gives them for other years."""
    own = _own_words(said, given)
    if not any(time.end_year for time in own.mentions.times) or not own.mentions.quantities:
        return
    stated = [record for source in given for record in _years_of_figures(source.text)]
    for record in _years_of_figures(own.text):
        like = [other for other in stated if other.values == record.values]
        if record.years and like and all(_apart(record, other) for other in like):
            yield "pairing", f"{record.printed} ({record.year})"


def lacking_document_numbers(said: Text, given: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """Yield the document numbers that no source cites, or cites as another kind of document."""
    stated = [number for source in given for number in source.mentions.numbers]
    for number in said.mentions.numbers:
        if not any(_same_document(number, other) for other in stated):
            yield "document_number", number.text


def lacking_names(said: Text, given: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """Yield the bodies, persons and other capitalised words that no source has."""
    found = said.mentions.bodies
    for body in found:
        if not any(source.holds(body.text) for source in given):
            yield "name", body.text
    known = {word for source in given for word in source.capitals}
    taken = [body.span for body in found] + [number.span for number in said.mentions.numbers]
    for start, word in _capitals(said.text):
        acronym = len(word) > 1 and word.isupper()
        begins = said.text[:start].rstrip(" ")[-1:] in {"", *_OPENS}
        inside = any(span.start <= start < span.end for span in taken)
        if (acronym or not begins) and not inside and comparable(word) not in known:
            yield "name", word


CHECKS: Final = (
    lacking_numbers,
    lacking_quantities,
    lacking_times,
    lacking_pairs,
    lacking_document_numbers,
    lacking_names,
)


def _capitals(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words with a capital, each with where it starts."""
    found = ((match.start(), match.group(0)) for match in _WORD.finditer(text))
    return ((start, word) for start, word in found if word[0].isupper())


def _bounded_alike(one: Quantity, said: Text, other: Quantity, source: Text) -> bool:
    return same_bound(one, other) and _words_before(one, said) is _words_before(other, source)


def _words_before(quantity: Quantity, text: Text) -> Operator | None:
    """Return what bounds a range as a whole ("trên 60-62%"), None where nothing firm does."""
    if len(quantity.figures) == 1:
        return None
    operator = bound_before(text.plain, quantity.number_span.start).operator
    return operator if operator in _FIRM else None


def _is_end(quantity: Quantity, said: Text, other: Quantity) -> bool:
    """Tell whether a figure is said as one end of a stated range."""
    if other.operator is not Operator.FROM_TO or len(quantity.scaled) != 1:
        return False
    if not same_unit(quantity, other):
        return False
    start = quantity.number_span.start
    before = max(0, start - _LOOK_BACK)
    if quantity.scaled[0] == other.scaled_low:
        least = quantity.operator is Operator.AT_LEAST
        return least or _LOW_END.search(said.plain, before, start) is not None
    if quantity.scaled[0] == other.scaled_high:
        most = quantity.operator is Operator.AT_MOST
        return most or _HIGH_END.search(said.plain, before, start) is not None
    return False


def _printed_in(figure: str, given: Sequence[Text]) -> bool:
    """Tell whether a figure is printed in a source with its signs ("17" in a date is no "17%")."""
    wanted = re.escape(comparable(figure))
    printed = re.compile(rf"(?<![\w.,/-]){wanted}(?![\w%/-]|[.,]\d)")
    return any(printed.search(source.plain) for source in given)


def _same_document(one: DocumentNumber, other: DocumentNumber) -> bool:
    kinds = one.kind and other.kind
    if kinds and not (one.kind.startswith(other.kind) or other.kind.startswith(one.kind)):
        return False
    bare = not re.search(r"[/-]", one.text) and bool(kinds) and one.figures == other.figures
    return bare or one.key == other.key


def _own_words(said: Text, given: Sequence[Text]) -> Text:
    """Return what is left of a text without the slices of its sources that it quotes."""
    parts = [part for part in _QUOTED.split(said.text) if part.strip(" .;,-")]
    own = [part for part in parts if not any(source.holds(part) for source in given)]
    return said if len(own) == len(parts) else read(" ".join(own))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A figure and the year a text gives it for."""

    values: tuple[Decimal | None, ...]
    year: str
    printed: str

    @property
    def years(self) -> tuple[str, ...]:
        return tuple(part for part in self.year.split("-") if part.isdigit())


@lru_cache(maxsize=512)
def _years_of_figures(text: str) -> tuple[_Dated, ...]:
    document = document_of("", text)
    return tuple(
        _Dated(
            tuple(end if end is None else end * one.scale for end in (one.low, one.high)),
            one.year or "",
            document.quote(one.value_span),
        )
        for one in register(document)
    )


def _apart(said: _Dated, stated: _Dated) -> bool:
    return bool(stated.years) and not set(said.years) & set(stated.years)
