"""A tiny ranker trained from the reader's stages, which then orders; its loss; its files."""

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from rich.console import Console

from assistant.paragraph_model import fit, model, train
from assistant.span_model import fit as reader_fit
from assistant.span_model import model as reader
from assistant.span_model import train as reader_train
from assistant.span_model import vectors
from assistant.span_model.network import Sizes
from assistant.span_model.pairs import Pairs
from corpus.errors import ModelError
from tests.assistant.span_model.conftest import TOPICS, asked, data, paragraph, report, silent

__all__ = ["data", "silent"]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # gensim's and torch's own
ROUND = fit.Round(12, drop=0.1, word_drop=0.0, alone=0.2, span=0.3, questions=8, rate=5e-3)


@pytest.fixture(scope="module")
def folder(data: Path, silent: Console, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a tiny reader and the ranker trained from it."""
    root = tmp_path_factory.mktemp("ranker")
    tiny = reader_train.Recipe(
        words=vectors.Recipe(words=200, shapes=5, dimension=16, least=1, epochs=2),
        sizes=Sizes(word=16, hidden=12, aligned=8, pair=8, drop=0.1, word_drop=0.0),
        schedule=reader_fit.Schedule(steps=21, questions=8, rate=1e-2, warm_up=4, average=0.9),
        epochs=((reader_train.REAL,),) * 3,
    )
    reader_train.run(data, root / "reader", root / "kept", tiny, silent)
    recipe = train.Recipe(tiny, (ROUND,), (replace(ROUND, beside_search=True),))
    train.run(data, root / "ranker", root / "kept", recipe, silent)
    return root


def test_a_tiny_training_puts_what_answers_first(folder: Path) -> None:
    ranker = model.load(folder / "ranker", folder / "reader")
    question = str(asked(TOPICS[0], 33)["question"])
    right, other, nothing = ranker.odds(
        question, [report(TOPICS[0], 33), paragraph(TOPICS[2], 4), " \n"]
    )
    assert right > other > nothing == float("-inf")
    assert ranker.odds(question, []) == []


def test_wrong_paragraphs_come_from_all_contexts(data: Path, folder: Path) -> None:
    found = list(train.asked_among(data / "qa" / "viquad1-train.jsonl.xz", 20))
    assert len(found) == 20
    for one in found:
        assert one.context[one.start :].startswith(one.answer)
        assert 0 < len(one.others) <= 7
        assert one.context not in one.others
        assert list(one.scores[1:]) == sorted(one.scores[1:], reverse=True)
        assert len(one.scores) == 1 + len(one.others)
    assert (folder / "kept" / "pairs-ranking.npz").exists()


def test_a_batch_holds_each_question_with_its_paragraph_first(folder: Path) -> None:
    pairs = Pairs.load(folder / "kept" / "pairs-ranking.npz")
    for chosen in itertools.islice(fit.batches(pairs, ROUND), 9):
        rows = np.array(chosen)
        first = np.flatnonzero(np.diff(pairs.asked[rows], prepend=-1))
        assert (pairs.start[rows][first] >= 0).all()
        assert len(first) == (pairs.start[rows] >= 0).sum() <= ROUND.questions
        assert len(rows) <= len(first) * (1 + ROUND.others)


def test_the_loss_falls_as_the_right_paragraph_leads() -> None:
    batch = _batch()
    level = torch.zeros(2, 3, 3)
    led = level.clone()
    led[0, 1, 1] = 5.0
    led[1] = -5.0
    even, ahead = (fit.loss_of(one, batch, ROUND) for one in (level, led))
    assert ahead < even


def test_what_the_search_knows_need_not_be_learned() -> None:
    spans = torch.zeros(2, 3, 3, requires_grad=True)
    slopes = []
    for scores in ((0.0, 0.0), (9.0, 0.0)):
        beside = fit.Beside(torch.tensor(scores), torch.tensor(1.0))
        alone = replace(ROUND, alone=0.0, span=0.0)
        (slope,) = torch.autograd.grad(fit.loss_of(spans, _batch(), alone, beside), spans)
        slopes.append(float(slope.abs().sum()))
    assert slopes[1] < slopes[0] / 100


def test_branches_are_joined_by_their_mean() -> None:
    states = [{"one": torch.tensor([at, 3.0])} for at in (1.0, 2.0, 6.0)]
    assert fit.mean_of(states)["one"].tolist() == [3.0, 3.0]


def _batch() -> reader_fit.Batch:
    """Return a batch of one question with a paragraph that answers and one that does not."""
    right = torch.tensor([1, -1])
    nothing = torch.zeros(0)
    return reader_fit.Batch((nothing,) * 6, right, right, torch.tensor([0, 0]))


def test_the_rate_rises_then_falls() -> None:
    one = fit.Round(100, drop=0.0, word_drop=0.0, alone=1.0, span=1.0)
    assert fit.rate_at(1, one) < fit.rate_at(39, one) <= one.rate
    assert fit.rate_at(60, one) > fit.rate_at(100, one) == pytest.approx(one.last_rate)


def test_other_words_than_it_was_trained_with_are_refused(folder: Path) -> None:
    with pytest.raises(ModelError, match="bảng từ") as refused:
        model.load(folder / "ranker", reader.FOLDER)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", [model.NETWORK, model.RECORD])
def test_a_damaged_file_is_refused_in_one_line(folder: Path, tmp_path: Path, name: str) -> None:
    for part in (model.NETWORK, model.RECORD):
        (tmp_path / part).write_bytes((folder / "ranker" / part).read_bytes())
    (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(ModelError) as refused:
        model.load(tmp_path, folder / "reader")
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_shipped_ranker_orders_what_it_was_not_taught() -> None:
    paragraphs = [
        "Chợ Bến Thành mở cửa từ sáng sớm và đông khách nhất vào dịp cuối năm.",
        "Ông Trần Văn Minh sinh năm 1911 tại Nghệ An, là kỹ sư cầu đường.",
    ]
    ranker = model.default_paragraph_model()
    other, right = ranker.odds("Ông Trần Văn Minh sinh năm nào?", paragraphs)
    assert right > other
    assert model.default_paragraph_model() is ranker


def test_weights_are_small_beside_the_reader() -> None:
    folders = (model.FOLDER, reader.FOLDER)
    assert sum(file.stat().st_size for one in folders for file in one.iterdir()) < 15e6
