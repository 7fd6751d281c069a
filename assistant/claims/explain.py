"""Wording a verdict: templates filled with slices of the documents and words of the statement.

Nothing is called supported whose figures, times, units and numbers the cited slices do not hold,
and no explanation is shown that says more than they and the statement do.

What this module does not know: how a verdict is reached.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Citation, VerdictKind
from assistant.claims.days import agree
from assistant.claims.scene import Finding, Scene
from assistant.claims.verdict import Part, Verdict
from assistant.reading.annotations import Notes
from assistant.reading.excerpt import tidy
from assistant.tabular import rows_told
from assistant.verify import unsupported
from assistant.wording import cite
from corpus.model import Document, Span
from corpus.normalize import comparable
from corpus.quantities import find_times
from prompts.load import Templates

_REACH = 8  # sentences back that a year may rule from
_APART = frozenset({"name", "time"})  # compared with more care by `assistant.claims.naming`


@dataclass(frozen=True)
class Explainer:
    """Words verdicts with one set of templates."""

    templates: Templates
    documents: Mapping[str, Document]

    def part(self, scene: Scene, findings: Sequence[Finding]) -> Part:
        """Return the verdict on one statement, worded and verified."""
        kinds = {finding.kind for finding in findings}
        if VerdictKind.REFUTED in kinds:
            return self._refuted(scene, [f for f in findings if f.kind is VerdictKind.REFUTED])
        if VerdictKind.NOT_FOUND in kinds:
            missing = next(f for f in findings if f.kind is VerdictKind.NOT_FOUND)
            return self._not_found(scene, missing)
        return self._supported(scene, findings)

    def facts(self, part: Part, facts: Sequence[Part]) -> Part:
        """Return the verdict on a sentence of several facts, and say which of them is wrong.

        One refuted fact refutes it; facts that are each borne out bear it out. ``part`` is the
        verdict on the sentence as a whole.
        """
        kinds = [fact.kind for fact in facts]
        wrong = [fact for fact in facts if fact.differences]
        borne_out = all(kind is VerdictKind.SUPPORTED for kind in kinds)
        if wrong:
            kind = VerdictKind.REFUTED
        elif part.kind is VerdictKind.NOT_FOUND and borne_out:
            kind = VerdictKind.SUPPORTED
        elif part.kind is VerdictKind.NOT_FOUND and VerdictKind.SUPPORTED in kinds:
            kind = VerdictKind.NOT_FOUND
        else:
            return part
        lines = [
            self.templates.fill("claim_fact", fact=fact.statement, explanation=fact.explanation)
            for fact in facts
        ]
        return replace(
            part,
            kind=kind,
            explanation=" ".join(lines),
            differences=tuple(dict.fromkeys(d for fact in wrong for d in fact.differences)),
            citations=tuple(dict.fromkeys(c for fact in facts for c in fact.citations)),
        )

    def whole(self, verdict: Verdict) -> Verdict:
        """Return a verdict with its explanation: its one part's, or one line for each."""
        if len(verdict.parts) == 1:
            return replace(verdict, explanation=verdict.parts[0].explanation)
        lines = [
            self.templates.fill(
                "claim_part", statement=part.statement, explanation=part.explanation
            )
            for part in verdict.parts
        ]
        return replace(verdict, explanation="\n".join(lines))

    def _supported(self, scene: Scene, findings: Sequence[Finding]) -> Part:
        citations = (*_citations(findings), *_numbered(scene, findings))
        if not self._holds(scene, findings, citations):
            wider = [_widened(finding) for finding in findings]
            citations = (*_citations(wider), *_numbered(scene, wider))
        if not self._holds(scene, findings, citations):
            return self._not_found(scene, replace(findings[0], kind=VerdictKind.NOT_FOUND))
        quote = "”; “".join(tidy(citation.quote) for citation in citations)
        return self._shown(
            scene,
            VerdictKind.SUPPORTED,
            self.templates.fill("claim_supported", quote=quote),
            citations,
        )

    def _refuted(self, scene: Scene, findings: Sequence[Finding]) -> Part:
        citations = _citations(findings)
        differences = tuple(dict.fromkeys(d for f in findings for d in f.differences))
        said = "; ".join(
            self.templates.fill("claim_difference", claimed=d.claimed, stated=d.stated)
            for d in differences
        )
        quote = "”; “".join(tidy(citation.quote) for citation in citations)
        text = (
            self.templates.fill("claim_refuted", difference=said, quote=quote)
            if differences
            else self.templates.fill("claim_opposed", quote=quote)
        )
        part = self._shown(scene, VerdictKind.REFUTED, text, citations)
        return replace(part, differences=differences)

    def _not_found(self, scene: Scene, finding: Finding) -> Part:
        if finding.notes is None:
            text = self.templates.fill("claim_nothing")
            return Part(scene.statement.typed, VerdictKind.NOT_FOUND, text)
        citations = _citations([finding])
        quote = tidy(citations[0].quote)
        if finding.missing:
            text = self.templates.fill("claim_missing", missing=finding.missing, quote=quote)
        else:
            text = self.templates.fill("claim_not_found", quote=quote)
        return self._shown(scene, VerdictKind.NOT_FOUND, text, citations)

    def _shown(
        self, scene: Scene, kind: VerdictKind, text: str, citations: tuple[Citation, ...]
    ) -> Part:
        """Return a part whose explanation is verified against its quotes and the statement."""
        sources = [*_sources(citations), scene.statement.text, scene.statement.typed]
        if unsupported(text, sources):
            text = self.templates.fill("claim_bare", verdict=_BARE[kind])
        return Part(scene.statement.typed, kind, text, (), citations)

    def _holds(
        self, scene: Scene, findings: Sequence[Finding], citations: Sequence[Citation]
    ) -> bool:
        """Tell whether the quotes hold every figure, time, unit and number of a statement."""
        sources = _sources(citations)
        names = {citation.document for citation in citations}
        sources += [self.documents[name].provenance.number for name in names]
        stated = [time for source in sources for time in find_times(source)]
        dated = all(
            any(agree(time, other) for other in stated) for time in scene.mentions.times if time.iso
        )
        known = _APART.union(*(finding.compared for finding in findings))
        text = scene.statement.text
        for finding in findings:
            text = text.replace(finding.rounded, " ") if finding.rounded else text
        return dated and not any(
            violation.kind not in known for violation in unsupported(text, sources)
        )


