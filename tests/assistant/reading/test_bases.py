"""What a change or a share is counted from tells two figures of one thing apart."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.bases import Base, base_asked
from corpus.read import read_document

TEXT = """Tình hình kinh tế tháng 5 của huyện Sơn Khê

Sản lượng gạch tháng 5 tăng 2,4% so tháng trước và tăng 6,1% so cùng kỳ; lượng khách đến suối \
nước nóng đạt 31.200 lượt, tăng 17,3% so với cùng kỳ năm trước. Tổng thu phí chợ 5 tháng đầu năm \
là 840 triệu đồng, đạt 38,5% dự toán năm và giảm 9,2% so với cùng kỳ.

Có 24 đơn vị cấp thôn được công nhận đạt chuẩn văn hóa, tăng chín đơn vị so với cuối năm 2015. Thu \
nhập người dân tăng 1,8 lần so với năm 2015. Huyện có 12 xã khu vực II, 74 xã khu vực I và 86 thôn \
đặc biệt khó khăn.

Hiện huyện có 45 trạm bơm chạy điện. Huyện phấn đấu đến năm 2030 có 80 trạm bơm chạy điện.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The report, ready to be asked."""
    path = tmp_path_factory.mktemp("son-khe") / "son-khe.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Sản lượng gạch tăng bao nhiêu so với tháng trước?", "2,4%"),
        ("So với cùng kỳ sản lượng gạch tăng mấy phần trăm?", "6,1%"),
        ("Tổng thu phí chợ bằng bao nhiêu phần trăm dự toán?", "38,5%"),
        ("Thu phí chợ giảm bao nhiêu so với cùng kỳ?", "9,2%"),
        ("Tổng thu phí chợ 5 tháng là bao nhiêu?", "840 triệu đồng"),
        ("Lượng khách đến suối nước nóng tăng bao nhiêu?", "17,3%"),
        ("Đơn vị cấp thôn đạt chuẩn tăng bao nhiêu so với cuối năm 2015?", "chín đơn vị"),
        ("Thu nhập người dân tăng mấy lần so với năm 2015?", "1,8 lần"),
        ("Huyện có bao nhiêu xã khu vực II?", "12 xã"),
        ("Hiện có bao nhiêu trạm bơm chạy điện?", "45 trạm"),
        ("Đến năm 2030 có bao nhiêu trạm bơm chạy điện?", "80 trạm"),
        ("Huyện có bao nhiêu thôn đặc biệt khó khăn?", "86 thôn"),
        ("Tổng thu phí chợ tăng hay giảm so với cùng kỳ?", "giảm 9,2%"),
        ("Lượng khách đến suối nước nóng nhiều hơn hay ít hơn cùng kỳ?", "tăng 17,3%"),
    ],
)
def test_the_base_tells_which_figure(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert answer.key == key, answer.text
    assert key in answer.text.split("Văn bản nêu", 1)[1]  # the excerpt shows the figure itself


@pytest.mark.parametrize(
    "question",
    [
        "Lượng khách đến suối nước nóng tăng bao nhiêu so với tháng trước?",
        "Lượng khách đến suối nước nóng tăng bao nhiêu so với kế hoạch?",
        "Lượng khách đến suối nước nóng cao hơn hay thấp hơn kế hoạch?",
        "Huyện có mấy tỉnh giáp ranh?",
    ],
)
def test_another_base_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.REFUSED


@pytest.mark.parametrize(
    ("question", "base"),
    [
        ("Sản lượng vượt kế hoạch bao nhiêu?", Base("plan", "kế hoạch", "")),
        ("So với năm 2020 tăng mấy lần?", Base("past", "năm 2020", "2020")),
        ("Có bao nhiêu chỉ tiêu?", None),
        ("Năm 2030 đạt bao nhiêu phần trăm?", None),
        ("Kế hoạch do ai ban hành?", None),
    ],
)
def test_what_is_counted_from(question: str, base: Base | None) -> None:
    assert base_asked(question) == base


def test_one_base_may_be_said_with_less() -> None:
    assert not Base("past", "cùng kì", "").differs(Base("past", "năm 2022", "2022"))
    assert Base("past", "năm 2021", "2021").differs(Base("past", "năm 2022", "2022"))
    assert Base("plan", "dự toán", "").differs(Base("past", "cùng kì", ""))
