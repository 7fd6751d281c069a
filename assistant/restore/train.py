"""Train the restoration model: python -m assistant.restore.train --data FOLDER --out FOLDER.

One pass of AdaGrad over a softmax among the spellings of each bare syllable (Duchi et al.,
2011), the gradients of 65,536 syllables summed before each step. Deterministic: the same text
and options give the same weights.

What this module does not know: questions, documents, or how a reading is chosen.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from assistant.restore.features import TEMPLATES, context_hashes, weight_indices
from assistant.restore.model import STEPS, RestoreModel, save_model
from assistant.restore.records import articles
from assistant.restore.text import FOREIGN, RESERVED, bare, pieces, spelled
from assistant.understand.syllable import bare_table

Ids = NDArray[np.signedinteger[Any]]
Floats = NDArray[np.float32]
Say = Callable[[str], None]

BUCKETS: Final = 7_500_000
BLOCK: Final = 1 << 16
_RATE: Final = 0.5
_LAST_RATE: Final = 0.02
_SCALE: Final = 64.0
_SEEN: Final = 20
_SEEN_FOREIGN: Final = 2000
_RARE: Final = 2e-4
_MOST_READINGS: Final = 16
_REPORT_EVERY: Final = 100


@dataclass(frozen=True)
class Encoded:
    """A training text as positions in ``spellings``; ``ids`` is uint32, shape (pieces,)."""

    spellings: tuple[str, ...]
    ids: NDArray[np.uint32]


@dataclass(frozen=True)
class Inventory:
    """The spellings kept, grouped by bare form: group ``b`` is ``first[b] : first[b] + size[b]``.

    ``bares`` are the bare forms, reserved names first, in the order of their ids.
    """

    syllables: tuple[str, ...]
    frequencies: NDArray[np.uint8]
    bares: tuple[str, ...]
    first: Ids
    size: Ids


@dataclass(frozen=True)
class _Text:
    """A training text renumbered: what is to be found (-1: unknown) and its bare ids."""

    wanted: Ids
    bares: Ids

    def block(self, number: int) -> "_Text":
        here = slice(number * BLOCK, (number + 1) * BLOCK)
        return _Text(self.wanted[here], self.bares[here])


class _Numbering(dict[str, int]):
    """Pieces to numbers, each spelled only the first time it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.spellings = {name: number for number, name in enumerate(RESERVED)}

    def __missing__(self, piece: str) -> int:
        number = self.spellings.setdefault(spelled(piece), len(self.spellings))
        self[piece] = number
        return number


def encode(folder: Path, sample: int = 0, say: Say = lambda _: None) -> Encoded:
    """Read the training articles of ``folder`` into numbers, a boundary after each."""
    numbering = _Numbering()
    parts = []
    for count, article in enumerate(articles(folder, sample), start=1):
        if not article.held:
            line = [numbering[piece] for piece in pieces(article.text)]
            parts.append(np.array([*line, 0], dtype=np.uint32))
        if count % 20_000 == 0:
            say(f"đã đọc {count} bài")
    return Encoded(tuple(numbering.spellings), np.concatenate(parts))


def inventory(encoded: Encoded, seen: int = _SEEN) -> Inventory:
    """Choose the spellings worth knowing: possible syllables, and foreign words seen often."""
    counts = np.bincount(encoded.ids, minlength=len(encoded.spellings))
    groups: dict[str, list[int]] = {}
    for number in range(len(RESERVED), len(encoded.spellings)):
        form = bare(encoded.spellings[number])
        if counts[number] >= (seen if form in bare_table() else _SEEN_FOREIGN):
            groups.setdefault(form, []).append(number)
    places = {spelling: number for number, spelling in enumerate(encoded.spellings)}
    syllables, bares = list(RESERVED), list(RESERVED)
    first, size = [0] * len(RESERVED), [0] * len(RESERVED)
    for form in sorted(groups):
        kept = _common(groups[form], counts)
        first.append(len(syllables))
        size.append(len(kept))
        bares.append(form)
        syllables += [encoded.spellings[number] for number in kept]
    kept_counts = np.array([counts[places[spelling]] for spelling in syllables])
    shares = -STEPS * np.log(np.maximum(kept_counts, 1) / max(1, len(encoded.ids)))
    frequencies = np.clip(np.round(shares), 0, 255).astype(np.uint8)
    return Inventory(tuple(syllables), frequencies, tuple(bares), np.array(first), np.array(size))


