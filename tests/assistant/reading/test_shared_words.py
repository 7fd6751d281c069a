"""Words of a sentence that belong to several of its parts, and answers told in words."""

import pytest

from assistant.confidence.measures import counts_another
from tests.assistant.reading.fakes import Desk

CEMETERIES = """Quy hoạch nghĩa trang

Ba nghĩa trang được mở rộng: Bình An (từ 7 lên 17 ha); Tân Lập (38 lên 241 ha); Phú Hòa (37 lên
87 ha).

Đề án dự kiến đưa 1.500 lao động là điều dưỡng chăm sóc người già, người bệnh; kỹ sư cơ khí sang
Nhật Bản; đưa 1.800 lao động là kỹ sư các ngành hàn, điện tử và đầu bếp sang Hàn Quốc.

Đơn vị quản lý dừng khai thác tuyến mạo hiểm nếu có cảnh báo mưa lũ từ cấp 2 trở lên.
"""


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Nghĩa trang Tân Lập được mở rộng lên bao nhiêu ha?", "241 ha"),
        ("Nghĩa trang Bình An được mở rộng lên bao nhiêu ha?", "17 ha"),
        ("Đề án đưa bao nhiêu lao động điều dưỡng, kỹ sư cơ khí sang Nhật Bản?", "1.500 lao động"),
        ("Đề án đưa bao nhiêu lao động là kỹ sư điện tử sang Hàn Quốc?", "1.800 lao động"),
        (
            "Khi nào phải dừng khai thác tuyến mạo hiểm?",
            "nếu có cảnh báo mưa lũ từ cấp 2 trở lên",
        ),
    ],
)
def test_what_is_shared_counts_for_each_part(question: str, key: str) -> None:
    best = Desk.of(CEMETERIES).read(question).best
    assert best is not None
    assert best.key == key
    assert best.typed


def test_people_are_counted_by_what_they_are() -> None:
    reading = Desk.of(CEMETERIES).read("Đề án dự kiến đưa bao nhiêu người sang Nhật Bản?")
    assert reading.best is not None
    assert not counts_another(reading, reading.best)
