"""Embedders: the shipped one, one by name, and what happens when a model is damaged."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import ModelError
from index.embedder import Embedder, default_embedder, named_embedder
from index.static_model import network

WEIGHTS = Path(network.__file__).parent / "weights"
PASSAGES = (
    "Thu nhập bình quân đầu người năm 2030 đạt trên 12.500 USD/người/năm.",
    "Tỷ lệ đô thị hóa đến năm 2025 đạt 60-62%, đến năm 2030 đạt 65-75%.",
    "Xây dựng đội ngũ cán bộ có phẩm chất, năng lực và uy tín.",
    "Bảo vệ môi trường, xử lý nước thải và rác thải sinh hoạt.",
)


@pytest.fixture(scope="module")
def shipped() -> Embedder:
    return default_embedder()


def test_the_shipped_embedder_is_small_and_keeps_the_contract(shipped: Embedder) -> None:
    assert isinstance(shipped, Embedder)
    assert shipped.dimension == 256
    assert len(shipped.fingerprint) == 64
    assert sum(file.stat().st_size for file in WEIGHTS.rglob("*") if file.is_file()) <= 16e6
    vectors = shipped.embed_passages(PASSAGES)
    assert vectors.shape == (4, 256)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-5)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Đến năm 2030 thu nhập của người dân là bao nhiêu?", 0),
        ("thu nhap binh quan dau nguoi", 0),
        ("mức độ đô thị hóa", 1),
        ("do thi hoa", 1),
        ("cán bộ lãnh đạo", 2),
        ("ô nhiễm, chất thải", 3),
    ],
)
def test_the_right_passage_is_nearest(shipped: Embedder, question: str, best: int) -> None:
    scores = shipped.embed_queries([question]) @ shipped.embed_passages(PASSAGES).T
    assert int(scores.argmax()) == best


def test_spelling_that_means_the_same_gives_the_same_vector(shipped: Embedder) -> None:
    one, two = shipped.embed_queries(["TỶ LỆ đô thị hoá", "tỉ lệ  đô thị hóa."])
    np.testing.assert_array_equal(one, two)


def test_no_texts_and_texts_without_words(shipped: Embedder) -> None:
    assert shipped.embed_queries([]).shape == (0, 256)
    assert not shipped.embed_passages(["", " …\n"]).any()


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_unit_vector_or_zeros(text: str) -> None:
    [vector] = default().embed_queries([text])
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4) or not vector.any()


def default(kept: list[Embedder] = []) -> Embedder:  # noqa: B006  # read the weights once
    if not kept:
        kept.append(default_embedder())
    return kept[0]


def test_a_vector_does_not_depend_on_its_batch(shipped: Embedder) -> None:
    together = shipped.embed_passages(PASSAGES)
    alone = np.concatenate([shipped.embed_passages([text]) for text in PASSAGES])
    np.testing.assert_array_equal(together, alone)


def test_it_is_quick(shipped: Embedder) -> None:
    texts = [f"{PASSAGES[number % 4]} {number}" for number in range(2_000)]
    begun = time.perf_counter()
    shipped.embed_passages(texts)
    assert time.perf_counter() - begun < 2.5, "800 passages a second, with room for the rest"


def test_nothing_heavy_is_imported() -> None:
    code = (
        "from index.embedder import default_embedder as d; d().embed_queries(['xin chào'])\n"
        "import sys\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'underthesea', 'scipy'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("file", [network.WEIGHTS, network.TOKENIZER, network.RECORD])
@pytest.mark.parametrize("harm", ["cut", "missing", "changed"])
def test_a_damaged_model_is_refused_in_one_line(tmp_path: Path, file: str, harm: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(WEIGHTS, folder)
    target = folder / file
    content = bytearray(target.read_bytes())
    if harm == "missing":
        target.unlink()
    elif harm == "cut":
        target.write_bytes(content[: len(content) // 2])
    else:
        # In the record, the first digit of a sha256; elsewhere any byte.
        place = content.index(b"safetensors") + 15 if file == network.RECORD else len(content) // 2
        content[place] = ord("0") if content[place] != ord("0") else ord("1")
        target.write_bytes(content)
    with pytest.raises(ModelError, match="mô hình") as caught:
        network.load(folder)
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)


def test_a_named_model_gives_the_shipped_vectors_for_prepared_text(shipped: Embedder) -> None:
    from index.static_model.words import prepared

    pytest.importorskip("sentence_transformers")
    named = named_embedder(str(WEIGHTS))
    held = network.load(WEIGHTS)
    texts = [prepared(text, held.tokens, held.buckets) for text in PASSAGES]
    assert named.dimension == shipped.dimension
    np.testing.assert_allclose(
        named.embed_passages(texts), shipped.embed_passages(PASSAGES), atol=1e-5
    )
    assert named.embed_queries([]).shape == (0, 256)


def test_fingerprints_tell_models_and_prefixes_apart() -> None:
    made = [
        named_embedder("a"),
        named_embedder("b"),
        named_embedder("a", "query: "),
        named_embedder("a", "", "query: "),
        named_embedder("a", segmented=True),
    ]
    assert len({embedder.fingerprint for embedder in made}) == len(made)


def test_a_model_that_cannot_be_had_is_one_clear_line(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    (tmp_path / "modules.json").write_text("[]")
    with pytest.raises(ModelError, match="Không nạp được mô hình") as caught:
        named_embedder(str(tmp_path)).embed_queries(["xin chào"])
    assert "\n" not in str(caught.value)
