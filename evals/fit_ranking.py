"""Find what the reader's logit is worth in ordering paragraphs. Nothing imports this.

    python -m evals.fit_ranking …/viquad1-dev.jsonl [--limit N]

Every distinct context of the file is one paragraph of an index. For each question the first
paragraphs of the search are read; hit@1 and nDCG@10 are printed for a row of weights, on the one
half of the contexts, the other, and both, so that a weight found on one half can be judged by the
other. Only ever run it on development questions.

What this module does not know: how the weight is used (`assistant.ranking`).
"""

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.ranking import READ
from evals.squad import Asked, read_asked
from evals.wiring import IndexedTexts
from index.embedder import default_embedder
from index.tune_rerank import figures

_WEIGHTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
_TOP = 10
Floats = NDArray[np.float64]


def scored(asked: list[Asked], contexts: list[str]) -> tuple[Floats, Floats, NDArray[np.intp]]:
    """Return search scores and logits, (questions, 10) each, and the right place or -1."""
    texts = IndexedTexts(contexts, default_embedder())
    ranker = texts.ranker
    scores = np.full((len(asked), _TOP), -np.inf)
    logits = np.zeros((len(asked), _TOP))
    right = np.full(len(asked), -1)
    for row, one in enumerate(asked):
        hits = ranker.retriever.paragraphs(one.question, _TOP)
        scores[row, : len(hits)] = [hit.score for hit in hits]
        logits[row, :READ] = ranker.logits(one.question, hits[:READ])
        logits[row, READ:] = logits[row, :READ].min()  # what is not read stays behind
        names = [contexts[int(hit.passage.document)] for hit in hits]
        right[row] = names.index(one.context) if one.context in names else -1
    return scores, logits, right


def main() -> None:
    """Print hit@1 and nDCG@10 of each weight on both halves of the contexts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int, default=None)
    arguments = parser.parse_args()
    asked = [one for one in read_asked(arguments.file) if one.answers]
    contexts = list(dict.fromkeys(one.context for one in asked))
    random.Random(1).shuffle(asked)  # noqa: S311 - a sample, not a secret
    asked = asked[: arguments.limit]
    scores, logits, right = scored(asked, contexts)
    half = np.array([contexts.index(one.context) % 2 == 0 for one in asked])
    for weight in _WEIGHTS:
        total = scores + weight * logits
        found = [*figures(total[half], right[half]), *figures(total[~half], right[~half])]
        both = figures(total, right)
        line = " ".join(f"{figure:.4f}" for figure in (*found, *both))
        sys.stdout.write(f"weight {weight:.2f}: {line}\n")


if __name__ == "__main__":
    main()
