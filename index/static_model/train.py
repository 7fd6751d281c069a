"""Trains the static model from scratch: ``python -m index.static_model.train --data D --out O``.

Read the texts → number their words → choose the features → first vectors → train → write → judge.
Seeds are fixed: the same data and options give the same weights on the same machine.

What this module does not know: anything at run time; nothing there imports it.
"""

import argparse
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from index.static_model import encoded, export, fit, initial, measure, network, pairs, vocabulary
from index.static_model.sources import Article, articles, questions

NAME = "hoidap-static-256"
_DEV = "viquad1-dev.jsonl"
_CHECKPOINT = 300
_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeRemainingColumn(),
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a training depends on but the data."""

    sizes: vocabulary.Sizes = field(default_factory=vocabulary.Sizes)
    drawing: pairs.Drawing = field(default_factory=pairs.Drawing)
    schedule: fit.Schedule = field(default_factory=fit.Schedule)
    pair: float = 0.35
    dimension: int = 256
    news_every: int = 4
    seed: int = 0


def run(  # noqa: PLR0913  # what a training is: data in, model out, how, how much, kept, told
    data: Path,
    out: Path,
    recipe: Recipe,
    console: Console,
    *,
    sample: int | None = None,
    kept: Path | None = None,
) -> None:
    """Train on ``data`` (the first ``sample`` articles and questions) and write ``out``.

    The numbered texts are read from ``kept`` when it is there, and else written to it. The model
    is written every few hundred steps, so that a training cut short leaves a model.
    """
    with Progress(*_COLUMNS, console=console) as progress:
        texts = _texts(data, recipe, sample, kept, progress)
        stage = progress.add_task("Choose features", total=2)
        chosen = vocabulary.build(texts, recipe.sizes)
        progress.update(stage, advance=1, description="First vectors")
        gain = initial.gains(chosen, recipe.pair)
        first = initial.vectors(texts, chosen, recipe.dimension, recipe.seed) * gain[:, None]
        progress.advance(stage)
        task = progress.add_task("Train", total=recipe.schedule.steps)

        def report(step: int, loss: float, vectors: Callable[[], fit.Floats]) -> None:
            progress.update(task, completed=step, description=f"Train, loss {loss:.3f}")
            if step % _CHECKPOINT == 0:
                export.save(NAME, chosen.rows, chosen.buckets, vectors(), out)

        sampler = pairs.Sampler(texts, chosen, recipe.drawing, recipe.seed)
        trained = fit.train(first, gain, sampler.batches(), recipe.schedule, report)
    export.save(NAME, chosen.rows, chosen.buckets, trained, out)
    if (dev := data / "qa" / _DEV).exists():
        console.print(f"{_DEV}: {judge(out, dev)}")


def judge(model: Path, exam: Path) -> measure.Ranking:
    """Rank the contexts of a SQuAD-format file by a written model alone."""
    trained, asked = network.load(model), measure.read_exam(exam)
    scores = trained.encode(asked.questions) @ trained.encode(asked.contexts).T
    return measure.rank(scores, asked.right)


def _texts(
    data: Path, recipe: Recipe, sample: int | None, kept: Path | None, progress: Progress
) -> encoded.Encoded:
    if kept and kept.exists():
        return encoded.Encoded.load(kept)
    task = progress.add_task("Read", total=sample)
    read: Iterator[Article] = articles(data, recipe.news_every)
    chosen = itertools.islice(read, sample)
    texts = encoded.encode(chosen, questions(data)[:sample], lambda: progress.advance(task))
    if kept:
        texts.save(kept)
    return texts


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m index.static_model.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with text/ and qa/")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--sample", type=int, help="use only so many articles and questions")
    parser.add_argument("--kept", type=Path, help="a .npz file to keep the numbered texts in")
    parser.add_argument("--steps", type=int, default=fit.Schedule().steps)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args(arguments)
    recipe = Recipe(schedule=fit.Schedule(steps=given.steps, threads=given.threads))
    run(given.data, given.out, recipe, Console(), sample=given.sample, kept=given.kept)


if __name__ == "__main__":
    main()