def fit(encoded: Encoded, chosen: Inventory, buckets: int, say: Say = lambda _: None) -> Floats:
    """Learn one weight per bucket; returns them, shape (buckets,)."""
    text = _renumbered(encoded, chosen)
    weights = np.zeros(buckets, dtype=np.float32)
    squares = np.full(buckets, 1e-3, dtype=np.float32)
    blocks = max(1, -(-len(encoded.ids) // BLOCK))
    order = np.random.default_rng(1).permutation(blocks)
    started, loss = time.monotonic(), 0.0
    for step, block in enumerate(order, start=1):
        rate = _RATE * (1 - (step - 1) / blocks + _LAST_RATE)
        gradient, lost = _gradient(text.block(block), chosen, weights)
        squares += gradient * gradient
        weights -= rate * gradient / np.sqrt(squares)
        loss += lost
        if step % _REPORT_EVERY == 0 or step == blocks:
            spent = time.monotonic() - started
            say(f"bước {step}/{blocks}: mất mát {loss / _REPORT_EVERY:.4f}, {spent:.0f} s")
            loss = 0.0
    return weights


def quantised(weights: Floats) -> NDArray[np.int8]:
    """Round weights to 1/16ths that fit 8 bits."""
    return np.clip(np.round(weights * STEPS), -127, 127).astype(np.int8)


def train(
    folder: Path,
    sample: int = 0,
    buckets: int = BUCKETS,
    seen: int = _SEEN,
    say: Say = lambda _: None,
) -> RestoreModel:
    """Train a model on the articles of ``folder`` (the first ``sample`` of each file; 0: all).

    Raises:
        ModelError: when the folder holds no training text.
    """
    encoded = encode(folder, sample, say)
    chosen = inventory(encoded, seen)
    say(f"{len(encoded.ids)} âm tiết và dấu, {len(chosen.syllables)} cách viết")
    table = quantised(fit(encoded, chosen, buckets, say))
    return RestoreModel(chosen.syllables, chosen.frequencies, table)


def _common(group: Sequence[int], counts: NDArray[np.int64]) -> list[int]:
    ordered = sorted(group, key=lambda number: (-int(counts[number]), number))
    total = sum(int(counts[number]) for number in ordered)
    return [number for number in ordered if counts[number] >= total * _RARE][:_MOST_READINGS]


def _renumbered(encoded: Encoded, chosen: Inventory) -> _Text:
    wanted = {spelling: number for number, spelling in enumerate(chosen.syllables)}
    bares = {form: number for number, form in enumerate(chosen.bares)}
    foreign = bares[FOREIGN]
    to_wanted = np.array([wanted.get(spelling, -1) for spelling in encoded.spellings])
    to_bare = np.array([bares.get(bare(spelling), foreign) for spelling in encoded.spellings])
    return _Text(to_wanted.astype(np.int32)[encoded.ids], to_bare.astype(np.int32)[encoded.ids])


def _gradient(text: _Text, chosen: Inventory, weights: Floats) -> tuple[Floats, float]:
    """Return the gradient of the summed loss over a block, and its mean loss a syllable."""
    bares = text.bares
    places = np.nonzero((chosen.size[bares] > 1) & (text.wanted >= 0))[0]
    if not len(places):
        return np.zeros_like(weights), 0.0
    sizes = chosen.size[bares[places]]
    starts = np.cumsum(sizes) - sizes
    rows = np.repeat(np.arange(len(places)), sizes)
    readings = np.arange(sizes.sum()) - np.repeat(starts - chosen.first[bares[places]], sizes)
    contexts = context_hashes(bares)[places[rows]]
    indices = weight_indices(contexts, readings, len(weights))
    scores = weights[indices].sum(axis=1)
    scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
    powers = np.exp(scores)
    shares = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
    right = readings == np.repeat(text.wanted[places], sizes)
    lost = float(-np.log(shares[right] + 1e-9).mean())
    pulls = np.repeat((shares - right) / _SCALE, len(TEMPLATES))
    summed = np.bincount(indices.ravel(), weights=pulls, minlength=len(weights))
    return summed.astype(np.float32), lost


def main(arguments: Sequence[str] | None = None) -> None:
    """Train from the command line and write the weights and their manifest."""
    parser = argparse.ArgumentParser(description="Huấn luyện mô hình khôi phục dấu.")
    parser.add_argument("--data", type=Path, required=True, help="thư mục có các tệp .jsonl.xz")
    parser.add_argument("--out", type=Path, required=True, help="thư mục ghi weights.npz")
    parser.add_argument("--sample", type=int, default=0, help="chỉ đọc N bài đầu mỗi tệp")
    parser.add_argument("--buckets", type=int, default=BUCKETS, help="số ô trọng số")
    options = parser.parse_args(arguments)

    def say(line: str) -> None:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()

    model = train(options.data, options.sample, options.buckets, say=say)
    path = save_model(model, options.out)
    say(f"đã ghi {path} ({path.stat().st_size / 1e6:.2f} MB)")


if __name__ == "__main__":
    main()
