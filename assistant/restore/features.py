"""The log-linear model's features: hashed pairs of a candidate syllable and its bare context.

For a candidate ``c`` at position ``i`` the score is the sum of one weight per template; a
template joins ``c`` with the *bare* (undiacritised) syllables around it, so its value is the
same however much of the context was typed with marks. Weights are found by hashing, without
stored keys (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009).

What this module does not know: which syllables exist, how weights are learned or stored.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.signedinteger[Any]]
Hashes = NDArray[np.uint64]

#: Offsets of the bare syllables each template looks at; () is the candidate's own prior.
TEMPLATES: Final[tuple[tuple[int, ...], ...]] = (
    (),
    (-1,),
    (1,),
    (-2,),
    (2,),
    (-2, -1),
    (-1, 1),
    (1, 2),
    (-2, -1, 1),
    (-1, 1, 2),
)
_MARGIN: Final = 2
_MULTIPLIERS: Final = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93],
    dtype=np.uint64,
)
_FINAL: Final = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT: Final = np.uint64(31)


def context_hashes(bare: Ids) -> Hashes:
    """Return one hash per position and template, shape (n, templates).

    Args:
        bare: ids of the undiacritised syllables of one text, shape (n,); beyond both ends
            stands id 0, the sentence boundary.
    """
    padded = np.zeros(len(bare) + 2 * _MARGIN, dtype=np.uint64)
    padded[_MARGIN : _MARGIN + len(bare)] = bare
    columns = []
    for number, offsets in enumerate(TEMPLATES):
        column = np.full(len(bare), number + 1, dtype=np.uint64) * _MULTIPLIERS[3]
        for place, offset in enumerate(offsets):
            start = _MARGIN + offset
            column = _mixed(column + padded[start : start + len(bare)] * _MULTIPLIERS[place])
        columns.append(column)
    return np.stack(columns, axis=1)


def weight_indices(contexts: Hashes, candidates: Ids, buckets: int) -> NDArray[np.int64]:
    """Return where the weights of some (context, candidate) pairs lie, shape (pairs, templates).

    Args:
        contexts: the rows of `context_hashes` that belong to the pairs, shape (pairs, templates).
        candidates: the syllable ids, shape (pairs,).
        buckets: the size of the weight table.
    """
    keys = contexts + (candidates.astype(np.uint64) * _MULTIPLIERS[0])[:, None]
    return (_mixed(keys) % np.uint64(buckets)).astype(np.int64)


def _mixed(keys: Hashes) -> Hashes:
    keys = (keys ^ (keys >> _SHIFT)) * _FINAL
    return keys ^ (keys >> _SHIFT)
