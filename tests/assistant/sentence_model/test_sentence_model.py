"""A tiny judge of sentences trained from the ranker's stage, which then judges; its files."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from rich.console import Console

from assistant.paragraph_model.train import KEPT
from assistant.sentence_model import fit, model, train
from assistant.sentence_model.near import Judged
from assistant.span_model import export, vectors
from assistant.span_model import fit as reader_fit
from assistant.span_model import model as reader
from assistant.span_model import train as reader_train
from assistant.span_model.network import Sizes, SpanNetwork
from corpus.errors import ModelError
from tests.assistant.span_model.conftest import TOPICS, asked, data, paragraph, report, silent

__all__ = ["data", "silent"]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # gensim's and torch's own
SIZES = Sizes(word=16, hidden=12, aligned=8, pair=8, drop=0.1, word_drop=0.0)
ROUND = fit.Round(6, rate=1e-2, drop=0.1, word_drop=0.0, warm_up=3)


@pytest.fixture(scope="module")
def folder(data: Path, silent: Console, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a tiny reader and the judge trained from its weights."""
    root = tmp_path_factory.mktemp("judge")
    tiny = reader_train.Recipe(
        words=vectors.Recipe(words=200, shapes=5, dimension=16, least=1, epochs=2),
        sizes=SIZES,
        schedule=reader_fit.Schedule(steps=6, questions=8, rate=1e-2, warm_up=4, average=0.9),
        epochs=((reader_train.REAL,),),
    )
    reader_train.run(data, root / "reader", root / "kept", tiny, silent)
    stages = reader_train.Stages(data, root / "kept", tiny, silent)
    torch.save(stages.trained(torch.device("cpu")).state_dict(), root / "kept" / KEPT)
    questions = [str(asked(topic, number)["question"]) for topic in TOPICS for number in range(9)]
    told = [report(topic, number) for topic in TOPICS for number in range(9)]
    other = [paragraph(topic, number) for topic in TOPICS for number in range(9)]
    rows = [
        {"question": question, "sentence": text, "right": right, "weight": 1.0}
        for texts, right in ((told, True), (other, False))
        for question, text in zip(questions, texts, strict=True)
    ]
    (root / "judged.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    train.run(_folders(data, root), train.Recipe(ROUND, ROUND, SIZES), silent)
    return root


def _folders(data: Path, root: Path) -> train.Folders:
    return train.Folders(
        data, root / "kept", root / "judged.jsonl", root / "reader", root / "judge"
    )


def test_a_tiny_training_tells_what_answers(folder: Path) -> None:
    judge = model.load(folder / "judge", folder / "reader")
    question = str(asked(TOPICS[0], 3)["question"])
    right = judge.odds(question, report(TOPICS[0], 3))
    assert right > judge.odds(question, paragraph(TOPICS[2], 4))
    assert judge.odds(question, " \n") == float("-inf")


def test_without_the_ranker_nothing_is_trained(data: Path, folder: Path, tmp_path: Path) -> None:
    folders = train.Folders(data, tmp_path, folder / "judged.jsonl", folder / "reader", tmp_path)
    with pytest.raises(ModelError, match=KEPT):
        train.run(folders, train.Recipe(ROUND, ROUND, SIZES), Console(quiet=True))


def test_the_network_written_is_the_one_trained(folder: Path, tmp_path: Path) -> None:
    torch.manual_seed(1)
    state = torch.load(folder / "kept" / KEPT, weights_only=True)
    network = SpanNetwork(state["words.weight"], SIZES)
    train.save(network, folder / "reader" / reader.NETWORK, tmp_path)
    export.write_onnx(network, tmp_path / "whole.onnx")
    record = json.loads((tmp_path / model.RECORD).read_text("utf-8"))
    base = (folder / "reader" / reader.NETWORK).read_bytes()
    made = model.replaced(base, record["parts"], (tmp_path / model.VALUES).read_bytes())
    whole = (tmp_path / "whole.onnx").read_bytes()
    assert len(made) == len(whole)
    for start, count in record["parts"]:
        given, wanted = (np.frombuffer(one, "<f4", count, start) for one in (made, whole))
        assert np.allclose(given, wanted, rtol=1e-3, atol=1e-6)


def test_other_words_are_refused_when_written(folder: Path, tmp_path: Path) -> None:
    state = torch.load(folder / "kept" / KEPT, weights_only=True)
    network = SpanNetwork(state["words.weight"] + 1, SIZES)
    with pytest.raises(ModelError, match="bảng từ"):
        train.save(network, folder / "reader" / reader.NETWORK, tmp_path)


@pytest.mark.parametrize("parts", [[(0, 3)], [(0, 1)], [(6, 2)]])
def test_weights_that_do_not_fit_are_refused(parts: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="parts"):
        model.replaced(bytes(8), parts, np.ones(2, "<f2").tobytes())


def test_another_reader_than_it_was_trained_from_is_refused(folder: Path) -> None:
    with pytest.raises(ModelError, match="mô hình đọc khác") as refused:
        model.load(folder / "judge", reader.FOLDER)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", [model.VALUES, model.RECORD])
def test_a_damaged_file_is_refused_in_one_line(folder: Path, tmp_path: Path, name: str) -> None:
    for part in (model.VALUES, model.RECORD):
        (tmp_path / part).write_bytes((folder / "judge" / part).read_bytes())
    (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(ModelError) as refused:
        model.load(tmp_path, folder / "reader")
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)


def test_every_pair_is_seen_in_each_epoch(folder: Path) -> None:
    known = reader.vocabulary((folder / "reader" / reader.WORDS).read_text("utf-8"))
    judged = [Judged(f"Ai mở {topic}?", report(topic, 1), right=True) for topic in TOPICS * 30]
    pairs = fit.encoded(
        [*judged, Judged("", "x", right=True), Judged("Ai?", " ", right=True)], known
    )
    assert len(pairs.asked) == len(judged)
    seen = sorted(at for chosen in fit.batches(pairs, ROUND) for at in chosen)
    assert seen == sorted([*range(len(judged))] * ROUND.epochs)


def test_the_loss_falls_as_the_right_one_rises_and_counts_as_told() -> None:
    right = torch.tensor([1.0, 0.0])
    level = torch.zeros(2, 2, 2)
    led = level.clone()
    led[0], led[1] = 4.0, -4.0
    both = torch.ones(2)
    assert fit.loss_of(led, right, both) < fit.loss_of(level, right, both)
    led[1] = 4.0
    first = torch.tensor([1.0, 0.0])
    assert fit.loss_of(led, right, first) < fit.loss_of(led, right, both)


def test_the_rate_rises_then_falls() -> None:
    assert fit.rate_at(1, 50, ROUND) < fit.rate_at(3, 50, ROUND) <= ROUND.rate
    assert fit.rate_at(50, 50, ROUND) == pytest.approx(ROUND.last_rate)


def test_the_shipped_judge_tells_what_it_was_not_taught() -> None:
    judge = model.default_sentence_model()
    question = "Ông Trần Văn Minh chào đời hồi nào?"
    right = judge.odds(question, "Ông Trần Văn Minh sinh năm 1911 tại Nghệ An.")
    assert right > judge.odds(question, "Chợ Bến Thành mở cửa từ sáng sớm.")
    assert model.default_sentence_model() is judge


def test_what_ships_is_small() -> None:
    assert sum(file.stat().st_size for file in model.FOLDER.iterdir()) < 3e6
