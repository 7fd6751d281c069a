"""A yes/no question as a statement: what it is about, what it says, how it binds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.statement import Binds, statement_of


@pytest.mark.parametrize(
    ("question", "subject", "predicate", "binds"),
    [
        ("Thành phố có xã trực thuộc không?", "Thành phố", "xã trực thuộc", Binds.FACT),
        ("Con liệt sĩ có phải nhập ngũ không ạ?", "Con liệt sĩ", "nhập ngũ", Binds.DUTY),
        ("Khách có bắt buộc mua vé không?", "Khách", "mua vé", Binds.DUTY),
        ("Trẻ em có được vào không?", "Trẻ em", "vào", Binds.PERMISSION),
        ("Có được quay phim không?", "", "quay phim", Binds.PERMISSION),
        ("Quỹ có phải là quỹ từ thiện không?", "Quỹ", "quỹ từ thiện", Binds.FACT),
        ("Có phải xã được chia đất không?", "", "xã được chia đất", Binds.FACT),
        ("Giá đã giảm chưa?", "Giá", "giảm", Binds.FACT),
        ("Lễ khai mạc ở Huế, đúng không?", "", "Lễ khai mạc ở Huế", Binds.FACT),
    ],
)
def test_a_question_is_taken_apart(
    question: str, subject: str, predicate: str, binds: Binds
) -> None:
    found = statement_of(question)
    assert (found.subject, found.predicate, found.binds) == (subject, predicate, binds)


@given(
    st.text(alphabet=st.sampled_from(list("có không phải được là chưa đã miễn ?,.")), max_size=60)
)
def test_its_parts_are_words_of_the_question(text: str) -> None:
    found = statement_of(text)
    assert found.subject in text
    assert found.predicate in text
