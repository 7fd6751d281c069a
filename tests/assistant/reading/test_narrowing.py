"""What a question narrows must be met: each way to miss it, and a question near it that is met."""

from dataclasses import replace

import pytest

from assistant.contrasts import Contrasts
from assistant.reading.evidence import Evidence
from assistant.reading.narrowing import Limit, Miss, unmet_narrowing
from assistant.reading.reader import Reading
from corpus.normalize import syllables
from tests.assistant.reading.fakes import Desk

PLAN = """Kế hoạch phát triển tỉnh

Toàn tỉnh có 159 chợ, riêng huyện An Lão có 25 chợ; 14 siêu thị.

Ngân sách huyện chi 30 tỷ đồng. Tổng thu của tỉnh đạt 900 tỷ đồng.

Mục tiêu là xây dựng 12.000 căn hộ dành cho công nhân khu công nghiệp.

Có 100% bệnh viện đa khoa tuyến tỉnh có khoa lão khoa.

Bà Trần Thị Lan, Giám đốc Sở Y tế, chỉ đạo. Ban Điều hành do 01 Thứ trưởng làm Trưởng ban.

Với 86% đại biểu tán thành, hội nghị thông qua Nghị quyết số 12-NQ/HU về vườn rừng.

Quy mô kinh tế số đạt 30% GDP. Tỉnh có 3 khách sạn 5 sao.
"""


@pytest.fixture(scope="module")
def plan() -> Desk:
    return Desk.of(PLAN)


def looked(desk: Desk, question: str) -> tuple[Reading, Evidence]:
    """Return a reading and its best evidence, with what it says instead."""
    reading = desk.read(question)
    assert reading.best is not None
    named = Contrasts.load().named_in(syllables(question))
    contrasts = named.replaced_in(syllables(reading.best.told))
    return reading, replace(reading.best, contrasts=contrasts)


@pytest.mark.parametrize(
    ("question", "missed"),
    [
        ("Theo Thông tư 16/2021/TT-BXD có bao nhiêu chợ?", (Limit.NAME, "16/2021/TT-BXD")),
        ("Tỉnh có bao nhiêu khách sạn 4 sao?", (Limit.SCOPE, "4 sao")),
        ("Tỉnh có bao nhiêu khách sạn 5 sao?", None),
        ("Huyện An Lão có bao nhiêu siêu thị?", (Limit.SCOPE, "Huyện An Lão")),
        ("Tỉnh có bao nhiêu siêu thị?", None),
        ("Ngân sách trung ương chi bao nhiêu tỷ đồng?", (Limit.SCOPE, "trung ương")),
        ("Ngân sách huyện chi bao nhiêu tỷ đồng?", None),
        ("Bao nhiêu căn hộ dành cho người có công?", (Limit.SCOPE, "người có công")),
        ("Bao nhiêu căn hộ dành cho công nhân?", None),
        (
            "Bao nhiêu bệnh viện chuyên khoa có khoa lão khoa?",
            (Limit.SCOPE, "bệnh viện chuyên khoa"),
        ),
        ("Bao nhiêu bệnh viện đa khoa có khoa lão khoa?", None),
        ("Tổng thu của tỉnh trên đầu người đạt bao nhiêu tỷ đồng?", (Limit.OTHER, "đầu người")),
        ("Tổng thu của tỉnh đạt bao nhiêu tỷ đồng?", None),
        ("Giám đốc Sở Y tế là ai?", None),
        (
            "Thứ trưởng nào làm Trưởng ban Ban Điều hành?",
            (Limit.OTHER, "Thứ trưởng nào"),
        ),
        ("Bao nhiêu đại biểu không tán thành?", (Limit.OTHER, "không tán thành")),
        ("Bao nhiêu đại biểu tán thành?", None),
        ("Nghị quyết về kinh tế tư nhân mang số mấy?", (Limit.OTHER, "kinh tế tư nhân")),
        ("Nghị quyết về vườn rừng mang số mấy?", None),
        ("Vì sao quy mô kinh tế số đạt 30% GDP?", (Limit.OTHER, "Vì sao")),
    ],
)
def test_near_misses(plan: Desk, question: str, missed: tuple[Limit, str] | None) -> None:
    reading, best = looked(plan, question)
    miss = unmet_narrowing(reading, best, plan.annotations)
    if missed is None:
        assert miss is None
        return
    limit, words = missed
    assert isinstance(miss, Miss)
    assert miss.limit is limit
    assert words in miss.asked
    assert miss.asked in question


