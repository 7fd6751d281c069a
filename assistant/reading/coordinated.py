"""The part of a sentence that enumerates: from its first item to its last, nothing around them.

"Các hợp tác xã A, B và C đã đầu tư …" enumerates "A, B và C"; what a colon, "gồm" or "như" leads in
goes on to the end of the list. Where nothing leads in, the items on both sides of the one that was
found are taken in, up to the words that are said of them or lead to them.

What this module does not know: which sentence answers (`assistant.reading.lists`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.question import Question
from assistant.reading.led_in import LEAD, leads_of, may_hold
from assistant.reading.list_start import Asked, head_ends, trimmed, with_its_noun
from assistant.reading.listed_end import MARK
from assistant.reading.slots import words_of
from assistant.words import content_forms
from corpus.clauses import clauses_of
from corpus.model import Span
from corpus.normalize import CAPITALS, comparable, syllables, tokens

_ASIDE: Final = re.compile(r"[\s,;]*\((?:chưa|không|ngoài|trong đó|xem|theo)\b[^)]*\)\W*$")
_TURNED: Final = re.compile(r"\s(?:đều là|là|làm) (?P<named>(?:những |các |hai |ba |bốn )?\S.*)$")
_FIGURE: Final = re.compile(rf"\A(?=[^\d]*\d)(?!.*[{CAPITALS}][^\W\d_{CAPITALS}])", re.DOTALL)
_EACH: Final = re.compile(r"\b(?:từng|mỗi|lần lượt|các (?:mốc|năm))\b")
_NAMES: Final = re.compile(  # "các xã Nậm Xé, …", "10 tỉnh Lào Cai, …"
    r"\b(?:[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|\d+)(?: [^\W\d_]+){1,3}? "
    rf"(?=[{CAPITALS}])"
)
_FRAME: Final = 8  # syllables before a lead-in that say what it leads in
_ABOUT: Final = re.compile(
    r"(?:về|trong|đối với|riêng|tuy (?:nhiên|vậy)|bên cạnh đó)\b[^,;]{0,40}, "
)
_FEWEST: Final = 2  # semicolons
_LONGEST: Final = 14  # syllables of an item that nothing leads in
_TURNS: Final = 0.6
# Words that stand around items and in none: what leads to them, and what is said of them.
_SAID_OF: Final = words_of(
    "là bao được bị do cho sẽ đã đang phải cần để nhằm khi mà thì nên theo vào gồm như chịu đều nếu"
    " với tại ở về trên"
)
_LEADS_TO: Final = (_SAID_OF - {"vào"}) | words_of("bằng cho giữa cùng thuộc bởi từ vào thành")
_NO_ITEM: Final = words_of(
    "trong đến tại khi để nhằm tuy song nhưng ngoài bên đồng qua từ theo sau trước với do vì"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list in a sentence: where what leads it in begins, and its items, first to last."""

    frame: int
    items: Span


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece between two marks of a clause, and the mark after it."""

    span: Span
    mark: str


def enumeration_in(question: Question, text: str, clause: Span, found: Span | None) -> Span | None:
    """Return the enumeration asked for in a clause, or None where it has none.

    ``found`` is the item, or a word of what leads the items in, that was taken for the answer.
    """
    asked = Asked.of(question)
    whole = _bare(text, clause)
    if found is not None:
        inside = Span(max(found.start, whole.start), max(found.end, whole.start))
        found = inside if whole.covers(inside) and len(inside) else None
    span = _turned(asked, text, whole)
    if span is None and question.listed:
        span = _of_head(asked, text, whole, found)
    span = span or _led(asked, text, whole, found)
    if span is None and question.listed:
        span = _around(asked, text, whole, found) if found else _parted(text, whole)
    if span is None:
        return None
    return with_its_noun(asked, text, trimmed(asked, text, _closed(text, span)))


def lists_in(question: Question, text: str, clause: Span) -> tuple[Listed, ...]:
    """Return the lists of a clause: those led in, names after their noun, items before it."""
    asked = replace(Asked.of(question), pairs=frozenset())  # an item may be what is asked about
    whole = _bare(text, clause)
    content = whole.of(text)
    found = [
        Listed(whole.start + lead.frame, lead.tail.moved(whole.start))
        for lead in leads_of(asked, content)
    ]
    if turned := _turned(asked, text, whole):
        found.append(Listed(turned.start, turned))
    for noun in _NAMES.finditer(content):
        first = Span(noun.end(), noun.end() + 1).moved(whole.start)
        pieces = [one for one in _pieces(text, whole) if one.span.end > first.start]
        items = Span(first.start, _to_the_right(asked, text, pieces, first))
        if MARK.search(comparable(items.of(text))):
            found.append(Listed(whole.start, items))
    return tuple(found)


def _turned(asked: Asked, text: str, whole: Span) -> Span | None:
    """Return "A, B và C" of "A, B và C là những nội dung trọng tâm", where those are asked for."""
    form = comparable(whole.of(text))
    turned = _TURNED.search(form)
    named = content_forms(syllables(turned["named"].split(",")[0]))[:_FRAME] if turned else []
    if turned is None or not named:
        return None
    start = max(form.rfind(mark, 0, turned.start()) + len(mark) for mark in (": ", "; ", "lấy "))
    start = start if form[:start].endswith((": ", "; ", "lấy ")) else 0
    share = sum(form in asked.said for form in named) / len(named)
    if share < _TURNS or not MARK.search(form[start : turned.start()]):
        return None
    return Span(start, turned.start()).moved(whole.start)


def _closed(text: str, span: Span) -> Span:
    """Return a list without a bracket at its end that was opened before it."""
    inside = span.of(text)
    if inside.count(")") <= inside.count("("):
        return span
    return Span(span.start, span.start + inside.rindex(")"))


def _of_head(asked: Asked, text: str, whole: Span, found: Span | None) -> Span | None:
    """Return what follows the noun asked for: "các khu công nghiệp A, B, C"."""
    form = comparable(whole.of(text))
    for begins in head_ends(asked, form):
        start = whole.start + begins
        mark = MARK.search(form, begins)
        opens = tokens(form[begins:])[:1]
        if mark is None or not opens or opens[0].text in _SAID_OF:
            continue
        if LEAD.search(form[begins : mark.start()]) or (found and found.end <= start):
            continue
        first = Span(start, start + opens[0].span.end)
        pieces = [one for one in _pieces(text, whole) if one.span.end > start]
        span = Span(start, _to_the_right(asked, text, pieces, first))
        if MARK.search(comparable(span.of(text))) and (found is None or span.overlaps(found)):
            return span
    return None


def _led(asked: Asked, text: str, whole: Span, found: Span | None) -> Span | None:
    """Return what a word or colon leads in, that which the question names best of several."""
    place = found.moved(-whole.start) if found is not None else None
    leads = [
        lead
        for lead in leads_of(asked, whole.of(text))
        if place is None or may_hold(asked, place, lead)
    ]
    best = max(leads, key=lambda lead: (lead.worth, lead.tail.start), default=None)
    return best.tail.moved(whole.start) if best and (best.worth or found) else None


def _bare(text: str, clause: Span) -> Span:
    """Return a clause without the marks and the aside at its end."""
    aside = _ASIDE.search(comparable(clause.of(text)))
    end = clause.start + aside.start() if aside else clause.end
    while end > clause.start and text[end - 1] in " .,;:/…\n":
        end -= 1
    return Span(clause.start, end)


def _around(asked: Asked, text: str, whole: Span, found: Span) -> Span | None:
    """Return the items on both sides of the one found, with it."""
    if _FIGURE.search(found.of(text)):
        return _figures(asked, text, whole, found)
    pieces = _pieces(text, whole)
    inside = [at for at, piece in enumerate(pieces) if piece.span.overlaps(found)]
    if not inside:
        return None
    start = _to_the_left(asked, text, pieces[: inside[0] + 1], found)
    end = _to_the_right(asked, text, pieces[inside[-1] :], found)
    span = Span(start, end)
    return span if span != found and MARK.search(comparable(span.of(text))) else None


def _figures(asked: Asked, text: str, whole: Span, found: Span) -> Span | None:
    """Return the run of items with a figure each, where each one's is asked for."""
    if not _EACH.search(comparable(asked.question.text)):
        return None
    clause = next((one for one in clauses_of(text, whole) if one.covers(found)), whole)
    pieces = _pieces(text, clause)
    inside = [at for at, piece in enumerate(pieces) if piece.span.overlaps(found)]
    first, last = (inside[0], inside[-1]) if inside else (0, -1)
    while first and re.search(r"\d", pieces[first - 1].span.of(text)):
        first -= 1
    while last + 1 < len(pieces) and re.search(r"\d", pieces[last + 1].span.of(text)):
        last += 1
    return Span(pieces[first].span.start, pieces[last].span.end) if first < last else None


