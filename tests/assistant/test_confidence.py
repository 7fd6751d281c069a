"""The confidence model: damaged files are one clear line, features are finite, always."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ask import Assistant
from assistant.confidence import FEATURES, ConfidenceModel, features_of, load_confidence
from assistant.confidence.model import WEIGHTS
from assistant.understand import Understanding
from corpus.errors import ModelError


def record() -> dict[str, object]:
    return dict(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def test_the_shipped_model_loads_and_is_finite() -> None:
    model = load_confidence()
    assert model.weights.shape == (len(FEATURES),)
    assert np.isfinite(model.weights).all()
    assert 0 < model.threshold < 1
    assert np.isfinite(model.bias)


@pytest.mark.parametrize(
    "content",
    [
        *(None, b"", b"{", b"[]", b"{}", b"\xff\xfe", b'"chu"', b"3"),
        b'{"weights": {}, "bias": 0, "threshold": 0.5}',
        b'{"weights": 3, "bias": 0, "threshold": 0.5}',
    ],
)
def test_a_damaged_file_is_a_model_error(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "weights.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"weights\.json") as caught:
        load_confidence(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("key", ["bias", "threshold"])
@pytest.mark.parametrize("value", [None, "cao", [], {}])
def test_a_malformed_value_is_a_model_error(tmp_path: Path, key: str, value: object) -> None:
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({**record(), key: value}), encoding="utf-8")
    with pytest.raises(ModelError):
        load_confidence(path)


def test_every_feature_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    whole = record()
    weights = whole["weights"]
    assert isinstance(weights, dict)
    for name in FEATURES:
        less = {key: value for key, value in weights.items() if key != name}
        path.write_text(json.dumps({**whole, "weights": less}), encoding="utf-8")
        with pytest.raises(ModelError):
            load_confidence(path)


@given(st.lists(st.floats(-1e6, 1e6, allow_subnormal=False), min_size=3, max_size=3))
def test_a_probability_is_one(features: list[float]) -> None:
    model = ConfidenceModel(np.array([1.0, -2.0, 0.5]), 0.1, 0.5)
    assert 0 <= model.probability(np.array(features)) <= 1


@settings(max_examples=40)
@given(
    st.one_of(
        st.text(min_size=1, max_size=60),
        st.lists(
            st.sampled_from(["tỷ", "lệ", "2030", "có", "không?", "gì", "nào", "75%", "những"]),
            max_size=8,
        ).map(" ".join),
    )
)
def test_features_are_finite_for_any_question(assistant: Assistant, text: str) -> None:
    reading = assistant.read(Understanding(text, text, changed=False))
    annotations = assistant.reader.annotations
    for evidence in reading.evidence[:3]:
        features = features_of(reading, evidence, annotations)
        assert features.shape == (len(FEATURES),)
        assert np.isfinite(features).all()
        assert 0 <= assistant.confidence.probability(features) <= 1
