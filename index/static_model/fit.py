"""Trains the vectors: multiple negatives ranking, on shortened vectors too (Matryoshka).

The loss is that of Henderson et al. 2017 (arXiv:1705.00652) in both directions, summed over
prefixes of the vectors as in Kusupati et al. 2022 (arXiv:2205.13147).

What this module does not know: words, files, or what a batch is made of.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.static_model.bags import Bags, Batch

if TYPE_CHECKING:
    from torch import Tensor

Floats = npt.NDArray[np.float32]


Report = Callable[[int, float, Callable[[], Floats]], None]


@dataclass(frozen=True, slots=True)
class Schedule:
    """``scale`` multiplies cosines before the softmax; ``rate`` is Adam's at its highest."""

    steps: int = 1800
    rate: float = 2e-3
    warm: int = 50
    scale: float = 20.0
    prefixes: tuple[int, ...] = (256, 128)
    threads: int = 1


def train(
    first: Floats, gain: Floats, batches: Iterator[Batch], schedule: Schedule, report: Report
) -> Floats:
    """Return trained vectors (rows x dimension).

    Rows move in proportion to their ``gain`` (rows), because Adam would move them all alike.
    ``report`` gets the step, its loss and how to get the present vectors, after every step.
    """
    # torch takes seconds to import and only training needs it.
    import torch  # noqa: PLC0415

    torch.set_num_threads(schedule.threads)
    weight = torch.from_numpy(first / gain[:, None])
    weight.grad = torch.zeros_like(weight)
    adam = torch.optim.Adam([weight], betas=(0.9, 0.98), fused=True)

    def present() -> Floats:
        found: Floats = weight.numpy() * gain[:, None]
        return found

    for step in range(schedule.steps):
        adam.param_groups[0]["lr"] = schedule.rate * _share(step, schedule)
        bags = next(batches).together().times(gain)
        loss, slope = _loss(_summed(bags, weight), schedule)
        # The gradient of a row is the sum over the texts it is in: the same sum, turned round.
        # Six times faster than differentiating `embedding_bag`.
        rows, inverse = bags.turned()
        weight.grad.zero_()[torch.from_numpy(rows)] = _summed(inverse, slope)
        adam.step()
        report(step + 1, loss, present)
    return present()


def _summed(bags: Bags, vectors: "Tensor") -> "Tensor":
    """Return the weighted sum of ``vectors`` over each bag."""
    import torch  # noqa: PLC0415  # training only

    rows, start, weights = map(torch.from_numpy, (bags.rows, bags.start, bags.weights))
    return torch.nn.functional.embedding_bag(
        rows, vectors, start, mode="sum", per_sample_weights=weights
    )


def _loss(sums: "Tensor", schedule: Schedule) -> tuple[float, "Tensor"]:
    """Return the loss of summed vectors, queries first, and its gradient."""
    import torch  # noqa: PLC0415  # training only
    from torch.nn import functional  # noqa: PLC0415

    sums = sums.detach().requires_grad_()
    query, passage = sums.chunk(2)
    own, losses = torch.arange(len(query)), list[torch.Tensor]()
    for prefix in schedule.prefixes:
        q = functional.normalize(query[:, :prefix], dim=1)
        p = functional.normalize(passage[:, :prefix], dim=1)
        scores = q @ p.T * schedule.scale
        losses += [functional.cross_entropy(scores, own), functional.cross_entropy(scores.T, own)]
    loss = torch.stack(losses).mean()
    [slope] = torch.autograd.grad(loss, sums)
    return float(loss.detach()), slope


def _share(step: int, schedule: Schedule) -> float:
    """Return the share of the highest rate: a short rise, then a straight fall to a twentieth."""
    if step < schedule.warm:
        return (step + 1) / schedule.warm
    done = (step - schedule.warm) / max(1, schedule.steps - schedule.warm)
    return 1 - 0.95 * done
