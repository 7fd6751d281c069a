"""The training loop: batches of questions with their windows, steps, averaged weights, resuming.

What this module does not know: where questions come from, or what is written of the result.
"""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from assistant.span_model.network import SpanNetwork, allowed, loss_of
from assistant.span_model.pairs import Pairs

LONGEST = 60
"""Most tokens of an answer."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a training goes: its batches, its rates, and how the weights are averaged."""

    steps: int = 9_760
    questions: int = 32
    negatives: float = 0.6
    rate: float = 2e-3
    last_rate: float = 3e-5
    words_rate: float = 0.15
    warm_up: int = 400
    average: float = 0.999
    clip: float = 5.0
    seed: int = 0


class Batch(NamedTuple):
    """Windows with their questions, padded: the network's inputs, then what is right."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
    start: Tensor
    end: Tensor
    asked: Tensor


def batch_of(pairs: Pairs, chosen: Sequence[int], device: torch.device) -> Batch:
    """Pad the pairs ``chosen``, those of one question next to one another."""
    rows = np.asarray(chosen)
    passage = _padded(pairs.at, pairs.words, pairs.features, rows)
    question = _padded(pairs.question_at, pairs.question_words, pairs.question_features, rows)
    _, asked = np.unique(pairs.asked[rows], return_inverse=True)
    right = (pairs.start[rows], pairs.end[rows], asked)
    start, end, number = (torch.as_tensor(one.astype(np.int64), device=device) for one in right)
    p_words, p_features, p_lengths = (torch.as_tensor(one, device=device) for one in passage)
    q_words, q_features, q_lengths = (torch.as_tensor(one, device=device) for one in question)
    inputs = (p_words, p_features, p_lengths, q_words, q_features, q_lengths)
    return Batch(inputs, start, end, number)


def _padded(
    at: np.ndarray, words: np.ndarray, features: np.ndarray, rows: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    lengths = at[rows + 1] - at[rows]
    most = int(lengths.max())
    numbers = np.zeros((len(rows), most), np.int64)
    values = np.zeros((len(rows), most, features.shape[1]), np.float32)
    for row, (begin, size) in enumerate(zip(at[rows], lengths, strict=True)):
        numbers[row, :size] = words[begin : begin + size]
        values[row, :size] = features[begin : begin + size]
    return numbers, values, lengths


def batches(pairs: Pairs, schedule: Schedule, seed: int) -> Iterator[list[int]]:
    """Yield one epoch as lists of pairs: every question once, near in length within a batch."""
    draw = np.random.default_rng(seed)
    first = np.searchsorted(pairs.asked, np.arange(int(pairs.asked[-1]) + 2))
    sizes = np.diff(pairs.at)
    order = draw.permutation(len(first) - 1)
    pool = 40 * schedule.questions
    made: list[list[int]] = []
    for begin in range(0, len(order), pool):
        some = order[begin : begin + pool]
        some = some[np.argsort(sizes[first[some]], kind="stable")]
        for at in range(0, len(some), schedule.questions):
            chosen: list[int] = []
            for one in some[at : at + schedule.questions]:
                low, high = int(first[one]), int(first[one + 1])
                chosen.append(low)
                if high > low + 1 and draw.random() < schedule.negatives:
                    chosen.append(int(draw.integers(low + 1, high)))
            made.append(chosen)
    draw.shuffle(made)
    yield from made


class Trainer:
    """Trains a network over some sets of pairs, epoch by epoch; see `Schedule`."""

    def __init__(
        self,
        network: SpanNetwork,
        epochs: Sequence[Sequence[Callable[[], Pairs]]],
        schedule: Schedule,
        device: torch.device,
    ) -> None:
        """Prepare to train ``network``; ``epochs`` names the sets each epoch reads."""
        self.network = network.to(device)
        self.epochs, self.schedule, self.device = epochs, schedule, device
        words = [network.words.weight]
        rest = [one for name, one in network.named_parameters() if name != "words.weight"]
        self.optimizer = torch.optim.Adam(
            [{"params": rest, "scale": 1.0}, {"params": words, "scale": schedule.words_rate}],
            lr=schedule.rate,
            betas=(0.9, 0.98),
        )
        self.mean = {name: value.clone() for name, value in network.state_dict().items()}
        self.epoch = self.step = 0
        self.total = schedule.steps

    def run_epoch(self, report: Callable[[int, int, float, float], None]) -> float:
        """Train one epoch; ``report`` gets step, steps in all, loss, seconds left. Return loss."""
        self.network.train()
        clock, begun, losses = time.perf_counter(), self.step, []
        todo = [
            (one, chosen)
            for place, one in enumerate([load() for load in self.epochs[self.epoch]])
            for chosen in batches(
                one, self.schedule, self.schedule.seed + 1000 * self.epoch + place
            )
        ]
        todo = [todo[at] for at in np.random.default_rng(self.epoch).permutation(len(todo))]
        torch.manual_seed(self.schedule.seed + self.epoch)
        for pairs, chosen in todo:
            losses.append(self._step(batch_of(pairs, chosen, self.device)))
            if self.step % 50 == 0:
                pace = (time.perf_counter() - clock) / (self.step - begun)
                report(
                    self.step,
                    self.total,
                    float(np.mean(losses[-200:])),
                    pace * (self.total - self.step),
                )
        self.epoch += 1
        return float(np.mean(losses))

    def _step(self, batch: Batch) -> float:
        rate = self._rate()
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["scale"]
        spans = self.network(*batch.inputs)
        loss = loss_of(spans, batch.start, batch.end, batch.asked, LONGEST)
        self.optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.schedule.clip)
        self.optimizer.step()
        self.step += 1
        keep = min(self.schedule.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.mean[name].lerp_(value, 1 - keep)
        return float(loss.detach())

    def _rate(self) -> float:
        one = self.schedule
        if self.step < one.warm_up:
            return one.rate * (self.step + 1) / one.warm_up
        part = min(1.0, (self.step - one.warm_up) / max(self.total - one.warm_up, 1))
        return one.last_rate + (one.rate - one.last_rate) * (1 + math.cos(math.pi * part)) / 2

    def save(self, path: Path) -> None:
        """Write all that going on needs."""
        state = {
            "network": self.network.state_dict(),
            "mean": self.mean,
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        """Go on from what `save` wrote."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.mean, self.epoch, self.step = state["mean"], state["epoch"], state["step"]


