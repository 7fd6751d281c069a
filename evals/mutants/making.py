"""Statements made from the register: true in other words, and false in one respect each.

What this module does not know: how a statement is judged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.model import Document
from corpus.normalize import comparable
from corpus.quantities import Operator
from corpus.register import Target, TargetKind, register

_BOUNDS = {
    Operator.FROM_TO: "từ ",
    Operator.ABOVE: "trên ",
    Operator.ABOUT: "khoảng ",
    Operator.AT_LEAST: "tối thiểu ",
    Operator.EXACT: "",
    Operator.AT_MOST: "không quá ",
    Operator.BELOW: "dưới ",
}
_THOUSAND, _HUNDRED = Decimal(1000), Decimal(100)
_ONE_ENDED = tuple(bound for bound in Operator if bound is not Operator.FROM_TO)
_VALUES = frozenset({"giá trị", "số cuối", "giá trị của chỉ tiêu khác"})
_OTHER_UNITS = ("%", "triệu đồng", "EUR", "km", "dự án", "%/tháng", "ha")


@dataclass(frozen=True, slots=True)
class Made:
    """A statement made from a record: how it was made, and whether it is true."""

    way: str
    text: str
    true: bool

    @property
    def other_value(self) -> bool:
        """Whether it is false because of its figures."""
        return self.way in _VALUES


def made_from(document: Document) -> Iterator[Made]:
    """Yield the true and the false statements that the records of a document make."""
    records = [record for record in register(document) if _named(record)]
    for place, record in enumerate(records):
        for number, text in enumerate(_said(document, record)):
            yield Made(f"cách nói {number + 1}", text, true=True)
        for way, wrong in _wrong(records, place):
            if not any(_same(wrong, other) for other in records):
                yield Made(way, next(iter(_said(document, wrong))), true=False)


def _named(record: Target) -> bool:
    """Tell whether a record says more than how many of what."""
    name = comparable(record.indicator).strip()
    return bool(name) and name != comparable(record.unit) and "/1000" not in record.unit


def _said(document: Document, record: Target) -> Iterator[str]:
    """Yield ways to say a record: as officials write it, reordered, in other notation."""
    value = f"{_BOUNDS[record.operator]}{_figures(record)}{_unit(record)}"
    name = _lowered(record.indicator)
    year = _year(record)
    if _ranks(record):
        group = f"thuộc nhóm {_figures(record)} nước"
        said = f"{group} {name}" if _figure_first(document, record) else f"{name} {group}"
        yield f"{year[0]}{said}."
        yield f"Theo báo chí, {year[0].lower()}{said}."
        return
    if _figure_first(document, record):
        rest = name.removeprefix(_lowered(record.unit)).strip() if _counts(record) else name
        yield f"{year[0]}{value} {rest}."
        yield f"Theo báo chí, {year[0].lower()}{value} {rest}."
        return
    yield f"{year[0]}{name} đạt {value}."
    yield f"{_raised(name)}{year[1]} là {value}."
    yield f"Theo báo chí, {name}{year[1]} ở mức {value.replace('%', ' phần trăm')}."
    yield f"{_raised(name)}{year[1]}: {_BOUNDS[record.operator]}{_plain(record)}{_unit(record)}."
    yield f"Có lẽ {year[0].lower()}{name} sẽ đạt {value}, ông Nguyễn Văn A cho biết."
    if scaled := _with_scale_word(record):
        yield f"{year[0]}{name} là {_BOUNDS[record.operator]}{scaled}{_unit(record)}."


def _wrong(records: Sequence[Target], place: int) -> Iterator[tuple[str, Target]]:
    record = records[place]
    low, high = record.low, record.high
    for factor in (Decimal("1.2"), Decimal(2), Decimal("0.5")):
        yield "giá trị", replace(record, low=_times(low, factor), high=_times(high, factor))
    for step in (_last_place(record), -_last_place(record)):
        yield "số cuối", replace(record, low=_plus(low, step), high=_plus(high, step))
    for other in records:
        if other.unit == record.unit and (other.low, other.high) != (low, high):
            moved = replace(record, operator=other.operator, low=other.low, high=other.high)
            yield "giá trị của chỉ tiêu khác", moved
    for year in _other_years(record):
        yield "năm", replace(record, year=year)
    yield from _other_units(record)
    if record.operator is not Operator.FROM_TO:
        value = low if low is not None else high
        bounds = (bound for bound in _ONE_ENDED if bound is not record.operator)
        yield from (("chặn", _bounded(record, bound, value)) for bound in bounds)
    for other in (records[place - 1], records[(place + 1) % len(records)]):
        if comparable(other.indicator) != comparable(record.indicator):
            yield "chỉ tiêu", _moved(record, other)


def _other_units(record: Target) -> Iterator[tuple[str, Target]]:
    if _counts(record):
        return
    for unit in _OTHER_UNITS:
        if unit.split("/")[0] not in record.unit or "tháng" in unit:
            yield "đơn vị", replace(record, unit=unit)


def _moved(record: Target, other: Target) -> Target:
    """Return another record with this one's figure."""
    moved = replace(other, operator=record.operator, low=record.low, high=record.high)
    if _counts(record) or _counts(other) or not record.unit.startswith("%"):
        return moved
    return replace(moved, year=record.year, unit=record.unit)


