"""What is found must be of the kind asked for: the thing counted, a number, an ordinal, a post."""

import pytest

from assistant.decide import Outcome, decide
from assistant.question import Asks, analyse
from assistant.reading.narrowing import denied, other_topic
from assistant.reading.posts import posts_in
from assistant.reading.times import is_elsewhen
from assistant.reading.unit_fit import is_counted, unit_fits
from tests.assistant.reading.fakes import Desk
from tests.assistant.test_decide import SURE

LAW = """LUẬT TRỒNG CÂY

Điều 1. Người trồng cây là công dân từ đủ 16 tuổi trở lên; ông Lê Văn Tám, Chủ tịch Hội Làm vườn \
xã An Hòa, cho biết như vậy. Đại biểu Trần Thị Lan (Bà Rịa - Vũng Tàu) tán thành.

Điều 2. Huyện có đường làng dài khoảng 300 m đến xã An Hòa của huyện. Huyện gồm 15 xã.

Điều 3. Nghị quyết của hội phải được quá nửa tổng số hội viên tán thành; với 86% hội viên tán \
thành, hội đã thông qua Nghị quyết số 50 - NQ / TW về phát triển vườn rừng.

Điều 4. Pháp lệnh Trồng cây số 23/2000/PL-UBTVQH10 hết hiệu lực kể từ ngày Luật này có hiệu lực.

Điều 5. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2010.

Luật này được Quốc hội khóa XIII, kỳ họp thứ 11 thông qua ngày 06 tháng 4 năm 2009.

Năm học trước có 300 học sinh trồng cây. Năm học tới có 500 học sinh trồng cây.

Thời hạn trồng thử là sáu tháng. Hồ sơ cấp giấy phép gồm có đơn. Chủ tịch xã cấp giấy phép.

Năm 1814, vua cho xây vườn bằng đất tại đây.

Số cây của An Hòa cao gấp 1,5 lần so với Tân Lập, gấp 6,2 lần so với Tân Hội. Mỗi 1% số cây đã \
tương đương 4.000 cây.

Tỷ lệ đất rừng đạt 8,8% (theo kế hoạch, đến năm 2020 tỷ lệ đất rừng phải đạt 22,3%).
"""


@pytest.fixture(scope="module")
def law() -> Desk:
    return Desk.of(LAW)


def test_a_post_between_dashes_and_a_head_that_is_a_surname() -> None:
    told = "Ngày 2/3, ông Đoàn Văn An – Phó chủ tịch xã An Hòa – cho biết."
    best = Desk.of(told).read("Ông Đoàn Văn An giữ chức vụ gì?").best
    assert best is not None
    assert best.key == "Phó chủ tịch xã An Hòa"


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Huyện có bao nhiêu xã?", "15 xã"),
        ("Luật Trồng cây có hiệu lực từ ngày nào?", "ngày 01 tháng 7 năm 2010"),
        ("Luật Trồng cây được thông qua ngày nào?", "ngày 06 tháng 4 năm 2009"),
        ("Luật được Quốc hội khóa mấy thông qua?", "khóa XIII"),
        ("Luật được thông qua tại kỳ họp thứ mấy?", "kỳ họp thứ 11"),
        ("Pháp lệnh Trồng cây hết hiệu lực mang số bao nhiêu?", "23/2000/PL-UBTVQH10"),
        ("Nghị quyết về phát triển vườn rừng mang số mấy?", "50 - NQ / TW"),
        ("Nghị quyết của hội phải được bao nhiêu hội viên tán thành?", "quá nửa"),
        ("Ông Lê Văn Tám giữ chức vụ gì?", "Chủ tịch Hội Làm vườn xã An Hòa"),
        ("Lê Văn Tám là ai?", "Chủ tịch Hội Làm vườn xã An Hòa"),
        ("Bà Trần Thị Lan là đại biểu của tỉnh nào?", "Bà Rịa - Vũng Tàu"),
        ("Năm học tới có bao nhiêu học sinh trồng cây?", "500 học sinh"),
        ("Đến năm 2020 tỷ lệ đất rừng phải đạt bao nhiêu?", "22,3%"),
        ("Thời hạn trồng thử là bao lâu?", "sáu tháng"),
        ("Ai cấp giấy phép?", "Chủ tịch xã"),
        ("Điều mấy nói về đường làng?", "Điều 2"),
        ("Điều nào quy định Pháp lệnh hết hiệu lực?", "Điều 4"),
        ("Năm nào vua cho xây vườn?", "1814"),
        ("Số cây của An Hòa gấp bao nhiêu lần Tân Hội?", "gấp 6,2 lần"),
        ("Số cây của An Hòa gấp bao nhiêu lần Tân Lập?", "gấp 1,5 lần"),
        ("1% số cây bằng bao nhiêu cây?", "4.000 cây"),
    ],
)
def test_the_thing_of_the_kind_asked_for(law: Desk, question: str, key: str) -> None:
    best = law.read(question).best
    assert best is not None
    assert best.key == key
    assert best.typed


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Có bao nhiêu hội viên không tán thành?", Outcome.NOT_STATED),
        ("Nghị quyết về kinh tế tư nhân mang số mấy?", Outcome.NOT_STATED),
    ],
)
def test_what_is_of_another_kind_is_refused(law: Desk, question: str, outcome: Outcome) -> None:
    assert decide(law.read(question), law.annotations, SURE).outcome is outcome


