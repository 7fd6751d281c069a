"""Days of a statement: the day of one thing is not another's, and the one day told is the day."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import canonical, document_of

TEXT = """Quy chế chợ nổi Cái Lân

Quy chế được hội đồng thông qua ngày 12/5/2021, song mức phí mới thì có hiệu lực từ ngày 01/8/2021.

Báo cáo 6 tháng gửi trước ngày 18/6; báo cáo năm gửi trước ngày 18/12.

Căn cứ Thông tư số 14/2019/TT-BXD ngày 03/02/2019 về Nghị định số 33/2018/NĐ-CP ngày 09/11/2018;

Trưa 7-9, đội quản lý đã kiểm tra bến thuyền của hợp tác xã Cái Lân.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over((document_of("quy-che", canonical(TEXT)),))


@pytest.mark.parametrize(
    ("statement", "stated"),
    [
        ("Mức phí mới của quy chế có hiệu lực từ ngày 12/5/2021.", "ngày 01/8/2021"),
        ("Nghị định số 33/2018/NĐ-CP ngày 03/02/2019.", "ngày 09/11/2018"),
        ("Báo cáo 6 tháng gửi trước ngày 18/12.", "ngày 18/6"),
        ("Đội quản lý kiểm tra bến thuyền của hợp tác xã Cái Lân vào trưa 6-9.", "Trưa 7-9"),
    ],
)
def test_another_day_is_told(assistant: Assistant, statement: str, stated: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert [difference.stated for difference in verdict.differences] == [stated]


@pytest.mark.parametrize(
    "statement",
    [
        "Quy chế được hội đồng thông qua ngày 12/5/2021.",
        "Mức phí mới có hiệu lực từ ngày 01/8/2021.",
        "Báo cáo năm gửi trước ngày 18/12.",
        "Đội quản lý đã kiểm tra bến thuyền vào trưa 7-9.",
    ],
)
def test_the_day_told_is_borne_out(assistant: Assistant, statement: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.SUPPORTED, verdict.explanation
