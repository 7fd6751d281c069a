"""Writes a trained network for onnxruntime: word vectors in int8, the rest as it is.

Matrix products in int8 were tried: scores then depend on what else is read at once.

What this module does not know: how the network was trained.
"""

import hashlib
import json
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from assistant.span_model.features import PASSAGE_FEATURES, QUESTION_FEATURES
from assistant.span_model.model import COMPOUNDS, INPUTS, NETWORK, PARTS, RECORD, WORDS, Calibration
from assistant.span_model.network import SpanNetwork

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


def write_onnx(network: SpanNetwork, path: Path) -> None:
    """Write ``network`` as an ONNX model; the number of pairs and of tokens is free."""
    network.eval()
    whole = network.words
    network.add_module("words", _Quantised(whole.weight.detach()))
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
        network.add_module("words", whole)


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
    table = "".join(f"{word}\t{rarity:.2f}\n" for word, rarity in words)
    (folder / WORDS).write_text(table, "utf-8")
    pairs = sorted(" ".join(one) for one in compounds if len(one) == 2)  # noqa: PLR2004
    (folder / COMPOUNDS).write_text("".join(f"{one}\n" for one in pairs), "utf-8")
    record = {
        "calibration": {"slope": calibration.slope, "shift": calibration.shift},
        "files": {part: hashlib.sha256((folder / part).read_bytes()).hexdigest() for part in PARTS},
    }
    (folder / RECORD).write_text(json.dumps(record, indent=2) + "\n", "utf-8")
