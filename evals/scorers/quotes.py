"""Is every quote exactly what stands at its offsets?

What this module does not know: whether the quote is to the point.
"""

from collections.abc import Iterable, Mapping

from assistant.answer import Citation
from corpus.model import Document
from evals.response import Response


def exact(citation: Citation, documents: Mapping[str, Document]) -> bool:
    """Tell whether ``quote == text[start:end]`` in the document that is named."""
    document = documents.get(citation.document)
    return document is not None and citation.quote == document.quote(citation.span) != ""


def all_exact(citations: Iterable[Citation], documents: Mapping[str, Document]) -> bool:
    """Tell whether every quote is exact."""
    return all(exact(citation, documents) for citation in citations)


def quotes_exact(response: Response, documents: Mapping[str, Document]) -> float | None:
    """Score 1.0 when every quote is exact; unscored when nothing is quoted."""
    return float(all_exact(response.citations, documents)) if response.citations else None
