"""Whether a thing is in a list that the text closes."""

import pytest

from assistant.reading.membership import membership, outside_the_list
from tests.assistant.reading.fakes import Desk

TEXT = """Kế hoạch đào tạo nghề

Tập trung 08 nghề trọng điểm gồm cơ điện tử, công nghệ ô tô, chế biến thủy sản và logistics.

Thị trường xuất khẩu: Đức, Ý, Nhật Bản, Hoa Kỳ.

Hỗ trợ một số ngành mới như điện gió, điện mặt trời, thủy điện.

Đường truyền bị gián đoạn ở các xã Nậm Xé, Tả Phời, Lùng Phình.

Học sinh, sinh viên, người khuyết tật được đi xe buýt miễn phí từ năm 2026.

Nhóm được vay vốn: học sinh; hộ nghèo; bộ đội xuất ngũ.
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(TEXT)


@pytest.mark.parametrize(
    ("question", "is_in"),
    [
        ("Logistics có nằm trong các nghề trọng điểm không?", True),
        ("May công nghiệp có phải là nghề trọng điểm không?", False),
        ("Nghề hàn có phải là một trong 8 nghề trọng điểm không?", False),
        ("Nhật Bản có phải thị trường xuất khẩu không?", True),
        ("Pháp có thuộc các thị trường xuất khẩu không?", False),
        ("Xã Bát Xát có nằm trong các xã bị gián đoạn đường truyền không?", False),
        ("Xã Tả Phời có nằm trong các xã bị gián đoạn đường truyền không?", True),
        ("Hộ nghèo có thuộc nhóm được vay vốn không?", True),
        ("Giáo viên có thuộc nhóm được vay vốn không?", False),
    ],
)
def test_a_closed_list_names_its_members(desk: Desk, question: str, *, is_in: bool) -> None:
    told = membership(desk.read(question))
    assert told is not None
    assert told.agrees is is_in


@pytest.mark.parametrize(
    "question",
    [
        "Điện hạt nhân có nằm trong các ngành mới được hỗ trợ không?",  # "như …" closes nothing
        "Học sinh tiểu học có thuộc nhóm được vay vốn không?",  # a part of what is listed
        "Nghề trọng điểm gồm những gì?",
        "Tỉnh có phải tập trung 08 nghề trọng điểm không?",
        "Học sinh có được vay trong nhóm nghề trọng điểm không?",
    ],
)
def test_what_no_list_tells_is_left(desk: Desk, question: str) -> None:
    assert membership(desk.read(question)) is None


@pytest.mark.parametrize(
    ("question", "outside"),
    [
        ("Giáo viên có được đi xe buýt miễn phí không?", True),
        ("Sinh viên có được đi xe buýt miễn phí không?", False),
        ("Người khuyết tật có được đi xe buýt miễn phí không?", False),
    ],
)
def test_a_list_of_who_may_affirms_nothing_of_others(
    desk: Desk, question: str, *, outside: bool
) -> None:
    assert outside_the_list(desk.read(question)) is outside
