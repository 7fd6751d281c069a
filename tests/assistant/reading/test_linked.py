"""Who stands after a verb and its small word, stretches of days, and holders of offices."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from assistant.reading.directed import is_directed
from assistant.reading.linked import linked
from corpus.model import Span
from corpus.read import read_document

TEXT = """Xã Mường Ao chuẩn bị lễ hội

Ông Lò Văn Pín, Chủ tịch UBND thị trấn Sơn Khê, trao quyết định chỉ định bà Vi Thị Hoa làm Trưởng \
ban tổ chức lễ hội.

Công an xã phối hợp với Hội Nông dân tuần tra đêm; đội trật tự báo cáo Đảng ủy xã sau mỗi ca trực.

Từ ngày 24/6 đến 30/6, các thôn dựng cổng chào.

Phòng Văn hóa xã vừa có văn bản gửi các thôn, bản liên quan về việc tổ chức lễ hội. Phòng đề \
nghị các thôn, bản liên quan dọn đường, treo cờ. Ông Hà Văn Páo, Chủ tịch Hội Nông dân \
trình bày việc bán hàng.

Bà Hà Thị Sen, Giám đốc Sở Kế hoạch và Đầu tư, đến dự. Công ty TNHH MTV Thoát nước Sơn Khê nạo vét \
cống.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The report, ready to be asked."""
    path = tmp_path_factory.mktemp("le-hoi") / "le-hoi.txt"
    path.write_text(TEXT, encoding="utf-8")
    return assistant_over([read_document(path)])


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Ai được chỉ định làm Trưởng ban tổ chức lễ hội?", "Vi Thị Hoa"),
        ("Công an xã phối hợp với ai?", "Hội Nông dân"),
        ("Đội trật tự báo cáo cho ai?", "Đảng ủy xã"),
        ("Chủ tịch thị trấn Sơn Khê là ai?", "Lò Văn Pín"),
        ("Bà Hà Thị Sen giữ chức gì?", "Giám đốc Sở Kế hoạch và Đầu tư"),
        ("Ông Páo giữ chức gì?", "Chủ tịch Hội Nông dân"),
        ("Công ty nào nạo vét cống?", "Công ty TNHH MTV Thoát nước Sơn Khê"),
        ("Các thôn dựng cổng chào từ ngày nào đến ngày nào?", "Từ ngày 24/6 đến 30/6"),
    ],
)
def test_the_key_of_the_answer(assistant: Assistant, question: str, key: str) -> None:
    answer = assistant.ask(question)
    assert answer.key == key, answer.text


def test_what_somebody_is_told_to_do(assistant: Assistant) -> None:
    answer = assistant.ask("Phòng Văn hóa xã đề nghị các thôn, bản liên quan làm gì?")
    assert "dọn đường, treo cờ" in answer.text


@pytest.mark.parametrize(
    ("question", "clause", "directed"),
    [
        ("Sở yêu cầu các trường làm gì?", "Sở Y tế yêu cầu các trường rửa tay", True),
        ("Tỉnh giao nhiệm vụ cho các huyện thực hiện gì?", "giao các huyện rà soát", True),
        ("Sở yêu cầu các trường làm gì?", "Sở Y tế gửi văn bản cho các trường", False),
        ("Sở yêu cầu các trường làm gì?", "Sở Y tế yêu cầu bệnh viện trực đêm", False),
        ("Sở yêu cầu bao nhiêu trường?", "Sở Y tế yêu cầu các trường rửa tay", False),
    ],
)
def test_a_clause_that_tells_whom_the_question_names(
    question: str, clause: str, *, directed: bool
) -> None:
    assert is_directed(question, clause) is directed


@pytest.mark.parametrize(
    ("question", "told", "named"),
    [
        ("Ai được chỉ định làm Trưởng ban?", "Ông Pín chỉ định bà Hoa làm Trưởng ban", "Hoa"),
        ("Sở Y tế phối hợp với ai?", "Sở Y tế phối hợp với Sở Tài chính", "Sở Tài chính"),
        ("Đội báo cáo cho cơ quan nào?", "Đội báo cáo Đảng ủy xã sau ca trực", "Đảng ủy xã"),
        ("Ai chỉ định bà Hoa?", "Ông Pín chỉ định bà Hoa làm Trưởng ban", ""),
        ("Đội phối hợp với ai?", "Đội báo cáo Đảng ủy xã sau ca trực", ""),
    ],
)
def test_who_stands_after_the_verb(question: str, told: str, named: str) -> None:
    names = ("Pín", "Hoa", "Sở Y tế", "Sở Tài chính", "Đảng ủy xã")
    spans = [Span(told.find(one), told.find(one) + len(one)) for one in names if one in told]
    found = linked(question, told, Span(0, len(told)), spans)
    assert (found.of(told) if found else "") == named
