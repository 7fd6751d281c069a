"""Trains the vectors: multiple negatives ranking, on shortened vectors too (Matryoshka).

The loss is that of Henderson et al. 2017 (arXiv:1705.00652) in both directions, summed over
prefixes of the vectors as in Kusupati et al. 2022 (arXiv:2205.13147).

What this module does not know: words, files, or what a batch is made of.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.static_model.bags import Bags, Batch

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Schedule:
    """``scale`` multiplies cosines before the softmax; ``rate`` is Adam's at its highest."""

    steps: int = 1500
    rate: float = 3e-3
    warm: int = 50
    scale: float = 20.0
    prefixes: tuple[int, ...] = (256, 128)
    threads: int = 1


def train(
    first: Floats,
    batches: Iterator[Batch],
    schedule: Schedule,
    report: Callable[[int, float, Floats], None],
) -> Floats:
    """Return trained vectors (rows x dimension).

    ``report`` gets the step, its loss and the present vectors after every step.
    """
    # torch takes seconds to import and only training needs it.
    import torch  # noqa: PLC0415
    from torch.nn import functional  # noqa: PLC0415

    torch.set_num_threads(schedule.threads)
    weight = torch.nn.Parameter(torch.from_numpy(first.copy()))
    weight.grad = torch.zeros_like(weight)
    adam = torch.optim.Adam([weight], lr=schedule.rate, betas=(0.9, 0.98), fused=True)

    def summed(bags: Bags, vectors: torch.Tensor) -> torch.Tensor:
        rows, start = torch.from_numpy(bags.rows), torch.from_numpy(bags.start)
        return functional.embedding_bag(rows, vectors, start, mode="sum")

    def loss_of(query: torch.Tensor, passage: torch.Tensor) -> torch.Tensor:
        own, losses = torch.arange(len(query)), list[torch.Tensor]()
        for prefix in schedule.prefixes:
            q = functional.normalize(query[:, :prefix], dim=1)
            p = functional.normalize(passage[:, :prefix], dim=1)
            scores = q @ p.T * schedule.scale
            losses += [functional.cross_entropy(scores, own)]
            losses += [functional.cross_entropy(scores.T, own)]
        return torch.stack(losses).mean()

    for step in range(schedule.steps):
        adam.param_groups[0]["lr"] = schedule.rate * _share(step, schedule)
        bags = next(batches).together()
        with torch.no_grad():
            sums = summed(bags, weight)
        sums.requires_grad_()
        loss = loss_of(*sums.chunk(2))
        [slope] = torch.autograd.grad(loss, sums)
        # The gradient of a row is the sum over the texts it is in: the same sum, turned round.
        # Six times faster than differentiating `embedding_bag`.
        rows, inverse = bags.turned()
        weight.grad.zero_()
        weight.grad[torch.from_numpy(rows)] = summed(inverse, slope)
        adam.step()
        report(step + 1, float(loss.detach()), weight.detach().numpy())
    return weight.detach().numpy()


def _share(step: int, schedule: Schedule) -> float:
    """Return the share of the highest rate: a short rise, then a straight fall to a twentieth."""
    if step < schedule.warm:
        return (step + 1) / schedule.warm
    done = (step - schedule.warm) / max(1, schedule.steps - schedule.warm)
    return 1 - 0.95 * done
