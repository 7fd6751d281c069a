"""What a question is about, before its first verb and after its asking words."""

import pytest

from assistant.understand.forms import taken_apart
from assistant.understand.nearby import beside
from assistant.understand.predicates import says_only_verbs
from assistant.understand.subjects import bare_subject, whole_subject
from assistant.understand.turns import wants_source
from corpus.normalize import comparable


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Hố sụt xuất hiện ở xã nào", "hố sụt"),
        ("Nhà máy được khởi công năm nào", "nhà máy"),
        ("Cụ bà bị kết án năm nào", "cụ bà"),
        ("Cụ Thêm bao nhiêu tuổi", ""),
        ("Ai ký Nghị quyết 57", ""),
    ],
)
def test_what_stands_before_the_first_verb(question: str, subject: str) -> None:
    assert bare_subject(question) == subject


@pytest.mark.parametrize(
    ("question", "subject"),
    [("Năm nào nhà máy đóng cửa", "nhà máy"), ("Vì sao giá gạo tăng", "giá gạo")],
)
def test_asking_words_before_what_is_asked_about(question: str, subject: str) -> None:
    assert subject in whole_subject(question)
    assert "nào" not in whole_subject(question)


@pytest.mark.parametrize("said", ["rộng bao nhiêu?", "đi đâu?", "bao giờ mở cửa?"])
def test_verbs_that_lack_somebody(said: str) -> None:
    assert says_only_verbs(comparable(said))


def test_a_short_question_may_be_of_what_does_not_act() -> None:
    asked = taken_apart("cách nhà dân bao xa?", "Hố sụt xuất hiện ở xã nào")
    assert "hố sụt cách nhà dân bao xa" in beside(
        "cách nhà dân bao xa?", asked, "Hố sụt xuất hiện ở xã nào", {}
    )


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("nằm ở đâu?", False),
        ("nằm ở mục nào?", True),
        ("ghi ở đâu vậy?", True),
    ],
)
def test_where_it_lies_is_no_question_for_a_source(said: str, *, source: bool) -> None:
    assert wants_source(said, "Hồ Lam rộng bao nhiêu?") is source