def _parted(text: str, whole: Span) -> Span | None:
    """Return what semicolons part, without what it is about: "Về môi trường, …; …; …"."""
    form = comparable(whole.of(text))
    if form.count("; ") < _FEWEST:
        return None
    before = form.rfind(". ", 0, form.index("; "))
    start = before + len(". ") if before >= 0 else 0
    about = _ABOUT.match(form, start)
    return Span(about.end() if about else start, len(form)).moved(whole.start)


def _pieces(text: str, whole: Span) -> list[_Piece]:
    form = comparable(whole.of(text))
    pieces, start = [], 0
    for mark in MARK.finditer(form):
        pieces.append(_Piece(Span(start, mark.start()).moved(whole.start), mark.group().strip()))
        start = mark.end()
    pieces.append(_Piece(Span(start, len(form)).moved(whole.start), ""))
    return pieces


def _to_the_right(asked: Asked, text: str, pieces: Sequence[_Piece], found: Span) -> int:
    """Return where the last item after the one found ends; commas and semicolons part not both."""
    end = found.end
    marks = ""
    for at, piece in enumerate(pieces):
        begins = max(piece.span.start, found.end) if at == 0 else piece.span.start
        rest = Span(min(begins, piece.span.end), piece.span.end)
        if at and not _is_item(text, piece.span, marks, pieces[0].span, found):
            break
        stop = _stop(asked, text, rest)
        if at == 0 or stop > rest.start:
            end = max(end, stop)
        closed = "," in marks and marks.endswith(("và", "hoặc", "hay"))
        if stop < piece.span.end or closed or ("," in marks and ";" in piece.mark):
            break
        marks += piece.mark
    return end


