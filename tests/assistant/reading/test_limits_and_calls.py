"""The limit beside a share, hours of the day, numbers to call, names told with words between."""

import pytest

from assistant.answer import Status
from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.clock import hours_in
from assistant.reading.limits import limit_asked
from assistant.reading.phones import phones_in
from corpus.model import Span
from corpus.quantities import find_quantities
from corpus.quantity import Operator
from corpus.read import read_document

TEXT = """THÔNG BÁO
Về việc hỗ trợ hộ kinh doanh chợ Đầm và tổ chức hội xuân

1. Hộ kinh doanh được hỗ trợ 70% chi phí thuê quầy, nhưng không quá 24 triệu đồng một hộ.
2. Chợ mở cửa từ 5 giờ 30 đến 18 giờ các ngày trong tuần.
3. Người dân phản ánh qua số điện thoại 0258.3.765.432 của Ban quản lý chợ.
4. Sở Nông nghiệp và Môi trường kiểm tra nguồn gốc hải sản bán tại chợ.
5. Chợ có 320 quầy, gồm 180 quầy hải sản và 140 quầy rau quả; riêng nhóm 3 có 45 quầy.
6. Hội xuân Tết Nguyên đán Đinh Dậu mở trong 9 ngày tại chợ Đầm.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The notice, ready to be asked."""
    path = tmp_path_factory.mktemp("cho") / "cho-dam.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Hộ kinh doanh được hỗ trợ bao nhiêu phần trăm chi phí thuê quầy?", "70%"),
        ("Mỗi hộ kinh doanh được hỗ trợ chi phí thuê quầy tối đa bao nhiêu tiền?", "24 triệu đồng"),
        ("Chợ mở cửa từ mấy giờ đến mấy giờ?", "từ 5 giờ 30 đến 18 giờ"),
        ("Muốn phản ánh thì gọi số điện thoại nào?", "0258.3.765.432"),
        ("phản ánh gọi sđt nào", "0258.3.765.432"),
        ("Hội xuân Tết Đinh Dậu mở trong mấy ngày?", "9 ngày"),
    ],
)
def test_the_key_of_the_answer_holds(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert key in answer.key, answer.text


def test_a_body_asked_for_may_be_named_after_other_fields(assistant: Assistant) -> None:
    answer = assistant.ask("Cơ quan nào kiểm tra nguồn gốc hải sản bán tại chợ?")
    assert answer.key == "Sở Nông nghiệp và Môi trường", answer.text


def test_a_part_that_the_text_counts_is_no_false_premise(assistant: Assistant) -> None:
    answer = assistant.ask("140 quầy rau quả và bao nhiêu quầy hải sản?")
    assert answer.status is Status.ANSWERED
    assert "không phải" not in answer.text


@pytest.mark.parametrize(
    ("question", "limit"),
    [
        ("Được hỗ trợ tối đa bao nhiêu?", Operator.AT_MOST),
        ("Bao nhiêu là ít nhất?", Operator.AT_LEAST),
        ("Được hỗ trợ bao nhiêu?", None),
        ("Tối đa hóa lợi ích bằng cách nào?", None),
    ],
)
def test_limits_asked_for(question: str, limit: Operator | None) -> None:
    assert limit_asked(question) is limit


@pytest.mark.parametrize(
    ("clause", "hours"),
    [
        ("từ 7h30 - 11h30 và từ 13 giờ đến 17 giờ", ["từ 7h30 - 11h30", "từ 13 giờ đến 17 giờ"]),
        ("khai mạc lúc 20 giờ tối ngày 5/3", ["20 giờ tối"]),
        ("làm việc trong giờ hành chính", ["giờ hành chính"]),
        ("cấp nước 12 giờ mỗi ngày", ["12 giờ"]),
        ("tập huấn 40 giờ học", []),
        ("bản đồ 1:5000, số 12:3456", []),
    ],
)
def test_hours_of_a_clause(clause: str, hours: list[str]) -> None:
    assert [span.of(clause) for span in hours_in(clause, Span(0, len(clause)))] == hours


@pytest.mark.parametrize(
    ("clause", "phones"),
    [
        ("gọi 1900 1234 hoặc (028) 3829.5555", ["1900 1234", "(028) 3829.5555"]),
        ("đường dây nóng 1022", ["1022"]),
        ("tổng đài có 1.250 cuộc gọi", []),
        ("trồng 115 cây", []),
    ],
)
def test_numbers_to_call(clause: str, phones: list[str]) -> None:
    assert [span.of(clause) for span in phones_in(clause, Span(0, len(clause)))] == phones


@pytest.mark.parametrize("text", ["gọi 0258.3.765.432 để báo", "hotline 1900 1234", "0912345678"])
def test_a_number_to_call_is_no_quantity(text: str) -> None:
    assert not find_quantities(text)
