"""Trains the ranker: ``python -m assistant.paragraph_model.train --data D --out O --kept K``.

Starts from the reader whose stages `assistant.span_model.train` left in ``--kept``, trains that
first where they are not there. The search finds wrong paragraphs for ViQuAD's training questions
among all contexts of the training file → arrays → train → write. Seeds are fixed; what was found
is kept. Runs on a GPU where torch finds one.

What this module does not know: anything at run time; nothing there imports it.
"""

import argparse
import hashlib
import itertools
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from rich.console import Console

from assistant.paragraph_model.fit import Round, mean_of, trained
from assistant.paragraph_model.model import NETWORK, RECORD
from assistant.span_model import data, export, pairs
from assistant.span_model import train as reader_train
from assistant.span_model.features import Vocabulary
from corpus.read import canonical, document_of
from index.build import build_index
from index.embedder import default_embedder
from index.open import open_index

KEPT = "ranker.pt"
"""The file, in the folder of kept stages, with the trained weights in torch's form."""
_TRAIN = "viquad1-train.jsonl.xz"
_FOUND, _WRONG = 12, 7
_UNFOUND = 0.5
"""How far below the last that was found a paragraph counts that was not."""
_BARE, _SEED = 0.1, 7
_TOLD = 1000


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a training depends on but the data: the reader's recipe, then the rounds.

    Each of ``branches`` starts from where the last round ended; what is written is the mean of
    that state and theirs.
    """

    reader: reader_train.Recipe = field(default_factory=reader_train.Recipe)
    rounds: tuple[Round, ...] = (
        Round(1100, drop=0.3, word_drop=0.2, alone=1.0, span=1.0),
        Round(2950, drop=0.2, word_drop=0.1, alone=0.2, span=0.3, seed=11),
    )
    branches: tuple[Round, ...] = (
        Round(
            2760,
            drop=0.2,
            word_drop=0.1,
            alone=0.2,
            span=0.3,
            others=5,
            beside_search=True,
            seed=11,
        ),
    )


def asked_among(
    path: Path, sample: int | None, seen: Callable[[], None] = lambda: None
) -> Iterator[data.Asked]:
    """Yield a file's questions, each with the wrong paragraphs that the search finds first.

    All distinct contexts of the file are one index. ``seen`` is called after each question.
    """
    rows = [row for row in itertools.islice(data.lines(path), sample) if row["answers"]]
    contexts = list(dict.fromkeys(row["context"] for row in rows))
    documents = [document_of(str(at), canonical(text)) for at, text in enumerate(contexts)]
    embedder = default_embedder()
    with tempfile.TemporaryDirectory(prefix="hoidap-") as folder:
        build_index(documents, Path(folder), embedder)
        with open_index(Path(folder), embedder) as index:
            for row in rows:
                hits = index.retriever.paragraphs(row["question"], _FOUND)
                found = {contexts[int(hit.passage.document)]: hit.score for hit in hits}
                yield _asked(row, found)
                seen()


def _asked(row: dict[str, Any], found: dict[str, float]) -> data.Asked:
    """Return a question with the wrong ones of the paragraphs found, and their scores."""
    right = found.get(row["context"], min(found.values(), default=0.0) - _UNFOUND)
    wrong = [text for text in found if text != row["context"]][:_WRONG]
    first = row["answers"][0]
    return data.Asked(
        row["question"],
        row["context"],
        first["answer_start"],
        first["text"],
        tuple(wrong),
        (right, *(found[text] for text in wrong)),
    )


def _pairs(
    source: Path, kept: Path, known: Vocabulary, console: Console, sample: int | None
) -> pairs.Pairs:
    path = kept / "pairs-ranking.npz"
    if not path.exists():
        done = itertools.count(1)

        def seen() -> None:
            if (number := next(done)) % _TOLD == 0:
                console.print(f"Câu hỏi: {number}")

        found = asked_among(source / "qa" / _TRAIN, sample, seen)
        pairs.encode(data.sloppy(found, _BARE, _SEED), known, lambda: None).save(path)
    return pairs.Pairs.load(path)


def run(  # noqa: PLR0913  # what a training is: data in, model out, how, kept where, told where
    source: Path,
    out: Path,
    kept: Path,
    recipe: Recipe,
    console: Console,
    *,
    sample: int | None = None,
    threads: int = 1,
) -> None:
    """Train on ``source`` and write the model to ``out``."""
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    stages = reader_train.Stages(source, kept, recipe.reader, console, sample)
    network, words = stages.trained(device), stages.words()
    found = _pairs(source, kept, words.vocabulary(), console, sample)

    def told(step: int, loss: float) -> None:
        console.print(f"step {step}, loss {loss:.3f}")

    for one in recipe.rounds:
        console.print(f"round of {one.steps} steps")
        network = trained(network, found, one, device, told)
    states = [network.state_dict()]
    for one in recipe.branches:
        console.print(f"branch of {one.steps} steps")
        states.append(trained(deepcopy(network), found, one, device, told).state_dict())
    network.load_state_dict(mean_of(states))
    torch.save(network.cpu().state_dict(), kept / KEPT)
    rows = zip(words.names, words.idf.tolist(), strict=True)
    out.mkdir(parents=True, exist_ok=True)
    export.write_onnx(network, out / NETWORK)
    write_record(out, export.table(rows))


def write_record(folder: Path, words: str) -> None:
    """Write the sha256 of the network in ``folder`` and of the table of words it reads in."""
    network = hashlib.sha256((folder / NETWORK).read_bytes()).hexdigest()
    record = {
        "files": {NETWORK: network},
        "words": hashlib.sha256(words.encode()).hexdigest(),
    }
    (folder / RECORD).write_text(json.dumps(record, indent=2) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m assistant.paragraph_model.train")
    parser.add_argument("--data", type=Path, required=True, help="folder with text/ and qa/")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--kept", type=Path, required=True, help="folder of the reader's stages")
    parser.add_argument("--sample", type=int, help="use only so many articles and questions")
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args(arguments)
    run(
        given.data,
        given.out,
        given.kept,
        Recipe(),
        Console(),
        sample=given.sample,
        threads=given.threads,
    )


if __name__ == "__main__":
    main()
