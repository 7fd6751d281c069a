"""Speed: the material is what was asked for, the floors find what they should, promises judged."""

import json
import lzma
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from evals.speed.clock import timed_calls, timed_process
from evals.speed.floors import bm25s_alone, exact_dot
from evals.speed.material import documents_of, questions, statements
from evals.speed.measure import Line
from evals.speed.peaked import peak_mib
from evals.speed.reading import PASSAGES, five_passages, long_passages, products
from index.embedder import Floats

TEXTS = ["Hà Nội có 26 chỉ tiêu", "Sông Hồng chảy qua Hà Nội", "Công nghiệp hỗ trợ"]


class OneHot:
    """Embeds a text as the first of `TEXTS` that it equals; obeys `index.embedder.Embedder`."""

    name, dimension, fingerprint = "one-hot", 3, "0"

    def embed_queries(self, texts: Sequence[str]) -> Floats:
        """Return a unit vector a text."""
        return np.array([[float(text == known) for known in TEXTS] for text in texts], np.float32)

    embed_passages = embed_queries


@pytest.mark.parametrize("with_data", [False, True])
def test_there_is_as_much_text_as_wanted(tmp_path: Path, with_data: object) -> None:
    data = tmp_path if with_data else None
    (tmp_path / "text").mkdir()
    article = json.dumps({"text": "Điều 1. Phạm vi điều chỉnh.\nLuật này quy định về đất đai."})
    (tmp_path / "text" / "law-articles.jsonl.xz").write_bytes(lzma.compress(article.encode()))
    documents = documents_of(700, data)
    passages = sum(len(document.passages) for document in documents)
    assert 700 <= passages < 750
    assert len({document.name for document in documents}) == len(documents)
    assert ("Luật này" in documents[-1].text) is bool(with_data)


def test_questions_are_those_of_the_seed_suite() -> None:
    assert len(questions()) > 100


def test_statements_are_those_of_the_claim_suite() -> None:
    assert len(statements()) >= 80
    assert all(statements())


def test_the_floors_find_the_same_text() -> None:
    found = bm25s_alone(TEXTS)("26 chỉ tiêu của Hà Nội?")
    assert isinstance(found, np.ndarray)
    assert found[0] == 0
    nearest = exact_dot(TEXTS, OneHot())(TEXTS[2])
    assert isinstance(nearest, np.ndarray)
    assert nearest[0] == 2


def test_calls_and_processes_are_timed() -> None:
    times = timed_calls(lambda _: None, range(10))
    assert 0 <= times.p50 <= times.p99
    process = timed_process([sys.executable, "-c", "pass"])
    assert process.wall > 0
    assert process.cpu > 0
    assert peak_mib() > 1
    with pytest.raises(RuntimeError):
        timed_process([sys.executable, "-c", "raise SystemExit(3)"])


def test_five_passages_are_read_beside_their_products() -> None:
    readings = five_passages()("Thu nhập bình quân đầu người đến năm 2030 là bao nhiêu?")
    assert isinstance(readings, tuple)
    assert len(readings) == PASSAGES
    assert isinstance(products(2)("?"), list)


def test_passages_to_read_are_long_and_differ() -> None:
    found = long_passages([" ".join(str(number) for number in range(400)), "một hai"])
    assert len(set(found)) == len(found)
    assert all(len(one.split()) == 128 for one in found[:200])


def test_a_promise_is_kept_or_not() -> None:
    assert Line("a", 10, "ms", 9, 15, 2).kept
    assert Line("a", 10, "ms", 9, 15, 2).ratio == 5
    assert not Line("a", 20, "ms", bound=15).kept
    assert Line("a", 900, "đoạn/giây", 950, 800, more_is_better=True).kept
    assert Line("a", 10, "ms").kept
    assert Line("a", 10, "ms").ratio is None
