"""What a question asks for, over many everyday phrasings; the documents are not needed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Asks, analyse


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Tỷ lệ đô thị hóa là bao nhiêu phần trăm?", Asks.QUANTITY),
        ("Dân số thành phố bao nhiêu", Asks.QUANTITY),
        ("Có mấy nhóm nhiệm vụ vậy ạ?", Asks.QUANTITY),
        ("Thu nhập phải đạt mức nào?", Asks.QUANTITY),
        ("Tốc độ tăng trưởng ra sao?", Asks.QUANTITY),
        ("Quy mô kinh tế số cỡ nào?", Asks.QUANTITY),
        ("Khi nào nghị quyết có hiệu lực?", Asks.DATE),
        ("Bao giờ thì xong tuyến đường sắt?", Asks.DATE),
        ("Đến năm nào thì hoàn thành?", Asks.DATE),
        ("Học phí được miễn từ năm học nào?", Asks.DATE),
        ("Ngày ban hành là ngày nào?", Asks.DATE),
        ("Hạn chót nộp báo cáo là ngày nào?", Asks.DATE),
        ("Kế hoạch thực hiện trong giai đoạn nào?", Asks.PERIOD),
        ("Việc rà soát làm trong bao lâu?", Asks.PERIOD),
        ("Chương trình hành động số mấy?", Asks.DOCUMENT_NUMBER),
        ("Số hiệu của nghị quyết?", Asks.DOCUMENT_NUMBER),
        ("Quyết định nào phê duyệt đề án?", Asks.DOCUMENT_NUMBER),
        ("Ai ký quyết định?", Asks.PERSON),
        ("Đồng chí nào chủ trì hội nghị?", Asks.PERSON),
        ("Bộ nào chủ trì?", Asks.BODY),
        ("Cơ quan nào phối hợp?", Asks.BODY),
        ("Sở nào lo việc này?", Asks.BODY),
        ("Khu công nghệ cao ở đâu?", Asks.PLACE),
        ("Tỉnh nào được chọn thí điểm?", Asks.PLACE),
        ("Vì sao phải sửa Luật Thủ đô?", Asks.REASON),
        ("Tại sao ưu tiên nông nghiệp sinh thái?", Asks.REASON),
        ("Xây vườn ươm để làm gì?", Asks.REASON),
        ("Vì đâu mà sản lượng còn thấp?", Asks.REASON),
        ("Điều gì khiến người dân rời làng?", Asks.REASON),
        ("Mấy hộ nghèo rồi sẽ được ai giúp?", Asks.PERSON),
        ("Phát triển công nghiệp như thế nào?", Asks.MANNER),
        ("Cơ cấu lại ngành dịch vụ theo hướng nào?", Asks.MANNER),
        ("Mục tiêu chung là gì?", Asks.THING),
        ("Việc nào chưa hoàn thành?", Asks.THING),
        ("Nội dung của chương trình", Asks.ANYTHING),
    ],
)
def test_the_kind_that_is_asked_for(question: str, kind: Asks) -> None:
    asked = analyse(question)
    assert asked.asks[0] is kind
    assert asked.wants(kind)
    assert not asked.yes_no


@pytest.mark.parametrize(
    "question",
    [
        "Hà Nội có xây dựng Luật Thủ đô không?",
        "Tỷ lệ đạt 75% đúng không?",
        "tỷ lệ đô thị hóa là 75% phải không ạ",
        "Liệu thành phố có phát triển làng nghề?",
        "Có phải chương trình nêu 26 chỉ tiêu?",
        "Có đúng là 9 nhóm nhiệm vụ?",
        "Phải chăng năm 2030 đạt 75%?",
        "Chương trình đã ban hành chưa nhỉ?",
        "Người dân có được thanh toán không dùng tiền mặt không?",
        "Doanh nghiệp được hỗ trợ vốn hay không?",
    ],
)
def test_yes_or_no_is_asked(question: str) -> None:
    asked = analyse(question)
    assert asked.yes_no
    assert not asked.listed
    assert asked.asks == (Asks.ANYTHING,)


@pytest.mark.parametrize(
    "question",
    [
        "Thanh toán không dùng tiền mặt đạt bao nhiêu?",
        "Tỷ lệ thanh toán không dùng tiền mặt?",
        "Dịch vụ không dây gồm những gì?",
        "Có bao nhiêu hộ không có nhà ở?",
        "Vì sao dự án không được duyệt?",
        "Ai không được dự thi?",
        "Việc nào chưa hoàn thành?",
        "Không gian xanh đạt mấy mét vuông một người?",
        "Có những cơ chế đặc thù nào?",
    ],
)
def test_a_negation_inside_a_question_does_not_beg_yes_or_no(question: str) -> None:
    assert not analyse(question).yes_no


@pytest.mark.parametrize(
    ("question", "listed", "count"),
    [
        ("Chỉ tiêu gồm những nhóm nào?", True, None),
        ("Liệt kê các giải pháp", True, None),
        ("Kể tên ba lĩnh vực chủ chốt", True, None),
        ("Ba lĩnh vực chủ chốt là gì?", True, 3),
        ("4 trụ cột nào được nêu?", True, 4),
        ("Năm nhóm giải pháp gì?", True, 5),
        ("Chương trình bao gồm những gì?", True, None),
        ("Những cơ quan nào tham gia?", True, None),
        ("Những ai ký tên?", True, None),
        ("Ai ký các quyết định?", False, None),
        ("Mục tiêu chung là gì?", False, None),
        ("Thu nhập đạt bao nhiêu?", False, None),
        ("Bộ nào chủ trì?", False, None),
        ("Có những chỉ tiêu kinh tế không?", False, None),
    ],
)
def test_lists_and_how_many_items(question: str, *, listed: bool, count: int | None) -> None:
    asked = analyse(question)
    assert (asked.listed, asked.count) == (listed, count)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Đạt bao nhiêu phần trăm?", "%"),
        ("Đạt bao nhiêu % vào năm 2030?", "%"),
        ("Thu nhập bao nhiêu USD?", "usd"),
        ("Tính bằng USD là bao nhiêu?", "usd"),
        ("Có bao nhiêu doanh nghiệp?", "doanh nghiệp"),
        ("Tổng vốn mấy tỷ?", "tỉ"),
        ("Thu nhập là bao nhiêu?", ""),
        ("Mục tiêu là gì?", ""),
    ],
)
def test_the_unit_asked_for(question: str, unit: str) -> None:
    assert analyse(question).unit == unit


@pytest.mark.parametrize(
    ("question", "years", "periods"),
    [
        ("Năm 2030 đạt bao nhiêu?", {2030}, set()),
        ("năm 2025 và 2030 đạt bao nhiêu?", {2025, 2030}, set()),
        ("giai đoạn 2021-2025 đạt bao nhiêu?", set(), {(2021, 2025)}),
        ("giai đoạn 2021–2025 đạt bao nhiêu?", set(), {(2021, 2025)}),
        ("từ năm 2021 đến năm 2025 tăng bao nhiêu?", set(), {(2021, 2025)}),
        ("đến 2030 thì sao?", {2030}, set()),
        ("Trồng 2.030 cây phải không?", set(), set()),
        ("Thu nhập là bao nhiêu?", set(), set()),
    ],
)
def test_years_and_periods(question: str, years: set[int], periods: set[tuple[int, int]]) -> None:
    asked = analyse(question)
    assert asked.years == years
    assert asked.periods == periods


@pytest.mark.parametrize(
    ("question", "how_many"),
    [
        ("Có bao nhiêu doanh nghiệp công nghệ số?", True),
        ("Có mấy nhóm nhiệm vụ?", True),
        ("Bao nhiêu phần trăm doanh nghiệp dùng công nghệ số?", False),
        ("Có bao nhiêu doanh nghiệp dùng công nghệ số?", False),
        ("Thu nhập là bao nhiêu?", False),
    ],
)
def test_how_many_of_a_thing(question: str, *, how_many: bool) -> None:
    assert analyse(question).how_many is how_many


def test_only_a_firm_wording_demands_a_figure() -> None:
    assert analyse("Tỷ lệ là bao nhiêu?").wants_figure
    assert analyse("Có mấy nhóm?").wants_figure
    assert not analyse("Thu nhập đạt mức nào?").wants_figure
    assert not analyse("Ngày ban hành là ngày nào?").wants_figure


def test_the_anchor_is_the_words_before_what_is_asked() -> None:
    assert analyse("Cơ chế phù hợp với yêu cầu gì?").anchor[-3:] == ("với", "yêu", "cầu")
    assert analyse("Bộ nào chủ trì?").anchor == ("bộ",)
    assert analyse("Thu nhập bao nhiêu?").anchor == ()
    assert analyse("gì").anchor == ()


def test_search_words_are_kept_apart_from_the_question() -> None:
    asked = analyse("Lương bao nhiêu?", ("thu nhập",))
    assert asked.extra == ("thu nhập",)
    assert "nhập" not in {term.text for term in asked.terms}


@given(st.text(max_size=300))
def test_any_text_is_analysed(text: str) -> None:
    asked = analyse(text)
    assert asked.asks
    assert not (asked.yes_no and asked.listed)
    assert asked.count is None or asked.count >= 0
    assert len(asked.anchor) < 10


@pytest.mark.parametrize(
    "piece", ["có ", "không ", "bao nhiêu ", "số ", "gồm ", "nghị quyết ", "ba ", "a ", "hạn "]
)
def test_a_long_question_is_analysed_in_no_time(piece: str) -> None:
    """A pattern that backtracks would not come back from this."""
    analyse(piece * 400)
    analyse("có " + piece * 400)


def test_several_things_are_not_asked_how_many_they_are() -> None:
    question = analyse("Mấy nhà máy cũ phải bỏ bao nhiêu lò đốt?")
    assert question.unit == "lò đốt"
    assert not analyse("Mấy chiêu trò nào đang nở rộ?").wants(Asks.QUANTITY)
    assert analyse("Mấy trường được xây mới?").wants(Asks.QUANTITY)


def test_what_only_makes_a_question_sound_spoken_is_no_content() -> None:
    terms = [term.text for term in analyse("Sửa trường tốn chừng bao nhiêu tiền?").terms]
    assert terms == ["sửa", "trường", "tốn"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Giám đốc trạm bơm Hà Đông tên gì?", "Giám đốc trạm bơm Hà Đông là ai?"),
        ("Vợ ông Tám tên là gì?", "Vợ ông Tám là ai?"),
        ("Đề án tên gì?", "Đề án tên gì?"),
    ],
)
def test_what_somebody_is_called_is_who_he_is(question: str, text: str) -> None:
    asked = analyse(question)
    assert asked.text == text
    assert Asks.POST not in asked.asks


def test_whoever_is_helped_need_not_be_a_person() -> None:
    assert not analyse("Bà con được ai dạy nghề?").firm
    assert analyse("Hội đồng do ai làm chủ tịch?").firm
    assert analyse("Ai là người ký?").firm


@pytest.mark.parametrize(
    "text",
    [
        "Đã phát hiện vườn nào nằm trên đất rừng chưa?",
        "Tỉnh đã có xã nào đạt chuẩn chưa ạ?",
        "Có cơ sở chăm sóc tập trung nào đặt ở miền núi không?",
    ],
)
def test_whether_there_is_any_is_a_yes_or_no(text: str) -> None:
    assert analyse(text).yes_no


def test_the_whole_country_counts_little_unless_a_name_has_it() -> None:
    light = analyse("Dân số Việt Nam khoảng bao nhiêu?").terms
    assert [term.text for term in light if term.weight == 1] == ["dân"]
    named = analyse("Ngân hàng Nhà nước Việt Nam cho vay bao nhiêu?").terms
    assert {"việt", "nam"} <= {term.text for term in named if term.weight == 1}


def test_a_year_that_a_figure_is_set_against_is_not_asked_about() -> None:
    assert analyse("Thu nhập tăng mấy lần so với năm 2015?").years == frozenset()
    assert analyse("Thu nhập năm 2020 tăng mấy lần so với năm 2015?").years == frozenset({2020})
