"""Do the citations point at the evidence? Recall and precision by overlap of offsets.

What this module does not know: what the answer says.
"""

from collections.abc import Mapping, Sequence

from corpus.model import Document, Span
from corpus.normalize import nfc
from evals.cases import Case, Kind
from evals.response import Response

Places = Sequence[tuple[str, Span]]


def occurrences(part: str, text: str) -> list[Span]:
    """Return every place where ``part`` stands in ``text``."""
    found = []
    start = text.find(part)
    while start >= 0:
        found.append(Span(start, start + len(part)))
        start = text.find(part, start + 1)
    return found


def places_of(evidence: str, documents: Mapping[str, Document], doc: str = "") -> Places:
    """Return where ``evidence`` stands: in document ``doc`` if it is held, else in any."""
    searched = {doc: documents[doc]} if doc in documents else documents
    return [
        (name, span)
        for name, document in searched.items()
        for span in occurrences(nfc(evidence), document.text)
    ]


def overlap(places: Places, cited: Places) -> bool:
    """Tell whether one of ``places`` shares a character with one of ``cited``."""
    return any(a == b and here.overlaps(there) for a, here in places for b, there in cited)


def recall(evidence: Sequence[Places], cited: Places, *, all_needed: bool) -> float:
    """Return the share of evidence that is cited; 1.0 for any of it unless all is needed."""
    met = sum(overlap(places, cited) for places in evidence)
    return met / len(evidence) if all_needed else float(met > 0)


def precision(evidence: Sequence[Places], cited: Places) -> float:
    """Return the share of citations that rest on evidence."""
    anywhere = [place for places in evidence for place in places]
    return sum(overlap(anywhere, [one]) for one in cited) / len(cited)


def citation_recall(
    case: Case, response: Response, documents: Mapping[str, Document]
) -> float | None:
    """Score recall: every piece of evidence for a list, any one of them otherwise."""
    if not case.evidence:
        return None
    return recall(_evidence(case, documents), _cited(response), all_needed=case.kind is Kind.LIST)


def citation_precision(
    case: Case, response: Response, documents: Mapping[str, Document]
) -> float | None:
    """Score precision; nothing cited is unscored, not wrong."""
    if not case.evidence or not response.citations:
        return None
    return precision(_evidence(case, documents), _cited(response))


def _evidence(case: Case, documents: Mapping[str, Document]) -> list[Places]:
    return [places_of(evidence, documents, case.doc) for evidence in case.evidence]


def _cited(response: Response) -> Places:
    return [(citation.document, citation.span) for citation in response.citations]
