"""Weighted sums, and the best of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import Signals, Weights, best, fuse

SCORES = st.lists(st.integers(-3, 3), max_size=30).map(lambda s: np.array(s, dtype=np.float32))


def test_a_fused_score_is_the_weighted_sum() -> None:
    one = np.ones(2, dtype=np.float32)
    signals = Signals(lexical=one, folded=2 * one, context=3 * one, dense=4 * one)
    weights = Weights(lexical=1.0, folded=0.5, context=2.0, dense=0.25)
    np.testing.assert_allclose(fuse(signals, weights), [9.0, 9.0])


@given(SCORES, st.integers(0, 40))
def test_the_best_are_sorted_and_ties_keep_their_order(
    scores: np.typing.NDArray[np.float32], top: int
) -> None:
    wanted = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    assert best(scores, top).tolist() == wanted[:top]
