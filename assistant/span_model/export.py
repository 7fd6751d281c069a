"""Writes a trained network for onnxruntime: word vectors in int8, the rest as it is.

Matrix products in int8 were tried: scores then depend on what else is read at once.

What this module does not know: how the network was trained.
"""

import hashlib
import json
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import torch
from torch import Tensor, nn

from assistant.span_model.batch import INPUTS
from assistant.span_model.features import PASSAGE_FEATURES, QUESTION_FEATURES
from assistant.span_model.model import COMPOUNDS, NETWORK, PARTS, RECORD, WORDS, Calibration
from assistant.span_model.network import Recurrent, SpanNetwork

_OPSET = 17


class _Quantised(nn.Module):
    """Word vectors in int8 with one scale a word."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        largest = vectors.abs().amax(1, keepdim=True).clamp(min=1e-12)
        self.register_buffer("lines", torch.round(vectors / largest * 127).to(torch.int8))
        self.register_buffer("scales", largest / 127)

    def forward(self, numbers: Tensor) -> Tensor:
        lines, scales = self.get_buffer("lines"), self.get_buffer("scales")
        return lines[numbers].to(torch.float32) * scales[numbers]


class _Graph(Protocol):
    """What the exporter is writing: operators, each with inputs and attributes."""

    def op(self, name: str, *inputs: object, **attributes: int | str) -> Sequence[object]:
        """Add an operator and return its outputs."""


class _Gru(torch.autograd.Function):
    """A GRU in both directions as the one operator that ONNX has for it; never run in torch."""

    @staticmethod
    def forward(_: object, hidden: int, values: Tensor, *_given: Tensor) -> Tensor:
        """Return a tensor of the operator's shape, (tokens, 2, texts, hidden)."""
        return values.new_zeros(values.shape[0], 2, values.shape[1], hidden)

    @staticmethod
    def symbolic(graph: _Graph, hidden: int, *given: object) -> object:
        """Write the operator; ``given`` are its inputs."""
        ways = "bidirectional"
        return graph.op(
            "GRU",
            *given,
            hidden_size_i=hidden,
            direction_s=ways,
            linear_before_reset_i=1,
            outputs=2,
        )[0]


class _Recurrent(nn.Module):
    """What `network.Recurrent` computes, for export: nothing is gathered, padding is not read."""

    def __init__(self, trained: Recurrent) -> None:
        super().__init__()
        self._hidden = trained.onward.hidden_size
        ways = (trained.onward, trained.back)
        inward = [_gates(one.weight_ih_l0) for one in ways]
        around = [_gates(one.weight_hh_l0) for one in ways]
        bias = [torch.cat([_gates(one.bias_ih_l0), _gates(one.bias_hh_l0)]) for one in ways]
        for name, parts in (("inward", inward), ("around", around), ("bias", bias)):
            self.register_buffer(name, torch.stack(parts))

    def forward(self, values: Tensor, _turned: Tensor, lengths: Tensor) -> Tensor:
        held = (self.get_buffer(name) for name in ("inward", "around", "bias"))
        states: Tensor = _Gru.apply(
            self._hidden, values.transpose(0, 1), *held, lengths.to(torch.int32)
        )  # type: ignore[no-untyped-call]  # torch does not type it
        return states.permute(2, 0, 1, 3).flatten(2)


def _gates(values: Tensor | nn.Module) -> Tensor:
    """Return torch's gates (reset, update, new) in the order of ONNX (update, reset, new)."""
    reset, update, new = torch.as_tensor(values).detach().chunk(3)
    return torch.cat([update, reset, new])


def write_onnx(network: SpanNetwork, path: Path) -> None:
    """Write ``network`` as an ONNX model; the number of pairs and of tokens is free."""
    network.eval()
    replaced: dict[str, nn.Module] = {"words": _Quantised(network.words.weight.detach())}
    for name in ("question", "first", "second"):
        replaced[name] = _Recurrent(getattr(network, name))
    whole = {name: network.get_submodule(name) for name in replaced}
    for name, part in replaced.items():
        network.add_module(name, part)
    pairs, tokens, words = 2, 5, 4
    given = (
        torch.ones(pairs, tokens, dtype=torch.int64),
        torch.zeros(pairs, tokens, PASSAGE_FEATURES),
        torch.tensor([tokens, tokens - 1]),
        torch.ones(pairs, words, dtype=torch.int64),
        torch.zeros(pairs, words, QUESTION_FEATURES),
        torch.tensor([words, words - 1]),
    )
    axes = {
        name: {0: "pairs"} | ({} if name.endswith("lengths") else {1: name.split("_")[0]})
        for name in INPUTS
    }
    try:
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")  # of tracing, and of the exporter's own future
            torch.onnx.export(
                network,
                given,
                str(path),
                input_names=list(INPUTS),
                output_names=["spans"],
                dynamic_axes=axes | {"spans": {0: "pairs", 1: "passage", 2: "passage"}},
                opset_version=_OPSET,
                dynamo=False,
            )
    finally:
        for name, part in whole.items():
            network.add_module(name, part)


def table(words: Iterable[tuple[str, float]]) -> str:
    """Return words with their rarity as lines of a file."""
    return "".join(f"{word}\t{rarity:.2f}\n" for word, rarity in words)


def save(
    network: SpanNetwork,
    words: Sequence[tuple[str, float]],
    compounds: Iterable[tuple[str, ...]],
    calibration: Calibration,
    folder: Path,
) -> None:
    """Write the model, its words with their rarity, the compounds of two, and their sha256."""
    folder.mkdir(parents=True, exist_ok=True)
    write_onnx(network, folder / NETWORK)
    (folder / WORDS).write_text(table(words), "utf-8")
    pairs = sorted(" ".join(one) for one in compounds if len(one) == 2)  # noqa: PLR2004
    (folder / COMPOUNDS).write_text("".join(f"{one}\n" for one in pairs), "utf-8")
    record = {
        "calibration": {"slope": calibration.slope, "shift": calibration.shift},
        "files": {part: hashlib.sha256((folder / part).read_bytes()).hexdigest() for part in PARTS},
    }
    (folder / RECORD).write_text(json.dumps(record, indent=2) + "\n", "utf-8")
