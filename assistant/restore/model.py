"""The restoration model: what it weighs, and how its file is read, checked and written.

A `RestoreModel` scores each way of marking each bare syllable of a text (one weight per feature
template of `assistant.restore.features`, summed). Weights are 8-bit, in a table found by
hashing; the file is one ``.npz`` whose sha256 stands beside it.

What this module does not know: the text a syllable came from, what was typed with marks, how
the best sequence is chosen (`assistant.restore.decode`), or how weights are learned.
"""

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.restore.features import context_hashes, weight_indices
from assistant.restore.text import FOREIGN, RESERVED, bare
from corpus.checked import parsing, read_checked
from corpus.errors import ModelError

#: Weights are stored as integers of this many to the unit (a natural-log odds of 1 is 16).
STEPS: Final = 16
FORMAT: Final = 1
WEIGHTS: Final = "weights.npz"
MANIFEST: Final = "weights.json"
_SHIPPED: Final = Path(__file__).with_name(WEIGHTS)


@dataclass(frozen=True)
class RestoreModel:
    """A syllable inventory and its hashed weights.

    ``syllables`` are the reserved names, then every marked spelling, those with the same bare
    spelling together, the commonest first; ``frequencies`` their natural-log share of the
    training text in steps of -1/16, uint8, shape (syllables,); ``table`` is int8, shape (buckets,).
    """

    syllables: tuple[str, ...]
    frequencies: NDArray[np.uint8]
    table: NDArray[np.int8]

    @cached_property
    def candidates(self) -> dict[str, tuple[int, ...]]:
        """Every way of marking a bare spelling, as positions in ``syllables``."""
        groups: dict[str, list[int]] = {}
        for number, spelling in enumerate(self.syllables[len(RESERVED) :], start=len(RESERVED)):
            groups.setdefault(bare(spelling), []).append(number)
        return {spelling: tuple(group) for spelling, group in groups.items()}

    @cached_property
    def bare_ids(self) -> dict[str, int]:
        """The id under which features know each bare spelling (reserved names come first)."""
        names = (*RESERVED, *self.candidates)
        return {name: number for number, name in enumerate(names)}

    @cached_property
    def weights(self) -> dict[str, float]:
        """The natural-log share of each marked spelling in the training text."""
        shares = (self.frequencies.astype(np.float64) / -STEPS).tolist()
        return dict(zip(self.syllables, shares, strict=True))

    @cached_property
    def bare_weights(self) -> dict[str, float]:
        """The natural-log share of each bare spelling in the training text."""
        shares = np.exp(-self.frequencies.astype(np.float64) / STEPS)
        return {
            name: float(np.log(shares[list(group)].sum()))
            for name, group in self.candidates.items()
        }

    def scores(self, bares: Sequence[str]) -> list[tuple[tuple[int, ...], NDArray[np.float32]]]:
        """Return, for each bare spelling of a text, its candidates and their log scores.

        A spelling the model does not know, or a reserved name, has no candidates. Scores are
        normalised: the exponentials of one position sum to 1.
        """
        foreign = self.bare_ids[FOREIGN]
        ids = np.array([self.bare_ids.get(name, foreign) for name in bares], dtype=np.int64)
        groups = [self.candidates.get(name, ()) for name in bares]
        rows = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        flat = np.array([one for group in groups for one in group], dtype=np.int64)
        if not len(flat):
            return [((), np.zeros(0, dtype=np.float32)) for _ in groups]
        indices = weight_indices(context_hashes(ids)[rows], flat, len(self.table))
        sums = self.table[indices].sum(axis=1, dtype=np.int32).astype(np.float32) / STEPS
        starts = np.cumsum([0, *(len(group) for group in groups)])
        return [
            (group, _normalised(sums[starts[place] : starts[place + 1]]))
            for place, group in enumerate(groups)
        ]


def save_model(model: RestoreModel, folder: Path) -> Path:
    """Write ``weights.npz`` and the manifest with its sha256 into ``folder``; return the file."""
    buffer = io.BytesIO()
    spellings = "\n".join(model.syllables).encode()
    np.savez_compressed(
        buffer,
        format=np.array(FORMAT),
        syllables=np.frombuffer(spellings, dtype=np.uint8),
        frequencies=model.frequencies,
        table=model.table,
    )
    data = buffer.getvalue()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / WEIGHTS
    path.write_bytes(data)
    manifest = {
        "format": FORMAT,
        "file": WEIGHTS,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "syllables": len(model.syllables),
        "buckets": len(model.table),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return path


def load_model(path: Path | None = None) -> RestoreModel:
    """Read a model, the shipped one by default.

    Raises:
        ModelError: when the file or its manifest is missing, its sha256 is not the manifest's,
            or it holds something else.
    """
    path = path or _SHIPPED
    data = read_checked(path.with_name(MANIFEST), path.name).files[path.name]
    with parsing(path), np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        found = int(arrays["format"])
        syllables = tuple(arrays["syllables"].tobytes().decode().split("\n"))
        model = RestoreModel(syllables, arrays["frequencies"], arrays["table"])
    if found != FORMAT or model.table.dtype != np.int8:
        raise ModelError(
            f"Mô hình khôi phục dấu {path} có định dạng {found}, cần {FORMAT}; hãy cài lại hoidap."
        )
    return model


def _normalised(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    if not len(scores):
        return scores
    shifted = scores - scores.max()
    return np.asarray(shifted - np.log(np.exp(shifted).sum()), dtype=np.float32)
