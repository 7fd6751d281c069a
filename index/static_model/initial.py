"""The vectors training starts from: latent semantic analysis of the paragraphs.

Features that stand in the same paragraphs begin near one another, but not too near: a direction is
a share of latent semantics (truncated SVD of the tf-idf matrix, by the randomised method of Halko,
Martinsson and Tropp 2011, arXiv:0909.4061) and a share of its own. A feature's length is its
inverse paragraph frequency. A form without diacritics that was never seen starts as the mean of
the words it may stand for.

What this module does not know: what training makes of them.
"""

from typing import TYPE_CHECKING

import numpy as np

from index.static_model.bags import gather
from index.static_model.encoded import Encoded
from index.static_model.network import Floats
from index.static_model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_PARAGRAPHS = 100_000
"""So many paragraphs, evenly spread, are enough to begin with."""
_SPARE = 32
_OWN = 0.6
"""The share of a random direction in a feature's first one: it keeps neighbours apart."""
_SHARPER = 1.25
"""Lengths are inverse frequencies to this power."""
_PASSES = 2


def gains(vocabulary: Vocabulary, pair: float) -> Floats:
    """Return how long a feature's vector may be for its rarity: 1 for words, ``pair`` for pairs.

    A pair says again what its two words say, and must not count as much as they do.
    """
    gain = np.ones(vocabulary.size, dtype=np.float32)
    gain[vocabulary.first_pair :] = pair
    return gain


def vectors(texts: Encoded, vocabulary: Vocabulary, dimension: int, seed: int) -> Floats:
    """Return first vectors (rows x dimension)."""
    random = np.random.default_rng(seed)
    matrix = _paragraphs(texts, vocabulary)
    found = np.asarray(matrix.getnnz(axis=0), dtype=np.float32)
    rarity = np.log(matrix.shape[0] / (1 + np.minimum(found, 0.9 * matrix.shape[0])))
    noise = _unit(random.standard_normal((vocabulary.size, dimension)).astype(np.float32))
    latent = _directions(matrix, rarity, dimension, random)
    seen = found > 0
    directions = noise.copy()
    directions[seen] *= _OWN
    directions[seen, : latent.shape[1]] += np.sqrt(1 - _OWN**2) * _unit(latent[seen])
    _fill_bare(directions, seen, texts, vocabulary)
    length = (rarity / rarity.mean()) ** _SHARPER
    scaled: Floats = _unit(directions) * length[:, None]
    return scaled.astype(np.float32)


def _paragraphs(texts: Encoded, vocabulary: Vocabulary) -> "csr_matrix":
    """Return the binary paragraphs x rows matrix of a spread sample of paragraphs."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415  # training only

    step = -(-len(texts.par) // _PARAGRAPHS)
    chosen = np.arange(0, len(texts.par), step)
    first = texts.start[np.minimum(texts.par[chosen], len(texts.start) - 1)]
    lengths = texts.start[texts.par_end[chosen]] - first
    ends = np.cumsum(lengths)
    place = np.repeat(first - (ends - lengths), lengths) + np.arange(ends[-1])
    paragraph = np.repeat(np.arange(len(chosen)), lengths)
    words = vocabulary.word[texts.ids[place]]
    rows = np.concatenate([words[:, 0], words[:, 1], vocabulary.pair[place]]).astype(np.int64)
    bags = gather(rows, np.ones_like(rows), np.tile(paragraph, 3), len(chosen), vocabulary.size)
    bounds = np.append(bags.start, len(bags.rows))
    ones = np.ones(len(bags.rows), dtype=np.float32)
    return csr_matrix((ones, bags.rows, bounds), shape=(len(chosen), vocabulary.size))


def _directions(
    matrix: "csr_matrix", rarity: Floats, dimension: int, random: np.random.Generator
) -> Floats:
    """Return the right singular vectors (rows x at most ``dimension``) of the tf-idf matrix."""
    from scipy.sparse import diags  # noqa: PLC0415  # training only

    weighted = matrix @ diags(rarity)
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    weighted = (diags(1 / np.maximum(length, 1e-9)) @ weighted).tocsr().astype(np.float32)
    width = min(dimension + _SPARE, *matrix.shape)
    basis = random.standard_normal((matrix.shape[1], width)).astype(np.float32)
    back = weighted.T.tocsr()
    for _ in range(_PASSES):
        basis = np.linalg.qr(back @ (weighted @ basis))[0].astype(np.float32)
    projected = weighted @ basis
    _, turn = np.linalg.eigh(projected.T @ projected)
    found: Floats = basis @ turn[:, ::-1][:, :dimension].astype(np.float32)
    return found


def _fill_bare(
    directions: Floats, seen: np.ndarray, texts: Encoded, vocabulary: Vocabulary
) -> None:
    """Give each unseen form without diacritics the mean direction of the words it stands for."""
    counts = np.bincount(texts.ids, minlength=len(texts.table)).astype(np.float32)
    total = np.zeros_like(directions)
    np.add.at(total, vocabulary.bare[:, 0], counts[:, None] * directions[vocabulary.word[:, 0]])
    fill = ~seen & (np.abs(total).sum(axis=1) > 0)
    directions[fill] = _unit(total[fill])


def _unit(found: Floats) -> Floats:
    length = np.linalg.norm(found, axis=1, keepdims=True)
    scaled: Floats = found / np.maximum(length, np.float32(1e-9))
    return scaled
