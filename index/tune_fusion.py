"""Find the fusion weights: a grid over questions with known answers. Nothing imports this.

    python -m index.tune_fusion …/viquad1-dev.jsonl

Every distinct context of the file becomes a document of sentences. Each combination of weights is
scored by nDCG@10 four ways: questions as typed and without diacritics, looking for the sentence
that holds the answer and for the paragraph (whose score is its best sentence's). The weights with
the best mean win; they stand in `index.fusion.WEIGHTS`. Only ever run it on development questions.

What this module does not know: how the weights are used at run time.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.model import Document, Passage
from corpus.normalize import strip_diacritics
from corpus.read import canonical, document_of
from index.embedder import Embedder, default_embedder
from index.fusion import Scores, Signals, Weights, fuse
from index.lexical import LexicalIndex, terms_of

_CUTOFF = 10
_BLOCK = 256
_GRID = {
    "lexical": (0.0, 0.1, 0.2, 0.3, 0.5),
    "folded": (0.0, 0.1, 0.2, 0.3, 0.5),
    "context": (1.0,),
    "dense": (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0),
}


@dataclass(frozen=True)
class Task:
    """Questions over documents: ``sentences[i]`` is the position of the passage that answers i.

    ``owners`` has the position of each passage's document, in order; shape (passages,).
    """

    documents: Sequence[Document]
    questions: Sequence[str]
    sentences: NDArray[np.intp]
    owners: NDArray[np.intp]


def read_task(path: Path) -> Task:
    """Read JSON Lines of ``context``, ``question``, ``answers`` (with ``answer_start``)."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    contexts = list(dict.fromkeys(row["context"] for row in rows))
    documents = [document_of(f"c{i}", canonical(text)) for i, text in enumerate(contexts)]
    numbers = {text: number for number, text in enumerate(contexts)}
    starts = np.cumsum([0, *(len(document.passages) for document in documents)])
    questions, sentences = [], []
    for row in rows:
        number = numbers[row["context"]]
        place = _answering(documents[number].passages, row["answers"][0]["answer_start"])
        if place is not None:
            questions.append(row["question"])
            sentences.append(starts[number] + place)
    owners = np.repeat(np.arange(len(documents)), np.diff(starts))
    return Task(documents, questions, np.array(sentences), owners)


def _answering(passages: Sequence[Passage], offset: int) -> int | None:
    for place, passage in enumerate(passages):
        if passage.span.start <= offset < passage.span.end:
            return place
    return None


def signals(task: Task, embedder: Embedder, questions: Sequence[str]) -> Iterator[Signals]:
    """Yield the signals of every passage for blocks of questions, (questions, passages) each."""
    index = LexicalIndex.build(task.documents)
    texts = [d.quote(passage.span) for d in task.documents for passage in d.passages]
    vectors = embedder.embed_passages(texts)
    for start in range(0, len(questions), _BLOCK):
        block = questions[start : start + _BLOCK]
        found = [index.scores(terms_of(question)) for question in block]
        yield Signals(
            lexical=np.stack([scores.lexical for scores in found]),
            folded=np.stack([scores.folded for scores in found]),
            context=np.stack([scores.context for scores in found]),
            dense=embedder.embed_queries(block) @ vectors.T,
        )


def ndcg(scores: Scores, gold: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return nDCG@10 with one relevant item a row: 1/log2(rank + 1), rank from 1; (rows,)."""
    wanted = scores[np.arange(len(gold)), gold]
    rank = (scores > wanted[:, None]).sum(axis=1) + 1
    tied = (scores == wanted[:, None]).sum(axis=1) - 1
    rank = rank + tied / 2
    return np.where(rank <= _CUTOFF, 1 / np.log2(rank + 1), 0.0)


def measure(task: Task, embedder: Embedder, grid: Sequence[Weights]) -> NDArray[np.float64]:
    """Return nDCG@10 of every weights, shape (weights, 4); see the module's docstring."""
    first = np.flatnonzero(np.diff(task.owners, prepend=-1))
    results = np.zeros((len(grid), 4))
    typed = task.questions
    bare = [strip_diacritics(question) for question in typed]
    for column, asked in enumerate((typed, bare)):
        at = 0
        for block in signals(task, embedder, asked):
            gold = task.sentences[at : at + len(block.dense)]
            at += len(gold)
            for row, weights in enumerate(grid):
                fused = fuse(block, weights)
                paragraphs = np.maximum.reduceat(fused, first, axis=1)
                results[row, column] += ndcg(fused, gold).sum()
                results[row, 2 + column] += ndcg(paragraphs, task.owners[gold]).sum()
    return results / len(task.questions)


def main() -> None:
    """Print the grid's best weights, the mean and the four figures of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=10)
    arguments = parser.parse_args()
    task = read_task(arguments.file)
    grid = [Weights(*values) for values in product(*_GRID.values())]
    results = measure(task, default_embedder(), grid)
    sys.stdout.write(f"{len(task.questions)} questions, {len(task.owners)} sentences\n")
    sys.stdout.write("mean | sentence typed, bare | paragraph typed, bare\n")
    for row in np.argsort(-results.mean(axis=1))[: arguments.show]:
        figures = " ".join(f"{figure:.4f}" for figure in (results[row].mean(), *results[row]))
        sys.stdout.write(f"{figures}  {grid[row]}\n")


if __name__ == "__main__":
    main()
