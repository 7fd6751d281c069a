"""The figures that the passages found state: register records first, then what else has a figure.

What this module does not know: the statement they are held against.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.claims.figures import Figure, of_quantity, of_target
from assistant.claims.scene import years_of
from assistant.matching import View
from assistant.reading.annotations import Clause, Notes
from assistant.words import content_terms
from corpus.model import Span
from corpus.quantities import Quantity, find_bodies, find_times, unit_key
from corpus.register import Target


@dataclass(frozen=True, slots=True)
class Stated:
    """One stated figure.

    ``years`` are the times it may be for, and ``dated`` whether they are its own; ``indicator``
    the words it is for, ``core`` the same without names, and ``near`` the clause; ``clause`` is
    quoted, ``value`` its characters.
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

    @property
    def text(self) -> str:
        """The value as printed."""
        return self.notes.document.quote(self.value)


class StatedFigures:
    """The figures of passages, worked out once for each and kept."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._known: dict[str, tuple[Stated, ...]] = {}

    def of(self, notes: Notes) -> tuple[Stated, ...]:
        """Return the figures stated in one passage."""
        known = self._known.get(notes.passage.id)
        if known is None:
            known = self._known.setdefault(notes.passage.id, tuple(stated_in(notes)))
        return known


def stated_in(notes: Notes) -> Iterator[Stated]:
    """Yield the figures stated in one passage."""
    last: Target | None = None
    for target in notes.targets:
        elliptic = not any(term.weight == 1 for term in content_terms(target.indicator))
        named = replace(target, indicator=last.indicator) if elliptic and last else target
        last = named
        yield _of_target(notes, named)
    taken = [target.value_span for target in notes.targets]
    for clause in notes.clauses:
        for quantity in clause.mentions.quantities:
            if quantity.figures and not any(quantity.span.overlaps(span) for span in taken):
                yield _of_quantity(notes, clause, quantity)


def _of_target(notes: Notes, target: Target) -> Stated:
    figure = of_target(target)
    dated = target.year is not None and any(char.isdigit() for char in target.year)
    return Stated(
        notes=notes,
        figure=figure,
        years=_years(notes, target) if dated else _around(notes),
        dated=dated,
        indicator=View.of(f"{target.indicator} {target.unit}"),
        core=View.of(f"{_nameless(target.indicator)} {target.unit}"),
        near=View.of(f"{target.quote} {target.indicator}"),
        clause=target.span,
        value=target.value_span,
        recorded=True,
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
    own = years_of(clause.mentions.times)
    return Stated(
        notes=notes,
        figure=figure,
        years=own or _around(notes),
        dated=False,
        indicator=clause.view,
        core=clause.view,
        near=clause.view,
        clause=clause.span,
        value=quantity.span,
        recorded=False,
    )


def _around(notes: Notes) -> frozenset[str]:
    """Return the times that a figure without its own may be for: sentence, headings, paragraph."""
    own = years_of(notes.sentence.mentions.times)
    document, passage = notes.document, notes.passage
    if own:
        return own
    found = years_of(notes.heading_times)
    return found | years_of(find_times(document.quote(passage.context) + "\n" + document.title))
