"""Where sentences end, and where they only seem to."""

import pytest

from corpus.read import document_of


def cut(text: str) -> list[str]:
    document = document_of("x", f"Tiêu đề\n\n{text}")
    return [document.quote(sentence.span) for sentence in document.sentences][1:]


WHOLE = [
    "UBND TP. Hà Nội và TP. HCM cùng ký.",
    "Bị cáo trú tại P. Bến Nghé, Q. 1, TP. Hồ Chí Minh.",
    "Theo TS. Bùi Tất Thắng, việc này cần thời gian.",
    "PGS.TS. Lê An, ThS. Trần Bình và GS. Vũ Hà Văn dự họp.",
    "Số liệu lấy từ tr. 15 của báo cáo.",
    "Anh Nguyễn V. A. cùng chị Trần Thị Th. (SN 1984) bị phạt.",
    "GRDP đạt 7,5% - 8,0%[1]; năng suất tăng 7.5 điểm.",
    "Căn cứ mục III. Phát triển nền móng của Kế hoạch này.",
    "1. Phát triển khoa học.",
    "a. Tăng cường kỷ luật.",
    "1.2. Tài nguyên và môi trường số.",
    "Điều 1. Ban hành kèm theo Quyết định này Chương trình.",
    "Bảng 1. Các chỉ tiêu chủ yếu.",
    "“Điều 54. Điều kiện hưởng lương hưu",
    "1a. Tranh chấp về lao động.",
    "Võ Văn Kiệt, nguyên Thủ tướng (s. 1922), quê Vĩnh Long (m. 2008).",
    "Thuế, phí… đều tăng.",
    "Bộ máy tổ chức... để doanh nghiệp hoạt động tốt hơn.",
    "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Mai Sơn",
    "Chịu trách nhiệm thi hành Nghị quyết này./.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_one_sentence_stays_whole(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Phấn đấu đạt 8.300-8.500 USD.", "Tỷ lệ đô thị hóa đạt 60-62%.", "Hết."],
        ["Nhiệt độ từ 13-16°C.", "Từ đêm nay trời rét."],
        ["Nhiều phụ nữ ủng hộ ông.", "Dẫu vậy, kết quả chưa rõ."],
        ["Đó là mức giảm của Công an TP.", "Theo ông Nam, cần cố gắng."],
        ["Ăn nhiều vitamin C.", "Ngoài ra, cần ngủ đủ."],
        ["Nước này ở châu Á.", "Trung Quốc và Lào là láng giềng."],
        ["Dự án R&D.", "Rất nhiều phát minh ra đời."],
        ["Vì sao?", "Vì thiếu vốn!", "“Chúng tôi sẽ cố gắng.”", "Ông nói vậy."],
        ["Mục tiêu đến năm 2030.[1]", "Hà Nội đi đầu."],
        ["Việc này đã xong./.", "Mọi người ra về."],
        ["Tăng trưởng chậm lại…", "Song triển vọng vẫn tốt."],
        ["Trường hợp khác theo Điều 5.", "Người vi phạm bị phạt."],
        ["Cần ba việc:", "- Đầu tư hạ tầng;", "- Đào tạo nhân lực;", "- Cải cách thủ tục."],
        ["**Kinh tế số chiếm 30%.**", "Xã hội số phát triển."],
        ["Họ đến lúc 5 giờ.", "10 người bị thương."],
    ],
)
def test_sentences_are_cut_where_they_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_mark_belongs_to_its_sentence() -> None:
    text = "Tiêu đề\n\nI. MỤC TIÊU\n\n1. Đạt 7%. Giữ ổn định.\n\n- Thu ngân sách tăng."
    document = document_of("x", text)
    for paragraph in document.paragraphs:
        first = next(s for s in document.sentences if s.span.start == paragraph.span.start)
        assert document.quote(first.span).startswith(paragraph.marker)
        assert len(document.quote(first.span)) > len(paragraph.marker)


def test_a_heading_is_one_sentence() -> None:
    text = "Vì sao giá tăng? Ba lý do chính\n\nGiá tăng do cung giảm."
    document = document_of("x", text)
    assert document.quote(document.sentences[0].span) == "Vì sao giá tăng? Ba lý do chính"
