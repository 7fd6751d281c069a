"""The claim check over the shipped document: figures, names, dates, wording, pasted texts."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from assistant.claims import Aspect
from corpus.errors import QuestionError
from corpus.read import document_of, read_documents
from corpus.shipped import shipped_paths
from evals.mutants.__main__ import judged, share_right


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over(read_documents(shipped_paths()))


@pytest.mark.parametrize(
    "statement",
    [
        "Thu nhập bình quân đầu người đến năm 2025 đạt 8,3-8,5 nghìn USD/người/năm.",
        "Đến năm 2030, thu nhập bình quân đầu người vượt 12500 đô la Mỹ.",
        "Theo báo chí, tỷ lệ đô thị hóa năm 2025 đạt 60,0-62,0 phần trăm.",
        "Tỷ lệ đô thị hóa năm 2030 trên 75%, phải không?",
        "ty le do thi hoa den nam 2025 dat tu 60-62%",
        "Công nghiệp hỗ trợ có ba lĩnh vực chủ chốt.",
        "Nghị quyết số 29-NQ/TW được ban hành vào tháng 11/2022.",
        "Hà Nội phấn đấu đi đầu cả nước trong phát triển nông nghiệp sinh thái.",
    ],
)
def test_what_the_text_says_in_other_words_is_supported(
    assistant: Assistant, statement: str
) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.SUPPORTED, verdict.explanation
    assert verdict.citations
    assert not verdict.differences


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("Đến năm 2030, tỷ lệ đô thị hóa đạt 75%.", Aspect.BOUND),
        ("Đến năm 2030, tỷ lệ đô thị hóa đạt trên 80%.", Aspect.VALUE),
        ("Đến năm 2025, tỷ lệ đô thị hóa đạt trên 75%.", Aspect.VALUE),
        ("Thu nhập bình quân đầu người năm 2025 đạt 8.300-8.500 USD/người/tháng.", Aspect.UNIT),
        ("Thu nhập bình quân đầu người năm 2027 đạt trên 12.500 USD.", Aspect.TIME),
        ("Hà Nội phối hợp với Bộ Xây dựng để xây dựng Luật Thủ đô (sửa đổi).", Aspect.NAME),
        ("Thành ủy Hà Nội ban hành Chương trình hành động số 12-CTr/TU.", Aspect.NUMBER),
        ("Nghị quyết số 29-NQ/TW ban hành ngày 17/12/2022.", Aspect.TIME),
        ("Hà Nội không phối hợp với Bộ Tư pháp xây dựng Luật Thủ đô.", Aspect.NEGATION),
        ("Thành phố ưu tiên các ngành có hàm lượng phát thải các bon cao.", Aspect.CONTENT),
    ],
)
def test_what_the_text_says_otherwise_is_refuted_with_the_difference(
    assistant: Assistant, statement: str, what: Aspect
) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert what in {difference.what for difference in verdict.differences}


@pytest.mark.parametrize(
    "statement",
    [
        "Tỷ lệ đô thị hóa của Hà Nội năm 2035 là 80%.",
        "Tỷ lệ đô thị hóa của Đà Nẵng đến năm 2030 đạt trên 75%.",
        "Hà Nội đầu tư 5.000 tỷ đồng cho làng nghề truyền thống.",
        "Thành phố xây dựng sân bay thứ hai ở phía nam.",
        "Chương trình thực hiện Luật số 24/2023/QH15.",
    ],
)
def test_what_the_text_does_not_say_is_not_found(assistant: Assistant, statement: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.NOT_FOUND, verdict.explanation


def test_every_citation_is_a_slice(assistant: Assistant) -> None:
    for statement in ("Tỷ lệ đô thị hóa năm 2030 trên 75%.", "Tỷ lệ đô thị hóa năm 2030 là 1%."):
        for citation in assistant.check(statement).citations:
            assert assistant.documents[citation.document].quote(citation.span) == citation.quote


def test_a_pasted_text_is_judged_statement_by_statement(assistant: Assistant) -> None:
    text = "Chương trình có 26 chỉ tiêu. Tỷ lệ đô thị hóa năm 2025 đạt 70%.\nHà Nội có 9 đảo."
    verdict = assistant.check(text)
    kinds = [part.kind for part in verdict.parts]
    assert kinds == [VerdictKind.SUPPORTED, VerdictKind.REFUTED, VerdictKind.NOT_FOUND]
    assert verdict.kind is VerdictKind.REFUTED


def test_two_facts_of_one_sentence_are_both_judged(assistant: Assistant) -> None:
    fact = "Đến năm 2025, thu nhập bình quân đầu người đạt 8.300-8.500 USD và tỷ lệ đô thị hóa đạt "
    assert assistant.check(f"{fact}60-62%.").kind is VerdictKind.SUPPORTED
    assert assistant.check(f"{fact}70%.").kind is VerdictKind.REFUTED


def test_an_open_question_claims_nothing(assistant: Assistant) -> None:
    verdict = assistant.check("Tỷ lệ đô thị hóa năm 2025 là bao nhiêu?")
    assert verdict.kind is VerdictKind.NOT_FOUND
    assert "câu hỏi" in verdict.explanation


@pytest.mark.parametrize("statement", ["", "  \n", "a" * 200_000, "<b>26</b> chỉ tiêu", "…!", "75"])
def test_what_cannot_be_checked_is_refused_in_one_line(
    assistant: Assistant, statement: str
) -> None:
    with pytest.raises(QuestionError) as refusal:
        assistant.check(statement)
    assert "\n" not in str(refusal.value)


def test_statements_made_from_the_register_are_judged_right(assistant: Assistant) -> None:
    found = [each for document in assistant.documents.values() for each in judged(document)]
    assert share_right(found, true=True) >= 0.95
    assert share_right(found, true=False) >= 0.99
    assert not [each for each in found if each.made.other_value and not each.right]
    assert sum(not each.made.true for each in found) > 100


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("Chương trình đặt ra 25 chỉ tiêu.", VerdictKind.REFUTED),
        ("Chương trình đặt ra 26 chỉ tiêu.", VerdictKind.SUPPORTED),
        ("Chương trình có 9 chỉ tiêu.", VerdictKind.REFUTED),  # 9 is a part
        ("Chương trình có 9 chỉ tiêu về văn hóa, xã hội.", VerdictKind.SUPPORTED),
        ("Chương trình có 9 chỉ tiêu về kinh tế.", VerdictKind.REFUTED),
        ("Chương trình có 5 chỉ tiêu về y tế.", VerdictKind.NOT_FOUND),
        ("Trong 26 chỉ tiêu có 4 chỉ tiêu về môi trường.", VerdictKind.SUPPORTED),
    ],
)
def test_a_whole_count_is_told_from_its_parts(
    assistant: Assistant, statement: str, kind: VerdictKind
) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is kind, verdict.explanation


@pytest.mark.parametrize(
    "statement",
    [
        "Hà Nội sẽ tổ chức hội nghị tổng kết chương trình vào ngày 12/5/2024.",
        "Năm 2028 Hà Nội có 15 khu công nghệ cao.",
        "Hà Nội chi 300 triệu USD cho công nghiệp bán dẫn.",
    ],
)
def test_a_date_or_figure_of_something_else_contradicts_nothing(
    assistant: Assistant, statement: str
) -> None:
    assert assistant.check(statement).kind is VerdictKind.NOT_FOUND


def test_what_both_deny_after_ma_is_no_difference() -> None:
    from assistant.assemble import assistant_over

    text = "Quy định\n\nPhụ huynh được tham gia giám sát bếp ăn không báo trước, mỗi tháng một lần."
    assistant = assistant_over([document_of("quy-dinh", text)])
    same = assistant.check("Phụ huynh được giám sát bếp ăn mà không cần báo trước.")
    assert same.kind is VerdictKind.SUPPORTED, same.explanation


def test_the_same_value_of_what_is_not_known_contradicts_nothing() -> None:
    from assistant.assemble import assistant_over

    text = "Trường học\n\nToàn huyện hiện còn thiếu hơn 300 GVMN so với biên chế được giao.\n"
    assistant = assistant_over([document_of("truong-hoc", text)])
    verdict = assistant.check("Toàn huyện hiện còn thiếu trên 300 cô nuôi dạy trẻ.")
    assert not verdict.differences
