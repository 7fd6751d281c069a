"""Coverage: how much of a question's content a text meets, word by word and by synonyms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.matching import ALONE, Matcher, Rarity, Synonym, View
from assistant.words import content_terms
from corpus.frequency import RAREST

WORDS = st.lists(
    st.sampled_from(["thu", "nhập", "người", "hộ", "nghèo", "rừng", "làng", "nghề"]), max_size=30
)


def matcher(question: str, *synonyms: Synonym) -> Matcher:
    texts = [View(synonym.meant) for synonym in synonyms]
    return Matcher(content_terms(question), Rarity.over(texts, {}), synonyms)


def said(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("hộ nghèo", True),
        ("nghèo", True),
        ("nghèo hộ", False),
        ("hộ nghèo giảm nhanh", True),
        ("hộ nghèo giảm nhanh quá", False),
        ("", False),
    ],
)
def test_a_phrase_stands_side_by_side(phrase: str, *, stands: bool) -> None:
    assert View.of("Hộ nghèo giảm nhanh.").has(said(phrase)) is stands


def test_a_view_is_of_comparable_syllables() -> None:
    assert View.of("Tỷ lệ: hoá-chất") == View.of("tỉ lệ HÓA chất")


@given(WORDS, WORDS)
def test_coverage_is_a_share(question: list[str], text: list[str]) -> None:
    view = View.of(" ".join(text))
    match = matcher(" ".join(question))
    covered = match.coverage([(1.0, view)])
    assert 0 <= covered.share <= 1 + 1e-9
    assert len(covered.met) == len(match.terms) == len(match.weights)
    assert all(0 <= share <= 1 for share in covered.met)
    assert match.coverage([(0.5, view)]).share <= covered.share + 1e-9
    assert match.coverage([(1.0, view), (0.5, view)]) == covered


@given(WORDS, st.text(max_size=30))
def test_a_text_meets_itself_and_more_text_never_meets_less(words: list[str], more: str) -> None:
    question = " ".join(words)
    match = matcher(question)
    if match.terms:
        assert match.coverage([(1.0, View.of(question))]).share == pytest.approx(1.0)
    alone = match.met(View.of("hộ nghèo"))
    both = match.met(View.of(f"hộ nghèo {more}"))
    assert all(a <= b for a, b in zip(alone, both, strict=True))


def test_a_syllable_away_from_its_neighbour_counts_half() -> None:
    match = matcher("hộ nghèo")
    assert match.met(View.of("hộ nghèo")) == (1.0, 1.0)
    assert match.met(View.of("hộ khẩu")) == (ALONE, 0.0)
    assert match.met(View.of("nghèo nàn hộ khẩu")) == (ALONE, ALONE)


def test_what_no_indexed_text_can_say_is_no_synonym() -> None:
    wage = Synonym(said("lương"), said("thu nhập"), 0.9)
    match = Matcher(content_terms("lương"), Rarity.over([View.of("thu hoạch")], {}), [wage])
    assert match.met(View.of("thu nhập bình quân")) == (0.0,)


def test_a_synonym_meets_its_phrase_by_its_weight() -> None:
    wage = Synonym(said("lương"), said("thu nhập"), 0.9)
    match = matcher("lương", wage)
    assert match.met(View.of("thu nhập bình quân")) == (0.9,)
    assert match.literal(View.of("thu nhập bình quân")) == 0
    assert match.met(View.of("lương cơ bản")) == (1.0,)
    assert match.met(View.of("nhập thu")) == (0.0,)


def test_a_synonym_of_words_not_asked_is_nothing() -> None:
    other = Synonym(said("rừng"), said("biển"))
    assert matcher("lương", other).met(View.of("biển")) == (0.0,)


def test_a_question_without_content_is_met_by_nothing() -> None:
    assert matcher("là gì?").coverage([(1.0, View.of("gì cũng được"))]).share == 0


def test_one_view_asked_twice_says_the_same() -> None:
    match = matcher("hộ nghèo", Synonym(said("nghèo"), said("khó khăn")))
    views = [View.of(f"hộ khó khăn số {number}") for number in range(50)]
    assert [match.met(view) for view in views] == [match.met(view) for view in views]
    for number in range(200):  # views that come and go are not mistaken for one another
        assert match.met(View.of("hộ nghèo" if number % 2 else "rừng")) == (
            (1.0, 1.0) if number % 2 else (0.0, 0.0)
        )


def test_what_is_rare_weighs_more() -> None:
    views = [View.of("của thành phố"), View.of("của tỉnh"), View.of("của rừng ngập mặn")]
    rarity = Rarity.over(views, {"của": 1.5, "thành": 3.0, "ngập": 8.0})
    assert rarity.of("của") < rarity.of("thành") < rarity.of("ngập") <= 1.0
    assert rarity.of("chưa-từng-thấy") > rarity.of("ngập")
    assert rarity.known("ngập")
    assert not rarity.known("chưa-từng-thấy")


@given(st.text(max_size=20), st.floats(0, RAREST, allow_subnormal=False))
def test_every_rarity_is_a_weight(form: str, general: float) -> None:
    for views in ([], [View.of("một hai"), View.of(form)]):
        assert 0 <= Rarity.over(views, {form: general}).of(form) <= 1.0 + 1e-9
