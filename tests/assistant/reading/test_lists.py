"""Lists: lines under a lead-in, enumerations in a sentence, parallel lines, rows, mentions."""

from dataclasses import replace

import pytest

from assistant.reading.lists import MOST_ITEMS, items_of
from tests.assistant.reading.fakes import Desk


def items(desk: Desk, question: str) -> list[str]:
    return [item.document.quote(item.span) for item in items_of(desk.read(question))]


@pytest.mark.parametrize(
    "question",
    ["Các giải pháp gồm những gì?", "Liệt kê các giải pháp", "Có những giải pháp nào?"],
)
def test_lines_under_the_lead_in_that_is_named(plan: Desk, question: str) -> None:
    assert items(plan, question) == [
        "- Đào tạo nghề cho lao động trẻ.",
        "- Hỗ trợ vốn cho hợp tác xã.",
        "- Quảng bá sản phẩm trên mạng.",
    ]


def test_an_enumeration_inside_a_sentence_is_whole() -> None:
    text = (
        "Báo cáo\n\nThành phố có dân số trẻ.\n\nĐề án xác định 12 nhiệm vụ bao gồm: 5 nhiệm vụ về "
        "giao thông; 4 nhiệm vụ về cấp nước; 3 nhiệm vụ về cây xanh. Kinh phí do ngân sách cấp.\n"
    )
    (item,) = items(Desk.of(text), "12 nhiệm vụ của đề án gồm những nhóm nào?")
    for part in ("5 nhiệm vụ về giao thông", "4 nhiệm vụ về cấp nước", "3 nhiệm vụ về cây xanh"):
        assert part in item
    assert "Kinh phí" not in item


def test_lines_that_open_alike_are_one_list() -> None:
    text = (
        "Quyết định\n\nCăn cứ Luật Đất đai năm 2013;\n\nCăn cứ Nghị định số 43/2014/NĐ-CP;\n\n"
        "Theo đề nghị của Giám đốc Sở.\n\nĐiều 1. Phê duyệt quy hoạch.\n"
    )
    found = items(Desk.of(text), "Quyết định nêu những căn cứ nào?")
    assert [item[:12] for item in found] == ["Căn cứ Luật ", "Căn cứ Nghị "]


TABLE = """Chỉ tiêu

TT | Chỉ tiêu | Cơ quan theo dõi
1 | Số hộ dùng nước sạch | Sở Xây dựng
2 | Số trường đạt chuẩn | Sở Giáo dục
3 | Diện tích công viên | Sở Xây dựng
"""


def test_rows_of_the_body_that_is_named() -> None:
    found = items(Desk.of(TABLE), "Những chỉ tiêu nào do Sở Xây dựng theo dõi?")
    assert [row.split(" | ")[0] for row in found] == ["1", "3"]


def test_there_are_never_too_many_items_and_all_are_slices() -> None:
    lines = "\n\n".join(f"- Nhiệm vụ thứ {n} về trồng rừng." for n in range(40))
    desk = Desk.of(f"Kế hoạch\n\nCác nhiệm vụ gồm:\n\n{lines}\n")
    found = items_of(desk.read("Các nhiệm vụ gồm những gì?"))
    assert 1 < len(found) <= MOST_ITEMS
    assert [item.span for item in found] == sorted({item.span for item in found})


def test_nothing_found_is_no_items(plan: Desk) -> None:
    nothing = replace(plan.read("Liệt kê các giải pháp"), evidence=())
    assert items_of(nothing) == ()


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Những cơ quan nào được nhắc tên trong kế hoạch?", ["Sở Nông nghiệp", "Sở Tài chính"]),
        ("Kể tên những đơn vị nào có tên trong văn bản", ["Sở Nông nghiệp", "Sở Tài chính"]),
        ("Những ai được nhắc tên?", ["Trần Văn Bình"]),
        ("Những văn bản nào được viện dẫn, số hiệu là gì?", ["45/QĐ-UBND"]),
        ("Những giải pháp nào được nêu ra?", []),
        ("Sở Nông nghiệp làm những gì?", []),
    ],
)
def test_everything_of_a_kind_that_is_mentioned(
    plan: Desk, question: str, found: list[str]
) -> None:
    reading = plan.read(question)
    assert [plan.document.quote(span) for span in reading.mentioned] == found