def test_a_yes_no_question_narrows_only_by_names_and_scopes(plan: Desk) -> None:
    reading, best = looked(plan, "Ngân sách trung ương có chi 30 tỷ đồng không?")
    assert unmet_narrowing(reading, best, plan.annotations) is None


def test_a_rate_of_change_is_not_told_by_a_share_of_what_is_changed() -> None:
    desk = Desk.of("Tỷ lệ dân số đô thị được cấp nước sạch đạt trên 98%.")
    reading, best = looked(desk, "Tỷ lệ đô thị hóa là bao nhiêu?")
    assert unmet_narrowing(reading, best, desk.annotations) == Miss(Limit.SCOPE, "đô thị hóa")
    reading, best = looked(desk, "Tỷ lệ dân số đô thị được cấp nước sạch là bao nhiêu?")
    assert unmet_narrowing(reading, best, desk.annotations) is None


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Thông tư 03/2013 của bộ nào?", "03/2013"),
        ("Thông tư số 2/2014 của bộ nào?", "2/2014"),
        ("Thông tư 2/2013 của bộ nào?", ""),
        ("Thông tư 02/2013 của bộ nào?", ""),
    ],
)
def test_a_number_cited_without_its_letters_must_be_one_that_is_printed(
    question: str, missing: str
) -> None:
    desk = Desk.of("Căn cứ Thông tư số 02/2013/TT-BVR ngày 9/10/2013 của Bộ Vườn rừng về cây.")
    miss = unmet_narrowing(*looked(desk, question), desk.annotations)
    assert (miss.asked if miss else "") == missing


@pytest.mark.parametrize(("told", "signed"), [("kể từ ngày ký", False), ("được ông ký", True)])
def test_who_signs_is_told_by_no_day_of_signing(told: str, *, signed: bool) -> None:
    desk = Desk.of(f"Chủ tịch huyện Lê Văn An cùng dân thi hành Quyết định này {told}.")
    miss = unmet_narrowing(*looked(desk, "Ai ký quyết định này?"), desk.annotations)
    assert (miss is None) is signed


@pytest.mark.parametrize(("told", "given"), [("", False), (" do mưa lớn", True)])
def test_what_is_denied_in_the_question_is_no_reason(told: str, *, given: bool) -> None:
    desk = Desk.of(f"Huyện không mở hội hoa{told}.")
    miss = unmet_narrowing(*looked(desk, "Vì sao huyện không mở hội hoa?"), desk.annotations)
    assert (miss is None) is given


@pytest.mark.parametrize(("asked", "other"), [("XII", True), ("XI", False), ("thứ 11", False)])
def test_a_round_that_is_not_told_of_was_not_held_when_another_was(
    asked: str, *, other: bool
) -> None:
    desk = Desk.of("Đại hội hội làm vườn lần thứ XI họp ngày 12/3/2020 tại xã An Hòa.")
    said = asked if asked.startswith("thứ") else f"thứ {asked}"
    question = f"Đại hội hội làm vườn lần {said} họp khi nào?"
    assert (unmet_narrowing(*looked(desk, question), desk.annotations) is not None) is other


def test_a_deputy_with_another_office_is_not_the_head() -> None:
    desk = Desk.of("Tin\n\nThứ trưởng Bộ Y tế Hoàng Văn Tám là Phó Trưởng Ban Chỉ đạo cuộc thi.\n")
    for question, refused in (
        ("Trưởng Ban Chỉ đạo cuộc thi là ai?", True),
        ("Phó Trưởng Ban Chỉ đạo cuộc thi là ai?", False),
    ):
        reading, best = looked(desk, question)
        assert (unmet_narrowing(reading, best, desk.annotations) is not None) is refused
