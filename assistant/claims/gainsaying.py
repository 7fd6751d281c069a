"""What the place that bears a statement out says against it: other names, years, leaders.

What this module does not know: how each of them is found.
"""

from collections.abc import Callable, Sequence
from typing import Final

from assistant.answer import VerdictKind
from assistant.claims.ages import other_age
from assistant.claims.crossing import crossed_with
from assistant.claims.days import other_day_of_number
from assistant.claims.ends import other_way
from assistant.claims.filling import other_doer, other_holder, other_issuer
from assistant.claims.holding import other_post, unknown_post
from assistant.claims.leading import other_leader
from assistant.claims.scene import Finding, Scene
from assistant.claims.verdict import Difference
from assistant.claims.wording import denied_there
from assistant.reading.annotations import Notes

_WAYS: Final[tuple[Callable[[Scene, Notes], Difference | None], ...]] = (
    crossed_with,
    other_leader,
    denied_there,
    other_post,
    other_way,
    other_doer,
    other_holder,
    other_issuer,
    other_day_of_number,
)


def gainsay(scene: Scene, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings, where a place that bears the statement out says otherwise, refuted."""
    notes = next((each.notes for each in findings if each.notes), None)
    if notes and (aged := other_age(scene, notes.document.name)):
        return (aged,)
    return tuple(
        _held_against(scene, each, each.notes)
        if each.notes and each.kind is VerdictKind.SUPPORTED
        else each
        for each in findings
    )


def _held_against(scene: Scene, finding: Finding, notes: Notes) -> Finding:
    if difference := _against(scene, notes):
        return denied_by(finding, difference)
    if missing := unknown_post(scene, notes):
        return Finding(VerdictKind.NOT_FOUND, notes, (notes.passage.span,), missing=missing)
    return finding


def denied_by(finding: Finding, difference: Difference | None) -> Finding:
    """Return a finding that bears a statement out, or what its place says against it."""
    if finding.kind is not VerdictKind.SUPPORTED or difference is None:
        return finding
    return Finding(VerdictKind.REFUTED, finding.notes, finding.spans, (difference,))


def _against(scene: Scene, notes: Notes) -> Difference | None:
    return next((found for way in _WAYS if (found := way(scene, notes))), None)
