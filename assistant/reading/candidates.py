"""The candidates for an answer in a clause: everything in it of the kind that was asked for.

What this module does not know: which candidate answers (`assistant.reading.spans`).
"""

import re
from collections.abc import Sequence

from assistant.question import Asks, Question
from assistant.reading.amounts import money_asked
from assistant.reading.annotations import Clause
from assistant.reading.clock import hours_in
from assistant.reading.dates import dates_of, in_full
from assistant.reading.doers import doer_of
from assistant.reading.holders import holds_another, is_conferred, is_where
from assistant.reading.last_year import asks_last_year, is_of_last_year
from assistant.reading.linked import linked
from assistant.reading.lying import is_of_other_level, lying_in
from assistant.reading.phones import phones_in
from assistant.reading.phrases import (
    bodies_in,
    instances_in,
    is_of,
    officers_in,
    persons_in,
    places_in,
    subject_in,
)
from assistant.reading.posts import asks_for_holder, is_beside_office, offices_in, posts_in
from assistant.reading.routes import routes_in
from assistant.reading.slots import Slot
from assistant.reading.together import places_listed
from assistant.reading.unit_fit import is_money, unit_fits
from corpus.model import Span
from corpus.normalize import comparable
from corpus.places import COUNTRY, Place, keys_of
from corpus.places import places_in as named_places
from corpus.quantities import Quantity, QuantityKind, TimeKind

_VERB = 3
_WHO = frozenset((Asks.PERSON, Asks.BODY))


_WHICH = re.compile(
    r"\b(?P<noun>khóa|kì họp|phiên họp|lần|đại hội|loại|hạng|lớp|quận|quốc lộ|vành đai|tuyến"
    r"|thế kỉ|vòng|điều|khoản|chương|mục|phụ lục)(?: lần)?(?: thứ| số)? (?:mấy|bao nhiêu|nào)\b"
)
# "Quyết định 45 bãi bỏ quyết định nào?" asks for another one.
_NUMBER_SAID = re.compile(r"\b(?:nghị quyết|quyết định|thông tư|nghị định|chỉ thị)(?: số)? (\d+)")
_KIND_ASKED = re.compile(
    r"\b(?P<kind>nghị quyết|quyết định|thông tư|nghị định|chỉ thị|chương trình|kế hoạch|kết luận"
    r"|công văn) (?:nào|số (?:mấy|bao nhiêu|nào))\b"
)
_TRADES = frozenset((("ngành",), ("nghề",), ("ngành", "nghề"), ("lĩnh", "vực")))
_ARTICLES = frozenset(("điều", "khoản", "chương", "mục"))
_ROMAN = r"x{0,3}(?:ix|iv|v?i{1,3}|v|x)"
_IN_WORDS = r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?: (?:một|hai|ba|bốn|lăm))?"
_NAMED = frozenset(
    (("tỉnh",), ("thành", "phố"), ("tỉnh", "thành"), ("địa", "phương"), ("nước",), ("quốc", "gia"))
)
_PROVINCES = frozenset((("tỉnh",), ("tỉnh", "thành"), ("quốc", "gia")))
_LENGTHS = ("tháng", "năm", "ngày", "tuần", "quý", "giờ", "phút", "giây")


def candidates_of(
    kind: Asks, question: Question, text: str, clause: Clause, slot: Slot | None
) -> list[Span]:
    """Return the spans in a clause that are of ``kind``, in no order of worth."""
    other = _other_side(question, text, clause) if kind in _WHO else None
    return [other] if other else _of_kind(kind, question, text, clause, slot)


def _of_kind(
    kind: Asks, question: Question, text: str, clause: Clause, slot: Slot | None
) -> list[Span]:
    match kind:
        case Asks.QUANTITY:
            spans = [_enough(text, q) for q in _fitting(question, clause)]
        case Asks.DOCUMENT_NUMBER | Asks.PHONE:
            spans = _numbers(kind, question, text, clause, slot)
        case Asks.ORDINAL:
            spans = _ordinals(question, text, clause)
        case Asks.POST | Asks.PERSON:
            spans = _people(kind, question, text, clause, slot)
        case Asks.BODY:
            spans = _no_places(text, clause, _bodies(text, clause, slot))
        case Asks.PLACE | Asks.ROUTE:
            spans = _where(kind, question, text, clause, slot)
        case Asks.DATE | Asks.CLOCK:
            spans = _when(kind, question, text, clause)
        case Asks.PERIOD:
            spans = _periods(text, clause)
        case Asks.THING:
            spans = _instances(text, clause, slot)
        case _:
            spans = []
    return spans


