"""A claimed figure beside those of another year, another name, or in a qualifier's place."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from assistant.claims import Aspect
from corpus.read import document_of

_TEXT = """Quy hoạch phát triển thương mại của tỉnh

Đến năm 2025, toàn tỉnh có 90 chợ các loại, riêng thị xã 12 chợ; 15 siêu thị và \
7 trung tâm thương mại; \
đến năm 2030, toàn tỉnh có 28 siêu thị và 16 trung tâm thương mại.

Tỷ lệ này tại nội thị đã là 10%, mục tiêu đến năm 2030 là 45% và đến năm 2050 là 65% người dân \
dùng xe điện.

Tỉnh hỗ trợ lãi suất vay mua xe điện 3%/năm trong 04 năm đầu cho hộ nghèo.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over([document_of("quy-hoach", _TEXT)])


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("Đến năm 2030, toàn tỉnh có 15 siêu thị.", Aspect.VALUE),
        ("Mục tiêu đến năm 2030 là 65% người dân dùng xe điện.", Aspect.VALUE),
        ("Hỗ trợ lãi suất vay mua xe điện 3%/năm trong 09 năm đầu.", Aspect.VALUE),
    ],
)
def test_the_figure_of_another_year_or_place_refutes(
    assistant: Assistant, statement: str, what: Aspect
) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert what in {difference.what for difference in verdict.differences}
