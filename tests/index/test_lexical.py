"""BM25 finds the passage, typed with or without diacritics, and normalises the same way."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Document
from corpus.normalize import strip_diacritics, syllables
from index.lexical import LexicalIndex, terms_of
from tests.index.fakes import document

QUERY = "tỷ lệ đô thị hóa là bao nhiêu"


def _best(index: LexicalIndex, query: str, field: str) -> int:
    return int(np.argmax(getattr(index.scores(terms_of(query)), field)))


def test_each_score_finds_its_passage(programme: tuple[Document, ...]) -> None:
    index = LexicalIndex.build(programme)
    texts = [d.quote(p.span) for d in programme for p in d.passages]
    wanted = texts.index("Tỷ lệ đô thị hóa đạt 75%.")
    assert _best(index, QUERY, "lexical") == wanted
    assert _best(index, QUERY, "folded") == wanted
    assert _best(index, strip_diacritics(QUERY), "folded") == wanted


def test_folding_does_not_change_with_how_the_question_was_typed(
    programme: tuple[Document, ...],
) -> None:
    index = LexicalIndex.build(programme)
    typed, bare = (index.scores(terms_of(q)) for q in (QUERY, strip_diacritics(QUERY)))
    np.testing.assert_allclose(typed.folded, bare.folded)


def test_headings_are_a_weaker_context(programme: tuple[Document, ...]) -> None:
    index = LexicalIndex.build(programme)
    texts = [d.quote(p.span) for d in programme for p in d.passages]
    context = index.scores(terms_of("giải pháp văn hóa")).context
    heading = texts.index("# II. Giải pháp về văn hóa")
    below = texts.index("Bảo tồn di sản ở nông thôn.")
    elsewhere = texts.index("Xử lý nước thải đô thị.")
    assert context[heading] > context[below] > context[elsewhere]


def test_scores_mean_the_same_for_short_and_long_questions() -> None:
    index = LexicalIndex.build([document("a", "một hai ba bốn", "năm sáu bảy tám")])
    for query in ("một hai", "một hai ba bốn"):
        scores = index.scores(terms_of(query)).lexical
        np.testing.assert_allclose(scores, [1.0, 0.0], atol=1e-6)
    assert index.scores(terms_of("một hai chín mười")).lexical[0] < 0.7


def test_saving_and_loading_changes_nothing(
    programme: tuple[Document, ...], tmp_path: Path
) -> None:
    index = LexicalIndex.build(programme)
    index.save(tmp_path)
    before, after = (i.scores(terms_of(QUERY)) for i in (index, LexicalIndex.load(tmp_path)))
    for field in ("lexical", "folded", "context"):
        np.testing.assert_array_equal(getattr(before, field), getattr(after, field))


def test_passages_without_a_syllable_or_a_heading_are_indexed() -> None:
    index = LexicalIndex.build([document("a", "…", "---")])
    assert not index.scores(terms_of("gì")).lexical.any()


@given(st.text(max_size=40))
def test_any_text_becomes_terms(text: str) -> None:
    terms = terms_of(text)
    assert len(terms.comparable) == len(terms.folded) == max(0, 2 * terms.singles - 1)


def test_sentences_are_counted_as_one_by_one(programme: tuple[Document, ...]) -> None:
    documents = (*programme, document("lặp", "Cây cây cây. … . Cây xanh. Cây xanh."))
    index = LexicalIndex.build(documents)
    sentences = [set(syllables(d.quote(p.span))) for d in documents for p in d.passages]
    for form in set().union(*sentences):
        assert index.sentences_with(form) == sum(form in one for one in sentences)
    assert index.sentences_with("cây") >= 3
    assert [index.sentences_with(form) for form in ("", "cây xanh", "không có")] == [0, 0, 0]
