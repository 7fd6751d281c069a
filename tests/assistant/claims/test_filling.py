"""By whom or what a thing is done, which way a figure goes, who issued a document."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import canonical, document_of

TEXT = """Phòng bệnh đốm lá cà phê ở Đắk Tơ

Bệnh đốm lá cà phê là bệnh do nấm gây ra trên cây non.

Căn cứ Nghị quyết số 21/2020/NQ-HĐND ngày 08/7/2020 của Hội đồng nhân dân tỉnh về phòng bệnh cây;

Phòng Tài chính có trách nhiệm bố trí kinh phí; Phòng Tư pháp có trách nhiệm kiểm tra văn bản.

Tỷ lệ vườn ươm sạch bệnh tăng từ 50% lên 75%; tỷ lệ cây chết giảm từ 30% xuống 12%.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over((document_of("tin", canonical(TEXT)),))


@pytest.mark.parametrize(
    "statement",
    [
        "Bệnh đốm lá cà phê do vi khuẩn gây ra.",
        "Phòng Tư pháp bố trí kinh phí.",
        "Tỷ lệ cây chết tăng lên 12%.",
    ],
)
def test_another_in_its_place_is_refuted(assistant: Assistant, statement: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert verdict.differences


@pytest.mark.parametrize(
    "statement",
    [
        "Bệnh đốm lá cà phê do nấm gây ra.",
        "Nghị quyết số 21/2020/NQ-HĐND do HĐND tỉnh ban hành.",
        "Phòng Tài chính bố trí kinh phí.",
        "Tỷ lệ cây chết giảm xuống 12%.",
        "Tỷ lệ vườn ươm sạch bệnh tăng lên 75%.",
    ],
)
def test_the_same_in_its_place_is_borne_out(assistant: Assistant, statement: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.SUPPORTED, verdict.explanation


def test_who_did_not_issue_a_document_is_not_borne_out(assistant: Assistant) -> None:
    verdict = assistant.check("Nghị quyết số 21/2020/NQ-HĐND do Ủy ban nhân dân tỉnh ban hành.")
    assert verdict.kind is not VerdictKind.SUPPORTED, verdict.explanation
