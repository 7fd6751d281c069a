"""Trains the reader on to order paragraphs: one softmax over the paragraphs of a question.

What this module does not know: where paragraphs come from, or what is written of the result.
"""

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from assistant.span_model.fit import LONGEST, Batch, batch_of
from assistant.span_model.network import SpanNetwork, allowed
from assistant.span_model.pairs import Pairs

_FAR = -1e4
_POOL = 40
_TOLD = 50
_AVERAGE, _CLIP = 0.998, 5.0
_GAIN = 0.8


@dataclass(frozen=True, slots=True)
class Round:
    """One round of training: rate falling by cosine, and what the parts of the loss weigh.

    ``alone`` weighs whether each paragraph answers by itself, ``span`` where the answer is,
    ``among`` which paragraph of the question answers. With ``beside_search`` the search's score
    stands in that softmax beside the log-odds times a learned gain, so that the network learns
    what the search does not know.
    """

    steps: int
    drop: float
    word_drop: float
    alone: float
    span: float
    among: float = 2.0
    wrong: float = 0.6
    questions: int = 12
    others: int = 3
    rate: float = 2.5e-4
    last_rate: float = 1e-5
    warm_up: int = 40
    beside_search: bool = False
    seed: int = 0


class Beside(NamedTuple):
    """The search's score of each paragraph, (paragraphs,), and what the log-odds gain there."""

    scores: Tensor
    gain: Tensor


def loss_of(spans: Tensor, batch: Batch, one: Round, beside: Beside | None = None) -> Tensor:
    """Return the mean loss of a batch, whose questions have one paragraph each that answers.

    Args:
        spans: scores (paragraphs, tokens, tokens) of spans by first and last token.
        batch: what is right.
        one: what the parts weigh.
        beside: what else stands in the softmax over a question's paragraphs.
    """
    start, end, asked = batch.start, batch.end, batch.asked
    ok = allowed(spans.shape[1], LONGEST, spans.device)
    total = spans.masked_fill(~ok, _FAR).flatten(1).logsumexp(1)
    right = start >= 0
    rows = torch.arange(len(start), device=spans.device)
    gold = spans[rows, start.clamp(min=0), end.clamp(min=0)][right]
    questions = int(asked.max()) + 1
    shared = torch.full((questions, len(start)), _FAR, device=spans.device, dtype=spans.dtype)
    level = total if beside is None else beside.gain * total + beside.scores
    shared[asked, rows] = level
    count = torch.bincount(asked[~right], minlength=questions).clamp(min=1)
    refused = (functional.softplus(total) / count[asked])[~right].sum()
    alone = (functional.softplus(total)[right] - gold).sum() + one.wrong * refused
    span = (total[right] - gold).sum()
    among = (shared.logsumexp(1)[asked[right]] - level[right]).sum()
    return (one.alone * alone + one.span * span + one.among * among) / questions


def batches(pairs: Pairs, one: Round) -> Iterator[list[int]]:
    """Yield lists of pairs without end: questions near in length, each with some wrong paragraphs.

    Of a question's pairs the first answers, the rest do not, the likeliest first; that of rank r
    is drawn with a weight of 1 / r.
    """
    draw = np.random.default_rng(one.seed)
    first = np.searchsorted(pairs.asked, np.arange(int(pairs.asked[-1]) + 2))
    sizes = np.diff(pairs.at)
    pool = _POOL * one.questions
    while True:
        order = draw.permutation(len(first) - 1)
        for begin in range(0, len(order), pool):
            some = order[begin : begin + pool]
            some = some[np.argsort(sizes[first[some]], kind="stable")]
            cut = [some[at : at + one.questions] for at in range(0, len(some), one.questions)]
            draw.shuffle(cut)
            for questions in cut:
                yield [at for q in questions for at in _drawn(first[q], first[q + 1], one, draw)]


def _drawn(low: int, high: int, one: Round, draw: np.random.Generator) -> list[int]:
    others = int(high - low - 1)
    if not others:
        return [int(low)]
    weights = 1 / (1 + np.arange(others))
    count = min(others, one.others)
    chosen = draw.choice(others, count, replace=False, p=weights / weights.sum())
    return [int(low), *(int(low) + 1 + at for at in sorted(chosen.tolist()))]


def trained(
    network: SpanNetwork,
    pairs: Pairs,
    one: Round,
    device: torch.device,
    report: Callable[[int, float], None],
) -> SpanNetwork:
    """Train ``network`` for a round, word vectors left as they are; return it with mean weights.

    ``report`` gets the step and the mean loss of the last steps, now and then.
    """
    network.sizes = replace(network.sizes, drop=one.drop, word_drop=one.word_drop)
    network.to(device).train()
    network.words.weight.requires_grad = False
    learned = {name: p for name, p in network.named_parameters() if p.requires_grad}
    gain = torch.tensor(_GAIN, device=device, requires_grad=one.beside_search)
    gains = [gain] if one.beside_search else []
    groups = [{"params": [*learned.values()], "scale": 1.0}, {"params": gains, "scale": 4.0}]
    optimizer = torch.optim.Adam(groups, lr=one.rate, betas=(0.9, 0.98))
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    torch.manual_seed(one.seed)
    losses: list[float] = []
    for step, chosen in enumerate(itertools.islice(batches(pairs, one), one.steps), 1):
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, one) * group["scale"]
        scores = torch.as_tensor(pairs.scores[chosen], device=device)
        beside = Beside(scores, gain) if one.beside_search else None
        losses.append(_step(network, optimizer, batch_of(pairs, chosen, device), one, beside))
        keep = min(_AVERAGE, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in learned.items():
                mean[name].lerp_(value, 1 - keep)
        if step % _TOLD == 0:
            report(step, float(np.mean(losses[-2 * _TOLD :])))
    network.load_state_dict(mean)
    return network


def mean_of(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of states of one network ("model soups"; Wortsman et al., 2022)."""
    return {name: torch.stack([one[name] for one in states]).mean(0) for name in states[0]}


def _step(
    network: SpanNetwork,
    optimizer: torch.optim.Optimizer,
    batch: Batch,
    one: Round,
    beside: Beside | None,
) -> float:
    loss = loss_of(network(*batch.inputs), batch, one, beside)
    optimizer.zero_grad(set_to_none=True)
    torch.autograd.backward(loss)
    torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
    optimizer.step()
    return float(loss.detach())


def rate_at(step: int, one: Round) -> float:
    """Return the rate of a step, the first being 1."""
    if step < one.warm_up:
        return one.rate * step / one.warm_up
    part = min(1.0, step / one.steps)
    return one.last_rate + (one.rate - one.last_rate) * (1 + math.cos(math.pi * part)) / 2
