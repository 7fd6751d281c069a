"""Questions about a document itself are answered from its head and foot."""

import pytest

from tests.assistant.reading.fakes import Desk

DECISION = """ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP

Số: 45/QĐ-UBND

Đồng Tháp, ngày 07 tháng 02 năm 2023

QUYẾT ĐỊNH

Phê duyệt kế hoạch trồng cây xanh đô thị

Điều 1. Phê duyệt kế hoạch trồng 30 ha rừng theo Nghị quyết số 12/NQ-HĐND ngày 09/12/2022.

Điều 2. Sở Xây dựng tổ chức thực hiện.

KT. CHỦ TỊCH

PHÓ CHỦ TỊCH

Nguyễn Thị Hoa
"""


@pytest.fixture(scope="module")
def decision() -> Desk:
    return Desk.of(DECISION)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Số hiệu của quyết định này?", "45/QĐ-UBND"),
        ("Quyết định này số mấy?", "45/QĐ-UBND"),
        ("Quyết định ban hành ngày nào?", "ngày 07 tháng 02 năm 2023"),
        ("Văn bản này được ký khi nào?", "ngày 07 tháng 02 năm 2023"),
        ("Cơ quan nào ban hành quyết định?", "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"),
        ("Ai ký quyết định này?", "Nguyễn Thị Hoa"),
        ("Ai là người ký tờ quyết định này?", "Nguyễn Thị Hoa"),
        ("Ai đặt bút ký văn bản này?", "Nguyễn Thị Hoa"),
        ("Người ký văn bản là ai?", "Nguyễn Thị Hoa"),
    ],
)
def test_what_a_document_says_of_itself(decision: Desk, question: str, value: str) -> None:
    facts = decision.read(question).about
    assert [fact.document.quote(fact.printed.value) for fact in facts] == [value]
    assert all(fact.printed.clause.covers(fact.printed.value) for fact in facts)


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định này số mấy, ngày nào?",
        "Quyết định này số bao nhiêu và ký khi nào?",
    ],
)
def test_a_number_and_its_date_asked_for_together(decision: Desk, question: str) -> None:
    facts = decision.read(question).about
    values = [fact.document.quote(fact.printed.value) for fact in facts]
    assert values == ["45/QĐ-UBND", "ngày 07 tháng 02 năm 2023"]


def test_a_number_of_a_document_without_a_date_is_told_alone() -> None:
    desk = Desk.of(DECISION.replace("Đồng Tháp, ngày 07 tháng 02 năm 2023\n\n", ""))
    facts = desk.read("Quyết định này số mấy, ngày nào?").about
    assert [fact.document.quote(fact.printed.value) for fact in facts] == ["45/QĐ-UBND"]


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định này có hiệu lực từ ngày nào?",
        "Nghị quyết được ban hành và áp dụng từ khi nào?",
        "Nghị quyết số 12/NQ-HĐND ban hành ngày nào?",  # another document
        "Sở nào tổ chức thực hiện?",
        "Quyết định này có số hiệu không?",
        "Trồng bao nhiêu ha rừng?",
        "Ai ký hợp đồng mua cây giống?",
    ],
)
def test_questions_about_something_else_are_left_to_reading(decision: Desk, question: str) -> None:
    assert decision.read(question).about == ()


def test_what_is_not_printed_is_not_made_up() -> None:
    desk = Desk.of("Một bài viết\n\nThành phố trồng cây xanh.\n")
    for question in ("Văn bản số mấy?", "Ai ký văn bản này?", "Văn bản ban hành ngày nào?"):
        assert desk.read(question).about == ()


def test_the_document_that_is_meant_is_taken() -> None:
    other = DECISION.replace("45/QĐ-UBND", "88/QĐ-UBND").replace("cây xanh đô thị", "nuôi cá tra")
    desk = Desk.of(DECISION, other)
    facts = desk.read("Quyết định phê duyệt kế hoạch nuôi cá tra số mấy?").about
    assert [fact.document.quote(fact.printed.value) for fact in facts] in ([], ["88/QĐ-UBND"])
    named = desk.read("Quyết định số 88/QĐ-UBND ban hành ngày nào?").about
    assert [fact.document.name for fact in named] == ["van-ban-2"]


def test_another_kind_of_document_is_another_one(decision: Desk) -> None:
    assert not decision.read("Nghị định về cây xanh đô thị là nghị định số mấy?").about


def test_what_a_document_is_about_stands_under_its_kind(decision: Desk) -> None:
    facts = decision.read("Quyết định này nói về việc gì?").about
    values = [fact.document.quote(fact.printed.value) for fact in facts]
    assert values == ["Phê duyệt kế hoạch trồng cây xanh đô thị"]


def test_a_document_named_by_its_own_number_is_the_one_that_speaks() -> None:
    repeal = "Điều 2. Bãi bỏ Quyết định số 31/QĐ-UBND ngày 4/5/2019 về vườn cây."
    best = Desk.of(f"{DECISION}\n{repeal}").read("Quyết định 45 bãi bỏ quyết định nào?").best
    assert best is not None
    assert best.key == "31/QĐ-UBND"


PLAN = "KẾ HOẠCH\n\nTrồng cây ăn quả trên địa bàn tỉnh Sơn La giai đoạn 2026-2028\n\nXã có 2 ha.\n"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Kế hoạch áp dụng ở tỉnh nào?", "tỉnh Sơn La"),
        ("Kế hoạch này của tỉnh nào?", "tỉnh Sơn La"),
        ("Kế hoạch trồng cây ăn quả thực hiện ở đâu?", "tỉnh Sơn La"),
        ("Giai đoạn của kế hoạch là từ năm nào đến năm nào?", "2026-2028"),
    ],
)
def test_where_and_for_which_years_a_plan_is(question: str, value: str) -> None:
    facts = Desk.of(PLAN).read(question).about
    values = [fact.document.quote(fact.printed.value) for fact in facts]
    assert [each.removeprefix("giai đoạn ") for each in values] == [value]


def test_where_something_in_a_plan_is_done_is_not_asked_of_its_title() -> None:
    assert not Desk.of(PLAN).read("Kế hoạch giao nuôi cá cho huyện nào?").about


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Điều 9 quy định về vấn đề gì?", "Quỹ dự trữ"),
        ("Điều 10 của luật nói về gì?", "Báo cáo"),
        ("Điều 90 quy định gì?", ""),
    ],
)
def test_what_an_article_is_about(question: str, title: str) -> None:
    text = "Luật quỹ\n\nĐiều 9. Quỹ dự trữ\n\n1. Lập quỹ.\n\nĐiều 10. Báo cáo\n\n1. Hằng quý.\n"
    facts = Desk.of(text).read(question).about
    assert "".join(fact.document.quote(fact.printed.value) for fact in facts) == title


def test_when_something_is_done_is_not_when_the_text_was_signed(decision: Desk) -> None:
    assert not decision.read("Quyết định ký để triển khai từ ngày nào?").about
    assert decision.read("Quyết định ký ngày nào?").about
