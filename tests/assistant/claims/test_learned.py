"""The learned claim model: what it measures, what it says, and what it may never say."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.claims.learned import Scales, features, load_claim_model
from assistant.claims.learned.model import FOLDER, RECORD, WEIGHTS
from assistant.claims.learned.split import is_held_out
from assistant.claims.learned.train import shipped_scales
from corpus.errors import ModelError

EVIDENCE = (
    "Gạo và kê là nguyên liệu chủ yếu của ẩm thực Mali.",
    "Ngũ cốc được ăn cùng với nước sốt làm từ lá cây bao báp.",
)


@pytest.fixture(scope="module")
def scales() -> Scales:
    return shipped_scales()


def test_the_evidence_itself_is_borne_out(scales: Scales) -> None:
    row = features("Nguyên liệu chủ yếu của ẩm thực Mali là gạo và kê.", EVIDENCE, scales)
    bearing = load_claim_model().bearing(row)
    assert row["covered"] == pytest.approx(1.0)
    assert bearing.supported > max(bearing.refuted, bearing.not_found)


def test_what_nothing_meets_is_not_borne_out(scales: Scales) -> None:
    row = features("Sân bay này đón hàng triệu hành khách quốc tế.", EVIDENCE, scales)
    bearing = load_claim_model().bearing(row)
    assert bearing.not_found > max(bearing.refuted, bearing.supported)


def test_figures_and_names_that_the_evidence_lacks_are_counted(scales: Scales) -> None:
    row = features("Năm 2030, gạo của Senegal là nguyên liệu chủ yếu.", EVIDENCE, scales)
    assert (row["numbers_unmet"], row["names_unmet"]) == (1.0, 1.0)


@settings(max_examples=60, deadline=None)
@given(statement=st.text(max_size=80), evidence=st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gets_probabilities(scales: Scales, statement: str, evidence: list[str]) -> None:
    bearing = load_claim_model().bearing(features(statement, evidence, scales))
    assert bearing.supported + bearing.refuted + bearing.not_found == pytest.approx(1.0)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    for name in (WEIGHTS, RECORD):
        shutil.copy(FOLDER / name, tmp_path / name)
    (tmp_path / WEIGHTS).write_bytes(b"x")
    with pytest.raises(ModelError, match="đã hỏng"):
        load_claim_model(tmp_path)
    (tmp_path / RECORD).write_text(json.dumps({}))
    with pytest.raises(ModelError, match="đã hỏng"):
        load_claim_model(tmp_path)


def test_a_third_of_the_contexts_only_judges() -> None:
    held = sum(is_held_out(f"ngữ cảnh {number}") for number in range(300))
    assert 75 <= held <= 125
