"""The vectors training starts from: random directions, rare features longer than common ones.

What this module does not know: what comes of them.
"""

import numpy as np

from index.static_model.encoded import Encoded
from index.static_model.network import Floats
from index.static_model.vocabulary import Vocabulary


def vectors(texts: Encoded, vocabulary: Vocabulary, dimension: int, seed: int) -> Floats:
    """Return normal random vectors (rows x dimension) scaled by inverse paragraph frequency."""
    paragraphs = len(texts.par)
    frequent = np.minimum(vocabulary.count, 0.9 * paragraphs)
    rarity = np.log(paragraphs / (1 + frequent))
    random = np.random.default_rng(seed).standard_normal((vocabulary.size, dimension))
    scaled: Floats = (random * (rarity / rarity.mean())[:, None]).astype(np.float32)
    return scaled / np.float32(np.sqrt(dimension))
