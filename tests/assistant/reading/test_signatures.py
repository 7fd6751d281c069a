"""Who holds an office is told by the signature of a document."""

import pytest

from tests.assistant.reading.fakes import Desk

DECISION = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG HƯƠNG

Số: 45/QĐ-UBND

Đồng Hương, ngày 07 tháng 02 năm 2023

QUYẾT ĐỊNH

Về việc trồng cây xanh đô thị

Theo đề nghị của Giám đốc Sở Vườn rừng tại Tờ trình số 9/TTr-SVR ngày 02 tháng 02 năm 2023,

Điều 1. Trồng 30 ha rừng.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Thị Hoa Lê
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Chủ tịch Ủy ban nhân dân tỉnh Đồng Hương là ai?", "Nguyễn Thị Hoa Lê"),
        ("Ai là Chủ tịch Ủy ban nhân dân tỉnh?", "Nguyễn Thị Hoa Lê"),
        ("Bà Nguyễn Thị Hoa Lê giữ chức gì?", "CHỦ TỊCH"),
        ("Ai đề nghị ban hành quyết định này?", "Giám đốc Sở Vườn rừng"),
        ("Sở nào đề nghị ban hành quyết định?", "Giám đốc Sở Vườn rừng"),
        ("Quyết định 45 của tỉnh nào?", "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG HƯƠNG"),
    ],
)
def test_a_signature_and_a_head_tell_who_holds_and_who_proposed(question: str, value: str) -> None:
    facts = Desk.of(DECISION).read(question).about
    assert [fact.document.quote(fact.printed.value) for fact in facts] == [value]
    assert all(fact.printed.clause.covers(fact.printed.value) for fact in facts)


@pytest.mark.parametrize(
    "question",
    [
        "Phó Chủ tịch Ủy ban nhân dân tỉnh là ai?",
        "Chủ tịch Hội đồng nhân dân tỉnh là ai?",
        "Chủ tịch Ủy ban nhân dân tỉnh Sơn Hải là ai?",
        "Giám đốc Sở Vườn rừng là ai?",
        "Bà Nguyễn Thị Mai giữ chức gì?",
        "Chủ tịch Ủy ban nhân dân tỉnh giao ai trồng rừng?",
    ],
)
def test_a_signature_tells_no_other_office(question: str) -> None:
    assert not Desk.of(DECISION).read(question).about


def test_a_deputy_signing_for_the_head_is_not_the_head() -> None:
    desk = Desk.of(DECISION.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"))
    assert not desk.read("Chủ tịch Ủy ban nhân dân tỉnh là ai?").about
    facts = desk.read("Phó Chủ tịch Ủy ban nhân dân tỉnh là ai?").about
    assert [fact.document.quote(fact.printed.value) for fact in facts] == ["Nguyễn Thị Hoa Lê"]