LAW = """LUẬT THANH NIÊN

Chương I. QUY ĐỊNH CHUNG

Điều 3. Đối tượng áp dụng

Luật này áp dụng đối với thanh niên; cơ quan, tổ chức, gia đình và cá nhân.

Điều 8. Hợp tác quốc tế về thanh niên

1. Hợp tác quốc tế về thanh niên phải bảo đảm bình đẳng.

2. Nội dung hợp tác quốc tế về thanh niên bao gồm:

a) Tham gia tổ chức quốc tế;

b) Trao đổi thông tin;

c) Giao lưu giữa thanh niên các nước.

Điều 14. Trách nhiệm đối với gia đình

1. Chăm lo hạnh phúc gia đình.

2. Kính trọng ông bà, cha mẹ.
"""


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Nội dung hợp tác quốc tế về thanh niên gồm những gì?", ["a) Tham", "b) Trao", "c) Giao"]),
        ("Liệt kê các trách nhiệm đối với gia đình", ["1. Chăm", "2. Kính"]),
    ],
)
def test_the_deepest_lead_in_that_says_what_is_asked(question: str, parts: list[str]) -> None:
    found = items(Desk.of(LAW), question)
    assert [item[: len(part)] for item, part in zip(found, parts, strict=True)] == parts


def test_clauses_after_the_first_belong_to_its_enumeration() -> None:
    (item,) = items(Desk.of(LAW), "Luật này áp dụng đối với những ai?")
    assert item.endswith("cơ quan, tổ chức, gia đình và cá nhân.")


def test_sentences_counted_in_words_are_a_list() -> None:
    text = (
        "Bài viết\n\nĐề án có ba hướng chính. Thứ nhất, đầu tư trường học. Kinh phí khá lớn. "
        "Thứ hai, đào tạo giáo viên. Thứ ba, miễn học phí.\n\nNgoài ra, đề án còn dở.\n"
    )
    found = items(Desk.of(text), "Đề án có những hướng chính nào?")
    assert [item[:7] for item in found] == ["Thứ nhấ", "Thứ hai", "Thứ ba,"]


def test_a_sentence_cut_by_semicolons_is_one_enumeration() -> None:
    text = (
        "Kế hoạch\n\nTổng kinh phí là 895 tỷ đồng, từ ngân sách trung ương 286 tỷ đồng; ngân sách "
        "tỉnh 534 tỷ đồng; nguồn huy động khác 75 tỷ đồng. Hằng năm có báo cáo.\n"
    )
    (item,) = items(Desk.of(text), "Kinh phí được huy động từ những nguồn nào?")
    for part in ("286 tỷ", "534 tỷ", "75 tỷ"):
        assert part in item


HEADED = """Kế hoạch chăm sóc cây xanh đến năm 2030, định hướng đến năm 2040

I. MỤC TIÊU
1. Mục tiêu đến năm 2030
- Trồng mới 4.000 cây bóng mát.
2. Định hướng đến năm 2040
- Mọi tuyến phố có cây bóng mát.
- Mỗi phường có một vườn hoa.
II. GIẢI PHÁP
1. Lập quy hoạch cây xanh
III. KINH PHÍ
Ngân sách thành phố bảo đảm.
"""


@pytest.mark.parametrize(
    "question",
    ["Kế hoạch định hướng những gì đến năm 2040?", "Các định hướng đến năm 2040 là gì?"],
)
def test_a_heading_is_answered_by_what_stands_under_it(question: str) -> None:
    found = items(Desk.of(HEADED), question)
    assert found == ["- Mọi tuyến phố có cây bóng mát.", "- Mỗi phường có một vườn hoa."]


def test_targets_by_the_unit_they_are_measured_in() -> None:
    text = (
        "Chiến lược\n\nKinh tế số đạt 30% GDP; nợ công không quá 60% GDP; năng suất lao động "
        "tăng 6,5%/năm. Dân số đạt 100 triệu người.\n"
    )
    found = " ".join(items(Desk.of(text), "Những chỉ tiêu nào được tính theo GDP?"))
    assert "30% GDP" in found
    assert "60% GDP" in found
    assert "100 triệu" not in found


def test_targets_of_two_things_asked_about_at_once() -> None:
    text = (
        "Kế hoạch\n\nThu nhập bình quân đầu người năm 2030 đạt 5.000 USD. Diện tích rừng năm 2030 "
        "đạt 300 ha. Tỷ lệ đô thị hóa năm 2030 đạt 50%.\n"
    )
    found = " ".join(items(Desk.of(text), "Nêu các chỉ tiêu thu nhập và đô thị hóa năm 2030."))
    assert "5.000 USD" in found
    assert "50%" in found
    assert "300 ha" not in found


GROUPED = """Hệ thống chỉ tiêu

TT | Chỉ tiêu | Đơn vị | Mục tiêu năm 2030
A | Về kinh tế
1 | Giá trị xuất khẩu gỗ | Tỷ USD | 25
2 | Diện tích rừng gỗ lớn | Nghìn ha | 1.000
B | Về quản trị, chuyển đổi số
3 | Chủ rừng có phương án quản lý | % | 100
4 | Rừng được theo dõi bằng ảnh viễn thám | % | 100
"""


