"""Figures of groups told side by side, and groups that are not spoken of, by a whole assistant."""

import pytest

from assistant.ask import Assistant
from assistant.assemble import assistant_over
from corpus.read import document_of

NOTICE = """Hơn 38.000 học sinh trường tư của tỉnh Bắc Hà được hỗ trợ học phí

Hội đồng nhân dân tỉnh thông qua nghị quyết hỗ trợ học phí đối với 30.351 trẻ mầm non và học sinh
phổ thông theo học tại các trường ngoài công lập trên địa bàn.

Mức hỗ trợ chia theo khu vực: nông thôn 100.000 đồng/tháng đối với mầm non và THCS, 200.000
đồng/tháng đối với THPT; miền núi 50.000 đồng/tháng đối với mầm non và THCS, 80.000 đồng/tháng
đối với THPT.

1. Cầu trên đường xã: bề rộng mặt cầu tối thiểu 5,0 m, tải trọng thiết kế 8 tấn.

2. Cầu trên đường ấp: bề rộng mặt cầu tối thiểu 3,5 m, tải trọng thiết kế 5 tấn.

Lịch tiếp công dân: phường An Hòa vào thứ Ba; phường An Bình vào thứ Năm.

Bác sĩ Hoàng Văn Tính, Phó Giám đốc Sở Y tế, cho biết thêm.
"""


@pytest.fixture(scope="module")
def notice() -> Assistant:
    """Return an assistant over a notice."""
    return assistant_over([document_of("hoc-phi", NOTICE)])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Học sinh THCS vùng miền núi được hỗ trợ bao nhiêu một tháng?", "50.000 đồng/tháng"),
        ("Học sinh THPT vùng miền núi được hỗ trợ bao nhiêu một tháng?", "80.000 đồng/tháng"),
        ("Học sinh THPT ở nông thôn được hỗ trợ bao nhiêu một tháng?", "200.000 đồng/tháng"),
        ("Bao nhiêu trẻ mầm non được hỗ trợ?", "30.351 trẻ mầm non"),
        ("Bề rộng mặt cầu tối thiểu trên đường ấp là bao nhiêu?", "Tối thiểu 3,5 m"),
        ("Bề rộng mặt cầu tối thiểu trên đường xã là bao nhiêu?", "Tối thiểu 5,0 m"),
        ("Phường An Bình tiếp công dân vào thứ mấy?", "Thứ Năm"),
        ("Phó Giám đốc Sở Y tế là ai?", "Hoàng Văn Tính"),
    ],
)
def test_each_group_has_its_own_figure(notice: Assistant, question: str, answer: str) -> None:
    assert notice.ask(question).text.startswith(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Bao nhiêu giáo viên được hỗ trợ?",
        "Sinh viên đại học được hỗ trợ bao nhiêu?",
        "Học sinh trường công có được hỗ trợ học phí không?",
        "Giám đốc Sở Y tế là ai?",
        "Ai là Giám đốc Sở Y tế tỉnh Bắc Hà?",
    ],
)
def test_a_group_that_is_not_spoken_of_has_no_figure(notice: Assistant, question: str) -> None:
    given = notice.ask(question)
    assert not given.text.startswith(("Hơn", "30.351", "Có", "Hoàng"))
    assert "không phải" not in given.text
