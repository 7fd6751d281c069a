"""Retrieval and reading measured on any question-answering file.

Retrieval searches all the file's distinct contexts, each as one passage; every question has one
right context. nDCG@10 with one right answer at rank r is 1 / log2(1 + r).

What this module does not know: how passages are found, or spans read (`evals.ports`).
"""

from collections.abc import Callable, Sequence
from math import log2
from pathlib import Path
from time import perf_counter

from corpus.errors import CaseError
from evals.ports import SearchBuilder, SpanReader
from evals.scorers.spans import best
from evals.squad import Asked, read_asked
from evals.stats import mean

TOP = 10
_MS = 1000
Done = Callable[[int, int], None]


def _unseen(_done: int, _total: int) -> None:
    """Show no progress."""


def bench_retrieval(
    file: Path, build: SearchBuilder, done: Done = _unseen
) -> dict[str, int | float]:
    """Return passages, questions, hit1, ndcg10, mrr10 (fractions of 1) and ms_per_query.

    Raises:
        CaseError: the file does not parse.
    """
    asked = read_asked(file)
    contexts = list(dict.fromkeys(one.context for one in asked))
    place = {context: position for position, context in enumerate(contexts)}
    search = build(contexts)
    search.search(asked[0].question, TOP)  # loads whatever is loaded at first use
    ranks, seconds = [], 0.0
    for number, one in enumerate(asked, start=1):
        clock = perf_counter()
        found = search.search(one.question, TOP)
        seconds += perf_counter() - clock
        ranks.append(rank_of(place[one.context], found))
        done(number, len(asked))
    scores = ranking_scores(ranks)
    speed = {"ms_per_query": round(seconds * _MS / len(asked), 3)}
    return {"passages": len(contexts), "questions": len(asked), **scores, **speed}


def bench_reading(file: Path, reader: SpanReader, done: Done = _unseen) -> dict[str, int | float]:
    """Return questions, em, f1 (fractions of 1) and ms_per_question, over answerable questions.

    Raises:
        CaseError: the file does not parse, or has no answerable question.
    """
    asked = answerable(read_asked(file), file)
    reader.read(asked[0].question, asked[0].context)
    scores, seconds = [], 0.0
    for number, one in enumerate(asked, start=1):
        clock = perf_counter()
        span = reader.read(one.question, one.context)
        seconds += perf_counter() - clock
        scores.append(best(span, one.answers))
        done(number, len(asked))
    return {
        "questions": len(asked),
        "em": round(mean([em for em, _ in scores]).value, 4),
        "f1": round(mean([f1 for _, f1 in scores]).value, 4),
        "ms_per_question": round(seconds * _MS / len(asked), 3),
    }


def rank_of(position: int, found: Sequence[int]) -> int | None:
    """Return the rank, from 1, of a text among those found; None when it is not there."""
    return found.index(position) + 1 if position in found else None


def ranking_scores(ranks: Sequence[int | None]) -> dict[str, float]:
    """Return hit@1, nDCG@10 and MRR@10 of the ranks of the one right text."""
    near = [rank if rank is not None and rank <= TOP else None for rank in ranks]
    return {
        "hit1": round(mean([float(rank == 1) for rank in near]).value, 4),
        "ndcg10": round(mean([1 / log2(1 + rank) if rank else 0.0 for rank in near]).value, 4),
        "mrr10": round(mean([1 / rank if rank else 0.0 for rank in near]).value, 4),
    }


def answerable(asked: Sequence[Asked], file: Path) -> list[Asked]:
    """Return the questions that their context answers.

    Raises:
        CaseError: there is none.
    """
    kept = [one for one in asked if one.answers]
    if not kept:
        raise CaseError(f"“{file}” không có câu hỏi nào có đáp án; hãy chỉ ra tệp khác.")
    return kept