def test_an_age_is_no_number_of_people() -> None:
    desk = Desk.of("Luật\n\nNgười cao tuổi là công dân từ đủ 60 tuổi trở lên.\n")
    decision = decide(desk.read("Có bao nhiêu người cao tuổi?"), desk.annotations, SURE)
    assert decision.outcome is Outcome.NO_FIGURE


def test_a_body_named_by_the_question_is_not_who() -> None:
    desk = Desk.of("Tin\n\nThành lập Hội đồng Tư vấn quốc gia với sự tham gia của chuyên gia.\n")
    decision = decide(desk.read("Ai làm Chủ tịch Hội đồng Tư vấn?"), desk.annotations, SURE)
    assert decision.outcome is Outcome.NOT_STATED


@pytest.mark.parametrize(
    ("question", "fitting", "other"),
    [
        ("Huyện có bao nhiêu xã?", ("xã", ""), ("m", "km²", "triệu đồng", "%", "tuổi")),
        ("Có bao nhiêu người cao tuổi?", ("người", "triệu người"), ("tuổi", "năm")),
        ("Bao nhiêu học sinh biết bơi?", ("%", "học sinh"), ("tuổi", "ha")),
        ("Số giường bệnh là bao nhiêu?", ("giường",), ("USD", "km")),
        ("Rộng bao nhiêu km2?", ("km²", "km2"), ("km", "tuổi")),
        ("Mỗi người bao nhiêu mét vuông?", ("m2 sàn/người",), ("m",)),
        ("Giao bao nhiêu đất?", ("ha", "%"), ()),
        ("Bao nhiêu năm?", ("năm",), ("ha",)),
    ],
)
def test_units_that_fit(question: str, fitting: tuple[str, ...], other: tuple[str, ...]) -> None:
    asked = analyse(question)
    assert all(unit_fits(asked, unit) for unit in fitting)
    assert not any(unit_fits(asked, unit) for unit in other)


def test_what_is_counted() -> None:
    assert is_counted("xã")
    assert not any(map(is_counted, ("", "đất nông", "km2", "tuổi")))


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Pháp lệnh hết hiệu lực mang số bao nhiêu?", (Asks.DOCUMENT_NUMBER,)),
        ("Quốc hội khóa mấy?", (Asks.ORDINAL,)),
        ("Ông Lê Văn Tám giữ chức vụ gì?", (Asks.POST,)),
        ("Giám đốc Sở Y tế là ai?", (Asks.PERSON,)),
        ("Nghị quyết 57 đặt kinh tế số bao nhiêu GDP?", (Asks.DOCUMENT_NUMBER, Asks.QUANTITY)),
        ("Dân số bao nhiêu?", (Asks.QUANTITY,)),
    ],
)
def test_the_kinds_asked_for(question: str, kinds: tuple[Asks, ...]) -> None:
    assert analyse(question).asks == kinds


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Phó Bí thư Thường trực Thành ủy Hà Nội Ngô Thị Hằng cho biết.",
         "Phó Bí thư Thường trực Thành ủy Hà Nội"),
        ("Bà Ngô Thị Hằng, giám đốc sở, nói.", "giám đốc sở"),
        ("Ngô Thị Hằng hiện là Phó Chủ tịch xã từ năm 2020.", "Phó Chủ tịch xã"),
        ("Bà Ngô Thị Hằng nói ngắn.", None),
    ],
)  # fmt: skip
def test_posts(text: str, post: str | None) -> None:
    desk = Desk.of(f"Tin\n\n{text}\n")
    clause = desk.clause(text[:10])
    found = posts_in("Bà Ngô Thị Hằng giữ chức gì?", desk.document.text, clause)
    assert [span.of(desk.document.text) for span in found] == ([post] if post else [])


