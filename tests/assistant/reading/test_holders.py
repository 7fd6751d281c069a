"""Who holds an office: the office stands at the name, rank and all, or there is no answer."""

import pytest

from assistant.decide import Outcome, decide
from assistant.reading.holders import holds_another, is_bare_post, is_conferred, is_shown, is_where
from corpus.model import Span
from tests.assistant.reading.fakes import Desk
from tests.assistant.test_decide import SURE

NEWS = """TIN XÃ AN HÒA

Ông Lê Văn Tám – Phó Giám đốc Sở Vườn Hà Đông – cho biết đã trồng cây.

Tại cuộc họp, Thứ trưởng Bộ Vườn rừng Trần Thị Lan nói cây phải được tưới, dù năm nay mưa ít.

Nguyên Chủ tịch huyện Phạm Mai Hoa, Bí thư huyện Đỗ An Khang cùng nhiều người đã đến dự.

Lúc 7h15 ngày 2/3, vườn mở cửa lại sau hơn 20 giờ đóng cửa. Vườn Mai ở tại bãi Sậy (Hưng Yên).
"""


def _name(text: str, name: str) -> Span:
    start = text.index(name)
    return Span(start, start + len(name))


@pytest.mark.parametrize(
    ("question", "name", "another"),
    [
        ("ai là giám đốc sở vườn?", "Lê Văn Tám", True),
        ("ai là phó giám đốc sở vườn?", "Lê Văn Tám", False),
        ("chủ tịch huyện là ai?", "Phạm Mai Hoa", True),
        ("nguyên chủ tịch huyện là ai?", "Phạm Mai Hoa", False),
        ("bí thư huyện là ai?", "Đỗ An Khang", False),
        ("ai đã đến dự?", "Đỗ An Khang", False),
    ],
)
def test_another_office_at_a_name_is_not_the_one_asked_for(
    question: str, name: str, *, another: bool
) -> None:
    line = next(line for line in NEWS.splitlines() if name in line)
    others = [_name(line, one) for one in ("Phạm Mai Hoa", "Đỗ An Khang") if one in line]
    assert holds_another(question, line, Span(0, len(line)), _name(line, name), others) is another


def test_an_office_after_one_name_is_not_the_next_ones() -> None:
    line = "Đơn tố cáo ông Lê Văn Tám - giám đốc và ông Đỗ An Khang - trưởng phòng vườn."
    names = [_name(line, "Lê Văn Tám"), _name(line, "Đỗ An Khang")]
    asked, whole = "giám đốc vườn là ai?", Span(0, len(line))
    assert not holds_another(asked, line, whole, names[0], names)
    assert holds_another(asked, line, whole, names[1], names)


def test_an_office_with_all_words_of_the_question_is_shown() -> None:
    line = "Bà Lê Mai, Giám đốc Sở Vườn Hà Đông, cho biết như vậy."
    name, whole = _name(line, "Lê Mai"), Span(0, len(line))
    assert is_shown("Ai là Giám đốc Sở Vườn Hà Đông?", line, whole, name)
    assert not is_shown("Ai là Giám đốc Sở Rừng?", line, whole, name)
    assert not is_shown("Ai là Phó Giám đốc Sở Vườn?", line, whole, name)


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("Ông Lê Văn Tám giữ chức vụ gì?", True),
        ("Lê Văn Tám là ai?", True),
        ("Bà Trần Thị Lan hiện giữ chức vụ gì?", True),
        ("Bà Trần Thị Lan giữ chức vụ gì trước năm 2010?", False),
    ],
)
def test_a_bare_post_is_nothing_else(question: str, *, bare: bool) -> None:
    assert is_bare_post(question) is bare


def test_an_office_may_be_given_to_an_office() -> None:
    line = "Bí thư Huyện ủy làm Trưởng ban Chỉ đạo."
    assert is_conferred(line, Span(0, len(line)))
    assert not is_conferred(NEWS, Span(0, 60))


@pytest.fixture(scope="module")
def news() -> Desk:
    return Desk.of(NEWS)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Bà Trần Thị Lan giữ chức gì?", "Thứ trưởng Bộ Vườn rừng"),
        ("Vườn mở cửa lại lúc mấy giờ?", "7h15"),
        ("Vườn Mai ở tỉnh nào?", "Hưng Yên"),
    ],
)
def test_what_stands_beside_is_found(news: Desk, question: str, key: str) -> None:
    best = news.read(question).best
    assert best is not None
    assert best.key == key


def test_a_deputy_is_no_answer(news: Desk) -> None:
    reading = news.read("Ai là Giám đốc Sở Vườn Hà Đông?")
    outcome = decide(reading, news.annotations, SURE).outcome
    assert outcome is not Outcome.ANSWER


def test_a_place_within_a_clause_is_nobody() -> None:
    line = "Cử tri huyện Hà Đông phản ảnh mùi hôi."
    assert is_where(line, Span(0, len(line)), _name(line, "Hà Đông"))
    line = "Mùi hôi ở bãi rác (huyện Hà Đông) lan xa."
    assert is_where(line, Span(0, len(line)), _name(line, "Hà Đông"))
    line = "Huyện Hà Đông yêu cầu xử lý mùi hôi."
    assert not is_where(line, Span(0, len(line)), _name(line, "Hà Đông"))


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("Chủ tịch UBND tỉnh là ai?", True),
        ("Chủ tịch Ủy ban nhân dân tỉnh là ai?", True),
        ("Chủ tịch HĐND tỉnh là ai?", False),
        ("Chủ tịch Hội đồng nhân dân tỉnh là ai?", False),
    ],
)
def test_the_head_of_another_body_is_another(question: str, *, another: bool) -> None:
    text = "Chủ tịch HĐND tỉnh Lê Văn Tám khai mạc kỳ họp"
    name = _name(text, "Lê Văn Tám")
    assert holds_another(question, text, Span(0, len(text)), name, []) is another
