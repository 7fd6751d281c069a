"""The static model's features, and a tiny training from raw texts to a loadable model."""

import csv
import json
import lzma
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from corpus.normalize import nfc, syllables
from index.static_model import encoded, fit, measure, network, pairs, train, vocabulary, words
from index.static_model.sources import Article, Section

TOPICS = {
    "trường học": "lớp dạy chữ",
    "bệnh viện": "chỗ chữa đau",
    "cầu đường": "lối qua sông",
    "nông nghiệp": "ruộng lúa",
    "du lịch": "khách tham quan",
}
"""What texts say, and what questions call it: no word is the same, so it must be learned."""


@given(st.text(alphabet="aăâđêôơưàảạbcghknty ĐHKİ\u0301\u0323019.,_-/\n", max_size=80))
def test_words_are_the_comparable_syllables(text: str) -> None:
    assert words.words(text) == syllables(nfc(text))


def test_features_are_words_pairs_and_buckets_with_weights() -> None:
    known = {"thành", "phố", "hà", "thành_phố"}
    found = words.features("Thành phố Hà Xyz, thành phố Hà, Hà", known, 4)
    unseen = words.known_as("xyz", known, 4)
    assert len(set(unseen)) == 2
    assert set(found) == {"thành", "phố", "hà", "thành_phố", *unseen}
    assert found["thành_phố"] == words.weight(4) == 3
    assert found["thành"] == words.weight(2) == 2, "inside the pair it counts half"
    assert found["hà"] == words.weight(6) == 4
    assert words.prepared("phố hà phố", known, 4) == "phố phố phố hà hà"
    assert words.features("Xyz", known, 0) == {}


def test_an_unseen_word_is_known_without_its_diacritics() -> None:
    assert words.known_as("nọi", {"noi"}, 4) == ("noi",)
    assert words.known_as("xỳz", set(), 4) == words.known_as("xyz", set(), 4)


@given(
    st.lists(st.sampled_from(["thành", "phố", "hà", "nội", "xyz", "q"]), min_size=2, max_size=30)
)
def test_training_and_running_see_the_same_features(sequence: list[str]) -> None:
    article = Article("wiki", "hà nội thành phố", "", (Section("", ((" ".join(sequence),) * 2,)),))
    texts = encoded.encode([article] * 3, [], lambda: None)
    chosen = vocabulary.build(texts, vocabulary.Sizes(words=5, pairs=3, buckets=4, least=1))
    sampler = pairs.Sampler(texts, chosen, pairs.Drawing(), 0)
    text = int(texts.par[0])
    bags = sampler._bags([[(int(texts.start[text]), int(texts.start[text + 1]))]], query=False)
    expected = dict.fromkeys(range(chosen.size), 0)
    for name, weight in words.features(" ".join(sequence), chosen.rows, 4).items():
        expected[chosen.rows[name]] += weight
    found = dict(zip(bags.rows.tolist(), bags.weights.tolist(), strict=True))
    assert found == {row: weight for row, weight in expected.items() if weight}


def test_rank_counts_those_above() -> None:
    scores = np.array([[3, 2, 1], [3, 2, 1], [1, 1, 1]], dtype=np.float32)
    found = measure.rank(scores, [0, 1, 2])
    assert found.hit1 == pytest.approx(2 / 3)
    assert found.ndcg10 == pytest.approx((1 + 1 / np.log2(3) + 1) / 3)


def _lines(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    path.write_bytes(lzma.compress(text.encode()) if path.suffix == ".xz" else text.encode())


def _paragraph(topic: str, number: int) -> str:
    return (
        f"Huyện số {number} có một {topic} lớn. Người dân ở đó nói nhiều về {topic} và về năm "
        f"{2000 + number}. Kế hoạch cho {topic} đã được thông qua."
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder of the same layout as the real one, with made-up texts."""
    root = tmp_path_factory.mktemp("data")
    (root / "text").mkdir()
    (root / "qa").mkdir()
    about = [[_paragraph(topic, number) for number in range(4)] for topic in TOPICS]
    wiki = [
        {"title": topic, "sections": [{"h": "Kế hoạch", "p": texts}]}
        for topic, texts in zip(TOPICS, about, strict=True)
    ]
    _lines(root / "text" / "viwiki.jsonl.xz", wiki)
    law = [
        {"law": "LUẬT", "title": topic, "text": texts[0]}
        for topic, texts in zip(TOPICS, about, strict=True)
    ]
    _lines(root / "text" / "law-articles.jsonl.xz", law)
    for name, lead in (("vietnews-train", "abstract"), ("baomoi", "sapo")):
        news = [{"title": row["title"], lead: "Tin mới", "body": about[0]} for row in wiki]
        _lines(root / "text" / f"{name}.jsonl.xz", news)
    asked = [
        {"title": topic, "question": f"{TOPICS[topic].capitalize()} {place} đâu?", "context": text}
        for topic, texts in zip(TOPICS, about, strict=True)
        for place, text in enumerate(texts)
    ]
    _lines(root / "qa" / "viquad1-train.jsonl.xz", asked)
    _lines(root / "qa" / "viquad1-dev.jsonl", asked)
    with (root / "qa" / "alqac.csv").open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(["context", "question", "answer"])
        table.writerow([about[0][0], "Trường học ở đâu?", "Huyện số 0"])
    paragraph = {"context": about[1][0], "qas": [{"question": "Ở đâu?", "answers": [{}]}]}
    for name in ("uit-wiki", "factoid-squad2-train"):
        path = root / "qa" / f"{name}.json"
        path.write_text(json.dumps({"data": [{"paragraphs": [paragraph]}]}), "utf-8")
    return root


def _recipe(steps: int) -> train.Recipe:
    return train.Recipe(
        sizes=vocabulary.Sizes(words=200, pairs=60, buckets=8, least=1),
        drawing=pairs.Drawing(batch=24, longest=40),
        schedule=fit.Schedule(steps=steps, warm=5, rate=1e-2, prefixes=(32, 16)),
        dimension=32,
        news_every=1,
    )


def test_a_tiny_training_learns_and_is_the_same_twice(data: Path, tmp_path: Path) -> None:
    for name, steps in (("none", 0), ("one", 60), ("two", 60)):
        train.run(data, tmp_path / name, _recipe(steps), Console(quiet=True))
    dev = data / "qa" / "viquad1-dev.jsonl"
    before, after = train.judge(tmp_path / "none", dev), train.judge(tmp_path / "one", dev)
    assert before.ndcg10 < 0.8
    assert after.ndcg10 > 0.95
    assert network.load(tmp_path / "one").sha256 == network.load(tmp_path / "two").sha256


def test_a_word_without_its_diacritics_has_a_vector_too(data: Path, tmp_path: Path) -> None:
    train.run(data, tmp_path, _recipe(0), Console(quiet=True), sample=5)
    model = network.load(tmp_path)
    assert {"trường", "truong", "trường_học", "truong_hoc"} <= set(model.tokens)
    accented, bare = model.tokens["trường_học"], model.tokens["truong_hoc"]
    assert model.lines[accented] == model.lines[bare]
