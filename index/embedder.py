"""Text to vectors: our own small model, or any sentence-transformers model the user names.

What this module does not know: where vectors are kept, or how they are compared.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError
from corpus.segment import segment_many
from index.static_model.network import StaticNetwork, load

Floats = npt.NDArray[np.float32]


@runtime_checkable
class Embedder(Protocol):
    """What the index needs of a model; every vector is float32 and L2-normalised.

    ``fingerprint`` changes whenever the same text would get another vector.
    """

    @property
    def name(self) -> str:
        """What the model is called in manifests and reports."""

    @property
    def dimension(self) -> int:
        """Length of every vector."""

    @property
    def fingerprint(self) -> str:
        """A sha256 of all that the vectors depend on."""

    def embed_queries(self, texts: Sequence[str]) -> Floats:
        """Return vectors of questions, (n, dimension)."""

    def embed_passages(self, texts: Sequence[str]) -> Floats:
        """Return vectors of passages, (n, dimension)."""


class _Encoder(Protocol):
    """What is used of a SentenceTransformer."""

    def encode(
        self, inputs: list[str], *, normalize_embeddings: bool, show_progress_bar: bool
    ) -> Floats:
        """Return one vector per text."""


@dataclass(frozen=True)
class StaticEmbedder:
    """Our static model: no torch, a tenth of a millisecond a question, same for both sides."""

    network: StaticNetwork

    @property
    def name(self) -> str:
        """The name recorded beside the weights."""
        return self.network.name

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return self.network.dimension

    @property
    def fingerprint(self) -> str:
        """The sha256 of the weights file."""
        return self.network.sha256

    def embed_queries(self, texts: Sequence[str]) -> Floats:
        """Return vectors of questions, (n, dimension); zeros for a text without words."""
        return self.network.encode(texts)

    def embed_passages(self, texts: Sequence[str]) -> Floats:
        """Return vectors of passages, (n, dimension); zeros for a text without words."""
        return self.network.encode(texts)


@dataclass(frozen=True)
class SentenceTransformerEmbedder:
    """Any sentence-transformers model, by folder or hub name; loaded at its first use.

    ``segmented`` joins compounds with ``_`` before encoding, as models over words expect.

    Raises:
        ModelError: (at first use) the library is absent, or the model cannot be loaded.
    """

    name: str
    query_prefix: str = ""
    passage_prefix: str = ""
    segmented: bool = False

    @cached_property
    def dimension(self) -> int:
        """Length of every vector (loads the model)."""
        return int(self._encode(["a"], "").shape[1])

    @property
    def fingerprint(self) -> str:
        """A sha256 of the name, the prefixes and the segmentation (the model is not loaded)."""
        parts = (self.name, self.query_prefix, self.passage_prefix, str(self.segmented))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    def embed_queries(self, texts: Sequence[str]) -> Floats:
        """Return vectors of questions, (n, dimension)."""
        return self._encode(texts, self.query_prefix)

    def embed_passages(self, texts: Sequence[str]) -> Floats:
        """Return vectors of passages, (n, dimension)."""
        return self._encode(texts, self.passage_prefix)

    @cached_property
    def _model(self) -> _Encoder:
        return _sentence_transformer(self.name)

    def _encode(self, texts: Sequence[str], prefix: str) -> Floats:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        ready = [" ".join(words) for words in segment_many(texts)] if self.segmented else texts
        vectors = self._model.encode(
            [prefix + text for text in ready],
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)


def default_embedder() -> StaticEmbedder:
    """Return the embedder over the weights that ship with the package.

    Raises:
        ModelError: the weights are missing or damaged.
    """
    return StaticEmbedder(load(Path(str(resources.files("index.static_model") / "weights"))))


def named_embedder(
    name: str, query_prefix: str = "", passage_prefix: str = "", *, segmented: bool = False
) -> Embedder:
    """Return the embedder of a sentence-transformers model, a local folder or a hub name."""
    return SentenceTransformerEmbedder(name, query_prefix, passage_prefix, segmented)


def _sentence_transformer(name: str) -> _Encoder:
    """Load a model, translating whatever goes wrong into one line."""
    advice = "hãy kiểm tra tên, thư mục và kết nối mạng, hoặc bỏ trống để dùng mô hình đi kèm"
    try:
        # Five seconds, and only needed by those who name another model.
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    except ImportError as error:
        message = "Chưa cài sentence-transformers: hãy chạy `pip install sentence-transformers`."
        raise ModelError(message) from error
    try:
        return SentenceTransformer(name)
    except Exception as error:  # hub, network and file errors share no base
        message = f"Không nạp được mô hình {name!r} ({type(error).__name__}): {advice}."
        raise ModelError(message) from error
