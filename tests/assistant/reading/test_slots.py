"""Where the asked thing stands, and the phrases that may stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.slots import slot_of
from tests.assistant.reading.fakes import Desk

STORY = """Bản tin

Sáng kiến được Liên Hợp Quốc khởi xướng vào năm 2006 khi Chính phủ của tám nước cùng tham gia.

Ủy ban quốc gia về Thanh niên Việt Nam do Thủ tướng Chính phủ thành lập. Đoàn Thanh niên Cộng sản \
Hồ Chí Minh chủ trì Tháng Thanh niên, phối hợp với Bộ KH&ĐT.

Bà Nguyễn Minh Thảo, Trưởng ban Môi trường, cho rằng cần đổi mới. Tháng Thanh niên được tổ chức \
nhằm phát huy tinh thần xung kích, tình nguyện.

Luật có hiệu lực từ ngày ký ban hành. Doanh nghiệp công nghệ số tư nhân giữ vai trò quan trọng. \
Lễ mừng công diễn ra tại huyện Quản Bạ.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return a story with bodies, persons and times."""
    return Desk.of(STORY)


@pytest.mark.parametrize(
    ("question", "noun", "link"),
    [
        ("Hà Nội phối hợp với bộ nào?", ("bộ",), "với"),
        ("Doanh nghiệp nào giữ vai trò quan trọng?", ("doanh", "nghiệp"), ""),
        ("Thủ đô trở thành gì?", (), "thành"),
        ("Ai khởi xướng?", (), ""),
        ("Có bao nhiêu xã?", (), "có"),
    ],
)
def test_the_slot_of_a_question(question: str, noun: tuple[str, ...], link: str) -> None:
    slot = slot_of(question)
    assert slot is not None
    assert (slot.noun, slot.link) == (noun, link)


def test_a_question_without_an_asking_word_has_no_slot() -> None:
    assert slot_of("Tỷ lệ hộ nghèo năm 2025") is None


@given(st.text(max_size=60))
def test_any_text_has_a_slot_inside_it_or_none(text: str) -> None:
    slot = slot_of(text)
    assert slot is None or 0 <= slot.first <= slot.last < len(slot.forms)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Ai khởi xướng sáng kiến?", "Liên Hợp Quốc"),
        ("Sáng kiến được khởi xướng khi nào?", "năm 2006"),
        ("Ai thành lập Ủy ban quốc gia về Thanh niên Việt Nam?", "Thủ tướng Chính phủ"),
        ("Tổ chức nào chủ trì Tháng Thanh niên?", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("Đoàn Thanh niên phối hợp với bộ nào?", "Bộ KH&ĐT"),
        ("Trưởng ban Môi trường là ai?", "Nguyễn Minh Thảo"),
        ("Tháng Thanh niên để làm gì?", "phát huy tinh thần xung kích, tình nguyện"),
        ("Luật có hiệu lực từ khi nào?", "từ ngày ký ban hành"),
        ("Doanh nghiệp nào giữ vai trò quan trọng?", "Doanh nghiệp công nghệ số tư nhân"),
        ("Lễ mừng công diễn ra ở đâu?", "huyện Quản Bạ"),
    ],
)
def test_the_answer_stands_where_the_asking_word_stands(
    desk: Desk, question: str, key: str
) -> None:
    best = desk.read(question).best
    assert best is not None
    assert best.key == key
