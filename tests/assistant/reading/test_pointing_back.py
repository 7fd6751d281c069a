"""Sentences that point back, figures of the year before, and quarters beside whole years."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.happenings import happens_there
from assistant.reading.last_year import asks_last_year, is_of_last_year
from corpus.model import Span
from corpus.read import read_document

TEXT = """Kết quả kinh tế 9 tháng của tỉnh Hạ Lam

Chỉ số giá thực phẩm tháng 9 tăng 2,4% so với tháng trước. Nguyên nhân do mưa lũ kéo dài, chợ đầu \
mối đóng cửa và cước xe tăng.

Thu phí bến cảng đạt 3.100 tỷ đồng (cùng kỳ năm trước 2.750 tỷ đồng). Khách tàu biển đạt 305.000 \
lượt, tăng 12% so với cùng kỳ năm ngoái.

Kinh tế biển quý III/2024 tăng 5,9%, tuy cao hơn tốc độ tăng 4,7% và 5,2% của cùng kỳ năm 2022 và \
2023. Tính cả năm 2024, kinh tế biển ước tăng 7,3%.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The report, ready to be asked."""
    path = tmp_path_factory.mktemp("ket-qua") / "ket-qua.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Vì sao giá thực phẩm tháng 9 tăng?", "mưa lũ kéo dài"),
        ("Năm ngoái thu phí bến cảng được bao nhiêu?", "2.750 tỷ đồng"),
        ("Thu phí bến cảng được bao nhiêu?", "3.100 tỷ đồng"),
        ("Khách tàu biển tăng bao nhiêu so với năm ngoái?", "12%"),
        ("Kinh tế biển cả năm 2024 tăng bao nhiêu?", "7,3%"),
        ("Kinh tế biển quý III/2024 tăng bao nhiêu?", "5,9%"),
    ],
)
def test_the_sentence_that_answers(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert words in answer.text


@pytest.mark.parametrize(
    "question",
    ["Năm ngoái có bao nhiêu khách tàu biển?", "Kinh tế biển quý III năm 2023 tăng bao nhiêu?"],
)
def test_what_is_not_told_of_that_time(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "refused"


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Năm ngoái thu được bao nhiêu?", True),
        ("Cùng kỳ năm trước xuất siêu mấy tỷ?", True),
        ("Tăng bao nhiêu so với năm ngoái?", False),
        ("Tăng bao nhiêu so với cùng kỳ năm trước?", False),
        ("Thu được bao nhiêu?", False),
    ],
)
def test_questions_about_last_year(question: str, *, asks: bool) -> None:
    assert asks_last_year(question) is asks


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("đạt 9 tỷ (cùng kỳ năm trước 7 tỷ)", "7 tỷ", True),
        ("đạt 9 tỷ (cùng kỳ năm trước 7 tỷ)", "9 tỷ", False),
        ("so với cùng kỳ năm trước tăng 12%", "12%", False),
        ("năm trước 2023 đạt 7 tỷ", "7 tỷ", False),
    ],
)
def test_figures_of_last_year(text: str, figure: str, *, told: bool) -> None:
    place = text.index(figure)
    assert is_of_last_year(text, 0, Span(place, place + len(figure))) is told


MEETING = """Xã Bản Luốc họp đại hội

Chiều 12/8, Đảng ủy xã Bản Luốc thông báo về Đại hội đại biểu Đảng bộ xã Bản Luốc lần thứ II. Đại \
hội sẽ diễn ra vào ngày 14/8, tại Nhà văn hóa thôn Thượng với 120 đại biểu đang sinh hoạt tại 18 \
chi bộ.

Xã vừa ban hành Quyết định số 45/QĐ-UBND ngày 2/8/2025 về giữ rừng.

Mỗi thôn lập một tổ giữ rừng. Quyết định có hiệu lực từ ngày 10/8/2025.
"""


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The notice of a meeting, ready to be asked."""
    path = tmp_path_factory.mktemp("dai-hoi") / "dai-hoi.txt"
    path.write_text(MEETING, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Đại hội Đảng bộ xã Bản Luốc diễn ra khi nào?", "14/8"),
        ("Đại hội Đảng bộ xã Bản Luốc diễn ra ở đâu?", "Nhà văn hóa thôn Thượng"),
        ("Quyết định 45 có hiệu lực khi nào?", "10/8/2025"),
        ("Quyết định 45 ban hành ngày nào?", "2/8/2025"),
    ],
)
def test_a_thing_is_named_in_full_once(meeting: Assistant, question: str, words: str) -> None:
    assert words in meeting.ask(question).text


@pytest.mark.parametrize(
    ("question", "text", "named", "there"),
    [
        ("Hội thi diễn ra khi nào?", "Hội thi diễn ra vào ngày 5/3", "ngày 5/3", True),
        ("Hội thi diễn ra ở đâu?", "được tổ chức ngày 5/3 tại Huế", "Huế", True),
        ("Hội thi diễn ra khi nào?", "Ngày 1/3, xã báo tin hội thi", "Ngày 1/3", False),
        ("Hội thi có bao nhiêu đội?", "Hội thi diễn ra ngày 5/3", "ngày 5/3", False),
    ],
)
def test_when_and_where_it_happens(question: str, text: str, named: str, *, there: bool) -> None:
    place = text.index(named)
    assert happens_there(question, text, 0, Span(place, place + len(named))) is there
