"""Deciding and composing over a small plan: each outcome, its status and its wording's parts."""

import numpy as np
import pytest

from assistant.answer import Answer, Status
from assistant.compose import Composer
from assistant.confidence import FEATURES, ConfidenceModel
from assistant.decide import Decision, Outcome, decide
from assistant.verify import violations
from prompts.load import load_templates
from tests.assistant.reading.conftest import PLAN
from tests.assistant.reading.fakes import Desk

SURE = ConfidenceModel(np.zeros(len(FEATURES)), 4.0, 0.5)
UNSURE = ConfidenceModel(np.zeros(len(FEATURES)), -4.0, 0.5)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(PLAN)


def decided(desk: Desk, question: str, model: ConfidenceModel = SURE) -> Decision:
    return decide(desk.read(question), desk.annotations, model)


def answered(desk: Desk, question: str, model: ConfidenceModel = SURE) -> Answer:
    reading = desk.read(question)
    composer = Composer(load_templates(), desk.annotations)
    answer = composer.compose(reading, decide(reading, desk.annotations, model))
    assert violations(answer, desk.documents, question) == ()
    return answer


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Tỷ lệ hộ nghèo năm 2025 là bao nhiêu?", Outcome.ANSWER),
        ("Sở nào chủ trì kế hoạch?", Outcome.ANSWER),
        ("Các giải pháp gồm những gì?", Outcome.ANSWER),
        ("Tỷ lệ hộ nghèo năm 2045 là bao nhiêu?", Outcome.OTHER_TIME),
        ("Hợp tác xã được hỗ trợ vốn bao nhiêu tiền?", Outcome.NO_FIGURE),
        ("Thông tư 16/2021/TT-BXD quy định gì về làng nghề?", Outcome.UNKNOWN_NAME),
        ("vũ trụ huyền bí cổ đại?", Outcome.NOTHING),
        ("là gì?", Outcome.NOTHING),
    ],
)
def test_the_outcome_of_the_best_evidence(desk: Desk, question: str, outcome: Outcome) -> None:
    decision = decided(desk, question)
    assert decision.outcome is outcome
    assert 0 <= decision.confidence <= 1
    assert (decision.evidence is None) == (outcome is Outcome.NOTHING)
    assert bool(decision.name) == (outcome is Outcome.UNKNOWN_NAME)


@pytest.mark.parametrize("question", ["Sở nào chủ trì kế hoạch?", "Trồng bao nhiêu ha rừng?"])
def test_under_the_threshold_nothing_is_answered(desk: Desk, question: str) -> None:
    assert decided(desk, question, UNSURE).outcome is Outcome.NOT_STATED
    refused = answered(desk, question, UNSURE)
    assert refused.status is Status.REFUSED
    assert refused.span is None
    assert refused.citations


def test_what_is_ruled_out_is_never_likely(desk: Desk) -> None:
    for question in ("Tỷ lệ hộ nghèo năm 2045?", "Hợp tác xã được hỗ trợ vốn bao nhiêu tiền?"):
        assert decided(desk, question).confidence < SURE.threshold


def test_no_document_is_nothing(desk: Desk) -> None:
    empty = Desk({}, desk.annotations).read("Tỷ lệ hộ nghèo?")
    assert decide(empty, desk.annotations, SURE) == Decision(Outcome.NOTHING, 0.0)
    composer = Composer(load_templates(), desk.annotations)
    answer = composer.compose(empty, Decision(Outcome.NOTHING, 0.0))
    assert answer.status is Status.REFUSED
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "status", "said"),
    [
        ("Tỷ lệ hộ nghèo năm 2025 là bao nhiêu?", Status.ANSWERED, "1,2%"),
        ("Sở nào chủ trì kế hoạch?", Status.ANSWERED, "Sở Nông nghiệp"),
        ("Các giải pháp gồm những gì?", Status.ANSWERED, "Quảng bá sản phẩm trên mạng"),
        ("Xây 12 trường học phải không?", Status.ANSWERED, "Có"),
        ("Xây 15 trường học phải không?", Status.ANSWERED, "không phải 15 trường học"),
        ("Xây 15 trường học ở đâu?", Status.PARTIAL, "không phải 15 trường học"),
        ("Tỷ lệ hộ nghèo năm 2045 là bao nhiêu?", Status.REFUSED, "năm 2025 (1,2%)"),
        ("Thông tư 16/2021/TT-BXD nói gì về làng nghề?", Status.REFUSED, "16/2021/TT-BXD"),
        ("vũ trụ huyền bí cổ đại?", Status.REFUSED, "Kế hoạch phát triển nông thôn"),
        ("Những cơ quan nào được nhắc tên?", Status.ANSWERED, "Sở Tài chính"),
    ],
)
def test_each_outcome_is_worded_with_what_the_text_states(
    desk: Desk, question: str, status: Status, said: str
) -> None:
    answer = answered(desk, question)
    assert answer.status is status
    assert said in answer.text
    assert answer.reasons or status is Status.ANSWERED
    for citation in answer.citations:
        assert desk.document.quote(citation.span) == citation.quote


