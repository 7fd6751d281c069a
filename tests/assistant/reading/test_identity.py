"""What kind a thing is said to be, by a copula or by the label of its line."""

import pytest

from assistant.reading.identity import other_kind
from tests.assistant.reading.fakes import Desk

PLAN = """Lễ hội cam

1. Cơ quan chỉ đạo: Ban Thường vụ Huyện ủy Bình Mai.

2. Cơ quan tổ chức: Ủy ban nhân dân huyện Bình Mai.
"""


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Ban Thường vụ Huyện ủy là cơ quan tổ chức lễ hội phải không?", "1. Cơ quan chỉ đạo"),
        ("Ban Thường vụ Huyện ủy là cơ quan chỉ đạo phải không?", ""),
    ],
)
def test_the_label_of_a_line_tells_another_kind(question: str, kind: str) -> None:
    desk = Desk.of(PLAN)
    found = other_kind(desk.read(question))
    assert (found[1].of(desk.document.text) if found else "") == kind
