"""The list that one line of a list leads in."""

from assistant.reading.lists import items_of
from tests.assistant.reading.fakes import Desk

RESERVES = """Luật quỹ

Điều 9. Quỹ dự trữ

1. Hằng năm, mỗi tổ chức phải trích lợi nhuận để lập các quỹ dự trữ sau đây:

a) Quỹ bổ sung vốn;

b) Quỹ dự phòng tài chính.

2. Không được dùng các quỹ này để trả cổ tức.

Điều 10. Báo cáo

1. Báo cáo hằng quý.

2. Báo cáo đột xuất.
"""


def test_a_line_that_leads_in_a_list_gives_the_things_and_not_the_rules() -> None:
    reading = Desk.of(RESERVES).read("Các quỹ dự trữ gồm những quỹ nào?")
    shown = [item.document.quote(item.span) for item in items_of(reading)]
    assert shown == ["a) Quỹ bổ sung vốn;", "b) Quỹ dự phòng tài chính."]
