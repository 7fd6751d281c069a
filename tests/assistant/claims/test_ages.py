"""The age and year of birth that the text prints after a person's name."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import canonical, document_of

TEXT = """Hai nhà vườn ở cù lao Mây

Ông Lê Thanh Liêm (61 tuổi, xã Hòa Ninh) trồng chôm chôm từ khi ra riêng.

Cháu nội là Lê Thanh Tùng (SN 1999), trú cùng xã, lo việc bán hàng trên mạng.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over((document_of("tin", canonical(TEXT)),))


@pytest.mark.parametrize(
    ("statement", "stated"),
    [
        ("Ông Lê Thanh Liêm 70 tuổi, ở xã Hòa Ninh.", "61 tuổi"),
        ("Anh Lê Thanh Tùng sinh năm 1995.", "SN 1999"),
    ],
)
def test_another_age_is_told(assistant: Assistant, statement: str, stated: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert [difference.stated for difference in verdict.differences] == [stated]


@pytest.mark.parametrize(
    "statement",
    ["Ông Lê Thanh Liêm 61 tuổi, ở xã Hòa Ninh.", "Ông Lê Thanh Liêm nghỉ làm khi 65 tuổi."],
)
def test_the_same_age_or_another_time_is_not_refuted(assistant: Assistant, statement: str) -> None:
    assert assistant.check(statement).kind is not VerdictKind.REFUTED
