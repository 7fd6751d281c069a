"""What onnxruntime runs is the network that was trained, padding and all."""

from pathlib import Path

import numpy as np
import pytest
import torch

from assistant.span_model.batch import INPUTS, band, parts
from assistant.span_model.export import write_onnx
from assistant.span_model.features import PASSAGE_FEATURES, QUESTION_FEATURES
from assistant.span_model.model import opened
from assistant.span_model.network import Sizes, SpanNetwork


def _texts(draw: np.random.Generator, sizes: list[int], values: int) -> list[torch.Tensor]:
    numbers = np.zeros((len(sizes), max(sizes)), np.int64)
    features = np.zeros((len(sizes), max(sizes), values), np.float32)
    for row, size in enumerate(sizes):
        numbers[row, :size] = draw.integers(4, 30, size)
        features[row, :size] = draw.random((size, values))
    return [torch.as_tensor(one) for one in (numbers, features, np.array(sizes))]


@pytest.mark.parametrize("sizes", [[9], [9, 4, 1], [3, 12]])
def test_the_exported_network_scores_as_the_trained_one(tmp_path: Path, sizes: list[int]) -> None:
    torch.manual_seed(0)
    vectors = torch.randint(-127, 128, (30, 16)) / 127.0
    vectors[:, 0] = 1.0  # so that int8 holds the vectors exactly
    network = SpanNetwork(vectors, Sizes(word=16, hidden=8, aligned=6, pair=4))
    write_onnx(network, tmp_path / "network.onnx")
    draw = np.random.default_rng(1)
    passage = _texts(draw, sizes, PASSAGE_FEATURES)
    question = _texts(draw, [5 - place for place in range(len(sizes))], QUESTION_FEATURES)
    with torch.no_grad():
        trained = network(*passage, *question).numpy()
    given = {name: one.numpy() for name, one in zip(INPUTS, [*passage, *question], strict=True)}
    session = opened((tmp_path / "network.onnx").read_bytes())
    (exported,) = session.run(None, given)
    for row, size in enumerate(sizes):
        np.testing.assert_allclose(
            exported[row, :size, :size], trained[row, :size, :size], rtol=0, atol=1e-4
        )


def test_two_parts_share_the_work() -> None:
    assert parts({0: 30}) == [[0]]
    assert parts({0: 10, 1: 20}) == [[1, 0]]  # too little to hand over
    assert parts(dict.fromkeys(range(5), 128)) == [[0, 1, 2], [3, 4]]
    assert parts({0: 40, 1: 120, 2: 50}) == [[1], [2, 0]]


def test_a_span_is_no_longer_than_an_answer() -> None:
    within = band(100)
    assert within[0, 59]
    assert not within[0, 60]
    assert not within[5, 4]
    assert within[99, 99]
