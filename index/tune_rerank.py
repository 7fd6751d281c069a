"""Find the weights of the reranker on questions with known contexts. Nothing imports this.

    python -m index.tune_rerank …/viquad1-dev.jsonl

Every distinct context of the file is one paragraph. For each question the fused search nominates
30; the weights are those of a listwise softmax (ListNet with one right paragraph; Cao et al.,
"Learning to Rank", 2007) with a small L2 penalty, fitted by L-BFGS. Prints hit@1 and nDCG@10 in
five-fold cross-validation by context, and the weights fitted on everything, which stand in
`index.rerank.WEIGHTS`. Only ever run it on development questions.

What this module does not know: how the weights are used at run time.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.frequency import syllable_rarity
from corpus.model import Document, Paragraph, ParagraphKind, Provenance, Span
from corpus.normalize import nfc
from corpus.sentences import sentences_of
from index.build import build_index
from index.embedder import default_embedder
from index.open import open_index
from index.paragraphs import NOMINATED, ParagraphSearch
from index.rerank import RerankWeights, Wanted, features

Floats = NDArray[np.float64]
_FOLDS = 5
_PENALTY = 1e-3
_CUTOFF = 10


def fitted(rows: Floats, right: NDArray[np.intp]) -> Floats:
    """Return the weights, (features,); ``rows`` is (questions, paragraphs, features)."""
    from scipy.optimize import minimize  # noqa: PLC0415  (heavy: imported where it is used)

    spread = rows.reshape(-1, rows.shape[-1]).std(axis=0) + 1e-9
    scaled = rows / spread
    chosen = scaled[np.arange(len(right)), right]

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = scaled @ weights
        top = scores.max(axis=1, keepdims=True)
        odds = np.exp(scores - top)
        total = odds.sum(axis=1, keepdims=True)
        value = (np.log(total[:, 0]) + top[:, 0] - (chosen @ weights)).mean()
        expected = ((odds / total)[:, :, None] * scaled).sum(axis=1)
        slope = (expected - chosen).mean(axis=0) + 2 * _PENALTY * weights
        return value + _PENALTY * float(weights @ weights), slope

    found = minimize(loss, np.zeros(rows.shape[-1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x / spread)


def figures(scores: Floats, right: NDArray[np.intp]) -> tuple[float, float]:
    """Return hit@1 and nDCG@10, ``right`` being -1 where the paragraph was not nominated."""
    wanted = np.take_along_axis(scores, np.maximum(right, 0)[:, None], axis=1)
    rank = np.where(right >= 0, (scores > wanted).sum(axis=1) + 1, len(scores[0]) + 1)
    gain = np.where((right >= 0) & (rank <= _CUTOFF), 1 / np.log2(rank + 1), 0.0)
    return float((rank == 1).mean()), float(gain.mean())


def examples(path: Path, folder: Path) -> tuple[Floats, NDArray[np.intp], NDArray[np.intp]]:
    """Return rows (questions, NOMINATED, features), the right place or -1, and the contexts."""
    asked = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    contexts = list(dict.fromkeys(row["context"] for row in asked))
    number = {text: str(place) for place, text in enumerate(contexts)}
    embedder = default_embedder()
    build_index([_document(name, text) for text, name in number.items()], folder, embedder)
    rows, right, group = [], [], []
    with open_index(folder, embedder) as index:
        search = index.retriever.paragraphs_search
        for row in asked:
            found, place = _row(search, row["question"], number[row["context"]])
            rows.append(found)
            right.append(place)
            group.append(int(number[row["context"]]))
    return np.array(rows), np.array(right), np.array(group)


def _row(search: ParagraphSearch, question: str, context: str) -> tuple[Floats, int]:
    hits, places = search.nominated(question, NOMINATED)
    wanted = Wanted.of(question, search.search.lexical.rarity, syllable_rarity())
    table = np.full((NOMINATED, len(RerankWeights.__slots__)), -1.0)  # too few: never the best
    table[: len(places)] = [features(wanted, place) for place in places]
    names = [hit.passage.document for hit in hits]
    return table, names.index(context) if context in names else -1


def _document(name: str, text: str) -> Document:
    whole = nfc(text)
    paragraphs = (Paragraph(1, Span(0, len(whole)), ParagraphKind.BODY),)
    sentences = sentences_of(whole, paragraphs)
    return Document(name, whole, "", Provenance(""), paragraphs, sentences)


def cross_validated(
    rows: Floats, right: NDArray[np.intp], group: Sequence[int] | NDArray[np.intp]
) -> tuple[float, float]:
    """Return hit@1 and nDCG@10, each fold scored by weights fitted on the others."""
    fold = np.asarray(group) % _FOLDS
    scores = np.zeros(rows.shape[:2])
    for number in range(_FOLDS):
        learned = (fold != number) & (right >= 0)
        scores[fold == number] = rows[fold == number] @ fitted(rows[learned], right[learned])
    return figures(scores, right)


def main() -> None:
    """Print the figures before, in cross-validation, and the weights of the whole file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    with tempfile.TemporaryDirectory(prefix="hoidap-") as folder:
        rows, right, group = examples(parser.parse_args().file, Path(folder))
    write = sys.stdout.write
    write("fused alone: hit@1 {:.4f} nDCG@10 {:.4f}\n".format(*figures(rows[..., 0], right)))
    found = cross_validated(rows, right, group)
    write("reranked, five folds: hit@1 {:.4f} nDCG@10 {:.4f}\n".format(*found))
    weights = fitted(rows[right >= 0], right[right >= 0])
    for name, weight in zip(RerankWeights.__slots__, weights, strict=True):
        write(f"    {name}={weight:.3f},\n")


if __name__ == "__main__":
    main()
