"""Where the rules find nothing, the learned model weighs what was found; the rules keep a veto.

It never supports a statement with a figure or name that the evidence lacks, nor one that claims
a target: those are for the rules alone.

What this module does not know: how the model weighs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import VerdictKind
from assistant.claims.learned import Bearing, ClaimModel, Scales, features
from assistant.claims.scene import Finding, Scene
from assistant.claims.thresholds import Thresholds
from assistant.claims.wording import best_reading
from assistant.reading.annotations import Notes
from corpus.normalize import syllables
from corpus.register import TargetKind

_MOST_SENTENCES = 12
_FEWEST_SENTENCES = 6


@dataclass(frozen=True)
class Weigher:
    """The model with the scales it measures by."""

    model: ClaimModel
    scales: Scales

    def bearing(self, scene: Scene) -> Bearing | None:
        """Return what the model makes of a whole text, None where nothing was found."""
        reading = best_reading(scene)
        return None if reading is None else self.model.bearing(self._row(scene, reading.notes))

    def weighed(
        self,
        scene: Scene,
        findings: tuple[Finding, ...],
        limits: Thresholds,
        whole: Bearing | None = None,
    ) -> tuple[Finding, ...]:
        """Return the findings, or one of the model's where the rules leave it the word.

        ``whole`` is what the model makes of the few sentences that the statement stands among:
        it learnt from such, and reads a sentence with what its neighbours say.
        """
        reading = best_reading(scene)
        if reading is None or _settled(scene, findings):
            return findings
        row = self._row(scene, reading.notes)
        bearing = whole or self.model.bearing(row)
        lacking = (
            row["numbers_unmet"]
            or row["names_unmet"]
            or any(f.missing or f.apart for f in findings)
        )
        near = row["covered"] >= limits.learned_covered
        kind = _kind(bearing, limits, may_support=(near or whole is not None) and not lacking)
        if kind is VerdictKind.SUPPORTED and (
            whole is not None or self._agrees(scene, reading.notes, kind, limits)
        ):
            return (self._supported(scene, _evidence(scene, reading.notes)),)
        if kind is VerdictKind.REFUTED and self._may_refute(scene, reading.notes, row, limits):
            spans = (reading.notes.passage.span,)
            return (Finding(VerdictKind.REFUTED, reading.notes, spans),)
        return findings

    def _may_refute(
        self, scene: Scene, best: Notes, row: Mapping[str, float], limits: Thresholds
    ) -> bool:
        """Tell whether one paragraph says enough of a statement to contradict it.

        Sentences from here and there have the words of many a statement that nobody made, and a
        paragraph picked from many for its words may be about anything of the place it names.
        """
        if row["covered"] < limits.learned_covered or _says_more(row, limits):
            return False
        picked = any(not _together(each, best) for each in scene.found)
        if picked and row["covered_by_one"] < limits.learned_said:
            return False
        return self._agrees(scene, best, VerdictKind.REFUTED, limits)

    def _agrees(self, scene: Scene, best: Notes, kind: VerdictKind, limits: Thresholds) -> bool:
        """Tell whether the model says the same of one paragraph alone, as those it learnt from."""
        evidence = _evidence(scene, best)
        beside = [each for each in evidence if _together(each, best)]
        quotes = [each.document.quote(each.passage.span) for each in beside]
        own = features(scene.statement.text, quotes, self.scales)
        if own["covered"] < limits.learned_covered:
            return False
        if len(beside) == len(evidence):
            return True
        return _kind(self.model.bearing(own), limits, may_support=True) is kind

    def _row(self, scene: Scene, best: Notes) -> dict[str, float]:
        quotes = [each.document.quote(each.passage.span) for each in _evidence(scene, best)]
        return features(scene.statement.text, quotes, self.scales)

    def _supported(self, scene: Scene, evidence: Sequence[Notes]) -> Finding:
        """Return a finding that cites the sentence that has most of it, and what that lacks."""
        said = {*syllables(scene.statement.text)}
        found = [
            {*syllables(notes.document.quote(notes.passage.span))} & said for notes in evidence
        ]
        first = max(range(len(found)), key=lambda at: self._weight(found[at]))
        second = max(range(len(found)), key=lambda at: self._weight(found[at] - found[first]))
        notes, more = evidence[first], evidence[second]
        apart = second != first and more.document is notes.document
        rest = (more.passage.span,) if apart and found[second] - found[first] else ()
        return Finding(VerdictKind.SUPPORTED, notes, (notes.passage.span, *rest))

    def _weight(self, forms: set[str]) -> float:
        return sum(self.scales.of(form) for form in forms)


def _says_more(row: Mapping[str, float], limits: Thresholds) -> bool:
    """Tell whether a statement has a figure or a name for which the evidence has no other.

    That is not found there, not contradicted: what the text says instead is for the rules to see.
    A figure contradicts only a sentence that says most of the rest.
    """
    figures, names = row["numbers_unmet"], row["names_unmet"]
    lone = figures > row["numbers_in_place"] or names > row["names_in_place"]
    return lone or (figures > 0 and row["covered_by_one"] < limits.learned_figure)


def _settled(scene: Scene, findings: Sequence[Finding]) -> bool:
    """Tell whether the rules have the last word.

    They have it on targets, where they bear all of it out, and where they name a difference: a
    negation or an opposite is a word or two, which the model hardly sees.
    """
    aims = any(record.kind is TargetKind.TARGET for record in scene.statement.figures)
    kinds = {finding.kind for finding in findings}
    return aims or VerdictKind.REFUTED in kinds or kinds == {VerdictKind.SUPPORTED}


def _kind(bearing: Bearing, limits: Thresholds, *, may_support: bool) -> VerdictKind:
    likely = bearing.supported >= max(bearing.refuted, bearing.not_found, limits.learned_supported)
    if may_support and likely:
        return VerdictKind.SUPPORTED
    if bearing.refuted >= max(bearing.not_found, limits.learned_refuted):
        return VerdictKind.REFUTED
    return VerdictKind.NOT_FOUND


def _together(one: Notes, other: Notes) -> bool:
    """Tell whether two sentences stand in one paragraph."""
    return one.document is other.document and one.passage.context == other.passage.context


def _evidence(scene: Scene, best: Notes) -> list[Notes]:
    """Return the sentences found in the best one's paragraph, else the first found, in order."""
    around = [notes for notes in scene.found if _together(notes, best)]
    taken = {notes.passage.id for notes in around}
    others = [notes for notes in scene.found if notes.passage.id not in taken]
    chosen = (around + others[: max(0, _FEWEST_SENTENCES - len(around))])[:_MOST_SENTENCES]
    return sorted(chosen, key=lambda notes: (notes.document.name, notes.passage.span.start))
