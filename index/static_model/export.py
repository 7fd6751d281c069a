"""Writes trained vectors in the sentence-transformers format, quantised to int8.

`SentenceTransformer(folder)` loads the result as a `StaticEmbedding` followed by `Normalize`.
Given `prepared` text it returns exactly what `network` does; given plain text it uses single
words only.

What this module does not know: how the vectors were trained.
"""

import hashlib
import json
from pathlib import Path

import numpy as np

from index.static_model.network import RECORD, TOKENIZER, WEIGHTS, Floats

UNKNOWN = "[UNK]"
_MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.models.StaticEmbedding",
    },
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.models.Normalize",
    },
]


def save(name: str, rows: dict[str, int], buckets: int, vectors: Floats, folder: Path) -> None:
    """Write the model of ``vectors`` (rows x dimension), with the sha256 of its files."""
    # Only needed to write a model.
    from safetensors.numpy import save as to_bytes  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    largest = np.maximum(np.abs(vectors).max(axis=1), np.finfo(np.float32).tiny)
    quantised = np.rint(vectors / largest[:, None] * 127).astype(np.int8)
    mapping = np.array([0, *rows.values()], dtype=np.int32)
    scales = np.concatenate([[0], largest[mapping[1:]] / 127])
    tensors = {
        "embeddings": quantised,
        "mapping": mapping,
        "weights": (scales / scales.max()).astype(np.float16),
    }
    (folder / WEIGHTS).write_bytes(to_bytes(tensors))
    (folder / TOKENIZER).write_text(_tokenizer_text(rows), "utf-8")
    _write(folder / "modules.json", _MODULES)
    _write(
        folder / "config_sentence_transformers.json",
        {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"},
    )
    record = {
        "name": name,
        "dimension": int(vectors.shape[1]),
        "buckets": buckets,
        "files": {part: _sha256(folder / part) for part in (WEIGHTS, TOKENIZER)},
    }
    _write(folder / RECORD, record)


def _tokenizer_text(rows: dict[str, int]) -> str:
    # Only needed to write a model; reading one takes no more than its JSON.
    from tokenizers import Regex, Tokenizer  # noqa: PLC0415
    from tokenizers.models import WordLevel  # noqa: PLC0415
    from tokenizers.normalizers import NFC, Lowercase, Sequence  # noqa: PLC0415
    from tokenizers.pre_tokenizers import Split  # noqa: PLC0415

    vocabulary = {UNKNOWN: 0} | {feature: number for number, feature in enumerate(rows, start=1)}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token=UNKNOWN))
    tokenizer.normalizer = Sequence([NFC(), Lowercase()])
    tokenizer.pre_tokenizer = Split(Regex(r"[^\w#]+"), behavior="removed")
    return str(tokenizer.to_str())


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
