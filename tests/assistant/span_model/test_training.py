"""A tiny training from raw texts to a loadable model, which then reads; and its parts."""

import json
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from assistant.span_model import data as questions
from assistant.span_model import fit, measure, model, train, vectors
from assistant.span_model.calibrate import calibrated
from assistant.span_model.network import Sizes
from assistant.span_model.synthetic import Maker
from assistant.thesaurus import load_thesaurus
from corpus.errors import ModelError
from corpus.model import Span
from tests.assistant.span_model.conftest import TOPICS, asked, paragraph, report

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # gensim's and torch's own


def recipe(epochs: int) -> train.Recipe:
    return train.Recipe(
        words=vectors.Recipe(words=200, shapes=5, dimension=16, least=1, epochs=2),
        sizes=Sizes(word=16, hidden=12, aligned=8, pair=8, drop=0.1, word_drop=0.0),
        schedule=fit.Schedule(steps=epochs * 7, questions=8, rate=1e-2, warm_up=4, average=0.9),
        epochs=(("0",), *((train.REAL,),) * (epochs - 1)),
    )


@pytest.fixture(scope="module")
def folder(data: Path, silent: Console, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a tiny trained model."""
    root = tmp_path_factory.mktemp("trained")
    train.run(data, root / "model", root / "kept", recipe(7), silent)
    return root


@pytest.fixture(scope="module")
def tiny(folder: Path) -> model.SpanModel:
    """Return the tiny model."""
    return model.load(folder / "model")


def test_a_tiny_training_learns_to_read(data: Path, tiny: model.SpanModel) -> None:
    rows = list(questions.lines(data / "qa" / "viquad1-dev.jsonl"))
    assert measure.spans(tiny, rows, 64).em > 0.9
    assert measure.milliseconds(tiny, rows, 64) > 0


def test_a_reading_is_a_slice_with_scores_on_one_scale(tiny: model.SpanModel) -> None:
    one = asked(TOPICS[0], 33)
    context, other = str(one["context"]), "Trời hôm nay nắng."
    first, second, nothing = tiny.read(str(one["question"]), [context, other, " \n"])
    assert first.span.of(context) == "2023"
    assert first.score == pytest.approx(first.score_of(first.span))
    assert first.score >= first.score_of(Span(0, 5))
    assert first.score > second.score
    assert 0 <= second.answerable <= first.answerable <= 1
    assert first.mass_in(first.span) <= first.mass_in(Span(0, len(context))) <= 1
    assert nothing.span == Span(0, 0)
    assert nothing.score_of(Span(0, 1)) == float("-inf")
    assert tiny.read("?!", []) == ()
    assert len(tiny.read("", [context])) == 1


def test_a_passage_is_read_alike_alone_and_among_others(tiny: model.SpanModel) -> None:
    question = "Bà Trần Thị Hoa lập bệnh viện năm nào?"
    texts = [report(TOPICS[1], 5), "Năm 1991.", paragraph(TOPICS[2], 7) * 2]
    together = tiny.read(question, texts)
    alone = [tiny.read(question, [text])[0] for text in texts]
    for one, other in zip(together, alone, strict=True):
        assert one.span == other.span
        assert one.score == pytest.approx(other.score, abs=1e-3)


def test_a_span_never_reaches_over_what_was_not_read(tiny: model.SpanModel) -> None:
    text = (
        f"{paragraph(TOPICS[0], 3)} Một câu khác hẳn, không ai hỏi tới. {paragraph(TOPICS[0], 4)}"
    )
    reading = tiny.read("Ông Lê Văn Ba mở trường học năm nào?", [text], 60)[0]
    assert reading.score_of(Span(0, len(text))) == float("-inf")


def test_an_end_inside_a_compound_costs(tiny: model.SpanModel, folder: Path) -> None:
    text = report(TOPICS[0], 3)
    words = (folder / "model" / model.COMPOUNDS).read_text("utf-8").splitlines()
    assert "giúp đỡ" in words
    start = text.index("giúp đỡ")
    whole, part = Span(start, start + len("giúp đỡ")), Span(start, start + len("giúp"))
    free = model.SpanModel(tiny._session, tiny._known, tiny._calibration)
    question = "Bao nhiêu gia đình giúp đỡ chợ xã?"
    bound, loose = tiny.read(question, [text])[0], free.read(question, [text])[0]
    assert bound.score_of(part) == pytest.approx(loose.score_of(part) - 1.5, abs=1e-3)
    assert bound.score_of(whole) == pytest.approx(loose.score_of(whole), abs=1e-3)


def test_training_goes_on_from_its_last_epoch(
    data: Path, folder: Path, silent: Console, tmp_path: Path
) -> None:
    kept = folder / "kept"
    (kept / "checkpoint.pt").write_bytes((kept / "epoch-6.pt").read_bytes())
    train.run(data, tmp_path, kept, recipe(7), silent)
    recorded = [
        json.loads((one / model.RECORD).read_text()) for one in (tmp_path, folder / "model")
    ]
    assert recorded[0] == recorded[1]


def test_a_damaged_file_is_refused_in_one_line(folder: Path, tmp_path: Path) -> None:
    for name in (*model.PARTS, model.RECORD):
        broken = tmp_path / name
        broken.mkdir()
        for part in (*model.PARTS, model.RECORD):
            (broken / part).write_bytes((folder / "model" / part).read_bytes())
        (broken / name).write_bytes(b"{}")
        with pytest.raises(ModelError) as refused:
            model.load(broken)
        assert name in str(refused.value)
        assert "\n" not in str(refused.value)
        (broken / name).unlink()
        with pytest.raises(ModelError, match="Không đọc được"):
            model.load(broken)


def test_made_questions_have_their_answer_in_the_sentence() -> None:
    maker = Maker(load_thesaurus(), 0)
    sentence = (
        "Ông Nguyễn Văn An sinh ngày 3 tháng 2 năm 1911 tại Nghệ An, có khoảng 12 triệu đồng."
    )
    made = [one for _ in range(60) if (one := maker.make(sentence, "nguyễn văn an"))]
    assert len(made) > 40
    for one in made:
        assert sentence[one.start : one.start + len(one.answer)] == one.answer
        assert one.question.endswith("?")
    assert {"ngày 3 tháng 2 năm 1911"} <= {one.answer for one in made}


def test_paragraphs_of_the_development_file_are_left_out(data: Path) -> None:
    maker = Maker(load_thesaurus(), 0)
    everything = {one.context for one in questions.made(data, maker, frozenset(), 0)}
    barred = questions.runs([paragraph(TOPICS[0], 5)])
    fewer = {one.context for one in questions.made(data, maker, barred, 0)}
    assert paragraph(TOPICS[0], 5) in everything
    assert not any(TOPICS[0] in one and "1995" in one for one in fewer)


def test_wrong_passages_are_of_the_same_article(data: Path) -> None:
    for one in questions.viquad(data / "qa" / "viquad1-train.jsonl.xz", 2, 0):
        assert one.context[one.start :].startswith(one.answer)
        assert len(one.others) == 2
        assert one.context not in one.others


def test_calibration_puts_even_odds_where_both_kinds_meet() -> None:
    draw = np.random.default_rng(0)
    right = draw.random(4000) < 0.2
    odds = np.where(right, 3.0, 1.0) + draw.normal(size=4000)
    found = calibrated(odds, right)
    assert found.probability(2.0) == pytest.approx(0.5, abs=0.03)
    assert found.probability(9.0) > 0.95
    assert found.probability(-1e9) < 1e-9


def test_weights_are_shipped_small_and_whole() -> None:
    shipped = sum(file.stat().st_size for file in model.FOLDER.iterdir())
    assert shipped < 15e6
    assert model.default_span_model() is model.default_span_model()


def test_seeds_make_the_same_questions() -> None:
    sentence = "Thành phố Huế có 650 nghìn dân vì du khách đã đến từ nhiều nước."
    twice = [[Maker(load_thesaurus(), 3).make(sentence, "huế") for _ in range(5)] for _ in range(2)]
    assert twice[0] == twice[1]


def test_the_shipped_model_reads_what_it_was_not_taught() -> None:
    passages = [
        "Chợ Bến Thành mở cửa từ sáng sớm và đông khách nhất vào dịp cuối năm.",
        "Ông Trần Văn Minh sinh năm 1911 tại Nghệ An, là kỹ sư cầu đường.",
    ]
    other, right = model.default_span_model().read("Ông Trần Văn Minh sinh năm nào?", passages)
    assert "1911" in right.span.of(passages[1])
    assert right.score > other.score
    assert right.answerable > 0.5 > other.answerable
