"""Trains the reader from scratch: ``python -m assistant.span_model.train --data D --out O``.

Texts → word vectors → made questions and real ones as arrays → train → calibrate → write → judge.
Each stage is kept in ``--kept`` and not done again; training goes on from its last epoch. Seeds
are fixed. Runs on a GPU where torch finds one.

What this module does not know: anything at run time; nothing there imports it.
"""

import argparse
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from rich.console import Console

from assistant.span_model import data, export, fit, pairs, vectors
from assistant.span_model.calibrate import calibrated
from assistant.span_model.network import Sizes, SpanNetwork
from assistant.span_model.synthetic import Maker
from assistant.thesaurus import load_thesaurus
from index.static_model.sources import articles

REAL = "real"
PARTS = 6
_DEV = "viquad1-dev.jsonl"
_TRAIN = "viquad1-train.jsonl.xz"
_TOLD = 5000
_NEWS_EVERY = 4
_BARE, _MADE_BARE = 0.1, 0.05


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a training depends on but the data.

    ``epochs`` names the sets that each epoch reads: the real questions, or parts of the made ones.
    """

    words: vectors.Recipe = field(default_factory=vectors.Recipe)
    sizes: Sizes = field(default_factory=Sizes)
    schedule: fit.Schedule = field(default_factory=fit.Schedule)
    epochs: tuple[tuple[str, ...], ...] = (
        ("0", "1"),
        (REAL,),
        ("2", "3", REAL),
        (REAL,),
        ("4", REAL),
        *((REAL,),) * 5,
    )
    others: int = 2
    seed: int = 0


class Stages:
    """The stages of a training, each read from ``kept`` where it is there, else done and kept."""

    def __init__(
        self, source: Path, kept: Path, recipe: Recipe, console: Console, sample: int | None = None
    ) -> None:
        """Train from ``source``, the first ``sample`` articles and questions only if given."""
        kept.mkdir(parents=True, exist_ok=True)
        self._source, self._kept, self._recipe = source, kept, recipe
        self._console, self._sample = console, sample

    def words(self) -> vectors.Words:
        """Return the words with their first vectors."""
        path = self._kept / "words.npz"
        if not path.exists():
            read = itertools.islice(articles(self._source, _NEWS_EVERY), self._sample)
            barred = self._barred()
            vectors.learn(
                read,
                lambda text: any(run in barred for run in data.runs([text])),
                self._recipe.words,
                self._told("Đọc bài"),
            ).save(path)
        return vectors.Words.load(path)

    def pairs(self, name: str) -> pairs.Pairs:
        """Return a set of questions: `REAL`, "dev", or the number of a part of the made ones."""
        path = self._kept / f"pairs-{name}.npz"
        if not path.exists():
            known = self.words().vocabulary()
            asked = itertools.islice(self._asked(name), self._sample)
            pairs.encode(asked, known, self._told(f"Câu hỏi {name}")).save(path)
        return pairs.Pairs.load(path)

    def _asked(self, name: str) -> Iterator[data.Asked]:
        folder, recipe = self._source / "qa", self._recipe
        if name == "dev":
            return data.viquad(folder / _DEV, recipe.others, recipe.seed)
        if name == REAL:
            real = data.viquad(folder / _TRAIN, recipe.others, recipe.seed)
            return itertools.chain(data.sloppy(real, _BARE, 1), data.small_files(folder))
        seed = recipe.seed + int(name)
        maker = Maker(load_thesaurus(), seed)
        found = data.made(self._source, maker, self._barred(), seed, (int(name), PARTS))
        return data.sloppy(found, _MADE_BARE, seed)

    def _barred(self) -> frozenset[int]:
        path = self._source / "qa" / _DEV
        return data.runs({row["context"] for row in data.lines(path)})

    def _told(self, what: str) -> Callable[[], None]:
        done, clock = itertools.count(1), time.perf_counter()

        def seen() -> None:
            if (number := next(done)) % _TOLD == 0:
                self._console.print(f"{what}: {number} ({time.perf_counter() - clock:.0f} s)")

        return seen

    def trained(self, device: torch.device) -> SpanNetwork:
        """Return the trained network, its weights averaged over the last steps."""
        recipe, words = self._recipe, self.words()
        torch.manual_seed(recipe.seed)
        network = SpanNetwork(torch.tensor(words.vectors), recipe.sizes)
        epochs = [
            [(lambda name=name: self.pairs(name)) for name in names] for names in recipe.epochs
        ]
        trainer = fit.Trainer(network, epochs, recipe.schedule, device)
        checkpoint = self._kept / "checkpoint.pt"
        if checkpoint.exists():
            trainer.resume(checkpoint)
        while trainer.epoch < len(epochs):
            loss = trainer.run_epoch(self._progress)
            trainer.save(checkpoint)
            trainer.save(self._kept / f"epoch-{trainer.epoch}.pt")
            self._console.print(f"epoch {trainer.epoch} / {len(epochs)}: loss {loss:.3f}")
        network.load_state_dict(trainer.mean)
        return network

    def _progress(self, step: int, total: int, loss: float, left: float) -> None:
        self._console.print(f"step {step} / {total}, loss {loss:.3f}, {left / 60:.0f} min left")


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
    stages = Stages(source, kept, recipe, console, sample)
    network = stages.trained(device)
    words, dev = stages.words(), stages.pairs("dev")
    judged = fit.judged(network, dev, device)
    console.print(f"{_DEV}, windows that hold the answer: {judged}")
    calibration = calibrated(*fit.odds(network, dev, device))
    rows = list(zip(words.names, words.idf.tolist(), strict=True))
    export.save(network.cpu(), rows, load_thesaurus().places, calibration, out)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m assistant.span_model.train")
    parser.add_argument("--data", type=Path, required=True, help="folder with text/ and qa/")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--kept", type=Path, required=True, help="folder of stages kept")
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