def test_rows_under_the_row_that_names_their_group() -> None:
    found = items(Desk.of(GROUPED), "Kể các chỉ tiêu thuộc nhóm quản trị, chuyển đổi số.")
    assert [item[0] for item in found] == ["3", "4"]


TASKS = """Kế hoạch phát triển du lịch

III. NHIỆM VỤ, GIẢI PHÁP

2. Nhiệm vụ thứ hai: đầu tư hạ tầng. Hoàn thành cao tốc giai đoạn 1.

3. Nhiệm vụ thứ ba: phát triển sản phẩm đặc trưng, gồm:

a) Du lịch địa chất tại cao nguyên đá.

b) Du lịch lịch sử về nguồn tại chiến khu.

c) Du lịch sinh thái trên hồ.

4. Nhiệm vụ thứ tư: phát triển nguồn nhân lực.
"""


def test_what_the_lines_of_a_list_say_is_met_by_it() -> None:
    found = items(Desk.of(TASKS), "Nhiệm vụ thứ ba gồm những loại hình du lịch nào?")
    assert [item[:2] for item in found] == ["a)", "b)", "c)"]


def test_a_heading_without_lines_names_only_what_is_told_below() -> None:
    text = (
        "Báo cáo chương trình y tế\n\nMỗi trạm một bộ thiết bị\n\nTheo chương trình, mỗi trạm y tế "
        "được trang bị một bộ thiết bị gồm: máy siêu âm; máy điện tim; ống nghe. Kinh phí do tỉnh "
        "cấp.\n"
    )
    found = items(Desk.of(text), "Bộ thiết bị của mỗi trạm gồm những gì?")
    assert any("máy siêu âm; máy điện tim; ống nghe" in item for item in found)


def test_a_label_tells_what_its_sentence_lists() -> None:
    text = (
        "Báo cáo\n\nNghị quyết xác định mục tiêu đến năm 2030 là tỉnh khá, môi trường sống an "
        "toàn.\n\nVề môi trường, tỉnh giữ độ che phủ rừng ở mức 61%; 100% dân cư có nước sạch; 98% "
        "chất thải được xử lý.\n"
    )
    found = items(Desk.of(text), "Mục tiêu về môi trường đến năm 2030 gồm những gì?")
    assert any("61%; 100% dân cư có nước sạch; 98%" in item for item in found)


def test_what_lists_answers_before_what_names_the_sum_alone() -> None:
    text = (
        "Đề án\n\nTổng kinh phí thực hiện đề án khoảng 2.870 tỷ đồng.\n\nTrong tổng kinh phí, ngân "
        "sách thành phố 1.290 tỷ đồng; vốn doanh nghiệp 1.130 tỷ đồng; vốn vay 450 tỷ đồng.\n"
    )
    (item,) = items(Desk.of(text), "Tổng kinh phí gồm những nguồn vốn nào?")
    assert "vốn doanh nghiệp 1.130 tỷ đồng" in item


def test_money_is_drawn_from_the_lines_that_divide_it() -> None:
    text = (
        "Nghị quyết\n\n1. Tổng kinh phí thực hiện Đề án là 1.860 tỷ đồng, chia theo nguồn:\n"
        "- Ngân sách tỉnh: 1.000 tỷ đồng.\n- Ngân sách xã: 310 tỷ đồng.\n\n"
        "2. Nghị quyết quy định cơ chế và nguồn vốn xóa cầu tạm.\n"
    )
    found = items(Desk.of(text), "Kinh phí của Đề án lấy từ những nguồn nào?")
    assert found == ["- Ngân sách tỉnh: 1.000 tỷ đồng.", "- Ngân sách xã: 310 tỷ đồng."]


def test_lines_that_open_with_the_noun_and_a_number() -> None:
    text = (
        "Kế hoạch phát triển du lịch\n\nI. MỤC TIÊU\n\n1. Đón 5 triệu lượt khách.\n\n"
        "2. Có 25 khách sạn.\n\nII. LỘ TRÌNH\n\n1. Giai đoạn 2026 - 2027: thí điểm tại 10 tỉnh.\n\n"
        "2. Giai đoạn 2028 - 2030: mở rộng ra toàn quốc.\n"
    )
    found = items(Desk.of(text), "Kế hoạch có hai giai đoạn nào?")
    assert [item[:13] for item in found] == ["1. Giai đoạn ", "2. Giai đoạn "]