def _other_side(question: Question, text: str, clause: Clause) -> Span | None:
    """Return whom the verb takes that the question asks with ("phối hợp với ai?"), or None."""
    named = (*persons_in(clause), *bodies_in(text, clause), *officers_in(text, clause))
    return linked(question.text, text, clause.span, named)


def _fitting(question: Question, clause: Clause) -> list[Quantity]:
    """Return the figures of the unit asked for; where money is asked for, no shares beside it."""
    found = [one for one in clause.mentions.quantities if unit_fits(question, one.unit)]
    if asks_last_year(question.text):
        text, start = clause.document.text, clause.span.start
        found = [one for one in found if is_of_last_year(text, start, one.span)]
    money = money_asked(question.text) and [one for one in found if is_money(comparable(one.unit))]
    return money or found


def _no_places(text: str, clause: Clause, spans: Sequence[Span]) -> list[Span]:
    """Leave out names of places that a plural noun leads in; a body that begins before stays."""
    listed = places_listed(text, clause.span)
    return [one for one in spans if not any(place.covers(one) for place in listed)]


def _people(
    kind: Asks, question: Question, text: str, clause: Clause, slot: Slot | None
) -> list[Span]:
    if kind is Asks.POST:
        return posts_in(question.text, text, clause)
    if asks_for_holder(comparable(question.text)) and not is_conferred(text, clause.span):
        return _persons(question, text, clause)  # an office is not who holds another
    offices = offices_in(text, clause)
    known = _no_places(text, clause, [*officers_in(text, clause), *offices])
    people = _no_places(text, clause, persons_in(clause))
    if doer := doer_of(question, text, clause.span, known, people):
        return [doer]
    persons = _no_places(text, clause, _persons(question, text, clause))
    return persons or _subjects(text, clause, slot) or offices


def _where(
    kind: Asks, question: Question, text: str, clause: Clause, slot: Slot | None
) -> list[Span]:
    if kind is Asks.ROUTE:
        return routes_in(text, clause.span)
    if lying := lying_in(question.text, text, clause.span):
        return [lying]
    found = _instances(text, clause, slot) or _places(text, clause, slot)
    return [one for one in found if not is_of_other_level(slot.noun if slot else (), one.of(text))]


def _numbers(
    kind: Asks, question: Question, text: str, clause: Clause, slot: Slot | None
) -> list[Span]:
    if kind is Asks.PHONE:
        return phones_in(text, clause.span)
    said = () if question.asks_number else _NUMBER_SAID.findall(comparable(question.text))
    found = [one for one in clause.mentions.numbers if one.figures not in said]
    if asked := _KIND_ASKED.search(comparable(question.text)):
        found = [one for one in found if not one.kind or one.kind.startswith(asked["kind"])]
    return [one.span for one in found] or _instances(text, clause, slot)


def _when(kind: Asks, question: Question, text: str, clause: Clause) -> list[Span]:
    if kind is Asks.CLOCK:
        return hours_in(text, clause.span)
    return dates_of(question, text, clause)


def _ordinals(question: Question, text: str, clause: Clause) -> list[Span]:
    """Return what has the number of the kind asked for: "khóa mấy?" is answered by "khóa XIII"."""
    asked = _WHICH.search(comparable(question.text))
    if asked is None:
        return []
    noun = re.escape(asked["noun"])
    pattern = rf"\b{noun}(?: (?:lần thứ|thứ|lần|số))? (?:[0-9]{{1,3}}|{_ROMAN}|{_IN_WORDS})(?!\w)"
    found = [*re.finditer(pattern, comparable(clause.span.of(text)))]
    if found and asked["noun"] in _ARTICLES and found[0].start() == 0:
        del found[1:]  # "Điều 5. … theo Điều 2": it is Điều 5 that says so
    return [Span(*match.span()).moved(clause.span.start) for match in found]


