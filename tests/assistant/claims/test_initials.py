"""Abbreviations that a text coins itself are known by the initials of a statement's words."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import document_of

_TEXT = """Báo cáo sắp xếp trung tâm

Năm 2020 toàn tỉnh có 96 TTDNC, riêng số TTDNC của các huyện giảm 14 trung tâm.

Số lượng người làm việc trong các TTDNC năm 2020 là 1.812 người, năm 2024 là 1.978 người.

Phí qua cầu dự kiến tăng lên 35.000 đồng/lượt.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over([document_of("bao-cao", _TEXT)])


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("Số trung tâm dạy nghề công của các huyện giảm 14 trung tâm.", VerdictKind.SUPPORTED),
        (
            "Năm 2024 số người làm việc trong các trung tâm dạy nghề công là 1.812 người.",
            VerdictKind.REFUTED,
        ),
    ],
)
def test_a_short_form_stands_for_its_words(
    assistant: Assistant, statement: str, kind: VerdictKind
) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is kind, verdict.explanation


def test_what_is_planned_bears_out_nothing_of_now(assistant: Assistant) -> None:
    now = assistant.check("Phí qua cầu hiện nay là 35.000 đồng/lượt.")
    assert now.kind is not VerdictKind.SUPPORTED
    planned = assistant.check("Phí qua cầu dự kiến tăng lên 35.000 đồng/lượt.")
    assert planned.kind is VerdictKind.SUPPORTED


def test_what_is_counted_may_stand_abbreviated(assistant: Assistant) -> None:
    more = assistant.ask("Năm 2020 toàn tỉnh có trên 90 trung tâm dạy nghề công đúng không?")
    assert more.text.startswith("Có"), more.text


def test_a_figure_by_its_name_is_not_contradicted_by_a_total() -> None:
    from assistant.assemble import assistant_over

    text = (
        "Công khai nợ\n\nSố nợ phí của cả thành phố lên tới hơn 480 tỉ đồng.\n\n"
        "Một cá nhân tên Lê Thị Hồng Lam nợ 12 tỉ.\n"
    )
    verdict = assistant_over([document_of("no", text)]).check("Bà Lê Thị Hồng Lam nợ phí 12 tỉ.")
    assert not verdict.differences
