"""Reading the passages found: each clause and each register record becomes evidence, ranked.

What this module does not know: whether the best evidence is good enough (`assistant.decide`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from assistant.matching import Matcher, Synonym, View
from assistant.question import Asks, Question
from assistant.reading.about import SelfFact, facts_about
from assistant.reading.amounts import money_asked
from assistant.reading.annotations import Annotations, Clause
from assistant.reading.bases import base_asked
from assistant.reading.cells import cell_for, is_part, sums_up
from assistant.reading.changes import asks_for_start, begins_change, is_of_own_year
from assistant.reading.counted import less_of_count
from assistant.reading.evidence import Evidence, TimeFit
from assistant.reading.meant import figure_meant, is_part_left_out
from assistant.reading.mentioned import mentioned_items, rows_naming
from assistant.reading.parts import named_alike
from assistant.reading.rises import change_asked, direction_asked
from assistant.reading.scene import (
    AROUND,
    COLUMN,
    HEADING,
    LEAD,
    PARAGRAPH,
    SENTENCE,
    TITLE,
    Scene,
    body_above,
    either,
    met_in,
    scene_of,
)
from assistant.reading.spans import Choice, choose_span, remainder_span
from assistant.reading.times import fit_of_clause, fit_of_target
from assistant.reading.unit_fit import is_share
from assistant.reading.weights import Weights
from assistant.reading.worth import scored
from corpus.model import Span
from corpus.normalize import comparable
from corpus.register import Target, TargetKind
from corpus.units import unit_key
from index.search import Hit

__all__ = ["COLUMN", "HEADING", "PARAGRAPH", "SENTENCE", "TITLE", "Reader", "Reading", "Weights"]

IN_CLAUSE = 0.8  # beside a register record's own indicator
HARDLY_MET = 0.08  # a clause that meets less of the question has no span looked for
_MENTIONED = (mentioned_items, rows_naming)
_UNTYPED = frozenset((Asks.THING, Asks.MANNER, Asks.REASON, Asks.PLACE))


@dataclass(frozen=True)
class Reading:
    """All evidence for one question, best first.

    ``about`` is what a document says of itself that was asked for, ``mentioned`` what the best
    document mentions of a kind that was asked for.
    """

    question: Question
    matcher: Matcher
    evidence: tuple[Evidence, ...]
    about: tuple[SelfFact, ...] = ()
    mentioned: tuple[Span, ...] = ()

    @property
    def best(self) -> Evidence | None:
        """The best evidence, or None when nothing was found."""
        return self.evidence[0] if self.evidence else None


class Reader:
    """Reads passages for questions over one index."""

    def __init__(
        self,
        annotations: Annotations,
        weights: Weights | None = None,
        plainness: Mapping[str, float] = MappingProxyType({}),
    ) -> None:
        """Read with these notes; ``plainness`` tells everyday syllables (`Glossary`)."""
        self.annotations = annotations
        self._plainness = plainness
        self._weights = weights or Weights()

    def read(
        self, question: Question, hits: Sequence[Hit], synonyms: Sequence[Synonym] = ()
    ) -> Reading:
        """Return the evidence in ``hits``, best first."""
        rarity = self.annotations.rarity
        matcher = Matcher(question.terms, rarity, synonyms, self._plainness)
        top = max((hit.score for hit in hits), default=0.0)
        low = min((hit.score for hit in hits), default=0.0)
        spread = (top - low) or 1.0
        found = [
            evidence
            for hit in hits
            for evidence in self._of_hit(question, matcher, hit, (hit.score - low) / spread)
        ]
        found.sort(key=lambda e: (-round(e.score, 2), e.notes.passage.id, e.clause))
        nearest = dict.fromkeys(hit.passage.document for hit in hits)
        documents = [self.annotations.documents[name] for name in nearest]
        about = facts_about(question, documents, self.annotations.letterheads)
        ways = (way(question, each) for each in documents[:1] for way in _MENTIONED)
        return Reading(question, matcher, tuple(found), about, next(filter(None, ways), ()))

    def _of_hit(
        self, question: Question, matcher: Matcher, hit: Hit, rank: float
    ) -> Iterator[Evidence]:
        notes = self.annotations.of(hit.passage)
        scene = scene_of(question, matcher, notes, hit, rank)
        values = [target.value_span for target in notes.targets]
        figures = question.wants(Asks.QUANTITY) or question.wants(Asks.ANYTHING)
        for clause in notes.clauses:
            found = self._of_clause(scene, clause)
            # A figure the register knows is read from its record, which knows its year.
            known = _known(found, notes.targets) if figures else None
            if known is None:
                yield found
            elif fit_of_target(question, known, notes) in (TimeFit.OTHER, TimeFit.UNKNOWN):
                other = self._of_clause(scene, clause, values)
                if other.typed and other.time is TimeFit.MET:
                    yield other
        if figures:
            yield from self._of_targets(scene)

    def _of_targets(self, scene: Scene) -> Iterator[Evidence]:
        """Yield the sentence's register records, what merely says one again left out."""
        said: dict[tuple[Span, str | None], set[str]] = {}
        counted: set[str] = set()
        notes = scene.notes
        text = scene.question.text
        changed = bool(change_asked(text) or direction_asked(text) or base_asked(text))
        for place, (target, views) in enumerate(
            zip(notes.targets, notes.target_views, strict=True)
        ):
            found = self._of_target(scene, target, views, place)
            if target.kind is TargetKind.COUNT and not notes.is_row:
                # "26 chỉ tiêu bao gồm: 8 chỉ tiêu về …": the whole comes first, its parts after.
                if target.unit in counted:
                    part = self._weights.part
                    found = replace(found, merit=found.merit + part, score=found.score + part)
                counted.add(target.unit)
            # "1,024 triệu tỷ đồng, khoảng 43,5 tỷ USD": the second only says it again.
            units = said.setdefault((target.indicator_span, target.year), set())
            unit = unit_key(target.unit)
            if units and unit not in units and not (changed and is_share(unit)):
                continue
            yield found
            if found.typed and not found.begins:
                units.add(unit)

    def _of_clause(self, scene: Scene, clause: Clause, without: Sequence[Span] = ()) -> Evidence:
        met = met_in(scene, clause)
        cell = cell_for(scene.question, scene.notes) if scene.notes.row else None
        if cell is not None and scene.notes.header is not None:
            header = scene.matcher.met(scene.notes.header)
            met = tuple(either(met, [COLUMN * share for share in header]))
        own = scene.matcher.weighed(met)
        choice = Choice(cell, typed=True) if cell else None
        if choice is None and own.share >= HARDLY_MET:
            choice = _chosen(scene, clause, without)
        quoted = clause.span
        if choice is None and (above := body_above(scene, clause)):
            # "17. Chi cục Hải quan" over "a) Chủ trì …": the heading tells who.
            quoted, choice = Span(above.start, clause.span.end), Choice(above, typed=True)
            met = tuple(either(met, scene.matcher.met(scene.notes.headings[-1])))
            own = scene.matcher.weighed(met)
        found = Evidence(
            notes=scene.notes,
            clause=quoted,
            span=choice.span if choice else None,
            coverage=scene.covered(met),
            own=own,
            time=fit_of_clause(scene.question, clause, scene.notes),
            typed=choice is not None and choice.typed,
        )
        return scored(found, scene, self._weights)

    def _of_target(
        self, scene: Scene, target: Target, views: tuple[View, View], place: int
    ) -> Evidence:
        indicator, quote = views
        met = scene.matcher.met(indicator)
        alike = named_alike(scene.question, scene.notes, place)
        for name in alike:
            met = tuple(either(met, scene.matcher.met(name)))
        lead, first = scene.notes.lead, scene.notes.targets[0].value_span.start
        if lead is not None and first >= lead.end:  # a label, not a whole with its parts
            met = tuple(either(met, [LEAD * share for share in scene.matcher.met(lead.view)]))
        counted = scene.notes.counted[place : place + 1]
        bare = bool(counted) and counted[0].bare
        if bare:
            around = scene.matcher.met(counted[0].around)
            met = tuple(either(met, [AROUND * share for share in around]))
        in_clause = [IN_CLAUSE * m for m in scene.matcher.met(quote)]
        figure = figure_meant(scene.question, scene.notes, target)
        told_to = min(counted[0].end, scene.notes.passage.span.end) if bare else 0
        found = Evidence(
            notes=scene.notes,
            clause=Span(figure.clause.start, max(figure.clause.end, told_to)),
            span=figure.value,
            coverage=scene.covered(either(met, in_clause)),
            own=scene.matcher.weighed(met),
            time=fit_of_target(scene.question, target, scene.notes),
            typed=figure.typed,
            precision=scene.matcher.precision(indicator),
            target=target,
        )
        found = scored(self._placed(found, scene), scene, self._weights)
        part = self._weights.named if alike else 0.0
        if is_part_left_out(scene.question, scene.notes, place):
            part += self._weights.left_out
        if money_asked(scene.question.text) and is_share(comparable(target.unit)):
            part += self._weights.share
        if bare:
            text = scene.question.text
            part += less_of_count(scene.matcher, scene.notes.document, target, counted[0], text)
        return replace(found, merit=found.merit + part, score=found.score + part) if part else found

    def _placed(self, found: Evidence, scene: Scene) -> Evidence:
        """Return a figure that a change begins with, or that is a part of a sum, as worth less.

        Of what a change begins with, the year is no more than a guess.

        "từ 20-25% hiện nay lên 40% vào năm 2030": 20-25% is not for 2030.
        """
        text, value = scene.notes.document.text, found.span
        if value is not None and (
            is_part(scene.question, scene.notes, value)
            or sums_up(scene.question, scene.notes, value)
        ):
            return replace(found, begins=True)
        if value is None or not begins_change(text, value) or asks_for_start(scene.question):
            return found
        if is_of_own_year(text, value):
            return found
        dated = found.time in (TimeFit.MET, TimeFit.NEAR)
        return replace(found, time=TimeFit.UNKNOWN if dated else found.time, begins=True)


def _known(found: Evidence, targets: Sequence[Target]) -> Target | None:
    """Return the register's record of the figure that a clause would answer with, if any."""
    if found.span is None or not found.typed:
        return None
    return next((one for one in targets if found.span.overlaps(one.value_span)), None)


def _chosen(scene: Scene, clause: Clause, without: Sequence[Span]) -> Choice | None:
    """Return the span of the kind asked for, or what the question did not say, or None."""
    text = scene.notes.document.text
    choice = choose_span(scene.question, text, clause, scene.matcher, without)
    if choice is None and scene.question.asks[0] in _UNTYPED:
        rest = remainder_span(scene.question, text, clause.span, scene.matcher)
        return Choice(rest, typed=False) if rest else None
    return choice
