"""The figures that the passages found state: register records first, then what else has a figure.

What this module does not know: the statement they are held against.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.claims.beside import Beside, beside, read_marks
from assistant.claims.figures import Figure, of_quantity, of_target
from assistant.claims.scene import years_of
from assistant.contrasts import Contrasts
from assistant.matching import View
from assistant.reading.annotations import Clause, Notes
from assistant.words import content_terms
from corpus.clauses import phrases_of
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import Quantity, find_bodies, find_times, unit_key
from corpus.register import Target, TargetKind

_IN_BRACKETS = re.compile(
    r"(?: [^\W\d_]+)? ?\((?:(?:nếu|khi|áp dụng|tính|với) [^()\d]{0,40})?"
    r"(?:vào |trong |của |cho |đến )?(?:năm )?(?P<year>(?:19|20)[0-9]{2})\)"
)
_DAY = re.compile(r"(?:(?:từ|đến|ngày) )?[0-3]?[0-9]/[01]?[0-9]")
_BEHIND = 80  # characters
_PARTS = re.compile(r"\b(?:trong đó|bao gồm|gồm|riêng)\b|[:(]")


@dataclass(frozen=True, slots=True)
class Stated:
    """One stated figure.

    ``years`` are the times it may be for, and ``dated`` whether they are its own; ``indicator``
    the words it is for, ``core`` the same without names, and ``near`` the clause; ``clause`` is
    quoted, ``value`` its characters; ``counted`` tells how many of something there are; ``beside``
    is what sets it apart from other figures of its sentence.
    """

    notes: Notes
    figure: Figure
    years: frozenset[str]
    dated: bool
    indicator: View
    core: View
    near: View
    clause: Span
    value: Span
    recorded: bool
    counted: bool = False
    beside: Beside = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as printed."""
        return self.notes.document.quote(self.value)


class StatedFigures:
    """The figures of passages, worked out once for each and kept."""

    def __init__(self, contrasts: Contrasts) -> None:
        """Keep nothing yet; ``contrasts`` tell what sets figures apart."""
        self._contrasts = contrasts
        self._known: dict[str, tuple[Stated, ...]] = {}

    def of(self, notes: Notes) -> tuple[Stated, ...]:
        """Return the figures stated in one passage."""
        known = self._known.get(notes.passage.id)
        if known is None:
            found = tuple(_with_marks(notes, tuple(stated_in(notes)), self._contrasts))
            known = self._known.setdefault(notes.passage.id, found)
        return known


def stated_in(notes: Notes) -> Iterator[Stated]:
    """Yield the figures stated in one passage."""
    last: Target | None = None
    whole = ""
    for target in notes.targets:
        whole = _whole_of(notes, target, last, whole)
        elliptic = not any(term.weight == 1 for term in content_terms(target.indicator))
        named = replace(target, indicator=last.indicator) if elliptic and last else target
        last = named
        yield _of_target(notes, named, whole)
    taken = [target.value_span for target in notes.targets]
    for clause in notes.clauses:
        for quantity in clause.mentions.quantities:
            if _DAY.fullmatch(quantity.span.of(notes.document.text)):
                continue  # "nghỉ từ 29/4 – 2/5"
            if quantity.figures and not any(quantity.span.overlaps(span) for span in taken):
                yield _of_quantity(notes, clause, quantity)


def _with_marks(notes: Notes, found: Sequence[Stated], contrasts: Contrasts) -> Iterator[Stated]:
    """Yield the figures with what stands beside each in the sentence."""
    if not found:
        return
    start, text = notes.passage.span.start, notes.document.quote(notes.passage.span)
    marks, figures = read_marks(text, notes.sentence.mentions, contrasts, start)
    for each in found:
        if not notes.passage.span.covers(each.value):
            yield each
            continue
        value = each.value.moved(-start)
        if any(value.overlaps(figure) for figure in figures):  # else a part of a name: "hạng 2"
            yield replace(each, beside=beside(text, value, figures, marks))


def _whole_of(notes: Notes, target: Target, last: Target | None, whole: str) -> str:
    """Return the name of what a figure is a part of ("…, trong đó …"), "" where it is none."""
    if last is None or last.value_span.end > target.value_span.start:
        return ""
    between = Span(last.value_span.end, target.value_span.start)
    text = comparable(notes.document.quote(between))
    if _PARTS.search(text):
        return last.indicator
    return whole if ";" not in text else ""


def _of_target(notes: Notes, target: Target, whole: str = "") -> Stated:
    figure = of_target(target)
    own = _in_brackets(notes, target.value_span)
    dated = target.year is not None and any(char.isdigit() for char in target.year)
    return Stated(
        notes=notes,
        figure=figure,
        years=own or (_years(notes, target) if dated else _around(notes)),
        dated=dated or bool(own),
        indicator=View.of(f"{target.indicator} {target.unit}"),
        core=View.of(f"{_nameless(target.indicator)} {target.unit}"),
        near=View.of(f"{target.quote} {target.indicator} {whole}"),
        clause=target.span,
        value=target.value_span,
        recorded=True,
        counted=target.kind is TargetKind.COUNT,
    )


def _nameless(text: str) -> str:
    """Return a text without its proper names ("Việt Nam có quy mô …": " có quy mô …")."""
    for body in reversed(find_bodies(text)):
        text = text[: body.span.start] + text[body.span.end :]
    return text


def _years(notes: Notes, target: Target) -> frozenset[str]:
    """Return a record's year; of a multiple, the sentence's too ("gấp 1,64 lần giai đoạn …")."""
    own = frozenset({target.year or ""})
    if unit_key(target.unit).startswith("lần"):
        return own | years_of(notes.sentence.mentions.times)
    return own


def _of_quantity(notes: Notes, clause: Clause, quantity: Quantity) -> Stated:
    figure = of_quantity(quantity)
    own = _in_brackets(notes, quantity.span) or years_of(clause.mentions.times)
    text = notes.document.text
    phrase = next(
        (p for p in phrases_of(text, clause.span) if p.covers(quantity.span)), clause.span
    )
    own_words = View.of(phrase.of(text))
    return Stated(
        notes=notes,
        figure=figure,
        years=own or _around(notes),
        dated=False,
        indicator=own_words,
        core=own_words,
        near=clause.view,
        clause=clause.span,
        value=quantity.span,
        recorded=False,
    )


def _in_brackets(notes: Notes, value: Span) -> frozenset[str]:
    """Return the year that stands in brackets after a figure: "31 năm (nếu nghỉ hưu năm 2018)"."""
    found = _IN_BRACKETS.match(comparable(notes.document.text[value.end :][:_BEHIND]))
    return frozenset({found["year"]}) if found else frozenset()


def _around(notes: Notes) -> frozenset[str]:
    """Return the times that a figure without its own may be for: sentence, headings, paragraph."""
    own = years_of(notes.sentence.mentions.times)
    document, passage = notes.document, notes.passage
    if own:
        return own
    found = years_of(notes.heading_times)
    return found | years_of(find_times(document.quote(passage.context) + "\n" + document.title))
