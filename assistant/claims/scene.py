"""One statement beside the passages found for it: its words, its mentions, what meets them.

What this module does not know: verdicts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import VerdictKind
from assistant.claims.statements import Statement
from assistant.claims.verdict import Difference
from assistant.matching import Coverage, Matcher, Synonym, View
from assistant.reading.annotations import Annotations, Notes
from assistant.reading.reader import COLUMN, HEADING, PARAGRAPH, SENTENCE, TITLE
from assistant.words import content_terms
from corpus.clauses import clauses_of
from corpus.model import Span
from corpus.normalize import syllables
from corpus.quantities import Mentions, Quantity, QuantityKind, TimeMention
from corpus.register import Target, TargetKind

_EMPTY = re.compile(
    r"(?i)\b(?:tất cả|tổng cộng|cả thảy|vỏn vẹn|lên tới|lên đến|ở mức|con số|dự kiến|phấn đấu"
    r"|hướng tới|hướng đến|đặt mục tiêu|đặt ra|đề ra|nằm|(?:được )?(?:kỳ|kì) vọng|mong muốn|muốn"
    r"|quyết tâm|nhắm tới|nhắm đến|dự tính|dự báo|ước tính|ước đạt|theo kế hoạch|cán mốc|chạm mốc"
    r"|vươn tới|vươn lên|cán đích|rơi vào|vào khoảng"
    r"|(?:đóng góp|tốn|hết|ngốn|trị giá|đi tới|tiến tới|chạm)(?=[\s,]+là\b))\b"  # by a figure
)
_EMPTY_VERBS = re.compile(r"(?i)\b(?:đóng góp|tốn|hết|ngốn|trị giá|chi|đạt|chiếm|cần|dành)\b")
_BREAK = " là "  # a word without content: what stood on either side is no longer joined


@dataclass(frozen=True)
class Scene:
    """A statement, its mentions, the notes on the passages found (best first), synonyms."""

    statement: Statement
    mentions: Mentions
    found: tuple[Notes, ...]
    annotations: Annotations
    synonyms: tuple[Synonym, ...]

    def matcher(self, record: Target | None = None) -> Matcher:
        """Return a matcher of the statement's words, or of those about one of its figures."""
        text = _EMPTY.sub(_BREAK, self.subject_of(record) if record else self.words)
        return Matcher(content_terms(text), self.annotations.rarity, self.synonyms)

    @property
    def words(self) -> str:
        """The statement without its figures, times, document numbers and names."""
        return _without(self.statement.text, Span(0, len(self.statement.text)), self._apart())

    @property
    def named(self) -> frozenset[str]:
        """The syllables of the names."""
        return frozenset(form for body in self.mentions.bodies for form in syllables(body.text))

    def subject_of(self, record: Target) -> str:
        """Return the words about one figure: the whole statement's when it claims no other."""
        if len(self.statement.figures) <= 1 or (
            record.kind is not TargetKind.COUNT and _is_elliptic(record)
        ):
            return self.words
        clause = _without(self.statement.text, self._about(record), self._apart())
        indicator = (
            _without(self.statement.text, record.indicator_span, self._apart())
            if record.indicator_span.of(self.statement.text) == record.indicator
            else record.indicator
        )
        known = set(View.of(indicator).forms)
        more = [form for form in View.of(clause).forms if form not in known]
        return f"{indicator} {' '.join(more)} {record.unit}"

    def _about(self, record: Target) -> Span:
        """Return a record's clause with what follows its figure there ("hơn 60% là từ xã hội")."""
        text, end = self.statement.text, record.span.end
        following = [other.span.start for other in self.statement.figures]
        limit = min((start for start in following if start >= end), default=len(text))
        clauses = clauses_of(text, Span(0, len(text)))
        inside = next((c.end for c in clauses if c.start <= record.value_span.start < c.end), end)
        return Span(record.span.start, max(end, min(limit, inside)))

    def _apart(self) -> list[Span]:
        return [
            *(_figure_span(quantity) for quantity in self.mentions.quantities),
            *(time.span for time in self.mentions.times),
            *(number.span for number in self.mentions.numbers),
            *(body.span for body in self.mentions.bodies),
        ]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one fact: the verdict, where (``notes``), and the spans to cite there.

    ``years`` must stand in what is cited; ``missing`` is a name that nothing there has.
    ``rounded`` is a figure, as typed, that rounds the one stated or writes it another way.
    ``compared`` are the kinds of `assistant.verify` violations that were looked at already, with
    more to go by than the quote alone; ``apart`` tells that the nearest figure stated is another.
    """

    kind: VerdictKind
    notes: Notes | None = None
    spans: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
    years: tuple[str, ...] = ()
    missing: str = ""
    compared: frozenset[str] = frozenset()
    apart: bool = False
    rounded: str = ""


def coverage_of(matcher: Matcher, notes: Notes, *nearer: tuple[float, View]) -> Coverage:
    """Return how much of a matcher's words a sentence and its surroundings meet."""
    layers = [*nearer, (PARAGRAPH, notes.around), (TITLE, notes.title)]
    layers += [(HEADING, view) for view in notes.headings]
    layers.append((SENTENCE if nearer else 1.0, notes.sentence.view))
    if notes.header is not None:
        layers.append((COLUMN, notes.header))
    return matcher.coverage(layers)


def years_of(times: Iterable[TimeMention]) -> frozenset[str]:
    """Return the years and periods named, as the register writes them."""
    return frozenset(time.key for time in times if time.end_year)


def time_agrees(claimed: str, stated: Iterable[str], *, until: bool) -> bool:
    """Tell whether a claimed year or period is among the stated ones.

    "đến năm 2025" agrees with a period that ends then.
    """
    return any(
        year == claimed or (until and "-" not in claimed and year.endswith(f"-{claimed}"))
        for year in stated
    )


def _is_elliptic(record: Target) -> bool:
    """Tell a figure whose subject was named before it ("77 dự án, tốn gần 5.000 tỷ đồng")."""
    return not any(
        term.weight == 1 for term in content_terms(_EMPTY_VERBS.sub("", record.indicator))
    )


def _figure_span(quantity: Quantity) -> Span:
    """Return what is compared as a figure: percent and money whole, else the number alone."""
    measured = quantity.kind is QuantityKind.MONEY or quantity.base_unit.startswith("%")
    return quantity.span if measured else quantity.number_span


def _without(text: str, span: Span, apart: Sequence[Span]) -> str:
    """Return ``text[span]`` with what is compared apart taken out."""
    pieces: list[str] = []
    at = span.start
    for each in sorted(apart):
        if each.end <= at or each.start >= span.end:
            continue
        pieces += [text[at : max(at, each.start)], _BREAK]
        at = each.end
    pieces.append(text[at : span.end] if at < span.end else "")
    return "".join(pieces)
