"""The claim check: understand, retrieve, judge each fact, compose, verify.

What this module does not know: where its parts come from (`assistant.assemble`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from assistant.answer import VerdictKind
from assistant.claims.bearing import Weigher
from assistant.claims.beside import beside, read_marks
from assistant.claims.explain import Explainer
from assistant.claims.facts import facts_of
from assistant.claims.figures import as_said, differing, of_quantity, of_target
from assistant.claims.gainsaying import denied_by, gainsay
from assistant.claims.initials import initials_of
from assistant.claims.judge_figure import claimed_times, judge_figure
from assistant.claims.kindred import instead_of
from assistant.claims.learned import Bearing, Scales, load_claim_model
from assistant.claims.naming import Objection, objections
from assistant.claims.rated import Claimed
from assistant.claims.scene import Finding, Scene
from assistant.claims.stated import StatedFigures
from assistant.claims.statements import Statement, statement_of, statements_of
from assistant.claims.thresholds import Thresholds, load_thresholds
from assistant.claims.verdict import Part, Verdict
from assistant.claims.wording import best_reading, judge_wording, load_opposites, negation
from assistant.contrasts import Contrasts
from assistant.matching import Synonym
from assistant.reading.annotations import Annotations, Notes
from assistant.synonyms import synonyms_of
from assistant.thesaurus import Thesaurus
from assistant.understand import Glossary, Understander
from corpus.errors import QuestionError
from corpus.frequency import syllable_rarity
from corpus.model import Document
from corpus.normalize import comparable, nfc, strip_diacritics, syllables
from corpus.quantities import Quantity, mentions
from corpus.register import Target
from index.retriever import PassageRetriever
from prompts.load import Templates

HITS = 24
MOST_CHARACTERS = 20_000
MOST_TOGETHER = 3  # sentences that the model reads as one text
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|<!DOCTYPE", re.IGNORECASE)
_SHARE = re.compile(r"\bphần (?!trăm\b|nghìn\b)|\bnửa\b")
_POINTS = "điểm"
_WORST = (VerdictKind.REFUTED, VerdictKind.NOT_FOUND, VerdictKind.SUPPORTED)


@dataclass(frozen=True)
class ClaimChecker:
    """Checks statements against the documents of one index; safe to share between threads."""

    documents: Mapping[str, Document]
    understander: Understander
    retriever: PassageRetriever
    annotations: Annotations
    glossary: Glossary
    thesaurus: Thesaurus
    templates: Templates
    thresholds: Thresholds = field(default_factory=load_thresholds)
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = field(
        default_factory=load_opposites
    )
    contrasts: Contrasts = field(default_factory=Contrasts.load)
    most_characters: int = MOST_CHARACTERS
    weigher: Weigher | None = None  # None: by rules alone

    @cached_property
    def figures(self) -> StatedFigures:
        """The figures of the passages found so far."""
        return StatedFigures(self.contrasts)

    def check(self, statement: str) -> Verdict:
        """Hold a statement, or a pasted text, against the documents.

        Raises:
            QuestionError: it is empty, too long, holds no letter, or is HTML.
        """
        self._refuse_unreadable(statement)
        text = nfc(self._typed(statement))
        said = statements_of(text)
        if not said:
            raise QuestionError(self.templates.fill("claim_unreadable"))
        whole = self._whole(text, said)
        return self._explainer.whole(_judged(tuple(self._part(each, whole) for each in said)))

    @property
    def _explainer(self) -> Explainer:
        return Explainer(self.templates, self.documents)

    def with_model(self) -> "ClaimChecker":
        """Return this checker with the learned model beside its rules.

        Raises:
            ModelError: the model's weights are missing or damaged.
        """
        scales = Scales(syllable_rarity(), self.thesaurus, self.opposites)
        return replace(self, weigher=Weigher(load_claim_model(), scales))

    def check_by_rules(self, statement: str) -> Verdict:
        """Hold a statement against the documents without the learned model; raises as `check`."""
        return replace(self, weigher=None).check(statement)

    def _refuse_unreadable(self, statement: str) -> None:
        fill = self.templates.fill
        if not statement.strip():
            raise QuestionError(fill("claim_empty"))
        if len(statement) > self.most_characters:
            length, most = str(len(statement)), str(self.most_characters)
            raise QuestionError(fill("claim_long", length=length, most=most))
        if _MARKUP.search(statement):
            raise QuestionError(fill("claim_markup"))
        if not any(char.isalpha() for char in statement):
            raise QuestionError(fill("claim_unreadable"))

    def _typed(self, statement: str) -> str:
        """Return a statement with its marks put back where it was typed without any."""
        if strip_diacritics(statement) != statement or "\n" in statement.strip():
            return statement
        return self.understander.understand(statement).text

    def _whole(self, text: str, said: Sequence[Statement]) -> Bearing | None:
        """Return what the model makes of a few sentences together, None where there is but one."""
        alone = said[0].typed == text.strip()
        if self.weigher is None or "\n" in text or alone or len(said) > MOST_TOGETHER:
            return None
        return self.weigher.bearing(self._scene(replace(said[0], text=text, figures=())))

    def _part(self, statement: Statement, whole: Bearing | None = None) -> Part:
        if statement.question:
            explanation = self.templates.fill("claim_question")
            return Part(statement.typed, VerdictKind.NOT_FOUND, explanation, claims=False)
        scene = self._scene(statement)
        findings = self._findings(scene)
        if self.weigher:
            findings = gainsay(scene, self.weigher.weighed(scene, findings, self.thresholds, whole))
        part = self._explainer.part(scene, findings)
        facts = facts_of(statement.text)
        if len(facts) == 1:
            return part
        stated: list[Statement] = []
        for fact in facts:
            stated.append(statement_of(fact, stated[-1] if stated else None))
        return self._explainer.facts(part, [self._by_rules(fact) for fact in stated])

    def _by_rules(self, fact: Statement) -> Part:
        """Judge one of several facts that a sentence states, by rules alone."""
        scene = self._scene(fact)
        return self._explainer.part(scene, self._findings(scene))

    def _scene(self, statement: Statement) -> Scene:
        text = statement.text
        synonyms: tuple[Synonym, ...] = (
            *synonyms_of(text, self.glossary),
            *self.thesaurus.synonyms_of(text),
        )
        hits = self.retriever.search(text, HITS)
        found = tuple(self.annotations.of(hit.passage) for hit in hits)
        synonyms = (*synonyms, *initials_of(text, found))
        return Scene(statement, mentions(text), found, self.annotations, synonyms)

    def _findings(self, scene: Scene) -> tuple[Finding, ...]:
        """Return what was found on each fact, then what is named that the evidence lacks."""
        claimed, qualifiers = _claimed(scene, self.contrasts)
        found = [judge_figure(scene, each, self.figures, self.thresholds) for each in claimed]
        if not claimed:
            found = [judge_wording(scene, self.thresholds, self.opposites)]
        found += [_qualified(scene, each, found) for each in qualifiers]
        found = [denied_by(each, negation(scene, each)) for each in found]
        found = [*gainsay(scene, found)]
        notes = next((each.notes for each in found if each.notes), None)
        if notes is None:
            return tuple(found)
        named = list(objections(scene, notes, timed=bool(claimed)))
        if foreign := [each for each in named if each.foreign]:
            return (_lacking(notes, foreign[0]),)
        close = named and self._is_close(scene, found, figures=bool(claimed))
        return (*found, *(_objected(each, notes, close=bool(close)) for each in named))

    def _is_close(self, scene: Scene, found: Sequence[Finding], *, figures: bool) -> bool:
        """Tell whether a statement says what the text says, names aside."""
        if figures:
            return all(each.kind is VerdictKind.SUPPORTED for each in found)
        reading = best_reading(scene)
        return reading is not None and reading.coverage.share >= self.thresholds.text_refuted


def _objected(objection: Objection, notes: Notes, *, close: bool) -> Finding:
    """Return the finding an objection makes: another thing is a difference only of the same."""
    if objection.difference is None or not close:
        return _lacking(notes, objection)
    place = objection.notes or notes
    return Finding(VerdictKind.REFUTED, place, (place.passage.span,), (objection.difference,))


def _lacking(notes: Notes, objection: Objection) -> Finding:
    return Finding(VerdictKind.NOT_FOUND, notes, (notes.passage.span,), missing=objection.name)


def _claimed(scene: Scene, contrasts: Contrasts) -> tuple[list[Claimed], list[Quantity]]:
    """Return the figures of a statement, and those that only qualify ("từ 15 tuổi trở lên").

    The register's records are its figures, and where there is none, every quantity; beside
    records, the other quantities qualify them.
    """
    text = scene.statement.text
    marks, figures = read_marks(text, scene.mentions, contrasts)
    records = [
        record
        for record in scene.statement.figures
        if any(record.value_span.overlaps(span) for span in figures)
    ]
    taken = [record.value_span for record in records]
    rest = [
        quantity
        for quantity in scene.mentions.quantities
        if quantity.span in figures and not any(quantity.span.overlaps(span) for span in taken)
    ]
    if records:
        found = []
        for record in records:
            year, until = claimed_times(scene, record.year)
            matcher, typed = scene.matcher(record), record.value_span.of(text)
            figure = as_said(of_target(_as_typed(record, text)), text, record.value_span)
            if _SHARE.search(comparable(typed)):
                figure = replace(figure, share=True, unit="")
            near = beside(text, record.value_span, figures, marks)
            found.append(Claimed(typed, figure, year, until, matcher, scene.named, near))
        return found, rest
    years = {time.key for time in scene.mentions.times if time.end_year}
    year, until = claimed_times(scene, next(iter(years)) if len(years) == 1 else None)
    matcher = scene.matcher()
    return [
        Claimed(
            quantity.span.of(text),
            as_said(of_quantity(quantity), text, quantity.span),
            year,
            until,
            matcher,
            scene.named,
            beside(text, quantity.span, figures, marks),
        )
        for quantity in rest
    ], []


def _as_typed(record: Target, text: str) -> Target:
    """Return a record without a unit that the register only took for granted ("điểm")."""
    implied = record.unit == _POINTS and _POINTS not in syllables(text)
    return replace(record, unit="") if implied else record


def _qualified(scene: Scene, qualifier: Quantity, found: Sequence[Finding]) -> Finding:
    """Return whether a figure that qualifies another stands in a sentence found for that."""
    figure = of_quantity(qualifier)
    for finding in found:
        notes = finding.notes
        if notes is None:
            continue
        view = notes.sentence.view
        stated = [of_quantity(quantity) for quantity in notes.sentence.mentions.quantities]
        if any(not differing(figure, each, view) for each in stated):
            return Finding(VerdictKind.SUPPORTED, notes, (notes.passage.span,))
    notes = next((each.notes for each in found if each.notes), None)
    if notes and (difference := instead_of(scene, qualifier, notes)):
        return Finding(VerdictKind.REFUTED, notes, (notes.passage.span,), (difference,))
    return Finding(VerdictKind.NOT_FOUND, notes, (notes.passage.span,) if notes else ())


def _judged(parts: tuple[Part, ...]) -> Verdict:
    """Return the verdict of all parts together, unworded."""
    kinds = {part.kind for part in parts if part.claims} or {VerdictKind.NOT_FOUND}
    kind = next(kind for kind in _WORST if kind in kinds)
    ordered = sorted(parts, key=lambda part: _WORST.index(part.kind))
    differences = tuple(difference for part in ordered for difference in part.differences)
    citations = tuple(dict.fromkeys(c for part in ordered for c in part.citations))
    return Verdict(kind, "", differences, citations, parts)
