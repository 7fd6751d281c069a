"""Trains the ranker on to judge single sentences: does this one answer, yes or no.

What this module does not know: where sentences come from, or what is written of the result.
"""

import itertools
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from assistant.sentence_model.model import LENGTH
from assistant.sentence_model.near import Judged
from assistant.span_model.features import Vocabulary
from assistant.span_model.fit import LONGEST, batch_of
from assistant.span_model.network import SpanNetwork, allowed
from assistant.span_model.pairs import Pairs, pairs_of

_FAR = -1e4
_BATCH, _POOL = 64, 10
_CLIP, _AVERAGE = 5.0, 0.995


@dataclass(frozen=True, slots=True)
class Round:
    """One round of training: how often all is seen, the rate falling by cosine, what is dropped."""

    epochs: int
    rate: float
    drop: float
    word_drop: float = 0.1
    last_rate: float = 1e-5
    warm_up: int = 30
    seed: int = 3


def encoded(judged: Iterable[Judged], known: Vocabulary) -> Pairs:
    """Return what is judged as arrays; ``scores`` are how much each counts."""
    rows = ((one.question, one.sentence, one.right, one.weight) for one in judged)
    return pairs_of(rows, known, LENGTH)


def loss_of(spans: Tensor, right: Tensor, counts: Tensor) -> Tensor:
    """Return the weighted mean of the logistic loss of each pair.

    Args:
        spans: scores (pairs, tokens, tokens) of spans by first and last token.
        right: 1 where the sentence answers, else 0; (pairs,).
        counts: how much each counts; (pairs,).
    """
    ok = allowed(spans.shape[1], LONGEST, spans.device)
    odds = spans.masked_fill(~ok, _FAR).flatten(1).logsumexp(1)
    losses = functional.softplus(odds) - right * odds
    return (counts * losses).sum() / counts.sum()


def batches(pairs: Pairs, one: Round) -> Iterator[list[int]]:
    """Yield lists of pairs, near in length, until each was seen ``one.epochs`` times."""
    draw = np.random.default_rng(one.seed)
    sizes = np.diff(pairs.at)
    for _ in range(one.epochs):
        order = draw.permutation(len(sizes))
        for begin in range(0, len(order), _BATCH * _POOL):
            some = order[begin : begin + _BATCH * _POOL]
            some = some[np.argsort(sizes[some], kind="stable")]
            cut = [some[at : at + _BATCH] for at in range(0, len(some), _BATCH)]
            draw.shuffle(cut)
            yield from (sorted(chosen.tolist()) for chosen in cut)


def trained(
    network: SpanNetwork,
    pairs: Pairs,
    one: Round,
    device: torch.device,
    report: Callable[[int, float], None],
) -> SpanNetwork:
    """Train ``network`` for a round, word vectors left as they are; return it with mean weights."""
    network.sizes = replace(network.sizes, drop=one.drop, word_drop=one.word_drop)
    network.to(device).train()
    network.words.weight.requires_grad = False
    learned = {name: p for name, p in network.named_parameters() if p.requires_grad}
    optimizer = torch.optim.Adam([*learned.values()], lr=one.rate, betas=(0.9, 0.98))
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    torch.manual_seed(one.seed)
    steps = one.epochs * math.ceil(len(pairs.asked) / _BATCH)
    for step, chosen in enumerate(itertools.islice(batches(pairs, one), steps), 1):
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, steps, one)
        batch = batch_of(pairs, chosen, device)
        counts = torch.as_tensor(pairs.scores[chosen], device=device)
        loss = loss_of(network(*batch.inputs), (batch.start >= 0).float(), counts)
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
        optimizer.step()
        keep = min(_AVERAGE, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in learned.items():
                mean[name].lerp_(value, 1 - keep)
        report(step, float(loss.detach()))
    network.load_state_dict(mean)
    return network


def rate_at(step: int, steps: int, one: Round) -> float:
    """Return the rate of a step, the first being 1, of a round of ``steps``."""
    if step < one.warm_up:
        return one.rate * step / one.warm_up
    part = min(1.0, step / steps)
    return one.last_rate + (one.rate - one.last_rate) * (1 + math.cos(math.pi * part)) / 2