def _places(text: str, clause: Clause, slot: Slot | None) -> list[Span]:
    """Return the provinces and countries named, where one is asked for, or else what "tại" says."""
    named = [
        place.span.moved(clause.span.start)
        for place in named_places(clause.span.of(text))
        if slot is not None and slot.noun in _NAMED and not _is_told_of(slot, place)
    ]
    if slot is not None and slot.noun in _PROVINCES:
        return named
    return named or places_in(text, clause.span)


def _is_told_of(slot: Slot, place: Place) -> bool:
    return place.key == COUNTRY or set(place.key.split()) <= set(slot.forms)


def _enough(text: str, quantity: Quantity) -> Span:
    """Return a quantity with the words of its bound before "đủ": "từ đủ 16 tuổi"."""
    start = quantity.span.start
    before = re.search(r"(?:từ )?đủ $", text[max(0, start - 8) : start])
    return Span(start - len(before.group(0)), quantity.span.end) if before else quantity.span


def _persons(question: Question, text: str, clause: Clause) -> list[Span]:
    """Return persons, or bodies where none is named: an office issues, only a person signs."""
    persons = persons_in(clause)
    form = comparable(question.text)
    if persons and asks_for_holder(form):
        return [one for one in persons if not holds_another(form, text, clause.span, one, persons)]
    if persons:
        return persons
    officers = [
        one
        for one in officers_in(text, clause)
        if not (_is_bare_place(text, one) or is_where(text, clause.span, one))
    ]
    if asks_for_holder(form):
        return [one for one in officers if is_beside_office(text, clause.span, one)]
    if "kí" in form.split():
        whole = bodies_in(text, clause)
        return [span for span in officers if span not in whole]
    return officers


def _is_bare_place(text: str, span: Span) -> bool:
    """Tell whether a name is a place's alone, and so nobody: "Hồ Chí Minh" after "Thành phố"."""
    return comparable(span.of(text)) in keys_of(span.of(text))


def _subjects(text: str, clause: Clause, slot: Slot | None) -> list[Span]:
    """Return who the question's verb is said of where nobody is named: "Nhà nước", "Gia đình"."""
    verb = slot.forms[slot.last + 1 : slot.last + 3] if slot and slot.opens else ()
    if len(verb) < 2 or "kí" in verb:  # noqa: PLR2004 - one word alone says too little
        return []
    subject = subject_in(text, clause.span, verb)
    return [subject] if subject else []


def _bodies(text: str, clause: Clause, slot: Slot | None) -> list[Span]:
    """Return the bodies named, those of the very kind asked for ("sở nào") before all others."""
    bodies = [one for one in bodies_in(text, clause) if not is_where(text, clause.span, one)]
    if slot is None or not slot.noun:
        return bodies
    kin = [span for span in bodies if is_of(text, span, slot.noun)]
    if slot.noun == ("bộ",):
        return kin
    if slot.noun in _TRADES:  # "ngành nào?" is answered by no city
        own = [one for one in bodies if not _is_bare_place(text, one)]
        return kin or own or _instances(text, clause, slot)
    return kin or bodies or _instances(text, clause, slot)


def _instances(text: str, clause: Clause, slot: Slot | None) -> list[Span]:
    if slot is None:
        return []
    after = frozenset(slot.forms[slot.last + 1 :][:_VERB])
    return instances_in(text, clause.span, slot.noun, after)


def _periods(text: str, clause: Clause) -> list[Span]:
    """Return lengths of time ("6 tháng"), or else periods ("2021-2025", "hằng năm")."""
    found = clause.mentions
    lengths = [
        quantity.span
        for quantity in found.quantities
        if any(word in comparable(quantity.unit) for word in _LENGTHS)
        and quantity.kind is not QuantityKind.RATE  # "3%/năm"
    ]
    kinds = (TimeKind.PERIOD, TimeKind.EVERY_YEAR)
    return lengths or [in_full(text, time) for time in found.times if time.kind in kinds]
