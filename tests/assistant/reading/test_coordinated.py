"""The part of a sentence that enumerates: its first item to its last."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.question import analyse
from assistant.reading.coordinated import enumeration_in
from assistant.reading.list_start import Asked, trimmed
from corpus.model import Span


def _found(question: str, text: str, item: str) -> str:
    span = Span(text.index(item), text.index(item) + len(item)) if item else None
    listed = enumeration_in(analyse(question), text, Span(0, len(text)), span)
    return listed.of(text) if listed else ""


@pytest.mark.parametrize(
    ("question", "text", "item", "expected"),
    [
        pytest.param(
            "Những hợp tác xã nào đã có nhà màng?",
            "Các hợp tác xã Hòa An, Ia Mơ và Nam Yang đã có nhà màng phơi, máy tách màu.",
            "xã Hòa An",
            "Hòa An, Ia Mơ và Nam Yang",
            id="names after their noun",
        ),
        pytest.param(
            "Những ai được đi xe miễn phí?",
            "Học sinh, sinh viên, người khuyết tật được đi xe miễn phí từ năm 2026.",
            "Học sinh",
            "Học sinh, sinh viên, người khuyết tật",
            id="up to what is said of them",
        ),
        pytest.param(
            "Đội lưu động gồm những ai?",
            "mỗi đội có 5 người gồm bác sĩ, điều dưỡng và cộng tác viên; mở rộng mạng lưới.",
            "bác sĩ",
            "bác sĩ, điều dưỡng và cộng tác viên",
            id="a list that ends before a semicolon",
        ),
        pytest.param(
            "Phát triển dựa trên những yếu tố nào?",
            "Phát triển dựa trên ba yếu tố nền móng đồng bộ: thể chế, chính sách phù hợp và linh "
            "hoạt; nhân lực chất lượng cao; hạ tầng hiện đại, an toàn.",
            "đồng bộ",
            "thể chế, chính sách phù hợp và linh hoạt; nhân lực chất lượng cao; hạ tầng hiện đại, "
            "an toàn",
            id="a list parted by semicolons",
        ),
        pytest.param(
            "Hạ tầng vật lý tập trung vào những ngành nào?",
            "tập trung vào một số ngành như: giao thông, đô thị, môi trường; triển khai bắt buộc "
            "đối với một số dự án đầu tư mới quan trọng.",
            "giao thông",
            "giao thông, đô thị, môi trường",
            id="short items before a semicolon",
        ),
        pytest.param(
            "Cầu tạm gồm những loại cầu nào?",
            "toàn tỉnh có 412 cầu tạm (cầu khỉ, cầu ván, cầu sắt hư hỏng) và 268 cầu yếu.",
            "",
            "cầu khỉ, cầu ván, cầu sắt hư hỏng",
            id="in brackets",
        ),
        pytest.param(
            "Nghị quyết xác định những nội dung trọng tâm nào?",
            "Thể chế, nhân lực và công nghệ là những nội dung trọng tâm, trong đó có cái đi trước.",
            "những nội dung trọng tâm",
            "Thể chế, nhân lực và công nghệ",
            id="items first, their noun after",
        ),
        pytest.param(
            "Làn ưu tiên được tổ chức trên những đường nào?",
            "bổ sung làn ưu tiên trên đường 30 Tháng 4, đường 3 Tháng 2 và Võ Văn Kiệt, tổng chiều "
            "dài 14,6 km.",
            "30 Tháng 4",
            "đường 30 Tháng 4, đường 3 Tháng 2 và Võ Văn Kiệt",
            id="a noun that is the items' own",
        ),
        pytest.param(
            "Ba lĩnh vực chủ chốt của công nghiệp hỗ trợ là gì?",
            "phát triển công nghiệp hỗ trợ dựa trên nhu cầu và lợi thế, bao gồm 3 lĩnh vực chủ "
            "chốt là linh kiện, dệt may và công nghệ cao.",
            "nhu cầu",
            "linh kiện, dệt may và công nghệ cao",
            id="led in by what the question names",
        ),
        pytest.param(
            "Tỷ lệ ở từng bậc học là bao nhiêu?",
            "Tỷ lệ trường đạt chuẩn: mầm non 70%, tiểu học 75% và trung học 65%.",
            "70%",
            "mầm non 70%, tiểu học 75% và trung học 65%",
            id="a figure for each",
        ),
    ],
)
def test_finds_the_items_from_first_to_last(
    question: str, text: str, item: str, expected: str
) -> None:
    assert _found(question, text, item) == expected


def test_one_thing_is_no_enumeration() -> None:
    assert not _found("Những bộ nào phối hợp?", "phối hợp với Bộ Tư pháp.", "Bộ Tư pháp")


@settings(max_examples=60, deadline=None)
@given(st.text("abcđ ,;:.()áàộ39\n|A", max_size=80), st.data())
def test_stays_inside_the_clause_whatever_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first = data.draw(st.integers(0, len(text)))
    found = Span(first, data.draw(st.integers(first, len(text))))
    listed = enumeration_in(analyse("Những đà nào có ba?"), text, Span(start, end), found)
    assert listed is None or (start <= listed.start <= listed.end <= end)


@given(st.text("abcđ ,;các", max_size=40))
def test_trimming_leaves_something(text: str) -> None:
    span = trimmed(Asked.of(analyse("Những các ba nào?")), text, Span(0, len(text)))
    assert span.end == len(text)
    assert not text or span.start < len(text)
