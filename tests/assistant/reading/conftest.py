"""A small plan with a bit of everything that is read for."""

import pytest

from tests.assistant.reading.fakes import Desk

PLAN = """Kế hoạch phát triển nông thôn

Kế hoạch do Sở Nông nghiệp chủ trì, phối hợp với Sở Tài chính; ông Trần Văn Bình làm trưởng \
ban chỉ đạo từ ngày 15/3/2023.

Đến năm 2025, tỷ lệ hộ nghèo còn 1,2%; đến năm 2030, tỷ lệ hộ nghèo còn dưới 0,5%. Thành phố \
trồng 30 ha rừng và xây 12 trường học trong giai đoạn 2021-2025.

Việc rà soát thực hiện định kỳ 6 tháng một lần theo Quyết định số 45/QĐ-UBND.

Làng nghề phát triển theo hướng xanh, gắn với du lịch, phù hợp với yêu cầu bảo vệ môi trường.

Các giải pháp gồm:

- Đào tạo nghề cho lao động trẻ.

- Hỗ trợ vốn cho hợp tác xã.

- Quảng bá sản phẩm trên mạng.

Không được dùng đất lúa để xây nhà xưởng.
"""


@pytest.fixture(scope="module")
def plan() -> Desk:
    """Return the plan, ready to be read."""
    return Desk.of(PLAN)
