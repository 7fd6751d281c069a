"""Trains the static model from scratch: ``python -m index.static_model.train --data D --out O``.

Read the texts → number their words → choose the features → first vectors → train → write → judge.
Seeds are fixed: the same data and options give the same weights on the same machine.

What this module does not know: anything at run time; nothing there imports it.
"""

import argparse
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from index.static_model import encoded, export, fit, initial, measure, network, pairs, vocabulary
from index.static_model.sources import Article, articles, questions

NAME = "hoidap-static-256"
_DEV = "viquad1-dev.jsonl"


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a training depends on but the data."""

    sizes: vocabulary.Sizes = field(default_factory=vocabulary.Sizes)
    drawing: pairs.Drawing = field(default_factory=pairs.Drawing)
    schedule: fit.Schedule = field(default_factory=fit.Schedule)
    dimension: int = 256
    news_every: int = 4
    seed: int = 0


def run(data: Path, out: Path, recipe: Recipe, sample: int | None, console: Console) -> None:
    """Train on ``data`` (the first ``sample`` articles and questions) and write ``out``."""
    with Progress(console=console) as progress:
        texts = _texts(data, recipe, sample, progress)
        chosen = vocabulary.build(texts, recipe.sizes)
        first = initial.vectors(texts, chosen, recipe.dimension, recipe.seed)
        task = progress.add_task("Train", total=recipe.schedule.steps)

        def report(step: int, loss: float, _: fit.Floats) -> None:
            progress.update(task, completed=step, description=f"Train, loss {loss:.3f}")

        sampler = pairs.Sampler(texts, chosen, recipe.drawing, recipe.seed)
        trained = fit.train(first, sampler.batches(), recipe.schedule, report)
    export.save(NAME, chosen.rows, chosen.buckets, trained, out)
    if (dev := data / "qa" / _DEV).exists():
        console.print(f"{_DEV}: {judge(out, dev)}")


def judge(model: Path, exam: Path) -> measure.Ranking:
    """Rank the contexts of a SQuAD-format file by a written model alone."""
    trained, asked = network.load(model), measure.read_exam(exam)
    scores = trained.encode(asked.questions) @ trained.encode(asked.contexts).T
    return measure.rank(scores, asked.right)


def _texts(data: Path, recipe: Recipe, sample: int | None, progress: Progress) -> encoded.Encoded:
    task = progress.add_task("Read", total=sample)
    read: Iterator[Article] = articles(data, recipe.news_every)
    chosen = itertools.islice(read, sample)
    return encoded.encode(chosen, questions(data)[:sample], lambda: progress.advance(task))


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m index.static_model.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with text/ and qa/")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--sample", type=int, help="use only so many articles and questions")
    parser.add_argument("--steps", type=int, default=fit.Schedule().steps)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(arguments)
    schedule = fit.Schedule(steps=options.steps, threads=options.threads)
    recipe = Recipe(schedule=schedule)
    run(options.data, options.out, recipe, options.sample, Console())


if __name__ == "__main__":
    main()
