"""Scorers: one small file each, the pure function first; `scores_of` applies them all.

What this package does not know: who answered, how the scores are summed up or shown.
"""

from collections.abc import Mapping

from corpus.model import Document
from evals.cases import Case, Kind
from evals.response import Response
from evals.scorers.accuracy import correct
from evals.scorers.citations import citation_precision, citation_recall
from evals.scorers.figures import figures_supported
from evals.scorers.quotes import quotes_exact
from evals.scorers.refusals import false_answer, false_refusal
from evals.scorers.spans import span_em, span_f1, span_wrong
from evals.scorers.words import words

METRICS: Mapping[str, str] = {
    "correct": "đúng",
    "citation_recall": "dẫn đủ",
    "citation_precision": "dẫn trúng",
    "quotes_exact": "trích nguyên văn",
    "figures_supported": "số có dẫn chứng",
    "false_answer": "trả lời bừa",
    "false_refusal": "từ chối oan",
    "span_wrong": "cụm sai",
    "span_em": "cụm khớp hẳn",
    "span_f1": "cụm F1",
    "words": "số từ",
}
"""Every metric and the words a report shows for it."""

LOWER_IS_BETTER = frozenset({"false_answer", "false_refusal", "span_wrong", "words"})


def scores_of(
    case: Case, response: Response, documents: Mapping[str, Document]
) -> dict[str, float]:
    """Return every metric that applies to the case; a metric that does not is left out."""
    asked = (case.question, *case.history, response.understood)
    titles = [document.title for document in documents.values() if document.title]
    figures = None if case.kind is Kind.CLAIM else figures_supported(response, asked, titles)
    scores = {
        "correct": correct(case, response),
        "citation_recall": citation_recall(case, response, documents),
        "citation_precision": citation_precision(case, response, documents),
        "quotes_exact": quotes_exact(response, documents),
        "figures_supported": figures,
        "false_answer": false_answer(case, response),
        "false_refusal": false_refusal(case, response),
        "span_wrong": span_wrong(case, response),
        "span_em": span_em(case, response),
        "span_f1": span_f1(case, response),
        "words": words(response),
    }
    return {name: score for name, score in scores.items() if score is not None}
