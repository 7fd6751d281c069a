"""The static model at run time: reads its files and turns texts into vectors.

The folder is in the sentence-transformers format (`StaticEmbedding`, weights laid out as
model2vec does: ``embeddings`` in int8, ``mapping`` from tokens to lines, ``weights`` by token), but
neither torch nor sentence-transformers is imported. The vector of a text is the normalised
weighted sum of the vectors of its features (see `words`).

What this module does not know: how the vectors were trained.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.checked import parsing, read_checked
from index.static_model.words import features

Floats = npt.NDArray[np.float32]
WEIGHTS, TOKENIZER, RECORD = "model.safetensors", "tokenizer.json", "weights.json"
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class StaticNetwork:
    """Vectors of features, quantised: token ``t`` has ``scales[t] * vectors[lines[t]]``.

    ``tokens`` numbers the features, ``vectors`` is int8 (lines x dimension), ``lines`` and
    ``scales`` are by token. ``sha256`` is that of the weights file, ``buckets`` how many features
    unseen words share.
    """

    name: str
    sha256: str
    buckets: int
    tokens: dict[str, int]
    vectors: npt.NDArray[np.int8]
    lines: npt.NDArray[np.int32]
    scales: Floats

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return int(self.vectors.shape[1])

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return L2-normalised vectors (texts x dimension); a text without words gives zeros."""
        found = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            weighted = features(text, self.tokens, self.buckets)
            if weighted:
                tokens = [self.tokens[name] for name in weighted]
                scales = self.scales[tokens] * np.array(list(weighted.values()), np.float32)
                total = scales @ self.vectors[self.lines[tokens]].astype(np.float32)
                found[place] = total / max(float(np.linalg.norm(total)), _TINY)
        return found


def load(folder: Path) -> StaticNetwork:
    """Read and check a model folder.

    Raises:
        ModelError: a file is missing or malformed, or is not the one whose sha256 was recorded.
    """
    found = read_checked(folder / RECORD, WEIGHTS, TOKENIZER)
    with parsing(folder / RECORD):
        tokenizer = json.loads(found.files[TOKENIZER])
        return _assembled(found.record, found.files[WEIGHTS], tokenizer["model"]["vocab"])


def _assembled(record: Mapping[str, Any], weights: bytes, tokens: dict[str, int]) -> StaticNetwork:
    # Only needed once a model is read.
    from safetensors.numpy import load as tensors_of  # noqa: PLC0415

    tensors = tensors_of(weights)
    return StaticNetwork(
        name=record["name"],
        sha256=record["files"][WEIGHTS],
        buckets=record["buckets"],
        tokens=tokens,
        vectors=tensors["embeddings"],
        lines=tensors["mapping"],
        scales=tensors["weights"].astype(np.float32),
    )