def test_a_time_by_now() -> None:
    asked = analyse("Năm học tới có bao nhiêu trẻ?")
    assert is_elsewhen(asked, "Có 5 trẻ.")
    assert not is_elsewhen(asked, "Năm học tới có 5 trẻ.")
    assert not is_elsewhen(analyse("Có bao nhiêu trẻ?"), "Có 5 trẻ.")


def test_what_is_so_now_is_not_told_by_what_is_aimed_at() -> None:
    asked = analyse("Xã hiện có bao nhiêu trẻ?")
    assert is_elsewhen(asked, "Phấn đấu đến năm 2030 có 5 trẻ.")
    assert not is_elsewhen(asked, "Hiện xã có 5 trẻ, phấn đấu đến năm 2030 có 9 trẻ.")
    assert not is_elsewhen(asked, "Xã có 5 trẻ.")
    in_a_year = analyse("Năm 2030 xã hiện có bao nhiêu trẻ?")
    assert not is_elsewhen(in_a_year, "Phấn đấu đến năm 2030 có 5 trẻ.")


def test_a_denial_or_topic_is_looked_for_only_where_asked(law: Desk) -> None:
    for question in ("Bao nhiêu hội viên tán thành?", "Không quá bao nhiêu hội viên tán thành?"):
        reading = law.read(question)
        assert reading.best is not None
        assert not denied(reading, reading.best)
        assert not other_topic(reading, reading.best)


@pytest.mark.parametrize(
    ("question", "firm"),
    [
        ("Nghị quyết giao Bộ nào làm cơ quan thường trực?", True),
        ("Khu đất nằm ở phường nào?", True),
        ("Công nghiệp hỗ trợ phát triển dựa trên cơ sở nào?", False),
        ("Cán bộ nào được khen?", False),
        ("Những xã nào được hỗ trợ?", False),
        ("Ai là đối tượng thụ hưởng?", False),
        ("Đối tượng thụ hưởng là ai?", False),
        ("Ai là chủ tịch xã?", True),
    ],
)
def test_one_of_a_kind_is_firm(question: str, firm: bool) -> None:  # noqa: FBT001 - a table of cases
    assert analyse(question).firm is firm


@pytest.mark.parametrize(
    ("question", "yes_no"),
    [
        ("Nghị quyết ban hành năm 2021 à?", True),
        ("Đô thị hóa là trên 75% hả?", True),
        ("Có mấy chỉ tiêu hả?", False),
        ("Thế còn thu nhập à?", False),
    ],
)
def test_a_statement_put_with_a_particle(question: str, yes_no: bool) -> None:  # noqa: FBT001 - a table of cases
    assert analyse(question).yes_no is yes_no


def test_a_number_of_the_kind_of_document_asked_for() -> None:
    desk = Desk.of("Tin\n\nTỉnh ban hành Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 9-NQ/TW.\n")
    for question, number in (
        ("Tỉnh thực hiện nghị quyết nào?", "9-NQ/TW"),
        ("Tỉnh ban hành kế hoạch nào?", "12/KH-UBND"),
    ):
        best = desk.read(question).best
        assert best is not None
        assert best.key == number


def test_a_trade_is_no_place() -> None:
    best = (
        Desk.of("Tin\n\nHà Nội phát triển làng nghề.\n").read("Hà Nội phát triển ngành nào?").best
    )
    assert best is not None
    assert not best.typed


def test_a_number_in_a_name_counts_nothing() -> None:
    asked = analyse("Giám đốc Vườn quốc gia Ba Vì thời điểm ký hợp đồng tên là gì?")
    assert not asked.listed
    assert asked.count is None
    assert analyse("Ba nhiệm vụ của tỉnh là gì?").listed


def test_by_whom_a_thing_is_done_is_told_with_a_name() -> None:
    desk = Desk.of(
        "Tin\n\nCuộc thi được tổ chức từ năm 2017 đến năm 2020.\n\n"
        "Cuộc thi “Viết về làng” giai đoạn 2017-2020 do Bộ Nông nghiệp phối hợp với Hội Nhà báo "
        "tổ chức.\n"
    )
    best = desk.read("Cuộc thi do ai tổ chức?").best
    assert best is not None
    assert best.key.startswith("Bộ Nông nghiệp")