def _is_item(text: str, piece: Span, marks: str, first: Span, found: Span) -> bool:
    """Tell whether a piece goes on with a list; after a comma among names only a name does."""
    forms = syllables(piece.of(text))
    if not forms or forms[0] in _NO_ITEM | _SAID_OF:
        return False
    whole = first.end <= found.end and marks.endswith((",", ";"))
    named = whole and text[found.start].isupper() and found.start > first.start
    return not named or forms[:1] == syllables(found.of(text))[:1] or text[piece.start].isupper()


def _stop(asked: Asked, text: str, rest: Span) -> int:
    """Return where an item ends: before what is said of it, or what the question says."""
    found = tokens(rest.of(text))
    forms = [comparable(token.text) for token in found]
    for place, form in enumerate(forms):
        if form in _SAID_OF or tuple(forms[place : place + 2]) in asked.pairs:
            end = rest.start + found[place].span.start
            while end > rest.start and text[end - 1] == " ":
                end -= 1
            return end
    return rest.end


def _to_the_left(asked: Asked, text: str, pieces: Sequence[_Piece], found: Span) -> int:
    start = found.start
    last = len(pieces) - 1
    for at in range(last, -1, -1):
        piece = pieces[at]
        if at == last and found.start <= piece.span.start:
            continue
        before = Span(piece.span.start, found.start if at == last else piece.span.end)
        begins = _begin(asked, text, before)
        if at < last and (begins >= before.end or _is_aside(text, piece)):
            break
        start = min(start, begins)
        if begins > piece.span.start:
            break
    return start


def _is_aside(text: str, piece: _Piece) -> bool:
    forms = syllables(piece.span.of(text))
    return not forms or forms[0] in _NO_ITEM or len(forms) > _LONGEST


def _begin(asked: Asked, text: str, before: Span) -> int:
    """Return where an item begins: after what leads to it, or what the question says."""
    found = tokens(before.of(text))
    forms = [comparable(token.text) for token in found]
    for place in range(len(forms) - 1, -1, -1):
        pair = tuple(forms[max(0, place - 1) : place + 1])
        if forms[place] in _LEADS_TO or pair in asked.pairs:
            if place + 1 < len(found):
                return before.start + found[place + 1].span.start
            return before.end
    return before.start
