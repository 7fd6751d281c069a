"""Trains the judge of sentences: ``python -m assistant.sentence_model.train --data D --out O …``.

Starts from the ranker that `assistant.paragraph_model.train` left in ``--kept`` → a round over the
near misses of ViQuAD's training questions → a round over the questions with known answers that
`evals.sentences` wrote to ``--judged`` → write what differs from the reader. Seeds are fixed.

What this module does not know: anything at run time; nothing there imports it.
"""

import argparse
import hashlib
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from rich.console import Console

from assistant.paragraph_model.train import KEPT
from assistant.sentence_model import fit
from assistant.sentence_model.model import RECORD, VALUES
from assistant.sentence_model.near import Judged, everyday_words, near_misses
from assistant.span_model import data, export
from assistant.span_model import model as reader
from assistant.span_model.network import Sizes, SpanNetwork
from assistant.understand import Glossary
from corpus.errors import ModelError

_TRAIN = "viquad1-train.jsonl.xz"
_SEED, _TOLD = 7, 100
_NEAR = fit.Round(1, rate=2.5e-4, drop=0.2)
_KNOWN = fit.Round(3, rate=3e-4, drop=0.3)
_UNCHANGED = frozenset(("words.lines", "words.scales"))


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a training depends on but the data."""

    near: fit.Round = _NEAR
    known: fit.Round = _KNOWN
    sizes: Sizes = field(default_factory=Sizes)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a training reads and writes: data, kept stages, judged questions, reader, model."""

    data: Path
    kept: Path
    judged: Path
    reader: Path
    out: Path


def misses_of(path: Path, sample: int | None = None) -> Iterator[Judged]:
    """Yield what all questions of a file of ViQuAD teach (`near.near_misses`)."""
    draw = random.Random(_SEED)  # noqa: S311 - nothing secret
    everyday = everyday_words(Glossary.load().synonyms)
    for row in islice(data.lines(path), sample):
        if row["answers"]:
            yield from near_misses(row, everyday, draw)


def judged_in(path: Path) -> list[Judged]:
    """Return the judged sentences of a JSON Lines file that `evals.sentences` wrote."""
    return [
        Judged(row["question"], row["sentence"], row["right"], row["weight"])
        for row in data.lines(path)
    ]


def run(folders: Folders, recipe: Recipe, console: Console, sample: int | None = None) -> None:
    """Train and write the model.

    Raises:
        ModelError: the ranker's weights are not among the kept stages.
    """
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = _ranker(folders.kept / KEPT, recipe.sizes)
    known = reader.vocabulary((folders.reader / reader.WORDS).read_text("utf-8"))

    def told(step: int, loss: float) -> None:
        if step % _TOLD == 0:
            console.print(f"step {step}, loss {loss:.3f}")

    torch.manual_seed(_SEED)
    misses = fit.encoded(misses_of(folders.data / "qa" / _TRAIN, sample), known)
    network = fit.trained(network, misses, recipe.near, device, told)
    network = fit.trained(
        network, fit.encoded(judged_in(folders.judged), known), recipe.known, device, told
    )
    save(network.cpu(), folders.reader / reader.NETWORK, folders.out)


def _ranker(path: Path, sizes: Sizes) -> SpanNetwork:
    if not path.exists():
        message = f"Không thấy {path}: hãy huấn luyện mô hình xếp hạng đoạn trước (`make train`)."
        raise ModelError(message)
    state = torch.load(path, weights_only=True)
    network = SpanNetwork(state["words.weight"], sizes)
    network.load_state_dict(state)
    return network


def save(network: SpanNetwork, base: Path, folder: Path) -> None:
    """Write to ``folder`` where ``network`` differs from the reader's file ``base``, and by what.

    Raises:
        ModelError: the two are not of one shape, or not of the same words.
    """
    import onnx  # noqa: PLC0415 - only training needs it

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="hoidap-") as scratch:
        written = Path(scratch) / reader.NETWORK
        export.write_onnx(network, written)
        graph = onnx.load(str(written)).graph
        own, given = written.read_bytes(), base.read_bytes()
    parts: list[tuple[int, int]] = []
    values: list[bytes] = []
    at = 0
    for tensor in graph.initializer:
        raw = tensor.raw_data
        start = own.index(raw, at)  # they stand one after another
        at = start + len(raw)
        if tensor.name not in _UNCHANGED:
            parts.append((start, len(raw) // 4))
            values.append(np.frombuffer(raw, "<f4").astype("<f2").tobytes())
        elif given[start:at] != raw:
            raise ModelError(f"{base} không có cùng bảng từ: hãy huấn luyện lại từ đầu.")
    if len(own) != len(given):
        raise ModelError(f"{base} không cùng dạng với mạng này: hãy huấn luyện lại từ đầu.")
    (folder / VALUES).write_bytes(b"".join(values))
    record = {
        "files": {VALUES: hashlib.sha256((folder / VALUES).read_bytes()).hexdigest()},
        "reader": hashlib.sha256(given).hexdigest(),
        "parts": parts,
    }
    (folder / RECORD).write_text(json.dumps(record) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m assistant.sentence_model.train")
    parser.add_argument("--data", type=Path, required=True, help="folder with qa/")
    parser.add_argument("--kept", type=Path, required=True, help="folder of the kept stages")
    parser.add_argument("--judged", type=Path, required=True, help="what evals.sentences wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--reader", type=Path, default=reader.FOLDER, help="the reader's folder")
    parser.add_argument("--sample", type=int, help="use only so many of ViQuAD's questions")
    given = parser.parse_args(arguments)
    folders = Folders(given.data, given.kept, given.judged, given.reader, given.out)
    run(folders, Recipe(), Console(), given.sample)


if __name__ == "__main__":
    main()
