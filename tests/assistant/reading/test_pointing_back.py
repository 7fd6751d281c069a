"""Sentences that point back, figures of the year before, and quarters beside whole years."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
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
