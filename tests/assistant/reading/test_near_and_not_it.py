"""Answers that stand near what is asked and are not it: other offices, ages, wholes, limits."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.demands import is_demanded
from assistant.reading.holders import holds_another, is_shown
from corpus.model import Span
from corpus.read import read_document

TEXT = """Kế hoạch phòng, chống đuối nước của thành phố Hải Vân đến năm 2030

1. Giảm tỷ lệ người từ 15 tuổi trở lên không biết bơi xuống dưới 36%.
2. Thành phố Hải Vân phấn đấu thuộc nhóm 20 thành phố an toàn nhất cả nước, nhóm 3 tỉnh, thành \
đứng đầu về dạy bơi.
3. Mức phạt tối đa với cá nhân tự ý mở bể bơi là 40 triệu đồng; phạt 5 triệu đồng đối với hành vi \
treo biển báo không đúng mẫu.
4. Ông Lê Văn Tấn, Bí thư Đảng ủy, Chủ tịch UBND thành phố, chỉ đạo thực hiện.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The plan, ready to be asked."""
    path = tmp_path_factory.mktemp("boi") / "boi.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ trẻ dưới 15 tuổi không biết bơi giảm xuống bao nhiêu?",
        "Thành phố có bao nhiêu bể bơi?",
        "Bí thư Thành ủy Hải Vân là ai?",
        "Sở Tài chính có trách nhiệm gì?",
    ],
)
def test_what_is_near_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "refused"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Tỷ lệ người từ 15 tuổi trở lên không biết bơi giảm xuống bao nhiêu?", "36%"),
        ("Về dạy bơi, thành phố đứng nhóm mấy?", "nhóm 3"),
        ("Treo biển báo sai mẫu bị phạt bao nhiêu?", "5 triệu đồng"),
        ("Bí thư Đảng ủy là ai?", "Lê Văn Tấn"),
    ],
)
def test_what_is_meant_is_answered(assistant: Assistant, question: str, words: str) -> None:
    assert words in assistant.ask(question).text


def test_a_lower_limit_confirms_no_higher_one(assistant: Assistant) -> None:
    asked = "Mức phạt tối đa với cá nhân tự ý mở bể bơi là {} triệu đồng, phải không?"
    assert assistant.ask(asked.format(50)).text.startswith("Không")
    assert assistant.ask(asked.format(40)).text.startswith("Có")


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("Ai là Bí thư Tỉnh ủy?", "Ông Lê An, Bí thư Tỉnh ủy", False),
        ("Ai là Bí thư Tỉnh ủy?", "Ông Lê An, Bí thư Đảng ủy", True),
        ("Ai là Chủ tịch UBND xã?", "Ông Lê An, Chủ tịch Ủy ban nhân dân xã", False),
        ("Ai là Chủ tịch HĐND xã?", "Ông Lê An, Chủ tịch UBND xã", True),
        ("Ai là Chủ tịch?", "Ông Lê An, Chủ tịch UBND xã", False),
    ],
)
def test_whose_office_it_is(question: str, text: str, *, another: bool) -> None:
    name = Span(4, 9)
    assert holds_another(question, text, Span(0, len(text)), name, []) is another
    assert not (another and is_shown(question, text, Span(0, len(text)), name))


@pytest.mark.parametrize(
    ("question", "text", "demanded"),
    [
        ("Gia đình được bồi thường bao nhiêu?", "Gia đình yêu cầu bồi thường 15 tỷ đồng", True),
        ("Gia đình yêu cầu bao nhiêu?", "Gia đình yêu cầu bồi thường 15 tỷ đồng", False),
        ("Gia đình được bồi thường bao nhiêu?", "Gia đình được bồi thường 15 tỷ đồng", False),
    ],
)
def test_what_is_only_asked_for(question: str, text: str, *, demanded: bool) -> None:
    place = text.index("15")
    assert is_demanded(question, text, 0, Span(place, len(text))) is demanded
