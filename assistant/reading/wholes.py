"""A part held against its whole, where one sentence states both, and what a comparison yields.

"Vốn ngân sách có chiếm phần lớn tổng vốn không?" over "Tổng vốn là 14.350 tỷ đồng, gồm ngân sách
nhà nước 3.150 tỷ đồng …".

What this module does not know: figures that the question itself names (`.comparison`).
"""

import re
from dataclasses import dataclass, replace

from assistant.matching import View
from assistant.reading.evidence import Evidence
from assistant.reading.reader import Reading
from assistant.reading.statement import statement_of
from corpus.model import Span
from corpus.normalize import comparable
from corpus.quantities import Quantity, same_unit

_LOOKED_AT = 12
_HALF = 0.5
_OUT_OF = re.compile(r"(?<![\d/.,])(?P<some>\d{1,5})/(?P<all>\d{1,5}) (?P<noun>[^\W\d_]+)(?![/\d])")
_MOST = re.compile(r"\b(?:phần lớn|đa số|phần đông|đa phần|quá nửa|hơn nửa|hơn một nửa)\b")


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison carried out: whether it holds, on which evidence, with the figures' spans.

    ``asked`` is the question's own figure as it is said, "" where two stated things are compared;
    then ``other`` is the second's evidence.
    """

    holds: bool
    evidence: Evidence
    stated: Span
    asked: str = ""
    other: Evidence | None = None


def most_of_whole(reading: Reading) -> Compared | None:
    """Say whether a part is most of its whole, where one sentence states both in one unit.

    "Vốn ngân sách có chiếm phần lớn tổng vốn không?": "14.350 tỷ đồng, gồm ngân sách 3.150 tỷ".
    """
    match = _MOST.search(comparable(reading.question.text))
    if match is None:
        return None
    subject = View.of(statement_of(reading.question.text).subject)
    for evidence in reading.evidence[:_LOOKED_AT]:
        parts = figures_of(evidence)
        if evidence.target is None or not parts or not _names(reading, evidence, subject):
            continue
        part = parts[0]
        stated = evidence.notes.sentence.mentions.quantities
        alike = [quantity for quantity in stated if same_unit(quantity, part)]
        whole = max(alike, key=lambda quantity: quantity.scaled[0], default=part)
        if whole.span != part.span and part.base_unit:
            said = Span(*match.span()).of(reading.question.text)
            sentence = replace(evidence, clause=evidence.notes.sentence.span, target=None)
            return Compared(2 * part.scaled[0] > whole.scaled[0], sentence, part.span, said)
    return None


def some_of_all(reading: Reading, nouns: set[str]) -> Compared | None:
    """Say no to "tất cả các trường …?" where a clause counts fewer of them: "4/6 trường …"."""
    for evidence in reading.evidence[:_LOOKED_AT]:
        if evidence.coverage.share < _HALF:
            continue
        for found in _OUT_OF.finditer(comparable(evidence.quote)):
            if found["noun"] in nouns and int(found["some"]) < int(found["all"]):
                span = Span(*found.span()).moved(evidence.clause.start)
                return Compared(False, replace(evidence, target=None), span)  # noqa: FBT003 - holds
    return None


def _names(reading: Reading, evidence: Evidence, subject: View) -> bool:
    """Tell whether evidence says every word of what the question is about."""
    met = reading.matcher.met(View.of(evidence.told))
    pairs = zip(reading.matcher.terms, met, strict=True)
    own = [share for term, share in pairs if term.text in subject.single]
    return bool(own) and min(own) > 0


def figures_of(evidence: Evidence) -> list[Quantity]:
    """Return the figures that a piece of evidence is about, or its record's own."""
    found = [
        quantity
        for quantity in evidence.notes.sentence.mentions.quantities
        if quantity.figures and evidence.clause.covers(quantity.number_span)
    ]
    if evidence.target is not None:
        value = evidence.target.value_span
        return [quantity for quantity in found if quantity.span.overlaps(value)]
    return found
