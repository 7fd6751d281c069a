"""An `Answer` or a `Verdict` as the JSON of the contract: one shape for command line and web.

What this module does not know: how an answer is found, printed, or sent.
"""

from typing import Any

from assistant.answer import Answer, Citation
from assistant.claims.verdict import Verdict


def answer_to_json(
    answer: Answer, *, identifier: str | None = None, elapsed_ms: float
) -> dict[str, Any]:
    """Return an answer as ``hoidap ask --json`` and the endpoint ``/ask`` give it.

    Args:
        answer: what ``ask`` returned.
        identifier: the question's ``id`` in a batch, put first; left out when None.
        elapsed_ms: how long the answer took, in milliseconds.

    ``span`` is the shortest exact answer as characters (``answer.key``), or None: its offsets
    mean something only within a citation, and those carry their own.
    """
    head = {} if identifier is None else {"id": identifier}
    return head | {
        "status": answer.status.value,
        "answer": answer.text,
        "span": answer.key or None,
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "understood": answer.understood,
        "confidence": round(answer.confidence, 4),
        "engine": answer.engine.value,
        "withheld": [{"text": each.text, "reason": each.reason} for each in answer.withheld],
        "elapsed_ms": round(elapsed_ms, 2),
    }


def verdict_to_json(
    verdict: Verdict, *, identifier: str | None = None, elapsed_ms: float
) -> dict[str, Any]:
    """Return a verdict as ``hoidap check --json`` gives it.

    Args:
        verdict: what ``check`` returned.
        identifier: the statement's ``id`` in a batch, put first; left out when None.
        elapsed_ms: how long the check took, in milliseconds.
    """
    head = {} if identifier is None else {"id": identifier}
    return head | {
        "verdict": verdict.kind.value,
        "explanation": verdict.explanation,
        "differences": [
            {"claimed": each.claimed, "stated": each.stated, "what": each.what.value}
            for each in verdict.differences
        ],
        "citations": [citation_to_json(citation) for citation in verdict.citations],
        "elapsed_ms": round(elapsed_ms, 2),
    }


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """Return a citation of the contract; ``start`` and ``end`` count Unicode code points."""
    return {
        "document": citation.document,
        "title": citation.title,
        "paragraph": citation.paragraph,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
    }
