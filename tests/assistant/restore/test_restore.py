"""The shipped restoration model, and a tiny one trained here."""

import json
import lzma
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.restore import Restorer, load_model
from assistant.restore.decode import marks_agree
from assistant.restore.features import TEMPLATES, context_hashes, weight_indices
from assistant.restore.measure import WAYS, measure
from assistant.restore.model import MANIFEST, WEIGHTS, save_model
from assistant.restore.text import bare, pieces
from assistant.restore.train import train
from corpus.errors import ModelError
from corpus.normalize import strip_diacritics

SENTENCES = (
    "Hà Nội phấn đấu đến năm 2030 tỷ lệ đô thị hóa đạt trên 75%.",
    "Thành phố sẽ đẩy nhanh đầu tư xây dựng hạ tầng khu công viên phần mềm.",
    "Tỷ trọng kinh tế số trong tổng sản phẩm trên địa bàn là bao nhiêu phần trăm?",
    "Cơ quan nào chủ trì thực hiện nhiệm vụ bảo vệ môi trường?",
    "Thu nhập bình quân đầu người đến năm 2025 đạt bao nhiêu?",
)


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    return Restorer(load_model())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_marks_come_back(restorer: Restorer, sentence: str) -> None:
    words = pieces(sentence)
    assert restorer.restore([bare(word) for word in words]) == words


@pytest.mark.parametrize("sentence", SENTENCES)
def test_half_typed_marks_come_back(restorer: Restorer, sentence: str) -> None:
    words = pieces(sentence)
    typed = [bare(word) if place % 2 else word for place, word in enumerate(words)]
    assert restorer.restore(typed) == words


@pytest.mark.parametrize("sentence", SENTENCES)
def test_full_marks_stay(restorer: Restorer, sentence: str) -> None:
    words = pieces(sentence)
    assert restorer.restore(words) == words


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abcdđeghiklmnopqrstuvxyâêôơưáàảãạ019.,", min_size=1, max_size=7)))
def test_only_marks_are_ever_added(words: list[str]) -> None:
    restored = Restorer(load_model()).restore(words)
    assert [strip_diacritics(word) for word in restored] == [strip_diacritics(w) for w in words]


def test_fixed_words_stay(restorer: Restorer) -> None:
    assert restorer.restore(["ha", "noi"], fixed=[0])[0] == "ha"


def test_marks_typed_are_kept() -> None:
    assert marks_agree("đô", "độ")
    assert marks_agree("do", "độ")
    assert not marks_agree("đó", "độ")
    assert not marks_agree("đo", "do")


def test_features_look_at_bare_neighbours_only() -> None:
    first = context_hashes(np.array([4, 5, 6, 7, 8, 9]))
    second = context_hashes(np.array([4, 5, 6, 7, 8, 1]))
    assert first.shape == (6, len(TEMPLATES))
    assert (first[:3] == second[:3]).all()
    assert weight_indices(first, np.arange(6), 100).max() < 100


def _article(number: int) -> str:
    body = ["Thành phố Hà Nội xây dựng đô thị.", "Tỷ lệ đô thị hóa đạt 75%."]
    return json.dumps({"id": str(number), "title": "Đô thị hóa", "abstract": "", "body": body})


def test_a_tiny_training_run_is_deterministic_and_learns(tmp_path: Path) -> None:
    with lzma.open(tmp_path / "baomoi.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.writelines(_article(number) + "\n" for number in range(60))
    said: list[str] = []
    first = train(tmp_path, buckets=20_000, seen=1, say=said.append)
    second = train(tmp_path, buckets=20_000, seen=1)
    assert (first.table == second.table).all()
    assert said
    path = save_model(first, tmp_path / "out")
    tiny = Restorer(load_model(path))
    words = pieces("Thành phố xây dựng đô thị")
    assert measure(tiny, [words], "none").accuracy == 1
    assert set(WAYS) == {"none", "half", "all"}


def test_no_training_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="không có văn bản huấn luyện"):
        train(tmp_path)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[3] / "assistant" / "restore"
    (tmp_path / MANIFEST).write_bytes((shipped / MANIFEST).read_bytes())
    with pytest.raises(ModelError, match="Không đọc được"):
        load_model(tmp_path / WEIGHTS)
    (tmp_path / WEIGHTS).write_bytes((shipped / WEIGHTS).read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match="đã hỏng"):
        load_model(tmp_path / WEIGHTS)


def test_shipped_weights_are_small() -> None:
    shipped = Path(__file__).parents[3] / "assistant" / "restore"
    assert (shipped / WEIGHTS).stat().st_size <= 5_000_000
