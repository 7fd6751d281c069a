"""Who leads a task and who joins in it: by a clause, by a table's columns, by labelled lines."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import canonical, document_of

TEXT = """Kế hoạch trồng cây xanh tỉnh Phước An

I. PHÂN CÔNG

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp |
| --- | --- | --- | --- |
| 1 | Lập bản đồ cây xanh đô thị | Sở Xây dựng | Sở Khoa học và Công nghệ |
| 2 | Ươm giống cây bản địa | Sở Nông nghiệp và Môi trường | Sở Tài chính |

II. NHIỆM VỤ KHÁC

1. Mở lớp hướng dẫn chăm sóc cây cho học sinh

Cơ quan chủ trì: Sở Giáo dục và Đào tạo.

Cơ quan phối hợp: Tỉnh đoàn Phước An.

III. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí chăm sóc cây hằng năm.

2. Báo Phước An phối hợp với Sở Văn hóa và Thể thao tuyên truyền kế hoạch trồng cây.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over((document_of("ke-hoach", canonical(TEXT)),))


@pytest.mark.parametrize(
    ("statement", "stated"),
    [
        ("Sở Nội vụ chủ trì bố trí kinh phí chăm sóc cây.", "Sở Tài chính chủ trì"),
        (
            "Sở Văn hóa và Thể thao chủ trì tuyên truyền kế hoạch trồng cây.",
            "phối hợp với Sở Văn hóa và Thể thao",
        ),
        ("Sở Khoa học và Công nghệ chủ trì lập bản đồ cây xanh đô thị.", "Sở Xây dựng chủ trì"),
        ("Sở Xây dựng phối hợp lập bản đồ cây xanh đô thị.", "Sở Khoa học và Công nghệ phối hợp"),
    ],
)
def test_who_joins_in_does_not_lead(assistant: Assistant, statement: str, stated: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert [difference.stated for difference in verdict.differences] == [stated]


@pytest.mark.parametrize(
    "statement",
    [
        "Sở Tài chính chủ trì bố trí kinh phí chăm sóc cây hằng năm.",
        "Sở Xây dựng chủ trì lập bản đồ cây xanh đô thị.",
        "Sở Tài chính phối hợp ươm giống cây bản địa.",
        "Sở Nội vụ phối hợp bố trí kinh phí chăm sóc cây hằng năm.",
    ],
)
def test_who_leads_and_who_joins_in_is_borne_out(assistant: Assistant, statement: str) -> None:
    assert assistant.check(statement).kind is VerdictKind.SUPPORTED


def test_labelled_lines_tell_who_leads(assistant: Assistant) -> None:
    wrong = assistant.check(
        "Tỉnh đoàn Phước An chủ trì mở lớp hướng dẫn chăm sóc cây cho học sinh."
    )
    assert wrong.kind is not VerdictKind.SUPPORTED


def test_a_question_whether_one_leads_who_joins_in_is_denied(assistant: Assistant) -> None:
    answer = assistant.ask("Sở Nội vụ chủ trì bố trí kinh phí chăm sóc cây phải không?")
    assert answer.text.startswith("Không")
    assert "Sở Tài chính chủ trì" in answer.text


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("Chính phủ thống lĩnh lực lượng vũ trang.", VerdictKind.REFUTED),
        ("Chủ tịch nước thống lĩnh lực lượng vũ trang.", VerdictKind.SUPPORTED),
    ],
)
def test_whose_a_thing_done_is(statement: str, kind: VerdictKind) -> None:
    text = (
        "Luật\n\nLực lượng vũ trang đặt dưới sự lãnh đạo của Đảng, sự thống lĩnh của Chủ tịch "
        "nước, sự quản lý thống nhất của Chính phủ.\n"
    )
    from assistant.assemble import assistant_over

    assert assistant_over((document_of("d", canonical(text)),)).check(statement).kind is kind
