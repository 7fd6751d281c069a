"""Lists named right after their noun, under an article's heading, or of a kind the text omits."""

from assistant.reading.enumerations import named_after_noun
from assistant.reading.lists import head_of, items_of
from tests.assistant.reading.fakes import Desk

TEXT = """Thị xã Cao Lãm

Dân cư thị xã Cao Lãm gồm 3 dân tộc: Kinh, Hoa, Khmer.

Năm nay chương trình đến với trẻ em ở các xã (Bình An, Tân Lập, Phú Hải, Vĩnh Thọ), năm sau đến cả \
thị xã.

Việc cho vay vốn dựa trên tài sản thế chấp hoặc phương án kinh doanh hoặc xếp hạng của người vay.
"""

LAW = """Luật thư viện

Điều 3. Đối tượng được miễn lệ phí thư viện
Người khuyết tật, học sinh, người từ đủ 70 tuổi trở lên.

Điều 4. Trách nhiệm của bạn đọc
1. Giữ gìn sách.
2. Trả sách đúng hạn.
"""


def items(desk: Desk, question: str) -> list[str]:
    return [item.document.quote(item.span) for item in items_of(desk.read(question))]


def test_names_after_the_noun_asked_for() -> None:
    (found,) = items(Desk.of(TEXT), "Thị xã Cao Lãm có những dân tộc nào?")
    assert found.endswith("Kinh, Hoa, Khmer.")
    (found,) = items(Desk.of(TEXT), "Chương trình đến với trẻ em ở những xã nào?")
    assert "(Bình An, Tân Lập, Phú Hải, Vĩnh Thọ)" in found


RIVER = """Sông Cái

Sông Cái chảy qua thành phố Hải Sơn, thủ phủ tỉnh Đông Hà, rồi ra biển.

Hai tỉnh Hà Thượng và Hà Hạ được đặt tên theo sông Cái.

Các thành phố chính dọc theo sông Cái tính từ đầu nguồn bao gồm: Lan Khê, Ô Lý, và Bao Sơn.

Cá sông Cái bao gồm cá nước ngọt, cá nước lợ và cá di cư.
"""


def test_names_joined_after_the_noun_and_a_clause_of_the_noun() -> None:
    desk = Desk.of(RIVER)
    (found,) = items(desk, "Những tỉnh nào được đặt tên theo sông Cái?")
    assert found.startswith("Hai tỉnh Hà Thượng và Hà Hạ")
    (found,) = items(desk, "Những thành phố chính nào nằm dọc sông Cái?")
    assert "Lan Khê, Ô Lý, và Bao Sơn" in found
    (found,) = items(desk, "Cá sông Cái gồm những loại nào?")
    assert "cá nước lợ" in found


def test_a_noun_without_names_after_it_is_no_list() -> None:
    reading = Desk.of(TEXT).read("Chương trình đến với những trẻ em nào?")
    assert named_after_noun(reading).items == ()


def test_a_kind_that_the_text_has_no_need_to_say() -> None:
    desk = Desk.of(TEXT)
    (found,) = items(desk, "Việc cho vay vốn dựa trên những căn cứ nào?")
    assert "tài sản thế chấp hoặc phương án kinh doanh hoặc xếp hạng" in found


def test_who_is_told_under_the_heading_of_an_article() -> None:
    desk = Desk.of(LAW)
    reading = desk.read("Ai được miễn lệ phí thư viện?")
    found = head_of(reading)
    assert [item.document.quote(item.span) for item in found.items] == [
        "Người khuyết tật, học sinh, người từ đủ 70 tuổi trở lên."
    ]
    assert found.precise == 1.0  # "Điều 3." and "đối tượng" say nothing of their own
    found = head_of(desk.read("Trách nhiệm của bạn đọc là gì?"))
    assert len(found.items) == 2
