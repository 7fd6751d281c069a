"""Near misses: sentences in one piece, questions altered in one thing, everyday words put in."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.sentence_model.near import (
    altered,
    everyday_words,
    in_everyday_words,
    near_misses,
    sentences,
)
from corpus.normalize import syllables


def drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - nothing secret


RIGHT = "Năm 1995 huyện An Phú khánh thành cây cầu dây văng dài 120 mét."
OTHER = "Đến năm 2004, trường trung học Hòa Bình mở thêm 15 phòng học kiên cố ở xã Vĩnh Lộc."
CONTEXT = f"{OTHER} {RIGHT} Bà con rất vui."
QUESTION = "Năm 1995 huyện An Phú khánh thành cây cầu dây văng nào?"
ROW = {
    "context": CONTEXT,
    "question": QUESTION,
    "answers": [{"text": "120 mét", "answer_start": CONTEXT.index("120 mét")}],
}


@given(st.text(alphabet="ab A.!?\n", max_size=40))
def test_sentences_leave_nothing_out(text: str) -> None:
    cut = sentences(text)
    kept = "".join(text[start:end] for start, end in cut)
    assert kept.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


def test_a_question_teaches_what_answers_it_and_what_does_not() -> None:
    found = [one for seed in range(20) for one in near_misses(ROW, {}, drawn(seed))]
    assert {one.sentence for one in found if one.right} == {RIGHT}
    assert {one.question for one in found if one.right} == {QUESTION}
    wrong = [one for one in found if not one.right]
    assert {one.sentence for one in wrong if one.question == QUESTION} == {OTHER, "Bà con rất vui."}
    assert any(one.sentence == RIGHT and one.question != QUESTION for one in wrong)


def test_an_altered_question_has_one_thing_that_the_sentence_has_not() -> None:
    for seed in range(30):
        changed = altered(QUESTION, RIGHT, CONTEXT, drawn(seed))
        assert set(syllables(changed)) - set(syllables(QUESTION)), changed
        assert abs(len(syllables(changed)) - len(syllables(QUESTION))) <= 2


def test_what_cannot_be_altered_is_left_out() -> None:
    assert altered("Ở đâu?", RIGHT, RIGHT, drawn(1)) == ""


@pytest.mark.parametrize("seed", range(5))
def test_everyday_words_take_the_place_of_the_documents(seed: int) -> None:
    everyday = everyday_words({("mở", "cửa"): ("khánh thành",)})
    said = in_everyday_words(QUESTION, everyday, drawn(seed))
    assert said in ("", "năm 1995 huyện an phú mở cửa cây cầu dây văng nào?")
    assert in_everyday_words("Vì sao?", everyday, drawn(seed)) == ""


def test_an_answer_outside_every_sentence_teaches_nothing() -> None:
    row = ROW | {"answers": [{"text": "x", "answer_start": len(CONTEXT) + 5}]}
    assert list(near_misses(row, {}, drawn(1))) == []
