"""Who issued, decided or held an office: what a question takes for granted of it."""

import pytest

from assistant.reading.premise import false_premise
from tests.assistant.reading.fakes import Desk

NEWS = """Tỉnh ủy Lào Cai thông qua đề án du lịch

Ngày 5/6/2024, Tỉnh ủy Lào Cai ban hành Đề án số 12-ĐA/TU, thực hiện Nghị quyết số 08-NQ/TW ngày \
16/01/2017 của Bộ Chính trị về phát triển du lịch.

Giám đốc Sở Du lịch Lê Thị Hoa trình bày báo cáo: đến năm 2025 đón 7 triệu lượt khách, đến năm \
2030 đón 10 triệu lượt khách.
"""


@pytest.fixture(scope="module")
def news() -> Desk:
    """Return a report on a decision."""
    return Desk.of(NEWS)


@pytest.mark.parametrize(
    ("question", "asked", "stated"),
    [
        ("Nghị quyết số 08-NQ/TW của Quốc hội về việc gì?", "Quốc hội", "Bộ Chính trị"),
        ("Theo Nghị quyết 08-NQ/TW do Ban Bí thư ban hành, đón bao nhiêu khách?", "Ban Bí thư", ""),
        ("UBND tỉnh Lào Cai ban hành Đề án số 12-ĐA/TU khi nào?", "UBND", "Tỉnh ủy"),
        ("Giám đốc Sở Tài chính Lê Thị Hoa báo cáo gì?", "Sở Tài chính", "Sở Du lịch"),
        ("Phó giám đốc Sở Du lịch Lê Thị Hoa báo cáo gì?", "Phó giám đốc", "Giám đốc"),
        ("Vì sao lượng khách giảm vào năm 2030, đón bao nhiêu lượt khách?", "giảm", "10 triệu"),
    ],
)
def test_another_body_office_or_direction_is_found(
    news: Desk, question: str, asked: str, stated: str
) -> None:
    found = false_premise(news.read(question), news.annotations)
    assert found is not None
    assert asked in found.asked
    assert stated in news.document.quote(found.stated)
    assert found.evidence.notes.passage.span.covers(found.stated)


@pytest.mark.parametrize(
    "question",
    [
        "Nghị quyết số 08-NQ/TW của Bộ Chính trị về việc gì?",
        "Tỉnh ủy Lào Cai ban hành đề án số mấy?",
        "Giám đốc Sở Du lịch Lê Thị Hoa báo cáo gì?",
        "Bà Lê Thị Hoa báo cáo gì?",
        "Quốc hội thông qua Luật Du lịch ngày nào?",  # another deed: nothing to correct
        "Lượng khách tăng lên bao nhiêu vào năm 2030?",
    ],
)
def test_what_agrees_or_is_untold_is_let_be(news: Desk, question: str) -> None:
    assert false_premise(news.read(question), news.annotations) is None