class Judged(NamedTuple):
    """How a network reads windows, by tokens: of those that answer, and over both kinds.

    ``recall`` and ``alarm`` are the shares of answering and of other windows taken to answer,
    ``answerable`` the F1 of that decision were both kinds as many.
    """

    em: float
    f1: float
    recall: float
    alarm: float
    answerable: float


class _Read(NamedTuple):
    """One window as read: its pair, its best span, and the log-odds that it answers."""

    pair: int
    start: int
    end: int
    odds: float


@torch.no_grad()
def _read(network: SpanNetwork, pairs: Pairs, device: torch.device) -> Iterator[_Read]:
    network.eval()
    order = np.argsort(np.diff(pairs.at), kind="stable")
    for rows in np.array_split(order, max(1, len(order) // 64)):
        spans = network(*batch_of(pairs, rows.tolist(), device).inputs)
        ok = allowed(spans.shape[1], LONGEST, device)
        flat = spans.masked_fill(~ok, -1e4).flatten(1)
        found = zip(rows.tolist(), flat.argmax(1).tolist(), flat.logsumexp(1).tolist(), strict=True)
        for pair, at, odds in found:
            start, end = divmod(at, spans.shape[1])
            yield _Read(pair, start, end, odds)


def odds(
    network: SpanNetwork, pairs: Pairs, device: torch.device
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return the log-odds that each pair answers, and whether it does."""
    found = np.zeros(len(pairs.start))
    for one in _read(network, pairs, device):
        found[one.pair] = one.odds
    return found, pairs.start >= 0


def judged(network: SpanNetwork, pairs: Pairs, device: torch.device) -> Judged:
    """Judge a network by windows that hold the answer, and others."""
    em, f1, taken = [], [], {True: [0.0], False: [0.0]}
    for one in _read(network, pairs, device):
        start, end = int(pairs.start[one.pair]), int(pairs.end[one.pair])
        taken[start >= 0].append(float(one.odds > 0))
        if start >= 0:
            same = max(0, min(end, one.end) - max(start, one.start) + 1)
            em.append(float((start, end) == (one.start, one.end)))
            f1.append(2 * same / (end - start + 1 + one.end - one.start + 1))
    recall, alarm = float(np.mean(taken[True][1:])), float(np.mean(taken[False][1:] or [0.0]))
    decision = 2 * recall / (1 + recall + alarm)
    return Judged(float(np.mean(em)), float(np.mean(f1)), recall, alarm, decision)
