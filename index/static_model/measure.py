"""How well vectors rank passages: `python -m index.static_model.measure FILE` for what ships.

What this module does not know: where the questions come from.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """Fractions of 1: the first hit is right; normalised discounted gain of the first ten."""

    hit1: float
    ndcg10: float


@dataclass(frozen=True, slots=True)
class Exam:
    """Questions, the distinct contexts, and the position of each question's own context."""

    questions: tuple[str, ...]
    contexts: tuple[str, ...]
    right: tuple[int, ...]


def read_exam(path: Path) -> Exam:
    """Read a SQuAD-format JSON file or JSON Lines ``{question, context, …}``."""
    text = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines()]
        pairs = [(row["question"], row["context"]) for row in rows]
    else:
        pairs = [
            (asked["question"], paragraph["context"])
            for article in json.loads(text)["data"]
            for paragraph in article["paragraphs"]
            for asked in paragraph["qas"]
        ]
    place: dict[str, int] = {}
    right = tuple(place.setdefault(context, len(place)) for _, context in pairs)
    return Exam(tuple(question for question, _ in pairs), tuple(place), right)


def rank(scores: Floats, right: Sequence[int]) -> Ranking:
    """Judge scores (questions x contexts); the one right context of a row is ``right[row]``."""
    own = scores[np.arange(len(right)), np.asarray(right)]
    above = (scores > own[:, None]).sum(axis=1)
    gain = np.where(above < _DEPTH, 1 / np.log2(above + 2), 0.0)
    return Ranking(float((above == 0).mean()), float(gain.mean()))


def main(path: str) -> None:
    """Print the figures of the shipped model, alone, on a question file."""
    from index.embedder import default_embedder  # noqa: PLC0415 - only when run as a command

    exam, model = read_exam(Path(path)), default_embedder()
    contexts = model.embed_passages(exam.contexts)
    found = rank(model.embed_queries(exam.questions) @ contexts.T, exam.right)
    sys.stdout.write(f"ndcg10 {found.ndcg10:.4f} hit1 {found.hit1:.4f}\n")


if __name__ == "__main__":
    main(sys.argv[1])
