"""Posts of a statement: a deputy is not the head, and one body's head is not another's."""

import pytest

from assistant.answer import VerdictKind
from assistant.ask import Assistant
from corpus.read import canonical, document_of

TEXT = """Trường nghề Hòa Lợi mở lớp mới

Bà Trần Thu Hằng, phó hiệu trưởng Trường nghề Hòa Lợi, cho biết lớp hàn mở từ tháng 9.

Ông Lê Quốc Bảo - Chủ tịch UBND huyện Tân Phú đã dự lễ khai giảng của trường.

Công an mời làm việc ông Phan Văn Tám (51 tuổi) - giám đốc và ông Đỗ Hữu Lợi - kế toán trưởng.

Thầy Vũ Đình Nam - hiệu trưởng Trường THCS Cẩm Sơn - trả lời phóng viên.

Bà Cao Thị Mận - trưởng Phòng Giáo dục huyện Cẩm Giang, cho biết đã yêu cầu thầy Nam giải trình.

Ông Đinh Gia Phúc - hiệu trưởng Trường THCS Mai Lĩnh - cho biết rất bất ngờ về thầy Tuấn.

Nội quy của trường không bao giờ có việc phạt tiền học viên không thuộc bài.

Thầy Lý Văn Hữu dạy lớp hàn vào buổi tối trong tuần.

Chị Ngô Thị Hòa dạy lớp may vào buổi sáng trong tuần.

Quyền từ chối thi của học viên không phải là tuyệt đối.

Máy hàn cũ không chở về kho huyện mà được giao cho lớp học.
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    from assistant.assemble import assistant_over

    return assistant_over((document_of("tin", canonical(TEXT)),))


@pytest.mark.parametrize(
    "statement",
    [
        "Bà Trần Thu Hằng là hiệu trưởng Trường nghề Hòa Lợi.",
        "Ông Lê Quốc Bảo là Chủ tịch HĐND huyện Tân Phú.",
        "Ông Phan Văn Tám là kế toán trưởng.",
        "Thầy Tuấn là hiệu trưởng Trường THCS Mai Lĩnh.",
        "Thầy Vũ Đình Nam là trưởng Phòng Giáo dục huyện Cẩm Giang.",
    ],
)
def test_another_post_is_told(assistant: Assistant, statement: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert verdict.differences


@pytest.mark.parametrize(
    "statement",
    [
        "Bà Trần Thu Hằng là phó hiệu trưởng Trường nghề Hòa Lợi.",
        "Ông Lê Quốc Bảo là Chủ tịch Ủy ban nhân dân huyện Tân Phú.",
        "Ông Đỗ Hữu Lợi là kế toán trưởng.",
        "Thầy Vũ Đình Nam là hiệu trưởng Trường THCS Cẩm Sơn.",
    ],
)
def test_the_post_told_is_borne_out(assistant: Assistant, statement: str) -> None:
    assert assistant.check(statement).kind is VerdictKind.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "stated"),
    [
        ("Quyền từ chối thi của học viên là tuyệt đối.", "không phải là tuyệt đối"),
        (
            "Nội quy của trường có việc phạt tiền học viên không thuộc bài.",
            "không bao giờ có việc phạt tiền",
        ),
        ("Máy hàn cũ được chở về kho huyện.", "không chở về"),
    ],
)
def test_what_the_text_denies_is_refuted(assistant: Assistant, statement: str, stated: str) -> None:
    verdict = assistant.check(statement)
    assert verdict.kind is VerdictKind.REFUTED, verdict.explanation
    assert [difference.stated for difference in verdict.differences] == [stated]


def test_what_the_text_does_with_it_instead_is_not_denied(assistant: Assistant) -> None:
    verdict = assistant.check("Máy hàn cũ được giao cho lớp học.")
    assert verdict.kind is VerdictKind.SUPPORTED, verdict.explanation


def test_a_post_the_text_does_not_give_him_is_not_borne_out(assistant: Assistant) -> None:
    verdict = assistant.check("Ông Lê Quốc Bảo là đại biểu Quốc hội.")
    assert verdict.kind is not VerdictKind.SUPPORTED, verdict.explanation


def test_what_another_person_does_is_not_borne_out(assistant: Assistant) -> None:
    verdict = assistant.check("Bà Trần Thu Hằng dạy lớp may vào buổi sáng trong tuần.")
    assert verdict.kind is not VerdictKind.SUPPORTED, verdict.explanation
