"""Bodies of a statement: a part of a name is not the name, and who does a thing is named."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import canonical, document_of

TEXT = """Nghị quyết về kế hoạch năm 2027

Ngày 9/12/2026, HĐND tỉnh ban hành Nghị quyết số 11/NQ-HĐND về kế hoạch năm 2027.

UBND tỉnh giao Ban Dân tộc tỉnh chủ trì, phối hợp với các sở, ngành triển khai kế hoạch.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over((document_of("nghi-quyet", canonical(TEXT)),))


def test_another_body_of_the_same_province_is_another(assistant: Assistant) -> None:
    verdict = assistant.check("Nghị quyết số 11/NQ-HĐND do UBND tỉnh ban hành.")
    assert verdict.kind is VerdictKind.REFUTED
    assert (verdict.differences[0].claimed, verdict.differences[0].stated) == (
        "UBND tỉnh", "HĐND tỉnh",
    )  # fmt: skip


def test_a_name_written_out_is_the_same(assistant: Assistant) -> None:
    verdict = assistant.check("Hội đồng nhân dân tỉnh ban hành Nghị quyết số 11/NQ-HĐND.")
    assert verdict.kind is VerdictKind.SUPPORTED


def test_who_does_it_is_named_in_the_difference(assistant: Assistant) -> None:
    verdict = assistant.check("Sở Nội vụ chủ trì triển khai kế hoạch.")
    assert verdict.kind is VerdictKind.REFUTED
    assert verdict.differences[0].stated == "Ban Dân tộc tỉnh"


@pytest.mark.parametrize(
    ("statement", "stated"),
    [
        ("Nghị quyết có hiệu lực từ ngày 1/7/2027.", "ngày 01/01/2027"),
        ("Nghị quyết được thông qua ngày 10/12/2026.", "9/12/2026"),
    ],
)
def test_another_day_of_the_same_is_a_difference(statement: str, stated: str) -> None:
    from assistant.assemble import assistant_over

    text = (
        "Sáng 9/12/2026, hội đồng đã thông qua Nghị quyết về phí tham quan.\n\n"
        "Nghị quyết có hiệu lực thi hành từ ngày 01/01/2027 và được thực hiện trong 5 năm."
    )
    verdict = assistant_over((document_of("phi", canonical(text)),)).check(statement)
    assert verdict.kind is VerdictKind.REFUTED
    assert stated in verdict.differences[0].stated
