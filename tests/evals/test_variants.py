"""Distorted questions: repeatable, recognisable, and undone by what should undo them."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from corpus.normalize import strip_diacritics
from evals.cases import Case, Kind
from evals.variants import CLEAN, VARIANTS, distorted, source_of, telex, variants_of

RANDOM = Random(0)  # noqa: S311  (repeatable, not secret)
QUESTION = "Tỷ lệ đô thị hóa đến năm 2030 của Hà Nội là bao nhiêu?"


def test_every_variant_differs_and_repeats() -> None:
    made = dict(variants_of(QUESTION, "a"))
    assert made == dict(variants_of(QUESTION, "a"))
    assert set(made) == {CLEAN, *VARIANTS}
    assert made[CLEAN] == QUESTION
    assert len(set(made.values())) == len(made)
    assert made["không dấu"] == "Ty le do thi hoa den nam 2030 cua Ha Noi la bao nhieu?"


def test_telex_is_what_the_keys_would_give() -> None:
    assert telex("Tỷ lệ đô thị hóa", RANDOM) == "Tyr leej ddoo thij hoas"
    assert telex("Người Đường", RANDOM) == "Nguwowif Dduwowngf"
    assert telex("USD/người (sửa đổi)?", RANDOM) == "USD/nguwowif (suwar ddooir)?"


@given(st.text(), st.text(max_size=5))
def test_any_text_can_be_distorted(text: str, seed: str) -> None:
    made = dict(variants_of(text, seed))
    assert strip_diacritics(made["không dấu"]) == made["không dấu"]
    assert all(isinstance(question, str) for question in made.values())


def test_only_clean_cases_are_distorted() -> None:
    fact = Case("a", Kind.FACT, QUESTION, must=(("75%",),))
    turn = Case("b", Kind.MULTI_TURN, "còn 2025?", history=(QUESTION,), must=(("60",),))
    made = distorted([fact, turn])
    assert {case.label for case in made} == {CLEAN, *VARIANTS}
    assert {source_of(case.id) for case in made} == {"a"}
    assert all(case.must == fact.must for case in made)