_BARE = {
    VerdictKind.SUPPORTED: "Khớp",
    VerdictKind.REFUTED: "Sai lệch",
    VerdictKind.NOT_FOUND: "Không có trong văn bản",
}


def _sources(citations: Sequence[Citation]) -> list[str]:
    told = rows_told([citation.quote for citation in citations])
    return [*(text for each in citations for text in (each.quote, each.title)), *told]


def _citations(findings: Sequence[Finding]) -> tuple[Citation, ...]:
    found: dict[tuple[str, Span], Citation] = {}
    for finding in findings:
        if finding.notes is None:
            continue
        document = finding.notes.document
        spans = (*_dated(finding, finding.notes), *finding.spans[1:])
        for span in (*spans, *_header(finding.notes, spans)):
            found.setdefault((document.name, span), cite(document, span))
    return tuple(found.values())


def _numbered(scene: Scene, findings: Sequence[Finding]) -> tuple[Citation, ...]:
    """Return the first sentence with each document number that the findings do not cite."""
    quotes = [citation.quote for citation in _citations(findings)]
    documents = {f.notes.document.name: f.notes.document for f in findings if f.notes}
    found: dict[tuple[str, Span], Citation] = {}
    for number in scene.mentions.numbers:
        if any(number.text in quote for quote in quotes):
            continue
        for document in documents.values():
            for sentence in document.sentences:
                if number.text in document.quote(sentence.span):
                    key = (document.name, sentence.span)
                    found.setdefault(key, cite(document, sentence.span))
                    break
    return tuple(found.values())


def _header(notes: Notes, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the header of the table whose row is cited: units and years stand there."""
    cited = notes.table is not None and any(span.overlaps(notes.passage.span) for span in spans)
    return (notes.table.header,) if notes.table is not None and cited else ()


def _dated(finding: Finding, notes: Notes) -> tuple[Span, ...]:
    """Return the first span, with its sentence or whatever else has the year that rules it."""
    first = finding.spans[0]
    for year in finding.years:
        if _has(notes.document, first, year):
            continue
        if _has(notes.document, notes.passage.span, year):
            return (notes.passage.span,)
        if ruling := _ruling(notes, year):
            return (first, ruling)
    return (first,)


def _ruling(notes: Notes, year: str) -> Span | None:
    """Return the heading above or the sentence before that names a year, the nearest first."""
    document, start = notes.document, notes.passage.span.start
    before = [each.span for each in document.sentences if each.span.end <= start]
    header = (notes.table.header,) if notes.table else ()
    places = (*header, *reversed(notes.passage.headings), *reversed(before[-_REACH:]))
    return next((span for span in places if _has(document, span, year)), None)


def _has(document: Document, span: Span, year: str) -> bool:
    text = comparable(document.quote(span))
    return all(end in text for end in year.split("-"))


def _widened(finding: Finding) -> Finding:
    """Return a finding that cites the whole sentence, and the headings above it."""
    if finding.notes is None:
        return finding
    passage = finding.notes.passage
    return replace(finding, spans=(passage.span, *passage.headings))