def test_a_fact_is_its_span_and_its_quote(desk: Desk) -> None:
    answer = answered(desk, "Trồng bao nhiêu ha rừng?")
    assert answer.text.startswith("30 ha.")
    assert answer.key == "30 ha"
    assert answer.span is not None
    (citation,) = answer.citations
    assert citation.span.covers(answer.span)
    assert citation.title == desk.document.title


def test_what_is_withheld_shows_one_quote_and_no_more(desk: Desk) -> None:
    composer = Composer(load_templates(), desk.annotations)
    answer = answered(desk, "Các giải pháp gồm những gì?")
    held = composer.withheld(answer)
    assert held.status is Status.REFUSED
    assert (held.span, held.key) == (None, "")
    assert held.citations == answer.citations[:1]
    assert violations(held, desk.documents) == ()
    bare = composer.withheld(Answer(Status.ANSWERED, "Không có gì"))
    assert bare.status is Status.REFUSED
    assert not bare.citations


def test_a_place_may_go_by_another_name() -> None:
    desk = Desk.of("Giao thông ở TP. HCM\n\nTại TP. HCM có khoảng 330.000 ôtô đang chạy.\n")
    for name in ("thành phố Hồ Chí Minh", "Sài Gòn", "TPHCM"):
        assert decided(desk, f"{name} có khoảng bao nhiêu ôtô?").outcome is Outcome.ANSWER
    assert decided(desk, "Nhật Bản có bao nhiêu ôtô?").outcome is Outcome.UNKNOWN_NAME
    assert decided(desk, "Nước Pháp có bao nhiêu ôtô?").outcome is Outcome.OTHER_SCOPE


def test_why_is_answered_by_no_bare_figure() -> None:
    desk = Desk.of(
        "Kinh tế số\n\nQuy mô kinh tế số đạt tối thiểu 30% GDP.\n\n"
        "Các cảng đóng cửa do bão lớn vào tháng 9.\n"
    )
    assert decided(desk, "Vì sao quy mô kinh tế số đạt 30% GDP?").outcome is Outcome.NOT_STATED
    assert decided(desk, "Vì sao các cảng đóng cửa?").outcome is Outcome.ANSWER
    assert decided(desk, "Quy mô kinh tế số đạt bao nhiêu?").outcome is Outcome.ANSWER


def test_a_document_number_is_known_without_its_marks() -> None:
    desk = Desk.of("Thông báo\n\nQuyết định 1717/QĐ-TTg giao 30 xã trồng rừng.\n")
    for number in ("1717/QĐ-TTg", "1717/QD-TTg"):
        found = decided(desk, f"Quyết định {number} giao bao nhiêu xã trồng rừng?")
        assert found.outcome is not Outcome.UNKNOWN_NAME
    assert decided(desk, "Quyết định 1718/QĐ-TTg giao ai?").outcome is Outcome.UNKNOWN_NAME


def test_the_state_of_today_is_told_where_an_aim_is_met_best() -> None:
    today = Desk.of(
        "Đến năm 2030 mở rộng diện tích rừng gỗ lớn có chứng chỉ lên 45.000 ha. "
        "Hiện toàn tỉnh mới có 26.400 ha rừng gỗ lớn có chứng chỉ.\n"
    )
    question = "Hiện nay diện tích rừng gỗ lớn có chứng chỉ là bao nhiêu ha?"
    decision = decided(today, question, UNSURE)
    assert decision.outcome is Outcome.ANSWER
    assert decision.evidence is not None
    assert "26.400 ha" in decision.evidence.quote
    aims = Desk.of("Đến năm 2030 mở rộng diện tích rừng có chứng chỉ lên 45.000 ha.\n")
    assert decided(aims, question).outcome is Outcome.NOT_STATED
