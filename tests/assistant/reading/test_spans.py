"""The exact span of the kind asked for, in the clause that answers."""

import pytest

from assistant.question import analyse
from assistant.reading.evidence import TimeFit
from assistant.reading.spans import choose_span, remainder_span
from assistant.reading.unit_fit import unit_fits
from tests.assistant.reading.fakes import Desk


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Tỷ lệ hộ nghèo năm 2025 là bao nhiêu?", "1,2%"),
        ("Tỷ lệ hộ nghèo năm 2030?", "dưới 0,5%"),
        ("Trồng bao nhiêu ha rừng?", "30 ha"),
        ("Xây mấy trường học?", "12 trường học"),
        ("Ai làm trưởng ban chỉ đạo?", "Trần Văn Bình"),
        ("Sở nào chủ trì kế hoạch?", "Sở Nông nghiệp"),
        ("Sở nào phối hợp?", "Sở Tài chính"),
        ("Từ ngày nào ông Bình làm trưởng ban?", "ngày 15/3/2023"),
        ("Việc rà soát thực hiện định kỳ bao lâu?", "6 tháng"),
        ("Trồng rừng trong giai đoạn nào?", "2021-2025"),
        ("Quyết định số mấy quy định việc rà soát?", "45/QĐ-UBND"),
        ("Làng nghề phù hợp với yêu cầu gì?", "bảo vệ môi trường"),
    ],
)
def test_the_span_of_the_kind_asked_for(plan: Desk, question: str, key: str) -> None:
    best = plan.read(question).best
    assert best is not None
    assert best.key == key
    assert best.span is not None
    assert best.clause.covers(best.span)
    assert plan.document.quote(best.span) == key


@pytest.mark.parametrize(
    ("question", "clause", "key"),
    [
        ("Bao nhiêu phần trăm hộ nghèo?", "Đến năm 2025", "1,2%"),
        ("Hộ nghèo còn mấy?", "đến năm 2030", "dưới 0,5%"),
        ("Ai đứng đầu?", "ông Trần", "Trần Văn Bình"),
        ("Ai đứng đầu?", "Đến năm 2025", None),
        ("Sở nào?", "Việc rà soát", None),
        ("Quyết định nào?", "Việc rà soát", "45/QĐ-UBND"),
        ("Nghị quyết nào?", "Việc rà soát", None),
        ("Bao nhiêu USD?", "Đến năm 2025", None),
        ("Có gì?", "Làng nghề", None),
    ],
)
def test_a_clause_has_a_span_of_the_kind_or_none(
    plan: Desk, question: str, clause: str, key: str | None
) -> None:
    asked = analyse(question)
    matcher = plan.matcher(asked)
    choice = choose_span(asked, plan.document.text, plan.clause(clause), matcher)
    found = plan.document.quote(choice.span) if choice else None
    assert found == key
    assert choice is None or choice.typed


@pytest.mark.parametrize(
    ("question", "clause", "key"),
    [
        ("Làng nghề phù hợp với yêu cầu gì?", "Làng nghề", "bảo vệ môi trường"),
        ("Làng nghề gắn với gì?", "Làng nghề", "du lịch"),
        ("Làng nghề phát triển theo hướng nào?", "Làng nghề", "xanh"),
    ],
)
def test_what_follows_the_words_before_what_is_asked(
    plan: Desk, question: str, clause: str, key: str
) -> None:
    asked = analyse(question)
    text = plan.document.text
    span = remainder_span(asked, text, plan.clause(clause).span, plan.matcher(asked))
    assert span is not None
    assert plan.document.quote(span) == key


@pytest.mark.parametrize(
    ("question", "printed", "fits"),
    [
        ("Đạt bao nhiêu phần trăm?", "%", True),
        ("Đạt bao nhiêu phần trăm?", "phần trăm", True),
        ("Đạt bao nhiêu phần trăm?", "USD", False),
        ("Thu nhập bao nhiêu USD?", "USD/người/năm", True),
        ("Thu nhập bao nhiêu đô la?", "USD", True),
        ("Thu nhập bao nhiêu USD?", "triệu đồng", False),
        ("Tổng vốn bao nhiêu tỷ?", "nghìn tỷ đồng", True),
        ("Trồng bao nhiêu ha?", "km", False),
        ("Có bao nhiêu doanh nghiệp?", "%", False),
        ("Có bao nhiêu doanh nghiệp?", "doanh nghiệp", True),
        ("Bao nhiêu học sinh biết bơi?", "%", True),
        ("Tỷ lệ là bao nhiêu?", "%", True),
    ],
)
def test_the_unit_asked_for_rules_out_others(question: str, printed: str, *, fits: bool) -> None:
    assert unit_fits(analyse(question), printed) is fits


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("Tỷ lệ hộ nghèo là bao nhiêu?", TimeFit.NOT_ASKED),
        ("Tỷ lệ hộ nghèo năm 2025 là bao nhiêu?", TimeFit.MET),
        ("Tỷ lệ hộ nghèo năm 2030 là bao nhiêu?", TimeFit.MET),
        ("Tỷ lệ hộ nghèo năm 2028 là bao nhiêu?", TimeFit.OTHER),
        ("Tỷ lệ hộ nghèo năm 2045 là bao nhiêu?", TimeFit.OTHER),
        ("Xây mấy trường học trong giai đoạn 2021-2025?", TimeFit.MET),
        ("Xây mấy trường học trong giai đoạn 2036-2040?", TimeFit.OTHER),
        ("Đào tạo nghề cho ai năm 2025?", TimeFit.UNKNOWN),
    ],
)
def test_the_time_asked_about_is_held_against_the_text(
    plan: Desk, question: str, fit: TimeFit
) -> None:
    reading = plan.read(question)
    first = max(reading.evidence, key=lambda evidence: evidence.merit)
    assert first.time is fit


def test_every_piece_of_evidence_is_a_slice_of_its_document(plan: Desk) -> None:
    for question in ("Tỷ lệ hộ nghèo?", "Ai?", "Sở nào?", "bao lâu", "gì", ""):
        reading = plan.read(question)
        assert [e.score for e in reading.evidence] == sorted(
            (e.score for e in reading.evidence), reverse=True
        )
        for evidence in reading.evidence:
            assert evidence.quote in plan.document.text
            assert evidence.span is None or evidence.clause.covers(evidence.span)
            assert 0 <= evidence.own.share <= 1 + 1e-9
            assert 0 <= evidence.coverage.share <= 1 + 1e-9
