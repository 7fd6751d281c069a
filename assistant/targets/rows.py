"""One row for each target of the documents, with a quote that holds its name and its figure.

What this module does not know: how a row is shown.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.model import Document, Span
from corpus.quantity import Operator
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

_SEPARATORS = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Row:
    """A target that a document sets; ``quote`` is ``source[span.start:span.end]``.

    ``low``, ``high`` and ``unit`` are as in `corpus.register.Target`; ``title`` is the document's.
    ``figure`` is where the bound, the figures and the unit stand, within ``span``.
    """

    document: str
    title: str
    indicator: str
    year: str | None
    operator: Operator
    low: Decimal | None
    high: Decimal | None
    unit: str
    quote: str
    span: Span
    figure: Span

    @property
    def figures(self) -> str:
        """The figure in Vietnamese without its unit: "từ 8.300-8.500", "trên 75"."""
        ends = (self.low, self.high)
        figures = dict.fromkeys(in_vietnamese(end) for end in ends if end is not None)
        return _BOUNDS[self.operator] + "-".join(figures)

    @property
    def value(self) -> str:
        """The figure in Vietnamese: "từ 8.300-8.500 USD/người/năm", "trên 75%"."""
        gap = "" if not self.unit or self.unit.startswith(("%", "‰")) else " "
        return f"{self.figures}{gap}{self.unit}"


def rows_of(
    documents: Iterable[Document],
    register_of: Callable[[Document], Iterable[Target]] = register,
) -> list[Row]:
    """Return the targets of ``documents`` in reading order; results and counts are left out.

    ``register_of`` is what knows their registers, where an index holds them.
    """
    return [row for document in documents for row in _rows(document, register_of(document))]


def in_vietnamese(number: Decimal) -> str:
    """Return a number as Vietnamese prints it: ``12.500``, ``7,5``."""
    return f"{number:,f}".translate(_SEPARATORS)


def _rows(document: Document, records: Iterable[Target]) -> Iterator[Row]:
    starts = [sentence.span.start for sentence in document.sentences]
    for target in records:
        if target.kind is TargetKind.TARGET:
            at = max(0, bisect_right(starts, target.value_span.start) - 1)
            home = document.sentences[at].span if starts else target.span
            yield _row(document, target, _statement(target, home))


def _row(document: Document, target: Target, span: Span) -> Row:
    return Row(
        document=document.name,
        title=document.title,
        indicator=" ".join(target.indicator.split()),
        year=target.year,
        operator=target.operator,
        low=target.low,
        high=target.high,
        unit=target.unit,
        quote=document.quote(span),
        span=span,
        figure=target.value_span,
    )


def _statement(target: Target, sentence: Span) -> Span:
    """Return the clause of a target, widened to its indicator where one sentence holds both."""
    named = (piece for piece in target.indicator_spans if sentence.covers(piece))
    spans = [target.span, *named]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
