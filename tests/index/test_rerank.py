"""Paragraphs are ordered again by what they hold of the question."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Document
from index.open import Index
from index.rerank import WEIGHTS, Place, RerankWeights, Wanted, features, rescored
from index.tune_rerank import cross_validated, figures, fitted

NAMES = RerankWeights.__slots__


def _wanted(question: str) -> Wanted:
    return Wanted.of(question, lambda _: 1.0, {})


def _place(*sentences: str) -> Place:
    return Place([frozenset(s.split()) for s in sentences], fused=0.5, dense=0.4, context=0.3)


def _named(question: str, *sentences: str) -> dict[str, float]:
    return dict(zip(NAMES, features(_wanted(question), _place(*sentences)), strict=True))


def test_scores_are_handed_on() -> None:
    found = _named("Ai?", "không")
    assert (found["fused"], found["dense"], found["context"]) == (0.5, 0.4, 0.3)


def test_figures_and_names_of_the_question_are_looked_for() -> None:
    found = _named("Dân số của Hà Nội năm 2030?", "dân số hà nội năm 2025")
    assert found["figures"] == 0
    assert found["names"] == 1
    assert _named("Dân số là bao nhiêu?", "dân số")["figures"] == 1


def test_two_sentences_side_by_side_count_together() -> None:
    found = _named("một hai ba bốn", "một hai", "ba bốn", "một")
    assert found["adjacent"] == pytest.approx(1)
    assert found["sentence"] == pytest.approx(0.5)


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_gives_finite_features(question: str, sentences: list[str]) -> None:
    found = features(_wanted(question), _place(*sentences))
    assert len(found) == len(NAMES)
    assert np.isfinite(found).all()


def test_holding_more_of_the_question_never_lowers_the_score() -> None:
    wanted = _wanted("Thu nhập của Hà Nội năm 2030")
    poor, rich = rescored(wanted, [_place("thu nhập"), _place("thu nhập của hà nội năm 2030")])
    assert rich > poor
    assert all(getattr(WEIGHTS, name) > 0 for name in NAMES)


def test_paragraphs_come_once_each_best_first(
    opened: Index, programme: tuple[Document, ...]
) -> None:
    hits = opened.retriever.paragraphs("Tỷ lệ đô thị hóa là bao nhiêu?", 5)
    places = [(hit.passage.document, hit.passage.context) for hit in hits]
    assert len(set(places)) == len(places) <= 5
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert "đô thị hóa" in opened.documents[places[0][0]].quote(places[0][1])
    assert opened.retriever.paragraphs("?!", 5) == ()
    assert {document.name for document in programme} >= {name for name, _ in places}


def test_weights_are_learned_from_examples() -> None:
    random = np.random.default_rng(7)
    rows = random.normal(size=(200, 6, 3))
    right = (rows @ np.array([2.0, -1.0, 0.0])).argmax(axis=1)
    weights = fitted(rows, right)
    assert weights[0] > 0 > weights[1]
    hit, gain = cross_validated(rows, right, np.arange(200))
    assert hit > 0.9
    assert gain > hit


def test_a_paragraph_that_was_not_nominated_counts_as_missed() -> None:
    assert figures(np.array([[2.0, 1.0]]), np.array([-1])) == (0.0, 0.0)
    assert figures(np.array([[2.0, 1.0]]), np.array([0])) == (1.0, 1.0)