def _bounded(record: Target, bound: Operator, value: Decimal | None) -> Target:
    low = None if bound in {Operator.AT_MOST, Operator.BELOW} else value
    high = None if bound in {Operator.ABOVE, Operator.AT_LEAST} else value
    return replace(record, operator=bound, low=low, high=high)


def _other_years(record: Target) -> tuple[str, ...]:
    if record.year and record.year.isdigit():
        year = int(record.year)
        return str(year - 1), str(year + 5), str(year + 12)
    return ("2037", "2041")


def _same(first: Target, second: Target) -> bool:
    """Tell whether a record made happens to be stated: same name or one within the other."""
    names = {comparable(first.indicator), comparable(second.indicator)}
    one, other = min(names, key=len), max(names, key=len)
    figures = [(t.operator, t.low, t.high, t.unit, t.year) for t in (first, second)]
    return figures[0] == figures[1] and one in other


def _figures(record: Target) -> str:
    ends = [end for end in (record.low, record.high) if end is not None]
    return "-".join(dict.fromkeys(_vietnamese(end) for end in ends))


def _plain(record: Target) -> str:
    """The figures without thousands points, with a needless decimal where there is none."""
    ends = [end for end in (record.low, record.high) if end is not None]
    shown = (f"{end.normalize():f}".replace(".", ",") for end in ends)
    return "-".join(dict.fromkeys(shown))


def _vietnamese(value: Decimal) -> str:
    return f"{value.normalize():,f}".replace(",", "_").replace(".", ",").replace("_", ".")


def _unit(record: Target) -> str:
    if not record.unit:
        return ""
    return record.unit if record.unit.startswith("%") else f" {_lowered(record.unit)}"


def _year(record: Target) -> tuple[str, str]:
    """Return the time as an opening and as a tail."""
    year = record.year or ""
    if not any(char.isdigit() for char in year):
        return "", ""
    if "-" in year:
        return f"Giai đoạn {year}, ", f" giai đoạn {year}"
    return f"Đến năm {year}, ", f" đến năm {year}"


def _ranks(record: Target) -> bool:
    return record.unit in {"thứ hạng", "thứ bậc"} and record.operator is Operator.AT_MOST


def _with_scale_word(record: Target) -> str:
    """Return round thousands as "… nghìn", else an empty text."""
    ends = [end for end in (record.low, record.high) if end is not None]
    if record.scale != 1 or any(end < _THOUSAND or end % _HUNDRED for end in ends):
        return ""
    return "-".join(dict.fromkeys(_vietnamese(end / _THOUSAND) for end in ends)) + " nghìn"


def _last_place(record: Target) -> Decimal:
    """Return one unit of the last place that is printed."""
    ends = [end for end in (record.low, record.high) if end is not None]
    return Decimal(1).scaleb(min(int(end.as_tuple().exponent) for end in ends))


def _plus(value: Decimal | None, step: Decimal) -> Decimal | None:
    return None if value is None else value + step


def _counts(record: Target) -> bool:
    return record.kind is TargetKind.COUNT


def _figure_first(document: Document, record: Target) -> bool:
    """Tell whether the document names the indicator after its figure ("40% xã …")."""
    row = " | " in document.quote(record.span)
    return not row and record.indicator_span.start >= record.value_span.start


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def _lowered(text: str) -> str:
    first, *rest = text.split(" ", 2)
    name = first.isupper() or (rest and rest[0][:1].isupper()) or not first[1:].islower()
    return text if name else text[:1].lower() + text[1:]


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
