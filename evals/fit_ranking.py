"""Find what search, ranker and reader are worth in ordering paragraphs. Nothing imports this.

    python -m evals.fit_ranking …/viquad1-dev.jsonl

Every distinct context of the file is one paragraph of an index. The first paragraphs of the search
are read for each question; the weights are those of the listwise softmax of `index.tune_rerank`.
Prints hit@1 and nDCG@10 in five-fold cross-validation by context (no question is scored by weights
that were fitted on a question of its context), and the weights fitted on everything, which stand
in `assistant.ranking.WEIGHTS`. Only ever run it on development questions.

What this module does not know: how the weights are used (`assistant.ranking`).
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.ranking import READ
from evals.squad import Asked, read_asked
from evals.wiring import IndexedTexts
from index.embedder import default_embedder
from index.rerank import RerankWeights
from index.tune_rerank import cross_validated, figures, fitted

Floats = NDArray[np.float64]
NAMES = (*RerankWeights.__slots__, "ranker", "reader")


def examples(asked: list[Asked], contexts: list[str]) -> tuple[Floats, NDArray[np.intp]]:
    """Return rows (questions, `READ`, features), the best of the search first, and right or -1.

    Where fewer paragraphs were found, the rest hold the least of each feature.
    """
    ranker = IndexedTexts(contexts, default_embedder()).ranker
    rows = np.full((len(asked), READ, len(NAMES)), np.nan)
    right = np.full(len(asked), -1)
    for place, one in enumerate(asked):
        found = ranker.search.described(one.question, READ)
        if found:
            rows[place, : len(found)] = ranker.rows(one.question, found)
        names = [contexts[int(hit.passage.document)] for hit, _ in found]
        right[place] = names.index(one.context) if one.context in names else -1
    return np.where(np.isnan(rows), np.nanmin(rows, axis=(0, 1)), rows), right


def main() -> None:
    """Print the figures of the search, in cross-validation and fitted, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    asked = [one for one in read_asked(parser.parse_args().file) if one.answers]
    contexts = list(dict.fromkeys(one.context for one in asked))
    rows, right = examples(asked, contexts)
    group = np.array([contexts.index(one.context) for one in asked])
    weights = fitted(rows[right >= 0], right[right >= 0])
    searched = -np.tile(np.arange(READ, dtype=float), (len(right), 1))
    write = sys.stdout.write
    write("search alone: hit@1 {:.4f} nDCG@10 {:.4f}\n".format(*figures(searched, right)))
    found = cross_validated(rows, right, group)
    write("five folds: hit@1 {:.4f} nDCG@10 {:.4f}\n".format(*found))
    write("fitted on all: hit@1 {:.4f} nDCG@10 {:.4f}\n".format(*figures(rows @ weights, right)))
    for name, weight in zip(NAMES, weights, strict=True):
        write(f"    {name}={weight:.3f},\n")


if __name__ == "__main__":
    main()
